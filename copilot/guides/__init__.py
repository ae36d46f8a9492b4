"""Brand folders: reading them with all faults at once, cutting them into passages, making them from past texts."""
