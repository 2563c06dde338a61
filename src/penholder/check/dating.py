"""Dates an undated story by intersecting the days that its clues allow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from penholder.check.counts import LAST
from penholder.check.firsts import check_first
from penholder.model.claim import CouncilAsked, CountAsked, FirstAsked
from penholder.model.reading import Reading
from penholder.model.statement import StatementKind
from penholder.model.story import UNDATED, Basis, StoryDate
from penholder.model.verdict import Ruling
from penholder.records.counting import count, rules_for
from penholder.records.launches import launches_between
from penholder.records.load import Records

_DAY = timedelta(days=1)
_YEARS = range(2012, LAST.year + 1)
# Days after a numbered launch on which a story still calls it the latest.
_FRESH = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """Days that one clue allows; `fixes` when it tells one year from another by the record."""

    days: frozenset[date]
    reason: str
    fixes: bool = False


def infer_date(reading: Reading, records: Records) -> StoryDate:
    """Give the day on which all clues agree; without a clue that fixes the year, nothing."""
    clues = list(_clues(reading, records))
    if not any(clue.fixes for clue in clues):
        return replace(UNDATED, reasons=tuple(clue.reason for clue in clues))
    days = sorted(frozenset.intersection(*(clue.days for clue in clues)))
    reasons = tuple(clue.reason for clue in clues)
    if not days:
        return replace(UNDATED, reasons=("The clues contradict each other.", *reasons))
    if len(days) == 1:
        return _inferred(days[0].isoformat(), "day", reasons)
    if len({(day.year, day.month) for day in days}) == 1:
        return _inferred(f"{days[0]:%Y-%m}", "month", reasons)
    return replace(UNDATED, reasons=reasons)


def _inferred(value: str, precision: str, reasons: tuple[str, ...]) -> StoryDate:
    return StoryDate(value=value, precision=precision, basis=Basis.INFERRED, reasons=reasons)


def _clues(reading: Reading, records: Records) -> Iterator[Clue]:
    for claim in reading.claims:
        asked = claim.asked
        if isinstance(asked, CountAsked):
            yield from _counted(asked, claim.text, records)
        elif isinstance(asked, FirstAsked):
            yield from _firsts(asked, claim.text, records)
        elif isinstance(asked, CouncilAsked) and asked.fact == "presidency":
            yield from _presided(asked, claim.text, records)
    yield from _launched_this_week(reading, records)
    yield from _weekday(reading)


def _counted(asked: CountAsked, words: str, records: Records) -> Iterator[Clue]:
    """Allow the days shortly after the launch that got this number by the most usual rule."""
    rules = rules_for(asked.noun, asked.unit, asked.kinds)
    if asked.actor != "PRK" or asked.window != "XXXX" or not asked.ordinal or not rules:
        return
    days: set[date] = set()
    for year in _YEARS:
        first = date(year, 1, 1)
        for launch in launches_between(records, first, date(year, 12, 31)):
            found = count(records, rules[0], first, launch.days()[0])
            if found.low == asked.number and launch.row in found.rows:
                days |= {launch.days()[0] + _DAY * n for n in range(_FRESH + 1)}
    yield Clue(days=frozenset(days), reason=f'"{words}": by {rules[0].label}.', fixes=True)


def _firsts(asked: FirstAsked, words: str, records: Records) -> Iterator[Clue]:
    """Allow the year after the months in which the record makes it the first."""
    if not (asked.event_when or "").startswith("XXXX-") or asked.actor != "PRK":
        return
    days: set[date] = set()
    for year in _YEARS:
        when = f"{year}{(asked.event_when or '')[4:]}"
        if check_first(replace(asked, event_when=when), when, records).ruling is Ruling.SUPPORTED:
            first = date.fromisoformat(f"{when}-01" if len(when) == 7 else when)
            days |= {first + _DAY * n for n in range(330)}
    if days:
        yield Clue(days=frozenset(days), reason=f'"{words}": so by the record.', fixes=True)


def _presided(asked: CouncilAsked, words: str, records: Records) -> Iterator[Clue]:
    """Allow the month of the presidency and the month before it."""
    month = (asked.when or "")[5:]
    rows = [p for p in records.presidencies if p.president in asked.actors and p.month[5:] == month]
    firsts = [date.fromisoformat(f"{row.month}-01") for row in rows]
    days = {first + _DAY * n for first in firsts for n in range(-30, 31)}
    if days:
        years = ", ".join(str(first.year) for first in firsts if first.year >= _YEARS[0])
        reason = f'"{words}": {asked.actors[0]} presided in that month of {years}.'
        yield Clue(days=frozenset(days), reason=reason)


def _launched_this_week(reading: Reading, records: Records) -> Iterator[Clue]:
    """Allow days of weeks with a launch before them, where the story tells of one "this week"."""
    told = [
        s
        for s in reading.statements
        if s.kind is StatementKind.WEAPON_TEST and s.when and s.when.value == "XXXX-WXX"
    ]
    if not told:
        return
    days = {
        launch.days()[0] + _DAY * n
        for launch in records.launches
        for n in range(7 - launch.days()[0].weekday())
    }
    yield Clue(days=frozenset(days), reason=f'"{told[0].text}": a launch in the same week.')


def _weekday(reading: Reading) -> Iterator[Clue]:
    """Allow the weekday that the story names most: news bears the day on which it was said."""
    named = Counter(t.value for t in reading.times if t.value.startswith("XXXX-WXX-"))
    if not named:
        return
    if len(named) > 1 and len({count for _, count in named.most_common(2)}) == 1:
        return
    number = int(named.most_common(1)[0][0][9])
    first = date(_YEARS[0], 1, 1)
    span = (LAST - first).days
    days = {first + _DAY * n for n in range(span) if (first + _DAY * n).isoweekday() == number}
    word = next(t.text for t in reading.times if t.value == f"XXXX-WXX-{number}")
    yield Clue(days=frozenset(days), reason=f'"{word}": the weekday that the story names.')
