"""Keeps what was counted over a whole ledger until something is read into it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, func, or_, select

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
    """Give what changes when a story is read: its parts get new numbers.

    But for the story whose parts were numbered last: they can get the same ones again, and then what is told of it differs.
    """
    numbers = [select(func.max(table.c.no)).scalar_subquery() for table in (STORY_VERSIONS, *PARTS)]
    last = [
        select(part.c.version).order_by(part.c.no.desc()).limit(1).scalar_subquery()
        for part in PARTS
    ]
    told = ledger.execute(
        select(_V.told).where(or_(*(_V.no == one for one in last))).order_by(_V.no)
    )
    return (
        str(ledger.engine.url),
        *ledger.execute(select(*numbers)).one(),
        hash(tuple(told.scalars())),
    )
