"""A person decides: states, decisions, and what each needs."""
