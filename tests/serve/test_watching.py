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
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from penholder.errors import SourceError
from penholder.read.web import targets
from penholder.read.web.answers import Known
from penholder.read.web.fetching import Fetcher
from penholder.read.web.requests import AGENT
from penholder.serve.cli import main
from penholder.store.ledger import read_ledger

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
    assert site.asked[-1][1]["user-agent"] == AGENT
    assert site.paths() == ["/a", "/a"]


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
    with pytest.raises(SourceError, match="answers 500"):
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
     "::1", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::1", "255.255.255.255"],
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
    assert f"{site.address}/gone: not read: the page is gone." in told
    assert "feed 1: 3 items, 3 new" in told
    site.pages["/f"] = (200, {}, feed("b", "a", "roses"))
    site.pages["/b"] = page(STORY.replace("Wednesday", "Thursday"))
    _, again = run("watch", watched, "--once", ledger=ledger)
    assert site.paths().count("/a") == 1
    assert "feed 1: 3 items, 1 new: 1 read." in again
    with read_ledger(ledger) as kept:
        assert kept.execute(text("SELECT count(*) FROM events")).scalar()


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
        ('[[feed]]\nurl = "ftp://x"', "https://"),
        ('[[feed]]\nurl = "https://x"\nevery = 0', "minutes"),
        ('[[feed]]\nurl = "https://x"\nother = 1', "other keys"),
        ('[[feed]]\nurl = "https://x"\n[[feed]]\nurl = "https://x"', "two feeds"),
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
