"""Tells whose a weapon is that flies by itself: "a North Korean missile flew over Japan"."""

from __future__ import annotations

from penholder.find.around import Around
from penholder.find.weapons import find_weapons
from penholder.model.actor import Actor, ActorKind, Mention
from penholder.model.parse import Parse, Token
from penholder.tables.load import load_toml

# The parser takes some past verbs without an auxiliary for participles.
_PAST = frozenset({"VBD", "VBN"})


def flown_by(around: Around, parse: Parse, verb: Token) -> Actor | None:
    """Give the state whose weapon flew, by a past verb whose subject it is and the words that name its owner."""
    if not _is_past(parse, verb):
        return None
    for flying in parse.children_of(verb, "nsubj"):
        if _is_flying(around, parse, flying) and (owner := _owner(around, parse, flying)):
            return owner
    return None


def _is_flying(around: Around, parse: Parse, thing: Token) -> bool:
    """Say whether a subject is a weapon itself or a volley of them, and not "no missile" or "the price of a missile"."""
    if any(one.form.casefold() == "no" for one in parse.children_of(thing, "det")):
        return False
    volley = thing.form.casefold() in load_toml("unowned")["volleys"]
    heads = parse.children_of(thing, "nmod") if volley else (thing,)
    whole = parse.stretch_of(thing)
    named = [one.span for one in find_weapons(around.text, whole.start, whole.end)]
    return any(span.end == head.end for head in heads for span in named)


def _owner(around: Around, parse: Parse, thing: Token) -> Actor | None:
    """Give the one state that the words call the owner: "North Korea's missile", "a missile from North Korea"."""
    whole = parse.stretch_of(thing)
    named = [
        one for one in around.names.within(whole.start, whole.end) if _is_owner(around, thing, one)
    ]
    states = {one.actor.id: one.actor for one in named if one.actor.kind is ActorKind.STATE}
    return next(iter(states.values())) if len(states) == 1 == len(named) else None


def _is_owner(around: Around, thing: Token, mention: Mention) -> bool:
    if mention.span.end <= thing.start:
        return True
    lead = around.text[thing.end : mention.span.start].strip()
    return lead in {"from", "of"}


def _is_past(parse: Parse, verb: Token) -> bool:
    """Say whether a verb tells of what happened; "flown by", "was flown" tell of a pilot."""
    helpers = parse.children_of(verb, "aux")
    if any(one.deprel == "aux:pass" for one in helpers) or verb.relation == "acl":
        return False
    told = {one.form.casefold() for one in helpers}
    return bool(told.intersection(load_toml("unowned")["helpers"])) if told else verb.xpos in _PAST
