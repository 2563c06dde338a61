"""Checks facts about the Council: its size, presidency and permanent members."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from penholder.check.votes import undecided
from penholder.check.words import month_of, name_of, names_of, sentence
from penholder.model.claim import CouncilAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.model.when import When
from penholder.records.facts import facts_on
from penholder.records.load import Records, Seat

_ELECTED = "elected members"
_COUNTED = {"size": "members", "permanent_size": "permanent members"}


def check_council(asked: CouncilAsked, day: str | None, records: Records) -> Verdict:
    """Give the verdict on a fact about the Council in the year or month that is meant.

    What holds on the story's own day is true, whatever other years the sentence names.
    """
    if day and asked.when and asked.fact not in {"presidency", "un_size"}:
        today = check_council(replace(asked, when=None), day, records)
        if today.ruling is Ruling.SUPPORTED:
            return today
    days = When(asked.when).days() if asked.when else None
    days = days or (When(day).days() if day else None)
    if days is None:
        return undecided("The time cannot be told from the story.")
    if asked.fact == "presidency":
        return _presidency(asked, f"{days[1]:%Y-%m}", records)
    if asked.fact == "un_size":
        return _un_size(asked, days[1].isoformat(), records)
    seats = [seat for seat in records.seats if seat.year == days[1].year]
    if not seats:
        return Verdict(ruling=Ruling.NOT_COVERED, reason=records.coverage["members"].told)
    return _permanent(asked, seats) if asked.fact == "permanent" else _size(asked, seats)


def _permanent(asked: CouncilAsked, seats: Sequence[Seat]) -> Verdict:
    permanent = [seat for seat in seats if seat.permanent]
    if not {seat.member for seat in permanent} >= set(asked.actors):
        return undecided("It is not clear who is meant.")
    names = names_of(seat.member for seat in permanent)
    return _answer(True, f"Permanent in {seats[0].year}: {names}.", [s.row for s in permanent])


def _size(asked: CouncilAsked, seats: Sequence[Seat]) -> Verdict:
    chosen = {
        "size": seats,
        "permanent_size": [seat for seat in seats if seat.permanent],
    }.get(asked.fact) or [seat for seat in seats if not seat.permanent]
    what = _COUNTED.get(asked.fact, _ELECTED)
    return _answer(
        len(chosen) == asked.number,
        f"In {seats[0].year} the Council had {len(chosen)} {what}.",
        [seat.row for seat in chosen],
    )


def _un_size(asked: CouncilAsked, day: str, records: Records) -> Verdict:
    fact = next(iter(facts_on(records, "un_size", day)), None)
    if fact is None:
        covered = "The table of facts has the size of the United Nations from 1994-12-15 on."
        return Verdict(ruling=Ruling.NOT_COVERED, reason=covered)
    return _answer(
        fact.key == str(asked.number), f"The United Nations had {fact.value}.", [fact.row]
    )


def _presidency(asked: CouncilAsked, month: str, records: Records) -> Verdict:
    row = next((p for p in records.presidencies if p.month == month), None)
    if row is None:
        return Verdict(ruling=Ruling.NOT_COVERED, reason=records.coverage["presidencies"].told)
    seated = {seat.member for seat in records.seats if str(seat.year) == month[:4]}
    reason = sentence(f"{name_of(row.president)} presided over the Council in {month_of(month)}.")
    if not set(asked.actors) <= seated:
        return undecided(reason, (row.row,))
    return _answer(row.president in asked.actors, reason, [row.row])


def _answer(holds: bool, reason: str, rows: list[Row]) -> Verdict:
    return Verdict(
        ruling=Ruling.SUPPORTED if holds else Ruling.CONTRADICTED, reason=reason, rows=tuple(rows)
    )
