"""Checks whether a day or a month had more launches than any before: "the most missiles in a single day"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from penholder.check.answers import undecided
from penholder.model.claim import RecordAsked
from penholder.model.verdict import Ruling, Verdict
from penholder.model.when import When
from penholder.records.counting import Count, CountingRule, count, launches_under, rules_for
from penholder.records.load import Records

Days = tuple[date, date]

_DAY = timedelta(days=1)
# Days before a story whose record is its news.
_FRESH = 3


def check_peak(asked: RecordAsked, day: str | None, records: Records) -> Verdict:
    """Say whether a day or month had more launches than any before it, under a rule that the noun can mean.

    The record of single days before 2017 has gaps, so that nothing refutes it.
    """
    rules = rules_for(asked.noun, asked.unit, asked.kinds)
    told = None
    for rule in rules:
        for days in _meant(asked, day):
            now, before = count(records, rule, *days), _most_before(records, rule, asked, days)
            told = told or (_told(now, before, days) if now.high else None)
            if before and now.low > before.high:
                rows = now.rows + before.rows
                return Verdict(
                    ruling=Ruling.SUPPORTED,
                    reason=_told(now, before, days),
                    rows=rows,
                    rule=rule.id,
                )
    return undecided(told or "The record has no launches in those days.")


def _meant(asked: RecordAsked, day: str | None) -> Iterator[Days]:
    """Yield the day or month that is told, else those that were news when the story came out."""
    told = When(asked.day).days() if asked.day else None
    story = When(day or "").days()
    last = told or story
    if last is None:
        return
    back = [last[1] - n * _DAY for n in range(_FRESH + 1)]
    seen = dict.fromkeys(_period(asked.period, one) for one in back)
    yield from seen


def _period(period: str, day: date) -> Days:
    if period == "day":
        return day, day
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return day.replace(day=1), following - _DAY


def _most_before(
    records: Records, rule: CountingRule, asked: RecordAsked, days: Days
) -> Count | None:
    """Give the count of the day or month with the most before some days."""
    earlier = (x.days() for x in launches_under(records, rule) if x.days()[1] < days[0])
    periods = dict.fromkeys(_period(asked.period, one[0]) for one in earlier)
    counts = (count(records, rule, *one) for one in periods)
    return max(counts, key=lambda one: one.high, default=None)


def _told(now: Count, before: Count | None, days: Days) -> str:
    most = f"; the most before was {before.high}" if before else ""
    return f"{days[0]}: {now.low} to {now.high} by {now.rule.label}{most}."
