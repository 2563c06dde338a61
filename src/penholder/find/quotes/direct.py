"""Finds the quotations of a story, each with its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from penholder.find.quotes.nearby import Told
from penholder.find.quotes.said import NOBODY, Said, said_by
from penholder.find.sentences import split_sentences
from penholder.find.speech import Attribution
from penholder.find.speech.marks import Marked, find_marked
from penholder.find.subjects import Names
from penholder.model.quote import Quote, QuoteKind
from penholder.model.span import Span
from penholder.model.story import Story
from penholder.read.paragraphs import paragraphs

# Words up to which a quotation inside somebody else's sentence is a fragment of theirs.
_FRAGMENT_WORDS = 5
# Characters before a quotation in which the name before it begins.
_FAR = 40
_OWN_VERB = re.compile(r"(?:said|says|stressed|noted|added|told|called|expressed|declared)\b")


def find_direct(story: Story, names: Names, told: Sequence[Attribution]) -> Iterator[Quote]:
    """Yield each stretch between quotation marks, in reading order."""
    before, placed = NOBODY, Told.of(told)
    for paragraph in paragraphs(story):
        marked = tuple(find_marked(story.text, paragraph))
        sentences = tuple(split_sentences(story.text, paragraph))
        here = [one for one in placed.over(paragraph) if _is_of(one, paragraph)]
        said = [_cued(names, _around(sentences, one, paragraph), one, here) for one in marked]
        goes_on = _is_all_quoted(paragraph, marked)
        for one, found in zip(marked, _filled(said, before if goes_on else NOBODY), strict=True):
            before = found if found.speaker else before
            yield _said_inside(names, one, found).quote(
                story.text, one.span, _kind(story.text, paragraph, one)
            )


def _said_inside(names: Names, one: Marked, found: Said) -> Said:
    """Give a quotation that begins with its own verb to the name before it: 'Kim "said that it is so"'."""
    before = names.within(max(0, one.outer.start - _FAR), one.outer.start)
    if not _OWN_VERB.match(names.text, one.span.start) or not before:
        return found
    speaker = before[-1]
    if not names.text[speaker.span.end : one.outer.start].isspace():
        return found
    reporter = found.speaker if found.speaker != speaker.actor else found.reported_by
    return replace(found, speaker=speaker.actor, source=speaker.span, reported_by=reporter)


def _is_of(one: Attribution, paragraph: Span) -> bool:
    return paragraph.covers(one.cue) or any(paragraph.overlaps(c) for c in one.contents)


def _kind(text: str, paragraph: Span, one: Marked) -> QuoteKind:
    """Tell a fragment inside the reporter's sentence from a quotation that stands by itself."""
    lead = text[paragraph.start : one.outer.start].rstrip()
    opens = not lead or lead.endswith((",", ":", ".", "”", '"', "?", "!"))
    fragment = not opens and (one.words <= _FRAGMENT_WORDS or not one.capital)
    return QuoteKind.MIXED if fragment else QuoteKind.DIRECT


def _cued(names: Names, stretch: Span, one: Marked, told: Sequence[Attribution]) -> Said:
    """Give who says a quotation: by the word that introduces it, else the nearest of its sentence."""
    for attribution in _by_nearness(stretch, one, told):
        said = said_by(names, attribution, told)
        if said.speaker or one.span in attribution.contents:
            return said
    return NOBODY


def _by_nearness(stretch: Span, one: Marked, told: Sequence[Attribution]) -> list[Attribution]:
    """Order the attributions of a sentence: whose content a quotation is, whose clause it is in."""

    def place(attribution: Attribution) -> tuple[bool, int, int, bool, int]:
        exact = one.span in attribution.contents
        around = [c.end - c.start for c in attribution.contents if c.covers(one.span)]
        away = max(attribution.cue.start - one.span.end, one.span.start - attribution.cue.end, 0)
        order = 0 if exact else 1 if around else 2
        unsaid = attribution.fragment and not attribution.asserted  # "it would consider"
        return unsaid, order, min(around, default=0), attribution.fragment and not around, away

    near = [a for a in told if stretch.overlaps(a.cue) or one.span in a.contents]
    return sorted(near, key=place)


def _around(sentences: Sequence[Span], one: Marked, paragraph: Span) -> Span:
    """Give the sentences that a quotation touches."""
    touched = [s for s in sentences if s.overlaps(one.outer)]
    return Span(touched[0].start, touched[-1].end) if touched else paragraph


def _is_all_quoted(paragraph: Span, marked: Sequence[Marked]) -> bool:
    """Say whether a paragraph holds nothing but quoted words: then the talk goes on."""
    inside = sum(one.outer.end - one.outer.start for one in marked)
    return bool(marked) and (paragraph.end - paragraph.start) - inside < 3


def _filled(said: Sequence[Said], before: Said) -> Iterator[Said]:
    """Give quotations without a cue the speaker before them, else the first of their paragraph."""
    first = next((one for one in said if one.speaker), NOBODY)
    last = before
    for one in said:
        last = one if one.speaker or one.cue else last
        yield one if one.speaker or one.cue else replace(last if last.speaker else first, cue=None)
