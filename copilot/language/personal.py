"""Personal data and secrets in text: addresses of every kind, numbers with and without a check digit, names where the words around show them.

Patterns find candidates, checksums decide. Used by the rules of family PRV and by the masking of every model call. Longest and surest first: an
IBAN is never read as a phone number. Merge tags hold no data and are left alone by all patterns.
Checks of IBAN, NIR, US social security and NHS numbers and of Luhn are those of python-stdnum, issuers of cards and UK National Insurance prefixes are ours. Phones are known by
form: libphonenumber told 19 of 47 phones of the public set when it asked for numbers that are given out, and took years for phones when it did not (163 in 528 pages).
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

import ahocorasick

from copilot.language.names import CAPITALS

Kind = Literal[
    "email", "secret", "iban", "nir", "card", "ssn", "nino", "nhs", "phone", "network", "address", "street", "birthdate", "plate", "document",
    "reference", "name",
]  # fmt: skip
EVERY: tuple[Kind, ...] = (
    "email", "secret", "iban", "nir", "card", "ssn", "nino", "nhs", "phone", "network", "address", "street", "birthdate", "plate", "document",
    "reference", "name",
)  # fmt: skip
STRUCTURED: tuple[Kind, ...] = EVERY[:-1]
"""All but names, which only the words around give away."""


@dataclass(frozen=True)
class Personal:
    """A piece of personal data at start..end of a text."""

    kind: Kind
    start: int
    end: int
    text: str


_SPACE = r"[\s\u00a0\u202f]"
_GAP = r"[\s.\u00a0\u202f-]?"
_CAP = rf"(?!(?:Apt|Suite|Unit|Flat|Room|Floor)\b)[{CAPITALS}][\w'’-]+"
_NAME = rf"{_CAP}(?: (?:[A-Z]\.? |d[eu] |de la |van |von |Le |La |O'|Mc)?{_CAP}){{0,2}}"
_MONTH = (
    r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
)
_DAY = (
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d{{2}})|\d{{4}}-\d\d-\d\d|\d{{1,2}}(?:er|st|nd|rd|th)? {_MONTH},? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
)
_STREET_FR = r"(?:rue|avenue|av\.|boulevard|bd|chemin|impasse|allée|allee|place|quai|route|cours|square|villa|passage|sentier|faubourg|lotissement|résidence)"
_STREET_EN = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Square|Sq|Terrace|Way|Close|Crescent|Gardens|Grove|Hill|Row"
    r"|Mews|Highway|Hwy"
    r"|Parkway|Pkwy|Circle|Trail|Walk|Gate|Wharf|Quay|Rise|Vale|View)"
)
_UNIT = r"(?:Suite|Apt|Apartment|Unit|Flat|Room|Floor|Bldg|Appt|Appartement|Bât|Bâtiment|Étage)\.? ?#?\d+[A-Za-z]?"
_STREETS_FR = (
    "rue", "avenue", "av.", "boulevard", "bd ", "chemin", "impasse", "allée", "allee", "place", "quai", "route", "cours", "square", "villa", "passage",
    "sentier", "faubourg",
    "lotissement", "résidence",
)  # fmt: skip
_STREETS_EN = (
    " st", " ave", " road", " rd", " lane", " ln", " drive", " dr", " boul", " blvd", " court", " ct", " place", " pl", " square", " sq", " terrace",
    " way", " close", " crescent",
    " garden", " grove", " hill", " row", " mews", " highway", " hwy", " park", " pkwy", " circle", " trail", " walk", " gate", " wharf", " quay",
    " rise", " vale", " view",
)  # fmt: skip
_BEFORE_ABROAD = r"(?:ul\.|Via|Viale|Piazza|Corso|Vicolo|Rua|Avenida|Calle|Plaza|Paseo|Carrer|Rue|Trg)"
_AFTER_ABROAD = (
    r"(?:stra(?:ss|ß)e|str\.|gasse|weg|platz|allee|straat|laan|plein|dijk|gracht|vej|gade|stræde|v[äa]gen|gatan|gata|veien|vegen|braut|katu|utca|brücke)"
)
_ENDS_ABROAD = (
    "strasse ", "straße ", "str. ", "gasse ", "weg ", "platz ", "allee ", "straat ", "laan ", "plein ", "dijk ", "gracht ", "vej ", "gade ", "stræde ", "vägen ",
    "vagen ", "gatan ", "gata ", "veien ", "vegen ", "braut ", "katu ", "utca ", "brücke ",
)  # fmt: skip
_POSTCODE_UK = r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}"


_ISSUERS = (
    (1800, 1800, (15,)),
    (2131, 2131, (15,)),
    (2221, 2720, (16,)),
    (3000, 3399, (14, 16)),
    (3400, 3499, (15,)),
    (3500, 3599, (15, 16)),
    (3600, 3699, (14, 16)),
    (3700, 3799, (15,)),
    (3800, 3999, (14, 16)),
    (4000, 4999, (13, 16, 19)),
    (5000, 5099, (12, 13, 14, 15, 16, 18, 19)),
    (5100, 5599, (16,)),
    (5600, 5899, (12, 13, 14, 15, 16, 18, 19)),
    (6000, 6999, (12, 13, 16, 17, 18, 19)),
)
"""Bank cards: first and last lead of four digits, lengths."""


def _digits(text: str) -> list[int]:
    return [int(char) for char in text if char.isdecimal()]


def checked_by(name: str) -> Callable[[str], bool]:
    """The check of `stdnum.<name>` (python-stdnum), which is loaded with the first number that has to be checked."""

    def is_valid(text: str) -> bool:
        return bool(importlib.import_module(f"stdnum.{name}").is_valid(text))

    return is_valid


def is_card(text: str) -> bool:
    """Whether the digits of `text` have an issuer's prefix, its length, and pass Luhn."""
    digits = _digits(text)
    lead = int("".join(str(digit) for digit in digits[:4]) or 0)
    lengths = next((lengths for first, last, lengths in _ISSUERS if first <= lead <= last), ())
    return len(digits) in lengths and checked_by("luhn")("".join(map(str, digits)))


def _is_phone(text: str) -> bool:
    """Eight digits at least, not a SIREN nor SIRET, not a date."""
    return 7 <= len(_digits(text)) <= 15 and not re.fullmatch(r"\D*(?:19|20)\d\d[-/. ]\d\d[-/. ]\d\d\D*", text)


def _is_address_ip(text: str) -> bool:
    """Four parts of 0-255, not a version number (1.2.3.4) nor the machine itself."""
    parts = [int(part) for part in text.split(".")] if "." in text else []
    return not parts or (all(part < 256 for part in parts) and max(parts) > 20 and parts[0] not in (0, 127))


class _Detector(NamedTuple):
    """A pattern of one kind; its last group is the datum where it has one.

    size: digits that must stand together in the text, spaces and points between them; hints: literals, in lower case, of which one must stand in it.
    """

    kind: Kind
    pattern: re.Pattern[str]
    valid: Callable[[str], bool] | None = None
    size: int = 0
    hints: tuple[str, ...] = ()


_DETECTORS: tuple[_Detector, ...] = (
    _Detector("email", re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}"), hints=("@",)),
    _Detector(
        "secret",
        re.compile(
            r"\b(?:sk|pk|rk)[-_](?:live[-_]|test[-_]|proj[-_]|ant[-_])?[A-Za-z0-9_-]{16,200}|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30,}"
            r"|\bgithub_pat_\w{30,}"
            r"|\bxox[abprs]-[\w-]{10,}|\bAIza[\w-]{30,}|\bxkeysib-[\w-]{20,}|\bSG\.[\w-]{16,}\.[\w-]{16,}|\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,}"
            r"|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----"
        ),
        hints=(
            "sk-", "sk_", "pk-", "pk_", "rk-", "rk_", "akia", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "xox", "aiza", "xkeysib-", "sg.",
            "eyj", "private key",
        ),
    ),
    _Detector(
        "secret",
        re.compile(
            r"(?i:\b(?:password|passwd|pwd|mot de passe|mdp|passcode|code pin|pin code|api[ _-]?key|cl[ée] (?:d')?api|access[ _-]?token"
            r"|secret[ _-]?key|client[ _-]?secret|token))"
            r"\s{0,2}(?:[:=]|is|est)\s{0,2}[\"'«]?\s?((?=\S{0,40}[\d!@#$%^&*_])[^\s\"'»<>,;]{5,80})"
        ), hints=("passw", "pwd", "mot de passe", "mdp", "passcode", "code pin", "pin code", "api", "token", "secret")
    ),
    _Detector("secret", re.compile(r"\bhttps?://[^\s/:@]{1,60}:([^\s/@]{4,80})@"), hints=("@",)),
    _Detector("iban", re.compile(rf"\b[A-Za-z]{{2}}\d{{2}}(?:{_GAP}[A-Za-z0-9]{{4}}){{2,7}}(?:{_GAP}[A-Za-z0-9]{{1,4}})?\b"), checked_by("iban"), size=8),
    _Detector(
        "card",
        re.compile(
            r"(?<![\d.,])(?:\d{4}(?:[ \u00a0\u202f-]\d{4}){2}[ \u00a0\u202f-]\d{1,7}|3[0-9]\d{2}[ -]\d{6}[ -]\d{4,5}|\d{12,19})(?![\d.,]\d|\d)"
        ),
        is_card,
        size=12,
    ),
    _Detector(
        "nir",
        re.compile(
            rf"(?<!\d)[12378]{_GAP}\d{{2}}{_GAP}(?:0[1-9]|1[0-2]|[2-9]\d){_GAP}(?:\d{{2}}|2[AB]){_GAP}\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{2}}(?!\d)"
        ),
        checked_by("fr.nir"),
        size=6,
    ),
    _Detector("ssn", re.compile(r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])"), lambda text: text != "123-45-6789" and checked_by("us.ssn")(text), size=9),
    _Detector("nino", re.compile(r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"), size=6),
    _Detector("nhs", re.compile(r"\bNHS\b[^\d\n]{0,20}(\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d)"), checked_by("gb.nhs"), size=10, hints=("nhs",)),
    _Detector("network", re.compile(
        r"(?<![\w.-])(?<!v)(?:\d{1,3}\.){3}\d{1,3}(?![\w.-]*\d)|(?<![\w:])(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}(?![\w:])"
    ), _is_address_ip, size=5),
    _Detector("network", re.compile(r"(?<![\w:-])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![\w:-])"), hints=(":",)),
    _Detector("phone", re.compile(rf"(?<![\d+])(?:(?:\+|00){_SPACE}?33{_GAP}(?:\(0\){_GAP})?|0)[1-9](?:{_GAP}\d{{2}}){{4}}(?!\d)"), size=9),
    _Detector("phone", re.compile(
        r"(?<![\d+])(?:\+44[\s-]?(?:\(0\)[\s-]?)?|0)(?:7\d{3}[\s-]?\d{3}[\s-]?\d{3}|[12]\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4})(?!\d)"
    ), size=9),
    _Detector("phone", re.compile(r"(?<![\d+.])(?:\+?1[\s.-])?(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}[\s.-])[2-9]\d{2}[\s.-]\d{4}(?:x\d{1,6})?(?![\d-])"), size=10),
    _Detector("phone", re.compile(r"(?<![\d+])\+[1-9]\d{0,2}[\s.-]?(?:\(0\)[\s.-]?)?\(?\d{1,5}\)?(?:[\s.-]?\d{2,4}){2,5}(?!\d)"), _is_phone, size=6),
    _Detector("phone", re.compile(
        r"(?<![\d+.,])0[1-9]\d{0,3}[\s.-]\d{2,4}(?:[\s.-]\d{2,4}){1,3}(?![\d-])"
    ), lambda text: 9 <= len(_digits(text)) <= 11, size=9),
    _Detector(
        "phone",
        re.compile(
            r"(?i:\b(?:phone|tel(?:ephone)?|tél(?:éphone)?|mobile|portable|fixe|fax|desk|cell|gsm|whatsapp|(?:call|reach|ring|text) (?:me|us|him|her"
            r"|them)? ?(?:at|on)|answering at|messages to|registered(?: number)?"
            r"|(?:appelle|appelez|joindre|rappeler|sms|contacter)[\w' -]{0,12} (?:au|le)))\.?\s{0,2}:?\s{0,3}(\+?\(?\d[\d\s().-]{5,18}\d(?:x\d{1,6})?)(?!\d)"
        ),
        _is_phone,
        size=7,
        hints=(
            "phone", "tel", "tél", "mobile", "portable", "fixe", "fax", "desk", "cell", "gsm", "whatsapp", "call ", "reach", "ring ", "text ",
            "answering", "messages", "registered", "appelle", "joindre", "sms", "contacter",
        ),
    ),
    _Detector(
        "phone",
        re.compile(
            r"(?<![\d+])(\(?\d[\d\s().-]{5,16}\d)[ -]{1,2}(?i:office|fax|mobile|cell|home"
            r"|desk)\b"
        ),
        _is_phone, size=7, hints=("office", "fax", "mobile", "cell", "home", "desk"),
    ),
    _Detector(
        "address",
        re.compile(
            rf"\b\d{{1,4}}(?:\s?(?:bis|ter|quater))?,?\s{{1,3}}(?i:{_STREET_FR})\s[^,\n;.!?]{{2,60}}[,\s]{{1,3}}(?:0[1-9]|[1-8]\d"
            rf"|9[0-8])\d{{3}}\s+[A-ZÀ-Ý][\w' -]{{1,40}}"
        ),
        size=5, hints=_STREETS_FR,
    ),
    _Detector(
        "address",
        re.compile(
            rf"\b\d{{1,5}}[A-Za-z]?,? (?:[A-Z][\w'.-]+ ){{1,4}}{_STREET_EN}\b\.?(?:,? {_UNIT})?,? ?(?:\n ?)?(?:[A-Z][\w'.-]+,? ){{1,4}}(?:[A-Z]{{2}},?"
            rf" \d{{5}}(?:-\d{{4}})?|{_POSTCODE_UK})\b"
        ),
        size=1, hints=_STREETS_EN,
    ),
    _Detector(
        "address",
        re.compile(
            r"\b(?:PSC \d{1,5}, Box \d{1,5}\s{1,3}(?:APO|FPO|DPO) [A-Z]{2} \d{5}|(?:P\.? ?O\.? ?Box|Postbox|BP) ?\d{1,6})\b"
        ),
        size=3, hints=("box", "bp "),
    ),
    _Detector(
        "street",
        re.compile(
            rf"\b\d{{1,4}}(?:\s?(?:bis|ter|quater))?,?\s{{1,3}}(?i:{_STREET_FR})\s(?:de la |de l['’]|des |du |de |d['’])?[A-ZÀ-Ý][\w'’-]+"
            rf"(?: [A-ZÀ-Ý][\w'’-]+){{0,3}}"
        ),
        size=1, hints=_STREETS_FR,
    ),
    _Detector(
        "street",
        re.compile(
            rf"\b\d{{1,5}}[A-Za-z]?,? (?:\d{{1,4}} )?(?:[A-Z][\w'.-]+ ){{1,4}}{_STREET_EN}\b\.?(?:,? {_UNIT}){{0,2}}"
            rf"|\b{_UNIT}"
        ),
        size=1, hints=(*_STREETS_EN, "suite", "apt", "apart", "unit", "flat", "room", "floor", "bldg", "appt", "appart", "bât", "étage"),
    ),
    _Detector("street", re.compile(rf"\b{_POSTCODE_UK}\b"), size=1),
    _Detector(
        "street",
        re.compile(rf"\b(?:\d{{1,5}} )?{_BEFORE_ABROAD} (?:(?:d[aeiou]s?|del|della|delle|dei|du|la|las|los|[A-ZÀ-Ý][\w.'’-]+) ){{1,5}}\d{{1,4}}[A-Za-z]?\b"),
        size=1, hints=("ul. ", "via ", "viale ", "piazza ", "corso ", "vicolo ", "rua ", "avenida ", "calle ", "plaza ", "paseo ", "carrer ", "rue ", "trg "),
    ),
    _Detector(
        "street",
        re.compile(rf"\b(?:\d{{1,5}} )?(?:[A-ZÀ-Ý][\w.-]+ ){{0,2}}(?:[{CAPITALS}][\w-]*{_AFTER_ABROAD}|[{CAPITALS}][\w-]+ (?i:{_AFTER_ABROAD})) \d{{1,4}}[A-Za-z]?\b"),
        size=1, hints=_ENDS_ABROAD,
    ),
    _Detector(
        "street",
        re.compile(
            r"\b(?i:zip(?: code)?|code postal|postcode|post code)(?: is| est)?\s?:?\s?([A-Z]{0,2}-?\d[\dA-Z -]{2,8})\b"
        ),
        size=3, hints=("zip", "postal", "postcode", "post code"),
    ),
    _Detector(
        "street",
        re.compile(
            r"\b(?i:(?:my |new |his |her |postal |home |delivery |mailing |billing )?address(?: is)?|(?:lives?|office is|offices are|located"
            r"|delivered|shipped|resid(?:es?|ing)|arrived|drops you off|restaurant is|stay) (?:at|to)"
            r"|(?:mon |votre |son )?adresse(?: est)?|habite|domicilié(?:e)?)\s?:?\s{1,3}(?=[^\n.?!]{0,60}\d)((?:the corner of"
            r" )?[\dA-ZÀ-Þ][^\n?!]{5,70}?)(?=\.?\s*(?:$|\n|[.?!](?:\s|$)|,? and (?:the|my)\b| last | by ))",
            re.MULTILINE,
        ),
        size=1,
        hints=(
            "address", "adresse", "live", "office", "located", "delivered", "shipped", "resid", "arrived", "drops you", "restaurant", "stay", "habite",
            "domicili",
        ),
    ),
    _Detector(
        "birthdate",
        re.compile(
            rf"(?i:\b(?:n[ée]e?s? le|date de naissance(?: est)?|ddn|born (?:on|in)?|date of birth(?: is)?|d\.?o\.?b\.?|birth ?date"
            rf"|birthday(?: is)?)\s{{0,2}}:?\s{{0,2}}(?:the )?({_DAY}))"
        ),
        size=1, hints=("né", "nee", "naissance", "ddn", "born", "birth", "dob", "d.o.b"),
    ),
    _Detector("plate", re.compile(r"(?<![\w-])(?!SS|WW-\d{3}-SS)[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}(?![\w-])"), size=3),
    _Detector(
        "plate",
        re.compile(
            r"\b(?i:registration|reg(?: no)?|number plate|licen[cs]e plate|immatricul\w+|plaque)[^\n]{0,15}?\b([A-Z]{2}\d{2} ?[A-Z]{3}"
            r"|[A-HJ-NP-TV-Z]{2} \d{3} [A-HJ-NP-TV-Z]{2}|\d{1,4} [A-Z]{2,3} \d{2})\b"
        ),
        size=2, hints=("reg", "plate", "immatricul", "plaque"),
    ),
    _Detector(
        "document",
        re.compile(
            r"\b(?i:passports?|passeports?|driver'?s?'? licen[cs]e|driving licen[cs]e|permis de conduire|carte d'identité|identity card|id card|cni"
            r"|titre de séjour|visa)(?i:[^\n\d]{0,18}?)\b([A-Z]{0,2}\d[A-Z0-9-]{5,16})\b"
        ),
        size=5, hints=("passport", "passeport", "licen", "permis", "identi", "id card", "cni", "titre de séjour", "visa"),
    ),
    _Detector(
        "reference",
        re.compile(
            r"\b(?i:(?:num[ée]ro (?:de )?)?(?:commande|contrat|client|dossier|facture|adhérent|sinistre|police|abonné|réservation|orders?|accounts?"
            r"|customers?|invoices?|contracts?|polic(?:y|ies)|booking|membership|member|case|ticket|tracking|parcel))"
            r"\s?(?i:n[°ºo]\.?|no\.?|number|num(?:éro)?|id|ref(?:erence)?\.?|réf(?:érence)?\.?)?\s?(?:is|est)?\s?[:#]?\s?#?(?!(?:19"
            r"|20)\d\d\b(?!-))([A-Z]{0,5}-?\d[\dA-Z]*(?:[-/][\dA-Z]+){0,3})(?![\w,.]*[€£$%])"
        ),
        lambda text: len(_digits(text)) >= 4,
        size=4,
        hints=(
            "commande", "contrat", "client", "dossier", "facture", "adhérent", "sinistre", "police", "abonné", "réservation", "order", "account",
            "customer", "invoice", "contract", "polic", "booking", "member", "case", "ticket", "tracking", "parcel",
        ),
    ),
    _Detector(
        "name",
        re.compile(
            rf"(?:\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Doctor|Mme|Mmes|Mlle|Monsieur|Madame|Mademoiselle|Docteur|Maître)\b\.?|(?<![\w.])M\.) ({_NAME})"
            rf"|(?i:\b(?:my name is|name's|je m['’]appelle|mon nom est|mon prénom est|this is|speaking with|ici|(?:everyone |people )?calls? me|on m['’]appelle"
            rf"|(?:maiden|last|first|family) name(?:\?| is)|nom de (?:jeune fille|famille) est))\s+({_NAME})"
            rf"|(?i:(?:^|\n|>)\s{{0,4}}(?:dear|hi|hello|hey|bonjour|bonsoir|cher|chère|chers|salut|coucou))[ ,]+(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Mme|Mlle"
            rf"|Monsieur|Madame|Mademoiselle|Docteur|M)\.? )?({_NAME})(?=\s?[,!:\n]|\s?$)"
            rf"|(?:^|\n|>)\s{{0,4}}({_CAP}(?: [A-Z]\.?)? {_CAP})\s{{0,3}}\n\s{{0,6}}>?\s{{0,4}}(?=\d{{1,5}},? [A-ZÀ-Þ]|P\.?O|\d{{1,4}},? (?i:{_STREET_FR}))"
            rf"|\b({_CAP} (?:[A-Z]\.? )?{_CAP}) (?=lives|resides|was born|habite|est née? )"
            rf"|(?i:\b(?:regards|sincerely|cheers|best|thanks|yours|cordialement|bien à (?:vous|toi)|amicalement|bises|salutations"
            rf"|respectueusement))\s?,?\s*\n\s{{0,4}}({_NAME})(?=\s*(?:$|\n|,))"
            rf"|(?i:(?:^|\n|[{{(,;>] ?|\b(?:customer|client|contact|full|first|last|patient) )(?:name|nom(?: complet)?|prénom|prenom|attn|attention"
            rf"|à l'attention de|from|client|patient|signed|signé))\s?:\s{{0,6}}({_NAME})",
        )
    ),
)  # fmt: skip
_CALLED = (
    "Dr Mr Mrs Ms Mme Tous Toutes Le La Les L' Votre Notre Vous Monsieur Madame Mesdames Messieurs All Everyone Team Customer Customers Friend Friends Sir"
    " Madam There World Again Client Cliente Clients Chers Chères Reader Readers Folks Your The You Voisin Amis Ami Amie Lecteur Lectrice Both Sweetheart"
)
_NOT_NAMES = frozenset(_CALLED.split())
"""Whom a greeting calls when it calls nobody by name."""


def _hinted() -> ahocorasick.Automaton:
    """All hints in one automaton, each with the detectors it speaks for."""
    owners: dict[str, set[int]] = {}
    for index, detector in enumerate(_DETECTORS):
        for hint in detector.hints:
            owners.setdefault(hint, set()).add(index)
    automaton = ahocorasick.Automaton()
    for hint, indices in owners.items():
        automaton.add_word(hint, frozenset(indices))
    automaton.make_automaton()
    return automaton


_HINTS = _hinted()
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLUMP = re.compile(r"\d(?:[\s().,/:\u00a0\u202f-]{0,3}\d)*")


@lru_cache(maxsize=64)
def _marks(text: str) -> tuple[int, frozenset[int]]:
    """What decides which patterns are tried at all: the most digits that stand together, bare years apart, and the detectors that a hint speaks for."""
    clumps = [match.group() for match in _CLUMP.finditer(text)]
    size = max((sum(char.isdigit() for char in clump) for clump in clumps if not _YEAR.fullmatch(clump)), default=0)
    return size, frozenset[int]().union(*{owners for _, owners in _HINTS.iter(text.lower())})


def _found(detector: _Detector, text: str) -> Iterator[tuple[int, int]]:
    for match in detector.pattern.finditer(text):
        group = match.lastindex or 0
        start, end = match.span(group)
        end = start + len(text[start:end].rstrip(" \n.-("))
        if detector.valid is not None and not detector.valid(text[start:end]):
            continue
        if detector.kind == "name" and text[start:end].split()[0] in _NOT_NAMES:
            continue
        yield start, end


def hints(*kinds: Kind) -> tuple[str, ...]:
    """Literals, in lower case, of which one stands in every text with data of `kinds`; empty where a kind is known by its figures alone."""
    own = [detector.hints for detector in _DETECTORS if detector.kind in kinds]
    return tuple(sorted({hint for several in own for hint in several})) if all(own) else ()


def find_personal(text: str, kinds: Collection[Kind] | None = None) -> list[Personal]:
    """Personal data in `text`, left to right, never overlapping; the surer kind wins (IBAN before phone).

    kinds: what to look for; by default all that has a form of its own (`STRUCTURED`). `EVERY` adds names, found by a title, a greeting, a
    signature or a label before them.
    """
    wanted = STRUCTURED if kinds is None else kinds
    size, hinted = _marks(text)
    found: list[Personal] = []
    for index, detector in enumerate(_DETECTORS):
        if detector.kind not in wanted or detector.size > size or (detector.hints and index not in hinted):
            continue
        for start, end in _found(detector, text):
            if not any(start < other.end and other.start < end for other in found):
                found.append(Personal(detector.kind, start, end, text[start:end]))
    return sorted(found, key=lambda item: item.start)
