"""Feeds of every kind give their stories; traps in them are refused."""

from __future__ import annotations

import io
import json
import sys
import tracemalloc
from pathlib import Path

import pytest

from penholder.errors import SourceError
from penholder.read.feeds import parse_feed, read_feed
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.read.sources import find_pages

STORY = "".join(
    f"<p>The Security Council met on day {day} of the month over the launches of North Korea, and its members "
    "differed on what to do about them, as they had differed before.</p>"
    for day in range(1, 9)
)
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Desk &amp; Co</title><link>https://example.org/</link>
<item><title>The Council met&#8217;s</title><link>/a</link><guid>x1</guid>
<pubDate>Thu, 05 May 2022 06:12:00 +0900</pubDate><description>They met.</description>
<content:encoded><![CDATA[{STORY}]]></content:encoded></item>
<item><title>Short</title><link>https://example.org/b</link><description>They met again.</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Desk</title>
<entry><title>The Council met</title><link href="https://example.org/a"/><id>urn:x:1</id>
<published>2022-05-05T06:12:00+09:00</published><updated>2022-05-06T06:12:00+09:00</updated>
<content type="html">{STORY.replace("<", "&lt;")}</content></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://example.org/"><title>The Desk</title></channel>
<item rdf:about="https://example.org/a"><title>The Council met</title><link>https://example.org/a</link>
<dc:date>2022-05-05T06:12:00+09:00</dc:date><description>{STORY.replace("<", "&lt;")}</description></item></rdf:RDF>"""
JSON = json.dumps({
    "version": "https://jsonfeed.org/version/1.1", "title": "The Desk",
    "items": [{
        "id": "1", "url": "https://example.org/a", "title": "The Council met",
        "date_published": "2022-05-05T06:12:00+09:00", "content_html": STORY,
    }],
})  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.xml", RSS), ("a.atom", ATOM), ("a.rdf", RDF), ("a.json", JSON), ("no-suffix", ATOM)],
)
def test_each_kind_of_feed_gives_its_stories(name: str, data: str, tmp_path: Path) -> None:
    """The story with its address, title, outlet and the day where it was published."""
    (tmp_path / name).write_text(data, "utf-8")
    page = next(find_pages([str(tmp_path / name)]))
    assert isinstance(page, Page)
    story = read_page(page)

    assert page.url == "https://example.org/a"
    assert page.title is not None
    assert page.title.startswith("The Council met")
    assert (page.outlet or "").startswith("The Desk")
    assert "day 1 of the month" in story.body_text
    assert "day 8 of the month" in story.body_text
    assert page.date == "2022-05-05"


def test_items_with_only_a_summary_are_told_in_one_line() -> None:
    """They are not read as stories."""
    *_, error = read_feed("a.xml", io.BytesIO(RSS.encode()))

    assert "1 of 2 items hold only a summary" in str(error)


LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))


@pytest.mark.parametrize(
    ("doctype", "words", "fault"),
    [
        (f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>', "&l9;", "stand for other names"),
        ('<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;", "other files"),
        ('<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]>', "", "other files"),
        (f'<!DOCTYPE rss [<!ENTITY x "{"ha" * 5_000}">]>', "&x;" * 9999, "long texts"),
        (f'<!DOCTYPE rss [<!ENTITY x "{"ha" * 30}">]>', "&x;" * 300_000, "too much text"),
    ],
)
def test_traps_are_refused(doctype: str, words: str, fault: str) -> None:
    """Names that explode, or that ask for files, are told in a message, in bounded room."""
    data = f"<?xml version='1.0'?>{doctype}{RSS.partition('?>')[2]}".replace("They met.", words)
    tracemalloc.start()
    with pytest.raises(SourceError, match=fault):
        parse_feed("a.xml", data.encode())
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 40 * len(data) + 100_000_000


def test_a_feed_with_many_names_of_characters_is_read() -> None:
    """111,000 of them, of XML, of HTML, and of its own document type."""
    names = "&amp; &#8217; &nbsp; &eacute; &dash; &unheard; " * 18_500
    doctype = '<!DOCTYPE rss [<!ENTITY dash "&#8211;">]>'
    data = RSS.replace("They met.", names).replace("?>", f"?>{doctype}", 1)
    feed = parse_feed("a.xml", data.encode())

    assert len(feed.items) == 2
    assert feed.items[0].time == "2022-05-05T06:12:00+09:00"


@pytest.mark.parametrize(
    "data", ["<html><body>No feed</body></html>", "{}", "", "<rss", '{"version": "1"}', "\0" * 99]
)
def test_what_is_no_feed_is_told(data: str) -> None:
    """A message, not a traceback."""
    with pytest.raises(SourceError):
        parse_feed("a.xml", data.encode())


def test_a_malformed_feed_is_read_as_far_as_it_goes() -> None:
    """A tag that is not closed costs no story."""
    feed = parse_feed("a.xml", RSS.replace("</channel></rss>", "").encode())

    assert feed.items[0].is_whole


def test_without_feedparser_the_message_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """What only the patient parser could read says how to get that one."""
    monkeypatch.setitem(sys.modules, "feedparser", None)
    with pytest.raises(SourceError, match=r"penholder\[feeds\]"):
        parse_feed("a.xml", b"<rss>")
