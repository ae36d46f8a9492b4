"""CHN: what a place accepts and shows."""
