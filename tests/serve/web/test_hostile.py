"""Whatever stands in a ledger or is asked does nothing but be shown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text as sql

from penholder.serve.web.app import PAGES, make_app
from penholder.serve.web.site import Site
from penholder.store.ledger import open_ledger
from penholder.store.places import LedgerPlace

from .conftest import keep, served
from .places import PLACES

# What a page would run if it forgot to escape: in elements, attributes, addresses, scripts and styles.
PAYLOADS = tuple(json.loads((Path(__file__).parent / "payloads.json").read_text("utf-8")))
# Text fields of the ledger that pages show.
FIELDS = {
    "story_versions": ("title", "outlet", "url"),
    "story_statements": ("reason", "system", "symbol", "number", "tally", "outcome"),
    "story_quotes": ("speaker_name", "office", "cue"),
    "story_claims": ("reason", "rule"),
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a ledger with a payload in every text field and in the stories' own words."""
    path = tmp_path_factory.mktemp("hostile") / "ledger.db"
    story = "China and Russia vetoed a US-drafted resolution on North Korea on May 26, 2022."
    lines = [
        {"id": f"s{number}", "title": payload, "outlet": payload, "url": payload, "text": f"{story} “{payload}”, said U.S. envoy Linda Thomas-Greenfield.\n"}
        for number, payload in enumerate(PAYLOADS)
    ]  # fmt: skip
    source = path.with_suffix(".jsonl")
    source.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    keep(path, [str(source)])
    with open_ledger(path) as ledger, ledger.engine.begin() as connection:
        for table, columns in FIELDS.items():
            for number, payload in enumerate(PAYLOADS):
                asked = f"UPDATE {table} SET {', '.join(f'{one} = :payload' for one in columns)} WHERE no % {len(PAYLOADS)} = :number"
                connection.execute(sql(asked), {"payload": payload, "number": number})
    return path


@pytest.fixture(scope="module")
def hostile_address(hostile: Path) -> Iterator[str]:
    """Give the address of a site over it."""
    yield from served(Site(place=LedgerPlace(str(hostile))))


def test_there_are_payloads_enough() -> None:
    """As many kinds as a tester brings, each once."""
    assert len(set(PAYLOADS)) >= 150


def test_a_payload_does_nothing(browser: Any, hostile_address: str) -> None:
    """No dialog, no request to elsewhere, no error of the policy, on any page that shows them."""
    context = browser.new_context()
    page = context.new_page()
    done: list[str] = []
    page.on("dialog", lambda one: (done.append(one.message), one.dismiss()))
    page.on("console", lambda one: done.append(one.text) if one.type == "error" else None)
    page.on("request", lambda one: done.append(one.url) if hostile_address not in one.url else None)
    page.add_init_script("window.alert = window.confirm = (what) => console.error(`ran ${what}`)")
    lists = [PLACES[one.path] for one in PAGES if "{" not in one.path]
    stories = [f"/stories/s{number}" for number in range(len(PAYLOADS))]
    for path in [*lists, "/claims", "/stories?page=2", "/people/USA", *stories]:
        page.goto(f"{hostile_address}{path}")
        page.evaluate("document.querySelectorAll('[data-marks]').forEach((one) => one.dispatchEvent(new PointerEvent('pointerover', {bubbles: true})))")  # fmt: skip
        assert page.evaluate("document.querySelectorAll('main script, main iframe, main [onerror], main [onload], main base').length") == 0  # fmt: skip
        hrefs = page.evaluate("[...document.links].map((one) => one.protocol)")
        assert set(hrefs) <= {"http:", "https:"}
    assert done == []
    context.close()


@pytest.mark.parametrize("payload", PAYLOADS[::10])
def test_what_is_asked_is_shown_as_words(client: TestClient, payload: str) -> None:
    """A search, a filter, a question and a pasted text come back escaped."""
    raw = "<" in payload
    for path, name in (("/search", "words"), ("/claims", "outlet"), ("/sql", "question"), ("/people", "name")):  # fmt: skip
        shown = client.get(path, params={name: payload[:200]}).text
        assert not raw or payload not in shown
    assert not raw or payload not in client.post("/check", data={"text": payload}).text


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/%2e%2e/cli.py", "/static//etc/passwd",
        "/stories/../../../../etc/passwd", "/stories/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/static/..\\app.py",
    ],
)  # fmt: skip
def test_no_path_leads_out(client: TestClient, path: str) -> None:
    """Files beside the sheet and the script cannot be had."""
    got = client.get(path)
    assert got.status_code in {400, 404, 405}
    assert "root:" not in got.text


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example", "/stories//evil.example/"])
def test_no_redirect_leads_elsewhere(client: TestClient, path: str) -> None:
    """Whatever is asked, nobody is sent to another host."""
    got = client.get(path, follow_redirects=False)
    assert "evil.example" not in got.headers.get("location", "")


def test_a_long_body_is_refused_before_it_is_read(client: TestClient) -> None:
    """A site takes texts, not files."""
    sent = client.post("/api/check", data={"text": "a" * 2_000_000})
    assert sent.status_code == 413


def test_a_public_site_answers_by_its_name_alone(site: Site) -> None:
    """The allow-list replaces nothing that a stranger can choose."""
    public = replace(site, is_public=True, hosts=("news.example",))
    with TestClient(make_app(public), base_url="http://news.example") as client:
        assert client.get("/").status_code == 200
        assert client.get("/", headers={"host": "localhost"}).status_code == 421
