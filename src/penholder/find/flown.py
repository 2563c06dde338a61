"""Tells whose a weapon is that flies by itself: "a North Korean missile flew over Japan", "the rocket lifted off"."""

from __future__ import annotations

from penholder.find.around import Around
from penholder.find.testers import seldom_testers, testers_of
from penholder.find.unowned_tests import is_weapon, spoken_of
from penholder.model.actor import Actor, ActorKind
from penholder.model.parse import Parse, Token
from penholder.tables.load import load_toml

# The parser takes some past verbs without an auxiliary for participles.
_PAST = frozenset({"VBD", "VBN"})
_HAD = frozenset({"had", "has", "have"})


def flown_by(around: Around, parse: Parse, verb: Token) -> Actor | None:
    """Give whose weapon flew, by a past verb whose subject it is; None where it need not be one that was tested."""
    flying = [one for one in parse.children_of(verb, "nsubj") if _is_weapon(around, parse, one)]
    if not flying or not _is_past(parse, verb):
        return None
    whole = parse.stretch_of(flying[0])
    named = around.names.within(whole.start, whole.end)
    states = [one.actor for one in named if one.actor.kind is ActorKind.STATE]
    certain = testers_of(around) - seldom_testers()
    if states:
        return states[0] if states[0].id in certain else None
    meant = spoken_of(around) if _is_known(parse, flying[0]) else None
    return meant if meant and meant.id in certain else None


def _is_weapon(around: Around, parse: Parse, thing: Token) -> bool:
    """Say whether a subject is a weapon or a volley of them: "a barrage of missiles"."""
    if is_weapon(around, parse, thing):
        return True
    many = thing.form.casefold() in load_toml("unowned")["volleys"]
    return many and any(is_weapon(around, parse, of) for of in parse.children_of(thing, "nmod"))


def _is_past(parse: Parse, verb: Token) -> bool:
    """Say whether a verb tells of what happened; "flown by", "was flown" tell of a pilot."""
    helpers = parse.children_of(verb, "aux")
    if any(one.deprel == "aux:pass" for one in helpers) or verb.relation == "acl":
        return False
    told = {one.form.casefold() for one in helpers}
    return bool(told & _HAD) if told else verb.xpos in _PAST


def _is_known(parse: Parse, weapon: Token) -> bool:
    """Say whether the text has told of a weapon before: "the missile"."""
    return any(one.form.casefold() == "the" for one in parse.children_of(weapon, "det"))
