"""Rows of a view by their ids, and values that a column joins by blanks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, bindparam, literal, text


def rows_by_id(
    ledger: Connection, view: Literal["events", "drafts"], ids: Iterable[str]
) -> list[dict[str, Any]]:
    """Give the rows of a view for some ids, in their order."""
    if not (wanted := list(ids)):
        return []
    asked = text(f"SELECT * FROM {view} WHERE id IN :ids").bindparams(  # noqa: S608  one of two names
        bindparam("ids", expanding=True)
    )
    rows = {row["id"]: dict(row) for row in ledger.execute(asked, {"ids": wanted}).mappings()}
    return [rows[one] for one in wanted if one in rows]


def has_among(column: ColumnElement[Any], value: str) -> ColumnElement[bool]:
    """Say that a value is among those of a column, which are joined by blanks."""
    return (literal(" ") + column + " ").contains(f" {value} ", autoescape=True)
