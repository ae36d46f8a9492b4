"""Centaur: a content co-pilot with brand-voice guardrails.

Read `copilot.records` (the nouns) and `copilot.service` (the steps); the rest hangs on these two.
"""

__version__ = "0.1.0"
