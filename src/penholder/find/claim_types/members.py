"""Who sits on the Council, since when and how long, and who can veto."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.claim_rows import matches
from penholder.find.claim_types.seat_times import (
    TURNS,
    is_no_term,
    names_a_term,
    other_years,
    seat_time,
)
from penholder.find.council_scene import in_seats_scene
from penholder.find.found import Found
from penholder.find.numbers import read_number
from penholder.find.polarity import read_polarity
from penholder.find.seats import is_sitter, names_after, names_before
from penholder.find.subjects import last_state, subject_of
from penholder.model.actor import ActorId, ActorKind, Mention
from penholder.model.claim import Claim, ClaimType, CouncilAsked
from penholder.model.span import Span
from penholder.model.statement import Polarity

_FACTS = {
    "member_named": "member",
    "member_apposed": "member",
    "members_listed": "member",
    "member_of": "member",
    "permanent_members": "permanent",
    "sits_on": "member",
    "joined_council": "joined",
    "term_ends": "leaves",
    "leaves_council": "leaves",
    "veto_power": "permanent",
    "members_told": "member",
    "they_are": "elected",
    "elected_as": "joined",
    "elected_names": "joined",
    "seat_won": "joined",
    "joined_by": "elected",
    "seats_given_up": "leaves",
    "seats_of": "leaves",
    "seat_held_in": "member",
}
# Rows whose names stand right behind their words, or inside them.
_BEHIND = frozenset({"member_named", "members_listed", "they_are", "seats_given_up", "seats_of"})
_INSIDE = frozenset({"elected_names", "joined_by"})
_OF_A_SUBJECT = frozenset(
    {"sits_on", "joined_council", "leaves_council", "elected_as", "seat_won", "seat_held_in"}
)
_SEVERAL = 3
# Rows that tell of an election, after which a seat is taken the year after.
_ELECTIONS = frozenset({"elected_as", "elected_names", "seat_won"})
_SEATS = {
    "permanent": "permanent",
    "veto-wielding": "permanent",
    "nonpermanent": "elected",
    "non-permanent": "elected",
    "elected": "elected",
    "temporary": "elected",
    "rotating": "elected",
}
# "Security Council members China and Russia", "the UN Council": no other council is meant.
_SURE = re.compile(r"security\s+council|UNSC|\bU\.?N\.?\s+council", re.IGNORECASE)
_ELECTED = re.compile(r"\belected\s+to\b|\b(?:will|to|set\s+to)\s+join\b", re.IGNORECASE)
# "Will leave the Council in December": what is settled; a bid for a seat is not.
_WILL = re.compile(r"\bwill(?:\s+be)?\s+$", re.IGNORECASE)
_NEWEST = re.compile(r"\b(?:newest|latest)\b", re.IGNORECASE)
_ASIDE = re.compile(r",\s+(?:(?:which|who|both)\s[^,;]{0,20})?$", re.IGNORECASE)
_OFFICIALS = frozenset(map(ActorId, ("UN", "UNSC", "IAEA", "CTBTO")))


def find_member_claims(found: Found) -> Iterator[Claim]:
    """Yield each claim that somebody sits on the Council, joined it, leaves it or can veto."""
    for sentence in found.sentences:
        rows = matches(found.text, sentence.start, sentence.end, ClaimType.COUNCIL_FACT)
        found_here: list[Claim] = []
        for row, match in sorted(rows, key=lambda row: row[1].span()):
            if row in _FACTS and in_seats_scene(found, sentence):
                found_here.extend(_claims(found, sentence, row, match))
        yield from _without_doubles(found_here)


def _without_doubles(claims: list[Claim]) -> Iterator[Claim]:
    """Yield the claims that ask what none before them asks in the same words."""
    for place, claim in enumerate(claims):
        earlier = claims[:place]
        if not any(one.asked == claim.asked and one.span.overlaps(claim.span) for one in earlier):
            yield claim


def _claims(found: Found, sentence: Span, row: str, match: re.Match[str]) -> Iterator[Claim]:
    words = Span(*match.span())
    # "Unlikely due to Russia, which holds a veto": the aside stands on its own.
    aside = _ASIDE.search(found.text, sentence.start, words.start)
    start = aside.start() if aside else sentence.start
    asserted = read_polarity(found.text, start, words.start) is Polarity.ASSERTED
    settled = row in {"seats_of", "seats_given_up"} or _WILL.search(found.text, start, words.start)
    if not asserted and not settled:
        return
    mentions = _named(found, sentence, row, words)
    states, official = _states(mentions), _official(mentions)
    if not states and not official:
        return
    # "Will replace Kerry": those who make room for new members are several.
    if match.groupdict().get("many") and len(states) < _SEVERAL:
        return
    if row == "member_of" and _is_miscounted(found.text, mentions, words):
        return
    if row == "seat_held_in" and is_no_term(match):
        return
    span = _without_turn(found.text, _around(mentions, words))
    yield Claim(
        span=span,
        text=span.of(found.text).rstrip(" ,:("),
        type=ClaimType.COUNCIL_FACT,
        asked=CouncilAsked(
            fact="official" if official and not states else _fact(row, match),
            actors=states,
            when=seat_time(found, sentence, row, span, match),
            value=official or ("elected" if _is_election(row, match) else None),
            holds=not match.groupdict().get("not"),
            exact=_is_exact(found, sentence, mentions, match) and _is_of_now(found, sentence, row),
        ),
        said_by=found.speaker_at(span),
        rule=row,
    )


# "Was elected for a tenth time": how often is no part of what is checked.
_NTH_TIME = re.compile(r",?\s+for\s+(?:an?|the|its)\s+[\w\-]+\s+time\b", re.IGNORECASE)


def _without_turn(text: str, span: Span) -> Span:
    """Give the words of a seat up to those that tell how often it was held."""
    turn = _NTH_TIME.search(text, span.start, span.end)
    return Span(span.start, turn.start()) if turn else span


_SO_MANY = re.compile(r"\b(\w+)\s+of\s*$", re.IGNORECASE)


def _is_miscounted(text: str, mentions: tuple[Mention, ...], words: Span) -> bool:
    """Say whether the words before a seat count others than those named: "Kenya, two of the members"."""
    said = _SO_MANY.search(text[mentions[-1].span.end : words.start])
    number = read_number(said[1]) if said else None
    return number is not None and number != len(_states(mentions))


def _is_election(row: str, match: re.Match[str]) -> bool:
    """Say whether a seat is told before it is taken: by an election, or as one to come."""
    return row in _ELECTIONS or bool(_ELECTED.search(match[0]))


def _fact(row: str, match: re.Match[str]) -> str:
    if row in TURNS:
        return _FACTS[row]
    if row == "seat_held_in" and names_a_term(match):
        return "leaves"
    if row == "member_apposed" and _NEWEST.search(match[0]):
        return "joined"
    groups = match.groupdict()
    seat = (groups.get("seat") or groups.get("seat2") or groups.get("seat3") or "").casefold()
    return _SEATS.get(seat, _FACTS[row])


def _named(found: Found, sentence: Span, row: str, words: Span) -> tuple[Mention, ...]:
    """Give those said to sit: named right after, right before, or the subject of "sits on"."""
    if row in _INSIDE:
        inside = found.names.within(words.start, words.end)
        return tuple(m for m in inside if is_sitter(m))
    if row in _BEHIND or (row == "veto_power" and words.of(found.text).endswith("-")):
        return names_after(found, sentence, words)
    return names_before(found, sentence, words) or _far_from(found, sentence, row, words)


def _far_from(found: Found, sentence: Span, row: str, words: Span) -> tuple[Mention, ...]:
    """Give those said to sit where no name stands right before: the subject, or names behind."""
    if row in _OF_A_SUBJECT:
        return subject_of(found.names, sentence, words)
    if row in {"member_of", "member_apposed", "permanent_members"}:
        return names_after(found, sentence, words)
    if row == "term_ends" and words.of(found.text)[:3] in {"its", "the", "who"}:
        return _last(found, words)
    if row == "term_ends":
        return subject_of(found.names, sentence, words)
    return ()


def _last(found: Found, words: Span) -> tuple[Mention, ...]:
    state = last_state(found.names, words.start)
    near = found.names.within(max(0, words.start - 120), words.start)
    return tuple(m for m in near if state and m.actor.id == state.id)[-1:]


def _states(mentions: tuple[Mention, ...]) -> tuple[ActorId, ...]:
    states = (
        mention.actor.id if mention.actor.kind is ActorKind.STATE else mention.actor.state
        for mention in mentions
    )
    return tuple(dict.fromkeys(state for state in states if state))


def _official(mentions: tuple[Mention, ...]) -> str | None:
    """Give the name of somebody who acts for no state: the Secretary-General."""
    people = (m.actor for m in mentions if m.actor.kind in {ActorKind.PERSON, ActorKind.OFFICE})
    return next((one.name for one in people if one.state is None or one.state in _OFFICIALS), None)


def _around(mentions: tuple[Mention, ...], words: Span) -> Span:
    starts = (words.start, *(mention.span.start for mention in mentions))
    ends = (words.end, *(mention.span.end for mention in mentions))
    return Span(min(starts), max(ends))


# "South Korea, then an elected member": the seat is of another time than the story's.
_PAST = re.compile(
    r"\b(?:then|was|were|had|former|formerly|ex|at\s+the\s+time|previously|once|will|would|elect|incoming|next)\b",
    re.IGNORECASE,
)


def _is_of_now(found: Found, sentence: Span, row: str) -> bool:
    """Say whether a seat is told of the story's own time; joining and leaving name theirs."""
    if row in TURNS:
        return True
    return not _PAST.search(sentence.of(found.text)) and not any(other_years(found, sentence))


def _is_exact(
    found: Found, sentence: Span, mentions: tuple[Mention, ...], match: re.Match[str]
) -> bool:
    """Say whether the words can be wrong: the Security Council's seat, and a state by its name."""
    named = _SURE.search(found.text, sentence.start, sentence.end)
    plain = all(m.actor.kind is ActorKind.STATE and m.how != "pronoun" for m in mentions)
    number = read_number(match[0].split()[0])
    # "Two members of the Council" may be others than those named before; "one of the five" is not.
    return bool(named) and plain and (number is None or match[0].casefold().startswith("one of"))
