"""What a story says somebody did or said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from penholder.model.actor import Actor
from penholder.model.span import Span
from penholder.model.story import StoryId


class StatementKind(StrEnum):
    """The seventeen kinds of statement."""

    WEAPON_TEST = "weapon_test"
    DRAFT_RESOLUTION = "draft_resolution"
    VOTE = "vote"
    VETO = "veto"
    ADOPTION = "adoption"
    COUNCIL_STATEMENT = "council_statement"
    SANCTIONS = "sanctions"
    CONDEMN = "condemn"
    WARN = "warn"
    CALL_ON = "call_on"
    STATEMENT = "statement"
    PLEDGE = "pledge"
    MEETING = "meeting"
    NEGOTIATION = "negotiation"
    MILITARY_EXERCISE = "military_exercise"
    THREAT = "threat"
    OTHER = "other"


# Those of which events are made: what is only said stays with its story.
EVENT_KINDS = tuple(one.value for one in StatementKind if one.value not in {"statement", "other"})


class Polarity(StrEnum):
    """Whether the story says that it happened."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"


# What somebody can stand for; tables/positions.toml says by which words.
POSITIONS = (
    "condemn",
    "call_for_dialogue",
    "call_for_sanctions",
    "oppose_sanctions",
    "call_for_denuclearization",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidWhen:
    """A date as the story gives it: the value and the words (None: taken from the story's day)."""

    value: str
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that a story says, with the words that say so."""

    story: StoryId
    span: Span
    text: str
    kind: StatementKind
    actor: tuple[Actor, ...] = ()
    target: tuple[Actor, ...] = ()
    when: SaidWhen | None = None  # None: the story does not say
    polarity: Polarity = Polarity.ASSERTED
    attributed_to: Actor | None = None  # None: the reporter's own voice
    # What else is said: weapon, number, symbol, tally … plain strings, keys in docs/contract.md.
    detail: Mapping[str, str] = field(default_factory=dict)
    rule: str | None = None  # the table row that made it
