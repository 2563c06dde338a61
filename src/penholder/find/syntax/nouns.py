"""Tells which names a noun phrase stands for, from the grammar of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from penholder.find.names.people import is_full_name, person_named
from penholder.find.phrases import any_of
from penholder.find.subjects import Names
from penholder.find.syntax.predicates import case_of, joined
from penholder.model.actor import Actor, ActorKind, Mention
from penholder.model.parse import Parse, Token
from penholder.model.span import Span
from penholder.tables.load import load_toml

# What belongs to a name or its title: "White House spokesman Sean Spicer", "Spicer, a spokesman".
_TITLED = ("flat", "compound", "nmod:desc", "appos")
_OWNERS = ("nmod:poss", "compound", "amod", "nmod:desc")
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.OFFICE})


def named_by(names: Names, parse: Parse, noun: Token) -> tuple[Mention, ...]:
    """Give the mentions that a noun phrase stands for; () where it names nobody known."""
    if whole := _head_mention(names, noun):
        person = _titled(names, parse, noun) if whole.actor.kind not in _PEOPLE else None
        return (person or whole,)
    if person := _titled(names, parse, noun):
        return (person,)
    if stranger := _stranger(names, parse, noun):
        return (stranger,)
    return _spoken_for(names, parse, noun) or _listed(names, parse, noun)


def _head_mention(names: Names, noun: Token) -> Mention | None:
    """Give the mention that holds the head of a noun phrase, but for "the Koreans"' adjective."""
    near = names.within(max(0, noun.start - 120), noun.end)
    holding = [m for m in near if m.span.covers(noun.span)]
    return next((m for m in reversed(holding) if m.how != "adjective" or _is_people(noun)), None)


def _stranger(names: Names, parse: Parse, noun: Token) -> Mention | None:
    """Give somebody whom no table knows, by first and family name: "Linda Frost"."""
    rest = [one for one in parse.children_of(noun, "flat") if one.start >= noun.end]
    words = " ".join(token.form for token in (noun, *rest))
    if noun.xpos != "NNP" or not rest or not is_full_name(words):
        return None
    span = Span(noun.start, rest[-1].end)
    if any(m.span.overlaps(span) for m in names.within(max(0, span.start - 60), span.end)):
        return None
    person = person_named(words)
    actor = Actor(id=person.id, name=person.name, kind=ActorKind.PERSON, state=person.state)
    return Mention(span=span, text=span.of(names.text), actor=actor)


def _is_people(noun: Token) -> bool:
    return noun.xpos in {"NNPS", "NNS"}


def _titled(names: Names, parse: Parse, noun: Token) -> Mention | None:
    """Give the person whom a title, a role or an apposition of a noun phrase names."""
    for child in parse.children_of(noun, *_TITLED):
        near = names.within(max(0, child.start - 120), child.end)
        for mention in near:
            if mention.span.covers(child.span) and mention.actor.kind is ActorKind.PERSON:
                return mention
    return None


def _spoken_for(names: Names, parse: Parse, noun: Token) -> tuple[Mention, ...]:
    """Give who acts through a noun: "North Korea's military", "members of the Council"."""
    if not _acts().fullmatch(noun.form):
        return ()
    # The nearest first: "South Korea's Yonhap news agency" is Yonhap.
    owners = [_mention_of(names, one) for one in reversed(parse.children_of(noun, *_OWNERS))]
    # "The president's spokesman" is somebody else than the president.
    voice = noun.form.casefold().startswith(("spokes", "aide", "lawyer"))
    people = {ActorKind.PERSON} if voice else set()
    if found := [one for one in owners if one and one.actor.kind not in people]:
        return tuple(sorted(found, key=_is_place_of_work)[:1])
    for child in parse.children_of(noun, "nmod"):
        if case_of(parse, child) in {"of", "for", "from", "at", "in"}:
            found = [m for one in joined(parse, child) if (m := _mention_of(names, one))]
            if found:
                return tuple(found)
    return ()


def _is_place_of_work(mention: Mention) -> bool:
    """Say whether a name tells where somebody works, not for whom: "Russia's deputy U.N. envoy"."""
    return mention.actor.id in {"UN", "UNSC"}


def _listed(names: Names, parse: Parse, noun: Token) -> tuple[Mention, ...]:
    """Give the states that a group names: "nations including Jamaica and Kenya"."""
    if noun.xpos not in {"NNS", "NNPS"}:
        return ()
    for child in parse.subtree_of(noun):
        lead = case_of(parse, child) or child.form.casefold()
        if lead not in {"including", "such as"}:
            continue
        found = [m for one in _members(parse, child) if (m := _head_mention(names, one))]
        if found:
            return tuple(found)
    return ()


def _members(parse: Parse, child: Token) -> Iterator[Token]:
    if child.upos == "VERB":
        for noun in parse.children_of(child, "obj", "obl"):
            yield from joined(parse, noun)
        return
    yield from joined(parse, child)


def _mention_of(names: Names, token: Token) -> Mention | None:
    near = names.within(max(0, token.start - 120), token.end)
    return next((m for m in reversed(near) if m.span.overlaps(token.span)), None)


def owner_of(names: Names, parse: Parse, noun: Token) -> tuple[Mention, ...]:
    """Give whose a thing is: "North Korea's launch", "the Russian draft", "a launch by Iran"."""
    for child in parse.children_of(noun, "nmod:poss", "amod", "compound", "nmod:desc"):
        if (mention := _mention_of(names, child)) and mention.span.end <= noun.start:
            return (mention,)
        if child.deprel == "nmod:poss" and (spoken := named_by(names, parse, child)):
            return spoken
    for child in parse.children_of(noun, "nmod"):
        if case_of(parse, child) in {"by", "from", "between"}:
            found = [m for one in joined(parse, child) for m in named_by(names, parse, one)]
            if found:
                return tuple(found)
    return ()


def is_state_noun(noun: Token, parse: Parse) -> bool:
    """Say whether a noun phrase is a state without its name: "the country", "the rogue nation"."""
    words = " ".join(t.form for t in parse.subtree_of(noun) if t.id <= noun.id)
    return bool(_state_nouns().search(words))


@cache
def _acts() -> re.Pattern[str]:
    table = load_toml("subjects")
    words = (*table["acting_nouns"], *table["organs"], *table["speaking_for"])
    return re.compile(any_of(words), re.IGNORECASE)


@cache
def _state_nouns() -> re.Pattern[str]:
    table = load_toml("subjects")["state_nouns"]
    return re.compile(any_of(table) + "$", re.IGNORECASE)
