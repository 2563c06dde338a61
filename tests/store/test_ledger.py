"""The ledger keeps what was read, whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from penholder.errors import LedgerError, NotFoundError
from penholder.model.reading import CheckedStory
from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.serve.cli import main
from penholder.serve.contract import as_json
from penholder.store.ledger import open_ledger, read_ledger
from penholder.store.listed_events import Wanted, list_events
from penholder.store.places import place_named
from penholder.store.saving import save_story
from penholder.store.stories import list_stories, load_story

TEXT = """SEOUL (Reuters) - North Korea fired a ballistic missile on Wednesday, South Korea's military said.

"We condemn this launch," said the US ambassador to the UN, Linda Thomas-Greenfield."""


def read(id_: str) -> CheckedStory:
    """Read the story under an id."""
    return check_story(Page(source=f"{id_}.txt", text=TEXT, form="txt", id=id_, date="2022-05-04"))


def save(place: str | Path, *ids: str) -> None:
    """Keep the story under each of the ids."""
    with open_ledger(place) as ledger:
        for id_ in ids:
            checked = read(id_)
            save_story(ledger, checked, as_json(checked))


def save_and_break_off(place: str) -> None:
    """Keep a story, and be interrupted before the ledger is closed."""
    checked = read("one")
    with open_ledger(place) as ledger:
        save_story(ledger, checked, as_json(checked))
        raise KeyboardInterrupt


def test_a_story_comes_back_as_it_was(place: str) -> None:
    """What was saved is loaded, and reading it again doubles nothing."""
    save(place, "one", "one")
    checked = read("one")
    with read_ledger(place) as ledger:
        statements = ledger.execute(text("SELECT count(*) FROM statements")).scalar()

        assert load_story(ledger, "one") == as_json(checked)
        assert [row[0] for row in list_stories(ledger)] == ["one"]
        assert statements == len(checked.reading.statements) > 0


def test_two_stories_report_one_event(place: str) -> None:
    """The event has the reports of both."""
    save(place, "one", "two")
    with read_ledger(place) as ledger:
        (event,) = list_events(ledger, Wanted(kind="weapon_test")).events
        assert (event["id"], event["day"]) == ("weapon_test-PRK-2022-05-04", "2022-05-04")
        assert [event[each] for each in ("stories", "statements", "outlets", "origins")] == [
            2,
            2,
            2,
            1,
        ]
        assert list_events(ledger, Wanted(kind="veto")).number == 0


def test_a_run_that_is_broken_off_leaves_its_events(place: str) -> None:
    """What was saved by then is merged: a closed pipe or Ctrl-C takes no event away."""
    with pytest.raises(KeyboardInterrupt):
        save_and_break_off(place)
    with read_ledger(place) as ledger:
        (event,) = list_events(ledger, Wanted()).events
        assert event["id"] == "weapon_test-PRK-2022-05-04"


def test_spans_in_the_ledger_give_the_words(place: str) -> None:
    """A span is an offset in code points of the stored text."""
    save(place, "one")
    with read_ledger(place) as ledger:
        rows = ledger.execute(text("SELECT start, stop, text FROM statements")).all()

    assert rows
    assert all(TEXT[row.start : row.stop] == row.text for row in rows)


def test_a_story_is_kept_whole_or_not_at_all(place: str) -> None:
    """A fault in the middle of saving leaves the ledger as it was."""
    checked = read("one")
    told = as_json(checked)
    told["claims"] = [{"no": "claim"}]
    with open_ledger(place) as ledger, pytest.raises(KeyError):
        save_story(ledger, checked, told)
    with read_ledger(place) as ledger:
        assert list_stories(ledger) == []
        assert ledger.execute(text("SELECT count(*) FROM story_statements")).scalar() == 0


def test_the_ledger_is_in_wal_mode(tmp_path: Path) -> None:
    """A reader never waits for a writer."""
    save(tmp_path / "l.db", "one")

    assert sqlite3.connect(tmp_path / "l.db").execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_a_missing_story_is_said(place: str) -> None:
    """The error names the story and the command that lists them."""
    save(place, "one")
    with read_ledger(place) as ledger, pytest.raises(NotFoundError, match="stories"):
        load_story(ledger, "none")


def test_a_ledger_that_does_not_exist_is_not_made_by_a_reader(tmp_path: Path) -> None:
    """Looking makes no file."""
    with pytest.raises(LedgerError, match="penholder read"), read_ledger(tmp_path / "l.db"):
        pass

    done = [
        CliRunner().invoke(main, [*words, "--ledger", str(tmp_path / "l.db")])
        for words in (["upgrade"], ["verify"], ["confirm", "one", "0", "--by", "Anna"])
    ]

    assert [one.exit_code for one in done] == [5, 5, 5]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("address", ["mysql://host/ledger", "https://example.org/ledger.db"])
def test_an_address_of_another_kind_is_refused(address: str) -> None:
    """The message says what can be named."""
    with pytest.raises(LedgerError, match="postgresql"), open_ledger(address):
        pass


def test_words_that_postgresql_cannot_keep_are_replaced(place: str) -> None:
    """A NUL becomes U+FFFD, and the offsets stay."""
    words = f"{TEXT}\n\nA torn\0word."
    checked = check_story(Page(source="w.txt", text=words, form="txt", id="w", date="2022-05-04"))
    with open_ledger(place) as ledger:
        save_story(ledger, checked, as_json(checked))
    with read_ledger(place) as ledger:
        assert load_story(ledger, "w")["story"]["text"] == words.replace("\0", "\ufffd")


def test_whatever_is_long_is_kept(place: str) -> None:
    """An address, an id and a file's name of thousands of signs do no harm."""
    long = "x" * 5000
    pages = [
        Page(source="a.jsonl:1", text=TEXT, form="txt", id=f"{long}1", url=f"https://example.org/{long}"),
        Page(source=f"{long}.txt", text=TEXT, form="txt", id=f"{long}2"),
        Page(source="b.jsonl:1", text="말 " * 200_000 + TEXT, form="txt", id="words"),
    ]  # fmt: skip
    with open_ledger(place) as ledger:
        for page in pages:
            checked = check_story(page)
            save_story(ledger, checked, as_json(checked))
    with read_ledger(place) as ledger:
        assert len(list_stories(ledger)) == 3


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("postgresql://anna:secret@host/db", "postgresql://anna@host/db"),
        ("postgresql+psycopg://anna:a@b@host/db", "postgresql+psycopg://anna@host/db"),
        ("postgresql://host/db?password=secret&user=a", "postgresql://host/db?password=…&user=a"),
        ("mine/secret@ledger.db", "mine/secret@ledger.db"),
    ],
)
def test_no_message_holds_a_password(named: str, told: str) -> None:
    """The place is told without it."""
    assert place_named(named).told == told


def foreign(path: Path) -> None:
    """Write a database of somebody else."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE music (title TEXT)")
    connection.commit()
    connection.close()


def newer_version(path: Path) -> None:
    """Write a ledger of a version that is yet to come."""
    save(path, "one")
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '0099'")
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def no_database(path: Path) -> None:
    """Write a file that is no database."""
    path.write_bytes(b"This is a letter, not a ledger." * 99)


@pytest.mark.parametrize("opened", [open_ledger, read_ledger])
@pytest.mark.parametrize("write", [foreign, newer_version, no_database])
def test_a_file_that_is_not_ours_is_left_alone(
    write: Callable[[Path], None], opened: Callable[[Path], object], tmp_path: Path
) -> None:
    """It is refused with what to do, and not a byte of it changes."""
    path = tmp_path / "theirs.db"
    write(path)
    before = path.read_bytes()

    with pytest.raises(LedgerError, match="--ledger"), opened(path):  # type: ignore[attr-defined]
        pass

    assert path.read_bytes() == before
