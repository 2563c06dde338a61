"""The index of words over stories, quotes and statements, in the way of each database.

It holds nothing of its own: after a change of the tables it is made anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

# PostgreSQL indexes at most a megabyte of words and their places: of a longer text the rest is not found.
_LONGEST = 150_000


@dataclass(frozen=True, slots=True)
class Indexed:
    """A table whose words can be searched."""

    noun: str
    table: str
    columns: tuple[str, ...]

    @property
    def index(self) -> str:
        """Give the name of its index of words."""
        return f"{self.table}_words"

    def joined(self, of: str = "") -> str:
        """Give the expression of all its words in PostgreSQL; `of` names the table."""
        dot = f"{of}." if of else ""
        words = " || ' ' || ".join(f"coalesce({dot}{one}, '')" for one in self.columns)
        return f"left({words}, {_LONGEST})"

    @property
    def postgres_words(self) -> str:
        """Give the expression of which PostgreSQL keeps the value in the column `words`."""
        return f"to_tsvector('english', {self.joined()})"


INDEXED = (
    Indexed("stories", "story_versions", ("title", "text")),
    Indexed("quotes", "story_quotes", ("text",)),
    Indexed("statements", "story_statements", ("text",)),
)


def make_index(connection: Connection) -> None:
    """Make the index of words anew."""
    form = _postgres if connection.dialect.name == "postgresql" else _sqlite
    for one in INDEXED:
        for statement in form(one):
            connection.exec_driver_sql(statement)


def _postgres(one: Indexed) -> Iterator[str]:
    yield f"DROP INDEX IF EXISTS {one.index}"
    # Kept in a column, for else each text that is found would be read once more to be weighed.
    yield f"ALTER TABLE {one.table} DROP COLUMN IF EXISTS words"
    kept = f"tsvector GENERATED ALWAYS AS ({one.postgres_words}) STORED"
    yield f"ALTER TABLE {one.table} ADD COLUMN words {kept}"
    yield f"CREATE INDEX {one.index} ON {one.table} USING gin (words)"
    yield f"ANALYZE {one.table}"  # how often words are found is known with the index alone


def _sqlite(one: Indexed) -> Iterator[str]:
    """Yield an FTS5 table that reads the words from theirs, and the triggers that keep it true."""
    names = ", ".join(one.columns)
    added, gone = (", ".join(f"{row}.{name}" for name in one.columns) for row in ("new", "old"))
    add = f"INSERT INTO {one.index}(rowid, {names}) VALUES (new.no, {added});"  # noqa: S608
    drop = (
        f"INSERT INTO {one.index}({one.index}, rowid, {names}) VALUES ('delete', old.no, {gone});"  # noqa: S608
    )
    yield f"DROP TABLE IF EXISTS {one.index}"
    yield (
        f"CREATE VIRTUAL TABLE {one.index} USING fts5({names}, content='{one.table}',"
        " content_rowid='no', tokenize='porter unicode61 remove_diacritics 2')"
    )
    for name, when, body in (
        ("added", "INSERT", add),
        ("gone", "DELETE", drop),
        ("changed", f"UPDATE OF {names}", drop + add),
    ):
        yield f"DROP TRIGGER IF EXISTS {one.index}_{name}"
        yield f"CREATE TRIGGER {one.index}_{name} AFTER {when} ON {one.table} BEGIN {body} END"
    yield f"INSERT INTO {one.index}({one.index}) VALUES ('rebuild')"  # noqa: S608
