"""CLM and GRD: statements and what backs them."""
