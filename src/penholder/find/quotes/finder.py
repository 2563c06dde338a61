"""Puts the quotes of a story together: turns and papers, quotations, and clauses that are reported."""

from __future__ import annotations

from collections.abc import Sequence

from penholder.find.quotes.direct import find_direct
from penholder.find.quotes.indirect import find_indirect
from penholder.find.quotes.papers import find_papers
from penholder.find.quotes.turns import find_turns
from penholder.find.speech import find_attributions
from penholder.find.subjects import Names
from penholder.model.actor import Mention
from penholder.model.quote import Quote
from penholder.model.story import Story
from penholder.read.body import english_spans
from penholder.read.paragraphs import paragraphs


def find_quotes(story: Story, mentions: Sequence[Mention]) -> tuple[Quote, ...]:
    """Give each quote of the body, in reading order."""
    names = Names.of(story.text, mentions)
    told = find_attributions(story)
    parts = english_spans(story, story.body)
    turns = (turn for part in parts for turn in find_turns(story.text, part, mentions))
    papers = find_papers(names, paragraphs(story))
    direct = tuple(find_direct(story, names, told))
    indirect = find_indirect(names, told, direct)
    return tuple(sorted((*turns, *papers, *direct, *indirect), key=lambda quote: quote.span))
