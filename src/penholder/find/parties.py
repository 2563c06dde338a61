"""Finds who acts and who is acted upon in a statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from penholder.find.acts import Act
from penholder.find.around import Around
from penholder.find.doers import doers_of
from penholder.find.inside import name_inside
from penholder.find.names import body_named
from penholder.find.names.chains import members_of
from penholder.find.permitted import may_do
from penholder.find.phrases import any_of
from penholder.find.sayers import is_another, is_stranger, is_turned, sayers_among, speaker_of
from penholder.find.subjects import (
    agent_of,
    first_person_before,
    last_state,
    object_of,
    possessor_of,
    subject_of,
)
from penholder.find.syntax.acting import is_refused
from penholder.find.syntax.predicates import is_passive
from penholder.find.testers import testers_of
from penholder.find.told import Told
from penholder.model.actor import Actor, ActorId, Mention
from penholder.model.quote import Quote, QuoteKind
from penholder.model.statement import StatementKind
from penholder.tables.load import load_toml

_COUNCILS = frozenset({StatementKind.SANCTIONS, StatementKind.ADOPTION})
_TESTS = frozenset({StatementKind.WEAPON_TEST})
# What somebody does by saying it.
_SAID = frozenset(
    {
        StatementKind.STATEMENT,
        StatementKind.WARN,
        StatementKind.CALL_ON,
        StatementKind.CONDEMN,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Who acts, upon whom, and where the words that name the actor begin."""

    actors: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    start: int  # where the statement's words begin
    objects: frozenset[int]  # starts of the mentions that are acted upon


def parties_of(act: Act, around: Around, told: Told, objects: frozenset[int]) -> Parties | None:
    """Give the parties of an act, or None where nobody can be named who acts."""
    mentions, actors = _actors(act, around, told, objects)
    if mentions or not actors:
        mentions, actors = _as_said(act, around, mentions, actors)
    actors = _spread(tuple(_for_the_council(act, actor) for actor in actors))
    if not actors or not may_do(act, actors):
        return None
    targets = _targets(act, around, actors)
    return Parties(
        actors=actors,
        targets=_spread(_distinct(targets)),
        start=min([m.span.start for m in mentions] + [around.trigger.span.start]),
        objects=frozenset(m.span.start for m in targets),
    )


def _as_said(
    act: Act, around: Around, mentions: tuple[Mention, ...], actors: tuple[Actor, ...]
) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """Give those who act as the words around a verb of speech name them."""
    if act.owner:
        return mentions, actors
    if act.kind not in _SAID:
        return _without_object(around, mentions, actors)
    if _is_of_refused(around):
        return (), ()
    return _as_named(around, mentions, actors)


def _as_named(
    around: Around, mentions: tuple[Mention, ...], actors: tuple[Actor, ...]
) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """Give those who say something as the words for the speaker name them."""
    if mentions and _goes_on(around):
        return mentions, actors
    if is_another(around.names, around.said, mentions):
        sayer = speaker_of(around.names, around.said)
        if sayer or is_turned(around.said):
            return (), (sayer,) if sayer else ()
        if is_stranger(around.names, around.said, mentions):
            return (), ()
    named = sayers_among(around.names, around.said, mentions)
    return (named, _distinct(named)) if named else (mentions, actors)


def _is_of_refused(around: Around) -> bool:
    """Say whether a verb tells of a paper that somebody blocked: "blocked a statement condemning the coup"."""
    parse, word = around.parse, around.word
    paper = parse.head_of(word) if parse and word and word.relation == "acl" else None
    return parse is not None and paper is not None and is_refused(parse, paper)


def _goes_on(around: Around) -> bool:
    """Say whether a verb goes on with another's subject: "said that Iran would fire, and warned"."""
    parse, word = around.parse, around.word
    if not (parse and word) or word.relation != "conj" or parse.children_of(word, "nsubj"):
        return False
    head = parse.head_of(word)
    joined = word.id > 1 and parse.tokens[word.id - 2].upos == "CCONJ"
    return joined and head is not None and head.xpos == word.xpos and head.relation == "root"


def _without_object(
    around: Around, mentions: tuple[Mention, ...], actors: tuple[Actor, ...]
) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """Leave out names in what a verb is done to: "avoid hitting any territory of Japan"."""
    parse, word = around.parse, around.word
    noun = around.trigger.tense == "noun"
    if not (parse and word) or noun or around.said or is_passive(parse, word):
        return mentions, actors
    done_to = [parse.stretch_of(thing) for thing in parse.children_of(word, "obj")]
    inside = (m for m in mentions if any(one.covers(m.span) for one in done_to))
    later = {m.span for m in inside if m.span.start >= word.end}
    kept = tuple(m for m in mentions if m.span not in later)
    return (mentions, actors) if len(kept) == len(mentions) else (kept, _distinct(kept))


def _spread(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Give the states themselves for a group that the story forms: "the two countries"."""
    spread = (member for actor in actors for member in members_of(actor))
    return tuple({actor.id: actor for actor in spread}.values())


def _actors(
    act: Act, around: Around, told: Told, objects: frozenset[int]
) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    if act.actor:
        return (), (body_named(act.actor),)
    if around.parse and around.word:
        return doers_of(act, around, told, around.parse, around.word)
    if act.speaker_acts:
        return (), told.speakers
    mentions = _mentions(act, around, objects)
    if told.speakers and (speaking := _speaking(act, around, told, mentions)):
        return (), speaking
    return mentions, _distinct(mentions) if mentions else _taken_up(act, around)


def _taken_up(act: Act, around: Around) -> tuple[Actor, ...]:
    """Give the state that "its launch" or "the country" takes up."""
    if act.kind is StatementKind.WEAPON_TEST and (state := _told_before(around)):
        return (state,)
    if around.trigger.tense == "ed" and _is_passive(around):
        return ()  # "a draft on it was vetoed": by whom, the words do not say
    if _state_noun().search(around.text[around.sentence.start : around.trigger.span.start]):
        state = last_state(around.names, around.trigger.span.start)
        return (state,) if state else ()
    return ()


def _mentions(act: Act, around: Around, objects: frozenset[int]) -> tuple[Mention, ...]:
    names, trigger = around.names, around.trigger
    if named := name_inside(act, around):
        return (named,)
    if trigger.tense == "noun" and _ITS.search(
        around.text, around.sentence.start, trigger.span.start
    ):
        owner = possessor_of(names, around.sentence, trigger.span)
        return owner or (_state_before_its(around) if act.kind in _TESTS else ())
    if trigger.tense == "noun":
        owner = possessor_of(names, around.sentence, trigger.span)
        return owner or agent_of(names, around.clause, trigger.span) or _subject(around, objects)
    if trigger.tense == "ed" and _is_passive(around):
        return agent_of(names, around.clause, trigger.span)
    return _subject(around, objects)


def _is_passive(around: Around) -> bool:
    """Say whether a participle is passive: "was requested", "…, requested by Venezuela"."""
    text, trigger = around.text, around.trigger.span
    by = _BY.match(text, trigger.end)
    return bool(by or _PASSIVE.search(text, around.before.start, around.before.end))


def _state_before_its(around: Around) -> tuple[Mention, ...]:
    """Give the state named last before "its" in the same sentence, whatever its part there."""
    before = around.names.within(around.sentence.start, around.trigger.span.start)
    testers = testers_of(around)
    return tuple([m for m in before if m.actor.id in testers and m.how != "adjective"][-1:])


def _subject(around: Around, objects: frozenset[int]) -> tuple[Mention, ...]:
    return subject_of(around.names, around.sentence, around.trigger.span, objects)


def _speaking(
    act: Act, around: Around, told: Told, mentions: Sequence[Mention]
) -> tuple[Actor, ...]:
    """Give those who say "we" or "our" of themselves, unless somebody is named after it."""
    we = first_person_before(around.text, around.trigger.span, told.start)
    if we is None and _is_joined_base(around):
        we = first_person_before(around.text, around.trigger.span, told.start, reach=400)
        mentions = ()
    if we is None:
        return ()
    ours = _OURS.match(around.text, we.start())
    if not ours and any(mention.span.start > we.start() for mention in mentions):
        return ()
    return told.for_their_states(act.kind) if we["many"] else told.speakers


def _is_joined_base(around: Around) -> bool:
    """Say whether a base form goes on with an earlier subject: "we urge … and call on …"."""
    lead = around.text[around.sentence.start : around.trigger.span.start].rstrip()
    return around.trigger.tense == "base" and lead.endswith((" and", " or", ","))


def _for_the_council(act: Act, actor: Actor) -> Actor:
    """Give the Council where "the UN" does what only the Council does."""
    council = act.kind in _COUNCILS and actor.id == "UN"
    return body_named(ActorId("UNSC")) if council else actor


def _targets(act: Act, around: Around, actors: Sequence[Actor]) -> tuple[Mention, ...]:
    if not act.has_target:
        return ()
    ids = {actor.id for actor in actors}
    if "UNSC" in ids:
        ids.add(ActorId("UN"))  # "sanctions imposed by the U.N."
    found = object_of(around.names, around.clause, around.trigger.span)
    return tuple(mention for mention in found if mention.actor.id not in ids)


def _told_before(around: Around) -> Actor | None:
    """Give the state whose act "its launch" takes up: the first tester of the sentence before.

    Where that names none, the last tester named in the sentences before it.
    """
    if not _ITS.search(around.text, around.sentence.start, around.trigger.span.start):
        return None
    testers = testers_of(around)
    end = around.sentence.start
    start = max(around.scene.start, _sentence_before(around.text, end))
    near = [m.actor for m in around.names.within(start, end) if m.actor.id in testers]
    far = [m.actor for m in around.names.within(around.scene.start, end) if m.actor.id in testers]
    return next(iter((*near, *reversed(far))), None)


def _sentence_before(text: str, end: int) -> int:
    """Give where the sentence before an offset begins, roughly: at a stop or a line's start."""
    before = max(0, end - 3)
    return max(text.rfind(mark, 0, before) for mark in (". ", "\n", ".\u201d ")) + 1


def _distinct(mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    return tuple({mention.actor.id: mention.actor for mention in mentions}.values())


def speaks_directly(quote: Quote) -> bool:
    """Say whether the quote holds the speaker's own words."""
    return quote.kind is not QuoteKind.INDIRECT


_OURS = re.compile(r"[Oo]ur\s+(?:[\w\-]+\s+){0,2}(?:commitments?|pledges?|resolve|alliance)\b")
_BY = re.compile(r"\s+by\s+(?!\d)")
_ITS = re.compile(r"\b[Ii]ts\s+(?:[\w\-]+\s+){0,4}$")
_PASSIVE = re.compile(
    r"\b(?:be|been|being|is|are|was|were)\s+(?:\w+ly\s+)?(?:all\s+)?$", re.IGNORECASE
)


@cache
def _state_noun() -> re.Pattern[str]:
    return re.compile(any_of(load_toml("subjects")["state_nouns"]) + r"[^.]*$", re.IGNORECASE)
