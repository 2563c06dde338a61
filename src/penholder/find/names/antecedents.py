"""Tells which state, body or group "its", "it" and "they" take up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from penholder.find.names.chains import between, find_chains, group_of
from penholder.find.names.people import person_named
from penholder.find.names.stops import sentence_starts
from penholder.model.actor import Actor, ActorKind, Mention

_ONE = frozenset({ActorKind.STATE, ActorKind.BODY})
_POSSESSED = re.compile(r"['’]s?\s")
_AND = re.compile(r"\band\s+$")
_JOINED = re.compile(r"^\s*(?:,|,?\s*and|or)\s*(?:the\s+)?$")
# Sentences back, its own with them, in which "its" finds whose it is.
_SENTENCES = 2
# Sentences back in which "his" finds whose it is: about two paragraphs.
_PARAGRAPHS = 5
# Characters from the start of a sentence within which its subject begins.
_OPENING = 60
# "Officials said they": others than states are many, too.
_MANY_OTHERS = re.compile(
    r"\b(?:officials|diplomats|experts|analysts|ministers|leaders|members|missiles|sanctions|people|troops|residents|"
    r"lawmakers|talks|tests|launches|forces|sources|reporters|weapons|projectiles|rockets|critics|observers)\b",
    re.IGNORECASE,
)


def owner_before(text: str, mentions: Sequence[Mention], offset: int) -> Actor | None:
    """Give whose "its" at an offset is; None where nobody was named near."""
    first, *earlier = sentence_starts(text, offset, _SENTENCES)
    here = _single(text, between(mentions, first, offset), offset)
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
    found = here[-1:] or before[:1] or states[-1:]
    return found[0].actor if found else None


def _is_state(mention: Mention) -> bool:
    return mention.actor.kind is ActorKind.STATE and mention.how != "adjective"


def many_before(text: str, mentions: Sequence[Mention], offset: int) -> Actor | None:
    """Give the group that "they" at an offset means: of its sentence, else that the one before begins with."""
    first, *earlier = sentence_starts(text, offset, _SENTENCES)
    if here := _together(text, between(mentions, first, offset)):
        return here[-1][1]
    if _MANY_OTHERS.search(text, first, offset):
        return None
    for start in earlier:
        before = _together(text, between(mentions, start, first))
        return next((actor for place, actor in before if place - start < _OPENING), None)
    return None


def _together(text: str, mentions: Sequence[Mention]) -> list[tuple[int, Actor]]:
    """Give the groups and chains of a stretch, each with where it begins, in reading order."""
    groups = [(m.span.start, m.actor) for m in mentions if m.actor.kind is ActorKind.GROUP]
    chains = [(c.span.start, group_of(c.members)) for c in find_chains(text, mentions)]
    return sorted((*groups, *chains), key=lambda one: one[0])


def somebody_before(
    text: str, mentions: Sequence[Mention], offset: int, *, not_of: str
) -> Actor | None:
    """Give the person whom "his" or "her" means: sentence by sentence backward, the first who fits."""
    end = offset
    for start in sentence_starts(text, offset, _PARAGRAPHS):
        for mention in between(mentions, start, end):
            is_person = mention.actor.kind is ActorKind.PERSON
            if is_person and person_named(mention.actor.name).sex != not_of:
                return mention.actor
        end = start
    return None


def _single(text: str, mentions: Sequence[Mention], offset: int) -> list[Mention]:
    """Give the states and bodies that stand alone: "its" is not of two."""
    ones = [m for m in mentions if m.actor.kind in _ONE and m.how != "adjective"]
    ends = {m.span.end: m for m in ones}
    joined: set[int] = set()
    for one, other in zip(ones, ones[1:], strict=False):
        if _JOINED.match(text[one.span.end : other.span.start]):
            joined |= {one.span.start, other.span.start}
    return [m for m in ends.values() if m.span.start not in joined and m.span.end <= offset]


def _subject(text: str, mentions: Sequence[Mention], start: int, end: int) -> Actor | None:
    """Give the first state or body of a stretch."""
    ones = _single(text, between(mentions, start, end), end)
    return ones[0].actor if ones else None


def _owns(text: str, mention: Mention) -> bool:
    return bool(_POSSESSED.match(text, mention.span.end))
