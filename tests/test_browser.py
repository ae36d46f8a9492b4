"""The desk in a real headless Chromium: what a copywriter sees and clicks."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from copilot.adapters.store import Store
from copilot.bootstrap import build
from tests.servers import desk

pytestmark = pytest.mark.browser
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    path = shutil.which("chromium")
    assert path, "install Debian's chromium"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page on a desk of its own; it may ask nobody but that desk."""
    with desk(tmp_path / "store", tmp_path / "desk.log", CENTAUR_LANGUAGE="fr") as address:
        context = browser.new_context(viewport={"width": 1400, "height": 1000}, locale="fr-FR", permissions=["clipboard-read", "clipboard-write"])
        opened = context.new_page()
        asked: list[str] = []
        opened.on("request", lambda request: asked.append(request.url))
        opened.goto(address)
        settle(opened)
        yield opened
        strangers = {url for url in asked if not url.startswith((address, address.replace("http", "ws"), "data:", "blob:"))}
        context.close()
        assert strangers == set()


def settle(page: Page) -> None:
    """Wait until the script has run."""
    page.wait_for_timeout(300)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=60_000)


def choose(page: Page, key: str, option: str) -> None:
    page.locator(f".st-key-{key} input").click()
    page.get_by_role("option", name=option, exact=True).click()
    settle(page)


def test_from_a_brief_to_a_signed_text(page: Page, tmp_path: Path) -> None:
    """A French copywriter writes from a saved brief, sees why a word is flagged, edits, signs, copies and downloads."""
    choose(page, "brand", "pataud")
    choose(page, "saved_brief", "bouillotte-odette")
    page.get_by_role("button", name="Écrire des brouillons").click()
    expect(page.locator("[class*='st-key-candidate-']").first).to_be_visible(timeout=60_000)
    settle(page)
    assert page.locator("[class*='st-key-candidate-']").count() == 3
    expect(page.get_by_text("Écrit hors ligne")).to_be_visible()

    subject = page.locator("[class*='st-key-edit-'][class*='-subject'] input")
    started = time.perf_counter()
    subject.fill("Une bouillotte révolutionnaire")
    subject.press("Enter")
    flagged = page.get_by_test_id("finding").filter(has_text="révolutionnaire")
    expect(flagged.last).to_be_visible()
    print(f"edit to re-checked, browser and all: {1000 * (time.perf_counter() - started):.0f} ms")
    flagged.last.click()
    settle(page)
    expect(page.get_by_text("Mot que la marque bannit").first).to_be_visible()

    page.locator(".st-key-editor input").fill("Léa Martin")
    page.locator(".st-key-editor input").press("Enter")
    settle(page)
    page.locator(".st-key-sign button").click()
    expect(page.get_by_text("Des constats bloquants restent ouverts")).to_be_visible()
    subject.fill("Odette t'attend")
    subject.press("Enter")
    settle(page)
    page.locator(".st-key-sign button").click()
    expect(page.get_by_text("Signé par Léa Martin").first).to_be_visible(timeout=20_000)
    settle(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger", exact=True).click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert "Odette t'attend" in text
    settle(page)
    kept = Store(tmp_path / "store")
    ((signed, state),) = kept.drafts(state="approved")
    assert (state, [(event.kind, event.who) for event in kept.events(signed.id)][-1]) == ("approved", ("exported", "Léa Martin"))
    page.get_by_role("button", name="Copier", exact=True).click()
    expect(page.get_by_text("Copié.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "\n\n".join(kept.draft(signed.id).edited(kept.events(signed.id)[1].fields or {}).fields.values())
    kept.close()
    page.set_viewport_size({"width": 1400, "height": 2600})
    page.wait_for_timeout(500)
    page.screenshot(path=str(tmp_path / "desk.png"))
    assert page.get_by_test_id("stException").count() == 0


def test_markup_in_a_draft_is_shown_not_run(page: Page) -> None:
    """HTML and scripts typed into a field stay text."""
    choose(page, "brand", "pataud")
    choose(page, "saved_brief", "plaid-germain")
    page.get_by_role("button", name="Écrire des brouillons").click()
    expect(page.locator("[class*='st-key-candidate-']").first).to_be_visible(timeout=60_000)
    settle(page)
    subject = page.locator("[class*='st-key-edit-'][class*='-subject'] input")
    subject.fill("<img src=x onerror=\"document.title='owned'\"> <b>gras</b> 06 12 34 56 78")
    subject.press("Enter")
    expect(page.get_by_test_id("finding").filter(has_text="06 12 34 56 78").last).to_be_visible()
    settle(page)
    assert page.title() != "owned"
    assert page.locator("img[src='x']").count() == 0


def signed(page: Page) -> Page:
    """The desk with the first draft for a saved brief signed by Léa Martin."""
    choose(page, "brand", "pataud")
    choose(page, "saved_brief", "bouillotte-odette")
    page.get_by_role("button", name="Écrire des brouillons").click()
    expect(page.locator("[class*='st-key-candidate-']").first).to_be_visible(timeout=60_000)
    settle(page)
    page.locator(".st-key-editor input").fill("Léa Martin")
    page.locator(".st-key-editor input").press("Enter")
    settle(page)
    page.locator(".st-key-sign button").click()
    expect(page.get_by_text("Signé par Léa Martin").first).to_be_visible(timeout=20_000)
    settle(page)
    return page


@pytest.mark.parametrize("way", ["Copier", "Télécharger"])
def test_a_page_left_open_hands_out_nothing_that_changed_since(page: Page, tmp_path: Path, way: str) -> None:
    """Somebody edits the signed draft elsewhere; the open page says so at the click, shows what stands now, and gives out no word."""
    downloads: list[str] = []
    signed(page).on("download", lambda download: downloads.append(download.suggested_filename))
    page.evaluate("navigator.clipboard.writeText('before')")
    elsewhere = build()
    ((draft, _),) = elsewhere.drafts(state="approved")
    elsewhere.edit(draft.id, {"subject": "Odette s'impatiente"}, "Paul Roux")
    page.get_by_role("button", name=way, exact=True).click()
    expect(page.get_by_text("modifié par Paul Roux").first).to_be_visible(timeout=20_000)
    settle(page)
    assert downloads == []
    assert page.evaluate("navigator.clipboard.readText()") == "before"
    assert [event.kind for event in elsewhere.review(draft.id).history] == ["created", "submitted", "approved", "edited"]
    expect(page.get_by_text("Signé par Léa Martin")).to_have_count(0)
    expect(page.locator("[class*='st-key-edit-'][class*='-subject'] input")).to_have_value("Odette s'impatiente")
    page.screenshot(path=str(tmp_path / "stale.png"))


def test_a_click_right_after_typing_signs_nothing_that_changed_since(page: Page) -> None:
    """The words typed and the click reach the desk together: neither goes over what somebody else has stored, and what was typed is shown."""
    signed(page)
    elsewhere = build()
    ((draft, _),) = elsewhere.drafts(state="approved")
    subject = page.locator("[class*='st-key-edit-'][class*='-subject'] input")
    subject.fill("Odette t'attend")
    subject.press("Enter")
    settle(page)
    elsewhere.edit(draft.id, {"subject": "Odette s'impatiente"}, "Paul Roux")
    subject.fill("Odette attend encore")
    page.locator(".st-key-sign button").click()
    expect(page.get_by_text("modifié par Paul Roux").first).to_be_visible(timeout=20_000)
    settle(page)
    page.wait_for_timeout(1000)
    assert elsewhere.review(draft.id).state == "in review"
    expect(page.get_by_text("Odette attend encore")).to_have_count(1)  # as what had been typed, not in the preview
    expect(page.locator("[class*='st-key-edit-'][class*='-subject'] input")).to_have_value("Odette s'impatiente")
    page.locator(".st-key-read-again button").click()
    expect(page.locator(".st-key-sign button")).to_be_visible()


def test_a_table_of_readers_outlives_its_panel(page: Page) -> None:
    """Closed and opened again, the panel still shows the readers of the table that was put there."""
    signed(page)
    panel = page.locator(".st-key-readers summary")
    panel.click()
    settle(page)
    page.locator("[class*='st-key-readers-'] input[type=file]").set_input_files(
        {"name": "lecteurs.csv", "mimeType": "text/csv", "buffer": b"id,prenom\n7,Jo\n"}
    )
    shown = page.locator(".st-key-readers [data-testid=stDataFrame]")
    expect(shown).to_be_visible()
    settle(page)
    panel.click()
    expect(shown).to_have_count(0)
    settle(page)
    panel.click()
    expect(shown).to_be_visible()
    expect(page.get_by_text("Gardé de tout à l'heure : lecteurs.csv")).to_be_visible()
