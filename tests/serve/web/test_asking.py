"""What people ask of a page is answered as they mean it, or refused with what to do."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from lxml import html


@pytest.mark.parametrize(
    ("asked", "answer", "counted"),
    [
        ("yes=&against=CHN", "It does not pass.", "14 in favour, 1 against, 0 abstaining"),
        ("yes=&abstain=CHN&abstain=RUS", "It passes.", "13 in favour, 0 against, 2 abstaining"),
        ("yes=", "It passes.", "15 in favour, 0 against, 0 abstaining"),
        ("yes=8", "It does not pass.", "8 in favour, 0 against, 0 abstaining"),
    ],
)
def test_the_form_of_what_would_pass_can_be_sent(
    client: TestClient, asked: str, answer: str, counted: str
) -> None:
    """A number that is left out means all others, and is left out of the form again; the answer says what was counted."""
    shown = client.get(f"/would-pass?on=2022-05-26&{asked}")
    main = html.fromstring(shown.text).xpath("//main")[0]
    told = " ".join(main.text_content().split())
    assert answer in told
    assert counted in told
    typed = asked.removeprefix("yes=").partition("&")[0]
    assert main.xpath("string(//input[@name='yes']/@value)") == typed


@pytest.mark.parametrize(
    "path",
    [
        "/counts?from=2022-13",
        "/counts?from=2022-01-01&to=2022-02-30",
        "/stories?since=2022-13",
        "/claims?until=2022-02-31",
        "/events?since=0000",
        "/council/2022-13",
        "/would-pass?on=2022-02-31&yes=9",
    ],
)
def test_a_day_that_never_was_is_refused(client: TestClient, path: str) -> None:
    """A window that cannot be read is not quietly the whole record."""
    shown = client.get(path)
    assert shown.status_code == 422
    assert "is not in the calendar" in shown.text


@pytest.mark.parametrize("path", ["/stories", "/events", "/claims", "/people", "/votes", "/drafts"])
def test_a_page_beyond_the_last_is_told(client: TestClient, path: str) -> None:
    """It does not say that nothing fits, and leads back to the list."""
    shown = client.get(f"{path}?page=199")
    assert shown.status_code == 404
    assert "The last page of this list is" in shown.text
    assert f'<a href="{path}">' in shown.text.partition("<main")[2]


def test_a_feed_begins_at_the_newest(client: TestClient) -> None:
    """Who subscribes on the second page gets what is new all the same."""
    shown = html.fromstring(client.get("/votes?outcome=vetoed&page=2").text)
    feeds = shown.xpath("//p[@class='feeds']/a/@href")
    assert feeds[0] == "/votes.atom?outcome=vetoed"
    assert not any("page" in feed for feed in feeds)


@pytest.mark.parametrize("year", [2022, 2026])
def test_a_year_leads_to_its_counts(client: TestClient, year: int) -> None:
    """Also the year that is not over in the record."""
    shown = html.fromstring(client.get(f"/launches?year={year}").text)
    path = shown.xpath("string(//a[starts-with(@href, '/counts')]/@href)")
    assert client.get(path).status_code == 200


def test_more_of_a_noun_can_be_had(client: TestClient) -> None:
    """The link below twenty finds leads to more of them, and what is weighed is told."""
    shown = html.fromstring(client.get("/search?words=Korea").text)
    found = shown.xpath("//section[@aria-labelledby='in-statements']")[0]
    assert len(found.xpath(".//li")) == 20
    assert "The best 20 of the newest 2,000" in found.text_content()
    more = html.fromstring(client.get(found.xpath("string(p/a/@href)")).text)
    assert len(more.xpath("//section//li")) > 20


def test_the_front_says_among_how_many_the_most_reported_were_sought(client: TestClient) -> None:
    """A ledger of few days goes back until there are enough; the first day that was looked at is told."""
    found = client.get("/api/front").json()["most_reported"]
    assert len(found["events"]) == 8
    assert found["weighed"] >= 8
    told = html.fromstring(client.get("/").text).xpath(
        "string(//section[@aria-labelledby='reported'])"
    )
    assert f"among the {found['weighed']} events since" in told


def test_an_event_of_the_record_says_what_it_was(client: TestClient) -> None:
    """A bare "weapon test" does not: the row's class and system do."""
    shown = client.get("/events?kind=weapon_test&since=2022-05-25&until=2022-05-25").text
    told = html.fromstring(shown).xpath("string(//ul[@class='list'])")
    assert "on record: ICBM" in told


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("/claims?verdict=wrong", "contradicted"),
        ("/claims?type=guess", "vote_tally"),
        ("/events?kind=launch", "weapon_test"),
        ("/launches?outcome=maybe", "failure"),
        ("/drafts?stage=drafted", "announced"),
        ("/people?position=hates", "call_for_dialogue"),
    ],
)
def test_a_value_that_no_row_can_have_is_refused(client: TestClient, path: str, known: str) -> None:
    """A slip of the pen is not told as a list without rows."""
    shown = client.get(path)
    assert shown.status_code == 422
    told = " ".join(html.fromstring(shown.text).xpath("//main")[0].text_content().split())
    assert "is one of" in told
    assert known in told


@pytest.mark.parametrize(
    ("path", "remedy"),
    [
        ("/events?actor=Nort Korea", 'Did you mean "North Korea"?'),
        ("/events?actor=Xyzzy", "Give a state, a body or a person"),
        ("/people?position=condemn&by=Chyna", 'Did you mean "China"?'),
        ("/people?on=Jpan", 'Did you mean "Japan"?'),
        ("/claims?said_by=Xyzzy", "Give a state, a body or a person"),
        ("/claims?rule=fingers", "The rules are"),
        ("/launches?site=Sunann", 'Did you mean "Sunan"?'),
    ],
)
def test_a_name_that_nobody_knows_is_refused(client: TestClient, path: str, remedy: str) -> None:
    """Names are many: one that is written alike is told, else how they are written."""
    shown = client.get(path)
    assert shown.status_code == 404
    assert remedy in html.fromstring(shown.text).xpath("//main")[0].text_content()


@pytest.mark.parametrize(
    "name", ["PRK", "North Korea", "north korea", "Security Council", "nikki-haley", "Nikki Haley"]
)
def test_who_acts_is_known_by_any_name(client: TestClient, name: str) -> None:
    """A state, a body or a person, in any case: a list, if an empty one."""
    assert client.get("/api/events", params={"actor": name}).status_code == 200
    every = client.get("/api/events", params={"actor": "PRK"}).json()
    if name.casefold() == "north korea":
        assert client.get("/api/events", params={"actor": name}).json() == every


def test_the_map_leads_to_the_launches_of_a_site(client: TestClient) -> None:
    """Each mark is a link, and where it leads all launches are from there."""
    shown = html.fromstring(client.get("/launches?year=2022").text)
    links = shown.xpath("//*[contains(@class, 'site')]/parent::a/@href")
    assert links
    for link in links:
        found = client.get(f"/api{link}").json()["launches"]
        assert found
        assert len({one["place"]["name"] for one in found}) == 1


def test_an_outlet_is_found_in_any_case(client: TestClient) -> None:
    """Who types it need not know how the page writes it."""
    name = client.get("/api/stories").json()["outlets"][0]
    every = client.get("/api/stories", params={"outlet": name}).json()["stories"]
    assert every
    assert client.get("/api/stories", params={"outlet": name.upper()}).json()["stories"] == every
    assert (
        client.get("/api/stories", params={"outlet": f"{name} of nowhere"}).json()["stories"] == []
    )


@pytest.mark.parametrize(
    ("words", "symbol"),
    [
        ("north korea", "S/2022/431"),
        ("DPRK", "S/2022/431"),
        ("non-proliferation NORTH KOREA", "S/2022/431"),
        ("cyprus UNFICYP", "S/RES/2618 (2022)"),
        ("weapons of mass destruction", "S/RES/2622 (2022)"),
    ],
)
def test_a_vote_is_found_by_what_it_was_about(client: TestClient, words: str, symbol: str) -> None:
    """By a state under any of its names, and by the words of its title or its item of the agenda, in any case."""
    asked = {"subject": words, "year": "2022"}
    found = client.get("/api/votes", params=asked).json()["votes"]
    assert symbol in {one["symbol"] for one in found}
    assert len(found) < 25
