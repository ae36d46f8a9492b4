"""The engine: offsets, levels, quirks, brands, the same input giving the same output."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from copilot.channels import find_channel
from copilot.guardrails import fix
from copilot.guardrails.bulk import check_rows
from copilot.guardrails.engine import applies, cut, find
from copilot.guardrails.grounds import Grounds, House
from copilot.guardrails.registry import all_rules, switch_faults
from copilot.guardrails.rule import STYLE_FAMILIES
from copilot.guardrails.scorecard import judge
from copilot.guides.load import make_brief
from copilot.records import Brief, Copy, Quirk, RuleSwitch, Scorecard
from copilot.service import Copilot
from copilot.testing import TODAY, sample_guide

RULES = all_rules()


def house(**voice: Any) -> House:
    guide = sample_guide()
    return House(guide.model_copy(update={"voice": guide.voice.model_copy(update=voice)}))


def codes(text: str, locale: Any, where: House | None, language: str = "en") -> list[tuple[str, str, str]]:
    grounds = Grounds(locale, TODAY, house=where)
    return [(f.code, f.level, f.text) for f in find(cut(Copy(locale=locale, fields={"text": text}), None), RULES, grounds, language)]


def test_catalogue_is_wide() -> None:
    """A hundred and thirty rules at least, over fifteen families."""
    assert len(RULES) >= 130
    assert len({rule.family for rule in RULES}) == 15


def test_inflected_banned_term_is_found_whole_words_only() -> None:
    """A plural is found, a longer word is not."""
    assert ("LEX001", "blocking", "révolutionnaires") in codes("Des laines révolutionnaires.", "fr", house())
    assert not [c for c, _, _ in codes("La révolution attendra.", "fr", house()) if c == "LEX001"]


def test_a_brand_switches_a_rule_off_or_moves_its_level() -> None:
    """`rules:` in voice.yaml decides, with a reason."""
    text = "An adventure."
    assert ("LEX001", "blocking", "adventure") in codes(text, "en", house())
    off = house(rules={"LEX001": RuleSwitch(level="off", reason="We mean it.")})
    assert "LEX001" not in [code for code, _, _ in codes(text, "en", off)]
    softer = house(rules={"LEX001": RuleSwitch(level="advice", reason="Sometimes.")})
    assert ("LEX001", "advice", "adventure") in codes(text, "en", softer)


def test_offsets_are_code_points_of_the_text_as_given() -> None:
    """Emoji, decomposed accents and right-to-left text shift nothing."""
    for before in ("😀😀 ", unicodedata.normalize("NFD", "Déjà été. "), "שלום עולם. "):
        text = before + "Une laine révolutionnaire."
        findings = find(cut(Copy(locale="fr", fields={"text": text}), None), RULES, Grounds("fr", TODAY, house=house()), "en")
        banned = next(finding for finding in findings if finding.code == "LEX001")
        assert text[banned.start : banned.end] == "révolutionnaire"


def test_messages_speak_the_language_asked_for() -> None:
    """The same finding in French and in English."""
    copy = Copy(locale="fr", fields={"text": "Offre limitée !"})
    for language, word in (("en", "Presses"), ("fr", "Presse le lecteur")):
        found = find(cut(copy, None), RULES, Grounds("fr", TODAY), language)
        assert any(finding.message.startswith(word) for finding in found)


def test_same_input_same_output() -> None:
    """Two checks of one text are equal to the letter."""
    copy = Copy(locale="en", channel="", fields={"a": "Last chance! In today's fast-paced world, act now.", "b": "Call 4111 1111 1111 1111"})
    grounds = Grounds("en", TODAY, house=house())
    assert judge(copy, RULES, grounds, None, "en") == judge(copy, RULES, grounds, None, "en")


def test_safe_fixes_touch_nothing_else_and_are_done_once() -> None:
    """Tags, addresses and code stay to the letter; a second pass changes nothing."""
    text = "Tu viens ? {{ contact.PRENOM ? x : y }} https://a.example/?q=1;2 `a ? b` «Oui» : 12 % !"
    copy = Copy(locale="fr", fields={"text": text})
    grounds = Grounds("fr", TODAY)
    once = fix.apply_safe(copy.fields, find(cut(copy, None), RULES, grounds, "en"))
    for piece in ("{{ contact.PRENOM ? x : y }}", "https://a.example/?q=1;2", "`a ? b`"):
        assert piece in once["text"]
    assert once["text"].startswith("Tu viens\u202f?")
    again = Copy(locale="fr", fields=once)
    assert fix.apply_safe(once, find(cut(again, None), RULES, grounds, "en")) == once


def test_unmeasured_dials_say_why() -> None:
    """Without a brand there is no voice; three words are no evidence; neither is 0."""
    card = judge(Copy(locale="en", fields={"text": "Zips, mostly."}), RULES, Grounds("en", TODAY), None, "en")
    assert (card.dials["voice"].value, card.dials["voice"].measured) == (None, False)
    assert "no brand" in card.dials["voice"].why
    assert card.dials["authenticity"].value is None
    assert card.dials["compliance"].measured


def test_every_measured_dial_has_an_interval_around_its_value(make_copilot: Callable[..., Copilot]) -> None:
    """low <= value <= high, all within 0-100, for past copy of every brand; parts are shown."""
    copilot = make_copilot()
    for brand in copilot.brands():
        for campaign in copilot.guide(brand).campaigns[::9]:
            card = copilot.check(Copy(locale=campaign.locale, channel=campaign.channel, fields=campaign.fields), brand)
            for dial in card.dials.values():
                if dial.value is not None and dial.low is not None and dial.high is not None:
                    assert 0 <= dial.low <= dial.value <= dial.high <= 100
                    assert dial.why


def test_bulk_rows_come_back_one_for_one_and_bad_ones_stop_nothing(make_copilot: Callable[..., Copilot]) -> None:
    """Good rows, broken rows, rows of another language: each gives its row, in order."""
    copilot = make_copilot()
    lines = [
        '{"id": 1, "locale": "fr", "text": "Offre limitée !"}',
        "not json",
        '{"id": 3, "locale": "de", "text": "Hallo"}',
        '{"id": 4, "locale": "en", "channel": "email", "fields": {"subject": "RE: your order", "body": 3}}',
        "",
        '{"id": 5, "locale": "en", "fields": {"a": "\\ud800 An emoji 😀 and act now"}}',
        '["x"]',
        '{"id": 7, "locale": "en", "channel": "fax", "text": "x"}',
        '{"id": 8, "locale": "en", "text": ""}',
    ]
    rows = list(check_rows(lines, lambda copy, _: copilot.check(copy)))
    assert [row["id"] for row in rows] == [1, None, 3, 4, 5, None, 7, 8]
    assert ["error" in row for row in rows] == [False, True, True, True, False, True, True, True]
    assert set(rows[0]) == {"id", "verdict", "dials", "findings"}
    assert set(rows[0]["dials"]) == {"voice", "authenticity", "compliance"}
    assert set(rows[0]["dials"]["voice"]) == {"value", "low", "high", "measured", "why"}
    assert set(rows[0]["findings"][0]) == {"code", "name", "level", "field", "start", "end", "text", "message", "suggestion", "source"}
    act = next(f for f in rows[4]["findings"] if f["text"].lower() == "act now")
    assert "\ufffd An emoji 😀 and act now"[act["start"] : act["end"]] == "act now"


def test_a_bulk_row_may_carry_keys_of_its_callers_own(make_copilot: Callable[..., Copilot]) -> None:
    """A campaign, a score, a comment: what is no slip of a key of ours is left alone."""
    (row,) = check_rows(['{"id": 1, "locale": "en", "text": "Fine.", "campaign": 7, "gold": "ok"}'], lambda copy, _: make_copilot().check(copy))
    assert "error" not in row


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": 1, "locale": "en", "chanel": "email", "text": "Fine."}', "unknown key 'chanel'. Did you mean 'channel'?"),
        ('{"id": 1, "locale": "en", "text": "Fine.", "brief": "cheap"}', "'brief' is no mapping"),
        ('{"id": 1, "locale": "en", "text": "Fine.", "brief": {"facts": ["49 €"]}}', "'brief' is no mapping"),
        ('{"id": 1, "locale": "en", "text": " \\n"}', "The row has no words"),
        ('{"id": 1, "locale": "en", "text": "Fine.", "text": "Act now"}', "The key 'text' stands twice"),
        ('{"id": 1, "locale": "en", "channel": 3, "text": "Fine."}', "'channel' is not text"),
        ('{"id": 1, "locale": "fr", "text": "Été"}'.encode("latin-1"), "The line is not UTF-8 (byte 36)"),
    ],
)
def test_a_bulk_row_that_says_what_we_do_not_read_is_told(make_copilot: Callable[..., Copilot], line: str | bytes, said: str) -> None:
    """Nothing of a row is left aside without a word, and the next row is checked."""
    copilot = make_copilot()
    wrong, right = check_rows([line, b'{"id": 2, "locale": "en", "text": "Fine."}'], lambda copy, _: copilot.check(copy))
    assert set(wrong) == {"id", "line", "error"}
    assert (wrong["line"], right["id"], "error" in right) == (1, 2, False)
    assert said in wrong["error"]


def test_a_bulk_row_without_an_id_of_its_own_can_be_matched(make_copilot: Callable[..., Copilot]) -> None:
    """No id: the line; an id seen before: the line and a note. Every row is checked."""
    copilot = make_copilot()
    ids = ('"id": 7, ', "", '"id": 7, ', '"id": "7", ')
    rows = list(check_rows(["{" + own + '"locale": "en", "text": "Fine."}' for own in ids], lambda copy, _: copilot.check(copy)))
    told = [{key: row[key] for key in row if key in ("id", "line", "note")} for row in rows]
    assert told == [{"id": 7}, {"id": None, "line": 2}, {"id": 7, "line": 3, "note": "An earlier row has the same id."}, {"id": "7"}]
    assert all("verdict" in row for row in rows)


def test_a_whole_bulk_row_wants_every_mandatory_field(make_copilot: Callable[..., Copilot]) -> None:
    """A subject alone may be checked alone; called whole, it lacks the message, and may go without preheader and button."""
    copilot = make_copilot()
    row = '{"id": 1, "locale": "en", "channel": "email", "fields": {"subject": "It leans to the left"}'
    alone, whole = check_rows([row + "}", row + ', "whole": true}'], lambda copy, _: copilot.check(copy))
    assert [sum(found["code"] == "CHN003" for found in one["findings"]) for one in (alone, whole)] == [0, 1]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_no_rule_chokes_on_strange_text(rule: Any) -> None:
    """Empty, blank, very long words, only signs, emoji, right-to-left: no error, and spans inside the text."""
    for text in ("", "   \n\n", "a" * 5000, "!?.,;:" * 300, "😀" * 200, "שלום " * 100, "{{" * 100 + "}}" * 100, "«»\"'" * 100, "1 " * 500):
        for locale in rule.locales:
            copy = Copy(locale=locale, fields={"text": text})
            for finding in find(cut(copy, None), (rule,), Grounds(locale, TODAY, house=house()), "fr"):
                assert 0 <= finding.start <= finding.end <= len(text)


def test_a_brand_moves_the_threshold_of_a_rule_that_measures() -> None:
    """A sentence of 40 words passes by default, and is told where the brand says 30; the level stays the rule's own."""
    text = "We mend " + "and mend " * 19 + "the jacket."
    assert "RDB003" not in [code for code, _, _ in codes(text, "en", house())]
    shorter = house(rules={"RDB003": RuleSwitch(threshold=30, reason="Our readers stand.")})
    assert ("RDB003", "advice") in [(code, level) for code, level, _ in codes(text, "en", shorter)]


def test_a_number_in_the_brief_of_a_row_is_kept_as_written() -> None:
    """A price of 1.20 in a row's brief is the fact 1.20."""
    row = '{"id": 1.5, "locale": "en", "text": "x", "brief": {"product": "x", "facts": {"price": 1.20}}}'
    briefs: list[Brief] = []

    def keep(copy: Copy, brief: Any) -> Scorecard:
        briefs.append(make_brief(brief, {"brand": "b", "channel": "email", "locale": copy.locale}))
        return Scorecard(brand="b", text_hash="", verdict="ready for review", dials={}, findings=())

    (told,) = check_rows([row], keep)
    assert (briefs[0].facts, json.dumps(told["id"])) == ({"price": "1.20"}, "1.5")


def test_every_threshold_is_the_brands_to_move() -> None:
    """Each rule that gives a threshold reads the brand's own."""
    for rule in RULES:
        source = Path(rule.path).read_text(encoding="utf-8")
        assert (rule.threshold is not None) == (f'grounds.threshold("{rule.code}"' in source), rule.code


def test_a_switch_that_decides_nothing_or_names_no_rule_is_told() -> None:
    """A switch needs a level or a threshold, a reason, a code that exists; a rule that does not measure takes no threshold."""
    for given in ({"reason": "Why not."}, {"level": "off"}, {"threshold": -1, "reason": "Why not."}):
        with pytest.raises(ValidationError):
            RuleSwitch.model_validate(given)
    switches = {
        "AUT999": {"level": "off", "reason": "Gone."},
        "SAF001": {"threshold": 2, "reason": "Two are fine."},
        "RDB003": {"threshold": 45, "reason": "Readers stand."},
    }
    faults = switch_faults(switches, RULES)
    assert [fault.what.en.split(": ")[1].split()[-1] if "no rule" in fault.what.en else fault.what.en.split()[1] for fault in faults] == ["AUT999", "SAF001"]


def test_quirks_shield_style_and_nothing_else() -> None:
    """No rule of style speaks where a protected quirk stands; a rule of law, privacy or pressure still does."""
    quirky = house(quirks=(Quirk(name="sale cry", why="Grandfather's.", pattern=r"Hurry up, only today!!+"),))
    text = "Hurry up, only today!!!"
    found = [(code, told) for code, _, told in codes(text, "en", quirky)]
    assert [code for code, _ in found if code[:3] in STYLE_FAMILIES] == []
    assert "PRS001" in [code for code, _ in found]
    assert [code for code, _, _ in codes(text, "en", house()) if code[:3] in STYLE_FAMILIES] != []


def test_the_brands_law_chooses_its_rules() -> None:
    """A rule for one country speaks for a brand under its law, and is silent for the others."""
    for rule in (rule for rule in RULES if rule.jurisdictions):
        example = next(example for example in rule.examples if example.bad)
        others = tuple(name for name in ("fr", "eu", "uk", "us") if name not in rule.jurisdictions)
        for law, speaks in ((rule.jurisdictions, True), (others, False)):
            grounds = Grounds(example.locale, TODAY, house=house(jurisdictions=law), channel=find_channel(rule.channels[0]) if rule.channels else None)
            assert applies(rule, grounds) == (speaks and bool(law)), rule.code
