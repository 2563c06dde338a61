"""A long list says how long it is, whether it is filtered or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, insert

from penholder.errors import NotFoundError
from penholder.store import newest
from penholder.store.pieces import REACH, piece_at, piece_of
from penholder.store.tables import EVENTS, TABLES


def _with_events(path: Path, number: int) -> Connection:
    connection = create_engine(f"sqlite:///{path}").connect()
    TABLES.create_all(connection)
    rows = [
        {"id": f"veto-{one}", "thread": "veto", "kind": "veto", "actor": "RUS", "day": "2022-05-26"}
        for one in range(number)
    ]
    connection.execute(insert(EVENTS), rows)
    return connection


@pytest.mark.parametrize("wanted", [{}, {"kind": "veto"}])
def test_a_list_is_counted_with_a_filter_and_without(
    tmp_path: Path, wanted: dict[str, str]
) -> None:
    """All rows count, not the first alone."""
    with _with_events(tmp_path / "ledger.db", 120) as ledger:
        piece = piece_of(ledger, newest.events(wanted), 3)
    assert (piece.number, piece.is_all, piece.pages, len(piece.rows)) == (120, True, 3, 20)


def test_a_page_beyond_the_last_is_not_an_empty_one() -> None:
    """It says which the last one is."""
    with pytest.raises(NotFoundError, match="the last page of this list is 3"):
        piece_at(4, 120)
    assert piece_at(1, 0).pages == 1
    assert not piece_at(200, REACH + 1).is_all
