"""Checks firsts: "its first ICBM in more than four years"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from penholder.model.claim import Comparator, FirstAsked
from penholder.model.verdict import Ruling, Verdict
from penholder.model.when import When
from penholder.records.launches import Launch
from penholder.records.load import Records

_DAYS = {"D": 1, "W": 7, "M": 30.4, "Y": 365.25}
_FIRM = date(2017, 1, 1)  # from here on the record has nearly every launch


def check_first(asked: FirstAsked, day: str | None, records: Records) -> Verdict:
    """Say whether a launch was the first of its kind since the day, or in the time, that is named."""
    named = asked.event_when or day
    when = When(named).days() if named else None
    if asked.actor != "PRK" or asked.rank == "largest" or when is None or when[0] < _FIRM:
        return Verdict(
            ruling=Ruling.UNDECIDED, reason="The record cannot rank these launches by itself."
        )
    covered = records.coverage["launches"]
    if when[0] > covered.last:
        return Verdict(ruling=Ruling.NOT_COVERED, reason=covered.told)
    kind = _kind(asked)
    launches = [x for x in records.launches if kind in x.kinds and x.kind != "ARTY"]
    now = [x for x in launches if when[0] <= x.days()[0] <= when[1] + timedelta(days=1)]
    if not now:
        return Verdict(
            ruling=Ruling.UNDECIDED, reason=f"The record has no such launch on {when[0]}."
        )
    assessed = [x for x in records.launches if x.icbm_us_rok and not x.icbm_flight]
    return _judge(asked, launches, now[-1 if asked.rank == "last" else 0], kind, assessed)


def _kind(asked: FirstAsked) -> str:
    if "icbm" in asked.kinds:
        return "icbm_flight"
    known = [kind for kind in asked.kinds if kind not in {"missile", "projectile"}]
    return known[0] if known else "ballistic"


def _judge(
    asked: FirstAsked,
    launches: Sequence[Launch],
    event: Launch,
    kind: str,
    assessed: Sequence[Launch],
) -> Verdict:
    earlier = [x for x in launches if x.days()[0] < event.days()[0]]
    if not earlier or asked.rank == "last":
        return Verdict(ruling=Ruling.UNDECIDED, reason="The record holds none before it.")
    before = earlier[-1]
    gap = (event.days()[0] - before.days()[0]).days
    profile = " by flight profile" if kind == "icbm_flight" else ""
    told = f"The one before {event.date_local}{profile} was on {before.date_local}, {gap} days earlier."
    between = [x.date_local for x in assessed if before.days() < x.days() < event.days()]
    holds = _holds(asked, before, gap)
    return Verdict(
        ruling=Ruling.SUPPORTED if holds else Ruling.UNDECIDED,
        reason=told + _caveat(tuple(between), kind),
        rows=(before.row, event.row),
    )


def _holds(asked: FirstAsked, before: Launch, gap: int) -> bool:
    if asked.since:
        since = When(asked.since).days()
        return since is not None and since[0] <= before.days()[1] <= since[1] + timedelta(days=1)
    match = re.match(r"P(\d+)([DWMY])$", asked.gap or "")
    if match is None:
        return False
    named = int(match[1]) * _DAYS[match[2]]
    if asked.comparator is Comparator.LESS_THAN:
        return 0.75 * named <= gap <= named
    return named <= gap < named * 1.5 + 7


def _caveat(days: tuple[str, ...], kind: str) -> str:
    if kind != "icbm_flight":
        return ""
    listed = f" ({', '.join(days)})" if days else ""
    return (
        " The United States and South Korea later called other tests"
        f"{listed} part of the same ICBM programme."
    )
