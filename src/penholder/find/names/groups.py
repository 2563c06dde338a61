"""Groups that a story forms itself: "the three countries", "both sides", "the trio", "its allies"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from penholder.find.names.antecedents import owner_before
from penholder.find.names.chains import Chain, between, find_chains, group_of, states_in
from penholder.find.names.plurals import Plural, find_plurals
from penholder.find.names.stops import sentence_starts
from penholder.model.actor import Actor, ActorId, ActorKind, Mention
from penholder.tables.load import load_toml

# Characters back to where a group was named: a short story, or a section of a long one.
_REACH = 4000
# Characters back to where "the allies" or "the neighbors", without a number, were named together.
_NEAR = 2000
# Sentences, its own with them, whose only states a group can be.
_SENTENCES = 3
# "The two allies, South Korea and Japan": what may stand before those whom it names itself.
_APPOSED = re.compile(r"\s*(?:,|\(|—|–|-|:|,?\s+namely|)\s*(?:the\s+)?$")

# "Biden spoke with Kishida": two people who have to do with each other.
_MEETING = re.compile(
    r"\b(?:met|meets?|meeting|spoke|speaks?|talk(?:s|ed)?|summit|call(?:ed)?|host(?:s|ed)?|welcomed|visit(?:s|ed)?)\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"(?:\s+(?:group|nations|members|countries|states|bloc))?\s*"
    r"(?:\(|,\s+namely,?|namely,?|\(namely|—|–|:|\(?comprising(?:\s+of)?|,\s+made\s+up\s+of)\s*(?:the\s+)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a story names, for looking back from a group."""

    text: str
    mentions: Sequence[Mention]
    chains: Sequence[Chain]


def find_groups(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield each group with its members, where the story tells them, in reading order.

    `mentions` holds those who are named, in reading order.
    """
    plurals = tuple(find_plurals(text))
    if not plurals:
        return
    told = _Told(text=text, mentions=mentions, chains=find_chains(text, mentions))
    for plural in plurals:
        if actor := _owned(told, plural) if plural.owned else _named_before(told, plural):
            yield Mention(span=plural.span, text=plural.text, actor=actor, how="group")


def with_members(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions, and the groups whose members stand right behind them with these.

    "The A3+ group (Algeria, Guyana and Mozambique)".
    """
    open_groups = [mention for mention in mentions if _is_open(mention)]
    chains = find_chains(text, mentions) if open_groups else ()
    known = {
        mention.actor.id: replace(mention.actor, members=tuple(one.id for one in chain.members))
        for mention in open_groups
        for chain in chains
        if not chain.people and _is_apposed(text, mention, chain)
    }
    for mention in mentions:
        actor = known.get(mention.actor.id)
        yield replace(mention, actor=actor) if actor else mention


def _is_open(mention: Mention) -> bool:
    return mention.actor.kind is ActorKind.GROUP and not mention.actor.members


def _is_apposed(text: str, mention: Mention, chain: Chain) -> bool:
    between = text[mention.span.end : chain.span.start]
    return len(between) < 40 and bool(_MEMBERS.fullmatch(between))


def _named_before(told: _Told, plural: Plural) -> Actor | None:
    members = _apposed(told, plural) or _near(told, plural) or _far(told, plural)
    return group_of(members) if members else None


def _apposed(told: _Told, plural: Plural) -> Sequence[Actor]:
    """Give those who are named right after it: "the two allies, South Korea and Japan"."""
    for chain in told.chains:
        start = chain.span.start
        if plural.span.end < start <= plural.span.end + 12 and plural.fits(chain):
            return chain.members if _APPOSED.match(told.text[plural.span.end : start]) else ()
    return ()


def _near(told: _Told, plural: Plural) -> Sequence[Actor]:
    """Give the chain, or else the only states, of its sentence or the ones before."""
    end = plural.span.start
    for start in sentence_starts(told.text, end, _SENTENCES):
        inside = [c for c in told.chains if start <= c.span.start and c.span.end <= end]
        if fitting := [c for c in inside if plural.fits(c)]:
            return fitting[-1].members
        if plural.people:
            people = _people_in(between(told.mentions, start, end))
            enough = len(people) == (plural.count or 2) and plural.fits_people(people)
            if enough and _MEETING.search(told.text, start, end):
                return people
            continue
        if not plural.count:
            continue
        states = states_in(between(told.mentions, start, end))
        if len(states) == plural.count:
            return states
        if len(states) > plural.count:
            return ()
    return ()


def _people_in(mentions: Sequence[Mention]) -> Sequence[Actor]:
    """Give the people of a stretch: "Biden spoke with Kishida"."""
    people = {m.actor.id: m.actor for m in mentions if m.actor.kind is ActorKind.PERSON}
    return tuple(people.values())


def _far(told: _Told, plural: Plural) -> Sequence[Actor]:
    reach = _REACH if plural.count else _NEAR
    first, end = plural.span.start - reach, plural.span.start
    fitting = [c for c in told.chains if first <= c.span.start and c.span.end <= end]
    return next((c.members for c in reversed(fitting) if plural.fits(c)), ())


def _owned(told: _Told, plural: Plural) -> Actor | None:
    """Give somebody's allies or neighbours: by name where the words name them right after."""
    if members := _apposed(told, plural):
        return group_of(members)
    owner = owner_before(told.text, told.mentions, plural.span.start)
    if owner is None or owner.kind is not ActorKind.STATE:
        return None
    return group_owned(owner, plural.owned)


def group_owned(owner: Actor, row: str) -> Actor:
    """Give the allies or neighbours of a state: "JPN/allies"; those of the US have an id of their own."""
    name = next(one["name"] for one in load_toml("groups")["owned"] if one["id"] == row)
    return _table_group(owner.id, row) or Actor(
        id=ActorId(f"{owner.id}/{row}"), name=f"{name} of {owner.name}", kind=ActorKind.GROUP
    )


@cache
def _table_group(owner: ActorId, row: str) -> Actor | None:
    """Give the group of bodies.toml that is somebody's, by its cells `owner` and `owned`."""
    groups = load_toml("bodies")["group"]
    for one in groups:
        if (one.get("owner"), one.get("owned")) == (owner, row):
            return Actor(id=ActorId(one["id"]), name=one["name"], kind=ActorKind.GROUP)
    return None
