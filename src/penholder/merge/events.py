"""Merges the statements of all stories into events: one thing that happened, with all who report it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from penholder.model.ledger import Event, EventId, Ledger
from penholder.model.statement import Polarity, Statement, StatementKind

# What is said is not an event here: it stays with the story, as a statement.
_SAID = frozenset({StatementKind.STATEMENT, StatementKind.OTHER})


def merge_statements(statements: Iterable[Statement]) -> Ledger:
    """Give the events of a set of statements; their order and grouping into stories play no part."""
    reports: dict[EventId, list[Statement]] = defaultdict(list)
    for statement in statements:
        if event := event_of(statement):
            reports[event].append(statement)
    events = (_event(id_, sorted(told, key=_place)) for id_, told in reports.items())
    return Ledger(events=tuple(sorted(events, key=lambda event: (event.when or "", event.id))))


def event_of(statement: Statement) -> EventId | None:
    """Give the id of the event that a statement reports; None: it names no actor, no day, no event.

    The id is made from kind, acting states and day alone, so more stories never rename an event.
    A month stays a month: it is an event of its own until somebody tells the day.
    """
    if statement.kind in _SAID or statement.polarity is not Polarity.ASSERTED:
        return None
    if statement.when is None or not statement.actor:
        return None
    actors = "+".join(sorted({actor.state or actor.id for actor in statement.actor}))
    day = statement.when.value.split("T", 1)[0]
    nuclear = "-nuclear" if statement.detail.get("weapon") == "nuclear" else ""
    return None if "X" in day else EventId(f"{statement.kind}{nuclear}-{actors}-{day}")


def _event(id_: EventId, told: Sequence[Statement]) -> Event:
    first = told[0]
    day = first.when.value.split("T", 1)[0] if first.when else None
    stories = len({statement.story for statement in told})
    return Event(
        id=id_,
        kind=first.kind,
        when=day,
        statements=tuple(told),
        reason=f"{len(told)} statements of {stories} stories give the same kind, actor and day.",
    )


def _place(statement: Statement) -> tuple[str, int, int]:
    return statement.story, statement.span.start, statement.span.end
