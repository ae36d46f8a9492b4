"""Check: findings and dials of any copy; what a voice was learnt from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from copilot.channels import find_channel
from copilot.guardrails import catalogue, fix, rates, scorecard
from copilot.guardrails.grounds import Grounds, House
from copilot.guardrails.rates import Rate
from copilot.guardrails.rule import Rule
from copilot.guardrails.scores import voice
from copilot.guides import labels
from copilot.language.markup import Markup
from copilot.records import (
    Brief,
    Copy,
    Dial,
    Locale,
    Scorecard,
    clean,
)
from copilot.service.brand import Brands
from copilot.service.results import Disagreement, VoiceReport


class Checks(Brands):
    """Judges copy."""

    def catalogue(self) -> str:
        """The catalogue as a page of Markdown, with measured rates."""
        return catalogue.markdown(self.rules, rates.stored())

    def rates_of(self, rule: Rule) -> tuple[Rate, ...]:
        """How often `rule` fires on ordinary human copy and on machine text; empty where it was not measured."""
        return rates.stored().rules.get(rule.code, ())

    def check(
        self, copy: Copy, brand: str = "", brief: Brief | None = None, language: str = "", markup: Mapping[str, Markup] | None = None, explained: bool = True
    ) -> Scorecard:
        """The scorecard of `copy`. Without a brand only the general rules speak, and voice is not measured.

        markup: the pages that fields were read from, for imported styles, which tell headings from lists. explained: the voice dial with its parts, which
        take longer than the rest of it. Raises: UnknownBrand, GuideFaults, UnknownChannel.
        """
        return self._judge(copy, self._house(brand) if brand else None, brief, language, markup, explained)

    def _judge(
        self, copy: Copy, house: House | None, brief: Brief | None, language: str = "", markup: Mapping[str, Markup] | None = None, explained: bool = True
    ) -> Scorecard:
        channel = find_channel(copy.channel) if copy.channel else None
        grounds = Grounds(locale=copy.locale, today=self.today, house=house, brief=brief, channel=channel, whole=copy.whole)
        profile = self._profile(house, copy.locale) if house else None
        rules = self._rules_for(house) if house else self.rules
        return scorecard.judge(copy, rules, grounds, profile, language or self.settings.language or copy.locale, markup, explained)

    def fixed(self, copy: Copy, brand: str = "", brief: Brief | None = None) -> dict[str, str]:
        """The fields of `copy` with every safe fix applied and nothing else changed."""
        fields = copy.fields
        for _ in range(5):
            found = self.check(copy.model_copy(update={"fields": fields}), brand, brief).findings
            after = fix.apply_safe(fields, found)
            if after == fields:
                break
            fields = after
        return fields

    def voice_report(self, brand: str, locale: Locale | None = None, language: str = "") -> VoiceReport:
        """What the voice of a brand was learnt from, in words, and how far the dial agrees with its labels. Raises: UnknownBrand, GuideFaults."""
        house = self._house(brand)
        chosen = locale or house.guide.voice.locales[0]
        profile = self._profile(house, chosen)
        found = voice.labelled(profile, house)
        odds = found.agreement.held_out if found.agreement else ()
        wrong = [
            Disagreement(label=label, value=round(voice.scale.dial(value), 1))
            for label, value in zip(found.labels, odds, strict=bool(odds))
            if (value > 0) != (label.label == "us")
        ]
        held = found.agreement
        return VoiceReport(
            brand=brand,
            locale=chosen,
            samples=profile.samples,
            words=profile.all_words,
            channels={name: count for name, (count, _) in profile.channels.items()},
            agreement={
                "us": held.us,
                "not us": held.not_us,
                "auc": held.auc,
                "auc_half": held.auc_half,
                "accuracy": held.accuracy,
                "accuracy_low": held.accuracy_low,
                "accuracy_high": held.accuracy_high,
            }
            if held
            else None,
            disagreements=tuple(sorted(wrong, key=lambda item: -abs(item.value - 50))),
            summary=voice.told(profile, found, language or self.settings.language or chosen),
        )

    def add_labels(self, brand: str, texts: Sequence[str], kind: str, locale: Locale | None = None, channel: str = "", why: str = "") -> tuple[int, str]:
        """Mark snippets "us" or "not us" in the brand's `labels.jsonl`. Returns how many were new, and the file.

        Raises: UnknownBrand, GuideFaults, UnknownChannel, BadOption (another label, a language the brand has not, an empty snippet), FileFault.
        """
        guide = self.guide(brand)
        return labels.add(guide, texts, kind, locale or guide.voice.locales[0], find_channel(channel).name if channel else "", why)

    def explain_voice(self, brand: str, text: str, locale: Locale | None = None, channel: str = "", language: str = "") -> Dial:
        """The voice dial of a text with all its parts. Raises: UnknownBrand, GuideFaults, UnknownChannel."""
        chosen = locale or self.guide(brand).voice.locales[0]
        copy = Copy(locale=chosen, channel=find_channel(channel).name if channel else "", fields={"text": clean(text)})
        return self.check(copy, brand, None, language).dials["voice"]
