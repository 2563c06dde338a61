"""The Council itself: its size, who presides, who holds a permanent seat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.claim_rows import matches
from penholder.find.clauses import clause_around
from penholder.find.council_scene import in_council_scene
from penholder.find.found import Found
from penholder.find.numbers import read_number
from penholder.find.subjects import last_state, possessor_of, subject_of
from penholder.model.actor import ActorId, ActorKind, Mention
from penholder.model.claim import Claim, ClaimType, CouncilAsked
from penholder.model.span import Span

_FACTS = {
    "council_size": "size",
    "permanent_size": "permanent_size",
    "elected_size": "elected_size",
    "un_size": "un_size",
    "presidency": "presidency",
    "permanent_members": "permanent",
}


def find_council_claims(found: Found) -> Iterator[Claim]:
    """Yield each claim about the Council's members, size or presidency."""
    for sentence in found.sentences:
        rows = matches(found.text, sentence.start, sentence.end, ClaimType.COUNCIL_FACT)
        for row, match in sorted(rows, key=lambda row: row[1].span()):
            if claim := _claim(found, sentence, row, match):
                yield claim


# What tells the Council's presidency from a president's.
_ROTATION = re.compile(r"council|UNSC|rotating|month-?long|monthly|one-month", re.IGNORECASE)


def _claim(found: Found, sentence: Span, row: str, match: re.Match[str]) -> Claim | None:
    if row != "un_size" and not in_council_scene(found, sentence):
        return None
    span, fact = Span(*match.span()), _FACTS[row]
    if fact == "presidency" and not _ROTATION.search(sentence.of(found.text)):
        return None
    number = read_number(match["number"]) if "number" in match.groupdict() else None
    actors = _actors(found, sentence, span, fact)
    if fact in {"presidency", "permanent"} and not actors:
        return None
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.COUNCIL_FACT,
        asked=CouncilAsked(
            fact=fact, actors=actors, when=_when(found, sentence, span), number=number
        ),
        said_by=found.speaker_at(span),
        rule=row,
    )


def _actors(found: Found, sentence: Span, span: Span, fact: str) -> tuple[ActorId, ...]:
    if fact == "permanent":
        return _holders(found, sentence, span)
    if fact != "presidency":
        return ()
    inside = found.names.within(span.start, span.start + 12)
    if any(mention.actor.kind is ActorKind.PERSON for mention in inside[:1]):
        return ()  # "Trump's presidency" is no presidency of the Council
    mentions = _states(inside) or _states(possessor_of(found.names, sentence, span))
    if mentions:
        return mentions
    subject = _states(subject_of(found.names, sentence, span))
    if subject:
        return subject
    state = last_state(found.names, span.start)
    return (state.id,) if state else ()


def _holders(found: Found, sentence: Span, span: Span) -> tuple[ActorId, ...]:
    """Give the states that the words call permanent members: those just before, or just after."""
    before = _states(subject_of(found.names, sentence, span))
    if before:
        return before
    near = clause_around(found.text, sentence, span)
    return _states(found.names.within(near.start, near.end))


def _states(mentions: tuple[Mention, ...]) -> tuple[ActorId, ...]:
    states = (
        mention.actor.id if mention.actor.kind is ActorKind.STATE else mention.actor.state
        for mention in mentions
        if mention.how != "adjective" or mention.actor.kind is ActorKind.STATE
    )
    return tuple(dict.fromkeys(state for state in states if state))


def _when(found: Found, sentence: Span, span: Span) -> str | None:
    inside = [time for time in found.times_within(span) if time.kind == "date"]
    around = [time for time in found.times_within(sentence) if time.kind == "date"]
    times = inside or [time for time in around if time.span.start >= span.end] or around
    return times[0].value if times else None
