"""The days that a count can mean: by either clock, begun a day before, up to the launch that is numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from penholder.model.claim import EVER, IN_OFFICE, LOOSE, CountAsked
from penholder.model.when import When
from penholder.records.launches import Clock, Launch, launches_between
from penholder.records.load import Records
from penholder.records.nuclear_tests import NuclearTest, nuclear_tests_until
from penholder.records.offices import leaders_named

Days = tuple[date, date]

_DAY = timedelta(days=1)
_STRETCH = re.compile(r"P\d+[DWM]$|\d{4}-W\d\d$")
_WEEKS = re.compile(r"P[3-9]W$")
_FIRED = frozenset({"ballistic", "cruise", "slv", "sam", "mlrs"})


def with_start(asked: CountAsked, records: Records) -> CountAsked:
    """Give a claim that counts since somebody took office the day on which that was."""
    who = (asked.window or "").partition(IN_OFFICE)[2]
    if not who or asked.end is None:
        return asked
    terms = leaders_named(records, who, asked.end)
    return replace(asked, start=terms[-1].starts[0].isoformat()) if terms else asked


def days_of(asked: CountAsked, records: Records) -> Iterator[Days]:
    """Yield the window of a claim, then as it is by another clock.

    A window of one day moves whole: "on March 5" in Washington was 6 March in Pyongyang.
    """
    start, end = date.fromisoformat(asked.start or ""), date.fromisoformat(asked.end or "")
    if numbered := _nuclear_day(asked, records):
        yield start, numbered
        return
    for shift in _shifts(asked, end, records):
        yield (start + shift if start == end else start), end + shift


def begun(asked: CountAsked, days: Days) -> Iterator[Days]:
    """Yield a window, and for "in five days" or "this week" also the one that begins a day before.

    From the 4th to the 9th are five days to some and six to others, and many weeks begin on Sunday.
    """
    yield days
    begins = (asked.window or "").partition(LOOSE)
    if begins[1] and (named := When(begins[0]).days()):
        yield min(named[1] + _DAY, days[1]), days[1]
    if _STRETCH.match(asked.window or ""):
        yield days[0] - _DAY, days[1]
    if _WEEKS.match(asked.window or ""):  # 22 days and more are "three weeks" to many
        yield days[0] - 2 * _DAY, days[1]


def is_ever(asked: CountAsked) -> bool:
    """Say whether an ordinal counts from the first ever."""
    return asked.ordinal and asked.window == EVER


def newer_test(asked: CountAsked, records: Records) -> NuclearTest | None:
    """Give the nuclear test of the story's own days, where an older one is numbered without its day."""
    if "nuclear" not in asked.kinds or not is_ever(asked) or asked.event_day:
        return None
    end = date.fromisoformat(asked.end or "")
    until = nuclear_tests_until(records, (end + _DAY).isoformat())
    fresh = until and date.fromisoformat(until[-1].date_local) >= end - _FRESH
    return until[-1] if fresh and asked.number < len(until) else None


# Days in which a nuclear test is today's news.
_FRESH = timedelta(days=2)


def _shifts(asked: CountAsked, end: date, records: Records) -> Iterator[timedelta]:
    """Yield how far the window's end may lie from the day as told.

    An ordinal counts up to its launch: where the record has one on the day that is told, no other is meant, but one that
    bears this day in America.
    """
    yield timedelta(0)
    told = asked.ordinal and asked.event_day
    here = bool(told and _fired(end, Clock.LOCAL, records))
    ahead = told and any(x.days()[0] > end for x in _fired(end, Clock.AMERICAN, records))
    if ahead or not here:
        yield _DAY
    # Where no day is told, a launch of the story's own day is the one that is numbered.
    today = asked.ordinal and asked.event_day is None and _fired(end, Clock.LOCAL, records)
    if not (ahead or here or today):
        yield -_DAY


def _fired(day: date, clock: Clock, records: Records) -> list[Launch]:
    launches = launches_between(records, day, day, clock)
    return [x for x in launches if x.kinds & _FIRED and x.numbered]


def _nuclear_day(asked: CountAsked, records: Records) -> date | None:
    """Give the day of a nuclear test that is numbered and told with its day or month, or None."""
    told = When(asked.event_day).days() if asked.event_day and is_ever(asked) else None
    days = (date.fromisoformat(test.date_local) for test in records.nuclear_tests)
    meant = [day for day in days if told and told[0] - _DAY <= day <= told[1] + _DAY]
    return meant[0] if len(meant) == 1 else None
