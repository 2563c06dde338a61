"""What one story tells of one draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from penholder.merge.reports import Days
from penholder.model.actor import ActorId
from penholder.model.draft import ENDS, DraftTold
from penholder.model.when import When


@dataclass(frozen=True, kw_only=True)
class DraftMention:
    """The statements of one story on one draft, in reading order."""

    told: tuple[DraftTold, ...]

    @property
    def story(self) -> str:
        """Give the story's id."""
        return self.told[0].story

    @cached_property
    def published(self) -> date | None:
        """Give the story's day."""
        days = _days(self.told[0].published)
        return days[0] if days and days[0] == days[1] else None

    @cached_property
    def sponsors(self) -> frozenset[ActorId]:
        """Give whose draft it is."""
        return frozenset(state for one in self.told for state in one.sponsors)

    @cached_property
    def subjects(self) -> frozenset[ActorId]:
        """Give the states that it is about."""
        return frozenset(state for one in self.told for state in one.subjects)

    @cached_property
    def symbols(self) -> frozenset[str]:
        """Give the symbols that name it."""
        return frozenset(one.symbol for one in self.told if one.symbol)

    @cached_property
    def end(self) -> str | None:
        """Give how its life ended: "adopted" or "lost"; None: the story does not tell."""
        ends = {one.stage for one in self.told if one.stage in ENDS and not one.planned}
        if not ends:
            return None
        return "adopted" if "adopted" in ends else "lost"

    @cached_property
    def voted(self) -> DraftTold | None:
        """Give the statement that dates the vote or the end best: that of a day before that of a month."""
        dated = [
            (days[1] - days[0], one.start, one)
            for one in self.told
            if one.stage in ENDS | {"put_to_vote"} and not one.planned and (days := _days(one.when))
        ]
        return min(dated, key=lambda of: of[:2])[2] if dated else None

    @property
    def vote_days(self) -> Days | None:
        """Give the days on which it can have been put to the vote, or its life have ended."""
        return _days(self.voted.when) if self.voted else None

    @property
    def is_of_a_day(self) -> bool:
        """Say whether the day of the vote or the end is told."""
        return bool(self.vote_days and self.vote_days[0] == self.vote_days[1])

    @property
    def place(self) -> tuple[str, int]:
        """Give what orders mentions that are alike."""
        return self.story, self.told[0].start


def _days(value: str | None) -> Days | None:
    return When(value).days() if value else None


def mentions_of(told: Iterable[DraftTold]) -> Sequence[DraftMention]:
    """Give what each story tells of each of its drafts, in one order whatever the order of stories."""
    stories: dict[tuple[str, int], list[DraftTold]] = defaultdict(list)
    for one in told:
        stories[one.story, one.number].append(one)
    mentions = (
        DraftMention(told=tuple(sorted(parts, key=lambda one: one.start)))
        for parts in stories.values()
    )
    return sorted(mentions, key=lambda mention: mention.place)
