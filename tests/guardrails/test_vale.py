"""Vale styles: every check and option, scopes, the import, what is told of bad ones. All styles here are our own."""

from __future__ import annotations

import io
import json
import shutil
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from copilot.channels import find_channel
from copilot.cli import main
from copilot.errors import FileFault, GuideFaults, UnknownRule
from copilot.guardrails import engine, fix
from copilot.guardrails.engine import cut, find
from copilot.guardrails.grounds import Grounds, House
from copilot.guardrails.vale import package
from copilot.guardrails.vale.adopt import adopt
from copilot.guardrails.vale.dialect import BadPattern, Pattern, TookTooLong
from copilot.guardrails.vale.make import Styles
from copilot.records import Copy, Finding, ImportedStyles, Locale, RuleSwitch, StyleFile
from copilot.service import Copilot
from copilot.testing import TODAY, sample_guide
from tests.conftest import ROOT


def styles_of(*rules: str | dict[str, Any], **more: Any) -> ImportedStyles:
    """Rules as `House.R1`, `House.R2` ..., each a mapping or the text of a file."""
    files = []
    for number, rule in enumerate(rules, 1):
        text = rule if isinstance(rule, str) else yaml.safe_dump({"message": "%s", **rule}, allow_unicode=True)
        files.append(StyleFile(code=f"House.R{number}", file=f"styles/House/R{number}.yml", text=text))
    return ImportedStyles(files=tuple(files), **more)


def run(styles: ImportedStyles, text: str | dict[str, str], locale: Locale = "en", channel: str = "") -> tuple[Finding, ...]:
    """What the styles find in a text, or in the fields of a channel."""
    made = Styles(styles)
    assert not made.faults, made.faults
    copy = Copy(locale=locale, fields=text if isinstance(text, dict) else {"text": text})
    spec = find_channel(channel) if channel else None
    return find(cut(copy, spec), made.rules, Grounds(locale, TODAY, channel=spec), "en")


def words(rule: str | dict[str, Any], text: str | dict[str, str], **more: Any) -> list[str]:
    """The words that one rule flags."""
    return [finding.text for finding in run(styles_of(rule), text, **more)]


def messages(rule: str | dict[str, Any], text: str) -> list[str]:
    return [finding.message for finding in run(styles_of(rule), text)]


def faults(rule: str | dict[str, Any]) -> list[tuple[int | None, str]]:
    return [(fault.line, fault.what.en) for fault in Styles(styles_of(rule)).faults]


# --- existence ---


def test_existence_finds_whole_words() -> None:
    """Tokens stand between word boundaries; `ignorecase` and `nonword` change that."""
    rule = {"extends": "existence", "tokens": ["obviously", "clear"]}
    assert words(rule, "Obviously it is clear, clearly.") == ["clear"]
    assert words({**rule, "ignorecase": "true"}, "Obviously it is clear, clearly.") == ["Obviously", "clear"]
    assert words({**rule, "nonword": "true"}, "clearly unclear") == ["clear", "clear"]


def test_existence_knows_french_letters() -> None:
    """A word that begins or ends with an accented letter has its boundaries there."""
    rule = {"extends": "existence", "ignorecase": "true", "tokens": ["évidemment", "vérité"]}
    assert words(rule, "Évidemment, la vérité.", locale="fr") == ["Évidemment", "vérité"]
    assert words({"extends": "existence", "tokens": ["cle"]}, "La clé.", locale="fr") == []


def test_raw_goes_before_tokens_and_append_after() -> None:
    """`raw` is concatenated without boundaries."""
    assert words({"extends": "existence", "raw": [r"\d+", r" ?kg"]}, "It takes 40 kg.") == ["40 kg"]
    assert words({"extends": "existence", "raw": ["re-"], "tokens": ["use"]}, "re-use, use") == ["re-use"]
    assert words({"extends": "existence", "raw": ["-ish"], "tokens": ["blue"], "append": "true"}, "blue-ish, blue") == ["blue-ish"]


def test_exceptions_and_vocabulary_let_pass() -> None:
    """Exceptions are patterns that keep their case; accepted words count unless `vocab` is false; a phrase covers its words."""
    rule = {"extends": "existence", "ignorecase": "true", "tokens": [r"\w+ly"], "exceptions": ["[Ff]amily"]}
    assert words(rule, "family, Family, FAMILY, boldly") == ["FAMILY", "boldly"]
    accepted = styles_of({"extends": "existence", "tokens": ["mea", "bug"]}, accept=("mea culpa", "bug"))
    assert [f.text for f in run(accepted, "A mea culpa, a mea, a bug.")] == ["mea"]
    refused = styles_of({"extends": "existence", "tokens": ["bug"], "vocab": "false"}, accept=("bug",))
    assert [f.text for f in run(refused, "A bug.")] == ["bug"]


def test_one_apostrophe_finds_both() -> None:
    """A rule with a straight apostrophe between letters finds the typographic one."""
    assert words({"extends": "existence", "tokens": ["don't"]}, "We don’t, they don't.") == ["don’t", "don't"]


def test_message_slots_are_filled_in_order() -> None:
    """%s, %[1]s and %% as in Go."""
    rule = {"extends": "existence", "message": "'%s' is 100%% too much, %[1]s!", "tokens": ["epic"]}
    assert messages(rule, "An epic jacket.") == ["'epic' is 100% too much, epic!"]


# --- substitution ---


def test_substitution_offers_the_wanted_form() -> None:
    """The message names the wanted form first; several options are all offered and the longest pattern comes first."""
    rule = {
        "extends": "substitution",
        "message": "Use '%s' instead of '%s'.",
        "ignorecase": "true",
        "action": {"name": "replace"},
        "swap": {"sign in": "log in", "sign in page": "login page", "utilize": "use|employ"},
    }
    found = run(styles_of(rule), "Utilize the sign in page.")
    assert [(f.text, f.message) for f in found] == [
        ("Utilize", "Use 'use' or 'employ' instead of 'Utilize'."),
        ("sign in page", "Use 'login page' instead of 'sign in page'."),
    ]
    assert found[0].suggestion == "Write: use / employ"


def test_substitution_captures_and_keeps_what_is_right() -> None:
    """`$1` is what the group found; a match that is already as wanted is not flagged."""
    rule = {"extends": "substitution", "message": "%s < %s", "swap": {r"(\d+) ?mn": "$1 min", "javascript": "JavaScript"}, "ignorecase": "true"}
    assert messages(rule, "Ready in 20mn with JavaScript, javascript.") == ["20 min < 20mn", "JavaScript < javascript"]


def test_substitution_takes_case_over() -> None:
    """`capitalize` gives the wanted form a capital where the words have one."""
    rule = {
        "extends": "substitution",
        "message": "%s",
        "ignorecase": "true",
        "capitalize": "true",
        "action": {"name": "replace"},
        "swap": {"mankind": "humanity"},
    }
    assert messages(rule, "Mankind and mankind.") == ["'Humanity'", "'humanity'"]


def test_fix_is_safe_only_for_blanks_and_capitals() -> None:
    """Another word is not put in without a person; two offers are only shown."""
    rule = {"extends": "substitution", "ignorecase": "true", "action": {"name": "replace"}, "swap": {"ios": "iOS", "utilize": "use", "buy": "get|order"}}
    found = run(styles_of(rule), "IOS users utilize it and buy.")
    assert [(f.text, f.fix.safety if f.fix else "") for f in found] == [("IOS", "safe"), ("utilize", "unsafe"), ("buy", "display")]
    assert fix.apply_safe({"text": "IOS users utilize it and buy."}, found) == {"text": "iOS users utilize it and buy."}


# --- occurrence, repetition, consistency, conditional ---


def test_occurrence_counts_in_its_scope() -> None:
    """More than `max` in one sentence, or fewer than `min` in the text; the message may name the count."""
    commas = {"extends": "occurrence", "message": "%s commas", "scope": "sentence", "max": 2, "token": ","}
    assert messages(commas, "Red, blue, green, grey. One, two.") == ["3 commas"]
    least = {"extends": "occurrence", "message": "Say the price.", "scope": "text", "min": 1, "token": r"\d+ €"}
    assert messages(least, "A fine jacket.\n\nIn wool.") == ["Say the price."]
    assert messages(least, "A fine jacket.\n\nFor 90 €.") == []


def test_what_a_paragraph_lacks_is_told_at_each() -> None:
    """Of paragraphs each must have it; of headings one is enough."""
    slang = {"extends": "occurrence", "message": "%d found", "scope": "paragraph", "min": 1, "token": "cosy"}
    assert words(slang, "Warm and cosy.\n\nOnly warm.\n\nDry too.") == ["Only", "Dry"]
    heading = {"extends": "occurrence", "message": "No price", "scope": "heading", "min": 1, "token": "Price"}
    assert messages(heading, "# Price\n\n## Colour\n\nBlue.") == []
    assert messages(heading, "# Size\n\n## Colour\n\nBlue.") == ["No price"]


def test_a_match_without_words_is_a_place() -> None:
    """A lookahead that nothing follows: found, and nothing to show."""
    rule = {"extends": "existence", "message": "begin with a type", "nonword": True, "raw": [r"\A(?!(?:feat|fix)\b)"]}
    assert words(rule, "Add a thing.\n\nfix: another.") == [""]


def test_repetition_finds_doubled_words() -> None:
    """The same word twice, over a line end too; `alpha` leaves signs alone; `max` allows some."""
    rule = {"extends": "repetition", "message": "'%s' twice", "alpha": "true", "ignorecase": "true", "tokens": [r"[^\s]+"]}
    assert words(rule, "The the jacket is\nis warm - - yes.") == ["The the", "is\nis"]
    assert messages(rule, "The the jacket.") == ["'the' twice"]
    assert words(rule, "Nous nous levons.") != []
    assert words({**rule, "ignorecase": "false"}, "The the jacket.") == []


def test_consistency_flags_the_second_form() -> None:
    """One form alone is fine, both are not; fields count as one text."""
    rule = {"extends": "consistency", "message": "'%s' is mixed", "ignorecase": "true", "either": {"colour": "color"}}
    assert words(rule, "The colour, the colour.") == []
    assert words(rule, "The colour, the color.") == ["color"]
    assert words(rule, {"subject": "One colour", "body": "Any color you like"}, channel="email") == ["color"]


def test_conditional_wants_its_other_half() -> None:
    """A short form that was never spelt out is flagged, unless it is excepted."""
    rule = {
        "extends": "conditional",
        "message": "'%s' has no definition",
        "first": r"\b([A-Z]{3,5})\b",
        "second": r"(?:\b[A-Z][a-z]+ )+\(([A-Z]{3,5})\)",
        "exceptions": ["SMS"],
    }
    assert words(rule, "The World Health Organisation (WHO) says. The WHO, the NHS, by SMS.") == ["NHS"]


# --- capitalization ---


@pytest.mark.parametrize(
    "match, more, good, bad",
    [
        ("$title", {"style": "AP"}, "The Coat for All Weathers", "The coat for all weathers"),
        ("$title", {"style": "Chicago"}, "The Walk from Here to There", "The walk From here"),
        ("$sentence", {}, "A coat for all weathers", "A Coat For All Weathers"),
        ("$sentence", {"exceptions": ["MacBook"]}, "A sleeve for your MacBook", "A Sleeve For Your MacBook"),
        ("$sentence", {"indicators": [":"]}, "Wool: The warm one", "Wool: The Warm One Is Here"),
        ("$lower", {}, "all lower", "Not lower"),
        ("$upper", {}, "ALL UPPER", "Not upper"),
        (r"^How to ", {}, "How to wash it", "Washing it"),
        ("$sentence", {"prefix": r"^\d+\. "}, "1. First steps", "1. First Steps And More Steps"),
    ],
)
def test_capitalization(match: str, more: dict[str, Any], good: str, bad: str) -> None:
    """Each kind of case passes what it asks for and flags the whole of what it does not."""
    rule = {"extends": "capitalization", "scope": "heading", "match": match, **more}
    assert words(rule, f"# {good}") == []
    assert words(rule, f"# {bad}") == [bad]


def test_capitalization_allows_a_share() -> None:
    """Under `threshold` the piece is flagged."""
    rule = {"extends": "capitalization", "scope": "heading", "match": "$title"}
    assert words({**rule, "threshold": 0.5}, "# The Warm coat") == []
    assert words({**rule, "threshold": 0.9}, "# The Warm coat") == ["The Warm coat"]


# --- metric, readability, sequence ---


def test_metric_works_out_its_formula() -> None:
    """Counts of words and elements; the value stands in the message with two digits."""
    assert messages({"extends": "metric", "message": "%s words", "formula": "words", "condition": "> 3"}, "One two three four five.") == ["5.00 words"]
    assert messages({"extends": "metric", "message": "%s", "formula": "heading.h2 + list", "condition": "> 1"}, "## One\n\n- a\n- b\n\ntext") == ["3.00"]
    rule = {"extends": "metric", "message": "%s", "formula": "math.sqrt(words * 1.0) / sentences", "condition": ">= 2"}
    assert messages(rule, "One two three four.") == ["2.00"]
    assert messages(rule, "One two. Three four.") == []


def test_metric_counts_the_alerts_of_other_rules() -> None:
    """By their names; one that is not there makes the import leave the rule out."""
    file = "extends: existence\nmessage: found\nscope: paragraph\ntokens: [{}]\n"
    both = "extends: metric\nmessage: '%s of them'\nformula: check[\"House.R1\"] + check['House.R2']\ncondition: '> 1'\n"
    styles = styles_of(file.format("robust"), file.format("seamless"), both)
    assert [f.message for f in run(styles, "A robust, seamless and robust pack.") if f.code == "House.R3"] == ["3.00 of them"]
    assert [f.code for f in run(styles, "A robust pack.")] == ["House.R1"]


def test_readability_is_the_mean_of_its_metrics() -> None:
    """A text over the grade is flagged with its grade, an easy one is not."""
    rule = {
        "extends": "readability",
        "message": "Grade %s",
        "grade": 8,
        "metrics": ["Flesch-Kincaid", "Gunning Fog", "Coleman-Liau", "SMOG", "Automated Readability"],
    }
    hard = "Notwithstanding extraordinary meteorological circumstances, organisational responsibilities necessitate comprehensive documentation. " * 2
    assert len(messages(rule, hard)) == 1
    assert messages(rule, "The cat sat. The dog ran. We all had fun.") == []


def test_sequence_follows_words() -> None:
    """Words in order, with `skip` between them and `negate` for what must not stand there."""
    rule = {"extends": "sequence", "message": "'%s' … '%s'", "ignorecase": "true", "tokens": [{"pattern": "best"}, {"pattern": "ever", "skip": 2}]}
    assert words(rule, "The best coat ever. The best of all the coats ever.") == ["best coat ever"]
    negated = {"extends": "sequence", "tokens": [{"pattern": "free"}, {"pattern": "of", "negate": "true"}]}
    assert words(negated, "It is free of charge. It is free now.") == ["free now"]


# --- scopes ---

PAGE = """# A title of wool

A first line of wool. Another **bold** line.

> A quote of wool.

- An item of wool

## A second title of wool

| a cell of wool | b |
|---|---|
| c | d |

See [a link of wool](https://example.com) and `code of wool` and ![an image of wool](a.png).
"""


@pytest.mark.parametrize(
    "scope, lines",
    [
        ("text", [1, 3, 5, 7, 9, 11, 15, 15]),
        ("heading", [1, 9]),
        ("heading.h2", [9]),
        ("paragraph", [3, 15]),
        ("blockquote", [5]),
        ("list", [7]),
        ("table", [11]),
        ("link", [15]),
        ("code", [15]),
        ("alt", [15]),
        ("~heading & ~blockquote", [3, 7, 11, 15, 15]),
        (["heading.h1", "list"], [1, 7]),
    ],
)
def test_scope(scope: Any, lines: list[int]) -> None:
    """Each scope looks at its own pieces of Markdown and nowhere else."""
    found = run(styles_of({"extends": "existence", "scope": scope, "tokens": ["wool"]}), PAGE)
    assert [PAGE.count("\n", 0, f.start) + 1 for f in found] == lines


def test_raw_and_sentence_scopes() -> None:
    """`raw` sees the source with its marks; `^` of a sentence is where it begins; `summary` leaves titles out."""
    assert words({"extends": "existence", "scope": "raw", "nonword": "true", "tokens": [r"\*\*\w+\*\*"]}, PAGE) == ["**bold**"]
    assert words({"extends": "existence", "scope": "sentence", "nonword": "true", "tokens": [r"^Another \w+"]}, PAGE) == ["Another **bold"]
    assert len(words({"extends": "existence", "scope": "summary", "tokens": ["title"]}, PAGE)) == 0


def test_places_point_into_the_source() -> None:
    """The finding holds the words as they stand in Markdown and HTML, entities and line ends included."""
    source = "<div><h2>Our <b>wool</b> coats</h2>\n<p>Wool &amp; more\nwool.</p></div>"
    found = run(styles_of({"extends": "existence", "ignorecase": "true", "tokens": ["wool"]}), source)
    assert [source[f.start : f.end] for f in found] == ["wool", "Wool", "wool"]
    assert words({"extends": "existence", "scope": "heading.h2", "ignorecase": "true", "tokens": ["wool"]}, source) == ["wool"]


def test_title_fields_are_headings() -> None:
    """A subject is a heading, a body is not; `scope: subject` names the field itself."""
    fields = {"subject": "Wool for you", "body": "Wool for all"}
    assert [f.field for f in run(styles_of({"extends": "existence", "scope": "heading", "tokens": ["Wool"]}), fields, channel="email")] == ["subject"]
    assert [f.field for f in run(styles_of({"extends": "existence", "scope": "subject", "tokens": ["Wool"]}), fields, channel="email")] == ["subject"]
    assert [f.field for f in run(styles_of({"extends": "existence", "tokens": ["Wool"]}), fields, channel="email")] == ["subject", "body"]


def test_code_and_addresses_are_never_flagged() -> None:
    """Nothing fires inside code, addresses or merge tags."""
    rule = {"extends": "existence", "tokens": ["wool"]}
    assert words(rule, "See https://example.com/wool and `wool` and {{ wool }}.") == []


def test_comments_switch_rules_off() -> None:
    """`vale off` and `vale Style.Rule = NO` hold until they are taken back; a rule that blocks obeys no comment."""
    rule = {"extends": "existence", "level": "error", "tokens": ["wool"]}
    text = "wool\n\n<!-- vale House.R1 = NO -->\n\nwool\n\n<!-- vale House.R1 = YES -->\n\nwool\n\n<!-- vale off -->\n\nwool\n\n<!-- vale on -->\n\nwool\n"
    assert [text.count("\n", 0, f.start) + 1 for f in run(styles_of(rule), text)] == [1, 9, 17]
    assert len(run(styles_of(rule, ceilings={"House": "blocking"}), text)) == 5
    inside = "- wool\n      <!-- vale House.R1 = NO -->\n      wool\n      <!-- vale House.R1 = YES -->\n      wool\n"
    assert [inside.count("\n", 0, f.start) + 1 for f in run(styles_of(rule), inside)] == [1, 5]


# --- levels, actions, limits ---


@pytest.mark.parametrize(
    "ceiling, expected",
    [("advice", ["advice", "advice", "advice"]), ("scoring", ["advice", "scoring", "scoring"]), ("blocking", ["advice", "scoring", "blocking"])],
)
def test_levels(ceiling: str, expected: list[str]) -> None:
    """Suggestion advises, warning scores, error blocks only if the brand asks for it."""
    rules = [{"extends": "existence", "level": level, "tokens": ["wool"]} for level in ("suggestion", "warning", "error")]
    found = run(styles_of(*rules, ceilings={"House": ceiling}), "wool")
    assert [f.level for f in found] == expected


@pytest.mark.parametrize(
    "action, found, replacement, safety",
    [
        ({"name": "replace", "params": ["simple"]}, "epic", "simple", "unsafe"),
        ({"name": "remove"}, "epic", "", "unsafe"),
        ({"name": "edit", "params": ["upper"]}, "epic", "EPIC", "safe"),
        ({"name": "edit", "params": ["regex", "e(p)", "$1"]}, "epic", "pic", "unsafe"),
        ({"name": "suggest", "params": ["spellings"]}, "epic", None, None),
    ],
)
def test_actions(action: dict[str, Any], found: str, replacement: str | None, safety: str | None) -> None:
    """An action offers a fix whose safety follows from what it changes."""
    (finding,) = run(styles_of({"extends": "existence", "tokens": ["epic"], "action": action}), "An epic coat.")
    assert finding.text == found
    assert (finding.fix.replacement if finding.fix else None, finding.fix.safety if finding.fix else None) == (replacement, safety)


def test_limit_and_same_place() -> None:
    """`limit` caps the findings of a rule; two tokens at one place are one finding."""
    assert len(words({"extends": "existence", "limit": 2, "tokens": ["wool"]}, "wool wool wool wool")) == 2
    assert words({"extends": "existence", "tokens": ["wool coat", "wool"]}, "wool coat") == ["wool coat"]


def test_quirks_shield_from_imported_rules() -> None:
    """What the brand protects is not flagged by a style it imported."""
    guide = sample_guide()
    assert Styles(styles_of({"extends": "existence", "tokens": ["x"]})).rules[0].family == "VAL"
    voice = guide.voice.model_copy(update={"rules": {"House.R1": RuleSwitch(level="off", reason="ours")}})
    house = House(guide.model_copy(update={"voice": voice}))
    rules = Styles(styles_of({"extends": "existence", "tokens": ["wool"]})).rules
    assert find(cut(Copy(locale="en", fields={"text": "wool"}), None), rules, Grounds("en", TODAY, house=house), "en") == ()


# --- the dialect ---


@pytest.mark.parametrize(
    "pattern, text, expected",
    [
        (r"foo(?i)BAR", "fooBAR foobar FOObar", ["fooBAR", "foobar"]),
        (r"(?i)a|b", "A B", ["A", "B"]),
        (r"\p{L}+\z", "un été", ["été"]),
        (r"\pL+", "é1", ["é"]),
        (r"(?<n>\w)\k<n>", "wool", ["oo"]),
        (r"(?<=\bnot? )\w+", "no way", ["way"]),
        (r"(?<=\b\w+, )so", "well, so", ["so"]),
        (r"(?>a+)b", "aab", ["aab"]),
        (r"\Qa.b\E", "a.b axb", ["a.b"]),
        (r"\x{e9}t", "été", ["ét"]),
        (r"[[:upper:]]{2}", "aBCd", ["BC"]),
        (r"[a-z&&b]", "&", ["&"]),
        (r"a{b}", "a{b}", ["a{b}"]),
        (r"^\w+$", "one\ntwo words\nthree", ["one", "three"]),
        (r"(?s)a.b", "a\nb", ["a\nb"]),
        (r"(?-i)x", "xX", ["x"]),
        (r"a(?#note)b", "ab", ["ab"]),
        (r"\.\/", "./", ["./"]),
    ],
)
def test_dialect(pattern: str, text: str, expected: list[str]) -> None:
    """Go's syntax, as Vale uses it, means here what it means there."""
    assert [match.group() for match in Pattern(pattern).all(text)] == expected


@pytest.mark.parametrize("pattern", ["(", "a)", "[a", "*a", "a\\", r"\p", "(?", "(?<n", r"\x{zz}", "(?Y)a", r"\y", "a{2,1}"])
def test_bad_patterns_are_told(pattern: str) -> None:
    """What is no pattern is refused with words, whatever it is."""
    with pytest.raises(BadPattern):
        Pattern(pattern).proved()


def test_literals_never_rule_out_a_match() -> None:
    """Each literal set is right: where a pattern matches, one of its literals stands in the text."""
    for pattern, text in [("(?:abc|de)f?", "xDE"), ("a?bc", "BC"), (r"x(?=yz)", "xyz"), ("(?i)É(?:té|tait)", "était"), ("wo{2}l", "wool"), ("[Ww]ool", "Wool")]:
        made = Pattern(pattern, ignorecase=True)
        assert made.search(text)
        assert not made.literals or any(literal in text.lower() for literal in made.literals), pattern


def test_a_runaway_pattern_is_stopped() -> None:
    """It raises within its time; on import the rule is faulty; in a check it falls silent and the others go on."""
    before = time.monotonic()
    with pytest.raises(TookTooLong):
        Pattern(r"(a|a|aa)+$").search("a" * 3000 + "!")
    assert time.monotonic() - before < 5
    styles = styles_of({"extends": "existence", "nonword": "true", "tokens": [r"(a|a|aa)+$"]}, {"extends": "existence", "nonword": "true", "tokens": ["!"]})
    pack = package.Package(styles={"House": list(styles.files)})
    adoption, _ = adopt(pack, "brand", "pack", "scoring")
    assert adoption.imported == ("House.R2",)
    assert adoption.faulty == ("House.R1",)
    assert "too long" in adoption.faults[0].what.en
    made = Styles(styles)
    copy = Copy(locale="en", fields={"text": "a" * 3000 + "!"})
    found = engine.find(cut(copy, None), made.rules, Grounds("en", TODAY), "en")
    assert [f.code for f in found] == ["House.R2"]
    assert made.stopped == {"House.R1"}


# --- bad files ---


@pytest.mark.parametrize(
    "text, line, said",
    [
        ("", 1, "not keys and values"),
        ("just words", 1, "not keys and values"),
        ("message: x\ntokens: [a]\n", 1, "'extends' is missing"),
        ("extends: existance\nmessage: x\n", 1, "'existance' is no check"),
        ("extends: existence\ntokens: [a]\n", 1, "'message' is missing"),
        ("extends: existence\nmessage: x\nlevel: loud\ntokens: [a]\n", 3, "the level is 'loud'"),
        ("extends: existence\nmessage: x\ntoken: [a]\n", 3, "'token' is not a key"),
        ("extends: existence\nmessage: x\ntokens:\n  - a\n  - '(b'\n", 5, "not closed"),
        ("extends: substitution\nmessage: x\nswap:\n  good: better\n  '[a': b\n", 5, "not closed"),
        ("extends: occurrence\nmessage: x\nmax: many\ntoken: a\n", 3, "not a number"),
        ("extends: metric\nmessage: x\nformula: __import__('os')\ncondition: '> 1'\n", 3, "arithmetic"),
        ("extends: metric\nmessage: x\nformula: wordz + 1\ncondition: '> 1'\n", 3, "arithmetic"),
        ("extends: readability\nmessage: x\ngrade: 8\nmetrics: [Kandel]\n", 4, "none of"),
        ("extends: existence\nmessage: x\ntokens: [a\n", None, "no YAML"),
        ("extends: existence\nmessage: x\nignorecase: perhaps\ntokens: [a]\n", 3, "neither true nor false"),
        ("extends: existence\nmessage: x\naction:\n  name: explode\ntokens: [a]\n", 3, "explode"),
        ("extends: House.Nobody\nmessage: x\n", 1, "not there"),
        ("extends: House.R1\nmessage: x\n", 1, "in a circle"),
        ("extends: sequence\nmessage: x\ntokens:\n  - pattern: a\n    skip: lots\n", 4, "not a number"),
        ("extends: existence\nmessage: x\ntokens: {a: b}\n", 3, "not text"),
    ],
)
def test_faults_name_line_and_matter(text: str, line: int | None, said: str) -> None:
    """Each fault of a file is told with its line and what is wrong."""
    found = faults(text)
    assert found, text
    assert said in found[0][1]
    assert line is None or found[0][0] == line


@pytest.mark.parametrize(
    "rule, said",
    [
        ({"extends": "spelling"}, "dictionary"),
        ({"extends": "script", "script": "x"}, "program"),
        ({"extends": "sequence", "tokens": [{"tag": "NN"}, {"pattern": "up"}]}, "parts of speech"),
        ({"extends": "existence", "scope": "comment", "tokens": ["a"]}, "scope"),
        ({"extends": "existence", "tokens": []}, "no tokens"),
        ({"extends": "occurrence", "token": "a"}, "neither max nor min"),
    ],
)
def test_what_cannot_run_is_skipped_with_the_reason(rule: dict[str, Any], said: str) -> None:
    """A sound rule that needs what is not here is no fault."""
    made = Styles(styles_of(rule))
    assert not made.faults
    assert not made.rules
    assert said in made.skipped["House.R1"].en


def test_yaml_words_stay_words() -> None:
    """`no`, `on`, `1.10` and `~` in a list are the words they look like; anchors, comments and documents marks are read."""
    text = "---\n# a comment\nextends: existence\nmessage: '%s'\ntokens: &more\n  - no\n  - on\n  - 1.10\nexceptions: []\n"
    assert words(text, "no, on, 1.10") == ["no", "on", "1.10"]


def test_a_rule_extends_another() -> None:
    """Its own keys lie over the parent's, `key+` adds and `key-` takes away."""
    parent = {"extends": "existence", "message": "Not '%s'", "tokens": ["one", "two"]}
    child = "extends: House.R1\nlevel: suggestion\ntokens+:\n  - three\ntokens-: [one]\n"
    found = run(styles_of(parent, child), "one two three")
    assert [(f.text, f.level) for f in found if f.code == "House.R2"] == [("two", "advice"), ("three", "advice")]


# --- packages ---

BIG = "extends: existence\nmessage: \"Avoid '%s' in the copy of the house, as it says nothing.\"\nignorecase: true\nlevel: error\ntokens:\n  - really\n  - simply\n"
FRENCH = 'extends: substitution\nmessage: "Écrivez « %s » plutôt que « %s » dans nos textes."\nlevel: warning\nswap:\n  digital: numérique\n'
HARD = "extends: sequence\nmessage: x\ntokens:\n  - tag: NN\n  - pattern: up\n"
BROKEN = "extends: existence\nmessage: x\ntokens:\n  - '(('\n"


def make_package(root: Path) -> Path:
    """A package as Vale has it, with a configuration, vocabularies and things that are no rules."""
    files = {
        ".vale.ini": "StylesPath = styles\nMinAlertLevel = suggestion\nVocab = Base\n\n[*.{md,txt}]\nBasedOnStyles = Vale, House\nHouse.Calm = NO\nHouse.Big = suggestion\n",
        "styles/House/Big.yml": BIG,
        "styles/House/Calm.yml": BIG.replace("really", "very"),
        "styles/House/Hard.yml": HARD,
        "styles/House/Broken.yml": BROKEN,
        "styles/Maison/Numerique.yml": FRENCH,
        "styles/config/vocabularies/Base/accept.txt": "Odette\n# a comment\n[Pp]oncho\n(bad\n",
        "styles/config/vocabularies/Base/reject.txt": "cheapo\n",
        "styles/config/vocabularies/Other/accept.txt": "nothing\n",
        ".github/workflows/lint.yml": "name: lint\non: push\n",
        "styles/House/meta.json": "{}",
        "README.md": "# House",
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a brand of its own."""
    shutil.copytree(ROOT / "brand_guides" / "fettle-and-thole", tmp_path / "home" / "brand_guides" / "fettle-and-thole")
    return tmp_path / "home"


def test_import_keeps_what_runs_and_says_why_not(tmp_path: Path, home: Path, make_copilot: Callable[..., Copilot]) -> None:
    """Rules that run are copied unchanged, the rest is listed; a package, its .zip and a bare folder give the same rules."""
    source = make_package(tmp_path / "pack")
    copilot = make_copilot(home=home)
    done = copilot.import_vale(source, "fettle-and-thole")
    assert done.imported == ("House.Big", "House.Calm", "Maison.Numerique", "Vale.Repetition", "Vale.Terms", "Vale.Avoid")
    assert done.off == ("House.Calm",)
    assert [item.rule for item in done.skipped] == ["House.Hard"]
    assert done.faulty == ("House.Broken",)
    assert [fault.line for fault in done.faults if "Broken" in fault.file] == [4]
    assert any("(bad" in fault.what.en for fault in done.faults)
    assert done.locales == {"House": ("en",), "Maison": ("fr",), "Vale": ("fr", "en")}
    folder = home / "brand_guides" / "fettle-and-thole" / "styles"
    assert (folder / "House" / "Big.yml").read_text(encoding="utf-8") == BIG
    assert not (folder / "House" / "Hard.yml").exists()
    assert (folder / "vocabulary" / "accept.txt").read_text(encoding="utf-8") == "Odette\n[Pp]oncho\n"
    archive = tmp_path / "pack.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for path in sorted(source.rglob("*")):
            made.write(path, Path("pack") / path.relative_to(source))
    assert copilot.import_vale(archive, "fettle-and-thole").imported == done.imported
    assert copilot.import_vale(source / "styles" / "House", "fettle-and-thole").imported == ("House.Big", "House.Calm")


def test_imported_rules_judge_the_brand_and_no_other(tmp_path: Path, home: Path, make_copilot: Callable[..., Copilot]) -> None:
    """Findings come with the brand only, in the language of the style, at the level of its configuration."""
    copilot = make_copilot(home=home)
    copilot.import_vale(make_package(tmp_path / "pack"), "fettle-and-thole")
    copy = Copy(locale="en", fields={"text": "It is really a cheapo poncho, very digital digital."})

    def found(brand: str) -> list[tuple[str, str, str]]:
        return [(f.code, f.level, f.text) for f in copilot.check(copy, brand).findings if "." in f.code]

    assert found("fettle-and-thole") == [
        ("House.Big", "advice", "really"),
        ("Vale.Avoid", "scoring", "cheapo"),
        ("Vale.Repetition", "scoring", "digital digital"),
    ]
    assert found("pataud") == []
    assert found("") == []
    assert copilot.rule("house.big", "fettle-and-thole").code == "House.Big"
    with pytest.raises(UnknownRule):
        copilot.rule("House.Big")


def test_level_asked_for_blocks(tmp_path: Path, home: Path, make_copilot: Callable[..., Copilot]) -> None:
    """With blocking, an error of the style blocks the copy."""
    source = tmp_path / "House"
    source.mkdir()
    (source / "Big.yml").write_text(BIG, encoding="utf-8")
    copilot = make_copilot(home=home)
    copilot.import_vale(source, "fettle-and-thole", "blocking")
    card = copilot.check(Copy(locale="en", fields={"text": "It is really warm."}), "fettle-and-thole")
    assert card.verdict == "blocked"
    voice = home / "brand_guides" / "fettle-and-thole" / "voice.yaml"
    text = voice.read_text(encoding="utf-8")
    switch = '  House.Big: {level: "off", reason: we say really}\n'
    text = text.replace("rules:\n", "rules:\n" + switch, 1) if "\nrules:\n" in text else text + "\nrules:\n" + switch
    voice.write_text(text, encoding="utf-8")
    assert copilot.check(Copy(locale="en", fields={"text": "It is really warm."}), "fettle-and-thole").verdict != "blocked"


def test_import_again_replaces_the_style(tmp_path: Path, home: Path, make_copilot: Callable[..., Copilot]) -> None:
    """A rule that is gone from the style is gone from the brand; other styles stay."""
    copilot = make_copilot(home=home)
    source = make_package(tmp_path / "pack")
    copilot.import_vale(source, "fettle-and-thole")
    (source / "styles" / "House" / "Calm.yml").unlink()
    copilot.import_vale(source / "styles" / "House", "fettle-and-thole")
    codes = {rule.code for rule in copilot.rules_of("fettle-and-thole") if "." in rule.code}
    assert codes == {"House.Big", "Maison.Numerique", "Vale.Terms", "Vale.Avoid", "Vale.Repetition"}


def test_a_style_corrected_badly_by_hand_is_told(tmp_path: Path, home: Path, make_copilot: Callable[..., Copilot]) -> None:
    """A fault in the brand's own copy comes with file and line, like every fault of a guide."""
    copilot = make_copilot(home=home)
    copilot.import_vale(make_package(tmp_path / "pack"), "fettle-and-thole")
    path = home / "brand_guides" / "fettle-and-thole" / "styles" / "House" / "Big.yml"
    path.write_text(BIG.replace("simply", "'(simply'"), encoding="utf-8")
    with pytest.raises(GuideFaults) as error:
        copilot.guide("fettle-and-thole")
    assert [(fault.file, fault.line) for fault in error.value.faults] == [("styles/House/Big.yml", 7)]


@pytest.mark.parametrize("kind", ["missing", "empty", "not a zip", "a file"])
def test_what_is_no_style_is_refused(kind: str, tmp_path: Path, home: Path, make_copilot: Callable[..., Copilot]) -> None:
    """Nothing is written, and the message names the path."""
    source = tmp_path / ("x.zip" if kind == "not a zip" else "x")
    if kind == "empty":
        source.mkdir()
    elif kind != "missing":
        source.write_text("hello", encoding="utf-8")
    with pytest.raises(FileFault) as error:
        make_copilot(home=home).import_vale(source, "fettle-and-thole")
    assert str(source) in error.value.say("en")
    assert not (home / "brand_guides" / "fettle-and-thole" / "styles").exists()


def test_an_archive_cannot_write_elsewhere(tmp_path: Path, home: Path, make_copilot: Callable[..., Copilot]) -> None:
    """Names that climb out of the archive end inside the style or nowhere."""
    archive = tmp_path / "evil.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("styles/House/Big.yml", BIG)
        made.writestr("styles/../../../evil/Big.yml", BIG)
        made.writestr("/tmp/evil/Big.yml", BIG)
    before = {path for path in tmp_path.rglob("*") if "styles" not in path.parts}
    make_copilot(home=home).import_vale(archive, "fettle-and-thole")
    assert {path for path in tmp_path.rglob("*") if "styles" not in path.parts} - before <= {tmp_path / "store"} | {
        path for path in tmp_path.rglob("*") if "store" in path.parts
    }


# --- speed ---


def test_three_hundred_rules_are_quick() -> None:
    """160 words against 300 rules that mostly find nothing: a small part of a second, once the patterns are made."""
    rules = [{"extends": "existence", "ignorecase": "true", "tokens": [f"word{number}x", f"another{number}y"]} for number in range(300)]
    made = Styles(styles_of(*rules))
    text = " ".join(["the coat is made of wool and lasts word7x"] * 20)
    copy = Copy(locale="en", fields={"text": text})
    spent = []
    for _ in range(5):
        before = time.process_time()
        found = find(cut(copy, None), made.rules, Grounds("en", TODAY), "en")
        spent.append(time.process_time() - before)
    assert len(found) == 20
    assert min(spent) < 0.1


# --- the command line ---


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def centaur(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line, run here: exit code, output and errors."""
    monkeypatch.setenv("CENTAUR_HOME", str(home))
    monkeypatch.setenv("CENTAUR_LANGUAGE", "en")

    def run_it(*arguments: str, text: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["centaur", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return run_it


def test_command_line(tmp_path: Path, centaur: Run) -> None:
    """Import, list, explain, check: each from the command line; a bad level is told; the catalogue still answers to a code."""
    source = make_package(tmp_path / "pack")
    code, out, _ = centaur("rules", "import-vale", str(source), "--brand", "fettle-and-thole")
    assert code == 0
    assert "6 rules imported, 1 skipped, 1 with faults" in out
    assert "House.Hard: it needs a tagger" in out
    row = json.loads(centaur("rules", "import-vale", str(source), "-b", "fettle-and-thole", "--level", "blocking", "--locale", "both", "--json")[1])
    assert row["locales"] == {"House": ["fr", "en"], "Maison": ["fr", "en"], "Vale": ["fr", "en"]}
    assert row["level"] == "blocking"
    assert "House.Big" in centaur("rules", "--brand", "fettle-and-thole")[1]
    assert "Avoid" in centaur("rules", "House.Big", "--brand", "fettle-and-thole")[1]
    assert json.loads(centaur("rules", "--json", "AUT001")[1])[0]["code"] == "AUT001"
    assert centaur("rules", "House.Nobody", "--brand", "fettle-and-thole")[0] == 2
    code, _, err = centaur("rules", "import-vale", str(source), "--brand", "fettle-and-thole", "--level", "loud")
    assert (code, "loud" in err) == (2, True)
    card = json.loads(centaur("check", "-", "--brand", "fettle-and-thole", "--locale", "en", "--json", text="A cheapo coat.")[1])
    assert [f["code"] for f in card["findings"] if f["text"] == "cheapo"][:1] == ["Vale.Avoid"]
    page = tmp_path / "page.md"
    page.write_text("# A Big Coat\n\nA coat, cheapo.\n", encoding="utf-8")
    _, plain, _ = centaur("check", str(page), "--brand", "fettle-and-thole", "--locale", "en")
    assert ':3:9: blocking Vale.Avoid: "cheapo"' in plain
    log = json.loads(centaur("check", str(page), "--brand", "fettle-and-thole", "--locale", "en", "--format", "sarif")[1])
    described = {rule["id"]: rule["fullDescription"]["text"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert "A rule of the Vale style Vale" in described["Vale.Avoid"]
