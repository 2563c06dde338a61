"""Checks who is said to sit on the Council, to have joined it, or to leave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from penholder.check.answers import not_covered, undecided
from penholder.check.words import name_of, names_of, sentence
from penholder.model.claim import CouncilAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.records.load import Records, Seat

_LAST_DAY = (12, 31)  # on which terms end
# "Will join on 1 July": no term begins in the second half of a year, and no election is held on its first days.
_MIDYEAR = ("07-", "08-", "09-")
Days = tuple[date, date]


def check_member(asked: CouncilAsked, days: Days, records: Records) -> Verdict:
    """Look for a seat of each state in the year; one that sits the year before or after is open."""
    year = days[1].year
    seats = [seat for seat in records.seats if seat.year == year]
    if not seats:
        return not_covered(records.coverage["members"].told, (Row("coverage", "members"),))
    held = [seat for seat in seats if seat.member in asked.actors and _is_meant(asked, seat)]
    missing = [state for state in asked.actors if state not in {seat.member for seat in held}]
    if not asked.holds:
        return _denied(asked, held, seats)
    if not missing:
        return _answer(Ruling.SUPPORTED, _told(held), held)
    told = f"{sentence(names_of(missing))} {_lacks(missing)} in {year}."
    near = [seat for seat in records.seats if seat.member in missing and abs(seat.year - year) < 2]
    rows = [*held, *near] or [seat for seat in seats if seat.permanent]
    if not asked.exact or any(_is_meant(asked, seat) for seat in near):
        return undecided(f"{told} The story may look back or ahead.", tuple(s.row for s in rows))
    return _answer(Ruling.CONTRADICTED, _other_seat(missing, near, told, asked), rows)


def check_joined(asked: CouncilAsked, days: Days, records: Records) -> Verdict:
    """Compare each one that is named; what is wrong of one is wrong."""
    each = [_joined(replace(asked, actors=(one,)), days, records) for one in asked.actors]
    for ruling in (Ruling.CONTRADICTED, Ruling.UNDECIDED):
        if worst := [verdict for verdict in each if verdict.ruling is ruling]:
            return worst[0]
    rows = tuple(row for verdict in each for row in verdict.rows)
    return replace(each[0], rows=rows, reason=" ".join(verdict.reason for verdict in each))


def _joined(asked: CouncilAsked, days: Days, records: Records) -> Verdict:
    """Compare with the first year of a seat; who was elected in a year sits from the next."""
    year = days[1].year
    mine = [seat for seat in records.seats if seat.member in asked.actors]
    held = {seat.year for seat in mine}
    rows = tuple(seat.row for seat in mine if abs(seat.year - year) < 2)
    begins = not asked.when or _begins(asked, days)
    if year in held and year - 1 not in held and begins:
        begun = [seat for seat in mine if seat.year == year]
        return _answer(Ruling.SUPPORTED, f"{_told(begun)} It did not in {year - 1}.", begun)
    told = f"{sentence(names_of(asked.actors))} had seats in {_years(held, year)}."
    if asked.value == "elected" and year + 1 in held and year not in held and _may_begin(asked):
        begun = [seat for seat in mine if seat.year == year + 1]
        return _answer(Ruling.SUPPORTED, f"{_told(begun)} It did not in {year}.", begun)
    if not asked.when or not asked.exact or year in held or year + 1 in held:
        return undecided(f"{told} The story may mean the election.", rows or _EDGES)
    return Verdict(ruling=Ruling.CONTRADICTED, reason=told, rows=rows or _EDGES)


def _begins(asked: CouncilAsked, days: Days) -> bool:
    """Say whether a term can begin at a time: in a year or its January; one to come, on the first alone."""
    to_come = asked.value == "elected" and days[0] == days[1]
    month = (days[0].day if to_come else 1) == 1 and days[0].month == 1
    return month or len(asked.when or "") == len("2026")


def _may_begin(asked: CouncilAsked) -> bool:
    """Say whether a time can be that of an election, in any month, or of a term that begins in January."""
    when = asked.when or ""
    first_days = len(when) == len("2026-01-02") and when[5:7] == "01" and when[8:] != "01"
    return not when[5:].startswith(_MIDYEAR) and not first_days


def check_leaves(asked: CouncilAsked, days: Days, records: Records) -> Verdict:
    """Compare with the last year of a seat: terms end on 31 December."""
    year = days[1].year
    mine = [seat for seat in records.seats if seat.member in asked.actors and not seat.permanent]
    held = {seat.year for seat in mine}
    years = [{seat.year for seat in mine if seat.member == one} for one in asked.actors]
    rows = tuple(seat.row for seat in mine if abs(seat.year - year) < 2)
    at_end = not asked.when or (days[1].month, days[1].day) == _LAST_DAY
    if years and at_end and all(year in one and year + 1 not in one for one in years):
        told = f"{sentence(names_of(asked.actors))} sat until 31 December {year}."
        return Verdict(ruling=Ruling.SUPPORTED, reason=told, rows=rows)
    told = f"{sentence(names_of(asked.actors))} had seats in {_years(held, year)}."
    if asked.when and asked.exact and any({year, year + 1} <= one for one in years):
        return Verdict(ruling=Ruling.CONTRADICTED, reason=told, rows=rows)
    return undecided(f"{told} The story may mean another term.", rows or _EDGES)


def check_official(asked: CouncilAsked, days: Days, records: Records) -> Verdict:
    """Leave open what is said of an official: states sit on the Council, and others speak there."""
    seats = [seat for seat in records.seats if seat.year == days[1].year and seat.permanent]
    told = (
        f"States sit on the Council; {asked.value} acts for none of them. "
        "Officials of the UN brief it and have no seat."
    )
    return undecided(told, tuple(seat.row for seat in seats) or _EDGES)


_EDGES = (Row("coverage", "members"),)


def _is_meant(asked: CouncilAsked, seat: Seat) -> bool:
    if asked.fact == "permanent":
        return seat.permanent
    return not (asked.fact == "elected" and seat.permanent)


def _denied(asked: CouncilAsked, held: Sequence[Seat], seats: Sequence[Seat]) -> Verdict:
    """Check "is not a member": true where none of them has such a seat."""
    if held and asked.exact:
        return _answer(Ruling.CONTRADICTED, _told(held), held)
    if held:
        return undecided(_told(held), tuple(seat.row for seat in held))
    told = f"{sentence(names_of(asked.actors))} {_lacks(asked.actors)} in {seats[0].year}."
    return _answer(Ruling.SUPPORTED, told, seats)


def _lacks(states: Sequence[str]) -> str:
    return "had no such seat" if len(states) == 1 else "had no such seats"


def _other_seat(
    missing: Sequence[str], near: Sequence[Seat], told: str, asked: CouncilAsked
) -> str:
    """Add the seat that a state does have: a permanent one, where an elected one is claimed."""
    if asked.fact == "elected" and near:
        return f"{told} {sentence(name_of(missing[0]))} is a permanent member."
    if asked.fact == "permanent" and near:
        return f"{told} {sentence(name_of(missing[0]))} is an elected member."
    return told


def _told(held: Sequence[Seat]) -> str:
    """Say who sat, and on what kind of seat."""
    who = sentence(names_of(seat.member for seat in held))
    kinds = sorted({"a permanent" if seat.permanent else "an elected" for seat in held})
    return (
        f"{who} sat on the Council in {held[0].year}, each as {' or '.join(kinds)} member.".replace(
            ", each as", " as" if len(held) == 1 else ", each as"
        )
    )


def _years(held: set[int], year: int) -> str:
    """Give the years of seats near a year, or the last ones before it."""
    near = sorted(one for one in held if abs(one - year) <= 3) or sorted(held)[-2:]
    return names_of(map(str, near)) if near else "no year"


def _answer(ruling: Ruling, reason: str, seats: Sequence[Seat]) -> Verdict:
    return Verdict(ruling=ruling, reason=reason, rows=tuple(seat.row for seat in seats))
