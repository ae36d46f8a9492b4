"""Drafting: with a model and prompts, or offline from approved copy."""
