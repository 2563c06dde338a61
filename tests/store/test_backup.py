"""A backup is a whole ledger; a ledger that is not whole is told so."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Connection, text

from penholder.errors import LedgerError, OutputError
from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.serve.cli import main
from penholder.serve.contract import as_json
from penholder.store.backup import back_up
from penholder.store.ledger import open_ledger, read_ledger
from penholder.store.places import LedgerPlace
from penholder.store.saving import save_story
from penholder.store.stories import told_stories
from penholder.store.verify import find_faults

from .test_ledger import save


def run(*words: str | Path) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [str(word) for word in words])


def told(place: str) -> list[object]:
    """Give all that a ledger tells."""
    with read_ledger(place) as ledger:
        events = ledger.execute(text("SELECT * FROM events ORDER BY id")).all()
        return [*told_stories(ledger), *map(tuple, events)]


@pytest.fixture
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Give what gives a new place in one of the databases."""

    def place(kind: str) -> str:
        if kind == "sqlite":
            return str(tmp_path / "copy.db")
        make = request.getfixturevalue("new_database")
        return str(make())

    return place


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_backup_tells_what_the_ledger_tells(
    kind: str, place: str, other: Callable[[str], str]
) -> None:
    """Whatever is copied to whatever, the copy is whole, and can be written on."""
    save(place, "one", "two")
    copy = other(kind)
    back_up(LedgerPlace(place), LedgerPlace(copy))

    assert told(copy) == told(place)
    save(copy, "three")
    with read_ledger(copy) as ledger:
        assert list(find_faults(ledger)) == []
        assert ledger.execute(text("SELECT count(*) FROM stories")).scalar() == 3


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_backup_overwrites_nothing(
    kind: str, tmp_path: Path, other: Callable[[str], str]
) -> None:
    """A ledger that is there already stays."""
    copy = other(kind)
    save(tmp_path / "l.db", "one")
    save(copy, "two")
    with pytest.raises(OutputError, match="there already"):
        back_up(LedgerPlace(str(tmp_path / "l.db")), LedgerPlace(copy))

    with read_ledger(copy) as ledger:
        assert [story["story"]["id"] for story in told_stories(ledger)] == ["two"]


def test_a_backup_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is said, and no torn file stays."""

    def fill(source: Path, part: Path) -> None:
        part.write_bytes(b"half")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("penholder.store.backup._copy_file", fill)
    save(tmp_path / "l.db", "one")
    (tmp_path / "copies").mkdir()
    done = run("backup", tmp_path / "copies" / "copy.db", "--ledger", tmp_path / "l.db")

    assert (done.exit_code, "disk is full" in done.output) == (8, True)
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_backup_is_made_while_a_writer_writes(tmp_path: Path) -> None:
    """It holds what was whole when it began."""
    save(tmp_path / "l.db", "one")
    with open_ledger(tmp_path / "l.db") as ledger, ledger.engine.begin() as connection:
        connection.execute(text("UPDATE story_versions SET title = 'half'"))
        done = run("backup", tmp_path / "copy.db", "--ledger", tmp_path / "l.db")

    assert done.exit_code == 0, done.output
    with read_ledger(tmp_path / "copy.db") as ledger:
        assert (
            ledger.execute(text("SELECT count(*) FROM stories WHERE title = 'half'")).scalar() == 0
        )


def test_a_whole_ledger_verifies(place: str) -> None:
    """The counts are told, and the exit code is 0."""
    save(place, "one", "two")
    done = run("verify", "--ledger", place)

    assert done.exit_code == 0, done.output
    assert "whole: 2 stories" in done.output


BROKEN = {
    "UPDATE story_versions SET text = 'x' || text": "the text is not the one that was read",
    "UPDATE story_statements SET start = start + 1 WHERE place = 0": "does not give its words",
    "UPDATE story_quotes SET text = 'We deplore'": "does not give its words",
    "DELETE FROM story_claims WHERE place = 0": "claims were found, and",
    "DELETE FROM story_quotes WHERE place = 0": "quotes were found, and",
    "UPDATE story_versions SET current = false": "0 are the current one",
    "DROP VIEW vetoes": "The view vetoes is missing",
    "INSERT INTO confirmations (story, start, stop, text, verdict, confirmed_by, confirmed_on)"
    " VALUES ('lost', 0, 1, 'a', 'b', 'c', 'd')": "there is no such story",
}


def break_it(place: str, statement: str) -> None:
    """Run a statement that breaks a ledger."""
    with open_ledger(place) as ledger, ledger.engine.begin() as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize("statement", BROKEN)
def test_a_broken_ledger_does_not_verify(statement: str, tmp_path: Path) -> None:
    """What is wrong is said in a sentence, and by the exit code."""
    place = str(tmp_path / "l.db")
    save_with_claim(place)
    break_it(place, statement)
    done = run("verify", "--ledger", place)

    assert done.exit_code == 5
    assert BROKEN[statement] in done.output


def test_a_broken_ledger_in_postgresql_does_not_verify(postgres: str) -> None:
    """All the faults of a damaged ledger are told there as well."""
    save_with_claim(postgres)
    for statement in BROKEN:
        if not statement.startswith(("UPDATE story_versions SET current", "DELETE")):
            break_it(postgres, statement)
    done = run("verify", "--ledger", postgres, "--json")

    assert done.exit_code == 5
    assert all(words in done.output for words in ("not the one", "its words", "vetoes is missing"))


def test_orphans_are_told(tmp_path: Path) -> None:
    """Parts of a story that was taken away by hand are named."""
    save_with_claim(str(tmp_path / "l.db"))
    connection = sqlite3.connect(tmp_path / "l.db")
    connection.execute("DELETE FROM story_versions")
    connection.commit()
    connection.close()
    done = run("verify", "--ledger", tmp_path / "l.db")

    assert done.exit_code == 5
    assert "belongs to no row of story_versions" in done.output


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    """Bytes that were overwritten are found, or the file is refused."""
    path = tmp_path / "l.db"
    save(path, *map(str, range(5)))
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    data = bytearray(path.read_bytes())
    data[len(data) // 3 : len(data) // 3 + 6000] = b"\xff" * 6000
    path.write_bytes(data)

    assert run("verify", "--ledger", path).exit_code == 5


def save_with_claim(place: str) -> None:
    """Keep a story with a quote, a statement and a claim."""
    words = (
        "SEOUL - North Korea fired a ballistic missile on May 4, 2022, its 14th show of force this year,"
        ' the military said. "We condemn it," said Linda Thomas-Greenfield.'
    )
    checked = check_story(Page(source="c.txt", text=words, form="txt", id="c", date="2022-05-04"))
    assert checked.claims
    with open_ledger(place) as ledger:
        save_story(ledger, checked, as_json(checked))


def test_a_connection_sees_one_moment(place: str) -> None:
    """What is written after a reader began is not seen by it."""
    save(place, "one")

    def stories(ledger: Connection) -> int | None:
        return ledger.execute(text("SELECT count(*) FROM stories")).scalar()

    with read_ledger(place) as ledger:
        before = stories(ledger)
        save(place, "two")
        assert (before, stories(ledger)) == (1, 1)
    with read_ledger(place) as ledger:
        assert stories(ledger) == 2


def test_a_ledger_that_is_missing_cannot_be_copied(tmp_path: Path) -> None:
    """Neither place is made."""
    with pytest.raises(LedgerError, match="no ledger"):
        back_up(LedgerPlace(str(tmp_path / "l.db")), LedgerPlace(str(tmp_path / "c.db")))

    assert list(tmp_path.iterdir()) == []
