"""Merges the statements of all stories into events: one thing that happened, with all who report it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from penholder.merge.reports import Told, kind_of, thread_of
from penholder.merge.threads import Merged, by_thread, merge_thread
from penholder.model.ledger import Event, Ledger, Said
from penholder.model.statement import Statement
from penholder.model.story import StoryId


def merge_statements(
    statements: Sequence[Statement], published: Mapping[StoryId, str | None] | None = None
) -> Ledger:
    """Give the events of a set of statements; the order of stories plays no part.

    Args:
        statements: of any stories.
        published: the day of each story, which dates what is told as its news.
    """
    days = {str(story): day for story, day in (published or {}).items()}
    threads = by_thread(_told(statements)).values()
    merged = (one for thread in threads for one in merge_thread(thread, days))
    events = (_event(one, statements) for one in merged)
    return Ledger(events=tuple(sorted(events, key=lambda event: (event.when or "", event.id))))


def _told(statements: Iterable[Statement]) -> Iterator[Told]:
    """Yield each statement that tells of an event, known by its place in the sequence."""
    for at, one in enumerate(statements):
        thread = thread_of(one)
        if thread:
            yield Told(
                key=at,
                story=one.story,
                start=one.span.start,
                words=one.text,
                thread=thread,
                actors=tuple(actor.id for actor in one.actor),
                when=one.when.value if one.when else None,
                detail=one.detail,
            )


def _event(one: Merged, statements: Sequence[Statement]) -> Event:
    told = tuple(statements[at.key] for at in one.told if isinstance(at.key, int))
    return Event(
        id=one.id,
        kind=kind_of(one.thread),
        when=one.when,
        statements=told,
        reasons=one.reasons,
        said=tuple(_said(told)),
        aliases=one.aliases,
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
