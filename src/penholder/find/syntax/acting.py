"""Finds the mentions that act in a statement, from the grammar of its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from penholder.find.names.references import refers_to
from penholder.find.subjects import Names
from penholder.find.syntax.meant import THINGS, meant_by
from penholder.find.syntax.nouns import is_state_noun, named_by, owner_of
from penholder.find.syntax.predicates import actors_of, predicate_above, subject_of
from penholder.model.actor import ActorKind, Mention
from penholder.model.parse import Parse, Token
from penholder.model.span import Span
from penholder.tables.load import load_toml

# Cased: "the US" is not "us".
_SPEAKERS = frozenset({"we", "We", "I", "us", "our", "Our", "my", "My", "ours", "me"})
_ALONE = frozenset({"I", "my", "My", "me"})
_THINGS = frozenset({"it", "they", "them", "its", "their"})
_IN_TITLES = frozenset({"NOUN", "PROPN", "ADJ", "DET"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """Who acts: names, or those who speak ("we"); neither where the words name nobody."""

    mentions: tuple[Mention, ...] = ()
    speakers: bool = False
    alone: bool = False  # "I": the one who speaks, not their state


def acting_in(names: Names, parse: Parse, heads: Sequence[Token]) -> Acting:
    """Give whom the heads of noun phrases stand for."""
    if said := [head.form for head in heads if head.form in _SPEAKERS]:
        return Acting(speakers=True, alone=said[0] in _ALONE)
    if len(heads) == 1 and _is_held(heads[0]):
        return noun_actors(names, parse, heads[0], alone=True)
    return Acting(mentions=tuple(m for head in heads for m in _one(names, parse, head)))


def verb_actors(names: Names, parse: Parse, verb: Token) -> Acting:
    """Give who acts by a verb."""
    return acting_in(names, parse, actors_of(parse, verb))


def noun_actors(names: Names, parse: Parse, noun: Token, *, alone: bool = False) -> Acting:
    """Give who acts by a noun: its owner, else the subject of the verb that it hangs from.

    `alone`: only its owner, or who makes it: "released a video that shows an attack".
    """
    if owning := _possessing(names, parse, noun, alone=alone):
        return owning
    if owner := owner_of(names, parse, noun):
        return Acting(mentions=owner)
    if alone and noun.relation != "obj":
        return Acting()
    if parse.children_of(noun, "nsubj"):
        return acting_in(names, parse, subject_of(parse, noun))
    return _above(names, parse, noun)


def _above(names: Names, parse: Parse, noun: Token) -> Acting:
    above = predicate_above(parse, noun)
    return verb_actors(names, parse, above) if above and not is_refused(parse, noun) else Acting()


def is_refused(parse: Parse, noun: Token) -> bool:
    """Say whether a noun is what somebody blocks, vetoes or faces: no act of theirs."""
    above = predicate_above(parse, noun)
    return noun.relation == "obj" and above is not None and above.form.casefold() in _refusing()


@cache
def _refusing() -> frozenset[str]:
    """Give the verbs whose subject does nothing that their object does: "blocked a statement"."""
    return frozenset(load_toml("subjects")["refusing"])


def _possessing(names: Names, parse: Parse, noun: Token, *, alone: bool) -> Acting | None:
    """Give whom "our", "its" or "his" before a noun means; None where no such word stands there."""
    for child in parse.children_of(noun, "nmod:poss"):
        word = child.form.casefold()
        if child.form in _SPEAKERS:
            return Acting(speakers=True, alone=child.form in _ALONE)
        if word in {"his", "her"} and noun.relation != "nsubj" and not alone:
            return _above(names, parse, noun)
        if word in _THINGS and (told := _state_above(names, parse, noun)):
            return Acting(mentions=told)
        if word in _THINGS:
            return Acting(mentions=_owning(names, parse, child))
    return None


def _state_above(names: Names, parse: Parse, noun: Token) -> tuple[Mention, ...]:
    """Give the state without its name whose own act a noun is: "the isolated state conducted its test"."""
    above = predicate_above(parse, noun) if noun.relation == "obj" else None
    subjects = parse.children_of(above, "nsubj") if above else ()
    states = (one for one in subjects if is_state_noun(one, parse))
    return next((_one(names, parse, one) for one in states), ())


def name_before(names: Names, parse: Parse, verb: Token) -> tuple[Mention, ...]:
    """Give the name right before a finite verb, where the parse hangs it from another word."""
    lead = verb
    while lead.id > 1 and _may_stand_between(parse.tokens[lead.id - 2], lead):
        lead = parse.tokens[lead.id - 2]
    if lead.id == 1 or not _is_finite(parse, verb):
        return ()
    before = parse.tokens[lead.id - 2]
    if before.form == "," and before.id > 1:
        apposed = _ending_at(names, parse.tokens[before.id - 2].end)
        return tuple(m for m in apposed if _is_apposed(parse, m))
    return tuple(m for m in _ending_at(names, before.end) if not _is_governed(parse, m))


def _ending_at(names: Names, end: int) -> tuple[Mention, ...]:
    near = names.within(max(0, end - 120), end)
    return tuple(m for m in near if m.span.end == end and m.how != "adjective")[-1:]


def _is_apposed(parse: Parse, mention: Mention) -> bool:
    """Say whether a person stands between commas: "Trump's envoy, Stephen Biegun, visits Tokyo"."""
    before = [t for t in parse.tokens if t.end <= mention.span.start]
    return mention.actor.kind is ActorKind.PERSON and bool(before) and before[-1].form == ","


def _is_governed(parse: Parse, mention: Mention) -> bool:
    """Say whether a preposition stands before a name and its title: "talks with Secretary Kerry"."""
    before = [t for t in parse.tokens if t.end <= mention.span.start]
    while before and (before[-1].upos in _IN_TITLES or before[-1].form in {"of", "for"}):
        before.pop()
    return bool(before) and before[-1].upos == "ADP"


def _is_finite(parse: Parse, verb: Token) -> bool:
    """Say whether a verb can have a subject right before it; a past form is often taken for a participle."""
    bare = verb.xpos == "VBN" and not parse.children_of(verb, "aux")
    return verb.xpos in {"VBD", "VBZ", "VBP"} or bare


def _may_stand_between(before: Token, after: Token) -> bool:
    """Say whether a word can stand between a name and its verb: "Iran, which never signed"."""
    relative = {"WDT", "WP"}
    return (
        (before.upos in {"ADV", "AUX"} and before.xpos != "WRB")
        or before.xpos in relative
        or (before.form == "," and after.xpos in relative)
    )


def _one(names: Names, parse: Parse, head: Token) -> tuple[Mention, ...]:
    if found := named_by(names, parse, head):
        return found
    if head.form.casefold() not in _THINGS and not is_state_noun(head, parse):
        return _taken_up(names, parse, head)
    meant = tuple(_pronoun(head, mention) for mention in meant_by(names, parse, head))
    return meant or _taken_up(names, parse, head)


def _taken_up(names: Names, parse: Parse, head: Token) -> tuple[Mention, ...]:
    """Give whom "they" or "the ministry" takes up from the sentences before."""
    first = next((t for t in parse.subtree_of(head) if t.id <= head.id), head)
    span = Span(first.start, head.end)
    actor = refers_to(names.text, names.mentions, span)
    if actor is None:
        return ()
    return (Mention(span=head.span, text=head.form, actor=actor, how="pronoun"),)


def _owning(names: Names, parse: Parse, its: Token) -> tuple[Mention, ...]:
    """Give whose "its" is: the state or body named last before it, else the one taken up."""
    before = names.within(parse.span.start, its.start)
    people = {m.actor.id: m for m in before if m.actor.kind is ActorKind.PERSON}
    if its.form.casefold() == "their" and len(people) > 1:
        return tuple(people.values())[-2:]
    near = [m for m in before if m.actor.kind in THINGS and m.how == "name"]
    return (_pronoun(its, near[-1]),) if near else _one(names, parse, its)


def _is_held(noun: Token) -> bool:
    """Say whether what a noun does, its owner does: "our commitment remains ironclad"."""
    return noun.form.casefold() in _held()


@cache
def _held() -> frozenset[str]:
    return frozenset(load_toml("subjects")["held"])


def _pronoun(head: Token, meant: Mention) -> Mention:
    return Mention(span=head.span, text=head.form, actor=meant.actor, how="pronoun")
