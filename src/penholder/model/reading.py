"""All that was found in one story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from penholder.model.actor import ActorId, Mention
from penholder.model.claim import Claim
from penholder.model.quote import Quote
from penholder.model.statement import Statement
from penholder.model.story import Story
from penholder.model.verdict import CheckedClaim, Row
from penholder.model.when import TimeExpression


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A story with what `find` found in it, each in reading order."""

    story: Story
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quotes: tuple[Quote, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A statement joined to the row of the record that it reports."""

    row: Row
    day: str  # the day of the event, local
    note: str  # one sentence on why it is this row


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """Who held an office, or sat in a group, on the day of a story, by the record."""

    id: ActorId
    name: str
    row: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedStory:
    """A reading with its verdicts, the rows its statements report, and what came next."""

    reading: Reading
    claims: tuple[CheckedClaim, ...] = ()
    links: Mapping[int, Link] = field(default_factory=dict)  # index of the statement → row
    stood: Mapping[ActorId, tuple[Stood, ...]] = field(default_factory=dict)  # offices and groups
    aftermath: tuple[str, ...] = ()  # "The draft S/2022/431 was put to the vote …"


@dataclass(frozen=True, slots=True, kw_only=True)
class OffBeat:
    """A page that tells neither of a weapons test nor of the Council, or not in English, and so was not read."""

    source: str  # the file, "file.jsonl:12", or "-"
    title: str | None = None
    language: str = "und"  # ISO 639-1; "und": cannot be told
