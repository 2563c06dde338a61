"""Finds the newest rows that hold some words in PostgreSQL, which by itself guesses wrongly how to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import Connection, text

from penholder.store.full_text import Indexed

# Rows of one noun that are weighed. PostgreSQL keeps where words stand and not how often in each text, so that it reads what it weighs.
WEIGHED = 100
# Rows that hold the words: so many the index of words gives at once; where there are more, the newest are soon found by looking at each.
_FEW = 3_000


def newest_with(
    ledger: Connection, one: Indexed, wanted: str, words: Mapping[str, str]
) -> list[int]:
    """Give the numbers of the newest rows that hold the words of an expression `wanted`, newest first."""
    with _without(ledger, "seqscan"):
        few = _few(ledger, one, words)
    if few is not None and all(map(str.isalnum, words.values())):
        return few[:WEIGHED]
    among = "TRUE" if few is None else "no = ANY(:few)"
    asked = text(
        f"SELECT no FROM {one.table} WHERE {among} AND {one.postgres_words()} @@ ({wanted})"  # noqa: S608
        f" ORDER BY no DESC LIMIT {WEIGHED}"
    )
    with _without(ledger, "bitmapscan"):
        given = words if few is None else {**words, "few": few}
        return list(ledger.execute(asked, given).scalars())


def _few(ledger: Connection, one: Indexed, words: Mapping[str, str]) -> list[int] | None:
    """Give the rows with all the words, wherever they stand, newest first; None: there are many.

    The index alone knows that; whether words stand together, PostgreSQL reads in each text.
    """
    all_of_them = " && ".join(f"plainto_tsquery('english', :{name})" for name in words)
    asked = f"SELECT no FROM {one.table} WHERE {one.postgres_words()} @@ ({all_of_them}) LIMIT {_FEW + 1}"  # noqa: S608
    found = ledger.execute(text(asked), words).scalars().all()
    return sorted(found, reverse=True) if len(found) <= _FEW else None


@contextmanager
def _without(ledger: Connection, way: str) -> Iterator[None]:
    """Forbid the planner one way of answering.

    It takes reading a text for a hundred times cheaper than it is: left alone it reads a million for one rare word.
    """
    ledger.exec_driver_sql(f"SET LOCAL enable_{way} = off")
    yield
    ledger.exec_driver_sql(f"SET LOCAL enable_{way} = on")
