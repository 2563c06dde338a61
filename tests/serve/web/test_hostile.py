"""Whatever stands in a ledger or is asked does nothing but be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

import httpx
import pytest
from fastapi.testclient import TestClient
from lxml import html

import penholder.serve.web
from penholder.serve.web.app import PAGES, make_app
from penholder.serve.web.site import Site
from penholder.store.views import VIEWS

from .hostile_ledger import PAYLOADS, id_of
from .places import PLACES

TEMPLATES = "".join(
    one.read_text("utf-8")
    for one in sorted((Path(penholder.serve.web.__path__[0]) / "templates").glob("*.html"))
)
# What pages are made of: anything else came with a payload. A parser adds the parts of a table that are left out.
ELEMENTS = {name.lower() for name in re.findall(r"<([a-zA-Z][a-zA-Z0-9]*)", TEMPLATES)} | {"tbody"}
ATTRIBUTES = {name.lower() for name in re.findall(r"[\s}]([a-zA-Z][a-zA-Z0-9-]*)=\"", TEMPLATES)} | {
    "checked", "defer", "hidden", "required", "selected",
}  # fmt: skip
LISTS = [
    *(PLACES[one.path] for one in PAGES if "{" not in one.path),
    *("/claims", "/stories?page=2", "/events", "/people", "/drafts"),
    *(f"/sql?question=select+*+from+{view.name}" for view in VIEWS),
    "/sql?question=select+*+from+confirmations",
]
OWN = ("stories", "events", "drafts", "people")


def page_with(noun: str, number: int) -> str:
    """Give the address of the story, event, draft or person that a payload names."""
    id_ = PAYLOADS[number] if noun == "people" else id_of(number)
    return f"/{noun}/{quote(id_, safe='')}"


def test_there_are_payloads_enough() -> None:
    """As many kinds as a tester brings, each once."""
    assert len(set(PAYLOADS)) >= 150


def test_a_payload_does_nothing(browser: Any, hostile_address: str) -> None:
    """No dialog, no request to elsewhere, no error of the policy: on all lists, all stories and a third of each other noun."""
    context = browser.new_context()
    page = context.new_page()
    done: list[str] = []
    page.on("dialog", lambda one: (done.append(one.message), one.dismiss()))
    page.on("console", lambda one: done.append(one.text) if one.type == "error" else None)
    page.on("request", lambda one: done.append(one.url) if hostile_address not in one.url else None)
    page.add_init_script("window.alert = window.confirm = (what) => console.error(`ran ${what}`)")
    stories = [page_with("stories", number) for number in range(len(PAYLOADS))]
    others = [page_with(OWN[1 + number % 3], number) for number in range(len(PAYLOADS))]
    for path in [*LISTS, *stories, *others]:
        page.goto(f"{hostile_address}{path}")
        page.evaluate("document.querySelectorAll('[data-marks]').forEach((one) => one.dispatchEvent(new PointerEvent('pointerover', {bubbles: true})))")  # fmt: skip
        names = page.evaluate("[...document.querySelectorAll('*')].map((one) => one.localName)")
        assert {one.lower() for one in names} <= ELEMENTS
        assert page.evaluate("document.querySelectorAll('main script, main iframe, main [onerror], main [onload], main base').length") == 0  # fmt: skip
        hrefs = page.evaluate("[...document.links].map((one) => one.protocol)")
        assert set(hrefs) <= {"http:", "https:"}
    assert done == []
    context.close()


def strange(told: httpx.Response) -> Iterator[str]:
    """Yield what no template has written: elements, attributes, code, addresses of other hosts."""
    root = html.document_fromstring(told.content, parser=html.HTMLParser(encoding="utf-8"))
    for one in root.iter(html.etree.Element):
        yield from {str(one.tag).lower()} - ELEMENTS
        yield from {name.lower() for name in one.attrib} - ATTRIBUTES
    yield from (html.tostring(one, encoding="unicode") for one in root.xpath("//body//script"))
    for address in root.xpath("//@href | //@src | //@action"):
        parts = urlsplit(urljoin(str(told.url), address))
        if (parts.scheme, parts.netloc) != ("http", told.url.netloc.decode()):
            yield address


@pytest.mark.parametrize("noun", OWN)
def test_a_payload_is_shown_as_words(hostile_address: str, noun: str) -> None:
    """On the page of each story, event, draft and person: the payload itself, and nothing of what it would be."""
    with httpx.Client(base_url=hostile_address, timeout=60) as client:
        for number, payload in enumerate(PAYLOADS):
            told = client.get(page_with(noun, number))
            assert (told.status_code, list(strange(told))) == (200, [])
            assert "<" not in payload or payload not in told.text
            shown = html.fromstring(told.text).text_content()
            words = "" if any(map(_is_control, payload)) else " ".join(payload.split())
            assert words.casefold() in " ".join(shown.split()).casefold()


def _is_control(sign: str) -> bool:
    """Say whether a sign is one that parsers of HTML leave out or take for another."""
    return sign < " " or sign in "\u2028\u202e"


@pytest.mark.parametrize("path", LISTS)
def test_a_list_of_payloads_is_a_list_of_words(hostile_address: str, path: str) -> None:
    """Lists and the views of SQL, whatever stands in their rows."""
    told = httpx.get(f"{hostile_address}{path}", timeout=60)
    assert (told.status_code, list(strange(told))) == (200, [])
    assert [one for one in PAYLOADS if "<" in one and one in told.text] == []


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
