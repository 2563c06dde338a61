"""Merges what stories tell of one thread: the weapons tests of a state, the votes of the Council."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from penholder.merge.clusters import cluster
from penholder.merge.growing import Growing
from penholder.merge.naming import name_events
from penholder.merge.occasions import Basis, find_occasions, is_counted
from penholder.merge.reports import Report, Told, kind_of, read_report, who_of
from penholder.model.ledger import EventId
from penholder.model.statement import StatementKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """An event: what tells of it, in the order of stories, and for each the reason."""

    id: EventId
    thread: str
    actors: tuple[str, ...]
    when: str | None
    told: tuple[Told, ...]
    reasons: tuple[str, ...]
    aliases: tuple[EventId, ...]
    values: Mapping[str, str] = field(default_factory=dict)  # that a person gave it


def merge_thread(told: Iterable[Told], published: Mapping[str, str | None]) -> tuple[Merged, ...]:
    """Give the events of one thread; the order of what is told plays no part.

    Args:
        told: all that is told of one thread.
        published: the day of each story, by its id.
    """
    stories: dict[str, list[Report]] = defaultdict(list)
    for one in sorted(told, key=_place):
        stories[one.story].append(read_report(one, published.get(one.story)))
    occasions = [one for reports in stories.values() for one in find_occasions(reports)]
    gathered = cluster(occasions)
    named = zip(gathered, name_events(gathered), strict=True)
    return tuple(_merged(one, id_, aliases) for one, (id_, aliases) in named)


def _merged(one: Growing, id_: EventId, aliases: tuple[EventId, ...]) -> Merged:
    reports = sorted(_reports(one), key=lambda reason: _place(reason[0].told))
    return Merged(
        id=id_,
        thread=reports[0][0].told.thread,
        actors=_actors([report.told for report, _ in reports]),
        when=_when(one),
        told=tuple(report.told for report, _ in reports),
        reasons=tuple(f"{_reason(report)}{why and '; '}{why}" for report, why in reports),
        aliases=aliases,
    )


def _actors(told: Sequence[Told]) -> tuple[str, ...]:
    """Give who acted: of a veto all who are said to have cast it, else those of the thread."""
    thread = told[0].thread
    if kind_of(thread) is StatementKind.VETO:
        return tuple(sorted({actor for one in told for actor in one.actors}))
    return who_of(thread)


def _reports(one: Growing) -> Iterator[tuple[Report, str]]:
    for occasion, why in one.occasions:
        yield from ((report, why) for report in occasion.reports)


def _when(one: Growing) -> str | None:
    when = one.first.reports[0].told.when
    return when.split("T", 1)[0] if when and one.first.basis in _TIMED else None


_TIMED = frozenset({Basis.DAY, Basis.STRETCH})


def _reason(report: Report) -> str:
    """Say how a statement places its event."""
    if report.told.when:
        return f"names {report.told.when}"
    if report.ordinal and is_counted(report):
        return f"names number {report.ordinal}"
    day = report.published.isoformat() if report.published else "no date"
    return f"names no time, in a story of {day}"


def _place(told: Told) -> tuple[str, int, str]:
    return told.story, told.start, told.words


def by_thread(told: Iterable[Told]) -> Mapping[str, Sequence[Told]]:
    """Give what is told by its threads."""
    threads: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        threads[one.thread].append(one)
    return threads
