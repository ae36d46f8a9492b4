"""Files -> `BrandGuide`, or every fault of the folder at once.

The format is described in docs/brand-guides.md. A folder with faults gives no guide: half a guide would check with half its rules.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import regex

from copilot.channels import CHANNELS, Channel, find_channel
from copilot.errors import BriefFault, CentaurError, Fault, FileFault, GuideFaults, UnknownBrand
from copilot.guides import styles, yamlfile
from copilot.language.words import Words, both
from copilot.records import LOCALES, BrandGuide, Brief, Campaign, ClaimBank, Label, Lexicon, LineBank, Locale, PrivatePattern, Voice, find_locale

BRAND_NAME = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
MOST_BRIEF_BYTES = 64_000


def brands(roots: tuple[Path, ...]) -> dict[str, Path]:
    """Brand -> folder, over all `roots`; the nearest root wins where two hold the same brand."""
    found: dict[str, Path] = {}
    for root in roots:
        for folder in sorted(root.iterdir()):
            if BRAND_NAME.match(folder.name) and (folder / "voice.yaml").is_file():
                found.setdefault(folder.name, folder)
    return found


def load_brand(brand: str, roots: tuple[Path, ...]) -> BrandGuide:
    """The brand's guide.

    Raises: UnknownBrand; GuideFaults with all faults of the folder.
    """
    folders = brands(roots)
    if brand not in folders:
        raise UnknownBrand(brand=brand, known=", ".join(folders) or "-")
    return load_folder(folders[brand])


def load_folder(folder: Path) -> BrandGuide:
    """The guide in `folder`. Raises: GuideFaults with all faults of the folder."""
    reader = _Reader(folder)
    guide = reader.read()
    if reader.faults or guide is None:
        raise GuideFaults(folder.name, tuple(sorted(reader.faults, key=lambda f: (f.file, f.line or 0))))
    return guide


class _Reader:
    """Reads one folder and gathers its faults."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[Fault] = []

    def fault(self, file: str, line: int | None, what: Words, mend: Words) -> None:
        self.faults.append(Fault(file=file, line=line, what=what, mend=mend))

    def read(self) -> BrandGuide | None:
        folder = self.folder
        if not BRAND_NAME.match(folder.name):
            self.fault(
                folder.name,
                None,
                both("the folder's name is the brand's id", "le nom du dossier est l'identifiant de la marque"),
                both("use lower case, digits and hyphens", "prenez minuscules, chiffres et traits d'union"),
            )
        voice = self._yaml(Voice, "voice.yaml", needed=True)
        lexicon = self._yaml(Lexicon, "lexicon.yaml")
        claims = self._yaml(ClaimBank, "claims.yaml")
        lines = self._yaml(LineBank, "lines.yaml")
        locales: tuple[Locale, ...] = voice.locales if voice else LOCALES
        prose = self._prose(locales)
        campaigns = self._campaigns(locales)
        labels = self._labels(locales)
        imported, faults = styles.read(folder)
        self.faults += faults
        if voice:
            self._patterns(voice)
        if claims:
            self._twice("claims.yaml", [claim.id for claim in claims.claims])
        if lines:
            self._lines(lines)
        if voice is None or lexicon is None or claims is None or lines is None:
            return None
        return BrandGuide(
            brand=folder.name,
            folder=str(folder),
            voice=voice,
            lexicon=lexicon,
            claims=claims,
            lines=lines,
            prose=prose,
            campaigns=tuple(campaigns),
            labels=tuple(labels),
            styles=imported,
        )

    def _yaml(self, model: type[yamlfile.M], name: str, needed: bool = False) -> yamlfile.M | None:
        path = self.folder / name
        if not path.is_file():
            if needed:
                self.fault(
                    name,
                    None,
                    both("is missing", "manque"),
                    both("write it (docs/brand-guides.md shows one)", "écrivez-le (docs/brand-guides.md en montre un)"),
                )
                return None
            return model()
        text, faults = yamlfile.read_text(path, name)
        self.faults += faults
        if faults:
            return None
        data, lines, faults = yamlfile.parse(text, name)
        self.faults += faults
        if faults and data is None:
            return None
        value, more = yamlfile.validate(model, data, lines, name)
        self.faults += more
        return value

    def _prose(self, locales: tuple[Locale, ...]) -> dict[Locale, str]:
        prose: dict[Locale, str] = {}
        for locale in locales:
            for name in (f"guide.{locale}.md", *(["guide.md"] if locale == locales[0] else [])):
                if (self.folder / name).is_file():
                    text, faults = yamlfile.read_text(self.folder / name, name)
                    self.faults += faults
                    if text.strip():
                        prose[locale] = text
                    elif not faults:
                        self.fault(name, None, both("is empty", "est vide"), both("write how the brand sounds", "écrivez comment la marque parle"))
                    break
        return prose

    def _campaigns(self, locales: tuple[Locale, ...]) -> list[Campaign]:
        campaigns: list[Campaign] = []
        places: dict[str, str] = {}
        for path in sorted((self.folder / "campaigns").glob("*.md")):
            shown = f"campaigns/{path.name}"
            text, faults = yamlfile.read_text(path, shown)
            self.faults += faults
            if faults:
                continue
            campaign = self._campaign(text, shown, locales)
            if campaign is None:
                continue
            if campaign.id in places:
                self.fault(
                    shown,
                    2,
                    both(f"the id '{campaign.id}' is that of {places[campaign.id]}", f"l'id « {campaign.id} » est celui de {places[campaign.id]}"),
                    both("give each campaign its own id", "donnez à chaque campagne son id"),
                )
            places[campaign.id] = shown
            campaigns.append(campaign)
        return campaigns

    def _campaign(self, text: str, shown: str, locales: tuple[Locale, ...]) -> Campaign | None:
        match = re.match(r"---\n(.*?)\n---\n?", text, re.DOTALL)
        if not match:
            self.fault(
                shown,
                1,
                both("has no front matter", "n'a pas d'en-tête"),
                both("begin with --- , id:, channel:, locale: and ---", "commencez par --- , id:, channel:, locale: et ---"),
            )
            return None
        data, lines, faults = yamlfile.parse(match.group(1), shown, first_line=2, as_written=True)
        self.faults += faults
        if not isinstance(data, dict):
            if not faults:
                self.fault(
                    shown,
                    2,
                    both("the front matter is not keys and values", "l'en-tête n'est pas fait de clés"),
                    both("write key: value", "écrivez clé: valeur"),
                )
            return None
        if isinstance(data.get("facts"), dict):
            data["facts"], faults = _facts(data["facts"], lines, shown)
            self.faults += faults
        body_line = text[: match.end()].count("\n") + 1
        channel = self._channel(data, lines, shown)
        data["fields"] = self._fields(text[match.end() :], shown, body_line, channel)
        data["file"] = shown
        if channel:
            data["channel"] = channel.name
        campaign, more = yamlfile.validate(Campaign, data, lines, shown)
        self.faults += more
        if campaign and campaign.locale not in locales:
            self.fault(
                shown,
                lines.get(("locale",)),
                both(f"is in '{campaign.locale}', which voice.yaml does not list", f"est en « {campaign.locale} », que voice.yaml n'a pas"),
                both("add it to locales, or move the file", "ajoutez-le à locales, ou déplacez le fichier"),
            )
        return campaign

    def _channel(self, data: dict[str, Any], lines: dict[yamlfile.Loc, int], shown: str) -> Channel | None:
        if not isinstance(data.get("channel"), str):
            return None
        try:
            return find_channel(data["channel"])
        except CentaurError:
            known = ", ".join(channel.name for channel in CHANNELS)
            name = data["channel"]
            self.fault(
                shown,
                lines.get(("channel",)),
                both(f"'{name}' is not a channel", f"« {name} » n'est pas un canal"),
                both(f"use one of: {known}", f"prenez l'un de : {known}"),
            )
            return None

    def _fields(self, body: str, shown: str, first_line: int, channel: Channel | None) -> dict[str, str]:
        fields: dict[str, str] = {}
        heads = list(re.finditer(r"^## +(\S.*?) *$", body, re.MULTILINE))
        if not heads:
            self.fault(
                shown,
                first_line,
                both("holds no copy", "ne contient pas de texte"),
                both("write each field under `## field`", "écrivez chaque champ sous `## champ`"),
            )
        for index, head in enumerate(heads):
            line = first_line + body[: head.start()].count("\n")
            name = head.group(1)
            text = body[head.end() : heads[index + 1].start() if index + 1 < len(heads) else len(body)].strip()
            field = channel.field(name) if channel else None
            if channel and field is None:
                known = ", ".join(field.name for field in channel.fields)
                self.fault(
                    shown,
                    line,
                    both(f"'{name}' is not a field of {channel.name}", f"« {name} » n'est pas un champ de {channel.name}"),
                    both(f"use one of: {known}", f"prenez l'un de : {known}"),
                )
                continue
            if not text:
                self.fault(
                    shown,
                    line,
                    both(f"the field '{name}' is empty", f"le champ « {name} » est vide"),
                    both("write it or remove its heading", "remplissez-le ou retirez son titre"),
                )
                continue
            if field and field.most > 1:
                items = [item.strip() for item in re.split(r"^- ", text, flags=re.MULTILINE) if item.strip()]
                fields |= {f"{name}_{number}": item for number, item in enumerate(items, 1)}
            else:
                fields[name] = text
        return fields

    def _labels(self, locales: tuple[Locale, ...]) -> list[Label]:
        path = self.folder / "labels.jsonl"
        if not path.is_file():
            return []
        text, faults = yamlfile.read_text(path, "labels.jsonl")
        self.faults += faults
        labels: list[Label] = []
        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip():
                continue
            try:
                data = json.loads(line)
            except json.JSONDecodeError as error:
                self.fault(
                    "labels.jsonl",
                    number,
                    both(f"is not JSON ({error.msg})", f"n'est pas du JSON ({error.msg})"),
                    both('write {"text": "...", "locale": "fr", "label": "us"}', 'écrivez {"text": "...", "locale": "fr", "label": "us"}'),
                )
                continue
            label, more = yamlfile.validate(Label, data, {(): number}, "labels.jsonl")
            self.faults += more
            if label and label.locale in locales:
                labels.append(label)
            elif label:
                self.fault(
                    "labels.jsonl",
                    number,
                    both(f"is in '{label.locale}', which voice.yaml does not list", f"est en « {label.locale} », que voice.yaml n'a pas"),
                    both("add the locale or drop the line", "ajoutez la langue ou retirez la ligne"),
                )
        return labels

    def _lines(self, bank: LineBank) -> None:
        """A line for any product states no figure and knows one slot."""
        for line in (line for locale in LOCALES for lines in bank.of(locale).by_place.values() for line in lines):
            where = self._line_of("lines.yaml", line)
            if re.search(r"\d", line):
                self.fault(
                    "lines.yaml",
                    where,
                    both(f"'{line}' states a figure", f"« {line} » donne un chiffre"),
                    both("a line for any product holds none: make it a claim", "une ligne valable pour tout produit n'en a pas : faites-en une allégation"),
                )
            if re.search(r"[{}]", line.replace("{product}", "")):
                self.fault(
                    "lines.yaml",
                    where,
                    both(f"'{line}' has an unknown slot", f"« {line} » a un emplacement inconnu"),
                    both("{product} is the only one", "{product} est le seul"),
                )

    def _patterns(self, voice: Voice) -> None:
        for quirk in voice.quirks:
            try:
                re.compile(quirk.pattern)
            except re.error as error:
                self.fault(
                    "voice.yaml",
                    self._line_of("voice.yaml", quirk.pattern),
                    both(
                        f"the pattern of quirk '{quirk.name}' is not a regular expression ({error.msg})",
                        f"le motif de « {quirk.name} » n'est pas une expression régulière ({error.msg})",
                    ),
                    both("mend the pattern or leave it out", "corrigez le motif ou omettez-le"),
                )

        for own in voice.private_patterns:
            self._private(own)

    def _private(self, own: PrivatePattern) -> None:
        """A fault for a pattern that is none, or that matches nothing at all everywhere."""
        try:
            wrong = both("matches the empty text", "correspond au texte vide") if regex.compile(own.pattern).match("") else None
        except regex.error as error:
            wrong = both(f"is not a regular expression ({error})", f"n'est pas une expression régulière ({error})")
        if wrong:
            self.fault(
                "voice.yaml",
                self._line_of("voice.yaml", own.pattern),
                both("the private pattern '{name}' {wrong}", "le motif privé « {name} » {wrong}").fill(name=own.name, wrong=wrong),
                both("mend it: what it matches never leaves", "corrigez-le : ce qu'il reconnaît ne sort jamais"),
            )

    def _line_of(self, name: str, piece: str) -> int | None:
        lines = (self.folder / name).read_text(encoding="utf-8", errors="replace").split("\n")
        return next((number for number, line in enumerate(lines, 1) if piece in line), None)

    def _twice(self, file: str, ids: list[str]) -> None:
        for name in sorted({name for name in ids if ids.count(name) > 1}):
            self.fault(
                file,
                self._line_of(file, name),
                both(f"the id '{name}' stands twice", f"l'id « {name} » figure deux fois"),
                both("give each its own id", "donnez à chacun son id"),
            )


def load_brief(source: Path | str, defaults: dict[str, str], shown: str = "") -> Brief:
    """A brief from a YAML or JSON file, or from its text. `defaults` (brand, channel, locale) hold where the brief is silent.

    Raises: FileFault, BriefFault (all faults in one message), UnknownChannel, UnknownLocale.
    """
    where = shown or (source.name if isinstance(source, Path) else "")
    if isinstance(source, Path):
        if not source.is_file():
            raise FileFault(
                file=source,
                what=both("there is no such file", "ce fichier n'existe pas"),
                mend=both("Give the path of a YAML or JSON brief.", "Donnez le chemin d'un brief en YAML ou JSON."),
            )
        size = source.stat().st_size
        if size > MOST_BRIEF_BYTES:
            raise _brief_fault(where, both(f"it has {size / 1000:.0f} kB", f"il fait {size / 1000:.0f} ko"), _SHORT)
        text, faults = yamlfile.read_text(source, where)
    else:
        text, faults = source, []
        if len(text.encode("utf-8", "replace")) > MOST_BRIEF_BYTES:
            raise _brief_fault(where, both(f"it has {len(text) / 1000:.0f} kB", f"il fait {len(text) / 1000:.0f} ko"), _SHORT)
    data, lines, more = yamlfile.parse(text, where, as_written=True)
    faults += more
    if not faults and not isinstance(data, dict):
        raise _brief_fault(
            where, both("it is not keys and values", "il n'est pas fait de clés et de valeurs"), both("Write product: and facts:", "Écrivez product: et facts:")
        )
    if faults:
        raise GuideFaults(where, tuple(faults))
    return make_brief(data, defaults, lines, where)


_SHORT = both(
    "A brief is a page, not a folder: keep it under 64 kB and import long texts as campaigns.",
    "Un brief est une page : restez sous 64 ko et importez les textes longs comme campagnes.",
)


def make_brief(data: dict[str, Any], defaults: dict[str, str], lines: dict[yamlfile.Loc, int] | None = None, where: str = "") -> Brief:
    """A brief from keys and values, as in a file or a form.

    Raises: BriefFault, GuideFaults (all faults), UnknownChannel, UnknownLocale.
    """
    data = {**defaults, **{key: value for key, value in data.items() if value not in (None, "")}}
    facts = data.get("facts") or {}
    wrong: list[Fault] = []
    if isinstance(facts, (dict, list)):
        facts, wrong = _facts(facts, lines or {}, where or "brief")
        data["facts"] = {key: value for key, value in facts.items() if value}
    at = f" in {where}" if where else ""
    if isinstance(data.get("locale"), str):
        data["locale"] = find_locale(data["locale"], at)
    if isinstance(data.get("channel"), str):
        data["channel"] = find_channel(data["channel"], at).name
    brief, faults = yamlfile.validate(Brief, data, lines or {}, where or "brief")
    if brief is None or wrong:
        raise GuideFaults(where or "brief", (*faults, *wrong))
    purposes = find_channel(brief.channel, at).purposes
    if brief.purpose not in purposes:
        known = ", ".join(purposes)
        raise _brief_fault(
            where,
            both(f"'{brief.purpose}' is no purpose of {brief.channel}", f"« {brief.purpose} » n'est pas un type de {brief.channel}"),
            both(f"Use one of: {known}.", f"Prenez l'un de : {known}."),
        )
    if brief.purpose == "promotion" and not brief.offer:
        raise _brief_fault(
            where,
            both("it is a promotion without an offer", "c'est une promotion sans offre"),
            both("Write offer: with its terms, or choose another purpose.", "Écrivez offer: avec ses conditions, ou prenez un autre type."),
        )
    if not brief.facts:
        raise _brief_fault(
            where,
            both("it has no facts", "il n'a pas de faits"),
            both(
                "A draft may state only what the brief or the claim bank says: add at least one under `facts:`, indented, such as\n  facts:\n    price: 12 €",
                "Un brouillon ne peut dire que ce que disent le brief ou la banque d'allégations : ajoutez-en un sous `facts:`, en retrait, par exemple\n  facts:\n    prix: 12 €",
            ),
        )
    return brief


def _facts(given: dict[str, Any] | list[Any], lines: dict[yamlfile.Loc, int], shown: str) -> tuple[dict[str, str], list[Fault]]:
    """Facts by name, a list's by number, as they were written; and the faults of those that are no text."""
    facts: dict[str, str] = {}
    faults: list[Fault] = []
    for place, value in given.items() if isinstance(given, dict) else enumerate(given):
        name = f"fact {place + 1}" if isinstance(place, int) else str(place)
        if value is None:
            what, mend = both("the fact '{name}' has no value", "le fait « {name} » n'a pas de valeur"), _WRITE_FACT
        elif isinstance(value, (dict, list)):
            what = both("the fact '{name}' is keys or a list, not text", "le fait « {name} » est fait de clés ou d'une liste, pas de texte")
            mend = both("write each fact on its own line; put a value that holds ': ' or begins with { or [ in quotes", "écrivez un fait par ligne ; mettez entre guillemets une valeur qui contient « : » ou commence par { ou [")  # fmt: skip
        else:
            facts[name] = str(value).lower() if isinstance(value, bool) else str(value).strip()
            continue
        faults.append(Fault(file=shown, line=lines.get(("facts", place)), what=what.fill(name=name), mend=mend))
    return facts, faults


_WRITE_FACT = both("write it, or take the fact out", "écrivez-la, ou retirez le fait")


def _brief_fault(where: str, what: Words, mend: Words) -> BriefFault:
    return BriefFault(where=f" {where}" if where else "", what=what, mend=mend)


SCHEMAS: dict[str, type[Any]] = {"voice": Voice, "lexicon": Lexicon, "claims": ClaimBank, "lines": LineBank, "brief": Brief}


def schemas() -> dict[str, str]:
    """File name -> JSON schema of each YAML file, for editors."""
    result = {}
    for name, model in SCHEMAS.items():
        schema = model.model_json_schema()
        if name == "brief":
            schema["required"] = ["product", "facts"]
        result[f"{name}.schema.json"] = json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, indent=2, ensure_ascii=False) + "\n"
    return result
