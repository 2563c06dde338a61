"""Checks facts about the Council: its size, presidency and permanent members."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from penholder.check.answers import not_covered, undecided
from penholder.check.members import check_joined, check_leaves, check_member, check_official
from penholder.check.needs import check_needs
from penholder.check.words import month_of, name_of, sentence
from penholder.model.claim import CouncilAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.model.when import When
from penholder.records.facts import facts_on
from penholder.records.load import Presidency, Records, Seat

_ELECTED = "elected members"
# Facts that hold at the time that is named, whatever is so on the story's day.
_MONTH = timedelta(days=30)
_OF_A_TIME = frozenset(
    {"presidency", "presidency_after", "un_size", "joined", "leaves", "unchanged", "needs"}
)
_COUNTED = {"size": "members", "permanent_size": "permanent members"}


def check_council(asked: CouncilAsked, day: str | None, records: Records) -> Verdict:
    """Give the verdict on a fact about the Council in the year or month that is meant.

    What holds on the story's own day is true, whatever other years the sentence names.
    """
    if day and asked.when and asked.fact not in _OF_A_TIME:
        today = check_council(replace(asked, when=None), day, records)
        if today.ruling is Ruling.SUPPORTED:
            return today
    days = When(asked.when).days() if asked.when else None
    days = days or (When(day).days() if day else None)
    if days is None:
        return undecided("The time cannot be told from the story.", (Row("coverage", "members"),))
    if check := _CHECKS.get(asked.fact):
        return check(asked, days, records)
    seats = [seat for seat in records.seats if seat.year == days[1].year]
    if not seats:
        return not_covered(records.coverage["members"].told, (Row("coverage", "members"),))
    return _size(asked, seats)


def _needs(asked: CouncilAsked, days: tuple[date, date], records: Records) -> Verdict:
    return check_needs(asked, days[1].isoformat(), records)


def _unchanged(
    asked: CouncilAsked,
    days: tuple[date, date],  # noqa: ARG001  one signature for all checks
    records: Records,
) -> Verdict:
    """Tell of the enlargement of 1965: flatly unchanged it is not, largely it may be."""
    facts = [fact for fact in records.facts if fact.topic == "council_size"]
    rows = [fact.row for fact in facts]
    told = "The Council was enlarged from 11 to 15 members from 1966 on; the five permanent seats stayed."
    named = When(asked.when or "").days()
    if not asked.exact or named is None or named[1].isoformat() > (facts[0].last or ""):
        return undecided(told, tuple(rows))
    return _answer(False, told, rows)


def _size(asked: CouncilAsked, seats: Sequence[Seat]) -> Verdict:
    chosen = {
        "size": seats,
        "permanent_size": [seat for seat in seats if seat.permanent],
    }.get(asked.fact) or [seat for seat in seats if not seat.permanent]
    what = _COUNTED.get(asked.fact, _ELECTED)
    told = f"In {seats[0].year} the Council had {len(chosen)} {what}."
    rows = [seat.row for seat in chosen]
    if not asked.exact and len(chosen) != asked.number:
        return undecided(f"{told} The story may tell of a part of them.", tuple(rows))
    if asked.value == "told":
        return undecided(f"{told} The one who speaks may be of one of them.", tuple(rows))
    return _answer(len(chosen) == asked.number, told, rows)


def _un_size(asked: CouncilAsked, days: tuple[date, date], records: Records) -> Verdict:
    fact = next(iter(facts_on(records, "un_size", days[1].isoformat())), None)
    if fact is None:
        covered = "The table of facts has the size of the United Nations from 1994-12-15 on."
        return not_covered(covered, (Row("coverage", "facts"),))
    told = f"The United Nations had {fact.value}."
    if fact.key != str(asked.number):
        return undecided(f"{told} The story may tell of a part of them.", (fact.row,))
    return _answer(True, told, [fact.row])


def _presidency(asked: CouncilAsked, days: tuple[date, date], records: Records) -> Verdict:
    """Look for a month of the time in which they presided; only a month that is named can refute."""
    months = [f"{days[0]:%Y-%m}", f"{days[1]:%Y-%m}"]
    rows = [row for row in records.presidencies if months[0] <= row.month <= months[1]]
    if not rows:
        return not_covered(
            records.coverage["presidencies"].told, (Row("coverage", "presidencies"),)
        )
    held = [row for row in rows if row.president in asked.actors]
    if doubted := [row for row in rows if row.in_doubt]:
        told = f"{_presided(doubted[0])} By the rotation, that is: the turns of these months may have been moved."
        return undecided(told, (doubted[0].row,))
    if held:
        return _answer(True, _presided(held[0]), [held[0].row])
    seated = {seat.member for seat in records.seats if seat.year == days[1].year}
    if not asked.exact or asked.when is None or len(rows) > 1 or not set(asked.actors) <= seated:
        return undecided(
            f"{_presided(rows[-1])} The story may mean another month.", (rows[-1].row,)
        )
    return _answer(False, _presided(rows[0]), [rows[0].row])


def _presidency_after(asked: CouncilAsked, days: tuple[date, date], records: Records) -> Verdict:
    """Look for two months in a row, near the time, in which the two presided: (the later, the earlier)."""
    first, last = (f"{day + _MONTH * step:%Y-%m}" for day, step in zip(days, (-2, 2), strict=True))
    near = [row for row in records.presidencies if first <= row.month <= last]
    if not near:
        return not_covered(
            records.coverage["presidencies"].told, (Row("coverage", "presidencies"),)
        )
    later, earlier = asked.actors
    for before, after in pairwise(near):
        if (before.president, after.president) == (earlier, later) and not after.in_doubt:
            told = f"{_presided(before)} {_presided(after)}"
            return _answer(True, told, [before.row, after.row])
    told = " ".join(map(_presided, near))
    return undecided(f"{told} The story may mean another month.", tuple(row.row for row in near))


def _presided(row: Presidency) -> str:
    who = name_of(row.president)
    return sentence(f"{who} presided over the Council in {month_of(row.month)}.")


def _answer(holds: bool, reason: str, rows: list[Row]) -> Verdict:
    return Verdict(
        ruling=Ruling.SUPPORTED if holds else Ruling.CONTRADICTED, reason=reason, rows=tuple(rows)
    )


_CHECKS: Mapping[str, Callable[[CouncilAsked, tuple[date, date], Records], Verdict]] = {
    "presidency": _presidency,
    "presidency_after": _presidency_after,
    "un_size": _un_size,
    "needs": _needs,
    "unchanged": _unchanged,
    "permanent": check_member,
    "member": check_member,
    "elected": check_member,
    "joined": check_joined,
    "leaves": check_leaves,
    "official": check_official,
}
