"""From a brief to its context: what the brand has said before that bears on it, within a budget, each passage with its reason."""
