"""Who speaks and acts in the ledger's stories, and what they said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, select

from penholder.store.chosen_rows import has_among
from penholder.store.stands import kept_while_it_stands
from penholder.store.tables import LONG_ACTOR, QUOTES, SHORT_ACTOR, STATEMENTS, STORY_VERSIONS

_Q, _S, _V = QUOTES.c, STATEMENTS.c, STORY_VERSIONS.c


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who is quoted, and how often."""

    id: str
    quotes: int


@kept_while_it_stands(4)
def speakers(ledger: Connection) -> tuple[Speaker, ...]:
    """Give those who are quoted, most often first."""
    number = func.count()
    quoted = select(_Q.speaker, number).where(_Q.speaker.is_not(None)).group_by(_Q.speaker)
    rows = ledger.execute(quoted.order_by(number.desc(), _Q.speaker))
    return tuple(Speaker(*row) for row in rows)


@kept_while_it_stands(4)
def _actors(ledger: Connection) -> tuple[str, ...]:
    """Give everything that stands for who acted: several are joined by blanks."""
    acting = select(_S.actor).where(_S.actor != "").distinct()
    return tuple(ledger.execute(acting).scalars())


def _any_of(named: Sequence[str]) -> tuple[ColumnElement[bool], ...]:
    """Give the conditions that one of these acted; where none is long, PostgreSQL is told that its index has them all."""
    same = _S.actor.in_(named)
    is_short: ColumnElement[bool] = literal_column(SHORT_ACTOR)
    return (same, is_short) if max(map(len, named)) < LONG_ACTOR else (same,)


def acts(ledger: Connection, actor: str) -> bool:
    """Say whether somebody acts in a statement of the ledger, alone or with others."""
    return bool(_acting(ledger, actor))


def quotes_of(speaker: str) -> Select[Any]:
    """Ask for what somebody is quoted with, newest stories first."""
    whole = QUOTES.join(STORY_VERSIONS, _Q.version == _V.no)
    picked = (_Q.place, _Q.kind, _Q.office, _Q.cue, _Q.text)
    asked = select(_V.id.label("story"), _V.date, _V.outlet, *picked).select_from(whole)
    return asked.where(_Q.speaker == speaker).order_by(
        _Q.published.desc().nulls_last(), _Q.no.desc()
    )


@kept_while_it_stands(1000)
def deeds_of(ledger: Connection, actor: str, kinds: tuple[str, ...]) -> list[dict[str, Any]]:
    """Give how many statements of some kinds have somebody as an actor, alone or with others, by year: theirs, else the story's."""
    done = (_S.kind.in_(kinds), _S.polarity == "asserted")
    return _by_year(ledger, actor, _S.kind, *done)


@kept_while_it_stands(4)
def _stances(ledger: Connection) -> tuple[str, ...]:
    """Give everything that stands for a position: several are joined by blanks."""
    taken = select(_S.position).where(_S.position.is_not(None)).distinct()
    return tuple(ledger.execute(taken).scalars())


@kept_while_it_stands(1000)
def stances_of(ledger: Connection, actor: str) -> list[dict[str, Any]]:
    """Give how many statements take each position with somebody as an actor, by year."""
    return _by_year(ledger, actor, _S.position, _S.position.is_not(None))


def _by_year(
    ledger: Connection, actor: str, what: ColumnElement[Any], *wanted: ColumnElement[bool]
) -> list[dict[str, Any]]:
    """Give how many statements of somebody have each value of a column, by year."""
    if not (named := _acting(ledger, actor)):
        return []
    year = func.substr(func.coalesce(_S.day, _S.published), 1, 4).label("year")
    asked = select(what, year, func.count().label("number")).where(*_any_of(named), *wanted)
    rows = ledger.execute(asked.group_by(what, year).order_by(year, what)).mappings()
    return [dict(row) for row in rows]


def _acting(ledger: Connection, actor: str) -> list[str]:
    """Give everything that stands for somebody who acted, alone or with others."""
    return [one for one in _actors(ledger) if actor in one.split()]


@kept_while_it_stands(64)
def stances_by_year(ledger: Connection, on: str | None) -> list[dict[str, Any]]:
    """Give how many statements take each position, by year; with a state, only those on it."""
    year = func.substr(_S.published, 1, 4).label("year")
    asked = select(_S.position, year, func.count().label("number")).where(_S.position.is_not(None))
    chosen = asked.where(has_among(_S.position_on, on)) if on else asked
    return [dict(row) for row in ledger.execute(chosen.group_by(_S.position, year)).mappings()]


def stances(ledger: Connection, position: str, wanted: dict[str, str]) -> Select[Any]:
    """Ask for the statements that take a position, by `actor` and `position_on`, those of the newest stories in front."""
    meant = [one for one in _stances(ledger) if position in one.split()]
    whole = STATEMENTS.join(STORY_VERSIONS, _S.version == _V.no)
    picked = (_S.place, _S.actor, _S.position, _S.position_on, _S.text)
    asked = select(_V.id.label("story"), _V.date, _V.outlet, *picked).select_from(whole)
    actor = wanted.get("actor")
    acting = _acting(ledger, actor) if actor else []
    chosen = asked.where(
        _S.position.in_(meant),
        *([has_among(_S.position_on, wanted["position_on"])] if "position_on" in wanted else []),
        *([_S.actor.in_(acting)] if actor else []),
    )
    return chosen.order_by(_S.published.desc().nulls_last(), _S.no.desc())
