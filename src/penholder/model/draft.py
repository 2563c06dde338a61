"""Draft resolutions of the Council, each with its life as all stories together tell it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import NewType

from penholder.model.actor import ActorId

DraftId = NewType("DraftId", str)

# In the order of a draft's life; the last four end it.
STAGES = ("announced", "circulated", "blue", "put_to_vote", "withdrawn", "failed", "vetoed", "adopted")  # fmt: skip
ENDS = frozenset(STAGES[4:])


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftTold:
    """A statement of a draft; a ledger keeps these parts of it."""

    key: Hashable  # by which whoever asks knows the statement again
    story: str
    published: str | None  # the day of the story
    start: int  # in the story's text
    words: str
    number: int  # the draft's, among those of its story
    stage: str
    planned: bool
    when: str | None
    sponsors: frozenset[ActorId]
    subjects: frozenset[ActorId]
    symbol: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One draft resolution."""

    id: DraftId  # "draft-PRK-2022-05-26": made from the subject and the day on which its life ended
    sponsors: tuple[ActorId, ...]
    subjects: tuple[ActorId, ...]  # the states that it is about
    symbols: tuple[str, ...]
    stage: str  # the last that it reached; "announced" where more is only planned
    days: Mapping[str, str]  # of each stage that it reached, as told best: "2022-05-26", "2022-05"
    told: tuple[DraftTold, ...]  # in the order of stories
    reasons: tuple[str, ...]  # why each statement is of it
    aliases: tuple[DraftId, ...] = ()  # ids that it had, or would have, with fewer stories
