"""What would leave unmasked, and what is masked for nothing.

    python -m bench.privacy [--data FOLDER] [--misses N]

Left unmasked: labelled spans of a public synthetic set (English) of which a letter or digit still stands, by kind; organisations, nationalities, ages, places and web
addresses are not masked on purpose. Masked for nothing: marks in the campaigns of the sample brands (by their own mask) and in public brand copy of organisations that nobody
told us the names of (a mask without a guide), where most named people are real ones: the list must be read, not counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from bench import corpora
from copilot.generation.privacy import Mask
from copilot.guides.load import brands, load_folder
from copilot.settings import PACKAGE

WANTED = ("PERSON", "EMAIL_ADDRESS", "PHONE_NUMBER", "CREDIT_CARD", "IBAN_CODE", "US_SSN", "IP_ADDRESS", "US_DRIVER_LICENSE", "STREET_ADDRESS", "ZIP_CODE")


def main() -> None:
    arguments = corpora.parser(__doc__ or "")
    arguments.add_argument("--misses", type=int, default=8, help="print this many of each kind; 0 for all")
    options = arguments.parse_args()
    labelled: Counter[str] = Counter()
    left: dict[str, list[str]] = defaultdict(list)
    for row in corpora.rows(options.data, "pii"):
        text = row["text"]
        mask = Mask()
        mask.hide(text)
        finds = [*mask.finds(text), *mask._again(text)]
        for span in row["spans"]:
            if span["type"] not in WANTED:
                continue
            labelled[span["type"]] += 1
            bare = [at for at in range(span["start"], span["end"]) if text[at].isalnum() and not any(start <= at < end for start, end, _ in finds)]
            if bare:
                left[span["type"]].append(
                    text[max(0, span["start"] - 30) : span["end"] + 10].replace("\n", " | ") + f"  [{text[span['start'] : span['end']]!r}]"
                )
    print(f"{'labelled':<20}{'spans':>7}{'left':>7}{'masked':>9}")
    for kind in WANTED:
        print(f"{kind:<20}{labelled[kind]:>7}{len(left[kind]):>7}{100 * (1 - len(left[kind]) / max(labelled[kind], 1)):>8.1f}%")
    for kind in WANTED:
        if left[kind]:
            print(f"\nleft unmasked, {kind} ({len(left[kind])})")
            for line in left[kind][: options.misses or None]:
                print("   " + line)
    for brand, folder in brands((PACKAGE.parent / "brand_guides",)).items():
        guide = load_folder(folder)
        _told(brand, [campaign.text for campaign in guide.campaigns], Mask.of(guide), options.misses)
    for name in ("voice_en", "voice_fr"):
        _told(name, [row["text"] for row in corpora.rows(options.data, name)], Mask(), options.misses)


def _told(name: str, texts: list[str], mask: Mask, misses: int) -> None:
    found: dict[str, list[str]] = defaultdict(list)
    touched = 0
    for text in texts:
        finds = mask.finds(text)
        touched += bool(finds)
        for start, end, kind in finds:
            found[kind].append(f"{text[max(0, start - 25) : start]}[{text[start:end]}]{text[end : end + 10]}".replace("\n", " | "))
    marks = sum(map(len, found.values()))
    print(f"\n{name}: {marks} marks in {touched} of {len(texts)} texts ({sum(len(text.split()) for text in texts)} words)")
    for kind, lines in found.items():
        print(f"  {kind} ({len(lines)})")
        step = max(1, len(lines) // misses) if misses else 1
        for line in lines[::step][: misses or None]:
            print("     " + line)


if __name__ == "__main__":
    main()
