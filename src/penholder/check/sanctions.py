"""Checks rounds of sanctions, names on the list, and since when there are sanctions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from penholder.check.answers import undecided
from penholder.check.comparing import number_holds
from penholder.check.votes import votes_on
from penholder.check.words import name_of
from penholder.model.claim import Comparator, ResolutionAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.model.when import When
from penholder.records.load import Records
from penholder.records.sanctions import Listing, Regime, ResolutionGroup
from penholder.records.votes import votes_of_symbol

# Days in which a story still tells of a resolution without its date.
_RECENT = timedelta(days=14)
# "Has already passed three rounds" leaves out the one of these days.
_JUST = timedelta(days=4)
_YEAR = timedelta(days=366)
# "Decades" are two at least.
_DECADES, _DECADE = 20, 10
_NUMBER = re.compile(r"\b(\d{1,4})s?\b")


def check_rounds(asked: ResolutionAsked, day: str | None, records: Records) -> Verdict:
    """Count the resolutions on a state up to the day on each basis; all of them refute nothing less."""
    groups = [g for g in records.resolution_groups if g.state in asked.subject]
    until = _until(asked, day)
    if not groups or until is None or asked.number is None:
        return undecided("The record counts no rounds for this state.", _EDGES)
    said = (asked.value or "").split()
    if "sanctions" in said:
        groups = [g for g in groups if "sanctions" in g.basis] or groups
    if "before" in said:
        until = (date.fromisoformat(until) - _JUST).isoformat()
    counts = [_counted(group, until, records) for group in groups]
    told = "; ".join(f"{one.number} {one.group.basis}" for one in counts)
    agreeing = [c for c in counts if number_holds(asked.number, asked.comparator, c.number)]
    exact = asked.comparator is Comparator.EXACT
    if agreeing and (exact or len(agreeing) == len(counts)):
        reason = f"True, counting resolutions {agreeing[0].group.basis}. To {until}: {told}."
        return Verdict(ruling=Ruling.SUPPORTED, reason=reason, rows=(agreeing[0].group.row,))
    rows = tuple(group.row for group in groups)
    adopted = sum(
        1
        for vote in votes_on(records, groups[0].state)
        if vote.outcome == "adopted" and vote.date <= until
    )
    if exact and not agreeing and asked.number > adopted:
        reason = f"The Council had adopted {adopted} resolutions on it in all by {until}: {told}."
        return Verdict(ruling=Ruling.CONTRADICTED, reason=reason, rows=rows)
    return undecided(f"To {until}: {told}.", rows)


def check_listed(asked: ResolutionAsked, day: str | None, records: Records) -> Verdict:
    """Compare with the names that the one resolution that is meant put on the list."""
    found = _listings(asked, day, records)
    if len(found) != 1:
        return undecided(
            "The record cannot tell which resolution is meant.",
            tuple(one.row for one in found) or (Row("coverage", "listings"),),
        )
    one = found[0]
    entities = int(asked.value) if asked.value and asked.value.isdecimal() else None
    pairs = ((asked.number, one.individuals), (entities, one.entities))
    holds = all(said is None or said == true for said, true in pairs)
    told = f"{one.symbol} listed {one.individuals} individuals and {one.entities} entities."
    if not one.read or (not holds and entities is None):
        return undecided(f"{told} The text was not compared.", (one.row,))
    ruling = Ruling.SUPPORTED if holds else Ruling.CONTRADICTED
    return Verdict(ruling=ruling, reason=told, rows=(one.row,))


def check_since(asked: ResolutionAsked, day: str | None, records: Records) -> Verdict:
    """Compare with the day the state's sanctions began: what is said to be older is wrong."""
    days = When(day or "").days()
    regimes = [r for r in records.regimes if r.state in asked.subject]
    if not days or not regimes:
        return undecided("The record has no sanctions on this state.", _REGIMES)
    if len({regime.state for regime in regimes}) > 1:
        return undecided("The words may mean the sanctions on another state.", _REGIMES)
    first = min(regimes, key=lambda regime: regime.adopted)
    start = date.fromisoformat(first.adopted)
    told = _told(regimes)
    rows = tuple(regime.row for regime in regimes)
    said = _said_start(asked.value or "", days[1])
    if said is None:
        return undecided(told, rows)
    if any(_is_close(said, date.fromisoformat(regime.adopted)) for regime in regimes):
        return Verdict(ruling=Ruling.SUPPORTED, reason=told, rows=rows)
    if first.begun_read and said[1] < start - _YEAR:
        return Verdict(ruling=Ruling.CONTRADICTED, reason=told, rows=(first.row,))
    return undecided(told, rows)


def check_ended(
    asked: ResolutionAsked,
    day: str | None,  # noqa: ARG001  one signature for all checks
    records: Records,
) -> Verdict:
    """Tell when a state's sanctions began and ended; the words seldom say which."""
    regimes = [r for r in records.regimes if r.state in asked.subject]
    if not regimes:
        return undecided("The record has no sanctions on this state.", _REGIMES)
    return undecided(_told(regimes), tuple(regime.row for regime in regimes))


_EDGES = (Row("coverage", "resolution_groups"),)
_REGIMES = (Row("coverage", "sanctions_regimes"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    group: ResolutionGroup
    number: int


def _counted(group: ResolutionGroup, until: str, records: Records) -> _Count:
    dates = (vote.date for symbol in group.symbols for vote in votes_of_symbol(records, symbol))
    return _Count(group=group, number=sum(1 for adopted in dates if adopted <= until))


def _until(asked: ResolutionAsked, day: str | None) -> str | None:
    """Give the day up to which is counted: the story's, or the end of the time that is named."""
    ends = [days[1] for value in (day, asked.when) if (days := When(value or "").days())]
    return min(ends).isoformat() if ends else None


def _listings(asked: ResolutionAsked, day: str | None, records: Records) -> Sequence[Listing]:
    if asked.symbol:
        votes = votes_of_symbol(records, asked.symbol)
        return [one for one in records.listings if one.symbol in {v.symbol for v in votes}]
    days = When(asked.when or day or "").days()
    if days is None or (asked.subject and "PRK" not in asked.subject):
        return []
    first, last = days[0] - _RECENT, days[1] + timedelta(days=1)
    if asked.when:
        first = days[0] - timedelta(days=1)
    return [r for r in records.listings if first.isoformat() <= r.adopted <= last.isoformat()]


def _told(regimes: Sequence[Regime]) -> str:
    """Say from when to when a state was under sanctions."""
    spans = [
        f"from {one.adopted} to {one.ended}" if one.ended else f"since {one.adopted}"
        for one in regimes
    ]
    return f"UN sanctions on {name_of(regimes[0].state)}: {', '.join(spans)}."


def _said_start(value: str, day: date) -> tuple[date, date] | None:
    """Give the days between which the words put the beginning: "since 2006", "for decades"."""
    how, _, time = value.partition(" ")
    words = time.casefold()
    number = _NUMBER.search(words)
    if how == "since" and number and words[number.end(1) : number.end(1) + 1] == "s":
        decade = int(number[1])
        return date(decade, 1, 1), date(decade + 9, 12, 31)
    if how == "since":
        year = int(number[1]) if number and len(number[1]) == 4 else None
        return (date(year, 1, 1), date(year, 12, 31)) if year and year > 1900 else None
    years = _years(words, int(number[1]) if number else None)
    if years is None or years >= day.year - 1900:
        return None
    end = day - timedelta(days=365 * years)
    return (end - timedelta(days=183), end)


def _years(words: str, number: int | None) -> int | None:
    if "nearly" in words or "almost" in words or "less" in words:
        return None
    if "decades" in words:
        return number * _DECADE if number and number < _DECADE else _DECADES
    if "decade" in words:
        return None  # "more than a decade" says only that it is long
    return number


def _is_close(said: tuple[date, date], start: date) -> bool:
    return said[0] - timedelta(days=183) <= start <= said[1] + timedelta(days=183)
