"""One window under every rule by which outlets count launches, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Query

from penholder.records.counting import all_rules, rule_named, rules_of_kind
from penholder.serve.counts import UNITS, counts_of, window_of
from penholder.serve.web.asking import Record
from penholder.serve.web.filters import OR_NONE, InCalendar, Text
from penholder.serve.web.pages import Page

Json = dict[str, Any]

_From = Annotated[str | None, Query(alias="from", pattern=OR_NONE), InCalendar]
_To = Annotated[str | None, Query(alias="to", pattern=OR_NONE), InCalendar]
_Against = Annotated[str, Query(max_length=100, description="The rule to compare the others with.")]


def find_counts(
    records: Record,
    start: _From = None,
    end: _To = None,
    rule: Text = None,
    kind: Text = None,
    against: _Against = "missile_days",
) -> Json:
    """Give what each rule counts between two days, and what makes the difference; else the year of the record so far."""
    covered = records.coverage["launches"]
    year = None if start or end else covered.last.year
    days = window_of(covered, year, start or None, end or None)
    rules = (rule_named(rule),) if rule else rules_of_kind(kind) if kind else all_rules()
    found = counts_of(records, days, rules, rule_named(against))
    return {
        "first": days[0].isoformat(),
        "last": days[1].isoformat(),
        "against": against,
        "counts": found,
        "covered": covered.told,
    }


def _shown(found: Mapping[str, Any]) -> Json:
    """Give the rules by what they count, the largest first, each with the length of its bar to the group's largest."""
    groups = []
    for label, units in UNITS.items():
        mine = [one for one in found["counts"] if one["unit"] in units]
        most = max((one["high"] for one in mine), default=0) or 1
        bars = [
            {**one, "bar": round(100 * one["high"] / most), "sure": round(100 * one["low"] / most)}
            for one in sorted(mine, key=lambda one: (-one["high"], -one["low"]))
        ]
        if bars:
            groups.append((label, bars))
    return {
        "groups": groups,
        "rules": all_rules(),
        "against": rule_named(found["against"]).label,
    }


PAGES = (Page(path="/counts", template="counts.html", find=find_counts, shown=_shown),)
