"""Finds what people are reported to have said, in the reporter's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from penholder.find.clauses import trimmed
from penholder.find.quotes.cues import Cue, find_cues, speaker_of
from penholder.find.subjects import Names
from penholder.model.quote import Quote, QuoteKind
from penholder.model.span import Span

# "said earlier this week that …", "told reporters on Monday that …", "said it would …"
_THAT = re.compile(r"^[^.;“”\"]{0,60}?\bthat\s+", re.IGNORECASE)
_CLAUSE = re.compile(
    r"^\s+(?=(?:the|it|they|he|she|its|there|a|an|his|her|their|[A-Z])[\w.’'\-]*\s+\w+)"
)
# ", South Korea's military said." closes what was said before it.
_CLOSES = re.compile(
    r"^[^\w]*$|^\s+(?:on\s+)?\w+(?:[^\w]*$|,\s+(?:and|but|as|while)\b)|^\s+in\s+a\s+statement[^\w]*$"
)
# "Asked the Council to act" reports a request, "asked whether it would act" a question.
_ASKED = frozenset({"asked", "asks"})
_QUESTION = re.compile(r"^\s+(?:\w+\s+)?(?:if|whether|why|what|how|when|who)\b", re.IGNORECASE)
_SHORTEST = 20


def find_indirect(
    names: Names, sentences: Sequence[Span], marked: Sequence[Span]
) -> Iterator[Quote]:
    """Yield the clause that each cue reports, in sentences without quotation marks."""
    for sentence in sentences:
        if any(quoted.overlaps(sentence) for quoted in marked):
            continue
        for cue in find_cues(names.text, sentence, ()):
            if not cue.fragment and (quote := _reported(names, sentence, cue)):
                yield quote
                break


def _reported(names: Names, sentence: Span, cue: Cue) -> Quote | None:
    span = _clause(names.text, sentence, cue)
    # After what was said, the speaker stands between the comma and the cue.
    closes = span is not None and span.end <= cue.span.start
    speaker = speaker_of(
        names, Span(span.end, sentence.end) if span and closes else sentence, cue, ()
    )
    if span is None or speaker is None or span.end - span.start < _SHORTEST:
        return None
    return Quote(
        span=span, text=span.of(names.text), speaker=speaker, cue=cue.word, kind=QuoteKind.INDIRECT
    )


def _clause(text: str, sentence: Span, cue: Cue) -> Span | None:
    after = text[cue.span.end : sentence.end]
    if cue.word in _ASKED and not _QUESTION.match(after):
        return None
    if match := _THAT.match(after):
        return trimmed(text, Span(cue.span.end + match.end(), sentence.end))
    if _CLOSES.match(after) and "," in text[sentence.start : cue.span.start]:
        comma = text.rfind(",", sentence.start, cue.span.start)
        return trimmed(text, Span(sentence.start, comma))
    if match := _CLAUSE.match(after):
        return trimmed(text, Span(cue.span.end + match.end(), sentence.end))
    return None
