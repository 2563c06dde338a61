"""Dates a test by the later one that is told to follow it: "comes five days after the North fired two missiles"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from penholder.find.found import Found
from penholder.find.numbers import read_number
from penholder.find.phrases import any_of
from penholder.model.statement import Polarity, SaidWhen, Statement, StatementKind
from penholder.model.when import When
from penholder.tables.load import load_toml

# A later test is news of its story: it lies this near to it.
_NEWS = timedelta(days=7)


def date_from_later(found: Found, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements; tests without a time that one told before them follows get theirs.

    Days are counted from the later test's own day; from the story's day, which may be the one after it, two days are told.
    """
    for at, one in enumerate(statements):
        told = _told_after(found, one) if _is_open(one) else None
        when = _counted_back(found, told, statements[:at]) if told else None
        yield replace(one, when=when) if when else one


def _is_open(one: Statement) -> bool:
    is_test = one.kind is StatementKind.WEAPON_TEST and one.polarity is Polarity.ASSERTED
    return is_test and one.when is None


def _told_after(found: Found, one: Statement) -> re.Match[str] | None:
    """Give how long after a test the later one came, by the words before it."""
    sentence = found.sentence_at(one.span.start)
    return _pattern().search(found.text, sentence.start, one.span.start)


def _counted_back(
    found: Found, told: re.Match[str], before: Sequence[Statement]
) -> SaidWhen | None:
    """Give the day of a test some days before another, or the two that it can be, the week some weeks before it, or the month."""
    many = 1 if told["many"].casefold() in {"a", "an"} else read_number(told["many"])
    known = _later_day(found, before)
    later = known or _day(found.story.date.value)
    if many is None or later is None:
        return None
    if told["unit"] == "month":
        months = later.year * 12 + later.month - 1 - many
        value = f"{months // 12}-{months % 12 + 1:02}"
    else:
        day = later - timedelta(days=many * (7 if told["unit"] == "week" else 1))
        value = _week(day) if told["unit"] == "week" else _days(day, sure=known is not None)
    return SaidWhen(value=value, text=found.text[told.start("many") : told.end()].strip())


def _later_day(found: Found, before: Sequence[Statement]) -> date | None:
    """Give the day of the test that the story has told last, where that is its news."""
    today = _day(found.story.date.value)
    tests = (one for one in reversed(before) if one.kind is StatementKind.WEAPON_TEST)
    days = (_day(one.when.value) for one in tests if one.when)
    last = next((day for day in days if day), None)
    return last if last and today and abs(today - last) <= _NEWS else None


def _day(value: str | None) -> date | None:
    days = When(value).days() if value else None
    return days[0] if days and days[0] == days[1] else None


def _days(day: date, *, sure: bool) -> str:
    return day.isoformat() if sure else f"{day - timedelta(days=1)}/{day}"


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


@cache
def _pattern() -> re.Pattern[str]:
    table = load_toml("told_after")
    nouns, verbs, exactly, after = (
        any_of(table[name]) for name in ("nouns", "verbs", "exactly", "after")
    )
    return re.compile(
        rf"{nouns}[^.;:,]{{0,40}}?\s{verbs}\s+(?:{exactly}\s+)?(?P<many>[\w-]+)\s+(?P<unit>day|week|month)s?\s+{after}\s+$",
        re.IGNORECASE,
    )
