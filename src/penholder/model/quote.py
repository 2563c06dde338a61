"""What somebody said, in their words or in the reporter's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from penholder.model.actor import Actor
from penholder.model.span import Span


class QuoteKind(StrEnum):
    """How much of the speaker's own wording is kept."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words with their speaker. A direct quote's span leaves the quotation marks out."""

    span: Span
    text: str
    speaker: Actor | None  # None: the story does not say
    cue: str | None  # "said"; None: no cue word
    kind: QuoteKind
    source: Span | None = None  # the words that name the speaker; None: no words do
    reported_by: Actor | None = None  # who passes it on: "Yonhap quoted Kim as saying"
