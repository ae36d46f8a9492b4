"""SAF: residue of a model, orders hidden in text."""
