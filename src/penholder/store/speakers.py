"""Who speaks and acts in the ledger's stories, and what they said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, func, select

from penholder.store.tables import QUOTES, STATEMENTS, STORY_VERSIONS

_Q, _S, _V = QUOTES.c, STATEMENTS.c, STORY_VERSIONS.c


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who is quoted, and how often."""

    id: str
    quotes: int


def speakers(ledger: Connection) -> tuple[Speaker, ...]:
    """Give those who are quoted, most often first."""
    return _Known.of(ledger).speakers


def quotes_of(speaker: str) -> Select[Any]:
    """Ask for what somebody is quoted with, newest stories first."""
    whole = QUOTES.join(STORY_VERSIONS, _Q.version == _V.no)
    picked = (_Q.place, _Q.kind, _Q.office, _Q.cue, _Q.text)
    asked = select(_V.id.label("story"), _V.date, _V.outlet, *picked).select_from(whole)
    return asked.where(_Q.speaker == speaker).order_by(
        _Q.published.desc().nulls_last(), _Q.no.desc()
    )


def deeds_of(ledger: Connection, actor: str, kinds: Sequence[str]) -> list[dict[str, Any]]:
    """Give how many statements of some kinds have somebody as an actor, alone or with others, by year: theirs, else the story's."""
    named = [one for one in _Known.of(ledger).actors if actor in one.split()]
    if not named:
        return []
    year = func.substr(func.coalesce(_S.day, _S.published), 1, 4).label("year")
    asked = select(_S.kind, year, func.count().label("number")).where(
        _S.actor.in_(named), _S.kind.in_(kinds), _S.polarity == "asserted"
    )
    rows = ledger.execute(asked.group_by(_S.kind, year).order_by(year, _S.kind)).mappings()
    return [dict(row) for row in rows]


@dataclass(frozen=True, slots=True)
class _Known:
    """Who is in the ledger: counted once for each state of it."""

    speakers: tuple[Speaker, ...]
    actors: tuple[str, ...]

    @classmethod
    def of(cls, ledger: Connection) -> _Known:
        """Give it as the ledger stands."""
        story, statement = select(func.max(_V.no)), select(func.max(_S.no))
        stand = ledger.execute(select(story.scalar_subquery(), statement.scalar_subquery())).one()
        return _known(_Kept(ledger), str(ledger.engine.url), *stand)


class _Kept:
    """A connection that counts as equal to any other, so that what was counted is kept by the ledger's state."""

    def __init__(self, ledger: Connection) -> None:
        self.ledger = ledger

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=4)
def _known(kept: _Kept, _address: str, _story: int | None, _statement: int | None) -> _Known:
    number = func.count()
    quoted = select(_Q.speaker, number).where(_Q.speaker.is_not(None)).group_by(_Q.speaker)
    rows = kept.ledger.execute(quoted.order_by(number.desc(), _Q.speaker))
    acting = select(_S.actor).where(_S.actor != "").distinct()
    actors = tuple(kept.ledger.execute(acting).scalars())
    return _Known(tuple(Speaker(*row) for row in rows), actors)
