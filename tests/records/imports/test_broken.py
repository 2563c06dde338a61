"""A broken file is named with its row, and what was imported before stays as it was."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from penholder.errors import RecordError
from penholder.records.imports import kept
from penholder.records.imports.kept import Shelf, read_shelf, write_shelf
from penholder.records.load import Vote

Run = Callable[..., Result]
Write = Callable[..., Path]

ENTITY = b"""<?xml version="1.0"?>
<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>&secret;</FIRST_NAME>
<REFERENCE_NUMBER>KPi.001</REFERENCE_NUMBER><LISTED_ON>2009-07-16</LISTED_ON></INDIVIDUAL></INDIVIDUALS>
</CONSOLIDATED_LIST>"""
VETO_ROWS = b"<tr><th>Date</th><th>Draft</th><th>Written Record</th><th>Agenda Item</th><th>Permanent Member Casting Negative Vote</th></tr>"


def cut_in_a_row(undl: Path) -> bytes:
    """Stop in the middle of the last row."""
    return undl.read_bytes()[:-60]


def cut_in_quotes(undl: Path) -> bytes:
    """Stop within quotation marks."""
    return undl.read_bytes() + b'"S/RES/28'


def without_columns(undl: Path) -> bytes:
    """Rename two columns that are needed."""
    return undl.read_bytes().replace(b"ms_vote", b"vote", 1).replace(b"date", b"day", 1)


def header_alone(undl: Path) -> bytes:
    """Keep the first line."""
    return undl.read_bytes().splitlines(keepends=True)[0]


def cut_gzip(undl: Path) -> bytes:
    """Pack the file and lose its end."""
    return gzip.compress(undl.read_bytes())[:-40]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (cut_in_a_row, "new.dat:16: the row has "),
        (cut_in_quotes, "the row cannot be read"),
        (without_columns, "new.dat:1: the columns ms_vote, date are missing"),
        (header_alone, "a header and no rows"),
        (b"<html><body><table>" + VETO_ROWS + b"</table></body></html>", "a header and no rows"),
        (cut_gzip, "damaged or its end is missing"),
        (b"", "the file is empty"),
        (b" \n\n", "the file is empty"),
        (bytes(range(256)) * 40, "no text in UTF-8"),
        (b"\0" * 5000, "not a text"),
        (b"name,votes\nGhana,3\n", "none of the files that can be imported"),
        (b"<html><body><p>Please wait</p></body></html>", "neither the table of vetoes nor that of meetings"),
        (b"<html><body><table>" + VETO_ROWS, "ends within its table"),
        (ENTITY, "external entity"),
        (b'<?xml version="1.0"?><CONSOLIDATED_LIST><INDIVIDUALS><INDIV', "no whole XML"),
        (b"<CONSOLIDATED_LIST></CONSOLIDATED_LIST>", "no entries"),
        (b'{"symbol": "S/RES/2814 (2026)", "MS_in_favour": ["CHINA"', "new.dat:1: the line is no JSON"),
        (b'[{"country": "Japan"', "no whole JSON"),
        (b'{"people": []}', "no list of people"),
        (b'[{"country": "Japan", "title": "Counsellor", "name": "A"}]', "no permanent representative"),
    ],
)  # fmt: skip
def test_a_broken_file_changes_nothing(
    content: bytes | Callable[[Path], bytes],
    fault: str,
    run: Run,
    undl: Write,
    votes: Mapping[str, Vote],
    records_file: Path,
) -> None:
    """The message has the file, the fault and what to do; the rows imported before are the same bytes."""
    good = undl([replace(votes["2811"], symbol="S/RES/2814 (2026)", date="2026-01-27")])
    assert run("records", "import", good).exit_code == 0
    before = records_file.read_bytes()
    broken = good.parent / "new.dat"
    broken.write_bytes(content(good) if callable(content) else content)
    done = run("records", "import", broken)

    assert done.exit_code == 3, done.output
    assert str(broken) in done.output
    assert fault in done.output
    assert records_file.read_bytes() == before
    assert run("vote", "S/RES/2814").exit_code == 0


def test_a_missing_file_is_named(run: Run, tmp_path: Path) -> None:
    """The path is said, and what to check."""
    done = run("records", "import", tmp_path / "none.csv")

    assert (done.exit_code, "none.csv" in done.output, "Check the path" in done.output) == (
        3,
        True,
        True,
    )


def test_one_broken_file_among_two(
    run: Run, undl: Write, votes: Mapping[str, Vote], tmp_path: Path
) -> None:
    """The other one is imported, and the exit code says that not all were."""
    (tmp_path / "empty.csv").write_bytes(b"")
    done = run("records", "import", tmp_path / "empty.csv", undl([votes["2397"]]))

    assert (done.exit_code, "1 the same" in done.output) == (4, True)


@pytest.mark.parametrize(
    "text", ["", "music\n", '{"penholder": "imported records", "version": 1}\n{"table": "votes"}\n']
)
def test_a_broken_file_of_imports_says_so(text: str, run: Run, records_file: Path) -> None:
    """No look-up answers from rows that cannot be read, and none ends in a traceback."""
    records_file.parent.mkdir(parents=True)
    records_file.write_text(text, "utf-8")
    done = run("vote", "S/RES/2397")

    assert done.exit_code == 7
    assert str(records_file) in done.output
    assert "PENHOLDER_RECORDS" in done.output


def test_a_write_that_fails_leaves_the_old_rows(
    records_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk the old file stands whole, and nothing is left beside it."""
    write_shelf(records_file, Shelf())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kept.os, "fsync", full)
    with pytest.raises(RecordError, match="No space left"):
        write_shelf(records_file, Shelf())

    assert read_shelf(records_file) == Shelf()
    assert [path.name for path in records_file.parent.iterdir()] == [records_file.name]
