"""Reads the turns of a transcript: "MS. PSAKI: …", "Q …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from penholder.find.clauses import trimmed_blanks
from penholder.find.names.people import Person, known_by_family
from penholder.find.sentences import split_sentences
from penholder.model.actor import Actor, ActorKind, Mention
from penholder.model.quote import Quote, QuoteKind
from penholder.model.span import Span
from penholder.read.paragraphs import split_at_blank_lines
from penholder.tables.load import load_toml

# Words from which on a sentence of a turn says something: shorter ones are "Thank you.", "Okay."
_SHORTEST = 3


def find_turns(text: str, body: Span, mentions: Sequence[Mention]) -> Iterator[Quote]:
    """Yield each sentence of each turn as a direct quote; a question's speaker is unknown."""
    starts = list(_pattern().finditer(text, body.start, body.end))
    if len(starts) < 2:
        return
    people = _by_family(mentions)
    ends = [match.start() for match in starts[1:]] + [body.end]
    for match, end in zip(starts, ends, strict=True):
        speaker = _speaker(match, people)
        for span in _sentences(text, Span(match.end(), end)):
            yield Quote(
                span=span,
                text=span.of(text),
                speaker=speaker,
                cue=match[0].strip(),
                kind=QuoteKind.DIRECT,
            )


def _sentences(text: str, turn: Span) -> Iterator[Span]:
    """Yield the sentences of a turn: a reader quotes those, never the whole answer."""
    for paragraph in split_at_blank_lines(text, turn):
        for sentence in split_sentences(text, paragraph):
            span = trimmed_blanks(text, sentence)
            if len(span.of(text).split()) >= _SHORTEST:
                yield span


def _by_family(mentions: Sequence[Mention]) -> Mapping[str, Actor]:
    """Give the people of a story by the last word of their names, of namesakes the first named."""
    people = [m.actor for m in mentions if m.actor.kind is ActorKind.PERSON]
    return {actor.name.casefold().split()[-1]: actor for actor in reversed(people)}


def _speaker(match: re.Match[str], people: Mapping[str, Actor]) -> Actor | None:
    family = (match["family"] or (match["name"] or "").split(" ")[-1]).casefold()
    if not family:
        return None
    if family in people:
        return people[family]
    known = _known().get(family)
    if known is None:
        return None
    return Actor(id=known.id, name=known.name, kind=ActorKind.PERSON, state=known.state)


@cache
def _known() -> Mapping[str, Person]:
    return {person.family.casefold(): person for person in known_by_family().values()}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(load_toml("speech_words")["turn"]["pattern"], re.MULTILINE)
