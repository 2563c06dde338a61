"""Asks a PostgreSQL ledger: in a read-only transaction, with one statement that can only select."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from penholder.store.places import LedgerPlace
from penholder.store.queries.given import BrokenError, Given, RefusedError

_LEADING = re.compile(r"(?:\s|\(|--[^\n]*\n|/\*.*?\*/)*", re.DOTALL)
_READS = re.compile(r"(?:select|with|values|table)\b", re.IGNORECASE)
# What reaches beyond the ledger's rows: the server, its files, accounts and settings, other databases, and
# SQL in a string. A role that may only read is the better lock; this one holds where nobody made one.
_BEYOND = re.compile(
    r"\bpg_\w|\bU&[\"']"
    r"|\b(?:lo_\w+|dblink\w*|set_config|current_setting|nextval|setval|ts_stat|ts_rewrite|\w*_to_xml\w*"
    r'|xpath_table|crosstab\w*|connectby)"?\s*\(',
    re.IGNORECASE,
)
_LONGEST = 100_000  # signs of a statement, as in SQLite
_OVER = "57014"  # the code of a statement that ran out of its time


def rows_of(given: Given) -> Iterator[Any]:
    """Yield that it has begun, the columns as {"columns": …}, each row as a list, and "seconds" where the time is over.

    Raises:
        RefusedError: the statement is wrong, or does more than read.
        BrokenError: there is no ledger of today's version there.
    """
    statement = _checked(given.statement)
    try:
        import psycopg  # noqa: PLC0415 - only teams have it
    except ImportError as fault:
        raise BrokenError(
            "the driver of PostgreSQL is not installed", "pip install 'penholder[postgres]'"
        ) from fault
    try:
        connection = psycopg.connect(LedgerPlace(given.place).libpq, connect_timeout=10)
    except psycopg.Error as fault:
        raise BrokenError(_first_line(fault), "Check the address and the server") from fault
    yield {"begun": True}
    connection.read_only = True
    with connection, connection.cursor() as cursor:
        try:
            cursor.execute(f"SET LOCAL statement_timeout = {int(given.seconds * 1000)}".encode())
            # Prepared, so that the server takes one statement and no more.
            asked = f"SELECT * FROM (\n{statement}\n) AS asked LIMIT {given.rows + 1}"  # noqa: S608
            cursor.execute(asked.encode(), prepare=True)
            yield {"columns": [column.name for column in cursor.description or ()]}
            yield from map(list, cursor)
        except psycopg.Error as fault:
            if fault.sqlstate != _OVER:
                raise RefusedError(_first_line(fault)) from fault
            yield "seconds"
        finally:
            connection.rollback()


def _checked(statement: str) -> str:
    """Give a statement without its semicolon; refuse one that does not begin as a question does."""
    if len(statement) > _LONGEST:
        raise RefusedError("it is longer than 100,000 signs")
    bare = statement.strip().rstrip(";").rstrip()
    start = _LEADING.match(bare)
    if start is None or not _READS.match(bare, start.end()) or _BEYOND.search(bare):
        raise RefusedError("it does more than read")
    return bare


def _first_line(fault: Exception) -> str:
    return str(fault).split("\n", 1)[0]
