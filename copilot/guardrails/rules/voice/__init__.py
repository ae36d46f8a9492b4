"""VOI: what a brand decided about its voice."""
