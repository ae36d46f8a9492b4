"""Findings and dials -> scorecard and verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from copilot.guardrails import engine
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import Rule
from copilot.guardrails.scores import authenticity, compliance, voice
from copilot.language.markup import Markup
from copilot.records import Bands, Copy, Dial, DialName, Finding, Scorecard, Verdict


def judge(
    copy: Copy,
    rules: tuple[Rule, ...],
    grounds: Grounds,
    profile: voice.VoiceProfile | None,
    language: str,
    markup: Mapping[str, Markup] | None = None,
    explained: bool = True,
) -> Scorecard:
    """The scorecard of `copy`, with messages in `language`. `markup`: the files that fields were read from; `explained`: the voice dial with its parts.

    Verdict: blocked by any blocking finding; needs work with a scoring finding, or a measured dial whose whole interval lies under the brand's band;
    ready for review otherwise. What is not measured neither blocks nor passes: it is shown.
    """
    texts = engine.cut(copy, grounds.channel, markup)
    findings = engine.find(texts, rules, grounds, language)
    prose = [text.prose for text in texts if text.spec is None or text.spec.name not in ("slug", "path")]
    free = [voice.quirkless(each, grounds) for each in prose]
    dials: dict[DialName, Dial] = {
        "voice": voice.score(profile, [each for each, _ in free], language, copy.channel, sum(quirks for _, quirks in free), explained),
        "authenticity": authenticity.score(texts, findings, grounds, language),
        "compliance": compliance.score(findings, grounds, language),
    }
    return Scorecard(
        brand=grounds.house.guide.brand if grounds.house else "",
        text_hash=copy.text_hash,
        verdict=verdict(findings, dials, grounds.house.guide.voice.bands if grounds.house else Bands()),
        dials=dials,
        findings=findings,
    )


def verdict(findings: Sequence[Finding], dials: dict[DialName, Dial], bands: Bands) -> Verdict:
    """What the findings and dials come to."""
    worst = engine.worst(findings)
    if worst == "blocking":
        return "blocked"
    names: tuple[DialName, ...] = ("voice", "authenticity")
    for name in names:
        dial = dials[name]
        if dial.high is not None and dial.high < getattr(bands, name)[0]:
            return "needs work"
    return "needs work" if worst == "scoring" else "ready for review"
