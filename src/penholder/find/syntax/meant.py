"""Tells whom "it", "they" and "the country" mean, from the grammar of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from penholder.find.acts import condemning_words
from penholder.find.names import actor_of_state
from penholder.find.phrases import any_of
from penholder.find.sentences import split_sentences
from penholder.find.subjects import Names, may_act
from penholder.find.syntax.nouns import named_by, owner_of
from penholder.find.syntax.predicates import joined
from penholder.model.actor import ActorKind, Mention
from penholder.model.parse import Parse, Token
from penholder.model.span import Span
from penholder.tables.load import load_toml

THINGS = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP})
_STATES = frozenset({ActorKind.STATE})
_MANY = frozenset({"they", "them", "their"})
# Characters back to the last time a state or body was named: about two paragraphs.
_REACH = 700


def meant_by(names: Names, parse: Parse, noun: Token) -> tuple[Mention, ...]:
    """Give whom a pronoun or "the country" takes up; () where nobody was named.

    The subject of the clause above it, else of the sentence before.
    """
    if known := _by_epithet(names, parse, noun):
        return known
    if noun.form.casefold() in _MANY and (pair := _pair_before(names, parse, noun)):
        return pair
    for found in _subjects_above(names, parse, noun):
        if noun.upos == "NOUN" and (states := _states_of(found)):
            return states
        if fitting := tuple(m for m in found if m.actor.kind in THINGS):
            return fitting
    if noun.form.casefold() in _MANY:
        return ()  # "they" of a paragraph before can be anybody
    kinds = _STATES if noun.upos == "NOUN" else THINGS
    return _subject_before(names, max(0, parse.span.start - _REACH), noun.start, kinds)


def _by_epithet(names: Names, parse: Parse, noun: Token) -> tuple[Mention, ...]:
    """Give the state that alone is called so, where the story names it: "the isolated state"."""
    if noun.upos != "NOUN":
        return ()
    words = " ".join(token.form for token in parse.subtree_of(noun) if token.id <= noun.id)
    states = {state for state, pattern in _epithets() if pattern.search(words)}
    return next(((m,) for m in names.mentions if m.actor.id in states), ())


@cache
def _epithets() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = load_toml("subjects")["epithets"]
    words = {state: row for state, row in rows.items() if state not in {"examples", "near"}}
    return tuple((s, re.compile(any_of(row) + "$", re.IGNORECASE)) for s, row in words.items())


def _states_of(people: Sequence[Mention]) -> tuple[Mention, ...]:
    """Give the states of people: "Kim said that the country fired it"."""
    return tuple(
        replace(m, actor=actor_of_state(m.actor.state))
        for m in people
        if m.actor.state and m.actor.kind in {ActorKind.PERSON, ActorKind.OFFICE}
    )


def _subjects_above(names: Names, parse: Parse, noun: Token) -> Iterator[tuple[Mention, ...]]:
    """Yield the subjects of the clauses that a word stands in, the nearest first."""
    below = noun
    for above in parse.above(noun):
        # "The North's claim that it exploded a bomb", but not "the North's test, which it condemned".
        judged = below.deprel == "acl:relcl" and below.form.casefold() in _judging()
        claims = above.upos == "NOUN" and above.id < noun.id and not judged
        below = above
        if claims and (owner := owner_of(names, parse, above)):
            yield owner
        for subject in parse.children_of(above, "nsubj"):
            if subject.end <= noun.start:
                heads = joined(parse, subject)
                named = tuple(m for one in heads for m in named_by(names, parse, one))
                yield named or owner_of(names, parse, subject)


def _pair_before(names: Names, parse: Parse, noun: Token) -> tuple[Mention, ...]:
    """Give the names that "and" joins before "they": "at the request of France and Britain after they"."""
    before = [m for m in names.within(parse.span.start, noun.start) if m.actor.kind in THINGS]
    near = before[-2:]
    if len(near) < 2 or any(m.how == "adjective" for m in near):
        return ()
    between = names.text[near[0].span.end : near[1].span.start]
    return tuple(near) if between.strip() in {"and", "and the"} else ()


def _judging() -> frozenset[str]:
    return condemning_words() - {"call", "calls", "called", "calling"}


def _subject_before(
    names: Names, start: int, end: int, kinds: frozenset[ActorKind]
) -> tuple[Mention, ...]:
    """Give who acts first in the last sentence that names somebody of such kinds."""
    for sentence in reversed(_sentences(names.text, start, end)):
        inside = names.within(sentence.start, sentence.end)
        named = [m for m in inside if m.actor.kind in kinds and m.how != "adjective"]
        acting = [m for m in named if _acts(names, sentence, m)]
        if _papers().match(names.text, sentence.start, sentence.end):
            return ()  # "The resolution says that Israel must leave. It demands"
        if named:
            return ((acting or named)[0],)
    return ()


@cache
def _papers() -> re.Pattern[str]:
    """Give the pattern of a sentence that a paper is the subject of: "The new draft"."""
    words = any_of(load_toml("subjects")["papers"])
    return re.compile(rf"(?:The|A|An|This|That)\s+(?:[\w\-.]+\s+){{0,4}}?{words}\s")


def _acts(names: Names, sentence: Span, mention: Mention) -> bool:
    """Say whether a name opens its sentence, or stands as a subject does."""
    opens = mention.span.start - sentence.start <= len("The ")
    return opens or may_act(names.text, mention, mention.span.end)


def _sentences(text: str, start: int, end: int) -> list[Span]:
    lines = re.finditer(r"[^\n]+", text[start:end])
    stretches = [Span(start + line.start(), start + line.end()) for line in lines]
    return [one for stretch in stretches for one in split_sentences(text, stretch)]
