"""Puts the quotes of a story together: each stretch between marks, with its speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from penholder.find.quotes.cues import find_cues, nearest_cue, speaker_of
from penholder.find.quotes.indirect import find_indirect
from penholder.find.quotes.marks import Marked, find_marked
from penholder.find.quotes.turns import find_turns
from penholder.find.sentences import find_sentences
from penholder.find.subjects import Names
from penholder.model.actor import Actor, Mention
from penholder.model.quote import Quote, QuoteKind
from penholder.model.span import Span
from penholder.model.story import Story
from penholder.read.paragraphs import paragraphs

# Words up to which a quotation inside somebody else's sentence is a fragment of theirs.
_FRAGMENT_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """Who says it, and by which word."""

    speaker: Actor | None
    cue: str | None


_NOBODY = _Said(speaker=None, cue=None)


def find_quotes(story: Story, mentions: Sequence[Mention]) -> tuple[Quote, ...]:
    """Give each quote of the body, in reading order."""
    turns = tuple(find_turns(story.text, story.body, mentions))
    names = Names.of(story.text, mentions)
    direct = tuple(_direct(story, names))
    marked = [quote.span for quote in direct]
    indirect = find_indirect(names, find_sentences(story), marked)
    return tuple(sorted((*turns, *direct, *indirect), key=lambda quote: quote.span))


def _direct(story: Story, names: Names) -> Iterator[Quote]:
    before = _NOBODY
    for paragraph in paragraphs(story):
        marked = tuple(find_marked(story.text, paragraph))
        inside = [one.outer for one in marked]
        sentences = [s for s in find_sentences(story) if paragraph.covers(s)]
        said = [_cued(names, paragraph, sentences, one, inside) for one in marked]
        for one, found in zip(marked, _filled(paragraph, said, inside, before), strict=True):
            before = found if found.speaker else before
            yield _quote(story.text, paragraph, one, found)


def _quote(text: str, paragraph: Span, one: Marked, said: _Said) -> Quote:
    return Quote(
        span=one.span,
        text=one.span.of(text),
        speaker=said.speaker,
        cue=said.cue,
        kind=QuoteKind.MIXED if _is_fragment(text, paragraph, one) else QuoteKind.DIRECT,
    )


def _is_fragment(text: str, paragraph: Span, one: Marked) -> bool:
    words = one.span.of(text)
    lead = text[paragraph.start : one.outer.start].rstrip()
    opens = not lead or lead.endswith((",", ":", ".", "”", '"', "?", "!"))
    return not opens and (len(words.split()) <= _FRAGMENT_WORDS or words[:1].islower())


def _cued(
    names: Names, paragraph: Span, sentences: Sequence[Span], one: Marked, inside: Sequence[Span]
) -> _Said:
    """Give the speaker by the nearest cue of the quotation's own sentence, or of its next words."""
    stretch = _around(sentences, one, paragraph)
    cues = list(find_cues(names.text, stretch, inside))
    while cues:
        cue = nearest_cue(cues, one.span)
        if cue is None:
            break
        if speaker := speaker_of(names, stretch, cue, inside):
            return _Said(speaker=speaker, cue=cue.word)
        cues.remove(cue)
    return _NOBODY


def _around(sentences: Sequence[Span], one: Marked, paragraph: Span) -> Span:
    """Give the sentences that a quotation touches, and the one that follows its closing mark."""
    touched = [s for s in sentences if s.overlaps(one.outer)]
    if not touched:
        return paragraph
    return Span(touched[0].start, touched[-1].end)


def _filled(
    paragraph: Span, said: Sequence[_Said], inside: Sequence[Span], before: _Said
) -> Iterator[_Said]:
    """Give quotations without a cue the speaker of their paragraph, or of the paragraph before.

    The latter only where the paragraph holds nothing but quoted words: then the talk goes on.
    """
    known = [one for one in said if one.speaker]
    outside = (paragraph.end - paragraph.start) - sum(span.end - span.start for span in inside)
    goes_on = outside < 3 and bool(inside)
    last = before if goes_on else _NOBODY
    for one in said:
        if one.speaker:
            last = one
        filled = (
            one if one.speaker else (last if last.speaker else (known[0] if known else _NOBODY))
        )
        yield _Said(speaker=filled.speaker, cue=one.cue or (filled.cue if one.speaker else None))
