"""Checks the time between two events: "nine days after the North fired a missile"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from penholder.check.answers import launches_of_others, not_covered, undecided
from penholder.check.gaps import Gap, read_gap
from penholder.check.kinds import telling_kinds
from penholder.check.votes import votes_on
from penholder.model.claim import Comparator, IntervalAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.model.when import When
from penholder.records.counting import is_firm
from penholder.records.launches import Clock
from penholder.records.load import Records

_FINER = {"icbm": ("icbm", "icbm_flight", "icbm_us_rok")}
# The longest gap, in days, after which a day without a launch makes the words wrong.
_SHORT = 14
# Days off by which clocks and tellers differ.
_OFF = timedelta(days=2)

Dated = tuple[date, str, Row, date]  # day, what it was, row, and its day by the local clock


def check_interval(asked: IntervalAsked, day: str | None, records: Records) -> Verdict:
    """Look for the other event so long before or after the one that the story tells."""
    gap, starts = read_gap(asked.gap), list(_starts(asked, day))
    if gap is None or not starts:
        return undecided("The days of the two events cannot be told from the story.")
    table = "launches" if asked.what == "launch" else "votes"
    covered = records.coverage[table]
    if table == "launches" and asked.actor != "PRK":
        return launches_of_others()
    launches = table == "launches"
    events = list(_launches(_meant_kinds(asked), records) if launches else _votes(asked, records))
    for start in starts:
        meant = _meant(start, gap, asked)
        if not covered.touches(meant, meant):
            return not_covered(covered.told)
        # By the clock of Washington another launch may be the one that is told.
        doubled = any(one[0] == start != one[3] for one in events)
        others = [one for one in events if doubled or not _is_told(one, start, asked)]
        if hit := _nearest(others, meant, _leeway(gap, asked)):
            return _found(hit, start)
    every = list(_launches(frozenset(), records)) if launches else events
    told = When(day).days() if day else None
    return _missed(asked, gap, [*starts, *(told[:1] if told else ())], every)


def _starts(asked: IntervalAsked, day: str | None) -> Iterator[date]:
    """Yield the day of the event that is told, else the story's."""
    for value in (asked.told or day,):
        days = When(value).days() if value else None
        if days and days[0] == days[1]:
            yield days[0]


def _meant(start: date, gap: Gap, asked: IntervalAsked) -> date:
    shift = timedelta(days=round(gap.days))
    return start + shift if asked.order == "before" else start - shift


def _meant_kinds(asked: IntervalAsked) -> frozenset[str]:
    """Give what the record calls the narrowest kind that the words name; nothing for any launch."""
    telling = telling_kinds(asked.kinds)
    return frozenset(_FINER.get(telling[0], telling[:1])) if telling else frozenset()


def _launches(kinds: frozenset[str], records: Records) -> Iterator[Dated]:
    for launch in records.launches:
        if not kinds or kinds & launch.kinds:
            for clock in Clock:
                day = launch.days(clock)[0]
                yield day, f"a launch of {launch.date_local}", launch.row, launch.days()[0]


def _votes(asked: IntervalAsked, records: Records) -> Iterator[Dated]:
    about = [v for state in asked.subject for v in votes_on(records, state)]
    for vote in about or records.votes:
        day = date.fromisoformat(vote.date)
        yield day, f"{vote.symbol or vote.draft} of {vote.date}", vote.row, day


def _is_told(one: Dated, start: date, asked: IntervalAsked) -> bool:
    """Say whether an event is the launch that the words count from: nothing lies days after itself."""
    return asked.what == "launch" and one[3] == start


def _leeway(gap: Gap, asked: IntervalAsked) -> timedelta:
    """Give how far off the other event may lie: days are counted, unless the words are loose."""
    exact = gap.unit == "D" and asked.told and asked.comparator is Comparator.EXACT
    return timedelta(0) if exact else gap.leeway


def _nearest(events: Sequence[Dated], meant: date, leeway: timedelta) -> Dated | None:
    near = [one for one in events if abs(one[0] - meant) <= leeway]
    return min(near, key=lambda one: abs(one[0] - meant), default=None)


def _found(hit: Dated, start: date) -> Verdict:
    days = abs((start - hit[0]).days)
    return Verdict(
        ruling=Ruling.SUPPORTED,
        reason=f"The record has {hit[1]}, {days} day{'s' * (days != 1)} from {start}.",
        rows=(hit[2],),
    )


def _missed(
    asked: IntervalAsked, gap: Gap, starts: Sequence[date], events: Sequence[Dated]
) -> Verdict:
    meant = _meant(starts[0], gap, asked)
    nearest = min(events, key=lambda one: abs(one[0] - meant), default=None)
    if nearest is None:
        return undecided("The record has no such event.")
    reason = f"The record has none on {meant}; the nearest is {nearest[1]}."
    kinds = telling_kinds(asked.kinds)
    exact = asked.comparator is Comparator.EXACT and asked.told is not None
    firm = exact and asked.what == "launch" and gap.days <= _SHORT and is_firm(kinds, meant)
    wrong = firm and not any(_nearest(events, _meant(one, gap, asked), _OFF) for one in starts)
    return Verdict(
        ruling=Ruling.CONTRADICTED if wrong else Ruling.UNDECIDED, reason=reason, rows=(nearest[2],)
    )
