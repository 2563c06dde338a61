"""Finds who acts in a statement by the grammar of its sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from penholder.find.acts import (
    Act,
    calling_words,
    condemning_words,
    drafting_words,
    saying_words,
    testing_words,
    word_class,
)
from penholder.find.around import Around
from penholder.find.flown import flown_by
from penholder.find.inside import name_inside
from penholder.find.named_tests import by_noun
from penholder.find.names import actor_of_state
from penholder.find.subjects import subject_of as subject_by_words
from penholder.find.syntax.acting import Acting, acting_in, is_refused, name_before, noun_actors
from penholder.find.syntax.nouns import owner_of
from penholder.find.syntax.predicates import actors_of, case_of, is_passive, predicate_above
from penholder.find.testers import meant_tester, seldom_testers, testers_of
from penholder.find.told import Told
from penholder.find.unowned_tests import firer_of
from penholder.find.whose import NOBODY, Doers, of_state
from penholder.model.actor import Actor, ActorId, ActorKind, Mention
from penholder.model.parse import Parse, Token
from penholder.model.statement import StatementKind

_FINITE = frozenset({"VBD", "VBZ"})
_MANY = frozenset({ActorKind.BODY, ActorKind.GROUP})
# "Condemnation from around the world": whoever stands behind it, or nobody.
_FROM = re.compile(r"\sfrom$", re.IGNORECASE)
_PARTS = frozenset({"test", "flight"})  # of "test-fired", "flight-tested"
_REPORTED = frozenset({"ccomp", "parataxis", "root", "advcl", "conj"})


def doers_of(act: Act, around: Around, told: Told, parse: Parse, word: Token) -> Doers:
    """Give the mentions of those who act by a word, and who they are; none where nobody can be named."""
    if not told.speakers:
        told = replace(told, speakers=_sayers(around, parse, word))
    if act.speaker_acts:
        return (), told.speakers
    if act.flown:
        return of_state(flown_by(around, parse, word))
    acting = _acting(act, around, parse, word)
    if act.kind is not StatementKind.WEAPON_TEST:
        return _by(act, told, acting)
    if around.trigger.tense == "noun":
        return by_noun(act, around, parse, word, acting)
    if not (acting.mentions or acting.speakers):
        return of_state(firer_of(around, parse, word))
    acting = replace(acting, mentions=meant_tester(around, acting.mentions))
    return _by(act, told, _as_before(around, parse, word, acting))


def _by(act: Act, told: Told, acting: Acting) -> Doers:
    actors = _speaking(act, told, acting) if acting.speakers else _distinct(acting.mentions)
    if act.by_state:
        actors = tuple(actor_of_state(one.state) if one.state else one for one in actors)
    if not _allowed(act, acting, actors, told):
        return NOBODY
    return acting.mentions, actors


def _as_before(around: Around, parse: Parse, verb: Token, acting: Acting) -> Acting:
    """Give who tested right before, where a further verb got a subject that hardly tests.

    "South Korea has turned away since the North tested a bomb and later launched a rocket": the North launched it.
    """
    joined = verb.relation == "conj" and not parse.children_of(verb, "nsubj")
    seldom = seldom_testers()
    if not joined or any(m.actor.id not in seldom for m in acting.mentions):
        return acting
    tested = [t for t in parse.tokens[: verb.id - 1] if t.form.casefold() in testing_words()]
    earlier = (acting_in(around.names, parse, actors_of(parse, t)) for t in reversed(tested))
    likely = testers_of(around) - seldom
    return next((a for a in earlier if {m.actor.id for m in a.mentions} & likely), acting)


def _speaking(act: Act, told: Told, acting: Acting) -> tuple[Actor, ...]:
    """Give who "we" is, their state for what states do; "I" is the one who speaks."""
    return told.speakers if acting.alone else told.for_their_states(act.kind)


def _acting(act: Act, around: Around, parse: Parse, word: Token) -> Acting:
    if named := name_inside(act, around):
        return Acting(mentions=(named,))
    if act.owner and (owner := _owner(act.owner, around, parse, word)):
        return owner
    found = _of_noun_or_verb(act, around, parse, word)
    if found.mentions and all(m.actor.id in act.not_by for m in found.mentions):
        drafts = act.kind is StatementKind.DRAFT_RESOLUTION and around.trigger.tense == "noun"
        given = not (drafts and is_refused(parse, word))
        return _above(act, around, parse, word) if given else Acting()
    known = found.mentions or found.speakers or around.trigger.tense == "noun"
    return found if known or is_passive(parse, word) else _lost(around, parse, word)


def _lost(around: Around, parse: Parse, word: Token) -> Acting:
    """Give the subject that the parse hangs from another word."""
    names, trigger = around.names, around.trigger.span
    if not actors_of(parse, word) and word.xpos in _FINITE:
        return Acting(mentions=subject_by_words(names, around.sentence, trigger))
    before = name_before(names, parse, word)
    return Acting(mentions=tuple(m for m in before if not _only_tells_more(parse, word, m)))


def _only_tells_more(parse: Parse, verb: Token, mention: Mention) -> bool:
    """Say whether a name hangs from an unknown subject by a preposition: "the mayor of Seoul warned"."""
    hanging = (c for one in actors_of(parse, verb) for c in parse.children_of(one, "nmod", "obl"))
    return any(parse.stretch_of(c).covers(mention.span) and case_of(parse, c) for c in hanging)


def _of_noun_or_verb(act: Act, around: Around, parse: Parse, word: Token) -> Acting:
    if around.trigger.tense == "noun" and word.upos != "VERB":
        if act.kind is StatementKind.MEETING:
            return _who_meets(around, parse, word)
        if act.kind is StatementKind.DRAFT_RESOLUTION and not _is_put_forward(parse, word):
            return Acting(mentions=owner_of(around.names, parse, word))
        if _is_condemned(parse, word):
            return Acting(mentions=owner_of(around.names, parse, word))
        alone = _is_spoken_of(parse, word) or _FROM.search(around.trigger.span.of(around.text))
        return noun_actors(around.names, parse, word, alone=bool(alone))
    own = parse.children_of(word, "nsubj")
    if parts := [one for one in own if one.form.casefold() in _PARTS]:
        return _of_compound(around, parse, word, parts[-1])
    return acting_in(around.names, parse, actors_of(parse, word))


def _who_meets(around: Around, parse: Parse, noun: Token) -> Acting:
    """Give who meets: of the subjects above "after a meeting" the nearest body, else the nearest of all."""
    above = predicate_above(parse, noun)
    asked = above is not None and above.form.casefold() in calling_words()
    found = noun_actors(around.names, parse, noun, alone=asked and noun.relation == "obl")
    if noun.relation != "obl" or found.speakers or _is_body(found):
        return found
    verbs = (one for one in parse.above(noun) if one.upos == "VERB" and not asked)
    subjects = (acting_in(around.names, parse, actors_of(parse, one)) for one in verbs)
    return next((one for one in subjects if _is_body(one)), found)


def _is_put_forward(parse: Parse, noun: Token) -> bool:
    """Say whether the verb above a draft is one of drafting: whoever vetoes or faces it, did not write it."""
    above = predicate_above(parse, noun)
    return above is not None and above.form.casefold() in drafting_words()


def _is_body(acting: Acting) -> bool:
    return any(m.actor.kind is ActorKind.BODY for m in acting.mentions)


def _is_condemned(parse: Parse, noun: Token) -> bool:
    """Say whether a noun is what a verb condemns: "France condemned the strikes on Kyiv"."""
    above = predicate_above(parse, noun)
    return (
        noun.relation == "obj" and above is not None and above.form.casefold() in condemning_words()
    )


def _is_spoken_of(parse: Parse, word: Token) -> bool:
    """Say whether a noun hangs from what somebody says: "the Pentagon blamed Iran for attacks"."""
    if word.upos not in {"NOUN", "PROPN"}:
        return False
    above = predicate_above(parse, word)
    return above is not None and word.relation != "obj" and above.form.casefold() in saying_words()


def _of_compound(around: Around, parse: Parse, word: Token, part: Token) -> Acting:
    """Give who acts by a verb whose first part was taken for its subject: "Iran test-fired"."""
    others = [one for one in parse.children_of(word, "nsubj") if one.id != part.id]
    found = acting_in(around.names, parse, others[-1:])
    if found.mentions:
        return found
    owner = noun_actors(around.names, parse, part, alone=True)
    if owner.mentions:
        return owner
    return Acting(mentions=subject_by_words(around.names, around.sentence, part.span))


def _owner(name: str, around: Around, parse: Parse, word: Token) -> Acting | None:
    """Give whose an object is: "reaffirmed the US commitment"."""
    for thing in parse.children_of(word, "obj"):
        if word_class(name).search(thing.form):
            owner = noun_actors(around.names, parse, thing, alone=True)
            return owner if owner.mentions or owner.speakers else None
    return None


def _above(act: Act, around: Around, parse: Parse, word: Token) -> Acting:
    """Give who acts by a verb further up, where those nearer never act so."""
    for above in parse.above(word):
        if above.upos != "VERB":
            continue
        found = acting_in(around.names, parse, actors_of(parse, above))
        if found.speakers or any(m.actor.id not in act.not_by for m in found.mentions):
            return found
    return Acting()


def _allowed(act: Act, acting: Acting, actors: tuple[Actor, ...], told: Told) -> bool:
    if act.several and len(actors) < 2 and not any(one.kind in _MANY for one in actors):
        return False
    if not act.own or acting.speakers:
        return True
    return bool(_parts(told.speakers) & _parts(actors))


def _parts(actors: tuple[Actor, ...]) -> set[ActorId]:
    """Give the ids of actors, of the states that they act for and of the members of groups."""
    return {part for one in actors for part in (one.id, one.state, *one.members) if part}


def _sayers(around: Around, parse: Parse, word: Token) -> tuple[Actor, ...]:
    """Give who says what a word stands in: "Trump indicated that war is possible"."""
    below = word
    for above in parse.above(word):
        if above.form.casefold() in saying_words() and below.relation in _REPORTED:
            return _distinct(acting_in(around.names, parse, actors_of(parse, above)).mentions)
        below = above
    return _according(around, parse, below)


def _according(around: Around, parse: Parse, root: Token) -> tuple[Actor, ...]:
    for child in parse.children_of(root, "obl"):
        if case_of(parse, child).startswith("according"):
            return _distinct(acting_in(around.names, parse, (child,)).mentions)
    return ()


def _distinct(mentions: tuple[Mention, ...]) -> tuple[Actor, ...]:
    return tuple({mention.actor.id: mention.actor for mention in mentions}.values())
