"""A page of HTML gives its story: exact title, captions apart, times with their zone."""

from __future__ import annotations

import json
from time import perf_counter

import pytest

from penholder.errors import SourceError
from penholder.model.story import Story
from penholder.read.addresses import is_named_for
from penholder.read.html import read_html
from penholder.read.metadata import Metadata
from penholder.read.page import read_page
from penholder.read.page_times import read_time
from penholder.read.source_page import Page
from penholder.read.sources import find_pages
from penholder.read.titles import bare_title

PARAGRAPHS = [
    "GENEVA, Sept. 4 (Reuters) - North Korea tested a nuclear device on Sunday, its sixth and largest, and said that it fits on a missile.",
    "Seismologists in Vienna measured a magnitude of 6.1, several times that of the test of September 2016, the test ban body said.",
    "The Security Council called a meeting for Monday at the request of the United States, Japan, Britain, France and South Korea.",
    "China, the North's largest trading partner, condemned the test and asked all sides to return to talks, its foreign ministry said.",
    "Russia said that sanctions alone would not settle the matter, and that both sides should stop tests and exercises at once.",
]
CAPTION = "The test ban body's operations room in Vienna in September 2017."


def page(body: str = "", head: str = "") -> str:
    """Give a page with menus, a figure, a story, teasers and a footer."""
    told = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>North tests a bomb | The Wire</title>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        "<main><article class='article'><h1>North tests a bomb</h1>"
        f"<figure><img src='a.jpg'><figcaption class='caption'>{CAPTION}</figcaption></figure>"
        f"<div class='article-body'>{told}{body}</div></article></main>"
        "<aside class='related'><h2>More on this</h2><a href='/x'>Japan protests against a launch over its islands</a></aside>"
        "<footer>All rights reserved</footer></body></html>"
    )


def read(source: str) -> Story:
    """Read a page."""
    return read_page(Page(source="page.html", text=source, form="html"))


def test_the_body_is_the_storys_paragraphs() -> None:
    """Menus, captions, teasers and the footer stand outside; the dateline is taken off."""
    story = read(page())

    assert story.body_text.split("\n\n") == [PARAGRAPHS[0].split(" - ")[1], *PARAGRAPHS[1:]]
    assert (story.title, story.dateline_place, story.credit) == (
        "North tests a bomb",
        "GENEVA",
        "Reuters",
    )


def test_a_caption_stands_apart() -> None:
    """It is told as a caption, with its place in the text."""
    (caption,) = read(page()).captions

    assert caption.text == CAPTION
    assert caption.spans[0].of(read(page()).text) == CAPTION


def test_times_come_with_their_zone() -> None:
    """JSON-LD tells when a page was published and updated."""
    told = {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": ["NewsArticle"],
                "headline": "North tests a bomb",
                "datePublished": "2017-09-04T09:30:00+09:00",
                "dateModified": "2017-09-04T01:00:00Z",
                "author": {"@type": "Person", "name": "A Reporter"},
            }
        ],
    }
    script = f"<script type='application/ld+json'>{json.dumps(told)}</script>"
    story = read(page(head=script + "<link rel='canonical' href='https://wire.example/bomb'>"))

    assert story.published_at == "2017-09-04T09:30:00+09:00"
    assert story.updated_at == "2017-09-04T01:00:00+00:00"
    assert (story.byline, story.url) == ("A Reporter", "https://wire.example/bomb")


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("2022-05-04T10:00:00.123Z", "2022-05-04T10:00:00+00:00"),
        ("2022-05-04 10:00 +0900", "2022-05-04T10:00:00+09:00"),
        ("Wed May 4 10:00:00 CEST 2022", "2022-05-04T10:00:00+02:00"),
        ("Wed, 04 May 2022 10:00:00 GMT", "2022-05-04T10:00:00+00:00"),
        ("04.05.2022, 9:05 Uhr", "2022-05-04T09:05:00"),
        ("5/24/2022", "2022-05-24"),
        ("2022年5月4日", "2022-05-04"),
        ("May 4, 2022", "2022-05-04"),
        ("2022-13-45", None),
        ("yesterday", None),
    ],
)
def test_a_time_is_read_as_exactly_as_it_is_written(words: str, time: str | None) -> None:
    """No hour, no zone and no day is made up."""
    assert read_time(words) == time


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("North tests a bomb | World | The Wire", "North tests a bomb"),
        ("North tests a bomb - The Wire", "North tests a bomb"),
        ("North tests a bomb - and Japan protests", "North tests a bomb - and Japan protests"),
        ("The Wire", "The Wire"),
    ],
)
def test_a_title_loses_what_the_outlet_adds(title: str, bare: str) -> None:
    """Only the outlet's name, and what follows a title that the page prints alone, is taken off."""
    known = {"northtestsabomb"} if "World" in title else set()

    assert bare_title(title, Metadata(outlet="The Wire"), known) == bare


def test_scripts_without_spaces_put_none_before_the_outlet() -> None:
    """What follows the printed title is taken off all the same."""
    assert bare_title("北朝鮮が核実験-ザ通信", Metadata(), {"北朝鮮が核実験"}) == "北朝鮮が核実験"


@pytest.mark.parametrize(
    ("named", "shared", "title"),
    [
        ("A bomb test by the North", "North tests a bomb", "North tests a bomb"),
        ("North tests a bomb", "The North's sixth test", "North tests a bomb"),
        ("A bomb test by the North", "The North's sixth test", "A bomb test by the North"),
    ],
)
def test_of_two_titles_the_one_that_is_printed_counts(named: str, shared: str, title: str) -> None:
    """The heading of the page decides where its JSON-LD and what it gives to those who link to it differ."""
    ld = json.dumps({"@type": "NewsArticle", "headline": named})
    head = f'<script type="application/ld+json">{ld}</script><meta property="og:title" content="{shared}">'

    assert read_html(page(head=head).encode()).title == title


@pytest.mark.parametrize(
    ("named", "shared"),
    [
        ("Sixth test: North tests a hydrogen bomb", "North tests a hydrogen bomb"),
        ("Kim Jong Un: all on the test", "North tests a hydrogen bomb"),
    ],
)
def test_a_headline_after_its_kicker_is_the_title(named: str, shared: str) -> None:
    """The shared headline stands in a heading of its own below another, after words in a span."""
    ld = json.dumps({"@type": "NewsArticle", "headline": named})
    head = f'<script type="application/ld+json">{ld}</script><meta property="og:title" content="{shared}">'
    body = f"<h2><span>Sixth test</span><span>{shared}</span></h2>"

    assert read_html(page(body, head).encode()).title == shared


@pytest.mark.parametrize(
    ("named", "window", "path", "title"),
    [
        ("The North’s sixth", "The North's sixth", "n-1", "The North's sixth"),
        (
            "A bomb test",
            "The North's sixth test",
            "the-norths-sixth-test-17",
            "The North's sixth test",
        ),
        ("A bomb test", "The North's sixth test", "a-bomb-test-17", "A bomb test"),
    ],
)
def test_what_window_and_address_bear_is_the_title(
    named: str, window: str, path: str, title: str
) -> None:
    """A headline that is shared and stands above the window counts where it is one, or the address names it too."""
    ld = json.dumps({"@type": "NewsArticle", "headline": named})
    source = (
        f'<html><head><title>{window}</title><script type="application/ld+json">{ld}</script>'
        f'<meta property="og:title" content="{window}"><link rel="canonical" href="https://wire.example/{path}">'
        f"</head><body><p>{PARAGRAPHS[0]}</p></body></html>"
    )

    assert read_html(source.encode()).title == title


@pytest.mark.parametrize(
    ("url", "title", "named"),
    [
        ("https://wire.example/2017/prufung-in-wien-4711.html", "Prüfung in Wien", True),
        ("https://wire.example/2017/pruefung-in-wien", "Prüfung in Wien", True),
        ("https://wire.example/2017/pruefung-in-wien-nach-dem-sechsten-test", "In Wien", False),
        ("https://wire.example/article/4711", "Prüfung in Wien", False),
        ("", "Prüfung in Wien", False),
    ],
)
def test_an_address_is_made_of_a_title(url: str, title: str, named: bool) -> None:
    """Accents are dropped or spelled with two letters; numbers stand around it, other words do not."""
    assert is_named_for(url, title) is named


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 200_000,
        "<b>" * 200_000 + "words",
        "<table><tr>" * 100_000,
        "<p>x" * 50_000,
        "<a href=x>" * 50_000,
        "<!--" * 100_000,
        "<script>" * 100_000,
        "<script type='application/ld+json'>" + "[" * 100_000,
        "<p>" + "word " * 400_000,
        "<html>\0\x0b\x0c</html>",
        "<p>" + "&amp;" * 100_000,
    ],
    ids=lambda source: source[:20],
)
def test_hostile_pages_are_read_in_bounded_time(source: str) -> None:
    """Deep, broken and huge pages give a story, in seconds."""
    start = perf_counter()
    story = read(source)

    assert story.body.end <= len(story.text)
    assert perf_counter() - start < 20


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("Please log in with your account to read this story.", "login"),
        ("Please enable JavaScript and cookies to continue.", "whether a person"),
        ("Sorry, this page is no longer available.", "not there"),
    ],
)
def test_a_wall_is_refused_with_what_to_do(tmp_path, words: str, fault: str) -> None:
    """A page without its story says so, instead of being a story that says nothing."""
    path = tmp_path / "wall.html"
    path.write_text(f"<html><body><h1>The Wire</h1><p>{words}</p></body></html>")
    (found,) = find_pages([str(path)])

    assert isinstance(found, SourceError)
    assert fault in str(found)


def test_a_story_about_a_wall_is_no_wall(tmp_path) -> None:
    """A page with paragraphs is read, whatever its furniture asks for."""
    path = tmp_path / "story.html"
    path.write_text(page("<p>Please log in to comment.</p>"))

    assert isinstance(next(find_pages([str(path)])), Page)


def test_a_page_in_which_no_story_is_seen_gives_its_paragraphs() -> None:
    """A few plain paragraphs are read as they stand."""
    found = read_html(f"<p>{PARAGRAPHS[1]}</p>".encode())

    assert found.paragraphs == (PARAGRAPHS[1],)


def test_a_story_that_a_script_would_print_is_read_from_the_metadata() -> None:
    """JSON-LD holds the body where the page itself holds a teaser."""
    told = {"@type": "NewsArticle", "headline": "A bomb", "articleBody": "\n".join(PARAGRAPHS)}
    script = f"<script type='application/ld+json'>{json.dumps(told)}</script>"
    found = read_html(
        f"<html><head>{script}</head><body><p>{PARAGRAPHS[0]}</p></body></html>".encode()
    )

    assert found.paragraphs == (" ".join(PARAGRAPHS),)
