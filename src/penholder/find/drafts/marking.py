"""Marks the statements of a story that tell of draft resolutions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from penholder.find.drafts.grouping import Group, group
from penholder.find.drafts.telling import States, Telling, read_telling, topic_of
from penholder.find.found import Found
from penholder.model.statement import Statement
from penholder.model.when import When


def mark_drafts(found: Found, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements; those of a draft with its stage, its number in the story, sponsor and subject."""
    read = (read_telling(found, at, one) for at, one in enumerate(statements))
    groups = group((one for one in read if one), _day(found))
    marks = dict(_marks(found, groups))
    for at, one in enumerate(statements):
        yield replace(one, detail={**one.detail, **marks[at]}) if at in marks else one


def _marks(found: Found, groups: Iterable[Group]) -> Iterator[tuple[int, Mapping[str, str]]]:
    for number, one in enumerate(groups, start=1):
        topic = frozenset() if one.subjects else topic_of(found) - one.sponsors
        for telling in one.told:
            yield telling.at, dict(_mark(telling, number, topic))


def _mark(telling: Telling, number: int, topic: States) -> Iterator[tuple[str, str]]:
    yield "stage", telling.stage
    yield "draft", str(number)
    for key, states in (("sponsor", telling.sponsors), ("subject", telling.subjects or topic)):
        if states:
            yield key, " ".join(sorted(states))


def _day(found: Found) -> date | None:
    days = When(found.story.date.value).days() if found.story.date.value else None
    return days[0] if days else None
