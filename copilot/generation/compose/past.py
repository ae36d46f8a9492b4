"""Whether a sentence tells an event: such a sentence is true of one campaign only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copilot.language.forms import lemma
from copilot.language.prose import Locale

_PAST_EN = frozenset(
    [
        "was",
        "were",
        "had",
        "did",
        "went",
        "came",
        "took",
        "drew",
        "said",
        "told",
        "asked",
        "made",
        "thought",
        "bought",
        "brought",
        "found",
        "felt",
        "kept",
        "left",
        "lost",
        "met",
        "paid",
        "put",
        "read",
        "sent",
        "sat",
        "saw",
        "sold",
        "spent",
        "stood",
        "taught",
        "wore",
        "won",
        "wrote",
        "got",
        "gave",
        "knew",
        "grew",
        "began",
        "broke",
        "chose",
        "fell",
        "flew",
        "forgot",
        "hid",
        "rang",
        "ran",
        "shook",
        "spoke",
        "stole",
        "swam",
        "threw",
        "woke",
        "became",
        "held",
        "heard",
        "led",
        "lent",
        "meant",
        "built",
        "burnt",
        "caught",
        "cut",
        "hung",
        "hit",
        "hurt",
        "laid",
        "learnt",
        "lit",
        "rode",
        "slept",
        "stuck",
        "swore",
        "tore",
    ]
) - {"cut", "put", "read", "hit", "hurt", "found", "left", "felt", "saw", "lit", "stuck", "meant", "built"}
_SUBJECTS_EN = frozenset(["i", "we", "you", "he", "she", "they", "it", "who", "that", "which", "nobody", "somebody", "someone", "everyone", "one"])
_HAVE_EN = frozenset(["have", "has", "had", "'ve", "i've", "we've", "you've", "they've", "it's", "that's", "he's", "she's", "who's"])
_AVOIR = frozenset(["ai", "as", "a", "avons", "avez", "ont", "avait", "avaient", "aura", "auront", "eu"])
_ETRE = frozenset(["suis", "es", "est", "sommes", "êtes", "sont"])
_MOVED = re.compile(r"(?:arriv|part|ven|reven|deven|rest|tomb|rentr|pass|entr|mont|descend|mort|né|all|sort|retourn)(?:é|i|u|e|ée|és|ées|is|ie|us|ue)?s?$")
_PARTICIPLE = re.compile(r"[\w-]{2,}(?:é|ée|és|ées|i|is|ie|ies|it|ite|u|ue|us|ues|ert|erte|int|eint)$")
_IMPERFECT = re.compile(r"[\w-]{2,}(?:ait|aient|ions|iez)$")
_PRESENT_IN_AIT = frozenset(
    [
        "fait",
        "parfait",
        "lait",
        "trait",
        "portrait",
        "extrait",
        "connaît",
        "plaît",
        "souhait",
        "attrait",
        "retrait",
        "satisfait",
        "sait",
        "soit",
        "ait",
        "aient",
        "actions",
        "questions",
        "options",
        "conditions",
        "avions",
        "camions",
        "millions",
        "occasions",
        "éditions",
    ]
)


def tells_the_past(words: Sequence[str], locale: Locale) -> bool:
    """Whether the sentence tells an event that happened: such a sentence is true of one campaign only."""
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        if locale == "en":
            if word in _PAST_EN:
                return True
            if len(word) > 3 and word.endswith("ed") and (before in _SUBJECTS_EN or before in _HAVE_EN or before == "had"):
                return True
            if word.endswith("'d") and word[:-2] in _SUBJECTS_EN and index + 1 < len(words) and words[index + 1] in ("been", "be", "had"):
                return True
        else:
            if before in _AVOIR and word in ("été", "eu", "fait", "dit", "mis", "pris", "vu"):
                return True
            if (
                before in _AVOIR or (index > 1 and words[index - 2] in _AVOIR and before in ("pas", "bien", "tout", "déjà", "jamais", "enfin"))
            ) and _PARTICIPLE.match(word):
                return True
            if before in _ETRE and _MOVED.match(word):
                return True
            if (
                _IMPERFECT.match(word)
                and word not in _PRESENT_IN_AIT
                and not word.endswith(("rait", "raient"))
                and lemma(word, locale).endswith(("er", "ir", "re"))
            ):
                return True
    return False
