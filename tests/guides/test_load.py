"""Brand folders: all faults at once with file and line; the sample brands have none."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from copilot.errors import BriefFault, FileFault, GuideFaults, UnknownBrand, UnknownChannel, UnknownLocale
from copilot.guides.load import brands, load_brand, load_brief, load_folder, make_brief, schemas
from copilot.service import Copilot
from tests.conftest import ROOT

GUIDES = ROOT / "brand_guides"
GIVEN = {"brand": "b", "channel": "email", "locale": "fr"}


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A folder with a fault of every kind."""
    folder = tmp_path / "faulty"
    (folder / "campaigns").mkdir(parents=True)
    (folder / "voice.yaml").write_text(
        "name: X\nlocales: [fr, de]\nadress: tu\nstyle: {max_words_per_sentence: 300, emoji: no}\nquirks:\n  - {name: a, why: b, pattern: '(['}\nname: Y\n"
    )
    (folder / "claims.yaml").write_text("claims:\n  - id: a\n    claim: {fr: x}\n    evidence: ''\n    jurisdictions: []\n    expires: soon\n")
    (folder / "lexicon.yaml").write_text("banned:\n - term: x\n   locale: fr\n  bad: indent: y\n")
    (folder / "campaigns" / "a.md").write_text("---\nid: 1\nchannel: emial\nlocale: fr\n---\n## subject\n")
    (folder / "campaigns" / "b.md").write_bytes(b"---\nid: 2\n---\n## body\n\xff\xfe")
    (folder / "labels.jsonl").write_text('{"text": "a", "locale": "fr", "label": "them"}\nnope\n')
    return folder


def test_all_faults_come_at_once_with_their_lines(faulty: Path) -> None:
    """Fifteen faults in six files, each with its place and a way to mend it."""
    with pytest.raises(GuideFaults) as caught:
        load_folder(faulty)
    places = [fault.place for fault in caught.value.faults]
    assert places == [
        "campaigns/a.md:3", "campaigns/a.md:6", "campaigns/b.md:5", "claims.yaml:4", "claims.yaml:5", "claims.yaml:6", "labels.jsonl:1", "labels.jsonl:2",
        "lexicon.yaml:4", "voice.yaml:2", "voice.yaml:3", "voice.yaml:4", "voice.yaml:4", "voice.yaml:6", "voice.yaml:7",
    ]  # fmt: skip
    text = caught.value.say("en")
    assert "'adress' is not a known key → did you mean 'address'?" in text
    assert "« expires »" not in text
    assert "« adress » n'est pas une clé connue → vouliez-vous dire « address » ?" in caught.value.say("fr")


def test_pattern_that_is_none_is_a_fault(tmp_path: Path) -> None:
    """A quirk's pattern that does not compile is named with its line."""
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / "voice.yaml").write_text("name: X\nlocales: [fr]\nquirks:\n  - name: a\n    why: b\n    pattern: '(['\n")
    with pytest.raises(GuideFaults, match=r"voice\.yaml:6: the pattern of quirk 'a'"):
        load_folder(folder)


def test_line_for_any_product_holds_no_figure_and_one_slot(tmp_path: Path) -> None:
    """A figure and an unknown slot in lines.yaml are faults, each with its line."""
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / "voice.yaml").write_text("name: X\nlocales: [en]\n")
    (folder / "lines.yaml").write_text(
        "en:\n  opening:\n    - Keep the one you've got.\n    - Made in 1911.\n  subject:\n    - 'About {product}'\n    - 'Only {price}'\n"
    )
    with pytest.raises(GuideFaults) as caught:
        load_folder(folder)
    assert [(fault.place, fault.what.en) for fault in caught.value.faults] == [
        ("lines.yaml:4", "'Made in 1911.' states a figure"),
        ("lines.yaml:7", "'Only {price}' has an unknown slot"),
    ]


def test_one_kind_of_fault_hides_no_other(tmp_path: Path, make_copilot: Callable[..., Copilot]) -> None:
    """Schema, patterns, ids, figures, bands, codes and thresholds of rules: all at once, by file and line."""
    folder = tmp_path / "brand_guides" / "odd"
    (folder / "campaigns").mkdir(parents=True)
    (folder / "voice.yaml").write_text(
        "name: X\nlocales: [en]\nadress: tu\nquirks:\n  - name: a\n    why: b\n    pattern: '(['\n"
        "rules:\n  ZZZ999: {level: advice, reason: x}\n  SAF001: {threshold: 2, reason: x}\n  SAF002: {level: of, reason: x}\n"
        "bands:\n  voice: [90, 10]\nprivate_patterns:\n  - {name: card, pattern: 'x*'}\n"
    )
    claim = "claim: {en: x}\n    jurisdictions: [uk]\n    expires: never\n"
    (folder / "claims.yaml").write_text(f"claims:\n  - id: voice\n    evidence: e\n    {claim}  - evidence: ''\n    id: voice\n    {claim}")
    (folder / "lines.yaml").write_text("en:\n  opening:\n    - Made in 1911.\n  nowhere: [a]\n")
    (folder / "campaigns" / "a.md").write_text("---\nid: a\nlocale: fr\nsent: soon\n---\n## text\nx\n")
    (folder / "campaigns" / "b.md").write_text("---\nlocale: en\nid: a\n---\n## text\nx\n")
    with pytest.raises(GuideFaults) as caught:
        make_copilot(home=tmp_path).guide("odd")
    assert [(fault.place, fault.what.en) for fault in caught.value.faults] == [
        ("campaigns/a.md:3", "is in 'fr', which voice.yaml does not list"),
        ("campaigns/a.md:4", "'sent' is 'soon'"),
        ("campaigns/b.md:3", "the id 'a' is that of campaigns/a.md"),
        ("claims.yaml:7", "'claims.1.evidence' is empty"),
        ("claims.yaml:8", "the id 'voice' stands in line 2 already"),
        ("lines.yaml:3", "'Made in 1911.' states a figure"),
        ("lines.yaml:4", "'en.nowhere' is not a known key"),
        ("voice.yaml:3", "'adress' is not a known key"),
        ("voice.yaml:7", "the pattern of quirk 'a' is not a regular expression (unterminated character set)"),
        ("voice.yaml:9", "rules: no rule has the code ZZZ999"),
        ("voice.yaml:10", "rules: SAF001 measures nothing, so it takes no threshold"),
        ("voice.yaml:11", "'rules.SAF002.level' is 'of'"),
        ("voice.yaml:13", "the band of voice begins at 90 and ends at 10"),
        ("voice.yaml:15", "the private pattern 'card' matches the empty text"),
    ]


def test_folder_without_voice_is_told_as_such(tmp_path: Path) -> None:
    """A brand folder that lacks voice.yaml is there, and lacks voice.yaml."""
    (tmp_path / "odd").mkdir()
    with pytest.raises(GuideFaults, match=r"voice\.yaml: is missing"):
        load_brand("odd", (tmp_path,))
    with pytest.raises(UnknownBrand):
        load_brand("../odd", (tmp_path / "odd",))


def test_unknown_brand_names_the_known_ones() -> None:
    """An unknown brand is told with those there are."""
    with pytest.raises(UnknownBrand, match="pataud"):
        load_brand("nobody", (GUIDES,))


@pytest.mark.parametrize("brand", ["pataud", "fettle-and-thole", "halage"])
def test_sample_brands_are_whole(brand: str) -> None:
    """Each sample brand loads without a fault and brings what the docs promise."""
    guide = load_brand(brand, (GUIDES,))
    assert len(guide.campaigns) >= 60
    assert len(guide.labels) >= 60
    assert {label.label for label in guide.labels} == {"us", "not us"}
    assert set(guide.prose) == set(guide.voice.locales)
    assert {campaign.channel for campaign in guide.campaigns} == {"google_rsa", "meta_ad", "email", "seo_page"}
    assert all(campaign.facts and campaign.outcome and campaign.sent for campaign in guide.campaigns)
    assert all(claim.evidence for claim in guide.claims.claims)
    assert len({campaign.text for campaign in guide.campaigns}) == len(guide.campaigns)
    assert len({campaign.product for campaign in guide.campaigns}) >= 30
    assert sorted((GUIDES / brand / "briefs").glob("*.yaml"))


def test_schemas_for_editors_are_fresh() -> None:
    """The committed JSON schemas are those the models make, and every YAML file points to its own."""
    for name, text in schemas().items():
        assert (GUIDES / ".schema" / name).read_text(encoding="utf-8") == text, "run: centaur guides schema"
        json.loads(text)
    for folder in brands((GUIDES,)).values():
        for path in [*folder.glob("*.yaml"), *folder.glob("briefs/*.yaml")]:
            first = path.read_text(encoding="utf-8").split("\n", 1)[0]
            target = (path.parent / first.split("$schema=")[1]).resolve()
            assert target.is_file(), path


def test_front_matter_of_windows_and_bom(tmp_path: Path) -> None:
    """CRLF line ends and a byte order mark change nothing."""
    folder = tmp_path / "crlf"
    (folder / "campaigns").mkdir(parents=True)
    (folder / "voice.yaml").write_bytes("\ufeffname: Café\r\nlocales: [fr]\r\n".encode())
    (folder / "campaigns" / "a.md").write_bytes("---\r\nid: a\r\nlocale: fr\r\n---\r\n## text\r\nL'été\r\n".encode())
    guide = load_folder(folder)
    assert (guide.voice.name, guide.campaigns[0].text) == ("Café", "L'été")


def test_brief_without_facts_says_why() -> None:
    """A brief must have facts, because only they may be stated."""
    with pytest.raises(BriefFault, match="it has no facts"):
        make_brief({"product": "la bouillotte"}, GIVEN)


def test_brief_of_two_megabytes_is_refused(tmp_path: Path) -> None:
    """A brief is a page."""
    path = tmp_path / "big.yaml"
    path.write_text("product: x\nnotes: " + "word " * 400_000)
    with pytest.raises(BriefFault, match="2000 kB"):
        load_brief(path, GIVEN)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ({"product": "x", "facts": {"a": "b"}, "locale": "de"}, UnknownLocale),
        ({"product": "x", "facts": {"a": "b"}, "channel": "fax"}, UnknownChannel),
        ({"product": "x", "facts": {"a": "b"}, "produit": "y"}, GuideFaults),
        ({"facts": {"a": "b"}}, GuideFaults),
    ],
)
def test_faulty_brief_is_told(data: dict[str, object], error: type[Exception]) -> None:
    """Wrong language, channel, key or a missing product each have their own error."""
    with pytest.raises(error):
        make_brief(data, GIVEN)


def test_brief_reads_lists_numbers_and_regional_tags(tmp_path: Path) -> None:
    """Facts may be a list, values may be numbers, a locale may carry its region."""
    path = tmp_path / "b.yaml"
    path.write_text("product: x\nlocale: fr-CA\nfacts: [12 €, 3]\n")
    brief = load_brief(path, {**GIVEN, "locale": "fr"})
    assert (brief.locale, brief.facts) == ("fr", {"fact 1": "12 €", "fact 2": "3"})


AS_WRITTEN = {"price": "1.20", "gift": "no", "opens": "7:30", "code": "0123", "day": "2027-01-05", "big": "1_000", "hex": "0x1F", "on": "yes", "2027": "on"}


def test_facts_are_kept_as_written(tmp_path: Path) -> None:
    """What YAML takes for a number, a truth, an hour or a date is what the file says: in a brief, in its JSON, in a campaign."""
    block = "".join(f"  {name}: {value}\n" for name, value in AS_WRITTEN.items())
    path = tmp_path / "b.yaml"
    path.write_text(f"product: 1.0\nnotes: 1:30\nkeywords: [no, 010]\nfacts:\n{block}", encoding="utf-8")
    brief = load_brief(path, GIVEN)
    assert (brief.facts, brief.product, brief.notes, brief.keywords) == (AS_WRITTEN, "1.0", "1:30", ("no", "010"))
    flow = ", ".join(f"{name}: {value}" for name, value in AS_WRITTEN.items())
    assert load_brief(f"product: x\nfacts: {{{flow}}}\n", GIVEN).facts == AS_WRITTEN
    assert load_brief('{"product": "x", "facts": {"price": 1.20, "gift": true}}', GIVEN).facts == {"price": "1.20", "gift": "true"}
    folder = tmp_path / "brand"
    (folder / "campaigns").mkdir(parents=True)
    (folder / "voice.yaml").write_text("name: X\nlocales: [fr]\n")
    (folder / "campaigns" / "a.md").write_text(
        f"---\nid: 0123\nlocale: fr\nsent: 2025-11-04\noutcome: {{clicks: 3.5}}\nfacts:\n{block}---\n## text\nBonjour\n", encoding="utf-8"
    )
    campaign = load_folder(folder).campaigns[0]
    assert (campaign.id, campaign.facts, campaign.sent, campaign.outcome) == ("0123", AS_WRITTEN, date(2025, 11, 4), {"clicks": 3.5})


@pytest.mark.parametrize(
    ("facts", "place", "said"),
    [
        ("\n  price:\n  colour: red", "b.yaml:3", "the fact 'price' has no value"),
        ("\n  price: ~", "b.yaml:3", "the fact 'price' has no value"),
        ("\n  price: {b: c}", "b.yaml:3", "the fact 'price' is keys or a list"),
        ("\n  colour: red\n  sizes: [S, M]", "b.yaml:4", "the fact 'sizes' is keys or a list"),
        (" [red, price: 12 €]", "b.yaml:2", "the fact 'fact 2' is keys or a list"),
        (" {price: 12,50 €}", "b.yaml:2", 'the comma in 12,50 € ends the value → put the value in quotes: "12,50 €"'),
        (" {price: 12,50, width: 3,50}", "b.yaml:2", 'put the value in quotes: "3,50"'),
    ],
)
def test_fact_that_is_no_text_is_refused(tmp_path: Path, facts: str, place: str, said: str) -> None:
    """Nothing, keys or a list as a fact are told with file, line and key; a comma that cut a number is shown."""
    path = tmp_path / "b.yaml"
    path.write_text(f"product: x\nfacts:{facts}\n", encoding="utf-8")
    with pytest.raises(GuideFaults) as caught:
        load_brief(path, GIVEN)
    assert caught.value.faults[0].place == place
    assert said in caught.value.say("en")


def test_fact_that_is_no_text_is_refused_in_a_campaign(tmp_path: Path) -> None:
    """The same in the front matter of past copy."""
    (tmp_path / "odd" / "campaigns").mkdir(parents=True)
    (tmp_path / "odd" / "voice.yaml").write_text("name: X\nlocales: [fr]\n")
    (tmp_path / "odd" / "campaigns" / "a.md").write_text("---\nid: a\nlocale: fr\nfacts:\n  prix:\n---\n## text\nBonjour\n")
    with pytest.raises(GuideFaults, match=r"campaigns/a\.md:5: the fact 'prix' has no value"):
        load_folder(tmp_path / "odd")


@pytest.mark.parametrize("product", ["{{x}}", "{{first_name}} pack", "[x]: y"])
def test_braces_that_need_quotes_are_told(product: str) -> None:
    """A value that begins with braces is told as such, not as a key that stands twice."""
    with pytest.raises(GuideFaults) as caught:
        load_brief(f"product: {product}\nfacts:\n  price: 12 €\n", GIVEN)
    assert "in quotes" in caught.value.say("en")
    assert "twice" not in caught.value.say("en")


def test_missing_brief_file_is_told(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(FileFault, match=r"none\.yaml"):
        load_brief(tmp_path / "none.yaml", GIVEN)
