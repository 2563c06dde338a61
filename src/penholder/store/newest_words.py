"""Finds the newest rows that hold some words in PostgreSQL, which by itself guesses wrongly how to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import Connection, text

from penholder.store.full_text import Indexed

# Rows of one noun that are weighed.
WEIGHED = 100
# Rows that hold the words: so many the index of words gives at once; where there are more, the newest are soon found by looking at each.
_FEW = 3_000
# The newest rows, which are looked at before the index is asked: a word that many have is soon found in enough of them.
_LATE = 3_000


def newest_with(
    ledger: Connection, one: Indexed, wanted: str, words: Mapping[str, str]
) -> list[int]:
    """Give the numbers of the newest rows that hold the words of an expression `wanted`, newest first."""
    late = _late(ledger, one, wanted, words)
    if len(late) == WEIGHED:
        return late
    with _without(ledger, "seqscan"):
        few = _few(ledger, one, words)
    if few is not None and all(map(str.isalnum, words.values())):
        return few[:WEIGHED]
    among = "TRUE" if few is None else "no = ANY(:few)"
    asked = text(
        f"SELECT no FROM {one.table} WHERE {among} AND words @@ ({wanted})"  # noqa: S608
        f" ORDER BY no DESC LIMIT {WEIGHED}"
    )
    with _without(ledger, "bitmapscan"):
        given = words if few is None else {**words, "few": few}
        return list(ledger.execute(asked, given).scalars())


def _late(ledger: Connection, one: Indexed, wanted: str, words: Mapping[str, str]) -> list[int]:
    """Give those of the newest rows of all that hold the words, newest first, as many as are weighed."""
    late = f"SELECT no, words FROM {one.table} ORDER BY no DESC LIMIT {_LATE}"  # noqa: S608
    asked = f"SELECT no FROM ({late}) AS late WHERE words @@ ({wanted}) ORDER BY no DESC LIMIT {WEIGHED}"  # noqa: S608
    return list(ledger.execute(text(asked), words).scalars())


def _few(ledger: Connection, one: Indexed, words: Mapping[str, str]) -> list[int] | None:
    """Give the rows with all the words, wherever they stand, newest first; None: there are many.

    The index alone knows that; whether words stand together, PostgreSQL reads in each text.
    """
    all_of_them = " && ".join(f"plainto_tsquery('english', :{name})" for name in words)
    asked = f"SELECT no FROM {one.table} WHERE words @@ ({all_of_them}) LIMIT {_FEW + 1}"  # noqa: S608
    found = ledger.execute(text(asked), words).scalars().all()
    return sorted(found, reverse=True) if len(found) <= _FEW else None


@contextmanager
def _without(ledger: Connection, way: str) -> Iterator[None]:
    """Forbid the planner one way of answering.

    It takes looking into the words of a text for cheaper than it is: left alone it looks into a million for one rare word.
    """
    ledger.exec_driver_sql(f"SET LOCAL enable_{way} = off")
    yield
    ledger.exec_driver_sql(f"SET LOCAL enable_{way} = on")
