"""What `penholder count` answers: one window under every rule, and what makes the difference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import wrap
from typing import Any

from penholder.errors import NotFoundError, QuestionError
from penholder.model.when import When
from penholder.records.counting import Count, CountingRule, count
from penholder.records.coverage import Coverage
from penholder.records.load import Records

Json = dict[str, Any]

# What rules count, and how that is told.
UNITS = {
    "days": ("day", "show_of_force"),
    "places and times, and tests over several days": ("occasion", "round"),
    "single missiles": ("missile",),
}
_WIDTH = 98
_NAME = 26  # the longest id of a rule, and two blanks
_BAR = 16  # the longest bar
_LEAD = 9 + _BAR  # number, bar, and the blanks around them
# Rules that are so many launches away from the base count another thing; they are only named.
_FEW = 8


def counts_of(
    records: Records,
    days: tuple[date, date],
    rules: Sequence[CountingRule],
    against: CountingRule,
) -> list[Json]:
    """Give what each rule counts between two days, and how its launches differ from a base rule's.

    Raises:
        NotFoundError: the days are not in the record.
    """
    covered = records.coverage["launches"]
    if not covered.covers(*days):
        where = f"{days[0]} to {days[1]}"
        raise NotFoundError(where, fault="the days are not covered", remedy=covered.told)
    base = count(records, against, *days)
    counts = (count(records, rule, *days) for rule in rules)
    return [
        _count(one, days)
        | {
            "against": against.id,
            "base": [base.low, base.high],
            "more": _besides(one, base, records),
            "fewer": _besides(base, one, records),
            "published": _published(records, one.rule, days),
        }
        for one in counts
    ]


def window_of(
    covered: Coverage, year: int | None, start: str | None, end: str | None
) -> tuple[date, date]:
    """Give the days of a window: of a year, or from a day to a day; open ends are the table's.

    Raises:
        NotFoundError: the year is not in the record.
        QuestionError: both a year and a day are given, or nothing, or it ends before it begins.
    """
    if (year and start) or not (year or start or end):
        raise QuestionError(
            "the window", fault="it is not clear", remedy="Give a year, or from and to"
        )
    whole = When(str(year or (end or "")[:4])).days()
    if whole and not covered.touches(*whole):
        raise NotFoundError(
            f"{whole[0].year}", fault="the days are not covered", remedy=covered.told
        )
    first, last = When(start or "").days(), When(end or "").days()
    begin = first[0] if first else max(whole[0], covered.first) if whole else covered.first
    stop = last[1] if last else whole[1] if whole else covered.last
    if stop < begin:
        raise QuestionError(
            "the window",
            fault=f"it ends on {stop}, before it begins on {begin}",
            remedy="Change one of them",
        )
    return begin, min(stop, covered.last)


def _besides(one: Count, other: Count, records: Records) -> Json:
    """Give in a line each launch that a count has and another has not, by its id."""
    more = {row.key for row in one.rows} - {row.key for row in other.rows}
    return {
        launch.event_id: f"{launch.date_local} {launch.cls}, {launch.site}"
        for launch in records.launches
        if launch.event_id in more
    }


def _count(one: Count, days: tuple[date, date]) -> Json:
    return {
        "rule": one.rule.id, "label": one.rule.label, "used_by": one.rule.used_by or None,
        "unit": one.rule.unit, "clock": one.rule.clock.value,
        "first": days[0].isoformat(), "last": days[1].isoformat(), "low": one.low, "high": one.high,
        "rows": [row.key for row in one.rows],
    }  # fmt: skip


def _published(records: Records, rule: CountingRule, days: tuple[date, date]) -> list[Json]:
    """Give the numbers that outlets published by a rule, counted from the same day, in their order."""
    shown = [
        habit
        for habit in records.habits
        if habit.rule == rule.id
        and habit.start == days[0]
        and habit.as_of
        and habit.as_of <= days[1]
    ]
    return [
        {
            "outlet": habit.outlet, "number": habit.number, "said": habit.said,
            "as_of": f"{habit.as_of}", "evidence": habit.evidence,
            "reproduced": habit.reproduced == "yes", "note": habit.note or None,
        }
        for habit in sorted(shown, key=lambda habit: (habit.as_of or date.max, habit.outlet))
    ]  # fmt: skip


def tell_counts(found: list[Json]) -> Iterator[str]:
    """Yield the counts side by side by what they count, the largest first, then the differences."""
    yield f"North Korea, {found[0]['first']} to {found[0]['last']}"
    for label, units in UNITS.items():
        rows = [row for row in found if row["unit"] in units]
        if rows:
            yield f"\n{label}"
        most = max((row["high"] for row in rows), default=0)
        for row in sorted(rows, key=lambda row: (-row["high"], -row["low"])):
            yield from _lines(row, most)
    yield from _differences(found)
    if len(found) == 1 and found[0]["published"]:
        yield "\nnumbers that outlets published by this rule, from the same day on"
        yield from map(_published_line, found[0]["published"])


def _published_line(row: Json) -> str:
    said = {"at_least": "at least ", "more_than": "more than ", "about": "about "}.get(
        row["said"], ""
    )
    off = "" if row["reproduced"] else " (the rule does not give it)"
    return f"  {row['as_of']}  {said + str(row['number']):>12}  {row['outlet']}{off}"


def _lines(row: Json, most: int) -> Iterator[str]:
    """Yield the number with a bar, as long as the number is to the largest of its group, and the rule."""
    label = f"{row['label']} ({row['used_by']})" if row["used_by"] else row["label"]
    first, *more = wrap(label, _WIDTH - _LEAD - _NAME)
    bar = "#" * (round(_BAR * row["high"] / most) if most else 0)
    yield f"{_number(row['low'], row['high']):>7} {bar:<{_BAR}} {row['rule']:<{_NAME}}{first}"
    for line in more:
        yield f"{'':<{_LEAD + _NAME}}{line}"


def _differences(found: list[Json]) -> Iterator[str]:
    """Yield each launch that parts the rules from the base, with the rules that it parts."""
    near = [row for row in found if 0 < _apart(row) <= _FEW]
    far = [row["rule"] for row in found if _apart(row) > _FEW]
    if near or far:
        yield f"\nwhat makes the difference to {found[0]['against']} ({_number(*found[0]['base'])})"
    for event, told in sorted(_told(near).items()):
        for sign, key, verb in (("+", "more", "counted by"), ("-", "fewer", "left out by")):
            if rules := [row["rule"] for row in near if event in row[key]]:
                yield f"  {sign} {told}"[:_WIDTH]
                yield from _named(f"{verb} ", rules)
    if far:
        yield f"  more than {_FEW} launches apart from it are"
        yield from _named("", far)


def _apart(row: Json) -> int:
    return len(row["more"]) + len(row["fewer"])


def _told(rows: list[Json]) -> dict[str, str]:
    return {event: told for row in rows for event, told in (row["more"] | row["fewer"]).items()}


def _named(lead: str, rules: list[str]) -> list[str]:
    indent = " " * 8
    return wrap(
        lead + ", ".join(rules), _WIDTH, initial_indent=indent, subsequent_indent=indent + "  "
    )


def _number(low: int, high: int) -> str:
    return f"{low}" if low == high else f"{low}-{high}"
