"""Addresses are fetched politely, and feeds are watched; the servers are on this machine."""

from __future__ import annotations

import gzip
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from click.testing import CliRunner
from sqlalchemy import text
from urllib3.connection import HTTPSConnection
from urllib3.util.ssl_match_hostname import CertificateError

from penholder.errors import SourceError
from penholder.read.source_page import Page
from penholder.read.web import requests, targets
from penholder.read.web.answers import Known
from penholder.read.web.fetching import Fetcher
from penholder.read.web.pages import page_at
from penholder.read.web.requests import agent
from penholder.serve.cli import main
from penholder.serve.watching import Watch
from penholder.store.ledger import open_ledger, read_ledger
from penholder.store.visits import Visit, keep_visit, visit_of

Answer = tuple[int, dict[str, str], bytes]
STORY = (
    "<html><head><title>North Korea fires a missile</title></head><body><h1>North Korea fires a missile</h1>"
    "<p>SEOUL - North Korea fired a ballistic missile on Wednesday, South Korea's military said, in the latest of a "
    "number of launches that the UN Security Council has banned.</p><p>The United States condemned the launch.</p></body></html>"
)
OFF = "<html><head><title>Roses</title></head><body><p>The garden show opened with roses on Wednesday.</p></body></html>"


def feed(*items: str) -> bytes:
    """Give an RSS feed that points to some pages."""
    told = "".join(
        f"<item><title>{name}</title><link>/{name}</link><pubDate>Wed, 04 May 2022 08:00:00 +0900</pubDate></item>"
        for name in items
    )
    return f'<rss version="2.0"><channel><title>The Desk</title>{told}</channel></rss>'.encode()


class Site:
    """A server whose pages are set by a test; it notes what is asked."""

    def __init__(self) -> None:
        """Have no page yet."""
        self.pages: dict[str, Answer | Callable[[dict[str, str]], Answer]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            """Answers from the site's pages."""

            server_version: ClassVar[str] = "site"  # type: ignore[misc]

            def do_GET(self) -> None:
                headers = {name.casefold(): value for name, value in self.headers.items()}
                site.asked.append((self.path, headers))
                page = site.pages.get(self.path, (404, {}, b"no such page"))
                status, told, body = page(headers) if callable(page) else page
                self.send_response(status)
                for name, value in ({"Content-Type": "text/html"} | told).items():
                    self.send_header(name, value)
                if "Content-Length" not in told:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"

    def paths(self) -> list[str]:
        """Give what was asked, without the rules for programs."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


@pytest.fixture
def site() -> Iterator[Site]:
    """Give a server on this machine."""
    made = Site()
    thread = threading.Thread(target=made.server.serve_forever, args=(0.01,))
    thread.start()
    yield made
    made.server.shutdown()
    thread.join()
    made.server.server_close()


@pytest.fixture
def fetcher() -> Fetcher:
    """Give a fetcher that does not wait, and may ask this machine."""
    return Fetcher(allow_private=True, pause=0.0, sleep=lambda _: None)


def page(body: str, **headers: str) -> Answer:
    """Give an answer with a page."""
    return 200, {name.replace("_", "-"): value for name, value in headers.items()}, body.encode()


def test_a_page_is_fetched_with_its_name_and_marks(site: Site, fetcher: Fetcher) -> None:
    """The program tells its name, and asks next time for what has changed only."""
    site.pages["/a"] = lambda asked: (
        (304, {}, b"") if asked.get("if-none-match") == '"1"' else page(STORY, ETag='"1"')
    )
    first = fetcher.fetch(f"{site.address}/a#part")
    again = fetcher.fetch(f"{site.address}/a", first.known)

    assert first.body == STORY.encode()
    assert first.known == Known(etag='"1"')
    assert again.body is None
    assert site.asked[-1][1]["user-agent"] == agent()
    assert site.paths() == ["/a", "/a"]


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        ("desk@example.org", "; contact: desk@example.org)"),
        ("a@b\r\nX-Evil: 1", "; contact: a@bX-Evil: 1)"),
        ("", "robots.txt: penholder)"),
    ],
)
def test_who_runs_the_program_may_be_told(
    contact: str, told: str, site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By an address in PENHOLDER_CONTACT, which is no way to send other headers."""
    monkeypatch.setenv("PENHOLDER_CONTACT", contact)
    site.pages["/a"] = page(STORY)
    fetcher.fetch(f"{site.address}/a")

    assert site.asked[-1][1]["user-agent"].endswith(told)
    assert "x-evil" not in site.asked[-1][1]


def test_robots_are_heeded(site: Site, fetcher: Fetcher) -> None:
    """What they forbid is not asked for; the pause that they ask for is kept."""
    site.pages["/robots.txt"] = page("User-agent: penholder\nDisallow: /no\nCrawl-delay: 7")
    waited: list[float] = []
    slow = Fetcher(allow_private=True, pause=0.0, sleep=waited.append)
    site.pages["/a"] = page(STORY)
    slow.fetch(f"{site.address}/a")
    with pytest.raises(SourceError, match=r"robots.txt asks not to"):
        fetcher.fetch(f"{site.address}/no/b")

    assert site.paths() == ["/a"]
    assert len(waited) == 1
    assert 6 < waited[0] <= 7


def test_a_server_that_cannot_tell_its_rules_is_left_alone(site: Site, fetcher: Fetcher) -> None:
    """RFC 9309: everything is closed where the rules cannot be had."""
    site.pages["/robots.txt"] = (503, {}, b"")
    with pytest.raises(SourceError, match="robots"):
        fetcher.fetch(f"{site.address}/a")

    assert site.paths() == []


def test_busy_servers_are_asked_again(site: Site) -> None:
    """As late as they ask for, and no more than three times."""
    waited: list[float] = []
    fetcher = Fetcher(allow_private=True, pause=0.0, sleep=waited.append)
    answers = iter([(503, {"Retry-After": "5"}, b""), (429, {"Retry-After": "9999"}, b""), page(STORY)])  # fmt: skip
    site.pages["/a"] = lambda _: next(answers)
    site.pages["/b"] = (500, {}, b"")

    assert fetcher.fetch(f"{site.address}/a").body == STORY.encode()
    assert waited == [5.0, 60.0]
    with pytest.raises(SourceError, match="out of order"):
        fetcher.fetch(f"{site.address}/b")
    assert site.paths().count("/b") == 3


@pytest.mark.parametrize(
    ("to", "fault"),
    [
        ("http://10.1.2.3/x", "private network"),
        ("http://169.254.169.254/latest/meta-data/", "private network"),
        ("http://[::1]/x", "private network"),
        ("file:///etc/passwd", "only http"),
        ("/loop", "from page to page"),
    ],
)
def test_each_redirection_is_checked(
    site: Site, to: str, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page of the open web leads to no private one."""
    own = site.address.removeprefix("http://").partition(":")[0]
    monkeypatch.setattr(targets, "is_open", lambda number: number == own)
    site.pages["/loop"] = (302, {"Location": to}, b"")
    fetcher = Fetcher(pause=0.0, sleep=lambda _: None)
    with pytest.raises(SourceError, match=fault):
        fetcher.fetch(f"{site.address}/loop")


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "224.0.0.1",
     "168.63.129.16", "192.0.0.192", "::7f00:1", "64:ff9b:1::7f00:1", "fec0::1", "::1", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::1", "255.255.255.255"],
)  # fmt: skip
def test_private_numbers_are_not_open(number: str) -> None:
    """However they are written."""
    assert not targets.is_open(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_numbers_of_the_open_web_are_open(number: str) -> None:
    """Also those that carry another."""
    assert targets.is_open(number)


@pytest.mark.parametrize(
    "address",
    ["ftp://example.org/a", "http://a:b@example.org/", "http:///a", "http://example.org:99999/", "http://exa mple.org/",
     "http://127.0.0.1/", "http://localhost/", "http://0x7f000001/", "http://2130706433/", "http://[::ffff:127.0.0.1]/"],
)  # fmt: skip
def test_other_addresses_are_refused(address: str) -> None:
    """Before anything is asked."""
    with pytest.raises(SourceError):
        Fetcher(pause=0.0, sleep=lambda _: None).fetch(address)


def test_the_number_that_was_checked_is_the_one_that_is_asked(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that leads elsewhere a moment later gains nothing: it is asked for once for each request."""
    port = site.server.server_address[1]
    answers = iter(["127.0.0.1", "127.0.0.1"])  # for the rules and the page; a third would fail
    ask = socket.getaddrinfo

    def lead(host: str, *rest: Any, **more: Any) -> Any:
        named = host == "news.example.org"
        return ask(next(answers) if named else host, *rest, **more)

    monkeypatch.setattr(targets.socket, "getaddrinfo", lead)
    monkeypatch.setattr(targets, "is_open", lambda _: True)
    site.pages["/a"] = page(STORY)
    fetched = Fetcher(pause=0.0, sleep=lambda _: None).fetch(f"http://news.example.org:{port}/a")

    assert fetched.body == STORY.encode()
    assert site.asked[-1][1]["host"] == f"news.example.org:{port}"


def test_a_page_that_unpacks_to_no_end_is_stopped(site: Site, fetcher: Fetcher) -> None:
    """At twenty megabytes."""
    bomb = gzip.compress(b"0" * 200_000_000, 1)
    site.pages["/a"] = (200, {"Content-Encoding": "gzip"}, bomb)
    with pytest.raises(SourceError, match="a story has at most"):
        fetcher.fetch(f"{site.address}/a")


@pytest.mark.parametrize("coding", ["br", "deflate", "zstd"])
def test_other_ways_to_pack_a_bomb_are_stopped_or_refused(
    coding: str, site: Site, fetcher: Fetcher
) -> None:
    """Whether they were asked for or not."""
    bomb = zlib.compress(b"0" * 200_000_000, 1)
    if coding == "br":
        bomb = pytest.importorskip("brotli").compress(b"0" * 200_000_000, quality=1)
    site.pages["/a"] = (200, {"Content-Encoding": coding}, bomb)
    with pytest.raises(SourceError, match=r"at most 20 MB|not asked for|cannot be unpacked"):
        fetcher.fetch(f"{site.address}/a")


def run(*words: str, ledger: Path) -> tuple[int, str]:
    """Run a command on a ledger, and give its exit code and all that it prints."""
    done = CliRunner().invoke(main, [*words, "--allow-private", "--ledger", str(ledger)])
    return done.exit_code, done.output


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for nobody."""
    monkeypatch.setattr(time, "sleep", lambda _: None)


def stories(ledger: Path) -> list[str]:
    """Give the addresses of the stories."""
    with read_ledger(ledger) as kept:
        return list(kept.execute(text("SELECT url FROM stories ORDER BY url")).scalars())


def test_an_address_is_read_and_then_unchanged(site: Site, tmp_path: Path) -> None:
    """The second time nothing is read anew."""
    site.pages["/a"] = lambda asked: (
        (304, {}, b"") if asked.get("if-none-match") else page(STORY, ETag='"1"')
    )
    ledger = tmp_path / "l.db"
    first = run("read", f"{site.address}/a", ledger=ledger)
    again = run("read", f"{site.address}/a", ledger=ledger)

    assert first[0] == again[0] == 0
    assert "1 read" in first[1]
    assert "unchanged" in again[1]
    assert stories(ledger) == [f"{site.address}/a"]


def listed(folder: Path, *addresses: str) -> str:
    """Write a list of feeds."""
    rows = (f'[[feed]]\nname = "feed {at}"\nurl = "{one}"\n' for at, one in enumerate(addresses))
    (folder / "feeds.toml").write_text("\n".join(rows))
    return str(folder / "feeds.toml")


def test_a_feed_is_watched(site: Site, tmp_path: Path) -> None:
    """New stories are read once; what is passed over is told with the reason; a broken feed stops no other."""
    site.pages |= {"/f": (200, {}, feed("a", "roses", "gone")), "/a": page(STORY), "/roses": page(OFF)}  # fmt: skip
    ledger = tmp_path / "l.db"
    watched = listed(tmp_path, f"{site.address}/none", f"{site.address}/f")
    code, told = run("watch", watched, "--once", ledger=ledger)

    assert code == 4
    assert stories(ledger) == [f"{site.address}/a"]
    assert "feed 0: " in told
    assert f"{site.address}/roses: not read: off the beat." in told
    assert f"{site.address}/gone: not read: the page is gone (404)." in told
    assert "feed 1: 3 items, 3 new" in told
    site.pages["/f"] = (200, {}, feed("b", "a", "roses"))
    site.pages["/b"] = page(STORY.replace("Wednesday", "Thursday"))
    _, again = run("watch", watched, "--once", ledger=ledger)
    assert site.paths().count("/a") == 1
    assert "feed 1: 3 items, 1 new: 1 read." in again
    with read_ledger(ledger) as kept:
        assert kept.execute(text("SELECT count(*) FROM events")).scalar()


def test_what_is_tried_again_is_no_news(site: Site, tmp_path: Path) -> None:
    """Pages that could not be fetched are counted apart from those that are new, under one name."""
    site.pages |= {"/f": (200, {}, feed("no", "gone")), "/no": (403, {}, b"")}
    watched = listed(tmp_path, f"{site.address}/f")
    _, first = run("watch", watched, "--once", ledger=tmp_path / "l.db")
    _, again = run("watch", watched, "--once", ledger=tmp_path / "l.db")

    assert "feed 0: 2 items, 2 new: 2 could not be read." in first
    assert "feed 0: 2 items, none new, 2 tried again: 2 could not be read." in again


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ((403, {}, b""), "the server refuses it (403). Open the page in your browser"),
        ((451, {}, b""), "the server refuses it (451)"),
        ((302, {}, b""), "does not say where"),
        ((200, {}, b" "), "the page is empty"),
        ((200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"), "it is a PDF"),
        ((200, {}, b"\x89PNG\r\n\x1a\n"), "it is a picture"),
        ((200, {"Content-Encoding": "zstd"}, b"\x28\xb5\x2f\xfd"), "was not asked for (zstd)"),
        ((200, {"Content-Encoding": "gzip"}, b"no gzip"), "cannot be unpacked"),
        ((200, {"Content-Type": "application/rss+xml"}, feed()), "the feed has no items"),
        ((418, {}, b""), "the server answers 418"),
    ],
)
def test_an_answer_that_is_no_page_is_told_in_plain_words(
    answer: Answer, fault: str, site: Site, tmp_path: Path
) -> None:
    """Not in those of a library."""
    site.pages["/a"] = answer
    code, told = run("read", f"{site.address}/a", ledger=tmp_path / "l.db")

    assert code == 3
    assert f"{site.address}/a: " in told
    assert fault in told


def test_an_answer_that_breaks_off_is_told(site: Site, fetcher: Fetcher) -> None:
    """It is asked for again, and each time somebody hears why."""
    site.pages["/a"] = (200, {"Content-Length": "99"}, b"<html>")
    told: list[str] = []
    talking = Fetcher(allow_private=True, pause=0.0, sleep=lambda _: None, tell=told.append)
    with pytest.raises(SourceError, match="breaks off"):
        talking.fetch(f"{site.address}/a")

    assert told == [
        f"{site.address}/a: the answer breaks off; asked again in {seconds} seconds."
        for seconds in (2, 4)
    ]


def test_a_server_that_is_not_there_is_told(fetcher: Fetcher) -> None:
    """Nothing listens at its number."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(SourceError, match=r"there is no answer \(connection refused\)"):
        fetcher.fetch(f"http://127.0.0.1:{port}/")


def test_a_feed_that_has_not_changed_is_asked_for_no_more(site: Site, tmp_path: Path) -> None:
    """The server is asked with the mark that it gave."""
    site.pages["/f"] = lambda asked: (
        (304, {}, b"") if asked.get("if-none-match") else (200, {"ETag": '"1"'}, feed("a"))
    )
    site.pages["/a"] = page(STORY)
    watched = listed(tmp_path, f"{site.address}/f")
    run("watch", watched, "--once", ledger=tmp_path / "l.db")
    code, told = run("watch", watched, "--once", ledger=tmp_path / "l.db")

    assert (code, told) == (0, "feed 0: unchanged.\n")


def test_all_feeds_broken_is_an_error(site: Site, tmp_path: Path) -> None:
    """Code 3: nothing could be read."""
    assert run("watch", listed(tmp_path, f"{site.address}/x"), "--once", ledger=tmp_path / "l.db")[0] == 3  # fmt: skip


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("feed = 3", r"no \[\[feed\]\]"),
        ("[[feed]]\nname = ", "not TOML"),
        ('[[feed]]\nurl = "ftp://x"', "toml:1: .*https://"),
        (
            '[[feed]]\nurl = "https://x"\n\n[[feed]]\nurl = "https://y"\nevery = 0',
            "toml:4: .*minutes",
        ),
        ('[[feed]]\nurl = "https://x"\nother = 1', "toml:1: this feed has other"),
        ('# mine\n[[feed]]\nurl = "https://x"\n[[feed]]\nurl = "https://x"', "toml:4: two feeds"),
        ('feed = [{url = "https://x"}, {url = "x"}]', "toml: this feed has no url"),
        ("feed = [3]", "toml: this feed is no table"),
    ],
)
def test_a_wrong_list_is_told(words: str, fault: str, tmp_path: Path) -> None:
    """What is wrong, and with which feed."""
    (tmp_path / "feeds.toml").write_text(words)
    done = CliRunner().invoke(main, ["watch", str(tmp_path / "feeds.toml"), "--once"])

    assert done.exit_code == 3
    assert re.search(fault, done.output)


def test_a_watch_ends_well_when_it_is_told_to(site: Site, tmp_path: Path) -> None:
    """SIGTERM ends it with 0, and what was read is in the ledger with its events."""
    site.pages |= {"/f": (200, {}, feed("a")), "/a": page(STORY)}
    ledger = tmp_path / "l.db"
    command = [sys.executable, "-c", "from penholder.serve.cli import main; main()", "watch", listed(tmp_path, f"{site.address}/f"), "--allow-private", "--ledger", str(ledger)]  # fmt: skip
    env = {**os.environ, "PENHOLDER_PARSER": "none"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env) as watch:  # noqa: S603  # fmt: skip
        assert watch.stderr is not None
        told = watch.stderr.readline()
        while "1 new" not in told:
            told = watch.stderr.readline()
        watch.send_signal(signal.SIGTERM)
        assert watch.wait(20) == 0

    assert stories(ledger) == [f"{site.address}/a"]


def test_a_page_that_was_passed_over_can_still_be_read(site: Site, tmp_path: Path) -> None:
    """The server's mark is remembered for stories alone."""
    site.pages["/a"] = lambda asked: (
        (304, {}, b"") if asked.get("if-none-match") else page(OFF, ETag='"1"')
    )
    ledger = tmp_path / "l.db"
    run("read", f"{site.address}/a", ledger=ledger)
    code, told = run("read", f"{site.address}/a", "--all", ledger=ledger)

    assert (code, stories(ledger)) == (0, [f"{site.address}/a"])
    assert "unchanged" not in told


def test_the_pages_of_a_feed_are_asked_for_what_has_changed(site: Site, tmp_path: Path) -> None:
    """A feed that has a new item costs no second reading of the old ones."""
    site.pages["/f"] = (200, {"ETag": '"1"'}, feed("a"))
    site.pages["/a"] = lambda asked: (
        (304, {}, b"") if asked.get("if-none-match") else page(STORY, ETag='"1"')
    )
    site.pages["/b"] = page(STORY.replace("Wednesday", "Thursday"))
    ledger = tmp_path / "l.db"
    run("read", f"{site.address}/f", ledger=ledger)
    site.pages["/f"] = (200, {"ETag": '"2"'}, feed("b", "a"))
    _, told = run("read", f"{site.address}/f", ledger=ledger)

    assert "1 read" in told
    assert stories(ledger) == [f"{site.address}/a", f"{site.address}/b"]


def test_a_page_that_failed_is_tried_again_though_its_feed_is_unchanged(
    site: Site, tmp_path: Path
) -> None:
    """The feed is asked for in full until its pages are read, or were tried three times."""
    site.pages["/f"] = lambda asked: (
        (304, {}, b"") if asked.get("if-none-match") else (200, {"ETag": '"1"'}, feed("a", "gone"))
    )
    ledger, watched = tmp_path / "l.db", listed(tmp_path, f"{site.address}/f")
    run("watch", watched, "--once", ledger=ledger)
    site.pages["/a"] = page(STORY)
    run("watch", watched, "--once", ledger=ledger)
    assert stories(ledger) == [f"{site.address}/a"]
    told = [run("watch", watched, "--once", ledger=ledger)[1] for _ in range(2)]

    assert "the page is gone" in told[0]
    assert told[1] == "feed 0: unchanged.\n"
    assert site.paths().count("/gone") == 3


def test_items_without_an_address_are_told_apart_by_their_feeds(site: Site, tmp_path: Path) -> None:
    """The same title in two feeds is two stories."""
    words = (
        "<p>North Korea fired a ballistic missile on Wednesday, South Korea's military said.</p>"
    )
    for name in "fg":
        item = f"<item><title>Statement</title><description><![CDATA[{name}{words * 12}]]></description></item>"
        site.pages[f"/{name}"] = (200, {}, f'<rss version="2.0"><channel><title>{name}</title>{item}</channel></rss>'.encode())  # fmt: skip
    watched = listed(tmp_path, f"{site.address}/f", f"{site.address}/g")
    _, told = run("watch", watched, "--once", ledger=tmp_path / "l.db")

    assert told.count("1 items, 1 new: 1 read.") == 2


def test_an_answer_that_drips_is_ended(
    site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often it sends a byte, in its head or its body."""
    monkeypatch.setattr(requests, "_LONGEST", 0.4)
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a"
        thread = threading.Thread(target=drip, args=(server,))
        thread.start()
        started = time.monotonic()
        with pytest.raises(SourceError, match="takes longer than"):
            requests.ask(address, targets.find_target(address, allow_private=True), {})
        thread.join(10)

    assert time.monotonic() - started < 5
    assert not thread.is_alive()


def drip(server: socket.socket) -> None:
    """Send a head without end, a byte at a time."""
    connection, _ = server.accept()
    with connection, suppress(OSError):
        connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
        while True:
            connection.sendall(b"x")
            threading.Event().wait(0.02)


def test_a_server_is_asked_by_its_next_number_where_the_first_is_dead(
    site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name may lead to a number that nobody answers."""
    numbers = targets._numbers
    monkeypatch.setattr(targets, "_numbers", lambda *asked: ["127.0.0.9", *numbers(*asked)])
    site.pages["/a"] = page(STORY)

    assert fetcher.fetch(f"{site.address}/a").body == STORY.encode()


def test_rules_that_could_not_be_had_are_asked_for_again(site: Site) -> None:
    """After ten minutes; rules that were had hold for a day."""
    at = [0.0]
    fetcher = Fetcher(allow_private=True, pause=0.0, sleep=lambda _: None, clock=lambda: at[0])
    site.pages |= {"/robots.txt": (503, {}, b""), "/a": page(STORY)}
    for _ in range(2):
        with pytest.raises(SourceError, match="robots"):
            fetcher.fetch(f"{site.address}/a")
    site.pages["/robots.txt"] = page("User-agent: *\nDisallow: /b")
    at[0] = 601.0
    fetcher.fetch(f"{site.address}/a")
    at[0] = 80_000.0
    fetcher.fetch(f"{site.address}/a")

    assert [path for path, _ in site.asked] == ["/robots.txt"] * 4 + ["/a"] * 2


@pytest.mark.parametrize("said", ["\xb2", "Fri, 31 Dec 9999 23:59:59 -1200", "soon", "-1"])
def test_an_odd_wait_is_none(site: Site, fetcher: Fetcher, said: str) -> None:
    """Servers say what they like."""
    answers = iter([(503, {"Retry-After": said}, b""), page(STORY)])
    site.pages["/a"] = lambda _: next(answers)

    assert fetcher.fetch(f"{site.address}/a").body == STORY.encode()


@pytest.mark.parametrize("to", ["http://[x", "", "http://", "//", "\xff"])
def test_an_odd_redirection_is_told(site: Site, fetcher: Fetcher, to: str) -> None:
    """As a fault of the address, not of the program."""
    site.pages["/a"] = (302, {"Location": to}, b"")
    with pytest.raises(SourceError):
        fetcher.fetch(f"{site.address}/a")


@pytest.mark.parametrize("charset", ["undefined", "idna", "no such", "'"])
def test_an_odd_charset_is_passed_over(site: Site, fetcher: Fetcher, charset: str) -> None:
    """The page is read by its looks."""
    site.pages["/a"] = (200, {"Content-Type": f"text/html; charset={charset}"}, STORY.encode())

    assert isinstance(page_at(fetcher.fetch(f"{site.address}/a")), Page)


def test_letters_of_any_kind_may_stand_in_an_address(
    site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names and paths are written as the net writes them."""
    ask, port = socket.getaddrinfo, site.server.server_address[1]
    monkeypatch.setattr(targets.socket, "getaddrinfo", lambda host, *rest, **more: ask("127.0.0.1", *rest, **more))  # fmt: skip
    site.pages["/caf%C3%A9?q=%C3%A9&r=%20"] = page(STORY)

    assert (
        fetcher.fetch(f"http://b\xfccher.example:{port}/caf\xe9?q=\xe9&r=%20").body
        == STORY.encode()
    )
    assert site.asked[-1][1]["host"] == f"xn--bcher-kva.example:{port}"


def test_long_addresses_fit_the_ledger(tmp_path: Path) -> None:
    """By their beginning and their hash; two of them are told apart."""
    with open_ledger(tmp_path / "l.db") as ledger:
        for end in "ab":
            keep_visit(ledger, Visit(address=f"https://example.org/{'x' * 5000}{end}", outcome=end, visited_at=""))  # fmt: skip
        found = visit_of(ledger, f"https://example.org/{'x' * 5000}a")

    assert found is not None
    assert found.outcome == "a"
    assert len(found.address) < 1000


def test_a_watch_that_is_to_poll_once_ends_well_when_it_is_told_to(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code 4: some feeds were not polled; what was read is kept."""
    monkeypatch.setattr(Watch, "poll", interrupt)
    code, told = run("watch", listed(tmp_path, f"{site.address}/f"), "--once", ledger=tmp_path / "l.db")  # fmt: skip

    assert (code, told) == (4, "Stopped; what was read is kept.\n")


def interrupt(*_: object) -> bool:
    """Do what Ctrl-C does."""
    raise KeyboardInterrupt


def test_two_watches_on_one_ledger_do_no_harm(site: Site, tmp_path: Path) -> None:
    """Both end well, and each story is there once."""
    names = [f"p{at}" for at in range(6)]
    site.pages |= {f"/{name}": page(STORY.replace("Wednesday", f"{day} May")) for day, name in enumerate(names, start=1)}  # fmt: skip
    site.pages["/f"] = (200, {}, feed(*names))
    ledger, watched = tmp_path / "l.db", listed(tmp_path, f"{site.address}/f")
    command = [sys.executable, "-c", "from penholder.serve.cli import main; main()", "watch", watched, "--once", "--allow-private", "--ledger", str(ledger)]  # fmt: skip
    env = {**os.environ, "PENHOLDER_PARSER": "none"}
    both = [subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=env) for _ in range(2)]  # noqa: S603  # fmt: skip

    assert [one.wait(120) for one in both] == [0, 0]
    assert len(stories(ledger)) == len(names)


def test_a_certificate_of_another_server_is_refused(
    site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told like any other answer that does not come."""

    def connect(_: object) -> None:
        raise CertificateError("hostname 'a' doesn't match 'b'")

    monkeypatch.setattr(HTTPSConnection, "connect", connect)
    with pytest.raises(SourceError, match="it is another server's"):
        fetcher.fetch(site.address.replace("http:", "https:"))
