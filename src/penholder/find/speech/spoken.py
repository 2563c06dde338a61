"""A verb of speech with the words that name its speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from penholder.find.speech.cues import Cue
from penholder.find.speech.frames import Frame
from penholder.find.speech.phrases import Phrase
from penholder.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The words of a frame that name a speaker, first to last."""

    first: int
    last: int
    after: bool = False  # stands after its verb
    borrowed: bool = False  # names the speaker of another verb: "…, adding that"

    def span(self, frame: Frame) -> Span:
        """Give where the words stand in the text."""
        return frame.covering(self.first, self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A word of speech with its speaker, as far as the sentence names one."""

    cue: Cue
    source: Source | None
    reporter: Source | None = None  # who passes it on
    last: int = -1  # the last word of "quoted … as saying"; -1: the verb stands alone


def source_of(phrase: Phrase | None, *, after: bool = False) -> Source | None:
    """Give the words of a phrase as those of a speaker."""
    return Source(first=phrase.first, last=phrase.last, after=after) if phrase else None


def last_source(earlier: Sequence[Spoken]) -> Source | None:
    """Give the speaker of the verb before, for "…, adding that"."""
    last = next((one.source for one in reversed(earlier) if one.source), None)
    return replace(last, after=False, borrowed=True) if last else None
