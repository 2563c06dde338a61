"""Gives long lists piece by piece, and says how long they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Select, func, literal, select

from penholder.errors import NotFoundError

# Rows of a piece, and the last row that is reached by turning pages: beyond it, a filter finds faster.
ROWS, REACH = 50, 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of a list."""

    rows: tuple[dict[str, Any], ...]
    page: int  # from 1
    number: int  # of all rows, as far as they were counted
    is_all: bool  # False: there are more than `number`

    @property
    def pages(self) -> int:
        """Give how many pages there are to turn, one at least."""
        return max(1, -(-self.number // ROWS))

    def told(self) -> dict[str, int | bool]:
        """Give which piece of the list this is, without its rows."""
        return {
            "page": self.page,
            "pages": self.pages,
            "number": self.number,
            "is_all": self.is_all,
        }


def piece_at(page: int, number: int) -> Piece:
    """Give which piece a page is of a list with so many rows, without the rows.

    Raises:
        NotFoundError: the list has fewer pages.
    """
    piece = Piece(rows=(), page=page, number=min(number, REACH), is_all=number <= REACH)
    if page > piece.pages:
        raise NotFoundError(
            f"page {page}",
            fault=f"the last page of this list is {piece.pages}",
            remedy="Begin at the first one",
        )
    return piece


def piece_of(ledger: Connection, asked: Select[Any], page: int = 1) -> Piece:
    """Give a page of what is asked, with the number of all rows up to 10,000.

    Raises:
        NotFoundError: there are fewer pages.
    """
    bounded = (
        asked.with_only_columns(literal(1), maintain_column_froms=True)
        .order_by(None)
        .limit(REACH + 1)
        .subquery()
    )
    number = ledger.execute(select(func.count()).select_from(bounded)).scalar_one()
    wanted = asked.limit(ROWS).offset((page - 1) * ROWS)
    piece = piece_at(page, number)
    return replace(piece, rows=tuple(dict(row) for row in ledger.execute(wanted).mappings()))
