"""The ledger keeps what was read, whole or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from penholder.errors import LedgerError, NotFoundError
from penholder.model.reading import CheckedStory
from penholder.pipeline import check_story
from penholder.read.sources import Page
from penholder.serve.contract import as_json
from penholder.store.ledger import list_events, list_stories, load_story, open_ledger, save_story

TEXT = """SEOUL (Reuters) - North Korea fired a ballistic missile on Wednesday, South Korea's military said.

"We condemn this launch," said the US ambassador to the UN, Linda Thomas-Greenfield."""


def read(id_: str) -> CheckedStory:
    """Read the story under an id."""
    return check_story(Page(source="wire.txt", text=TEXT, form="txt", id=id_, date="2022-05-04"))


def test_a_story_comes_back_as_it_was(tmp_path: Path) -> None:
    """What was saved is loaded, and reading it again doubles nothing."""
    checked = read("one")
    with open_ledger(tmp_path / "l.db") as ledger:
        for _ in range(2):
            save_story(ledger, checked, as_json(checked))
        statements = ledger.execute("SELECT count(*) FROM statements").fetchone()[0]

        assert load_story(ledger, "one") == as_json(checked)
        assert [row[0] for row in list_stories(ledger)] == ["one"]
        assert statements == len(checked.reading.statements) > 0


def test_two_stories_report_one_event(tmp_path: Path) -> None:
    """The event has the reports of both."""
    with open_ledger(tmp_path / "l.db") as ledger:
        for name in ("one", "two"):
            checked = read(name)
            save_story(ledger, checked, as_json(checked))

        assert list_events(ledger, "weapon_test") == [
            ("weapon_test-PRK-2022-05-04", "2022-05-04", "weapon_test", 2, 2)
        ]
        assert list_events(ledger, "veto") == []


def test_spans_in_the_ledger_give_the_words(tmp_path: Path) -> None:
    """A span is an offset in code points of the stored text."""
    checked = read("one")
    with open_ledger(tmp_path / "l.db") as ledger:
        save_story(ledger, checked, as_json(checked))
        rows = ledger.execute('SELECT start, "end", text FROM statements').fetchall()

    assert all(TEXT[start:end] == text for start, end, text in rows)


def test_a_story_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    """A fault in the middle of saving leaves the ledger as it was."""
    checked = read("one")
    with open_ledger(tmp_path / "l.db") as ledger:
        ledger.execute("DROP TABLE claims")
        ledger.commit()
        with pytest.raises(sqlite3.OperationalError):
            save_story(ledger, checked, as_json(checked))

        assert list_stories(ledger) == []


def test_the_ledger_is_in_wal_mode(tmp_path: Path) -> None:
    """A reader never waits for a writer."""
    with open_ledger(tmp_path / "l.db") as ledger:
        assert ledger.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_a_missing_story_is_said(tmp_path: Path) -> None:
    """The error names the story and the command that lists them."""
    with open_ledger(tmp_path / "l.db") as ledger, pytest.raises(NotFoundError, match="stories"):
        load_story(ledger, "none")


def foreign(path: Path) -> None:
    """Write a database of somebody else."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE music (title TEXT)")
    connection.commit()
    connection.close()


def other_version(path: Path) -> None:
    """Write a ledger of another version."""
    with open_ledger(path) as ledger:
        ledger.execute("PRAGMA user_version = 99")
        ledger.commit()


def no_database(path: Path) -> None:
    """Write a file that is no database."""
    path.write_bytes(b"This is a letter, not a ledger." * 99)


@pytest.mark.parametrize("write", [foreign, other_version, no_database])
def test_a_file_that_is_not_ours_is_left_alone(write: object, tmp_path: Path) -> None:
    """It is refused with what to do, and not a byte of it changes."""
    path = tmp_path / "theirs.db"
    assert callable(write)
    write(path)
    before = path.read_bytes()

    with pytest.raises(LedgerError, match="--ledger"), open_ledger(path):
        pass

    assert path.read_bytes() == before
