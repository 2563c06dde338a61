"""How far and how high a missile flew: "rose to an altitude of 6,200 km", "flew 1,090 km"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from penholder.find.claim_rows import comparators, matches
from penholder.find.counted import read_counted
from penholder.find.found import Found
from penholder.find.lengths import read_km
from penholder.find.polarity import read_polarity
from penholder.find.told_days import event_day
from penholder.find.weapons import find_weapons
from penholder.model.claim import Claim, ClaimType, Comparator, FlightAsked
from penholder.model.span import Span
from penholder.model.statement import Polarity, Statement, StatementKind

_MEASURES = {
    "flew_far": "range",
    "flew_high": "altitude",
    "flew_so_high": "altitude",
    "climbed": "altitude",
}


def find_flights(found: Found) -> Iterator[Claim]:
    """Yield each range and altitude of a launch that the story tells of."""
    for sentence in found.sentences:
        for row, match in matches(found.text, sentence.start, sentence.end, ClaimType.OTHER):
            if row in _MEASURES and (claim := _claim(found, sentence, row, match)):
                yield claim


def _claim(found: Found, sentence: Span, row: str, match: re.Match[str]) -> Claim | None:
    span = Span(*match.span())
    launch = _launch(
        found, match.start(), plain=bool(_PLAIN.search(found.text, sentence.start, match.start()))
    )
    if read_polarity(found.text, sentence.start, match.start()) is not Polarity.ASSERTED:
        return None
    if launch is None or not _flies(found, sentence, span):
        return None
    if _CAPABLE.search(found.text, max(sentence.start, span.start - 30), span.start):
        return None
    actor = launch.actor[0].state or launch.actor[0].id
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.OTHER,
        asked=FlightAsked(
            measure=_MEASURES[row],
            km=read_km(match),
            comparator=_comparator(match),
            actor=actor,
            kinds=read_counted(launch.text).kinds,
            when=launch.when.value if launch.when else event_day(found, sentence, actor),
            sure=_is_its_own(found, sentence, launch),
        ),
        said_by=found.speaker_at(span),
        rule=row,
    )


# Characters from a launch to the sentence that goes on to tell of it.
_NEXT = 250


def _is_its_own(found: Found, sentence: Span, launch: Statement) -> bool:
    """Say whether a sentence tells of a launch: that it reports itself, or goes on from, with no day or weapon of its own."""
    if launch.span.overlaps(sentence):
        return not _EARLIER.search(found.text, sentence.start, launch.span.start)
    dated = any(time.kind == "date" for time in found.times_within(sentence))
    weapons = find_weapons(found.text, sentence.start, sentence.end)
    other = any(
        weapon.system and weapon.system != launch.detail.get("system") for weapon in weapons
    )
    near = 0 <= sentence.start - launch.span.end <= _NEXT
    states = {m.actor.state or m.actor.id for m in found.names.within(sentence.start, sentence.end)}
    return near and not dated and not other and states <= {a.state or a.id for a in launch.actor}


# "Six days after it fired two that flew 600 km": that launch is not the one of the story's day.
_EARLIER = re.compile(r"\b(?:after|since|before|following)\b", re.IGNORECASE)
# What flies, in the words before: not Trump, who "flew 8,000 miles to Singapore".
_FLYING = re.compile(
    r"\b(?:missiles?|rockets?|projectiles?|weapons?|warheads?|vehicles?|launch|test|flight|it|they|which|that|each|both|one|reached|altitude|apogee)\b",
    re.IGNORECASE,
)


def _flies(found: Found, sentence: Span, span: Span) -> bool:
    """Say whether a missile flies here: named in the sentence, or meant by "it" at its head."""
    return bool(
        _FLYING.search(found.text, max(sentence.start, span.start - 80), span.start)
    ) or bool(next(find_weapons(found.text, sentence.start, span.start), None))


# What a weapon might do is no flight.
_CAPABLE = re.compile(r"\b(?:capable\s+of|able\s+to|enough\s+to|designed\s+to|range\s+of)\s+$")
# "The missile" without more is that of the state whose tests the story tells of.
_PLAIN = re.compile(
    r"\b(?:[Tt]he|[Ee]ach|[Bb]oth)\s+(?:missiles?|rockets?|projectiles?)\s+(?:\w+\s+){0,2}$"
)


def _launch(found: Found, before: int, *, plain: bool) -> Statement | None:
    """Give the launch that was told last before a place; of "the missile" one by the story's main tester."""
    told = [
        s
        for s in found.statements
        if s.kind is StatementKind.WEAPON_TEST and s.polarity is Polarity.ASSERTED
    ]
    testers = Counter(s.actor[0].state or s.actor[0].id for s in told if s.actor)
    if plain and testers:
        main = max(testers, key=lambda state: (testers[state], state == "PRK"))
        told = [s for s in told if s.actor and main in {s.actor[0].state, s.actor[0].id}]
    return next((s for s in told[::-1] if s.span.start < before), None)


def _comparator(match: re.Match[str]) -> Comparator:
    said = " ".join((match["comparator"] or "").casefold().split())
    return comparators().get(said, Comparator.EXACT)
