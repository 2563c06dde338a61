"""A site over a ledger of our own stories, asked by a client and looked at in a browser."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest
import uvicorn
from fastapi.testclient import TestClient
from playwright.sync_api import sync_playwright

from penholder.model.reading import CheckedStory
from penholder.pipeline import read_sources
from penholder.serve.contract import as_json
from penholder.serve.web.app import make_app
from penholder.serve.web.site import Site
from penholder.store.ledger import open_ledger
from penholder.store.places import LedgerPlace
from penholder.store.saving import save_story

from .hostile_ledger import make_hostile

ROOT = Path(__file__).parents[3]
STORIES = [
    ROOT / "samples",
    *sorted((ROOT / "tests" / "stories").glob("*.txt")),
    *sorted((Path(__file__).parent / "stories").glob("*.txt")),
]
CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")


@pytest.fixture(scope="session")
def ledger_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a ledger with our own stories."""
    path = tmp_path_factory.mktemp("site") / "ledger.db"
    kept = os.environ.get("PENHOLDER_PARSER")
    os.environ["PENHOLDER_PARSER"] = "none"
    try:
        keep(path, [str(one) for one in STORIES])
    finally:
        os.environ.pop("PENHOLDER_PARSER")
        if kept is not None:
            os.environ["PENHOLDER_PARSER"] = kept
    return path


def keep(path: Path, sources: list[str]) -> None:
    """Read sources into a ledger."""
    with open_ledger(path) as ledger:
        for found in read_sources(sources):
            assert isinstance(found, CheckedStory)
            save_story(ledger, found, as_json(found))


@pytest.fixture(scope="session")
def site(ledger_file: Path) -> Site:
    """Give a site over that ledger."""
    return Site(place=LedgerPlace(str(ledger_file)))


@pytest.fixture(scope="session")
def client(site: Site) -> Iterator[TestClient]:
    """Give what asks the site without a browser."""
    with TestClient(make_app(site), base_url="http://localhost") as made:
        yield made


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """Give the address at which the site is served."""
    yield from served(site)


@pytest.fixture(scope="session")
def hostile_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a site over a ledger with a payload in every text."""
    path = tmp_path_factory.mktemp("hostile") / "ledger.db"
    make_hostile(path, lambda source: keep(path, [str(source)]))
    yield from served(Site(place=LedgerPlace(str(path))))


def served(site: Site) -> Iterator[str]:
    """Serve a site in a thread, and yield its address."""
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    config = uvicorn.Config(make_app(site), log_level="error", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{taken.getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Give a headless Chromium."""
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()
