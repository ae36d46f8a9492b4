"""AUT: wording that could stand in anybody's copy."""
