"""Keeps what was counted over a whole ledger until something is read into it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, ScalarSelect, Table, func, select

from penholder.store.tables import PARTS, STORY_VERSIONS

_V = STORY_VERSIONS.c

_Asked = ParamSpec("_Asked")
_Found = TypeVar("_Found")
_Counting = Callable[Concatenate[Connection, _Asked], _Found]
_Stand = tuple[str | int | None, ...]


def kept_while_it_stands(
    most: int,
) -> Callable[[_Counting[_Asked, _Found]], _Counting[_Asked, _Found]]:
    """Let a function of a ledger and hashable values be asked once for each state of the ledger; `most` answers are kept."""

    def keeping(count: _Counting[_Asked, _Found]) -> _Counting[_Asked, _Found]:
        @lru_cache(maxsize=most)
        def kept(_stand: _Stand, ledger: _Equal, args: Any, named: Any) -> _Found:
            return count(ledger.connection, *args, **dict(named))

        @wraps(count)
        def asked(ledger: Connection, /, *args: _Asked.args, **kwargs: _Asked.kwargs) -> _Found:
            named = tuple(sorted(kwargs.items()))
            return kept(_stand(ledger), _Equal(ledger), args, named)

        return asked

    return keeping


class _Equal:
    """A connection that counts as equal to any other: what was counted over one holds for all."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Equal)

    def __hash__(self) -> int:
        return 0


def _stand(ledger: Connection) -> _Stand:
    """Give what changes whenever a story is read: its parts get new numbers.

    But for the story whose parts were numbered last: they can get the same ones again, and then its length tells.
    """
    asked = [one for table in (STORY_VERSIONS, *PARTS) for one in _last(table)]
    return str(ledger.engine.url), *ledger.execute(select(*asked)).one()


def _last(table: Table) -> tuple[ScalarSelect[int], ScalarSelect[int]]:
    """Give the last number of a table, and the length of what is told of the story that has it."""
    version = table.c.get("version", table.c.no)
    newest = select(version).order_by(table.c.no.desc()).limit(1).scalar_subquery()
    told = select(func.length(_V.told)).where(_V.no == newest)
    return select(func.max(table.c.no)).scalar_subquery(), told.scalar_subquery()
