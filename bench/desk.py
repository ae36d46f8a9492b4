"""An edit on the desk, from the key press to the new underline, in a real headless Chromium; against a rerun of an empty Streamlit page in the same run.

    python -m bench.desk [--edits N]

The design holds an edit re-checked under 300 ms.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests.servers import desk
from tests.test_browser import FLAGS, choose, settle


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--edits", type=int, default=15)
    edits = arguments.parse_args().edits
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        with desk(Path(folder) / "store", Path(folder) / "log", CENTAUR_LANGUAGE="fr") as address:
            page = browser.new_page(viewport={"width": 1400, "height": 1000})
            page.goto(address)
            settle(page)
            choose(page, "brand", "pataud")
            choose(page, "saved_brief", "bouillotte-odette")
            page.get_by_role("button", name="Écrire des brouillons").click()
            expect(page.locator("[class*='st-key-candidate-']").first).to_be_visible(timeout=60_000)
            settle(page)
            subject = page.locator("[class*='st-key-edit-'][class*='-subject'] input")
            times = []
            for number in range(edits):
                words = f"Une bouillotte à {number + 1000} €"
                subject.fill(words)
                mark = page.get_by_test_id("finding").filter(has_text=str(number + 1000))
                started = time.perf_counter()
                subject.press("Enter")
                mark.first.wait_for()
                times.append(1000 * (time.perf_counter() - started))
                time.sleep(0.2)
            browser.close()
    print(f"edit re-checked, {edits} edits: median {statistics.median(times):.0f} ms, min {min(times):.0f}, max {max(times):.0f}")


if __name__ == "__main__":
    main()
