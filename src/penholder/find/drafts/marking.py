"""Marks the statements of a story that tell of draft resolutions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from penholder.find.drafts.grouping import Group, group
from penholder.find.drafts.telling import (
    States,
    Telling,
    read_telling,
    taking_part_in,
    topic_of,
)
from penholder.find.found import Found
from penholder.model.actor import ActorId
from penholder.model.statement import Statement
from penholder.model.when import When


def mark_drafts(found: Found, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements; those of a draft with its stage, its number in the story, sponsor and subject."""
    read = (read_telling(found, at, one) for at, one in enumerate(statements))
    groups = tuple(group((one for one in read if one), _day(found)))
    marks = dict(_marks(found, groups))
    for at, one in enumerate(statements):
        yield replace(one, detail={**one.detail, **marks[at]}) if at in marks else one


def _marks(found: Found, groups: Sequence[Group]) -> Iterator[tuple[int, Mapping[str, str]]]:
    topic = _topic(found, groups)
    for number, one in enumerate(groups, start=1):
        for telling in one.told:
            yield telling.at, dict(_mark(telling, number, frozenset() if one.subjects else topic))


def _topic(found: Found, groups: Sequence[Group]) -> States:
    """Give what drafts without a subject are about; who drafts or votes in the story is no subject."""
    if all(one.subjects for one in groups):
        return frozenset()
    sponsors = frozenset[ActorId]().union(*(one.sponsors for one in groups))
    return topic_of(found) - sponsors - taking_part_in(found)


def _mark(telling: Telling, number: int, topic: States) -> Iterator[tuple[str, str]]:
    yield "stage", telling.stage
    yield "draft", str(number)
    for key, states in (("sponsor", telling.sponsors), ("subject", telling.subjects or topic)):
        if states:
            yield key, " ".join(sorted(states))


def _day(found: Found) -> date | None:
    days = When(found.story.date.value).days() if found.story.date.value else None
    return days[0] if days else None
