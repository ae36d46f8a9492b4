"""The thing that copy is about, as it is named in a sentence: found there, and put there, with its article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from copilot.language.french import DETERMINER_KIND, Noun, elides, parse_noun
from copilot.language.prose import Locale

_FR_DETERMINERS = "de la|de l['’]|à la|à l['’]|du|des|au|aux|le|la|les|l['’]|un|une|ce|cet|cette|ces|ton|ta|tes|mon|ma|mes|son|sa|ses|votre|vos|notre|nos"
_EN_DETERMINERS = "the|a|an|this|that|these|those|your|our|my"
_EN_ARTICLE = re.compile(r"^(?:the|a|an|our)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Product:
    """A product in one language. `rest` is its phrase without article, `head` the common noun, `name` the proper name or "". `sure`: whether its gender
    is known rather than guessed; `bare`: a name that was given without an article, and takes none."""

    locale: Locale
    head: str
    rest: str
    name: str
    gender: str
    number: str
    sure: bool = True
    bare: bool = False

    @classmethod
    def parse(cls, phrase: str, locale: Locale) -> Product:
        """A product from its phrase: `la bouillotte Odette`, `the Drover pack`."""
        if locale == "fr":
            noun = parse_noun(phrase)
            bare = noun.rest == phrase.strip() and not (noun.head and noun.sure)
            return cls(locale, noun.head, noun.rest, noun.name, noun.gender, noun.number, noun.sure, bare)
        rest = _EN_ARTICLE.sub("", phrase.strip())
        words = rest.split()
        named = [word for word in words if word[:1].isupper()]
        last = words[-1] if words else ""
        head = last if last and not last[:1].isupper() else ""
        plural = head.endswith("s") and not head.endswith(("ss", "us", "is"))
        return cls(locale, head, rest, " ".join(named), "", "plural" if plural else "singular")

    def mentions(self, text: str) -> Iterator[tuple[int, int, str, str]]:
        """Where the product stands in `text`: start, end, what (rest, head, name) and kind of determiner ("" for none)."""
        cores = [(what, core) for what, core in (("rest", self.rest), ("name", self.name), ("head", self.head)) if core]
        determiners = _FR_DETERMINERS if self.locale == "fr" else _EN_DETERMINERS
        taken: list[tuple[int, int]] = []
        for what, core in sorted(cores, key=lambda item: -len(item[1])):
            body = re.escape(core) if what == "name" else f"(?i:{re.escape(core)})"
            pattern = re.compile(rf"(?<![\w'’-])(?:(?P<det>(?i:{determiners}))(?:(?<=['’])|\s+))?(?<!\w){body}(?![\w-])")
            for match in pattern.finditer(text):
                if any(start < match.end() and match.start() < end for start, end in taken):
                    continue
                taken.append(match.span())
                determiner = (match["det"] or "").lower().replace("’", "'")
                kind = DETERMINER_KIND.get(determiner, "") if self.locale == "fr" else determiner
                yield match.start(), match.end(), what, kind

    def phrase(self, what: str, determiner: str) -> str:
        """The product as a slot wants it."""
        core = {"rest": self.rest, "name": self.name or self.rest, "head": self.head or self.rest}[what]
        if not determiner:
            return core
        if self.locale == "fr":
            noun = Noun(self.head, self.rest, self.name, "f" if self.gender == "f" else "m", "plural" if self.number == "plural" else "singular")
            return noun.with_determiner(determiner, core)
        if determiner in ("a", "an"):
            determiner = "an" if core[:1].lower() in "aeiou" else "a"
        return f"{determiner} {core}"

    @property
    def with_article(self) -> str:
        """The product with its definite article: la bouillotte Odette, the Drover pack."""
        return self.phrase("rest", "" if self.bare else "the")

    @property
    def elided(self) -> bool:
        """Whether French elides before its bare phrase."""
        return self.locale == "fr" and elides(self.rest)
