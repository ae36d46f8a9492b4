"""INC: words that leave nobody out."""
