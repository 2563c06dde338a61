"""Who says something, by which words, and who passes it on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from penholder.find.quotes.passed_on import cited_by, passer_of
from penholder.find.quotes.speakers import speaker_named
from penholder.find.speech import Attribution
from penholder.find.subjects import Names
from penholder.model.actor import Actor
from penholder.model.quote import Quote, QuoteKind
from penholder.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Who says a quotation or clause, as far as the story tells."""

    speaker: Actor | None = None
    cue: str | None = None
    source: Span | None = None  # the words that name the speaker
    reported_by: Actor | None = None

    def quote(self, text: str, span: Span, kind: QuoteKind) -> Quote:
        """Give the words at a span as a quote."""
        return Quote(
            span=span,
            text=span.of(text),
            speaker=self.speaker,
            cue=self.cue,
            kind=kind,
            source=self.source,
            reported_by=self.reported_by,
        )


NOBODY = Said()


def said_by(names: Names, one: Attribution, told: Sequence[Attribution]) -> Said:
    """Give who says what an attribution introduces; `told` holds those around it."""
    speaker = speaker_named(names, one.source) if one.source else None
    if cited := cited_by(names, one, told):
        by = speaker_named(names, cited)
        return Said(speaker=by, cue=one.word, source=cited, reported_by=speaker)
    reporter = _reporter(names, one, told) or passer_of(names, one)
    return Said(
        speaker=speaker,
        cue=one.word,
        source=one.source,
        reported_by=None if reporter == speaker else reporter,
    )


def _reporter(names: Names, one: Attribution, told: Sequence[Attribution]) -> Actor | None:
    """Give who passes it on: "Yonhap quoted Kim as saying", "Kim said …, according to Yonhap"."""
    if one.reporter:
        return speaker_named(names, one.reporter)
    around = [other for other in told if other is not one and _tells(other, one)]
    outer = max(around, key=lambda other: other.contents[0].end, default=None)
    return speaker_named(names, outer.source) if outer and outer.source else None


def _tells(outer: Attribution, inner: Attribution) -> bool:
    """Say whether one attribution's clause holds the other's verb and speaker."""
    if outer.how != "clause" or not outer.asserted or inner.source is None:
        return False
    clause = outer.contents[0]
    return clause.covers(inner.cue) and clause.covers(inner.source)
