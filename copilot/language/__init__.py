"""French and English as text: cutting it up, its word forms, its personal data. Knows nothing of brands, drafts or rules."""
