"""Checks whether a year, a month or a day had more launches than any before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from penholder.check.answers import launches_of_others, not_covered, undecided
from penholder.check.counts import tell_counts
from penholder.check.peaks import check_peak
from penholder.model.claim import RecordAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.model.when import When
from penholder.records.counting import Count, CountingRule, count, rules_for
from penholder.records.load import Records
from penholder.records.superlatives import counts_by_year


def check_record(asked: RecordAsked, day: str | None, records: Records) -> Verdict:
    """Count the year, and each year before it, under every rule that the noun can mean.

    A year that is not over can only bear the words out: it may yet become one. A year after the story's
    is a plan.
    """
    covered = records.coverage["launches"]
    if asked.actor != "PRK":
        return launches_of_others()
    if asked.year is None or not covered.touches(date(asked.year, 1, 1), date(asked.year, 12, 31)):
        return not_covered(covered.told)
    story = When(day or "").days()
    if story and story[1].year < asked.year:
        return undecided("The year lies ahead of the story.", (Row("coverage", "launches"),))
    if asked.period != "year":
        return check_peak(asked, day, records)
    return _of_the_year(asked, asked.year, day, records)


def _of_the_year(asked: RecordAsked, year: int, day: str | None, records: Records) -> Verdict:
    last = _last_day(year, day)
    rules = rules_for(asked.noun, asked.unit, asked.kinds)
    years = [
        (_year(records, rule, year, last), _most_before(records, rule, year)) for rule in rules
    ]
    agreeing = [pair for pair in years if _is_more(*pair)]
    if agreeing:
        others = [pair for pair in years if pair not in agreeing]
        return _answer(Ruling.SUPPORTED, [*agreeing, *others], year)
    if not years:
        return undecided(f'No counting rule is known for "{asked.noun}".')
    over = last == date(year, 12, 31)
    wrong = over and all(now.high < before.low for now, before in years)
    return _answer(Ruling.CONTRADICTED if wrong else Ruling.UNDECIDED, years, year)


def _last_day(year: int, day: str | None) -> date:
    """Give the last day of a year that a story of some day can know of."""
    days = When(day).days() if day else None
    end = date(year, 12, 31)
    return min(end, days[1]) if days and days[1].year == year else end


def _is_more(now: Count, before: Count) -> bool:
    """Say whether a year surely had more: years in which the record lacks launches need a margin."""
    firm = all(row.key >= _FIRM for row in before.rows)
    return now.low > before.high * (1.0 if firm else 1.25)


# The first id of a launch from which on the record has nearly all of them.
_FIRM = "KP-2017"


def _year(records: Records, rule: CountingRule, year: int, last: date) -> Count:
    first = max(date(year, 1, 1), records.coverage["launches"].first)
    return count(records, rule, first, last)


def _most_before(records: Records, rule: CountingRule, year: int) -> Count:
    """Give the count of the year with the most before a year."""
    years = counts_by_year(records, rule)
    before = [one.found for one in years if one.year < year] or [years[0].found]
    return max(before, key=lambda one: one.high)


def _answer(ruling: Ruling, years: Sequence[tuple[Count, Count]], year: int) -> Verdict:
    now, before = years[0]
    told = f"{year}: {tell_counts([one for one, _ in years])}. The most in a year before: {tell_counts([one for _, one in years])}."
    rows: tuple[Row, ...] = now.rows + before.rows
    return Verdict(ruling=ruling, reason=told, rows=rows, rule=now.rule.id)
