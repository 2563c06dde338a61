"""Tells the security councils of states, towns and firms from that of the United Nations."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.found import Found
from penholder.find.phrases import any_of
from penholder.model.actor import ActorId, ActorKind, Mention
from penholder.model.span import Span
from penholder.tables.load import load_toml

_UN = frozenset(map(ActorId, ("UN", "UNSC", "UNGA")))
_COUNCIL = re.compile(r"\bsecurity\s+council\b", re.IGNORECASE)
# "Berlin's Security Council voted"; "Monday's Security Council vote" and "Russia's Security Council veto" are the UN's.
_OWNED = re.compile(r"(?P<owner>[\w.]+)[’']s\s+$")
_OF_A_DAY = re.compile(
    r"(?:\w+day|today|yesterday|week|month|year|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|u\.?n\.?|nations|organization|organisation|body|world)$",
    re.IGNORECASE,
)
# What an owner has in the UN's Council: a seat, a veto, an envoy, a draft.
_HELD = re.compile(
    r"\s+(?:seats?|veto(?:es)?|presidency|terms?|bid|membership|votes?|ambassador|envoy|draft|resolutions?|text|proposal"
    r"|measure|statement|members?|colleagues|partners|allies|meeting|session|sanctions|abstention|campaign|mandate)\b",
    re.IGNORECASE,
)
# "A spokesman for the National Security Council said": no body that votes.
_SPEAKING = re.compile(
    r"\s+(?:spokes\w+|advis\w+|coordinat\w+|officials?|director|aides?|staff\w*|press)\b",
    re.IGNORECASE,
)
# "The Security Council of the town"; that of the United Nations is the Council.
_OF = re.compile(
    r"\s+of\s+(?:(?:the|a|an|its|our)\s+)?(?:[\w-]+\s+)?(?:company|firm|city|town|village|county|university|port|bank|club|"
    r"district|province|federation|republic|kingdom)\b",
    re.IGNORECASE,
)
_NEAR = 24  # characters between "the town's" and "security council"


def other_councils(found: Found, stretch: Span) -> list[Span]:
    """Give where a stretch names the security council of a state, a town, a union or a firm."""
    places = _COUNCIL.finditer(found.text, stretch.start, stretch.end)
    return [Span(*match.span()) for match in places if _is_anothers(found, Span(*match.span()))]


def _is_anothers(found: Found, council: Span) -> bool:
    if _SPEAKING.match(found.text, council.end):
        return False
    lead = found.text[max(0, council.start - _NEAR) : council.start]
    if _kinds().search(lead + found.text[council.start : council.end]):
        return True
    if _OF.match(found.text, council.end):
        return True
    if _HELD.match(found.text, council.end):
        return False
    owned = _OWNED.search(lead)
    if owned:
        return not _OF_A_DAY.search(owned["owner"])
    near = found.names.within(max(0, council.start - _NEAR), council.end + _NEAR)
    return any(_is_a_states(one, council) or _is_beside(found.text, one, council) for one in near)


def _is_a_states(mention: Mention, council: Span) -> bool:
    """Say whether the words name a body of a state: "the Security Council of Russia"."""
    actor = mention.actor
    return bool(actor.state) and actor.kind is ActorKind.BODY and mention.span.overlaps(council)


def _is_beside(text: str, mention: Mention, council: Span) -> bool:
    """Say whether a state's name stands right before: "the Russian Security Council"."""
    between = text[mention.span.end : council.start]
    state = mention.actor.kind is ActorKind.STATE and mention.actor.id not in _UN
    return (
        state
        and mention.how == "adjective"
        and mention.span.end <= council.start
        and not between.strip()
    )


def takes_up_another(text: str, lead: Span) -> bool:
    """Say whether the council named last is no security council: "the Council of Europe … The council has 46 members"."""
    *_, last = (None, *_named().finditer(text, lead.start, lead.end))
    return last is not None and last["other"] is not None


@cache
def _named() -> re.Pattern[str]:
    others = any_of(load_toml("acts")["classes"]["other_council"])
    return re.compile(rf"(?P<other>{others})|\b(?i:security\s+council|UNSC)\b", re.IGNORECASE)


@cache
def _kinds() -> re.Pattern[str]:
    """Give the pattern of other security councils' names: "National Security Council"."""
    words = load_toml("acts")["classes"]["other_security_council"]
    return re.compile(any_of(words) + r"$", re.IGNORECASE)
