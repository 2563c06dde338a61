"""Keeps what was counted over a whole ledger until something is read into it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, func, select

from penholder.store.tables import STATEMENTS, STORY_VERSIONS

_Asked = ParamSpec("_Asked")
_Found = TypeVar("_Found")
_Counting = Callable[Concatenate[Connection, _Asked], _Found]
_Stand = tuple[str, int | None, int | None]


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
    """Give what changes whenever a story is read: each gets new statements, or at least a version."""
    story = select(func.max(STORY_VERSIONS.c.no)).scalar_subquery()
    statement = select(func.max(STATEMENTS.c.no)).scalar_subquery()
    last, told = ledger.execute(select(story, statement)).one()
    return str(ledger.engine.url), last, told
