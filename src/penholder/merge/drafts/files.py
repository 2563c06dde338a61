"""Drafts while they are gathered from the mentions of many stories."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from penholder.merge.drafts.mentions import DraftMention
from penholder.merge.reports import Days
from penholder.model.actor import ActorId

States = frozenset[ActorId]


@dataclass(slots=True, eq=False)
class DraftFile:
    """A draft as far as it is known."""

    mentions: list[tuple[DraftMention, str]] = field(
        default_factory=list
    )  # with the reason to join
    sponsors: States = frozenset()
    subjects: States = frozenset()
    symbols: frozenset[str] = frozenset()
    stories: set[str] = field(default_factory=set)
    end: str | None = None
    vote_days: Days | None = None
    last: date | None = None  # the day of the last story that tells of it

    def add(self, mention: DraftMention, why: str) -> None:
        """Take in a mention, for a reason; the first that dates the vote fixes its days."""
        self.mentions.append((mention, why))
        self.sponsors |= mention.sponsors
        self.subjects |= mention.subjects
        self.symbols |= mention.symbols
        self.stories.add(mention.story)
        self.end = self.end or mention.end
        self.vote_days = self.vote_days or mention.vote_days
        days = [day for day in (self.last, mention.published) if day]
        self.last = max(days, default=None)

    def may_hold(self, mention: DraftMention) -> bool:
        """Say whether nothing that is told speaks against one draft."""
        return (
            mention.story not in self.stories  # what one story tells apart stays apart
            and _are_alike(self.sponsors, mention.sponsors)
            and _are_alike(self.subjects, mention.subjects)
            and not _differ(self.symbols, mention.symbols)
            and (self.end is None or mention.end is None or self.end == mention.end)
        )


def _are_alike(mine: States, theirs: States) -> bool:
    return not mine or not theirs or bool(mine & theirs)


def _differ(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Say whether two drafts have symbols of one sort and share none: a draft's, a resolution's."""
    sorts = ({sort_of(symbol) for symbol in symbols} for symbols in (mine, theirs))
    return not mine & theirs and bool(frozenset.intersection(*map(frozenset, sorts)))


def sort_of(symbol: str) -> str:
    """Give the sort of a symbol: that of a resolution, or that of a draft."""
    return "resolution" if symbol.upper().startswith("S/RES/") else "draft"
