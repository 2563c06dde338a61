"""Checks when happenings were, and how long they lie back: "the first congress in five years"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from penholder.check.answers import not_covered, undecided
from penholder.check.gaps import Gap, middle, read_gap, years_or_days
from penholder.model.claim import HappeningAsked
from penholder.model.verdict import Ruling, Verdict
from penholder.model.when import When
from penholder.records.happenings import Happening, happenings_named
from penholder.records.load import Records

# What is dated at a gathering's opening may be told of some days before or after.
_SAME = timedelta(days=60)


def check_happening(asked: HappeningAsked, day: str | None, records: Records) -> Verdict:
    """Compare with the days on which a happening took place."""
    known = happenings_named(records, asked.happening)
    said = asked.when or day
    days = When(said).days() if said else None
    if not known:
        return not_covered(records.coverage["happenings"].told)
    if days is None:
        return undecided("The day cannot be told from the story.", (known[-1].row,))
    if asked.relation == "on":
        return _on(asked, known, days)
    gap = read_gap(asked.gap)
    if gap is None:
        return undecided("The words name no length of time.", (known[-1].row,))
    return (
        _first_in(asked, gap, known, days)
        if asked.relation == "first_in"
        else _after(asked, gap, known, days)
    )


def _on(asked: HappeningAsked, known: Sequence[Happening], days: tuple[date, date]) -> Verdict:
    """Another day of the same year is wrong; of another year the words may mean another happening."""
    held = next((one for one in known if one.first <= days[1] and days[0] <= one.last), None)
    if held:
        return _answer(Ruling.SUPPORTED, _told(held), held)
    nearest = min(known, key=lambda one: abs((one.first - days[0]).days))
    wrong = asked.unique and len(known) == 1 and nearest.first.year == days[0].year
    ruling = Ruling.CONTRADICTED if wrong else Ruling.UNDECIDED
    return _answer(ruling, _told(nearest), nearest)


def _after(
    asked: HappeningAsked, gap: Gap, known: Sequence[Happening], days: tuple[date, date]
) -> Verdict:
    """The words can look back from another day than the story's, so nothing is wrong here."""
    for one in known:
        for start in (one.first, one.last):
            if gap.fits((middle(days) - start).days, asked.comparator):
                return _answer(Ruling.SUPPORTED, _told(one), one)
    return undecided(
        f"{_told(known[-1])} The story may look back from another day.", (known[-1].row,)
    )


def _first_in(
    asked: HappeningAsked, gap: Gap, known: Sequence[Happening], days: tuple[date, date]
) -> Verdict:
    before = [one for one in known if one.last < days[0] - _SAME]
    if not before:
        return undecided(f"The record has none before {days[0]}.", (known[0].row,))
    here = next((one for one in known if days[0] - _SAME <= one.first <= days[1] + _SAME), None)
    last, now = before[-1], here.first if here else middle(days)
    lies_back = (now - last.first).days
    reason = f"{_told(last)} That was {years_or_days(lies_back)} before {now}."
    if gap.fits(lies_back, asked.comparator):
        return _answer(Ruling.SUPPORTED, reason, *([last, here] if here else [last]))
    ruling = Ruling.CONTRADICTED if gap.is_far_from(lies_back) else Ruling.UNDECIDED
    return _answer(ruling, reason, last)


def _told(one: Happening) -> str:
    days = f"on {one.first}" if one.first == one.last else f"from {one.first} to {one.last}"
    return f"{one.label[:1].upper()}{one.label[1:]}: {days} ({one.source})."


def _answer(ruling: Ruling, reason: str, *rows: Happening) -> Verdict:
    return Verdict(ruling=ruling, reason=reason, rows=tuple(one.row for one in rows))
