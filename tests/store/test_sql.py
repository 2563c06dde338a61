"""Questions in SQL read and do nothing else, and end when their time is over."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from penholder.errors import LedgerError, QueryError
from penholder.store.places import LedgerPlace
from penholder.store.queries.asking import Answer, Limits, ask
from penholder.store.views import VIEWS

from .test_ledger import foreign, save
from .test_upgrade import first_ledger

LIMITS = Limits(rows=50, seconds=0.4)
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "


@pytest.fixture(scope="module")
def in_sqlite(tmp_path_factory: pytest.TempPathFactory) -> LedgerPlace:
    """Give a ledger of SQLite with two stories."""
    path = tmp_path_factory.mktemp("sql") / "l.db"
    save(path, "one", "two")
    return LedgerPlace(str(path))


@pytest.fixture(scope="module")
def in_postgres(new_database: Callable[[], str]) -> LedgerPlace:
    """Give a ledger of PostgreSQL with two stories."""
    place = new_database()
    save(place, "one", "two")
    return LedgerPlace(place)


@pytest.fixture(params=["in_sqlite", "in_postgres"])
def ledger(request: pytest.FixtureRequest) -> LedgerPlace:
    """Give a ledger in each of the databases."""
    found: LedgerPlace = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_view_can_be_asked(view: object, ledger: LedgerPlace) -> None:
    """It has the columns that are told."""
    found = ask(ledger, f"SELECT * FROM {view.name}", LIMITS)  # type: ignore[attr-defined]

    assert found.columns == view.columns  # type: ignore[attr-defined]


def test_a_question_is_answered(ledger: LedgerPlace) -> None:
    """Rows come in their order, with their values, and nothing is cut."""
    question = "SELECT id, stories, 1.5 AS x, NULL AS y FROM launches ORDER BY id;"
    found = ask(ledger, question, LIMITS)

    assert found == Answer(
        columns=("id", "stories", "x", "y"),
        rows=(["weapon_test-PRK-2022-05-04", 2, 1.5, None],),
        cut=None,
    )


def test_rows_are_cut_and_that_is_said(ledger: LedgerPlace) -> None:
    """Of endless rows as many come as were asked for."""
    found = ask(ledger, f"{ENDLESS} SELECT i FROM n LIMIT 1000", LIMITS)

    assert [row[0] for row in found.rows] == list(range(1, 51))
    assert found.cut
    assert "--rows" in found.cut


def test_exactly_as_many_rows_are_not_cut(ledger: LedgerPlace) -> None:
    """The last row that fits is no sign of more."""
    found = ask(ledger, f"{ENDLESS} SELECT i FROM n LIMIT 50", LIMITS)

    assert (len(found.rows), found.cut) == (50, None)


NEVER_DONE = f"{ENDLESS} SELECT count(*) FROM n"
REFUSED_IN_BOTH = [
    "DELETE FROM story_versions",
    "UPDATE story_versions SET title = ''",
    "INSERT INTO confirmations VALUES (1, 'a', 0, 1, 'b', 'c', 'd', 'e')",
    "DROP VIEW stories",
    "CREATE TABLE mine (a INTEGER)",
    "SELECT 1; DROP VIEW stories",
    "SELECT 1; SELECT 2",
    "SELEC 1",
    "SELECT * FROM nothing",
    "",
]
REFUSED_IN_SQLITE = [
    "ATTACH DATABASE '/tmp/other.db' AS other",
    "DETACH DATABASE main",
    "PRAGMA writable_schema = ON",
    "PRAGMA query_only = OFF",
    "SELECT * FROM pragma_database_list",
    "SELECT load_extension('x')",
    "VACUUM INTO '/tmp/copy.db'",
    "REINDEX",
    "BEGIN",
    "CREATE TEMP TABLE mine (a)",
    "SELECT zeroblob(100000000)",
    "INSERT INTO story_versions_words(story_versions_words) VALUES ('rebuild')",
]
REFUSED_IN_POSTGRES = [
    "COPY (SELECT 1) TO '/tmp/x'",
    "COPY (SELECT 1) TO PROGRAM 'touch /tmp/x'",
    "SELECT pg_sleep(10)",
    'SELECT "pg_sleep"(10)',
    'SELECT U&"\\0070g_sleep"(10)',
    "SELECT pg_catalog.pg_read_file('/etc/hostname')",
    "SELECT lo_import('/etc/hostname')",
    "SELECT set_config('statement_timeout', '0', true)",
    "SELECT query_to_xml('SELECT 1', true, true, '')",
    "SET statement_timeout = 0",
    "DO $$ BEGIN PERFORM pg_sleep(10); END $$",
    "WITH gone AS (DELETE FROM story_versions RETURNING no) SELECT * FROM gone",
    "SELECT * INTO mine FROM stories",
    "SELECT 1) AS q; DROP VIEW stories; SELECT * FROM (SELECT 2",
    "COMMIT",
    "VACUUM",
    "LOCK TABLE story_versions",
    "SELECT no FROM story_versions FOR UPDATE",
    "SELECT nextval('story_versions_no_seq')",
    "SELECT * FROM pg_authid",
    'SELECT rolpassword FROM "pg_authid"',
    "SELECT * FROM ts_stat('SELECT to_tsvector(title) FROM stories')",
    "EXPLAIN ANALYZE SELECT 1",
    "NOTIFY anybody",
    "CALL nothing()",
    "PREPARE p AS SELECT 1",
    "EXECUTE p",
    "DECLARE c CURSOR FOR SELECT 1",
    "LISTEN anybody",
]


@pytest.mark.parametrize("statement", REFUSED_IN_BOTH + REFUSED_IN_SQLITE)
def test_sqlite_does_nothing_but_read(statement: str, in_sqlite: LedgerPlace) -> None:
    """What does more is refused, and the ledger is as it was."""
    before = in_sqlite.path.read_bytes()
    with pytest.raises(QueryError, match="SELECT"):
        ask(in_sqlite, statement, LIMITS)

    assert in_sqlite.path.read_bytes() == before


@pytest.mark.parametrize("statement", REFUSED_IN_BOTH + REFUSED_IN_POSTGRES)
def test_postgres_does_nothing_but_read(statement: str, in_postgres: LedgerPlace) -> None:
    """What does more is refused, though the account may do all, and the ledger is as it was."""
    with pytest.raises(QueryError, match="SELECT"):
        ask(in_postgres, statement, LIMITS)

    assert ask(in_postgres, "SELECT count(*) FROM stories", LIMITS).rows == ([2],)


def timed(place: LedgerPlace, statement: str) -> tuple[Answer | None, float]:
    """Give what a question finds, None if it is refused, and its seconds beyond those of an easy one."""
    begun = time.monotonic()
    ask(place, "SELECT 1", LIMITS)
    start = time.monotonic()
    try:
        found = ask(place, statement, LIMITS)
    except QueryError:
        found = None
    return found, (time.monotonic() - start) - (start - begun)


@pytest.mark.parametrize(
    "statement",
    [
        NEVER_DONE,
        f"{ENDLESS}, m AS (SELECT a.i FROM n AS a, n AS b) SELECT max(i) FROM m",
        f"{ENDLESS} SELECT group_concat(i) FROM n",
        "SELECT instr(hex(zeroblob(8000000)), hex(zeroblob(4000000)) || '1')",
        f"{ENDLESS} SELECT hex(randomblob(4000000)) FROM n",
        f"{ENDLESS} SELECT i FROM n ORDER BY random()",
        f"SELECT {', '.join(['zeroblob(40000000)'] * 40)}",
    ],
)
def test_a_bomb_in_sqlite_goes_out(statement: str, in_sqlite: LedgerPlace) -> None:
    """It is cut or refused when its time is over, whatever it is doing."""
    found, seconds = timed(in_sqlite, statement)

    assert seconds < 1
    assert found is None or found.cut


@pytest.mark.parametrize(
    "statement",
    [
        NEVER_DONE,
        "SELECT count(*) FROM generate_series(1, 1000000000)",
        "SELECT repeat('x', 1000000000)",
        f"SELECT {', '.join(['repeat(chr(120), 90000000)'] * 20)}",
        "SELECT sum(a + b) FROM generate_series(1, 100000) a, generate_series(1, 100000) b",
        "SELECT 1 WHERE repeat('a', 30) ~ '^(a?){30}a{30}(a+)+b$' OR length(repeat(repeat('y', 1000), 900000)) = 1",
    ],
)
def test_a_bomb_in_postgres_goes_out(statement: str, in_postgres: LedgerPlace) -> None:
    """It is cut or refused when its time is over, whatever it is doing."""
    found, seconds = timed(in_postgres, statement)

    assert seconds < 1
    assert found is None or found.cut or found.rows in ((), ([100],))


def test_words_of_sql_may_stand_in_a_string(ledger: LedgerPlace) -> None:
    """A question about words that a command also has is answered."""
    question = "SELECT count(*) FROM stories WHERE text LIKE '%fell into the sea for update; DROP%'"

    assert ask(ledger, question, LIMITS).rows == ([0],)


def test_words_are_searched_in_sql(in_sqlite: LedgerPlace) -> None:
    """The index of words can be asked."""
    question = "SELECT count(*) FROM story_quotes_words WHERE story_quotes_words MATCH 'condemned'"

    assert ask(in_sqlite, question, LIMITS).rows == ([2],)


@pytest.mark.parametrize("write", [foreign, first_ledger, lambda path: None])
def test_what_is_no_ledger_is_refused(write: object, tmp_path: Path) -> None:
    """Somebody else's file, an old ledger and none at all are named."""
    assert callable(write)
    write(tmp_path / "l.db")
    with pytest.raises(LedgerError, match=r"l\.db"):
        ask(LedgerPlace(str(tmp_path / "l.db")), "SELECT 1", LIMITS)


def test_a_server_that_does_not_answer_is_said() -> None:
    """The message holds no password."""
    place = LedgerPlace("postgresql+psycopg://anna:secret@/none?host=/nowhere")
    with pytest.raises(LedgerError) as refused:
        ask(place, "SELECT 1", LIMITS)

    assert "secret" not in str(refused.value)
