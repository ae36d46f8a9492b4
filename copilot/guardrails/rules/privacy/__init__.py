"""PRV: personal data."""
