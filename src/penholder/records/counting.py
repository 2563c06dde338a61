"""Counts launches under a rule: one spring of 2022 has as many numbers as outlets have habits."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from penholder.errors import NotFoundError
from penholder.model.verdict import Row
from penholder.records.launches import Clock, Launch, launches_between
from penholder.records.load import Records

# What tells one launch from the next: its day, or an id of the record.
_BY_DAY = frozenset({"day", "show_of_force"})
_BY_ID = {"occasion": "occasion_id", "round": "round_id"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingRule:
    """What counts as one, and which launches count."""

    id: str
    label: str
    unit: str  # day | show_of_force | occasion | round | missile
    kinds: frozenset[str]
    number: str  # reported | most | all | cns
    outcomes: str  # any | not_failed | failed
    clock: Clock = Clock.LOCAL  # whose days
    window: str = "year"  # year | ever: from when it counts where nobody says
    late: frozenset[str] = frozenset()  # kinds that count although outlets did not number them
    used_by: str = ""  # the outlets that are known to count so
    system: str = ""  # only launches of this weapon: "Hwasong-18"
    loose: bool = False  # nobody has drawn its line, so that no number is surely wrong by it


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many a rule gives, at least and at most, and the launches that it counted."""

    rule: CountingRule
    low: int
    high: int
    rows: tuple[Row, ...]


def count(records: Records, rule: CountingRule, first: date, last: date) -> Count:
    """Count the launches between two days of the rule's clock, both included.

    A launch whose day is not sure to lie between them counts at most.
    """
    found = launches_between(records, first, last, rule.clock)
    launches = [launch for launch in found if _counts(rule, launch)]
    sure = [x for x in launches if _is_within(x.days(rule.clock), first, last)]
    return Count(
        rule=rule,
        low=_least(rule, sure),
        high=_most(rule, launches),
        rows=tuple(launch.row for launch in launches),
    )


def start_of(rule: CountingRule, day: date, records: Records) -> date:
    """Give the day from which a rule counts up to a day, where nobody says from when."""
    if rule.window == "ever":
        return records.coverage["launches"].first
    return date(day.year, 1, 1)


def _is_within(days: tuple[date, date], first: date, last: date) -> bool:
    return first <= days[0] and days[1] <= last


def rules_of_system(
    rules: Sequence[CountingRule], system: str, records: Records
) -> tuple[CountingRule, ...]:
    """Give the rules for launches of one weapon; unchanged where the record names no such weapon."""
    if not any(_is_of(system, launch) for launch in records.launches):
        return tuple(rules)
    return tuple(
        replace(rule, label=f"{rule.label}, of the {system} alone", system=system) for rule in rules
    )


def _is_of(system: str, launch: Launch) -> bool:
    """Say whether a launch was of a weapon; a Hwasong-16 is no Hwasong-1, a Scud-C is a Scud."""
    return re.search(rf"\b{re.escape(system)}(?!\d)", launch.system) is not None


def all_rules() -> tuple[CountingRule, ...]:
    """Give every rule that names its kinds, in the order of the table."""
    return tuple(rule for rule in _rules().values() if rule.kinds)


def all_kinds() -> tuple[str, ...]:
    """Give the kinds of weapon that can be counted."""
    return tuple(_table()["kind"])


def rule_named(name: str) -> CountingRule:
    """Give the rule of a name, however it is spelled: "shows_of_force", "show of force".

    Raises:
        NotFoundError: no rule has that name.
    """
    for rule in all_rules():
        if _spelled(rule.id) == _spelled(name):
            return rule
    raise NotFoundError(
        name,
        fault="no rule has that id",
        remedy=f"The rules are {', '.join(rule.id for rule in all_rules())}",
    )


def rules_of_kind(kind: str) -> tuple[CountingRule, ...]:
    """Give the rules that count one kind of weapon alone: its days, its missiles, and others.

    Raises:
        NotFoundError: the record has no such kind.
    """
    if kind not in all_kinds():
        raise NotFoundError(
            kind,
            fault="no weapon of that kind is recorded",
            remedy=f"Kinds are {', '.join(all_kinds())}",
        )
    named = tuple(
        rule for rule in all_rules() if {k.partition("_")[0] for k in rule.kinds} == {kind}
    )
    plain = (_of_kind(_rules()[name], [kind]) for name in ("kind_days", "kind_missiles"))
    known = {(rule.unit, rule.kinds) for rule in named}
    return *named, *(rule for rule in plain if (rule.unit, rule.kinds) not in known)


def _spelled(name: str) -> tuple[str, ...]:
    words = name.lower().replace("-", " ").replace("_", " ").split()
    return tuple(word.removesuffix("s") for word in words)


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
        if any(word in words for word in noun.get("unless", ())):
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
    if rule.number == "cns" and not launch.n_cns:
        return False
    if rule.system and not _is_of(rule.system, launch):
        return False
    is_numbered = launch.numbered or rule.unit == "missile" or bool(rule.late & launch.kinds)
    return bool(rule.kinds & launch.kinds) and is_numbered


def _least(rule: CountingRule, launches: Sequence[Launch]) -> int:
    if rule.unit in _BY_DAY:
        return _fewest_days([launch.days(rule.clock) for launch in launches])
    if rule.unit == "missile" and rule.number == "reported":
        return sum(launch.n_min for launch in launches)
    return _most(rule, launches)


def _most(rule: CountingRule, launches: Sequence[Launch]) -> int:
    if rule.unit in _BY_DAY:
        return len({launch.days(rule.clock) for launch in launches})
    if rule.unit in _BY_ID:
        return len({getattr(launch, _BY_ID[rule.unit]) for launch in launches})
    return sum(_missiles(rule, launch) for launch in launches)


def _missiles(rule: CountingRule, launch: Launch) -> int:
    if rule.number == "all":
        return launch.n_all
    if rule.number == "most":  # how many of a mixed firing were of the kind, nobody published
        return launch.n_max if launch.n_min else 0
    if rule.number == "cns":
        return launch.n_cns - launch.n_cns_failed * (rule.outcomes == "not_failed")
    return launch.n_max


def _fewest_days(spans: Sequence[tuple[date, date]]) -> int:
    """Give the fewest days that can hold all launches, where some may be one day or the next."""
    days: list[date] = []
    for first, last in sorted(spans, key=lambda span: span[1]):
        if not days or days[-1] < first:
            days.append(last)
    return len(days)


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
            clock=Clock(row.get("clock", "local")),
            window=row.get("window", "year"),
            late=frozenset(row.get("late", ())),
            used_by=row.get("used_by", ""),
            loose=row.get("loose", False),
        )
        for row in _table()["rule"]
    }


@cache
def _table() -> Mapping[str, Any]:
    path = files("penholder.records").joinpath("data", "counting_rules.toml")
    return tomllib.loads(path.read_text("utf-8"))
