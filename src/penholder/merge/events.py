"""Merges the statements of all stories into events: one thing that happened, with all who report it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from penholder.merge.clusters import cluster
from penholder.merge.growing import Growing
from penholder.merge.naming import name_events
from penholder.merge.occasions import Basis, Occasion, find_occasions, is_counted
from penholder.merge.reports import Report, read_reports
from penholder.model.ledger import Event, EventId, Ledger, Said
from penholder.model.statement import Statement
from penholder.model.story import StoryId


def merge_statements(
    statements: Iterable[Statement], published: Mapping[StoryId, str | None] | None = None
) -> Ledger:
    """Give the events of a set of statements; the order of stories plays no part.

    Args:
        statements: of any stories.
        published: the day of each story, which dates what is told as its news.
    """
    told = sorted(statements, key=_place)
    threads: dict[str, list[Occasion]] = defaultdict(list)
    for thread, reports in _by_story(read_reports(iter(told), published or {})):
        threads[thread] += find_occasions(reports)
    events = (event for thread in threads.values() for event in _events(thread))
    return Ledger(events=tuple(sorted(events, key=lambda event: (event.when or "", event.id))))


def _by_story(reports: Iterator[Report]) -> Iterator[tuple[str, Sequence[Report]]]:
    """Yield the reports of one thread in one story, with the thread's name."""
    groups: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in reports:
        groups[report.thread, report.statement.story].append(report)
    yield from ((thread, group) for (thread, _), group in groups.items())


def _events(occasions: Sequence[Occasion]) -> Iterator[Event]:
    gathered = cluster(occasions)
    for one, (id_, aliases) in zip(gathered, name_events(gathered), strict=True):
        yield _event(one, id_, aliases)


def _event(one: Growing, id_: EventId, aliases: tuple[EventId, ...]) -> Event:
    reasons = {_place(r.statement): f"{_told(r)}{why and '; '}{why}" for r, why in _reports(one)}
    told = sorted((report.statement for report, _ in _reports(one)), key=_place)
    return Event(
        id=id_,
        kind=told[0].kind,
        when=_when(one.first),
        statements=tuple(told),
        reasons=tuple(reasons[_place(statement)] for statement in told),
        said=tuple(_said(told)),
        aliases=aliases,
    )


def _reports(one: Growing) -> Iterator[tuple[Report, str]]:
    for occasion, why in one.occasions:
        yield from ((report, why) for report in occasion.reports)


def _told(report: Report) -> str:
    """Say how a statement places its event."""
    when = report.statement.when
    if when:
        return f"names {when.value}"
    if report.ordinal and is_counted(report):
        return f"names number {report.ordinal}"
    return "names no time, in a story of " + (
        report.published.isoformat() if report.published else "no date"
    )


def _said(statements: Iterable[Statement]) -> Iterator[Said]:
    """Yield each value that is told, with the stories that tell it."""
    tellers: dict[tuple[str, str], set[StoryId]] = defaultdict(set)
    for statement in statements:
        when = {"day": statement.when.value} if statement.when else {}
        for key, value in (when | dict(statement.detail)).items():
            tellers[key, value].add(statement.story)
    for (key, value), stories in sorted(tellers.items()):
        yield Said(key=key, value=value, stories=tuple(sorted(stories)))


def _when(occasion: Occasion) -> str | None:
    when = occasion.reports[0].statement.when
    if occasion.basis in {Basis.DAY, Basis.STRETCH} and when:
        return when.value.split("T", 1)[0]
    return None


def _place(statement: Statement) -> tuple[str, int, int]:
    return statement.story, statement.span.start, statement.span.end
