"""The kinds of checks, one module each. A check is made from a `Definition` and looks at the blocks of a `Document`."""
