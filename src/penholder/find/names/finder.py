"""Puts the names of a story together: who is named where, and who is meant by a role or pronoun."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from penholder.find.names.cast import Cast, read_cast
from penholder.find.names.groups import find_groups, with_members
from penholder.find.names.lexicon import find_listed
from penholder.find.names.offices import Office, find_offices
from penholder.find.names.people import known_alone
from penholder.find.names.pronouns import find_pronouns
from penholder.find.speech import find_attributions
from penholder.model.actor import Mention
from penholder.model.span import Span
from penholder.model.story import Story
from penholder.read.body import english_spans


def find_names(story: Story) -> tuple[Mention, ...]:
    """Give each mention of an actor in the title, the captions and the body, in reading order."""
    text, stretch = story.text, _readable(story)
    listed = tuple(find_listed(text))
    offices = tuple(find_offices(text, listed))
    states = {mention.actor.id for mention in listed}
    alone = known_alone(story.date.value, states)
    cast = read_cast(text, offices, _speaking(story), alone)
    people = tuple(_not_covered(cast.mentions, listed))
    roles = tuple(_roles(text, cast, offices, people))
    names = tuple(_not_covered(listed, (*people, *roles)))
    named = tuple(sorted((*names, *people, *roles), key=lambda mention: mention.span))
    groups = tuple(_not_covered(find_groups(text, named), named))
    everybody = sorted((*_not_covered(named, groups), *groups), key=lambda mention: mention.span)
    mentions = _ordered(with_members(text, everybody), stretch)
    return _ordered((*mentions, *find_pronouns(text, story.body, mentions, cast)), stretch)


def _speaking(story: Story) -> frozenset[int]:
    """Give where the words begin that name a speaker."""
    return frozenset(one.source.start for one in find_attributions(story) if one.source)


def _readable(story: Story) -> tuple[Span, ...]:
    captions = (span for caption in story.captions for span in caption.spans)
    title = story.text.find(story.title) if story.title else -1
    head = (Span(title, title + len(story.title or "")),) if title >= 0 else ()
    return tuple(
        part for stretch in (story.body, *captions, *head) for part in english_spans(story, stretch)
    )


def _roles(
    text: str, cast: Cast, offices: Sequence[Office], people: Sequence[Mention]
) -> Iterator[Mention]:
    """Yield each office that stands for somebody; right before a name it is their title."""
    starts = {mention.span.start for mention in people}
    for office in offices:
        title = {office.span.end + gap for gap in (1, 2)} & starts
        if office.title_only or (title and text[office.span.end] != ","):
            continue
        if actor := cast.holder_of(office):
            yield Mention(span=office.span, text=office.words, actor=actor, how="role")


def _not_covered(names: Iterable[Mention], larger: Sequence[Mention]) -> Iterator[Mention]:
    """Leave out names that are part of a role or a person: the US of "the US ambassador"."""
    spans = sorted(mention.span for mention in larger)
    starts = [span.start for span in spans]
    for mention in names:
        index = bisect_right(starts, mention.span.start) - 1
        if index < 0 or not spans[index].covers(mention.span):
            yield mention


def _ordered(mentions: Iterable[Mention], stretches: Sequence[Span]) -> tuple[Mention, ...]:
    inside = (m for m in mentions if any(stretch.covers(m.span) for stretch in stretches))
    return tuple(sorted(inside, key=lambda mention: mention.span))
