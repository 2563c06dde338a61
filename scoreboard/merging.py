"""Scores events against the launches and tests that a reader took each statement to mean.

`merged_read.csv` has every statement of a weapons test that was found in the development stories: its story and span,
and the launch or test that it means ("L2016-02-07", "N2016-01-06"; empty: none, many, or not to be told). Two scores:
pairs of statements, each asked whether both sides put it into one event (an F1); and launches told of by at least two
stories, each right if one event has all the statements of it and no other.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from tally import Answer

from penholder.merge.events import merge_statements
from penholder.model.span import Span
from penholder.model.statement import Statement, StatementKind
from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.read.sources import find_pages

READ = Path(__file__).with_name("merged_read.csv")
Pair = tuple[int, int]


def answers(shared: Path) -> Iterator[Answer]:
    """Yield each answer on the launches of the development stories."""
    stories = [check_story(page).reading for page in _pages(shared)]
    statements = [s for story in stories for s in story.statements]
    published = {reading.story.id: reading.story.date.value for reading in stories}
    place = {_place(s): at for at, s in enumerate(statements)}
    meant = _meant(statements)
    made = {
        place[_place(s)]: event.id
        for event in merge_statements(statements, published).events
        for s in event.statements
        if place[_place(s)] in meant
    }
    yield from _pairs(meant, made)
    yield from _launches(statements, meant, made)


def _pages(shared: Path) -> Iterator[Page]:
    path = str(shared / "stories" / "stories_dev.jsonl")
    yield from (page for page in find_pages([path], None) if isinstance(page, Page))


def _place(statement: Statement) -> tuple[str, int, int, str]:
    return statement.story, statement.span.start, statement.span.end, statement.kind


def _meant(statements: Sequence[Statement]) -> Mapping[int, str]:
    """Give what each statement means, by the row that overlaps it most."""
    rows: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    with READ.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[row["story"]].append((Span(int(row["start"]), int(row["end"])), row["event"]))
    meant = {}
    for at, statement in enumerate(statements):
        over = [(_shared(statement.span, span), event) for span, event in rows[statement.story]]
        if statement.kind is StatementKind.WEAPON_TEST and over and max(over)[0] > 0:
            meant[at] = max(over)[1]
    return meant


def _shared(mine: Span, other: Span) -> int:
    return min(mine.end, other.end) - max(mine.start, other.start)


def _pairs(meant: Mapping[int, str], made: Mapping[int, str]) -> Iterator[Answer]:
    gold, mine = set(_together(meant)), set(_together(made))
    for side in (gold, mine):
        yield from (
            ("launches, pairs of statements merged, F1", pair in gold & mine) for pair in side
        )


def _together(groups: Mapping[int, str]) -> Iterator[Pair]:
    for members in _members(groups).values():
        yield from combinations(sorted(members), 2)


def _members(groups: Mapping[int, str]) -> Mapping[Hashable, list[int]]:
    members: dict[Hashable, list[int]] = defaultdict(list)
    for at, group in groups.items():
        if group:
            members[group].append(at)
    return members


def _launches(
    statements: Sequence[Statement], meant: Mapping[int, str], made: Mapping[int, str]
) -> Iterator[Answer]:
    events = [set(members) for members in _members(made).values()]
    for members in _members(meant).values():
        if len({statements[at].story for at in members}) > 1:
            yield "launches that several stories tell of, one event", set(members) in events
