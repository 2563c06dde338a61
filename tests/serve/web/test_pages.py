"""Each page answers as HTML, as JSON and as feeds, and guards what it answers."""

from __future__ import annotations

import json
import os
from pathlib import Path

import icalendar
import pytest
from fastapi.testclient import TestClient
from lxml import etree, html

from penholder.serve.web.app import PAGES, make_app
from penholder.serve.web.headers import POLICY
from penholder.serve.web.pages import Page
from penholder.serve.web.site import Site
from penholder.store.places import LedgerPlace

from .conftest import keep
from .places import PLACES

LISTS = [page for page in PAGES if page.entries]


def test_every_page_has_a_place_to_be_tested() -> None:
    """A page that is added is looked at in the browser too."""
    assert {page.path for page in PAGES} == set(PLACES)


def place(client: TestClient, page: Page) -> str:
    """Give the address of a page, with an id where it wants one."""
    first = client.get("/api/stories").json()["stories"][0]["id"]
    draft = client.get("/api/drafts").json()["drafts"][0]["id"]
    return PLACES[page.path].format(story=first, draft=draft)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_a_page_is_html_and_json(client: TestClient, page: Page) -> None:
    """The same finds, for people and for programs; nothing inline that the policy forbids."""
    path = place(client, page)
    shown = client.get(path)
    assert shown.status_code == 200
    assert shown.headers["content-security-policy"] == POLICY
    root = html.fromstring(shown.text)
    assert root.xpath("//@style | //style | //script[not(@src)] | //@onclick") == []
    assert len(root.xpath("//h1")) == 1
    head = client.head(path)
    assert (head.status_code, head.headers["content-type"]) == (200, "text/html; charset=utf-8")
    api = client.get(f"/api{path.replace('/', '/front', 1) if path == '/' else path}")
    assert api.status_code == 200
    assert api.headers["content-type"] == "application/json"


@pytest.mark.parametrize("page", LISTS, ids=lambda page: page.path)
def test_a_list_is_a_feed(client: TestClient, page: Page) -> None:
    """Each list can be subscribed to in three forms, with the same filters."""
    path, _, asked = place(client, page).partition("?")
    base = path if path != "/" else "/front"
    atom = client.get(f"{base}.atom?{asked}")
    assert etree.fromstring(atom.content).tag == "{http://www.w3.org/2005/Atom}feed"
    feed = json.loads(client.get(f"{base}.feed.json?{asked}").text)
    assert feed["items"]
    assert all(item["url"].startswith("http://localhost/") for item in feed["items"])
    calendar = icalendar.Calendar.from_ical(client.get(f"{base}.ics?{asked}").text)
    assert len(calendar.walk("VEVENT")) == sum("date_published" in item for item in feed["items"])


def test_everything_is_there_newest_first(client: TestClient) -> None:
    """Stories, events, stages of drafts, votes and contradicted claims in one bounded list, which the front page points to."""
    feed = json.loads(client.get("/everything.feed.json").text)
    days = [item["date_published"] for item in feed["items"] if "date_published" in item]
    nouns = {item["url"].split("/")[3] for item in feed["items"]}
    assert days == sorted(days, reverse=True)
    assert len(feed["items"]) == len({item["id"] for item in feed["items"]}) == 200
    assert nouns == {"stories", "events", "drafts", "votes"}
    assert any("?at=c" in item["url"] for item in feed["items"])
    assert feed["description"].startswith("The newest 200 at most of all stories")
    assert 'href="/everything.ics"' in client.get("/").text


def test_a_feed_says_what_it_leaves_out(client: TestClient) -> None:
    """Atom and calendars have no place for what has no full day; each says how many there are."""
    items = json.loads(client.get("/everything.feed.json").text)["items"]
    undated = sum("date_published" not in item for item in items)
    told = f"Of them {undated} without a full day are left out here"
    atom = etree.fromstring(client.get("/everything.atom").content)
    calendar = icalendar.Calendar.from_ical(client.get("/everything.ics").text)
    assert undated
    assert told in atom.findtext("{http://www.w3.org/2005/Atom}subtitle")
    assert told in calendar["DESCRIPTION"]


def test_an_undated_mistake_stands_in_the_feed_by_when_it_was_seen(tmp_path: Path) -> None:
    """Atom wants an instant of each entry: of a story without a date the one at which it was first seen."""
    story, ledger = tmp_path / "undated.txt", tmp_path / "ledger.db"
    story.write_text(
        "The Security Council adopted Resolution 2397 on 22 November 2017, diplomats said.\n"
    )
    os.utime(story, (1_767_600_000, 1_767_600_000))
    keep(ledger, [str(story)])
    site = Site(place=LedgerPlace(str(ledger)))
    with TestClient(make_app(site), base_url="http://localhost") as client:
        for path in ("/everything.atom", "/claims.atom?verdict=contradicted"):
            feed = etree.fromstring(client.get(path).content)
            entries = {one.findtext("{*}title"): one for one in feed.iterfind("{*}entry")}
            (told,) = [one for title, one in entries.items() if title.startswith("Contradicted")]
            assert told.findtext("{*}updated") == "2026-01-05T08:00:00Z"
        assert "no date, seen 5 Jan 2026" in client.get("/everything").text


@pytest.mark.parametrize("path", ["/nowhere", "/stories/nowhere", "/people/nobody-at-all"])
def test_what_is_not_there_is_told(client: TestClient, path: str) -> None:
    """A page for people, JSON for programs, both with what to do."""
    assert client.get(path).status_code == 404
    told = client.get(f"/api{path}")
    assert (told.status_code, set(told.json())) == (404, {"where", "fault", "remedy"})


def test_an_empty_ledger_shows_how_to_begin(tmp_path: Path) -> None:
    """Without a ledger the record's pages are there, and the front page says how to fill one."""
    site = Site(place=LedgerPlace(str(tmp_path / "none.db")))
    with TestClient(make_app(site), base_url="http://localhost") as client:
        assert "penholder read" in client.get("/").text
        assert client.get("/claims").status_code == 200
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost:8642", 200), ("127.0.0.1", 200), ("[::1]:1", 200), ("evil.example", 421)],
)
def test_only_the_names_of_the_site_are_answered(
    client: TestClient, host: str, status: int
) -> None:
    """A name that somebody pointed at this machine gets nothing."""
    assert client.get("/", headers={"host": host}).status_code == status


def test_what_another_page_sends_is_refused(client: TestClient) -> None:
    """Only a page of the site can send a text to be checked."""
    sent = {"text": "Russia vetoed a draft."}
    foreign = client.post("/check", data=sent, headers={"origin": "https://evil.example"})
    assert foreign.status_code == 403
    own = client.post("/api/check", data=sent, headers={"origin": "http://localhost"})
    assert own.status_code == 200


def test_a_text_is_checked_on_the_spot(client: TestClient) -> None:
    """A sentence gets its verdict with the reason, and is not kept."""
    text = "On May 26, 2022, Russia alone vetoed a US-drafted Security Council resolution on North Korea."
    before = client.get("/api/stories").json()["piece"]["number"]
    shown = client.post("/check", data={"text": text}).text
    assert "contradicted" in shown
    assert "S/2022/431 of 26 May 2022 was vetoed by China and Russia." in shown
    assert client.get("/api/stories").json()["piece"]["number"] == before


@pytest.mark.parametrize(("text", "fault"), [("  ", "there is none"), ("a" * 60_001, "60,000")])
def test_a_text_that_cannot_be_checked_says_why(client: TestClient, text: str, fault: str) -> None:
    """None, or one that is too long for the spot."""
    told = client.post("/api/check", data={"text": text})
    assert told.status_code == 400
    assert fault in told.json()["fault"]


def test_a_text_is_kept_only_where_that_is_asked(tmp_path: Path) -> None:
    """Kept on request; on a public site never."""
    place = LedgerPlace(str(tmp_path / "kept.db"))
    text = (
        "The UN Security Council adopted Resolution 2397 on December 22, 2017, by 15 votes to none."
    )
    sent = {"text": text, "keep": "yes"}
    for is_public, number in ((True, 0), (False, 1)):
        site = Site(place=place, is_public=is_public)
        with TestClient(make_app(site), base_url="http://localhost") as client:
            assert client.post("/api/check", data=sent).json()["kept"] is not is_public
            assert client.get("/api/stories").json()["piece"]["number"] == number


@pytest.mark.parametrize(
    ("path", "called", "officially"),
    [
        ("/votes/S/2022/431", "Russia", "Russian Federation"),
        ("/council/2022", "Russia", "Russian Federation"),
        ("/council/1984", "Burkina Faso", "Upper Volta"),
    ],
)
def test_a_state_has_one_name(client: TestClient, path: str, called: str, officially: str) -> None:
    """Its usual one; that under which it sat is told on hovering alone."""
    shown = html.fromstring(client.get(path).text)
    assert set(shown.xpath(f"//a[@title='{officially}']/text()")) == {called}
    assert officially not in shown.text_content()


def test_the_verdicts_of_a_story_show_at_first_sight(client: TestClient) -> None:
    """Their numbers stand above the text, the contradicted words with the reason; in the text each has its sign and its name."""
    claims = client.get("/api/claims?verdict=contradicted").json()["claims"]
    one = next(claim for claim in claims if claim["story"].startswith("over_japan"))
    shown = html.fromstring(client.get(f"/stories/{one['story']}").text)
    top = shown.xpath("//p[starts-with(@class, 'sum')]")
    assert "1 contradicted" in top[0].text_content()
    assert one["text"] in top[1].text_content()
    assert "The record: S/RES/2397 (2017) was adopted on 22 Dec 2017." in top[1].text_content()
    place = one["place"]
    note = shown.xpath(f"//a[contains(@class, 'note c') and @href='#c{place}']")[0]
    assert note.get("aria-label") == f"claim {place + 1}, contradicted"
    assert shown.xpath("//span[contains(@class, 'v-contradicted')]")


def test_a_launch_says_what_its_short_forms_stand_for(client: TestClient) -> None:
    """Who reported it, by what class and from which source, for who does not know the letters."""
    shown = html.fromstring(client.get("/launches/KP-2022-03-24-1").text)
    told = dict(
        zip(
            shown.xpath("//dl[@class='short']/dt/text()"),
            shown.xpath("//dl[@class='short']/dd/text()"),
            strict=True,
        )
    )
    assert told["JCS"] == "South Korea's Joint Chiefs of Staff"
    assert "ICBM" in told


def test_rules_are_told_by_what_they_count(client: TestClient) -> None:
    """Not by their ids: neither in the choice of one to compare with nor where launches part two."""
    shown = html.fromstring(client.get("/counts?from=2022-01-01&to=2022-12-31").text)
    assert "missile days (ballistic and cruise)" in shown.xpath("//option/text()")
    told = [one.text_content() for one in shown.xpath("//summary")]
    assert any("fewer than missile days (ballistic and cruise)" in one for one in told)
