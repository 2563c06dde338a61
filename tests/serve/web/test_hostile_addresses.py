"""Payloads in the words of addresses: in ids, in every filter of every page, its JSON and its feeds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import product
from typing import Any
from urllib.parse import quote

import httpx
import icalendar
import pytest
from lxml import etree

from penholder.serve.web.app import PAGES
from penholder.serve.web.feeds import FEEDS

from .hostile_ledger import PAYLOADS
from .places import word_places
from .test_hostile import strange

# So many payloads does each place get, the next place others.
_EACH = 4
_LISTS = [page for page in PAGES if page.entries]
_PROPERTY = re.compile(
    r"(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|NAME|DESCRIPTION|X-WR-CALNAME|X-WR-CALDESC|UID|DTSTAMP|DTSTART;VALUE=DATE|DTEND;VALUE=DATE"
    r"|SUMMARY|URL|CATEGORIES|TRANSP|REFRESH-INTERVAL;VALUE=DURATION):[^\r\n\x00-\x08\x0b\x0c\x0e-\x1f]*"
)


@pytest.fixture(scope="module")
def asking(hostile_address: str) -> Iterator[httpx.Client]:
    """Give what asks the site over HTTP as browsers do: a test client would decode an address twice."""
    with httpx.Client(base_url=hostile_address, timeout=60) as client:
        yield client


def _places(client: httpx.Client) -> list[tuple[str, str]]:
    return list(word_places(client.get("/api/openapi.json").json()["paths"]))


def _form_is_kept(told: httpx.Response) -> bool:
    """Say whether an answer is what it says it is, and nothing else."""
    form = told.headers["content-type"].partition(";")[0]
    if form == "text/html":
        return not list(strange(told))
    if form == "application/atom+xml":
        return etree.fromstring(told.content).tag.endswith("feed")
    if form == "text/calendar":
        return not list(_strange_lines(told.text))
    return json.loads(told.text) is not None and form.endswith("json")


def _strange_lines(calendar: str) -> Iterator[str]:
    """Yield the lines of a calendar that it should not have; a reader may take any kind of line break for one."""
    for line in calendar.replace("\r\n ", "").split("\r\n")[:-1]:
        if not _PROPERTY.fullmatch(line):
            yield line


@pytest.mark.parametrize("first", range(_EACH))
def test_a_payload_in_an_address_is_shown_as_words(asking: httpx.Client, first: int) -> None:
    """Wherever words may stand, in every form of the answer."""
    for number, (before, after) in enumerate(_places(asking)):
        payload = PAYLOADS[(number * _EACH + first) % len(PAYLOADS)]
        told = asking.get(f"{before}{quote(payload, safe='')}{after}")
        assert told.status_code < 500
        assert _form_is_kept(told), told.url
        is_page = told.headers["content-type"].startswith("text/html")
        assert not is_page or "<" not in payload or payload not in told.text


def test_a_payload_in_an_address_does_nothing(browser: Any, hostile_address: str) -> None:
    """In a browser: each place of a page with three payloads at once."""
    context = browser.new_context()
    page = context.new_page()
    done: list[str] = []
    page.on("dialog", lambda one: (done.append(one.message), one.dismiss()))
    page.on("request", lambda one: done.append(one.url) if hostile_address not in one.url else None)
    page.add_init_script("window.alert = window.confirm = (what) => console.error(`ran ${what}`)")
    page.on("console", lambda one: done.append(one.text) if "ran" in one.text else None)
    page.on("pageerror", lambda one: done.append(str(one)))
    with httpx.Client(base_url=hostile_address) as client:
        places = [one for one in _places(client) if "/api/" not in one[0] and not _is_feed(one)]
    for number, (before, after) in enumerate(places):
        words = "".join(PAYLOADS[number % 50 :: 50][:3])[:190]
        page.goto(f"{hostile_address}{before}{quote(words, safe='')}{after}")
        assert page.evaluate("document.querySelectorAll('main script, main iframe, main [onerror], main [onload], main base').length") == 0  # fmt: skip
    assert done == []
    context.close()


def _is_feed(place: tuple[str, str]) -> bool:
    return any(f"{form}?" in place[0] for form in FEEDS)


@pytest.mark.parametrize("form", FEEDS)
@pytest.mark.parametrize("page", _LISTS, ids=lambda page: page.path)
def test_a_feed_of_payloads_is_a_feed(asking: httpx.Client, page: Any, form: str) -> None:
    """Atom is XML, a JSON Feed is JSON, and no line of a calendar was written by a story."""
    people = [f"/people/{quote(payload, safe='')}" for payload in PAYLOADS]
    bases = people if "{" in page.path else [page.path if page.path != "/" else "/front"]
    for base, number in product(bases, range(1, 5)):
        told = asking.get(f"{base}{form}?page={number}")
        if told.status_code == 404:  # the list has fewer pages
            break
        assert told.status_code == 200
        assert _form_is_kept(told)
        if form == ".ics":
            icalendar.Calendar.from_ical(told.text)
