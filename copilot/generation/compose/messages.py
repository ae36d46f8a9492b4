"""Messages without a model: e-mail, SMS, push, a message on LinkedIn."""

from __future__ import annotations

import re
from itertools import combinations

from copilot.generation.compose.assemble import PROSE, Candidate, Lines, Stock, Tray, capital, fact_sentences, flat, plain, stop, two_of_it
from copilot.language import gsm7
from copilot.language.words import both

_STOP = re.compile(r"\bSTOP (?:au|to) \d{3,6}\b|\b(?:reply|text) STOP(?: to \d{3,6})?\b", re.IGNORECASE)
"""How to end the messages, where the brief says so."""

IN_PEACE = both("If you have changed your mind, there is nothing to do.", "Si l'idée est passée, il n'y a rien à faire.")
TAKE_UP = both("Go on with the order", "Reprendre la commande")
WAY_OUT = both("You can leave the list by the link at the foot of this message.", "On peut quitter la liste par le lien au bas de ce message.")
WRITES = both("{brand}, writing about {product}.", "{brand}, au sujet {product}.")
NO_ANSWER = both("If it is of no use, no answer is needed.", "Si ça ne sert à rien, pas besoin de répondre.")
SEE = both("See {product}", "Voir {product}")


_TOGETHER = 2
"""Sentences that a first paragraph has at least, so that a thing is not named and left standing."""
_FIRST = 5
"""Facts of a brief, the first of which a preheader may tell."""


def email(stock: Stock) -> Candidate:
    """Opening, naming and facts, a claim, closing; for a purpose, what that purpose owes its reader."""
    purpose, locale = stock.brief.purpose, stock.brief.locale
    tray = Tray()
    subject = tray.take(stock.lines("subject", "headline", where=lambda t: t.names_product or bool(t.facts)), lambda text: len(text) <= 60)
    past = stock.lines("preheader", "description", where=lambda t: bool(t.facts) or t.names_product)
    preheader = tray.take([*past, *_previews(stock, subject)], lambda text: len(text) <= 110)
    opening = tray.take(stock.lines(*PROSE, role=("opening",), where=lambda t: not t.facts and not t.names_product))
    closing = tray.take(stock.lines("body", role=("closing",), where=lambda t: not t.facts and not t.names_product))
    claim = [stop(stock.random.choice(stock.claims))] if stock.claims else []
    sentences, leaned = fact_sentences(stock, PROSE)
    tray.campaigns += leaned
    call = tray.take(stock.lines("call_to_action"), lambda text: len(text) <= 30)
    if purpose == "promotion":
        subject = capital(stock.brief.offer) if len(stock.brief.offer) <= 60 else subject
        opening = stop(capital(stock.brief.offer))
    elif purpose == "cart_reminder":
        subject, opening, closing, call = stock.subject, "", IN_PEACE.say(locale), TAKE_UP.say(locale)
    elif purpose == "win_back":
        closing = WAY_OUT.say(locale)
    half = max(_TOGETHER, (len(sentences) + 1) // 2)
    paragraphs = [opening, " ".join(sentences[:half]), " ".join(sentences[half:] + claim), closing]
    return Candidate(
        {
            "subject": subject or stock.subject,
            "preheader": preheader,
            "body": re.sub(r" *\n\n\s*", "\n\n", "\n\n".join(paragraph for paragraph in paragraphs if paragraph)).strip(),
            "call_to_action": call or SEE.say(locale, product=stock.product.with_article),
        },
        tray.campaigns,
    )


def _previews(stock: Stock, subject: str) -> Lines:
    """Two facts that the subject does not say, in the order of the brief; one where there are no two."""
    values = [value for value in stock.values if value.lower() not in subject.lower()] or stock.values
    pairs = stock.drawn(", ".join(pair) for pair in combinations(values[:_FIRST], 2))
    return plain(capital(stop(text)) for text in [*pairs, *values])


def sms(stock: Stock) -> Candidate:
    """Who writes, the thing, as many facts as one message holds, the address, and how to stop if the brief says it. Never an invented number."""
    way_out = _STOP.search(f"{stock.brief.notes}\n{stock.brief.offer}")
    end = " ".join(part for part in (stock.brief.url, way_out.group() if way_out else "") if part)
    alone = stock.drawn(value for value, line in stock.either() if value != line)
    lines = stock.drawn(line for value, line in stock.either() if value == line)
    said = ""
    for count in range(min(3, len(alone)), -1, -1):
        first = stop(", ".join([f"{stock.brand_name}{stock.colon}{stock.product.with_article}", *alone[:count]]))
        for more in range(len(lines), -1, -1):
            body = " ".join([first, *map(stop, lines[:more])])
            said = "".join(gsm7.PLAIN.get(char, char) for char in f"{body} {end}".strip())
            if gsm7.measure(said).parts == 1 and (count or more):
                return Candidate({"text": said}, [])
    return Candidate({"text": said}, [])


def push(stock: Stock) -> Candidate:
    """What there is, and the one fact that makes it worth opening."""
    tray = Tray()
    title = tray.take([*stock.lines("headline", "subject", where=lambda t: t.names_product), *plain([stock.bare])], lambda text: len(text) <= 40)
    facts = stock.drawn(stock.plain_facts())
    told = [*two_of_it(stock, stock.pronoun), " ".join(map(stop, facts[:2]))]
    lines = [*stock.lines("description", "preheader", where=lambda t: bool(t.facts)), *plain([*stock.drawn(told), " ".join(map(stop, facts[:1]))])]
    body = tray.take(lines, lambda text: len(text) <= 120 and "\n" not in text)
    return Candidate({"title": title or stock.bare, "body": body or stop(facts[0])}, tray.campaigns)


def linkedin_message(stock: Stock) -> Candidate:
    """Who writes and about what; the facts; nothing to do for a no."""
    locale = stock.brief.locale
    claim = [stop(stock.random.choice(stock.claims))] if stock.claims else []
    sentences, leaned = fact_sentences(stock, PROSE, named=True)
    half = (len(sentences) + 1) // 2
    first = stock.product.phrase("rest", "of_the" if locale == "fr" else "the")
    paragraphs = [
        WRITES.say(locale, brand=stock.brand_name, product=first),
        " ".join(flat(sentences[:half])),
        " ".join([*flat(sentences[half:]), *claim]),
        NO_ANSWER.say(locale),
    ]
    return Candidate({"subject": stock.subject, "body": "\n\n".join(paragraph for paragraph in paragraphs if paragraph)}, leaned)
