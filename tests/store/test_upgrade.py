"""Ledgers of the first version are brought up to date, whole or not at all."""

from __future__ import annotations

import json
import sqlite3
from functools import partial
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from click.testing import CliRunner
from sqlalchemy import inspect, text

from penholder.errors import LedgerError
from penholder.serve.cli import main
from penholder.serve.contract import as_json
from penholder.store import creating
from penholder.store.creating import prepare
from penholder.store.engines import engine_of
from penholder.store.ledger import open_ledger, read_ledger
from penholder.store.listed_events import Wanted, list_events
from penholder.store.places import place_named
from penholder.store.saving import save_story
from penholder.store.stories import load_story
from penholder.store.tables import HEAD, TABLES
from penholder.store.upgrading import revisions, upgrade

from .test_ledger import read

FIRST = """
CREATE TABLE stories (id TEXT PRIMARY KEY, source TEXT NOT NULL, outlet TEXT, title TEXT, date TEXT,
  basis TEXT NOT NULL, json TEXT NOT NULL);
CREATE TABLE statements (story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE, place INTEGER NOT NULL,
  kind TEXT NOT NULL, actor TEXT NOT NULL, target TEXT NOT NULL, day TEXT, polarity TEXT NOT NULL, attributed_to TEXT,
  event TEXT, record TEXT, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (story, place));
CREATE TABLE quotes (story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE, place INTEGER NOT NULL,
  kind TEXT NOT NULL, speaker TEXT, office TEXT, cue TEXT, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  text TEXT NOT NULL, PRIMARY KEY (story, place));
CREATE TABLE claims (story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE, place INTEGER NOT NULL,
  type TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  text TEXT NOT NULL, PRIMARY KEY (story, place));
CREATE VIEW events AS SELECT event AS id, min(kind) AS kind, min(actor) AS actor, min(day) AS day,
  count(DISTINCT story) AS stories, count(*) AS statements FROM statements WHERE event IS NOT NULL GROUP BY event;
PRAGMA application_id = 1346719304; PRAGMA user_version = 1;
"""
EVENT = "weapon_test-PRK-2022-05-04"


def first_ledger(path: Path) -> dict[str, object]:
    """Write a ledger as the first version did, with one story, and give what it tells."""
    told = as_json(read("one"))
    connection = sqlite3.connect(path)
    connection.executescript(FIRST)
    head = ("one", "one.txt", None, None, "2022-05-04", "stated")
    connection.execute("INSERT INTO stories VALUES (?,?,?,?,?,?,?)", (*head, json.dumps(told)))
    for place, one in enumerate(told["statements"]):
        event = EVENT if one["kind"] == "weapon_test" else None
        row = (*("one", place, one["kind"], "PRK", "", "2022-05-04", "asserted", None, event, None), *one["span"], one["text"])  # fmt: skip
        connection.execute("INSERT INTO statements VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", row)
    for place, one in enumerate(told["quotes"]):
        row = ("one", place, one["kind"], None, None, one["cue"], *one["span"], one["text"])
        connection.execute("INSERT INTO quotes VALUES (?,?,?,?,?,?,?,?,?)", row)
    connection.commit()
    connection.close()
    return told


def test_an_old_ledger_is_upgraded_with_all_it_holds(tmp_path: Path) -> None:
    """The story, its events and its words are there, and reading it again doubles nothing."""
    path = tmp_path / "l.db"
    told = first_ledger(path)
    checked = read("one")
    with open_ledger(path) as ledger:
        with ledger.engine.connect() as connection:
            assert load_story(connection, "one") == told
            (event,) = list_events(connection, Wanted()).events
            assert (event["id"], event["stories"], event["origins"]) == (EVENT, 1, 1)
        save_story(ledger, checked, as_json(checked))
    with read_ledger(path) as ledger:
        assert ledger.execute(text("SELECT count(*) FROM versions")).scalar() == 1
        assert ledger.execute(text("SELECT count(*) FROM statements")).scalar() == len(
            checked.reading.statements
        )


def test_a_reader_refuses_an_old_ledger_and_says_what_to_do(tmp_path: Path) -> None:
    """The command that is named does it."""
    first_ledger(tmp_path / "l.db")
    place = ["--ledger", str(tmp_path / "l.db")]
    before = CliRunner().invoke(main, ["stories", *place])
    done = CliRunner().invoke(main, ["upgrade", *place])
    after = CliRunner().invoke(main, ["stories", *place])

    assert (before.exit_code, "penholder upgrade" in before.output) == (5, True)
    assert (done.exit_code, after.exit_code) == (0, 0)
    assert "one" in after.output


def test_an_upgrade_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault after the tables were moved brings the old ones back."""
    first_ledger(tmp_path / "l.db")

    def fail(*_: object) -> None:
        raise LedgerError("here", fault="a fault", remedy="None.")

    monkeypatch.setattr(creating, "make_index", fail)
    with pytest.raises(LedgerError), open_ledger(tmp_path / "l.db"):
        pass
    connection = sqlite3.connect(tmp_path / "l.db")

    assert connection.execute("SELECT id FROM stories").fetchall() == [("one",)]
    assert connection.execute("SELECT count(*) FROM events").fetchone() == (1,)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert tables.isdisjoint({"story_versions", "alembic_version"})


def _is_made_for(database: str, thing: object, *_: object) -> bool:
    """Leave out an index that the other database alone has."""
    made_for = getattr(getattr(thing, "_ddl_if", None), "dialect", None)
    return made_for in {None, database}


def test_the_revisions_make_the_tables_that_the_code_expects(place: str) -> None:
    """A ledger that was upgraded and a new one have the same tables."""
    opened = place_named(place)
    engine = engine_of(opened, read_only=False)
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA application_id = 1346719304")
        upgrade(connection, "base")
        mine = {"include_object": partial(_is_made_for, connection.dialect.name)}
        context = MigrationContext.configure(connection, opts=mine)
        differences = compare_metadata(context, TABLES)
        names = set(inspect(connection).get_table_names())
    engine.dispose()

    assert differences == []
    assert names == {"alembic_version", *TABLES.tables}
    assert ScriptDirectory.from_config(revisions()).get_current_head() == HEAD


def test_an_empty_database_is_made_a_ledger_once(place: str) -> None:
    """Preparing it again changes nothing."""
    opened = place_named(place)
    engine = engine_of(opened, read_only=False)
    for _ in range(2):
        with engine.begin() as connection:
            prepare(connection, opened)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).all() == [
            (HEAD,)
        ]
    engine.dispose()
