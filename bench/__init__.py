"""What the README's numbers come from: one command each, which prints a table."""
