"""The clues to a story's day: what it counts, ranks, names and who speaks, each with the days it allows."""

from __future__ import annotations

from calendar import month_name
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from penholder.check.firsts import check_first
from penholder.check.links import launches_meant
from penholder.check.words import name_of
from penholder.model.claim import CouncilAsked, CountAsked, FirstAsked
from penholder.model.reading import Reading
from penholder.model.statement import Polarity, StatementKind
from penholder.model.verdict import Ruling
from penholder.records.counting import count, rules_for
from penholder.records.launches import Clock, launches_between
from penholder.records.load import Records
from penholder.records.offices import Term, terms_of

_DAY = timedelta(days=1)
# Days after a numbered launch on which a story still calls it the latest.
_FRESH = 6
_WEEKDAY = "XXXX-WXX-"
# The rows of tables/acts.toml that tell of a launch by a verb: the day beside it is the launch's.
_FIRED = frozenset({"fire_weapon", "conduct_test"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """Days that one clue allows; `fixes` when it tells one year from another by the record."""

    days: frozenset[date]
    reason: str
    fixes: bool = False


def find_clues(reading: Reading, records: Records) -> Iterator[Clue]:
    """Yield every clue of a story, each with the days that it allows."""
    for claim in reading.claims:
        asked = claim.asked
        if isinstance(asked, CountAsked):
            yield from _counted(asked, claim.text, records)
        elif isinstance(asked, FirstAsked):
            yield from _firsts(asked, claim.text, records)
        elif isinstance(asked, CouncilAsked) and asked.fact == "presidency":
            yield from _presided(asked, claim.text, records)
    yield from _launched_this_week(reading, records)
    yield from _launched_on(reading, records)
    yield from _in_office(reading, records)
    yield from _weekday(reading, records)


def _years(records: Records) -> range:
    """Give the years in which launches were numbered and ranked by the press."""
    return range(2012, records.coverage["launches"].last.year + 1)


def _counted(asked: CountAsked, words: str, records: Records) -> Iterator[Clue]:
    """Allow the days shortly after the launch that got this number by the most usual rule."""
    rules = rules_for(asked.noun, asked.unit, asked.kinds)
    if asked.actor != "PRK" or asked.window != "XXXX" or not asked.ordinal or not rules:
        return
    if asked.unit == "missile":  # "its ninth missile" is mostly the ninth launch
        return
    days: set[date] = set()
    for year in _years(records):
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
    for year in _years(records):
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
        years = ", ".join(str(first.year) for first in firsts if first.year in _years(records))
        who, in_month = name_of(asked.actors[0]), month_name[int(month)]
        reason = f'"{words}": {who} presided in {in_month} of {years}.'
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


def _launched_on(reading: Reading, records: Records) -> Iterator[Clue]:
    """Allow the week after a launch of the kind and on the weekday that a statement gives."""
    for told in reading.statements:
        day = told.when.value[:10] if told.when else ""
        if told.rule not in _FIRED or not _is_weekday(day):
            continue
        if told.polarity is not Polarity.ASSERTED or "PRK" not in {one.id for one in told.actor}:
            continue
        fired = launches_meant(told, records)
        days = {launch.days(clock)[0] for launch in fired for clock in Clock}
        on_it = {one for one in days if one.isoweekday() == int(day[9])}
        fresh = frozenset(one + _DAY * n for one in on_it for n in range(_FRESH + 1))
        yield Clue(days=fresh, reason=f'"{told.text}": such a launch on that weekday.', fixes=True)
        return


def _is_weekday(value: str) -> bool:
    return value.startswith(_WEEKDAY) and value[9:].isdecimal()


def _weekday(reading: Reading, records: Records) -> Iterator[Clue]:
    """Allow the weekday that the story names most: news bears the day on which it was said."""
    words = {t.value[:10]: t.text for t in reading.times[::-1] if t.value.startswith(_WEEKDAY)}
    named = Counter(t.value[:10] for t in reading.times if t.value.startswith(_WEEKDAY))
    if not named:
        return
    value, most = named.most_common(1)[0]
    rivals = len(named) > 1 and named.most_common(2)[1][1] == most
    if rivals or not value[9:].isdecimal() or words[value].casefold().startswith("next"):
        return
    number = int(value[9:])
    first = date(_years(records)[0], 1, 1)
    span = (records.coverage["launches"].last - first).days
    days = {first + _DAY * n for n in range(span) if (first + _DAY * n).isoweekday() == number}
    yield Clue(days=frozenset(days), reason=f'"{words[value]}": the weekday that the story names.')


def _in_office(reading: Reading, records: Records) -> Iterator[Clue]:
    """Allow the terms of those who speak in an office."""
    speakers = {q.speaker.name for q in reading.quotes if q.speaker and q.speaker.office}
    for name in sorted(speakers):
        terms = terms_of(records, name)
        if terms:
            days = frozenset(day for term in terms for day in _days_of(term))
            told = ", ".join(f"{term.first} to {term.last or 'now'}" for term in terms)
            yield Clue(days=days, reason=f"{name} speaks in an office held from {told}.")


def _days_of(term: Term) -> Iterator[date]:
    first, last = term.starts[0], term.ends[1]
    return (first + _DAY * n for n in range((last - first).days + 1))
