"""Counts launches under a rule: one spring of 2022 has as many numbers as outlets have habits."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from penholder.model.verdict import Row
from penholder.records.launches import Launch, launches_between
from penholder.records.load import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingRule:
    """What counts as one, and which launches count."""

    id: str
    label: str
    unit: str  # day | occasion | round | missile
    kinds: frozenset[str]
    number: str  # reported | most | all | cns
    outcomes: str  # any | not_failed | failed
    used_by: str = ""  # the outlets that are known to count so


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many a rule gives, at least and at most, and the launches that it counted."""

    rule: CountingRule
    low: int
    high: int
    rows: tuple[Row, ...]


def count(records: Records, rule: CountingRule, first: date, last: date) -> Count:
    """Count the launches between two local days, both included, under a rule."""
    launches = [x for x in launches_between(records, first, last) if _counts(rule, x)]
    low, high = _size(rule, launches)
    return Count(rule=rule, low=low, high=high, rows=tuple(launch.row for launch in launches))


def all_rules() -> tuple[CountingRule, ...]:
    """Give every rule that names its kinds, in the order of the table."""
    return tuple(rule for rule in _rules().values() if rule.kinds)


def is_firm(kinds: Sequence[str], first: date) -> bool:
    """Say whether the record has nearly every launch of these kinds from a day on."""
    known = [_table()["kind"][kind] for kind in kinds if kind in _table()["kind"]]
    # "Launches" of any missile are ballistic ones at least.
    return all(kind["firm"] <= first for kind in known or [_table()["kind"]["ballistic"]])


@cache
def launches_under(records: Records, rule: CountingRule) -> tuple[Launch, ...]:
    """Give every launch that a rule counts, oldest first."""
    launches = [launch for launch in records.launches if _counts(rule, launch)]
    return tuple(sorted(launches, key=lambda launch: launch.days()))


def rules_for(words: str, unit: str | None, kinds: Sequence[str]) -> tuple[CountingRule, ...]:
    """Give the rules that a noun of this unit and these kinds can mean, the most usual first."""
    narrowest = {kinds[0]} if kinds else set()
    for noun in _table()["noun"]:
        if "units" in noun and unit not in noun["units"]:
            continue
        if "words" in noun and not any(word in words for word in noun["words"]):
            continue
        if any(set(listed) in (set(kinds), narrowest) for listed in noun["kinds"]):
            named = [*noun["rules"], *noun.get("loose", [])]
            return tuple(_of_kind(_rules()[name], kinds) for name in named)
    return ()


def _of_kind(rule: CountingRule, kinds: Sequence[str]) -> CountingRule:
    """Give a rule for the kind that a claim names, where the rule is for any kind."""
    if rule.kinds:
        return rule
    words = _table()["kind"][kinds[0]]["words"]
    return replace(rule, label=rule.label.format(kind=words), kinds=frozenset({kinds[0]}))


def _counts(rule: CountingRule, launch: Launch) -> bool:
    if rule.outcomes == "not_failed" and launch.failed:
        return False
    if rule.outcomes == "failed" and not launch.failed:
        return False
    return bool(rule.kinds & launch.kinds) and (launch.numbered or rule.unit == "missile")


def _size(rule: CountingRule, launches: Sequence[Launch]) -> tuple[int, int]:
    if rule.unit != "missile":
        key = {"day": "date_local", "occasion": "occasion_id", "round": "round_id"}[rule.unit]
        units = len({getattr(launch, key) for launch in launches})
        return units, units
    if rule.number == "all":
        return sum(x.n_all for x in launches), sum(max(x.n_all, x.n_max) for x in launches)
    if rule.number == "cns":
        failed = sum(x.n_cns_failed for x in launches) if rule.outcomes == "not_failed" else 0
        rows = sum(x.n_cns for x in launches) - failed
        return rows, rows
    return sum(x.n_min for x in launches), sum(x.n_max for x in launches)


@cache
def _rules() -> Mapping[str, CountingRule]:
    return {
        row["id"]: CountingRule(
            id=row["id"],
            label=row["label"],
            unit=row["unit"],
            kinds=frozenset(row.get("kinds", ())),
            number=row.get("number", "reported"),
            outcomes=row.get("outcomes", "any"),
            used_by=row.get("used_by", ""),
        )
        for row in _table()["rule"]
    }


@cache
def _table() -> Mapping[str, Any]:
    path = files("penholder.records").joinpath("data", "counting_rules.toml")
    return tomllib.loads(path.read_text("utf-8"))
