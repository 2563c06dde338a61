"""Counts in a period: "its 12th test this year"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from penholder.find.claim_rows import ClaimRow, comparators, rows_for
from penholder.find.claim_types.count_nouns import NEAR, is_bare, what_is_counted
from penholder.find.claim_types.count_windows import ATTEMPTS, CountPlace, count_window, is_sure
from penholder.find.claim_types.day_after import day_after
from penholder.find.claim_types.nuclear_events import nuclear_event
from penholder.find.counted import (
    Counted,
    owner_within,
    whole_noun,
    whose,
)
from penholder.find.counters import counter_of, names_counter
from penholder.find.found import Found
from penholder.find.narrowing import is_narrowed_behind, is_of_one, over_land_behind
from penholder.find.numbers import read_number
from penholder.find.polarity import read_polarity
from penholder.find.told_days import event_day
from penholder.find.unreal import is_of_the_latest, is_unreal
from penholder.find.weapons import find_weapons
from penholder.find.window import Window
from penholder.model.actor import ActorId
from penholder.model.claim import Claim, ClaimType, Comparator, CountAsked
from penholder.model.span import Span
from penholder.model.statement import Polarity, StatementKind

_BEFORE_OWNER = re.compile(
    r"\b(?P<words>at least|more than|no fewer than|about|around)\s+(?:[\w.]+\s+){0,2}\w+['’]s\s+$",
    re.IGNORECASE,
)
# "Before that, it had conducted nine tests": the latest one is not among them.
_BEFORE_IT = re.compile(
    r"\b(?:before|prior\s+to|until)\s+(?:that|this|then|it|(?:the|\w+['’]s)\s+(?:latest\s+)?(?:launch|test|firing))\b",
    re.IGNORECASE,
)
# A loose number of "occasions" or "moves" can be of anything.
_WEAPON = re.compile(r"missile|weapon|launch|test|firing|rocket|projectile|icbm|slbm|irbm")
# "One missile per week": a rate.
_RATE = re.compile(r"\s+(?:per|a|every|each)\s+(?:day|week|month|year)\b", re.IGNORECASE)
_DAY = timedelta(days=1)


def find_counts(found: Found) -> Iterator[Claim]:
    """Yield each count of tests or weapons whose window can be read."""
    for sentence in found.sentences:
        done = covered = sentence.start
        last: CountAsked | None = None
        for row, match in _matches(found, sentence):
            # A loose number inside the words of another count says nothing more.
            if match.start() < (covered if row == "vague" else done):
                continue
            if claim := _claim(
                found, CountPlace(sentence=sentence, row=row, match=match, last=last)
            ):
                done, covered = match.end(), claim.span.end
                last = claim.asked if isinstance(claim.asked, CountAsked) else None
                yield claim


def _matches(found: Found, sentence: Span) -> list[tuple[str, re.Match[str]]]:
    may = rows_for(found.text, sentence.start, sentence.end, ClaimType.COUNT_IN_PERIOD)
    rows = (row for row in may if row.counts)
    found_in = ((row.id, match) for row in rows for match in _numbered(found, sentence, row))
    return sorted(found_in, key=lambda row: row[1].span())


def _numbered(found: Found, sentence: Span, row: ClaimRow) -> Iterator[re.Match[str]]:
    """Yield the matches of a row whose number counts; past a day's number the search goes on."""
    place = sentence.start
    while match := row.pattern.search(found.text, place, sentence.end):
        if _is_part_of_a_name(found, match):
            place = match.end("number")
            continue
        yield match
        place = match.end()


def _claim(found: Found, place: CountPlace) -> Claim | None:
    match, sentence = place.match, place.sentence
    number = read_number(match["number"])
    # "Its first" is no count: claim_types/firsts.py reads it.
    if (
        number is None
        or (place.ordinal and number == 1)
        or not _is_told(found, place)
        or is_unreal(found.text, sentence, Span(*match.span()))
        or _RATE.match(found.text, match.end())
        or (
            is_narrowed_behind(found.text, whole_noun(found.text, place.noun))
            and not _over(found, place)
        )
        or is_of_one(place.noun.of(found.text))
    ):
        return None
    counted = what_is_counted(found, place)
    actor = _actor(found, place)
    if actor is None or counted is None or not _is_weapons(found, place, counted):
        return None
    vague = place.row == "vague" or counted.unit == "round"
    where = counted.noun if place.row == "vague" else sentence.of(found.text).casefold()
    if vague and not counted.kinds and not _WEAPON.search(where):
        return None
    event = _event(found, place, actor, counted)
    window = count_window(found, place, _anchor(found, place, event), counted) or _day_after(
        found, place, counted, actor
    )
    if window is None:
        return None
    span = Span(match.start(), max(match.end(), window.span.end))
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.COUNT_IN_PERIOD,
        asked=CountAsked(
            actor=actor,
            number=number,
            comparator=_comparator(found.text, place),
            ordinal=place.ordinal,
            noun=counted.noun,
            unit=counted.unit,
            kinds=counted.kinds,
            start=window.start,
            end=window.end,
            event_day=event if place.ordinal else None,
            known=bool(place.ordinal and match.groupdict().get("known")),
            system=counted.system,
            counted_by=counter_of(found, sentence),
            own_count=names_counter(found, sentence),
            over=_over(found, place),
            window=window.value,
            sure=is_sure(found.text, place, window) and not _is_of_a_kind(found, place),
        ),
        said_by=found.speaker_at(span),
        rule=place.row,
    )


def _actor(found: Found, place: CountPlace) -> ActorId | None:
    """Give whose tests are counted: those of the count before, of the noun, or of a name beside the number."""
    if is_bare(place) and place.last:
        return place.last.actor
    return whose(found, place.sentence, place.noun) or owner_within(
        found, Span(*place.match.span())
    )


def _is_told(found: Found, place: CountPlace) -> bool:
    """Say whether a count is asserted: "it would be the sixth test" is, of a launch that was told."""
    start = place.match.start()
    polarity = read_polarity(found.text, place.sentence.start, start)
    if polarity in _TOLD or (polarity is Polarity.NEGATED and place.row in ATTEMPTS):
        return True  # one that failed was an attempt too
    nuclear = "nuclear" in place.noun.of(found.text)
    return place.ordinal and is_of_the_latest(found, place.sentence, start, nuclear=nuclear)


def _over(found: Found, place: CountPlace) -> str | None:
    """Give the country over which what is counted flew: "its second launch over Japan"."""
    return over_land_behind(found.text, whole_noun(found.text, place.noun))


def _day_after(found: Found, place: CountPlace, counted: Counted, actor: ActorId) -> Window | None:
    """Give the day of missiles that were fired so many days before what the story tells."""
    if place.row != "cardinal" or counted.unit != "missile":
        return None
    return day_after(found, place.sentence, place.match.start(), actor)


def _is_of_a_kind(found: Found, place: CountPlace) -> bool:
    """Say whether a bare ordinal can be that of the weapon told before: "fired an ICBM, its 12th since 2022"."""
    if not is_bare(place) or place.last:
        return False
    before = max(found.story.body.start, place.match.start() - NEAR)
    named = list(find_weapons(found.text, before, place.match.start()))
    return bool(named) and named[-1].kinds[0] not in _BROAD


# Kinds that any launch has, so that "its 12th" after them is its 12th launch.
_BROAD = frozenset({"ballistic", "missile", "projectile", "any"})


def _event(found: Found, place: CountPlace, actor: ActorId, counted: Counted) -> str | None:
    """Give the day of the test that is counted; of a nuclear one, day or month, where its own words tell it."""
    if "nuclear" in counted.kinds:
        return nuclear_event(found, place)
    return event_day(found, place.sentence, actor)


def _anchor(found: Found, place: CountPlace, event: str | None) -> str | None:
    """Give the day up to which is counted: an ordinal's event, or the story's day."""
    if event and _BEFORE_IT.search(place.sentence.of(found.text)):
        return (date.fromisoformat(event) - _DAY).isoformat()
    return (event if place.ordinal else None) or found.story.date.value


# A count that would be reached, or was not, is no claim about the record.
_TOLD = frozenset({Polarity.ASSERTED})


def _is_part_of_a_name(found: Found, match: re.Match[str]) -> bool:
    """Say whether a number is a year, a clock's or a system's: "2017", "4:30", "Hwasong-12"."""
    start, end = match.span("number")
    joined = found.text[max(0, start - 1) : start] in {"-", ":", ".", "‑", "$"}
    times = [time for time in found.times if time.span.overlaps(Span(start, end))]
    inside = match.start("noun") <= start < match.end("noun")  # "missiles on 13 days"
    return joined or any(not (inside and time.value.startswith("P")) for time in times)


def _is_weapons(found: Found, place: CountPlace, counted: Counted) -> bool:
    tests = any(s.kind is StatementKind.WEAPON_TEST for s in found.statements)
    before = max(found.story.body.start, place.match.start() - NEAR)
    named = next(find_weapons(found.text, before, place.match.end()), None)
    return bool(counted.kinds) or (counted.unit is not None and bool(tests or named))


def _comparator(text: str, place: CountPlace) -> Comparator:
    """Give the comparator of the match, or one before the owner: "at least the North's 41st"."""
    match = place.match
    if place.row == "vague":
        return Comparator.AT_LEAST
    before = _BEFORE_OWNER.search(text, max(0, match.start() - 40), match.start())
    said = match.groupdict().get("comparator") or (before["words"] if before else "")
    return comparators().get(" ".join(said.casefold().split()), Comparator.EXACT)
