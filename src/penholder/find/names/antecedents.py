"""Tells which state, body or group "its", "it" and "they" take up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from penholder.find.names.chains import between, find_chains, group_of, states_in
from penholder.find.names.people import person_named
from penholder.find.names.stops import sentence_starts
from penholder.model.actor import Actor, ActorKind, Mention
from penholder.model.span import Span

_ONE = frozenset({ActorKind.STATE, ActorKind.BODY})
_POSSESSED = re.compile(r"['’]s?\s")
_AND = re.compile(r"\s*\band\s+$")
# "U.N. diplomats": no body, but those who work there.
_MODIFIES = re.compile(
    r"\s+(?:diplomats?|officials?|experts?|sources?|sanctions|resolutions?|ambassadors?|envoys?|leaders?|inspectors?)\b"
)
_JOINED = re.compile(r"^\s*(?:,|,?\s*and|or)\s*(?:the\s+)?$")
# Sentences back, its own with them, in which "its" finds whose it is.
_SENTENCES = 2
# Sentences back in which "his" finds whose it is: about two paragraphs.
_PARAGRAPHS = 5
# Characters from the start of a sentence within which its subject begins.
_OPENING = 60
# "Officials said they", "two missiles … they": others than states are many, too.
_PEOPLE = (
    r"officials|diplomats|experts|analysts|ministers|leaders|members|people|troops|residents|lawmakers|forces|"
    r"sources|reporters|critics|observers|aides|residents|scientists|envoys"
)
_OTHER_PEOPLE = re.compile(rf"\b(?:{_PEOPLE})\b", re.IGNORECASE)
_OTHERS = re.compile(
    rf"\b(?:{_PEOPLE}|missiles|sanctions|talks|tests|launches|weapons|projectiles|rockets)\b",
    re.IGNORECASE,
)


def owner_before(text: str, mentions: Sequence[Mention], offset: int) -> Actor | None:
    """Give whose "its" at an offset is; None where nobody was named near."""
    first, *earlier = sentence_starts(text, offset, _SENTENCES)
    here = _single(text, between(mentions, first, offset), offset)
    if here and _AND.fullmatch(text, here[-1].span.end, offset):
        return here[-1].actor  # "South Korea and its president"
    if _AND.search(text, first, offset) and (owners := [m for m in here if _owns(text, m)]):
        return owners[-1].actor  # "North Korea's provocations and its program"
    acting = [m for m in here if not _owns(text, m)]
    if acting or here:
        return (acting or here)[-1].actor
    return next((s for start in earlier if (s := _subject(text, mentions, start, first))), None)


def taken_up(text: str, mentions: Sequence[Mention], offset: int) -> Actor | None:
    """Give whom "it" at an offset means; None where nobody was named near."""
    first, *earlier = sentence_starts(text, offset, _SENTENCES)
    here = _single(text, between(mentions, first, offset), offset)
    if here:
        return here[-1].actor
    return next((s for start in earlier if (s := _subject(text, mentions, start, first))), None)


def last_named(text: str, mentions: Sequence[Mention], offset: int) -> Actor | None:
    """Give the state that "the country" at an offset means.

    The last one of its sentence, else the subject of the sentence before, else the last one named.
    """
    first, *earlier = sentence_starts(text, offset, _SENTENCES)
    states = [m for m in between(mentions, 0, offset) if _is_state(m) and m.span.end <= offset]
    here = [m for m in states if m.span.start >= first]
    before = [m for m in states if earlier and earlier[0] <= m.span.start < first]
    if found := here[-1:] or before[:1]:
        return found[0].actor
    served = states_in(between(mentions, first, offset))  # "Prime Minister Abe … the country"
    return served[-1] if served else next((m.actor for m in states[-1:]), None)


def _is_state(mention: Mention) -> bool:
    return mention.actor.kind is ActorKind.STATE and mention.how != "adjective"


def many_before(text: str, mentions: Sequence[Mention], offset: int) -> Actor | None:
    """Give the group that "they" at an offset means: of its sentence, else that the one before begins with."""
    first, *earlier = sentence_starts(text, offset, _SENTENCES)
    if here := _together(text, between(mentions, first, offset)):
        span, actor = here[-1]
        opens = span.start - first < _OPENING
        return actor if opens or not _OTHER_PEOPLE.search(text, span.end, offset) else None
    if _OTHERS.search(text, first, offset):
        return None
    for start in earlier:
        before = _together(text, between(mentions, start, first))
        return next((actor for span, actor in before if span.start - start < _OPENING), None)
    return None


def _together(text: str, mentions: Sequence[Mention]) -> list[tuple[Span, Actor]]:
    """Give the groups and chains of a stretch, each with its place, in reading order."""
    groups = [(m.span, m.actor) for m in mentions if m.actor.kind is ActorKind.GROUP]
    chains = [(c.span, group_of(c.members)) for c in find_chains(text, mentions)]
    return sorted((*groups, *chains), key=lambda one: one[0])


def somebody_before(
    text: str, mentions: Sequence[Mention], offset: int, *, not_of: str, acted_upon: bool = False
) -> Actor | None:
    """Give the person whom "his" or "her" means: sentence by sentence backward, the first who fits.

    `acted_upon`: "him" is somebody else than the subject of its own sentence, where two are named.
    """
    end = offset
    for start in sentence_starts(text, offset, _PARAGRAPHS):
        fitting = [m.actor for m in between(mentions, start, end) if _is_person(m, not_of)]
        if acted_upon and end == offset and len({actor.id for actor in fitting}) > 1:
            return next(a for a in reversed(fitting) if a.id != fitting[0].id)
        if fitting:
            return fitting[0]
        end = start
    return None


def _is_person(mention: Mention, not_of: str) -> bool:
    is_person = mention.actor.kind is ActorKind.PERSON
    return is_person and person_named(mention.actor.name).sex != not_of


def _single(text: str, mentions: Sequence[Mention], offset: int) -> list[Mention]:
    """Give the states and bodies that stand alone: "its" is not of two."""
    named = (m for m in mentions if m.actor.kind in _ONE and m.how != "adjective")
    ones = [m for m in named if not _MODIFIES.match(text, m.span.end)]
    ends = {m.span.end: m for m in ones}
    joined: set[int] = set()
    for one, other in pairwise(ones):
        if _JOINED.match(text[one.span.end : other.span.start]):
            joined |= {one.span.start, other.span.start}
    return [m for m in ends.values() if m.span.start not in joined and m.span.end <= offset]


def _subject(text: str, mentions: Sequence[Mention], start: int, end: int) -> Actor | None:
    """Give the first state or body of a stretch."""
    ones = _single(text, between(mentions, start, end), end)
    return ones[0].actor if ones else None


def _owns(text: str, mention: Mention) -> bool:
    return bool(_POSSESSED.match(text, mention.span.end))
