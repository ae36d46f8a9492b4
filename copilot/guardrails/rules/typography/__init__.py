"""TYP: typography, French and English."""
