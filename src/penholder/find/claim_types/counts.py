"""Counts in a period: "its 12th test this year"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from penholder.find.claim_rows import ClaimRow, comparators, rows_for
from penholder.find.claim_types.count_windows import ATTEMPTS, CountPlace, count_window, is_sure
from penholder.find.claim_types.day_after import day_after
from penholder.find.claim_types.left_out import is_named_before, is_of_another
from penholder.find.claim_types.nuclear_events import nuclear_event
from penholder.find.counted import (
    Counted,
    of_weapon,
    owner_within,
    read_counted,
    whole_noun,
    whose,
)
from penholder.find.counters import counter_of, names_counter
from penholder.find.found import Found
from penholder.find.narrowing import is_narrowed_behind, is_of_one, over_land_behind
from penholder.find.numbers import read_number
from penholder.find.polarity import read_polarity
from penholder.find.told_days import event_day
from penholder.find.unreal import is_nuclear, is_of_the_latest, is_unreal
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
# Rows whose noun names a weapon, and whose number is that of the times or the days on which it was fired.
_TIMES = frozenset({"nth_time", "nth_time_after", "nth_day"})
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
    counted = _counted(found, place)
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
    if _is_bare(place) and place.last:
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
    if not _is_bare(place) or place.last:
        return False
    before = max(found.story.body.start, place.match.start() - _NEAR)
    named = list(find_weapons(found.text, before, place.match.start()))
    return bool(named) and named[-1].kinds[0] not in _BROAD


# Kinds that any launch has, so that "its 12th" after them is its 12th launch.
_BROAD = frozenset({"ballistic", "missile", "projectile", "any"})


def _is_bare(place: CountPlace) -> bool:
    """Say whether the noun is left out: "the fourth this year"."""
    return place.noun.start == place.noun.end


def _counted(found: Found, place: CountPlace) -> Counted | None:
    """Give what is counted: without a noun what the sentence counted before, or launches."""
    if place.row in ATTEMPTS:
        return _of_a_satellite(found, place)
    if _is_bare(place):
        return _of_last(place.last) if place.last else _of_the_told(found, place)
    noun = place.noun.of(found.text)
    if place.row in _TIMES or _WITH.match(noun):
        return _fired(noun, "day" if place.row == "nth_day" else "launch")
    if place.row == "nth_device":
        return read_counted("nuclear test")
    return _of_noun(found, place)


def _of_noun(found: Found, place: CountPlace) -> Counted:
    """Give what a noun and the words right behind it count."""
    noun = place.noun.of(found.text)
    words = re.sub(r"nuclear\s+weapons\b(?!\s+test)", "nuclear weapons test", noun)
    counted = of_weapon(found.text, place.noun) or read_counted(_as_described(words))
    if _is_that_nuclear(found, place, counted):
        return read_counted("nuclear test")
    such = _SUCH.match(found.text, place.noun.end)
    return replace(counted, noun=f"such {counted.noun}") if such else counted


# "Its third round of tests of such weapons".
_SUCH = re.compile(r"\s+(?:of|with|involving)\s+such\b", re.IGNORECASE)


def _is_that_nuclear(found: Found, place: CountPlace, counted: Counted) -> bool:
    """Say whether "the test was its third" speaks of the nuclear test that was named right before."""
    number = read_number(place.match["number"]) or 0
    if place.row != "nth_alone" or counted.noun != "test" or number > _FEW:
        return False
    before = max(found.story.body.start, place.match.start() - _NEAR)
    named = list(find_weapons(found.text, before, place.match.start()))
    return bool(named) and named[-1].kinds == ("nuclear",)


# Nuclear tests are few: a larger number counts missiles.
_FEW = 9


def _of_last(last: CountAsked) -> Counted:
    """Give what the count before counts; an ordinal after a number of missiles counts their launches.

    "A barrage of ten missiles was the third of its kind".
    """
    if last.unit == "missile" and not last.ordinal:
        return Counted(noun=f"{last.noun} launch", unit="launch", kinds=last.kinds)
    return Counted(noun=last.noun, unit=last.unit, kinds=last.kinds)


def _of_a_satellite(found: Found, place: CountPlace) -> Counted | None:
    """Give satellite launches where a satellite was spoken of right before "its second attempt"."""
    before = max(found.story.body.start, place.match.start() - _NEAR)
    named = _SATELLITE.search(found.text, before, place.match.end())
    return Counted(noun="satellite launch", unit=None, kinds=("slv",)) if named else None


_SATELLITE = re.compile(r"\bsatellites?\b(?!\s+(?:imag|photo|phone|data))", re.IGNORECASE)


def _of_the_told(found: Found, place: CountPlace) -> Counted | None:
    """Give launches where a test was told right before, and nothing else is what "was the third"."""
    lead = found.text[place.sentence.start : place.match.start()]
    if place.row == "cardinal_elided" or is_of_another(lead):
        return None
    told = [s for s in found.statements if s.kind is StatementKind.WEAPON_TEST]
    near = [s for s in told if 0 <= place.match.start() - s.span.start <= _NEAR]
    named = is_named_before(lead)
    weapons = list(find_weapons(lead)) if named else []
    if (near and is_nuclear(near[-1])) or (weapons and weapons[-1].kinds == ("nuclear",)):
        return read_counted("nuclear test")
    return Counted(noun="launch", unit="launch", kinds=()) if near or named else None


# "Its sixth involving ballistic missiles": launches of them.
_WITH = re.compile(
    r"(?:involving|using|with|featuring|of(?!\s+(?:those|these|the|its|their|his|\w+\s+of|\d|an?\s+(?:kind|series))))\s",
    re.IGNORECASE,
)


def _as_described(words: str) -> str:
    """Give "ballistic missiles described as intermediate-range" as intermediate-range ballistic missiles."""
    described = _DESCRIBED.fullmatch(words)
    return f"{described['range']} {described['noun']}" if described else words


_DESCRIBED = re.compile(
    r"(?P<noun>.*?)\s+(?:characteri|describ|class|label|assess|claim)\w+\s.*\bas\s+(?:being\s+)?(?:of\s+)?(?P<range>\w+[\-\s]range)",
    re.DOTALL,
)


def _fired(words: str, unit: str) -> Counted:
    """Give launches of the weapon that the words name last: "fired ballistic missiles"."""
    named = [weapon.span.of(words) for weapon in find_weapons(words)]
    fired = read_counted(named[-1] if named else words)
    return Counted(noun=f"{fired.noun} launch", unit=unit, kinds=fired.kinds)


def _event(found: Found, place: CountPlace, actor: ActorId, counted: Counted) -> str | None:
    """Give the day of the test that is counted; of a nuclear one, day or month, where its own words tell it."""
    if "nuclear" in counted.kinds:
        return nuclear_event(found, place)
    return event_day(found, place.sentence, actor)


# Characters between a launch and "its fifth this month": the same sentence or the one before.
_NEAR = 300


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
    before = max(found.story.body.start, place.match.start() - _NEAR)
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
