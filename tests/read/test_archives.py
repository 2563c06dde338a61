"""Pages come out of archives, mail and packed files; damage costs what is damaged and nothing else."""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from penholder.errors import SourceError
from penholder.read.source_page import Page
from penholder.read.sources import find_pages

SCOREBOARD = Path(__file__).parents[2] / "scoreboard"
HTML = (
    "<html><head><title>The Council met</title></head><body><p>The Security Council met.</p></body>"
)


@pytest.fixture(scope="module")
def damage() -> Iterator[ModuleType]:
    """Give the script that damages archives."""
    sys.path.insert(0, str(SCOREBOARD))
    try:
        yield __import__("damaged_warcs")
    finally:
        sys.path.remove(str(SCOREBOARD))


def test_what_is_intact_in_damaged_archives_is_read(damage: ModuleType, tmp_path: Path) -> None:
    """Of each of 126 archives every intact record is read, none with other words, and losses are told."""
    results = [damage.read(archive, tmp_path) for archive in damage.archives(126)]

    assert sum(len(result.archive.intact) for result in results) > 1000
    assert [result.archive.how for result in results if result.missed] == []
    assert [result.archive.how for result in results if result.wrong] == []
    assert [result.archive.how for result in results if result.silent] == []


def test_a_loss_is_told_with_its_offset(damage: ModuleType, tmp_path: Path) -> None:
    """The message names the byte at which the damaged record begins."""
    first, second, third = (damage._record(f"https://example.org/{at}", HTML) for at in range(3))
    broken = second.replace(b"Council met.", b"Council net.")
    (tmp_path / "a.warc").write_bytes(first + broken + third)
    found = list(find_pages([str(tmp_path / "a.warc")]))
    lost = [str(error) for error in found if isinstance(error, SourceError)]

    assert [page.url for page in found if isinstance(page, Page)] == [
        "https://example.org/0", "https://example.org/2",
    ]  # fmt: skip
    assert len(lost) == 1
    assert lost[0].startswith(f"{tmp_path / 'a.warc'}:{len(first)}: a record is lost")


def record(kind: str, status: str, body: bytes) -> bytes:
    """Give a record of an archive, without a hash."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (record("text/html; charset=windows-1252", "200 OK", HTML.replace("met", "m\u00e9t").encode("cp1252")), "m\u00e9t"),
        (record("text/html; charset=no-such", "200 OK", HTML.encode()), "met"),
        (record("application/xhtml+xml", "200 OK", HTML.encode()), "met"),
        (record("image/png", "200 OK", b"\x89PNG"), None),
        (record("text/html", "404 Not Found", HTML.encode()), None),
    ],
)  # fmt: skip
def test_pages_that_were_found_are_read(data: bytes, words: str | None, tmp_path: Path) -> None:
    """Pictures and pages that are gone are passed over; the charset of the answer counts, if there is one."""
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(data))
    (found,) = find_pages([str(tmp_path / "a.warc.gz")])

    if words:
        assert isinstance(found, Page)
        assert words in found.text
    else:
        assert "it holds no page" in str(found)


def zipped(files: dict[str, bytes]) -> bytes:
    """Give a ZIP file with these files."""
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in files.items():
            pack.writestr(name, data)
    return room.getvalue()


def test_files_in_a_zip_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    """Also those of a ZIP in it; hidden ones and other kinds are passed over."""
    inner = zipped({"c.html": HTML.encode()})
    files = {"b/b.txt": b"The Council met.", "a.jsonl": b'{"text": "It met."}\n', "z.zip": inner}
    (tmp_path / "s.zip").write_bytes(zipped(files | {".x.txt": b"no", "p.png": b"no"}))
    found = list(find_pages([str(tmp_path / "s.zip")]))

    assert [Path(str(page.source)).name for page in found if isinstance(page, Page)] == [
        "a.jsonl:1", "b.txt", "c.html",
    ]  # fmt: skip


def nested(depth: int) -> bytes:
    """Give a ZIP in a ZIP, as deep as wanted."""
    data = zipped({"a.txt": b"The Council met."})
    for _ in range(depth):
        data = zipped({"a.zip": data})
    return data


ZEROS = b"0" * (150 * 1024 * 1024)


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.jsonl.gz", lambda: gzip.compress(ZEROS), "times its size"),
        ("a.txt.gz", lambda: gzip.compress(ZEROS), "a story has at most"),
        ("a.zip", lambda: zipped({"a.jsonl": ZEROS}), "times its size"),
        ("a.zip", lambda: zipped({"a.html": ZEROS}), "a story has at most"),
        ("a.zip", lambda: nested(9), "too deep"),
        ("a.zip", lambda: zipped({"a.txt": b"The Council met."})[:60], "damaged"),
        ("a.zip", lambda: zipped({"a.png": b"x"}), "no file of a known kind"),
        ("a.txt.gz", lambda: gzip.compress(b"The Council met. " * 999)[:40], "damaged"),
        ("a.warc.gz", lambda: gzip.compress(ZEROS), "damaged"),
        ("a.eml", lambda: b"Subject: x\n\n", "no words"),
        ("a.mhtml", lambda: b"Content-Type: multipart/related\n\n", "no words"),
    ],
)
def test_what_cannot_be_read_is_told(
    name: str, data: Callable[[], bytes], fault: str, tmp_path: Path
) -> None:
    """Each ends with one message, in bounded time and room."""
    (tmp_path / name).write_bytes(data())
    found = list(find_pages([str(tmp_path / name)]))

    assert len(found) == 1
    assert fault in str(found[0])


MHTML = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/a\nSubject: The Council met\n"
    'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\n'
    "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
    "<html><body><p>The Secu=\nrity Council=E2=80=99s vote.</p></body></html>\n--b--\n"
)
EML = (
    "From: The desk <desk@example.org>\nSubject: The Council met\nDate: Thu, 26 May 2022 20:00:00 -0400\n"
    "Content-Type: text/plain; charset=utf-8\n\nThe Security Council met.\n"
)


def test_saved_pages_and_messages_are_read(tmp_path: Path) -> None:
    """A page that a browser saved keeps its address; a message its subject, day and sender."""
    (tmp_path / "a.mhtml").write_text(MHTML)
    (tmp_path / "b.eml").write_text(EML)
    page, message = find_pages([str(tmp_path)])

    assert isinstance(page, Page)
    assert isinstance(message, Page)
    assert (page.form, page.url) == ("html", "https://example.org/a")
    assert "The Security Council\u2019s vote." in page.text
    assert (message.title, message.date, message.outlet) == ("The Council met", "2022-05-26", "The desk")  # fmt: skip


def test_without_fastwarc_the_message_names_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The extra that reads archives is named."""
    monkeypatch.setitem(sys.modules, "fastwarc", None)
    (tmp_path / "a.warc").write_bytes(b"WARC/1.0\r\n")
    (error,) = find_pages([str(tmp_path / "a.warc")])

    assert "penholder[warc]" in str(error)
