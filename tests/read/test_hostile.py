"""Files that were made to take forever, or all memory, are read or refused in bounded time and room."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from penholder.errors import SourceError
from penholder.read.html import read_html
from penholder.read.loaded_tags import has_loads, without_loads
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.read.sources import find_pages

WORDS = "North Korea fired a missile on Wednesday."
MAIL = f"\nContent-Type: text/plain\n\n{WORDS}"
ZEROS = b"0" * 1_000_000


def rss(inner: str) -> bytes:
    """Give a feed."""
    return f"<rss version='2.0'><channel>{inner}</channel></rss>".encode()


def named(name: str, number: int) -> str:
    """Give so many attributes."""
    return " ".join(f'{name}{at}="{at}"' for at in range(number))


def record(body: bytes, coding: str) -> bytes:
    """Give a record of an archive with a packed body."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{coding}\r\n\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def zeros(number: int, bits: int = 31) -> bytes:
    """Give so many megabytes of one letter, gzipped."""
    packer = zlib.compressobj(1, zlib.DEFLATED, bits)
    return b"".join(packer.compress(ZEROS) for _ in range(number)) + packer.flush()


FILES: dict[str, Callable[[], bytes | str]] = {
    "deep.html": lambda: "<html><body>" + "<div>" * 1_000_000 + WORDS,
    "deep_lists.html": lambda: "<html><body>" + "<ul><li>" * 500_000 + WORDS,
    "attributes.html": lambda: f"<html><p {' '.join(f'a{n}=1' for n in range(400_000))}>{WORDS}",
    "laughs.html": lambda: f'<!DOCTYPE html [<!ENTITY a "{"ha" * 99}"><!ENTITY b "{"&a;" * 9999}">]><html><p>&b; {WORDS}',
    "marks.html": lambda: f"<html><body>{'<' * 5_000_000}",
    "metas.html": lambda: '<meta charset="' * 500_000,
    "deep.xml": lambda: rss(f"<item><title>{'<a>' * 500_000}</title></item>"),
    "attributes.xml": lambda: rss(f"<item {named('a', 400_000)}/>"),
    "namespaces.xml": lambda: rss(f"<item {named('xmlns:a', 200_000)}/>"),
    "doctypes.xml": lambda: b"<rss><channel>" + b"<!DOCTYPE " * 300_000,
    "sections.xml": lambda: b"<rss><channel>" + b"<![CDATA[" * 500_000,
    "blanks.xml": lambda: b" " * 5_000_000 + rss(""),
    "deep.json": lambda: '{"text":' * 500_000,
    "deep_feed.json": lambda: '{"version":"https://jsonfeed.org/version/1.1","items":' + "[" * 500_000,
    "digits.json": lambda: '{"text":' + "9" * 3_000_000 + "}",
    "quotes.eml": lambda: 'From: ' + '"' * 300_000 + MAIL,
    "words.eml": lambda: f"Subject: {'=?utf-8?Q?a?= ' * 200_000}{MAIL}",
    "parameters.eml": lambda: f"Content-Type: text/plain;{';'.join(f' a*{n}=x' for n in range(50_000))}\n\n{WORDS}",
    "parts.eml": lambda: "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(50_000)),
    "heads.warc": lambda: "WARC/1.0\r\nWARC-Type: response\r\n" * 50_000,
    "lengths.warc": lambda: b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n" * 50_000,
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_takes_little_time(name: str, tmp_path: Path) -> None:
    """A story, or messages; what takes ten seconds here would take hours at 20 MB."""
    made = FILES[name]()
    (tmp_path / name).write_bytes(made if isinstance(made, bytes) else made.encode())
    start = process_time()
    for found in find_pages([str(tmp_path / name)]):
        assert read_page(found) if isinstance(found, Page) else str(found)

    assert process_time() - start < 10


# Prints what was found in a file, and by how many kilobytes the process grew.
_PEAK = """
import json, resource, sys
from penholder.read.sources import find_pages
def most(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before = most()
told = [str(found)[:200] for found in find_pages([sys.argv[1]])]
print(json.dumps([told, most() - before]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted otherwise there")
@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("body.warc", lambda: record(zeros(800), "Content-Encoding: gzip"), "more than 20 MB"),
        ("body.warc", lambda: record(zeros(800, 15), "Content-Encoding: deflate"), "more than 20"),
        ("body.warc", lambda: record(gzip.compress(zeros(800)), "Content-Encoding: gzip, gzip"), "more than 20 MB"),
        ("moved.warc", lambda: record(b"%x\r\n%b\r\n0\r\n\r\n" % (len(zeros(800)), zeros(800)), "Transfer-Encoding: gzip, chunked"), "more than 20 MB"),
        ("whole.warc.gz", lambda: zeros(800), "no record"),
        ("text.txt.gz", lambda: zeros(800), "more than 20 MB"),
        ("lines.jsonl.gz", lambda: zeros(800), "it has 800 MB"),
    ],
)  # fmt: skip
def test_what_unpacks_to_no_end_takes_little_room(
    name: str, data: Callable[[], bytes], fault: str, tmp_path: Path
) -> None:
    """In a process of its own, for memory that was taken once is not given back."""
    (tmp_path / name).write_bytes(data())
    words = [sys.executable, "-c", _PEAK, str(tmp_path / name)]
    done = subprocess.run(words, check=True, capture_output=True, timeout=60)  # noqa: S603
    told, kilobytes = json.loads(done.stdout)

    assert len(told) == 1
    assert fault in told[0]
    assert kilobytes < 250_000


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("Content-Encoding: gzip", gzip.compress),
        ("Content-Encoding: x-gzip", gzip.compress),
        ("Content-Encoding: deflate", zlib.compress),
        ("Content-Encoding: deflate", lambda data: zlib.compress(data)[2:-4]),
        ("Content-Encoding: gzip", lambda data: data),  # who kept it has unpacked it
        ("Transfer-Encoding: chunked", lambda data: b"%x\r\n%b\r\n0\r\n\r\n" % (len(data), data)),
        ("X-Nothing: 1", lambda data: data),
    ],
)
def test_packed_records_are_read(
    coding: str, pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    """However the server packed them."""
    (tmp_path / "a.warc").write_bytes(record(pack(WORDS.encode()), coding))
    (page,) = find_pages([str(tmp_path / "a.warc")])

    assert isinstance(page, Page)
    assert page.text == WORDS


def test_a_record_that_nobody_can_unpack_is_told(tmp_path: Path) -> None:
    """With its offset."""
    (tmp_path / "a.warc").write_bytes(record(b"x", "Content-Encoding: rot13"))
    (error,) = find_pages([str(tmp_path / "a.warc")])

    assert isinstance(error, SourceError)
    assert "not known (rot13)" in error.fault


MANY = " ".join(f"a{n}=1" for n in range(400))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"<p {MANY}>Words</p>", "<p>Words</p>"),
        (f"<p x='>' {MANY}>Words</p>", "<p>Words</p>"),
        (f"""<p x='a="b">' {MANY}>Words</p>""", "<p>Words</p>"),
        (f'<p x= ">" {MANY}>Words</p>', "<p>Words</p>"),
        (f'<p x="y">Words</p><p {MANY} x="y">Words</p>', '<p x="y">Words</p><p>Words</p>'),
        (f"<script {MANY}>x</script>", "<script>x</script>"),
        (f"<script>if (a<b {MANY}) x</script><p>Words</p>", None),
        (f"<!-- <p {MANY}> --><p>Words</p>", None),
        (f"<p class='{MANY}'>Words</p>", None),
        ("<p a=1>Words</p>", None),
    ],
)
def test_tags_lose_their_attributes_where_they_have_hundreds(
    source: str, expected: str | None
) -> None:
    """Not what stands in scripts, comments and values."""
    assert without_loads(source.encode()) == (expected or source).encode()


def test_the_words_of_a_loaded_page_are_read() -> None:
    """Only the attributes go."""
    source = f"<html><body><article {MANY}>{f'<p>{WORDS}</p>' * 4}</article></body></html>"

    page = read_html(source.encode())

    assert WORDS in page.paragraphs


@pytest.mark.parametrize(("inner", "loaded"), [(f"<a {MANY}/>", True), (f"<a>{MANY}</a>", False), (f"<a b='{MANY}'/>", False)])  # fmt: skip
def test_loads_are_seen_in_feeds(inner: str, loaded: bool) -> None:
    """Text with many signs is none."""
    assert has_loads(rss(inner)) == loaded
