"""Takes a picture of each page at two widths, in light and in dark, over a ledger of the sample stories or another.

    python scripts/screenshots.py FOLDER [--ledger LEDGER.db] [--chromium /usr/bin/chromium]

Needs playwright and a Chromium; nothing is asked of any other host. `docs/images` holds two of them.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
STORIES = [ROOT / "samples", ROOT / "tests" / "serve" / "web" / "stories"]
PAGES = {
    "front": "/",
    "stories": "/stories",
    "story": "/stories/{story}",
    "events": "/events",
    "launches": "/launches?year=2022",
    "launch": "/launches/KP-2022-03-24-1",
    "counts": "/counts?from=2022-01-01&to=2022-12-31",
    "drafts": "/drafts",
    "votes": "/votes?year=2022&outcome=vetoed",
    "vote": "/votes/S/2022/431",
    "vetoes": "/vetoes",
    "would-pass": "/would-pass?yes=13&against=CHN&against=RUS&on=2022-05-26",
    "council": "/council/2022-05",
    "people": "/people",
    "claims": "/claims",
    "search": "/search?words=missile",
    "sql": "/sql?question=select+kind,+count(*)+from+statements+group+by+kind",
    "api": "/api",
}
WIDTHS = (1280, 375)


def main() -> None:
    """Take the pictures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--ledger", type=Path)
    arguments.add_argument("--chromium", default=which("chromium"))
    given = arguments.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        ledger = given.ledger or _made(Path(made) / "ledger.db")
        browser = playwright.chromium.launch(executable_path=given.chromium, args=["--no-sandbox"])
        with _served(ledger) as address:
            _shoot(browser, address, given.folder)
        browser.close()


def _made(ledger: Path) -> Path:
    """Read our own stories into a ledger."""
    _run("read", *map(str, STORIES), "--parser", "none", "--ledger", str(ledger))
    return ledger


def _run(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "penholder", *words], check=True, capture_output=True)  # noqa: S603


@contextmanager
def _served(ledger: Path) -> Iterator[str]:
    """Serve a ledger, and give the address."""
    command = [sys.executable, "-m", "penholder", "serve", "--port", "0", "--ledger", str(ledger)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603
        told = server.stderr.readline() if server.stderr else ""
        try:
            yield re.findall(r"http://\S+:\d+", told)[0]
        finally:
            server.terminate()


def _shoot(browser: Browser, address: str, folder: Path) -> None:
    for width in WIDTHS:
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme
            )
            page = context.new_page()
            story = page.request.get(f"{address}/api/stories").json()["stories"][0]["id"]
            for name, path in PAGES.items():
                page.goto(f"{address}{path.format(story=story)}")
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
                print(f"\r{name} {width} {scheme}      ", end="", flush=True)
            context.close()
    print()


if __name__ == "__main__":
    main()
