"""How do the dials move when a text is cut to 8, 20, 40, 80 and 160 words?

    python -m bench.drift [--brand NAME]

Texts: the e-mails and pages of the sample brands, each judged by a profile that has not seen it, and the same cut after so many words. Printed for voice and authenticity: the
mean dial, how far a cut lies from the dial of the longest cut (median, 90th percentile), the mean width of the interval, and how often it holds that dial.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bench.fit_voice import first_words
from copilot.guardrails import engine
from copilot.guardrails.grounds import Grounds, House
from copilot.guardrails.scores import authenticity, voice
from copilot.guides.load import load_brand
from copilot.language.prose import Locale, Prose
from copilot.records import Copy, Dial
from copilot.testing import TODAY

ROOT = Path(__file__).resolve().parents[1]
CUTS = (8, 20, 40, 80, 160)
BRANDS = ("pataud", "halage", "fettle-and-thole")
CHANNELS = ("email", "seo_page")
LONG = 80
"""Words of a campaign from which it is cut."""
FOLDS = 6


def dials(house: House, locale: Locale) -> Iterator[tuple[str, int, Dial]]:
    """Campaign and kind of dial, words, dial: for every long campaign at every length."""
    grounds = Grounds(locale, TODAY, house)
    samples = voice.samples(house, locale)
    for fold in range(FOLDS):
        profile = voice.fit([sample for number, sample in enumerate(samples) if number % FOLDS != fold], locale)
        for number, sample in enumerate(samples):
            text = "\n".join(sample.texts)
            if number % FOLDS != fold or sample.channel not in CHANNELS or len(text.split()) < LONG:
                continue
            for length in CUTS:
                cut = first_words(text, length)
                free, quirks = voice.quirkless(Prose(cut, locale), grounds)
                yield f"voice {sample.id}", length, voice.score(profile, [free], "en", quirks=quirks, explained=False)
                texts = engine.cut(Copy(locale=locale, fields={"text": cut}), None)
                yield f"authenticity {sample.id}", length, authenticity.score(texts, (), grounds, "en")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--brand", choices=BRANDS, action="append")
    options = parser.parse_args()
    for brand in options.brand or BRANDS:
        house = House(load_brand(brand, (ROOT / "brand_guides",)))
        for locale in house.guide.voice.locales:
            found: dict[str, dict[int, Dial]] = defaultdict(dict)
            for name, length, dial in dials(house, locale):
                found[name][length] = dial
            for kind in ("voice", "authenticity"):
                series = [held for name, held in found.items() if name.startswith(kind)]
                for length in CUTS:
                    pairs = [(held[length], held[CUTS[-1]]) for held in series if held[length].measured and held[CUTS[-1]].measured]
                    numbers = np.array([(cut.value, cut.low, cut.high, whole.value) for cut, whole in pairs], float)
                    if len(numbers):
                        value, low, high, whole = numbers.T
                        gap = np.abs(value - whole)
                        print(
                            f"{brand} {locale} {kind:<13}{length:4d} words  {len(numbers):3d} texts  dial {value.mean():5.1f}  from the longest {np.median(gap):5.1f} "
                            f"(90 %: {np.quantile(gap, 0.9):5.1f})  width {np.mean(high - low):5.1f}  holds it {100 * np.mean((low <= whole) & (whole <= high)):4.0f} %"
                        )


if __name__ == "__main__":
    main()
