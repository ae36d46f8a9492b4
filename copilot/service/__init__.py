"""What Centaur does. Skins (CLI, UI) parse, call one method of `Copilot`, and show.

Its chapters, in the order of the steps, each a class that the next one builds on: `brand` (guide, rules, ports), `check`, `search`, `decide` (the trail from draft to
export), `keep` (retention), `write`, `change`, `readers` (personalisation). `results` holds what they answer.
"""

from copilot.service.readers import Readers
from copilot.service.results import Changed, Disagreement, Estimate, Forgotten, Indexed, Intrusiveness, VoiceReport, Written


class Copilot(Readers):
    """The whole program behind one door."""


__all__ = ["Changed", "Copilot", "Disagreement", "Estimate", "Forgotten", "Indexed", "Intrusiveness", "VoiceReport", "Written"]
