"""Word lists that rules share. Each file names its origin."""
