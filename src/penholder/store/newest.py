"""Lists of the ledger, newest first: stories, events and claims, each with filters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from penholder.store.chosen_rows import has_among, rows_by_id
from penholder.store.stands import kept_while_it_stands
from penholder.store.tables import CLAIMS, EVENTS, ORIGINS, STATEMENTS, STORY_VERSIONS

_V, _C, _E, _S = STORY_VERSIONS.c, CLAIMS.c, EVENTS.c, STATEMENTS.c


def stories(
    told_by: ColumnElement[bool] | None = None, since: str | None = None, until: str | None = None
) -> Select[Any]:
    """Ask for stories by who tells them and day."""
    asked = select(_V.id, _V.date, _V.title, _V.outlet, _V.language, _V.no, _V.seen).where(
        _V.current
    )
    wanted = [
        *([told_by] if told_by is not None else []),
        *_between(_V.date, since, until),
    ]
    return asked.where(*wanted).order_by(_V.date.desc().nulls_last(), _V.no.desc())


def claims(
    wanted: dict[str, str],
    told_by: ColumnElement[bool] | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Select[Any]:
    """Ask for claims by `type`, `verdict`, `said_by`, `rule`, and by who tells their story and its day."""
    whole = CLAIMS.join(STORY_VERSIONS, _C.version == _V.no)
    own = [one for one in CLAIMS.c if one.name not in {"no", "version", "published"}]
    asked = select(
        _V.id.label("story"), _V.no.label("version"), _V.date, _V.outlet, _V.title, _V.seen, *own
    ).select_from(whole)
    same = [_C[name] == value for name, value in wanted.items()]
    same += [told_by] if told_by is not None else []
    chosen = asked.where(*same, *_between(_C.published, since, until))
    return chosen.order_by(_C.published.desc().nulls_last(), _C.no.desc())


def events(
    wanted: dict[str, str], since: str | None = None, until: str | None = None
) -> Select[Any]:
    """Ask for the ids of events by `kind`, `actor`, one of those who act, and day; `events_heard` gives the rest of them.

    They are sorted by their day, else by that of the first story that tells of them; of days that are asked for, an event
    without one is none.
    """
    same = [
        has_among(_E.actor, value) if name == "actor" else _E[name] == value
        for name, value in wanted.items()
    ]
    asked = select(_E.id, _E.day, _E.latest).where(*same, *_between(_E.day, since, until))
    sorted_by = _E.day if since or until else _E.latest
    return asked.order_by(sorted_by.desc().nulls_last(), _E.id.desc())


def events_heard(ledger: Connection, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Give events that were asked for; `heard` is the day of the first story of one that has no day itself."""
    heard = {row["id"]: None if row["day"] else row["latest"] for row in rows}
    return [{**one, "heard": heard[one["id"]]} for one in rows_by_id(ledger, "events", heard)]


def most_told(ledger: Connection, events: Sequence[str], most: int) -> list[str]:
    """Give those of some events that most origins report, then most outlets."""
    whole = STATEMENTS.join(STORY_VERSIONS, _S.version == _V.no)
    told = whole.outerjoin(ORIGINS, ORIGINS.c.version == _S.version)
    origins = func.count(func.coalesce(ORIGINS.c.origin, _V.id).distinct())
    outlets_of = func.count(func.coalesce(_V.outlet, _V.id).distinct())
    asked = select(_S.event).select_from(told).where(_S.event.in_(events)).group_by(_S.event)
    ranked = asked.order_by(origins.desc(), outlets_of.desc(), _S.event).limit(most)
    return list(ledger.execute(ranked).scalars())


def acts(ledger: Connection, actor: str) -> bool:
    """Say whether somebody acts in an event of the ledger, alone or with others."""
    return (
        ledger.execute(select(_E.id).where(has_among(_E.actor, actor)).limit(1)).first() is not None
    )


def speaks(ledger: Connection, actor: str) -> bool:
    """Say whether a claim of the ledger is somebody's."""
    return ledger.execute(select(_C.no).where(_C.said_by == actor).limit(1)).first() is not None


def verdict_counts(ledger: Connection, versions: Sequence[int]) -> dict[int, dict[str, int]]:
    """Give how many claims of each verdict some versions of stories have."""
    found: dict[int, dict[str, int]] = {no: {} for no in versions}
    asked = select(_C.version, _C.verdict, func.count()).where(_C.version.in_(versions))
    for no, verdict, number in ledger.execute(asked.group_by(_C.version, _C.verdict)):
        found[no][verdict] = number
    return found


def _between(day: ColumnElement[Any], since: str | None, until: str | None) -> list[Any]:
    """Give the conditions on a day as it is written: "2022-05" is before "2022-05-01" and after "2022-04-30"."""
    return [*([day >= since] if since else []), *([day <= f"{until}~"] if until else [])]


@kept_while_it_stands(4)
def outlets(ledger: Connection, most: int = 30) -> list[str]:
    """Give the outlets with most stories, their older versions counted too."""
    asked = select(_V.outlet).where(_V.outlet.is_not(None)).group_by(_V.outlet)
    rows = ledger.execute(asked.order_by(func.count().desc(), _V.outlet).limit(most))
    return list(rows.scalars())


@kept_while_it_stands(64)
def outlets_called(ledger: Connection, name: str) -> tuple[str, ...]:
    """Give the outlets of a name, in whatever case they write it; none where the ledger has no such outlet."""
    every = ledger.execute(select(_V.outlet).where(_V.outlet.is_not(None)).distinct()).scalars()
    return tuple(one for one in every if one.casefold() == name.strip().casefold())


def last_day(ledger: Connection) -> str | None:
    """Give the last full day on which something happened by the ledger's stories."""
    asked = (
        select(_E.day)
        .where(func.length(_E.day) == 10)
        .order_by(_E.day.desc().nulls_last())
        .limit(1)
    )
    return ledger.execute(asked).scalar()


def last_story(ledger: Connection) -> str | None:
    """Give the day of the newest story that has a full day."""
    dated = select(_V.date).where(_V.current, func.length(_V.date) == 10)
    return ledger.execute(dated.order_by(_V.date.desc().nulls_last()).limit(1)).scalar()
