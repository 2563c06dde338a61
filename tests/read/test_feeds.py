"""Feeds of every kind give their stories; traps in them are refused."""

from __future__ import annotations

import io
import json
import sys
import time
import tracemalloc
from pathlib import Path

import pytest

from penholder.errors import SourceError
from penholder.read.feed_items import is_cut
from penholder.read.feeds import is_feed, parse_feed, read_feed
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.read.sources import find_pages
from penholder.tables.load import load_toml

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

    assert "1 of 2 items hold only a summary: Short" in str(error)


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


@pytest.mark.parametrize("before", [b"<!---->", b"<?xml-stylesheet a?>", b"<!DOCTYPE a [", b" \n"])
def test_what_stands_before_a_feed_takes_no_time(before: bytes) -> None:
    """Thousands of comments before a page that is no feed are seen through at once."""
    start = time.perf_counter()

    assert not is_feed(before * 2_000 + b"<html>")
    assert is_feed(b"<?xml version='1.0'?>\n<!-- a --><?xml-stylesheet b?><rss>")
    assert time.perf_counter() - start < 1


def test_a_text_of_marks_alone_takes_no_time() -> None:
    """Half a million signs that open tags, and no tag."""
    start = time.perf_counter()
    parse_feed("a.xml", RSS.replace("They met.", "&lt;" * 500_000).encode())

    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-16", "utf-8"])
def test_a_feed_is_read_in_its_own_encoding(charset: str) -> None:
    """Letters and the names of letters, with the document type of old feeds."""
    doctype = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "rss-0.91.dtd">'
    data = RSS.replace('"utf-8"?>', f'"{charset}"?>{doctype}').replace("Short", "Guin\xe9e &eacute; &mdash; &LT;")  # fmt: skip
    feed = parse_feed("a.xml", data.encode(charset))

    assert feed.items[1].title == "Guin\xe9e \xe9 — <"


def test_a_broken_letter_costs_no_other() -> None:
    """A feed in UTF-8 with one byte that is none stays one in UTF-8."""
    data = RSS.replace("Short", "Guin\xe9e").encode().replace(b"They met.", b"They \xff met.")

    assert parse_feed("a.xml", data).items[1].title == "Guin\xe9e"


def test_an_entry_that_is_none_costs_no_other() -> None:
    """What a JSON Feed has instead of words, addresses and entries is passed over."""
    feed = json.loads(JSON)
    odd = [3, None, {"id": 4, "url": 5, "title": [6], "date_published": 7}, {"id": "https://example.org/\ud800\0", "content_html": "x"}]  # fmt: skip
    feed["items"] = [*odd, *feed["items"]]
    read = parse_feed("a.json", b"\xef\xbb\xbf" + json.dumps(feed).encode())

    assert [item.address for item in read.items] == [None, "https://example.org/\ufffd", "https://example.org/a"]  # fmt: skip
    assert read.items[-1].time == "2022-05-05T06:12:00+09:00"


def test_plain_text_keeps_its_paragraphs() -> None:
    """A JSON Feed may hold its story as text."""
    feed = json.loads(JSON)
    feed["items"][0] |= {
        "content_html": "",
        "content_text": "The Council met; 9 < 15.\n\nIt voted.",
    }

    assert parse_feed("a.json", json.dumps(feed).encode()).items[0].html == "<p>The Council met; 9 &lt; 15.</p><p>It voted.</p>"  # fmt: skip


@pytest.mark.parametrize(
    ("link", "guid", "address", "key"),
    [
        ("/b", "x2", "https://example.org/b", "https://example.org/b"),
        ("", "https://example.org/c", "https://example.org/c", "https://example.org/c"),
        ("", "tag:example.org,2022:7", None, "tag:example.org,2022:7"),
        ("http://[b", "x2", None, "x2"),
    ],
)
def test_an_item_is_known_by_its_link_else_by_its_name(
    link: str, guid: str, address: str | None, key: str
) -> None:
    """Links are resolved; one that is none costs nothing."""
    item = f"<item><title>Short</title><link>{link}</link><guid>{guid}</guid></item>"
    feed = parse_feed("a.xml", RSS.replace("</channel>", f"{item}</channel>").encode())

    assert (feed.items[2].address, feed.items[2].key) == (address, key)


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("Thu, 05 May 2022 06:12:00 KST", "2022-05-05T06:12:00+09:00"),
        ("Thu, 05 May 22 06:12:00 GMT", "2022-05-05T06:12:00+00:00"),
        ("2022-05-05 06:12", "2022-05-05T06:12:00"),
        ("5 May 2022", "2022-05-05"),
        ("yesterday", None),
    ],
)
def test_times_are_read_however_they_are_written(written: str, time: str | None) -> None:
    """With the zone that they have."""
    feed = parse_feed("a.xml", RSS.replace("Thu, 05 May 2022 06:12:00 +0900", written).encode())

    assert feed.items[0].time == time


def test_titles_are_read_as_people_see_them() -> None:
    """Also where they are packed twice."""
    feed = parse_feed("a.xml", RSS.replace("Short", "North &amp;amp; South&amp;#8217;s &lt;b&gt;talks&lt;/b&gt;").encode())  # fmt: skip

    assert feed.items[1].title == "North & South’s talks"


FLASH = "<p>North Korea fired a missile on Wednesday, South Korea's military said.</p>"


@pytest.mark.parametrize(
    ("words", "is_read"),
    [
        (f"<content:encoded><![CDATA[{FLASH}]]></content:encoded>", True),
        (f"<description>Flash</description><content:encoded><![CDATA[{FLASH}]]></content:encoded>", True),
        (f"<description><![CDATA[{FLASH}]]></description>", False),
        (f"<description><![CDATA[{FLASH}]]></description><content:encoded><![CDATA[{FLASH}]]></content:encoded>", False),
        (f"<content:encoded><![CDATA[{FLASH} <a>Read more</a>]]></content:encoded>", False),
        (f"<content:encoded><![CDATA[{FLASH} [&hellip;]]]></content:encoded>", False),
        ('<media:content xmlns:media="http://search.yahoo.com/mrss/" url="a.jpg">A photo</media:content>', False),
    ],
)  # fmt: skip
def test_a_short_text_is_a_story_where_the_feed_gives_it_as_one(words: str, is_read: bool) -> None:
    """Not where it is the summary again, or goes on elsewhere."""
    head, _, _ = RSS.partition("<item>")
    data = f"{head}<item><title>Flash</title><link>/f</link>{words}</item></channel></rss>"

    assert isinstance(next(read_feed("a.xml", io.BytesIO(data.encode()))), Page) == is_read


@pytest.mark.parametrize(("kind", "cut"), [("examples", True), ("near", False)])
def test_texts_that_go_on_elsewhere_are_told_by_their_ends(kind: str, cut: bool) -> None:
    """The table proves itself."""
    for words in load_toml("feed_cuts")["cut"][kind]:
        assert is_cut(words) == cut


ENTRIES = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example.org/x/"><title>The Desk</title>
<entry><title>1</title><link href="one"/></entry>
<entry xml:base="https://b.example.org/y/"><title>2</title><link rel="alternate" href="two"/></entry>
<entry xml:base="sub/"><title>3</title><link rel="self" href="no"/><link xml:base="z/" href="three"/></entry>
<entry><title>4</title><link type="application/json" href="no"/><link type="text/html" href="/four"/></entry>
<entry><title>5</title><link href="http://[x"/></entry></feed>"""


@pytest.mark.parametrize("address", ["", "https://feeds.example.org/f/news.xml"])
def test_links_are_seen_from_where_the_feed_says(address: str) -> None:
    """By `xml:base`, the nearest one first; of several links the one to a page is taken."""
    found = [item.address for item in parse_feed("a.atom", ENTRIES.encode(), address).items]

    assert found == [
        "https://a.example.org/x/one",
        "https://b.example.org/y/two",
        "https://a.example.org/x/sub/z/three",
        "https://a.example.org/four",
        None,
    ]


@pytest.mark.parametrize(
    ("base", "address"),
    [
        (' xml:base="https://a.example.org/x/"', "https://a.example.org/x/b"),
        (' xml:base="x/"', "https://feeds.example.org/f/x/b"),
        (' xml:base="http://[x"', "https://feeds.example.org/f/b"),
        ("", "https://feeds.example.org/f/b"),
    ],
)
def test_rss_may_say_so_too(base: str, address: str) -> None:
    """What is no address there costs nothing."""
    data = f"<rss version='2.0'{base}><channel><item><title>B</title><link>b</link></item></channel></rss>"

    assert parse_feed("a.xml", data.encode(), "https://feeds.example.org/f/news.xml").items[0].address == address  # fmt: skip
