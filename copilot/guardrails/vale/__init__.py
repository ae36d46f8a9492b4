"""Vale styles as rules of the brand.

A style is a folder of YAML rules in the format of Vale (https://vale.sh/docs, read 2026-11-22). `package` finds the styles in a folder or an archive, `format`
reads a rule and tells its faults, `dialect` turns Go's regular expressions into ours, `scope` says what a scope means in copy, `checks/` holds one module for
each kind of check, `make` turns all of it into `Rule`s, so that the engine, levels, switches and findings work as for any other rule.
"""
