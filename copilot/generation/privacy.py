"""Personal data stays home: masked before anything is sent to a model, restored in what comes back.

Placeholders are typed and stable (`[EMAIL_1]`): the same value is always the same placeholder, in all candidates and repairs of a brief, since they share one `Mask`.
What is masked once is masked wherever it stands, also where nothing around it would give it away. In a reply, a placeholder that was bent (`[Email 1]`) is
straightened; one that was never given out is refused: better no draft than one with a hole or somebody else's number in it. What the reader's tool fills in, the
merge tags, is left as it is.
"""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import regex

from copilot.errors import PersonalInBrief, SlowPattern
from copilot.language.merge_tags import merge_tags
from copilot.language.names import find_names, folded, is_own, name_words
from copilot.language.personal import EVERY, find_personal
from copilot.language.prose import Span
from copilot.language.words import Words, both
from copilot.ports import Hit, VectorIndex
from copilot.records import BrandGuide, Brief, Locale, Passage, PrivatePattern

KINDS: dict[str, Words] = {
    "EMAIL": both("e-mail address", "adresse e-mail"),
    "PERSON": both("name of a person", "nom de personne"),
    "PHONE": both("phone number", "numéro de téléphone"),
    "ADDRESS": both("postal address", "adresse postale"),
    "STREET": both("street", "rue"),
    "IBAN": both("bank account", "compte bancaire"),
    "CARD": both("bank card", "carte bancaire"),
    "NIR": both("French social security number", "numéro de sécurité sociale"),
    "SSN": both("US social security number", "numéro de sécurité sociale américain"),
    "NINO": both("UK National Insurance number", "numéro d'assurance nationale britannique"),
    "NHS": both("NHS number", "numéro NHS"),
    "NETWORK": both("network address", "adresse réseau"),
    "BIRTHDATE": both("date of birth", "date de naissance"),
    "PLATE": both("number plate", "plaque d'immatriculation"),
    "DOCUMENT": both("number of an identity document", "numéro de pièce d'identité"),
    "REFERENCE": both("order or customer number", "numéro de commande ou de client"),
    "SECRET": both("password or key", "mot de passe ou clé"),
    "PRIVATE": both("pattern of the brand", "motif de la marque"),
    "LITERAL": both("text in the form of a placeholder", "texte en forme de repère"),
}
"""What placeholders are called, and what they stand for."""
_ALIASES = {
    "NAME": "PERSON", "NOM": "PERSON", "PERSONNE": "PERSON", "MAIL": "EMAIL", "COURRIEL": "EMAIL", "TELEPHONE": "PHONE", "TEL": "PHONE", "ADRESSE": "ADDRESS",
    "RUE": "STREET", "CARTE": "CARD", "PLAQUE": "PLATE", "RÉFÉRENCE": "REFERENCE", "TÉLÉPHONE": "PHONE", "DATE": "BIRTHDATE",
}  # fmt: skip
"""What models turn them into."""
_LABEL = "|".join(sorted((*KINDS, *_ALIASES), key=len, reverse=True))
_BENT = re.compile(
    rf"[\[{{<【]{{1,2}}\s*\\?(?P<inside>{_LABEL})\\?[ _:#.-]{{0,3}}(?P<number>\d{{1,3}})\s*\\?[\]}}>】]{{1,2}}"
    rf"|\[\s*(?P<alone>{_LABEL})\s*\](?!\()"
    rf"|(?<![\w\[{{<])(?P<bare>{_LABEL})\\?_(?P<digits>\d{{1,3}})(?!\w)"
    r"|\[(?-i:[A-Z]{3,20})_\d{1,3}\]",
    re.IGNORECASE,
)
"""Placeholders, straight and bent: other brackets, case or separator, the number or the brackets lost."""
SLOWEST_S = 2.0
"""Seconds after which a brand's own pattern is given up on."""
KEEP_MARKS: dict[Locale, str] = {
    "en": "Marks such as {mark} stand for values that you do not see. Copy a mark exactly as it is, or leave it out.",
    "fr": "Les repères comme {mark} tiennent la place de valeurs que tu ne vois pas. Recopie un repère tel quel, ou ne l'emploie pas.",
}
NAME_KEYS = frozenset({"name", "nom", "prenom", "first name", "full name", "nom complet"})
"""Keys of facts that name the thing as often as a person."""


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


@dataclass
class Mask:
    """The placeholders of one brief. `keep` are contacts that are the brand's own to print; `own` the words, folded, of names that it prints."""

    keep: Iterable[str] = ()
    own: frozenset[str] = frozenset()
    patterns: Sequence[PrivatePattern] = ()
    values: dict[str, str] = field(default_factory=dict)
    """Placeholder -> the value it stands for."""
    _lock: threading.RLock = field(default_factory=threading.RLock, repr=False)

    @classmethod
    def of(cls, guide: BrandGuide, brief: Brief | None = None) -> Mask:
        """The mask of a brand, and of what it says in a brief, whose personal data takes the first numbers. Names that the brand prints (its own, its products',
        those in the facts of past copy and of the brief, in its claims) are not masked, unless the brief gives them as a customer's."""
        printed = [guide.voice.name, *guide.voice.names, *(c.product for c in guide.campaigns), *(v for c in guide.campaigns for v in c.facts.values())]
        printed += [text for claim in guide.claims.claims for locale in claim.claim for text in claim.texts(locale)]
        own = frozenset().union(*map(name_words, printed))
        mask = cls(guide.voice.contacts, own, guide.voice.private_patterns)
        if brief is not None:
            for kind, value, _ in found_in(brief, mask):
                mask._give(kind, value)
            mask.own = own.union(*map(name_words, (brief.product, *brief.facts.values())))
            mask.hide(brief.text)
        return mask

    @property
    def counts(self) -> dict[str, int]:
        """How many different values of each kind are masked; parts of a name are told with the name."""
        people = [value.split() for name, value in self.values.items() if name.startswith("[PERSON_")]
        whole = {name: value for name, value in self.values.items() if not any(value in words for words in people if len(words) > 1)}
        return dict(Counter(name[1:].rsplit("_", 1)[0] for name in whole))

    def finds(self, text: str, loose: bool = True) -> list[tuple[int, int, str]]:
        """What is personal in `text`: start, end, kind as in `KINDS`; the brand's own left out. `loose`: also names that only their first name gives away.

        Raises: SlowPattern.
        """
        kept = {_bare(value) for value in self.keep}
        found: list[tuple[int, int, str]] = [(*match.span(), "LITERAL") for match in _BENT.finditer(text)]

        def add(start: int, end: int, kind: str) -> None:
            if start < end and not any(start < other[1] and other[0] < end for other in found):
                found.append((start, end, kind))

        for own in self.patterns:
            for start, end in _matches(own, text):
                add(start, end, "PRIVATE")
        tags = [(tag.start, tag.end) for tag in merge_tags(text)]
        for item in find_personal(text, EVERY):
            if item.kind == "name":
                if not is_own(item.text, self.own) and not _within(item.start, item.end, tags):
                    add(item.start, item.end, "PERSON")
            elif _bare(item.text) not in kept:
                add(item.start, item.end, item.kind.upper())
        for start, end in find_names(text, self.own) if loose else ():
            if not _within(start, end, tags):
                add(start, end, "PERSON")
        return sorted(found)

    def hide(self, text: str) -> str:
        """`text` with personal data as placeholders. Raises: SlowPattern."""
        with self._lock:
            spans = [(start, end, self._give(kind, text[start:end])) for start, end, kind in self.finds(text)]
            spans += [span for span in self._again(text) if not any(span[0] < other[1] and other[0] < span[1] for other in spans)]
        pieces, last = [], 0
        for start, end, name in sorted(spans):
            pieces += [text[last:start], name]
            last = end
        return "".join([*pieces, text[last:]])

    def hide_both(self, system: str, user: str, locale: Locale) -> tuple[str, str]:
        """The two messages of a request, masked; where anything was, with a line that asks for the marks to be kept. Raises: SlowPattern."""
        system, user = self.hide(system), self.hide(user)
        mark = next((name for name in self.values if name in user or name in system), "")
        return system, user + (f"\n\n{KEEP_MARKS[locale].format(mark=mark)}" if mark else "")

    def restore(self, text: str) -> str:
        """`text` with the values back in place. Raises: ValueError for a placeholder that was never given out."""
        return _BENT.sub(self._value, text)

    def blank(self, text: str, loose: bool = True) -> str:
        """`text` with personal data replaced by its kind alone (`[EMAIL]`): there is no way back. Raises: SlowPattern."""
        spans = [span for span in self.finds(text, loose) if span[2] != "LITERAL"]
        spans += [span for span in self._again(text) if not any(span[0] < other[1] and other[0] < span[1] for other in spans)]
        for start, end, kind in sorted(spans, reverse=True):
            text = f"{text[:start]}[{kind.strip('[]').rsplit('_', 1)[0]}]{text[end:]}"
        return text

    def _give(self, kind: str, value: str) -> str:
        """The placeholder of a value, the old one if it has one."""
        for name, known in self.values.items():
            if known == value:
                return name
        name = f"[{kind}_{sum(1 for other in self.values if other.startswith(f'[{kind}_')) + 1}]"
        self.values[name] = value
        if kind == "PERSON":
            for part in value.split():
                if len(part) > 2 and part[:1].isupper() and folded(part) not in self.own and part not in self.values.values():
                    self._give(kind, part)
        return name

    def _again(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Values known from elsewhere, where they stand in `text` without the words that gave them away; the longest first."""
        names = {value: name for name, value in self.values.items()}
        if names:
            tags = [(tag.start, tag.end) for tag in merge_tags(text)]
            ordered = sorted(names, key=len, reverse=True)
            for match in re.finditer(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)", text):
                if not _within(*match.span(), tags):
                    yield (*match.span(), names[match.group()])

    def _value(self, match: re.Match[str]) -> str:
        label = (match["inside"] or match["alone"] or match["bare"] or "").upper()
        kind, number = _ALIASES.get(label, label), match["number"] or match["digits"]
        if match.group() in self.values:
            return self.values[match.group()]
        given = [name for name in self.values if name.startswith(f"[{kind}_")]
        if match["alone"]:
            if not given:
                return match.group()
            if len(given) == 1:
                return self.values[given[0]]
        elif number and (name := f"[{kind}_{int(number)}]") in self.values:
            return self.values[name]
        raise ValueError(f"the placeholder {match.group()} was never given out")


def _within(start: int, end: int, spans: Iterable[Span]) -> bool:
    return any(first < end and start < last for first, last in spans)


def _matches(own: PrivatePattern, text: str) -> Iterator[Span]:
    try:
        for match in regex.finditer(own.pattern, text, timeout=SLOWEST_S):
            yield match.span(match.lastindex or 0)
    except TimeoutError as error:
        raise SlowPattern(name=own.name, seconds=SLOWEST_S) from error


def found_in(brief: Brief, mask: Mask) -> list[tuple[str, str, str]]:
    """Kind and value of customers' data in a brief, and the field or fact that holds it: all that has a form of its own, names that the words around show to be
    a person's. Nothing that is the brand's."""
    facts = [(key, f"{key}: {value}" if folded(key) not in NAME_KEYS else f"- {value}") for key, value in brief.facts.items()]
    told = [(name, getattr(brief, name)) for name in ("audience", "goal", "offer", "notes")]
    found = []
    for name, text in (("product", brief.product), *facts, *told, *(("keywords", keyword) for keyword in brief.keywords)):
        found += [(kind, text[start:end], name) for start, end, kind in mask.finds(text, loose=False) if kind != "LITERAL"]
    return found


def check_consent(brief: Brief, guide: BrandGuide) -> None:
    """Nothing, for a brief without customers' data or with a word on why it may hold them. Raises: PersonalInBrief, which tells kinds, counts and fields, never
    values."""
    if brief.consent.strip():
        return
    held = found_in(brief, Mask(guide.voice.contacts, Mask.of(guide).own, guide.voice.private_patterns))
    if held:
        raise PersonalInBrief(found=told(Counter(kind for kind, *_ in held)), fields=", ".join(dict.fromkeys(f"`{name}`" for *_, name in held)))


def without_personal(brief: Brief, mask: Mask) -> Brief:
    """The brief with its personal data replaced by kinds, for good; the same where it holds none."""
    held = found_in(brief, mask)
    own = Mask(mask.keep, mask.own, mask.patterns)
    for kind, value, _ in held:
        own._give(kind, value)

    def clean(text: str) -> str:
        return own.blank(text) if any(value in text for value in own.values.values()) else text

    texts = {name: clean(getattr(brief, name)) for name in ("product", "audience", "goal", "offer", "url", "notes")}
    return brief.model_copy(
        update={**texts, "facts": {key: clean(value) for key, value in brief.facts.items()}, "keywords": tuple(map(clean, brief.keywords))} if held else {}
    )


def told(counts: dict[str, int]) -> Words:
    """Kinds with their counts, as a person reads them."""
    return both(*(", ".join(f"{KINDS[kind].say(language)} ({count})" for kind, count in counts.items()) for language in ("en", "fr")))


class MaskedIndex:
    """A vector index somewhere else, which sees passages and queries masked by their brand's mask. Fulfils `ports.VectorIndex`."""

    def __init__(self, inner: VectorIndex, mask_of: Callable[[str], Mask]) -> None:
        self._inner, self._mask_of = inner, mask_of

    def refresh(self, brand: str, locale: Locale, passages: Sequence[Passage]) -> tuple[int, int]:
        """Hold exactly these passages, masked."""
        return self._inner.refresh(brand, locale, [passage.model_copy(update={"text": self._mask_of(brand).hide(passage.text)}) for passage in passages])

    def forget(self, brand: str, locale: Locale) -> None:
        """Throw away what is held of a brand in a locale."""
        self._inner.forget(brand, locale)

    def search(self, brand: str, locale: Locale, text: str, limit: int) -> list[Hit]:
        """Nearest passages to the masked text."""
        return self._inner.search(brand, locale, self._mask_of(brand).hide(text), limit)
