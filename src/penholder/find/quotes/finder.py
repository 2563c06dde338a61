"""Puts the quotes of a story together: each stretch between marks, each clause that is reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from penholder.find.quotes.indirect import find_indirect
from penholder.find.quotes.speakers import speaker_named
from penholder.find.quotes.turns import find_turns
from penholder.find.sentences import find_sentences
from penholder.find.speech.attributions import Attribution, find_attributions
from penholder.find.speech.marks import Marked, find_marked
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
    told = find_attributions(story)
    direct = tuple(_direct(story, names, told))
    marked = [quote.span for quote in direct]
    indirect = find_indirect(names, told, marked)
    return tuple(sorted((*turns, *direct, *indirect), key=lambda quote: quote.span))


def _direct(story: Story, names: Names, told: Sequence[Attribution]) -> Iterator[Quote]:
    before = _NOBODY
    for paragraph in paragraphs(story):
        marked = tuple(find_marked(story.text, paragraph))
        sentences = [s for s in find_sentences(story) if paragraph.covers(s)]
        here = [
            one
            for one in told
            if paragraph.covers(one.cue) or any(paragraph.overlaps(c) for c in one.contents)
        ]
        said = [_cued(names, _around(sentences, one, paragraph), one, here) for one in marked]
        inside = [one.outer for one in marked]
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


def _cued(names: Names, stretch: Span, one: Marked, told: Sequence[Attribution]) -> _Said:
    """Give who says a quotation: by the word that introduces it, else the nearest of its sentence."""
    for attribution in _by_nearness(stretch, one, told):
        speaker = speaker_named(names, attribution.source) if attribution.source else None
        if speaker:
            return _Said(speaker=speaker, cue=attribution.word)
        if one.span in attribution.contents:
            return _Said(speaker=None, cue=attribution.word)
    return _NOBODY


def _by_nearness(stretch: Span, one: Marked, told: Sequence[Attribution]) -> list[Attribution]:
    """Order the attributions of a sentence: whose content a quotation is, whose clause it is in."""

    def place(attribution: Attribution) -> tuple[int, int, bool, int]:
        exact = one.span in attribution.contents
        around = [c.end - c.start for c in attribution.contents if c.covers(one.span)]
        away = max(attribution.cue.start - one.span.end, one.span.start - attribution.cue.end, 0)
        order = 0 if exact else 1 if around else 2
        return order, min(around, default=0), attribution.fragment and not around, away

    near = [a for a in told if stretch.overlaps(a.cue) or one.span in a.contents]
    return sorted(near, key=place)


def _around(sentences: Sequence[Span], one: Marked, paragraph: Span) -> Span:
    """Give the sentences that a quotation touches."""
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
        if one.speaker or one.cue:
            last = one
        filled = (
            one
            if one.speaker or one.cue
            else (last if last.speaker else (known[0] if known else _NOBODY))
        )
        yield _Said(speaker=filled.speaker, cue=one.cue or (filled.cue if one.speaker else None))
