"""Joins the user's rows to the shipped ones: new ones are added, those of a known id replaced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]

# Where several rows fit the same words the first wins, so the user's stand in front; the names of
# weapons are kept in one list, in which the last wins.
_LAST_WINS = frozenset({"weapons"})


def merged(name: str, shipped: Mapping[str, Any], own: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give a TOML table with the user's part of it."""
    return {
        **shipped,
        **{
            key: _joined(shipped[key], value, last=name in _LAST_WINS) for key, value in own.items()
        },
    }


def merged_rows(shipped: Sequence[Row], own: Sequence[Row], *, last: bool = False) -> list[Row]:
    """Give the rows of both; where the user's have the id of shipped ones, those are left out."""
    theirs = {_id(row) for row in own} - {None}
    kept = [row for row in shipped if _id(row) not in theirs]
    return [*kept, *own] if last else [*own, *kept]


def _joined(shipped: Any, own: Any, *, last: bool) -> Any:
    if isinstance(shipped, Mapping):
        return {
            **shipped,
            **{
                key: _joined(shipped[key], value, last=last) if key in shipped else value
                for key, value in own.items()
            },
        }
    if not isinstance(shipped, list):
        return own
    if shipped and isinstance(shipped[0], Mapping):
        return merged_rows(shipped, own, last=last)
    return [*shipped, *(one for one in own if one not in shipped)]


def _id(row: Row) -> tuple[str, str] | None:
    """Give what tells a row from others: its id, and whose it is; None: nothing does."""
    for key in ("id", "name"):
        if key in row:
            return str(row[key]), str(row.get("scope", ""))
    return None
