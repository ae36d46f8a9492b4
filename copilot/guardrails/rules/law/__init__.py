"""LAW: law and codes of advertising."""
