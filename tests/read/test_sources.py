"""What a file is, is told by its name, else by its looks; what is no story is said in plain words."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from pathlib import Path

import pytest

from penholder.errors import SourceError
from penholder.read.source_page import Page
from penholder.read.sources import find_pages, other_files

WORDS = "North Korea fired a missile on Wednesday."


def packed(*names: str) -> bytes:
    """Give a ZIP file with empty members of these names."""
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w") as pack:
        for name in names:
            pack.writestr(name, "<x/>")
    return room.getvalue()


def tarred() -> bytes:
    """Give a gzipped TAR archive, the same at each second: several processes collect these tests."""
    room = io.BytesIO()
    with tarfile.open(fileobj=room, mode="w") as pack:
        pack.addfile(tarfile.TarInfo("a.txt"))
    return gzip.compress(room.getvalue(), mtime=0)


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.pdf", b"%PDF-1.7\n\xff\xfe", "it is a PDF"),
        ("a.txt", b"%PDF-1.7\n\xff\xfe", "it is a PDF"),
        ("a.html", b"\x89PNG\r\n\x1a\n\0\0", "it is a picture"),
        ("a.docx", packed("[Content_Types].xml", "word/document.xml"), "document of an office"),
        ("a.odt", packed("mimetype", "content.xml"), "document of an office"),
        ("a.rtf", b"{\\rtf1 North Korea fired a missile.}", "Rich Text"),
        ("a.tar.gz", tarred(), "TAR archive"),
        ("a.txt", packed("a.txt"), "another name"),
        ("a.jsonl", b"\n\n", "it holds no page"),
        ("a.warc.gz", b"", "it holds no page"),
        ("a.xml", b"", "the file is empty"),
        ("a.xml", b"<rss><channel></channel></rss>", "no items"),
        ("a.eml", b"From: Anna\nSubject: Missile\n", "holds no words"),
        ("a.json", b'{"text": "North Korea', "no whole JSON"),
        ("a.json", b'{\n"a": 1,\n"b": [\n', "no whole JSON"),
    ],
)
def test_what_is_no_story_gets_one_message(
    name: str, data: bytes, fault: str, tmp_path: Path
) -> None:
    """One that says what the file is, not what a reader stumbled over."""
    (tmp_path / name).write_bytes(data)
    (error,) = find_pages([str(tmp_path / name)])

    assert isinstance(error, SourceError)
    assert fault in error.fault
    assert error.remedy


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", json.dumps({"text": WORDS}, indent=2)),
        ("a.json", json.dumps([{"text": WORDS}], indent=2)),
        ("a.json", f"{json.dumps({'text': WORDS})}\n"),
        ("a", json.dumps([{"text": WORDS}])),
    ],
)
def test_json_is_read_however_it_is_laid_out(name: str, text: str, tmp_path: Path) -> None:
    """One object, a list of them, an object per line; over lines or on one."""
    (tmp_path / name).write_text(text)
    (page,) = find_pages([str(tmp_path / name)])

    assert isinstance(page, Page)
    assert page.text == WORDS


def test_a_broken_first_line_costs_no_other(tmp_path: Path) -> None:
    """An object per line is told by any of its lines."""
    (tmp_path / "a.json").write_text(f'{{"text": "cut\n{json.dumps({"text": WORDS})}\n')
    broken, page = find_pages([str(tmp_path / "a.json")])

    assert str(broken).startswith(f"{tmp_path / 'a.json'}:1: the line is not JSON")
    assert isinstance(page, Page)


def test_a_text_that_begins_with_a_bracket_is_a_text(tmp_path: Path) -> None:
    """It is no list of stories."""
    (tmp_path / "a").write_text(f"[Updated at noon] {WORDS}")
    (page,) = find_pages([str(tmp_path / "a")])

    assert isinstance(page, Page)


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-16", "utf-32"])
def test_letters_of_more_bytes_are_read(charset: str, tmp_path: Path) -> None:
    """With a mark in front, or without."""
    (tmp_path / "a.txt").write_bytes(f"{WORDS} “Yes,” he said. 미사일".encode(charset))
    (page,) = find_pages([str(tmp_path / "a.txt")])

    assert isinstance(page, Page)
    assert page.text.lstrip("\ufeff") == f"{WORDS} “Yes,” he said. 미사일"


@pytest.mark.parametrize("name", ["a", "a.gz", "a.bin.gz"])
def test_what_is_packed_is_told_by_its_looks(name: str, tmp_path: Path) -> None:
    """A gzipped text without a telling name is read."""
    (tmp_path / name).write_bytes(gzip.compress(WORDS.encode()))
    (page,) = find_pages([str(tmp_path / name)])

    assert isinstance(page, Page)


def test_files_that_are_left_are_known(tmp_path: Path) -> None:
    """Not those that lie beside a saved page, and none that is hidden."""
    for name in ("a.html", "a.pdf", "b", ".hidden", "a_files/a.css", "a_files/a.JPG"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(WORDS)

    assert other_files([str(tmp_path)]) == [str(tmp_path / "a.pdf"), str(tmp_path / "b")]


@pytest.mark.parametrize(
    ("named", "remedy"),
    [
        ("www.un.org/news", "write https://www.un.org/news"),
        ("news.example.org", "write https://news.example.org"),
        ("no-such-file.txt", "Check the path"),
        ("no-such-folder/a.html", "Check the path"),
    ],
)
def test_an_address_without_its_beginning_is_told(named: str, remedy: str) -> None:
    """A file of that name is not there, and the message says how an address is written."""
    (error,) = find_pages([named])

    assert remedy in str(error)
