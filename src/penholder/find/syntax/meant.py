"""Tells whom "it", "they" and "the country" mean, from the grammar of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from penholder.find.names import actor_of_state
from penholder.find.subjects import Names
from penholder.find.syntax.nouns import named_by, owner_of
from penholder.find.syntax.predicates import joined
from penholder.model.actor import ActorKind, Mention
from penholder.model.parse import Parse, Token

THINGS = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP})
_MANY = frozenset({"they", "them", "their"})
# Characters back to the last time a state or body was named: about two paragraphs.
_REACH = 700


def meant_by(names: Names, parse: Parse, noun: Token) -> tuple[Mention, ...]:
    """Give whom a pronoun or "the country" takes up; () where nobody was named.

    The subject of the clause above it, else of the sentence before.
    """
    for found in _subjects_above(names, parse, noun):
        if noun.upos == "NOUN" and (states := _states_of(found)):
            return states
        if fitting := tuple(m for m in found if m.actor.kind in THINGS):
            return fitting
    if noun.form.casefold() in _MANY:
        return ()  # "they" of a paragraph before can be anybody
    before = names.within(max(0, parse.span.start - _REACH), noun.start)
    return _first_of_last(names, [m for m in before if m.actor.kind in THINGS])


def _states_of(people: Sequence[Mention]) -> tuple[Mention, ...]:
    """Give the states of people: "Kim said that the country fired it"."""
    return tuple(
        replace(m, actor=actor_of_state(m.actor.state))
        for m in people
        if m.actor.state and m.actor.kind in {ActorKind.PERSON, ActorKind.OFFICE}
    )


def _subjects_above(names: Names, parse: Parse, noun: Token) -> Iterator[tuple[Mention, ...]]:
    """Yield the subjects of the clauses that a word stands in, the nearest first."""
    for above in parse.above(noun):
        if above.upos == "NOUN" and above.id < noun.id and (owner := owner_of(names, parse, above)):
            yield owner  # "the North's claim that it exploded a bomb"
        for subject in parse.children_of(above, "nsubj"):
            if subject.end <= noun.start:
                heads = joined(parse, subject)
                named = tuple(m for one in heads for m in named_by(names, parse, one))
                yield named or owner_of(names, parse, subject)


def _first_of_last(names: Names, before: Sequence[Mention]) -> tuple[Mention, ...]:
    """Give the first of the names of the last sentence that has any."""
    named = [m for m in before if m.how != "adjective"]
    if not named:
        return ()
    start = _sentence_start(names.text, named[-1].span.start)
    return tuple([m for m in named if m.span.start >= start][:1])


def _sentence_start(text: str, offset: int) -> int:
    marks = (". ", "\n", ".” ", '." ', ".”\n")
    return max(text.rfind(mark, 0, offset) for mark in marks) + 1
