"""Checks counts: "its 12th test this year"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from penholder.check.answers import launches_of_others, not_covered, undecided
from penholder.check.count_days import begun, days_of, is_ever, newer_test, with_start
from penholder.check.overflights import count_over
from penholder.model.claim import ASSUMED, LOOSE, Comparator, CountAsked
from penholder.model.verdict import Ruling, Verdict
from penholder.records.counting import (
    Count,
    CountingRule,
    all_rules,
    count,
    is_firm,
    rules_for,
    rules_of_system,
)
from penholder.records.habits import habit_of
from penholder.records.load import Records

# Rules that a reason names for one number; the rest are told as how many there are.
_NAMED = 2
# The part of a number by which sources differ on single missiles and occasions: Yonhap's totals of
# late 2022 were 36 and 38 where the record has 34 and 36, the Joint Chiefs' 67 missiles where it has 73.
_LEEWAY = 0.1


def check_count(asked: CountAsked, day: str | None, records: Records) -> Verdict:  # noqa: ARG001  one signature
    """Count under every rule that the noun can mean; one that agrees supports the claim."""
    if asked.actor != "PRK":
        return launches_of_others()
    told = _counted(asked, records)
    if asked.noun != "launch" or not asked.kinds or told.ruling is Ruling.SUPPORTED:
        return told
    # "Fired an ICBM, its 12th this year": of those, or of all launches.
    every = _counted(replace(asked, kinds=()), records)
    return every if every.ruling is Ruling.SUPPORTED or told.ruling is Ruling.CONTRADICTED else told


def _counted(asked: CountAsked, records: Records) -> Verdict:
    asked = with_start(asked, records)
    if asked.start is None or asked.end is None:
        return undecided("The days of the count cannot be told from the story.")
    start, end = date.fromisoformat(asked.start), date.fromisoformat(asked.end)
    covered = records.coverage["launches"]
    if not covered.covers(start, end):
        return not_covered(covered.told)
    if asked.over:
        return count_over(asked, (start, end), records)
    rules = _own_first(asked, end, records)
    if open_ := _left_open(asked, rules, records):
        return open_
    counts = [
        [[count(records, rule, *days) for rule in rules] for days in begun(asked, window)]
        for window in days_of(asked, records)
    ]
    return _judge(asked, [_best(asked, at_one_end) for at_one_end in counts], records)


def _left_open(
    asked: CountAsked, rules: Sequence[CountingRule], records: Records
) -> Verdict | None:
    """Leave open which nuclear test is numbered, and what no rule counts."""
    if latest := newer_test(asked, records):
        told = (
            f"The test of {latest.date_local} was a later one; which is meant the words leave open."
        )
        return undecided(told, (latest.row,))
    return None if rules else undecided(f'No counting rule is known for "{asked.noun}".')


def _best(asked: CountAsked, readings: Sequence[Sequence[Count]]) -> Sequence[Count]:
    """Give the reading of a window under which the most usual rule agrees, else the plain one."""

    def place(reading: Sequence[Count]) -> int:
        agreeing = (n for n, one in enumerate(reading) if _agrees(asked, one))
        return next(agreeing, len(reading))

    return min(readings, key=place)


def _own_first(asked: CountAsked, day: date, records: Records) -> tuple[CountingRule, ...]:
    """Give the rules that the noun can mean: first the one by which this outlet is known to count."""
    rules = rules_for(asked.noun, asked.unit, _asked_kinds(asked))
    if asked.unit == "day":  # "the 34th day on which it fired a missile" is said of days alone
        rules = tuple(rule for rule in rules if rule.unit == "day")
    if asked.system:
        rules = rules_of_system(rules, asked.system, records)
    own = habit_of(records, asked.counted_by, asked.noun, asked.unit, day)
    return tuple(sorted(rules, key=lambda rule: rule.id != own))


def _asked_kinds(asked: CountAsked) -> tuple[str, ...]:
    """Give the kinds to count: a named system's class is the record's business, not the words'."""
    broad = tuple(kind for kind in asked.kinds if kind in {"ballistic", "cruise"})
    return broad if asked.system and broad else asked.kinds


def _judge(asked: CountAsked, counts: Sequence[Sequence[Count]], records: Records) -> Verdict:
    fitting = [(_agreeing(asked, at_one_day), at_one_day) for at_one_day in counts]
    if anothers := _not_their_own(asked, counts, records):
        return anothers
    for agreeing, at_one_day in fitting:
        if not all(_is_excluded(asked, one) for one in agreeing):
            others = [one for one in at_one_day if one not in agreeing]
            return Verdict(
                ruling=Ruling.SUPPORTED,
                reason=f"{_lead(asked)}: {tell_counts([*agreeing, *others])}.",
                rows=agreeing[0].rows,
                rule=agreeing[0].rule.id,
            )
    for agreeing, at_one_day in fitting:
        if agreeing:
            return _loose(asked, agreeing, at_one_day)
    shown = counts[0]
    if wider := _wider(asked, counts, records):
        return _too_narrow(asked, wider, shown)
    near = _is_open(asked, shown)
    return Verdict(
        ruling=Ruling.UNDECIDED if near else Ruling.CONTRADICTED,
        reason=f"No rule gives {asked.number}: {tell_counts(shown)}."
        + (" The record alone cannot call it wrong." if near else ""),
        rows=shown[0].rows,
    )


def _not_their_own(
    asked: CountAsked, counts: Sequence[Sequence[Count]], records: Records
) -> Verdict | None:
    """Leave "by CNN's count" open where other rules give the number, and the one by which CNN counts does not."""
    day = date.fromisoformat(asked.end or "")
    own = habit_of(records, asked.counted_by, asked.noun, asked.unit, day)
    firsts = [row[0] for row in counts if row[0].rule.id == own]
    if not asked.own_count or not firsts or any(_agrees(asked, one) for one in firsts):
        return None
    others = [one for one in counts[0] if _agrees(asked, one)]
    told = f"{asked.counted_by} counts {tell_counts(firsts[:1])}"
    more = f"; {tell_counts(others)}" if others else ""
    return undecided(f"{told}{more}.", firsts[0].rows) if others else None


def _agreeing(asked: CountAsked, counts: Sequence[Count]) -> list[Count]:
    return [one for one in counts if _agrees(asked, one)]


def _is_excluded(asked: CountAsked, found: Count) -> bool:
    """Say whether a rule counts something else than the words: days where they say missiles.

    The seventh launch is no seventh missile either, where a launch can be of several.
    """
    if asked.unit == "missile":
        return found.rule.unit != "missile"
    several = not set(asked.kinds) & _SINGLE and found.rule.kinds & {"ballistic", "cruise"}
    numbered = asked.ordinal or asked.unit == "round" or not asked.kinds
    return bool(numbered and several) and found.rule.unit == "missile"


# Kinds that are fired one at a time.
_SINGLE = frozenset({"icbm", "irbm", "slv", "nuclear"})


def _loose(asked: CountAsked, agreeing: Sequence[Count], shown: Sequence[Count]) -> Verdict:
    """Leave a number open that is right of launches and wrong of missiles, or the reverse, and say so."""
    others = [one for one in shown if not _is_excluded(asked, one)]
    launches, missiles = "launches", "single missiles"
    true, wrong = (launches, missiles) if asked.unit == "missile" else (missiles, launches)
    return Verdict(
        ruling=Ruling.UNDECIDED,
        reason=f"True of {true}, not of {wrong}: {tell_counts([*agreeing, *others])}.",
        rows=agreeing[0].rows,
        rule=agreeing[0].rule.id,
    )


def _wider(
    asked: CountAsked, counts: Sequence[Sequence[Count]], records: Records
) -> Sequence[Count]:
    """Give the rules that give the number and count more kinds of weapon than the noun names."""
    if asked.unit != "launch" or asked.comparator is not Comparator.EXACT or not _is_sure(asked):
        return ()
    named = counts[0][0].rule.kinds
    rules = [r for r in all_rules() if r.unit in {"day", "round"} and r.kinds > named and r.used_by]
    found = [[count(records, r, *days) for r in rules] for days in days_of(asked, records)]
    exact = [[one for one in row if one.low == one.high == asked.number] for row in found]
    return next(filter(None, exact), ())


def _too_narrow(asked: CountAsked, wider: Sequence[Count], shown: Sequence[Count]) -> Verdict:
    """Call a number wrong of the kind that is named, and say of which kinds it is right."""
    return Verdict(
        ruling=Ruling.CONTRADICTED,
        reason=f'Not of a "{asked.noun}": {tell_counts(shown)}. The number is that of a wider '
        f"count: {tell_counts(wider)}.",
        rows=wider[0].rows,
        rule=wider[0].rule.id,
    )


def _is_sure(asked: CountAsked) -> bool:
    """Say whether the words give a window, and the record nearly every launch of their kinds in it."""
    windowed = asked.start is not None and asked.end is not None and not _is_loose(asked)
    return windowed and is_firm(asked.kinds, date.fromisoformat(asked.start or ""))


def _lead(asked: CountAsked) -> str:
    return "True of the year so far" if asked.window == ASSUMED else "True"


def tell_counts(counts: Sequence[Count]) -> str:
    """Tell what each rule gives, those with the same number together, the first ones by name."""
    numbers: dict[str, list[CountingRule]] = {}
    for one in counts:
        number = f"{one.low}" if one.low == one.high else f"{one.low} to {one.high}"
        numbers.setdefault(number, []).append(one.rule)
    return "; ".join(f"{number} by {_names(rules)}" for number, rules in numbers.items())


def _names(rules: Sequence[CountingRule]) -> str:
    names = [f"{r.label} ({r.used_by})" if r.used_by else r.label for r in rules[:_NAMED]]
    more = len(rules) - len(names)
    return ", ".join(names) + (f" and {more} more rules" if more > 1 else " and 1 more" * more)


def _is_open(asked: CountAsked, shown: Sequence[Count]) -> bool:
    """Say whether a number that no rule gives may still be right.

    One more or less, of large numbers a tenth, may lie in what counts as one; and without a unit, or with kinds that the
    record holds in part, nothing is certain.
    """
    if asked.start is None or _is_loose(asked) or any(one.rule.loose for one in shown):
        return True
    if not is_firm(asked.kinds, date.fromisoformat(asked.start)) or _has_just_begun(asked):
        return True
    none = all(one.high == 0 for one in shown)  # the story means other days than were read
    # Nuclear tests are few, and nobody differs on their number; but the next one is often spoken of.
    told = "nuclear" in asked.kinds and not (asked.ordinal and asked.event_day is None)
    told = told and not (asked.window or "").startswith("P")  # "in a decade" is said loosely
    off = 0 if told else max(1, asked.number * _LEEWAY)
    near = any(one.low - off <= asked.number <= one.high + off for one in shown)
    return none or near or asked.number > 200


def _is_loose(asked: CountAsked) -> bool:
    """Say whether the words leave open what is counted, or since when.

    Which weapon flew is often told in two ways, and which tests are major nobody has said.
    """
    window = asked.window or ""
    named = asked.unit is not None and not asked.system and not _MAJOR.search(asked.noun)
    return not (named and asked.sure) or window == ASSUMED or window.endswith(LOOSE)


_MAJOR = re.compile(r"\b(?:major|significant|large|big|provocative|provocations?)\b")


def _has_just_begun(asked: CountAsked) -> bool:
    """Say whether the year or month that is named is so young that the one before can be meant."""
    named = re.fullmatch(r"\d{4}(?:-\d\d)?", asked.window or "")
    start, end = date.fromisoformat(asked.start or ""), date.fromisoformat(asked.end or "")
    return bool(named) and (end - start).days <= _YOUNG


# Days into a year in which stories still tell of the old one as "this year".
_YOUNG = 3


def _agrees(asked: CountAsked, found: Count) -> bool:
    low, high, number = found.low, found.high, asked.number
    return {
        Comparator.EXACT: low <= number <= high or (_ever(asked) and number <= high),
        Comparator.AT_LEAST: high >= number,
        Comparator.MORE_THAN: high > number,
        Comparator.ABOUT: 0.9 * number <= high and low <= 1.1 * number,
        Comparator.AT_MOST: low <= number,
        Comparator.LESS_THAN: low < number,
    }[asked.comparator]


def _ever(asked: CountAsked) -> bool:
    """Say whether an ordinal counts from the first ever: an older one stays true later."""
    return is_ever(asked) and asked.event_day is None
