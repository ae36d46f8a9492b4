"""Files as people keep them -> pieces of copy, each character tied to its place in the file.

Source -> Reading (Documents, Waivers, what could not be read) -> findings at their places -> the same file with its safe fixes.
"""
