"""The desk in a real headless Chromium: what a copywriter sees and clicks."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from copilot.adapters.store import Store
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
