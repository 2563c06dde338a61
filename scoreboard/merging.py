"""Scores events against the launches and tests that a reader took each statement to mean.

`merged_read.csv` has every statement of a weapons test that was found in the development stories: its story and span,
and the launch or test that it means ("L2016-02-07", "N2016-01-06"; empty: none, many, or not to be told). Three scores:
pairs of statements, each asked whether both sides put it into one event (an F1); pairs of stories that tell of one
launch, asked whether they share an event (an F1 likewise); and launches told of by at least two stories, each right if one
event has all the statements of it and no other. `merging_losses.py` prints what is missed, and why.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The statements of all stories, and by their index the launch meant and the event made."""

    statements: tuple[Statement, ...]
    texts: Mapping[str, str]
    meant: Mapping[int, str]
    made: Mapping[int, str]

    def text(self, at: int) -> str:
        """Give the words of a statement."""
        one = self.statements[at]
        return " ".join(self.texts[one.story][one.span.start : one.span.end].split())


def answers(shared: Path) -> Iterator[Answer]:
    """Yield each answer on the launches of the development stories."""
    told = tell(shared)
    yield from of_statements(told.meant, told.made)
    yield from of_tellings(told.statements, told.meant, told.made)
    yield from of_launches(told.statements, told.meant, told.made)


def tell(shared: Path) -> Told:
    """Read the development stories and give what their statements mean and became."""
    stories = [check_story(page).reading for page in _pages(shared)]
    statements = tuple(s for story in stories for s in story.statements)
    published = {reading.story.id: reading.story.date.value for reading in stories}
    place = {_place(s): at for at, s in enumerate(statements)}
    meant = _meant(statements)
    made = {
        place[_place(s)]: event.id
        for event in merge_statements(statements, published).events
        for s in event.statements
        if place[_place(s)] in meant
    }
    texts = {str(reading.story.id): reading.story.text for reading in stories}
    return Told(statements=statements, texts=texts, meant=meant, made=made)


def cause_of(told: Told, at: int) -> str | None:
    """Give the class of cause by which a statement is lost or put wrong; None where it is right."""
    event, made = told.meant[at], told.made.get(at)
    if not event:
        return "in an event, means none" if made and _main_launch(told, made) else None
    if made is None:
        polarity = told.statements[at].polarity.value
        return f"in no event: {polarity}" if polarity != "asserted" else "in no event: asserted"
    if _main_launch(told, made) != event:
        return "in an event of another launch"
    return None if made == _main_event(told, event) else "in an event apart"


def _main_launch(told: Told, made: str) -> str:
    """Give the launch that most statements of an event mean."""
    means = Counter(told.meant[at] for at, one in told.made.items() if one == made)
    return max(means, key=lambda event: (means[event], event))


def _main_event(told: Told, event: str) -> str | None:
    """Give the event that has most statements of a launch."""
    events = Counter(
        told.made[at] for at, one in told.meant.items() if one == event and at in told.made
    )
    return max(events, key=lambda one: (events[one], one), default=None)


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
        if statement.kind is not StatementKind.WEAPON_TEST:
            continue
        over = [
            (_of_both(statement.span, span), event)
            for span, event in rows[statement.story]
            if _shared(statement.span, span) > 0.5
        ]
        if over:
            meant[at] = max(over)[1]
    return meant


def _shared(mine: Span, other: Span) -> float:
    """Give which part of the shorter stretch both share, so that marks gone astray are not taken."""
    both = min(mine.end, other.end) - max(mine.start, other.start)
    return both / max(1, min(mine.end - mine.start, other.end - other.start))


def _of_both(mine: Span, other: Span) -> float:
    """Give which part of both stretches together they share: of nested rows the one that is as long counts."""
    both = min(mine.end, other.end) - max(mine.start, other.start)
    return both / max(1, max(mine.end, other.end) - min(mine.start, other.start))


def of_statements(meant: Mapping[int, str], made: Mapping[int, str]) -> Iterator[Answer]:
    """Yield each pair of statements that either side puts into one event."""
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


def of_tellings(
    statements: Sequence[Statement], meant: Mapping[int, str], made: Mapping[int, str]
) -> Iterator[Answer]:
    """Yield each two stories that either side lets tell of one launch.

    An event stands for the launch that most of its statements mean; events of one launch stay apart.
    """
    gold = {(pair, launch) for launch, pair in _stories(statements, meant)}
    mine: list[tuple[tuple[str, str], str]] = []
    for event, pair in _stories(statements, made):
        means = Counter(meant[at] for at, one in made.items() if one == event)
        mine.append((pair, max(means, key=lambda launch: (means[launch], launch))))
    asked = "launches, pairs of stories merged, F1"
    yield from ((asked, one in set(mine)) for one in gold)
    yield from ((asked, one in gold) for one in mine)


def _stories(
    statements: Sequence[Statement], groups: Mapping[int, str]
) -> Iterator[tuple[str, tuple[str, str]]]:
    for group, members in _members(groups).items():
        stories = sorted({statements[at].story for at in members})
        yield from ((str(group), (one, other)) for one, other in combinations(stories, 2))


def of_launches(
    statements: Sequence[Statement], meant: Mapping[int, str], made: Mapping[int, str]
) -> Iterator[Answer]:
    """Yield each launch that several stories tell of: whether one event has all of it alone."""
    events = [set(members) for members in _members(made).values()]
    for members in _members(meant).values():
        if len({statements[at].story for at in members}) > 1:
            yield "launches that several stories tell of, one event", set(members) in events
