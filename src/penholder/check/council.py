"""Checks facts about the Council: its size, presidency and permanent members."""

from __future__ import annotations

from penholder.check.words import month_of, name_of, names_of, sentence
from penholder.model.claim import CouncilAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.model.when import When
from penholder.records.load import Records


def check_council(asked: CouncilAsked, day: str | None, records: Records) -> Verdict:
    """Give the verdict on a fact about the Council in the year or month that is meant."""
    days = When(asked.when).days() if asked.when else None
    days = days or (When(day).days() if day else None)
    if days is None:
        return Verdict(ruling=Ruling.UNDECIDED, reason="The time cannot be told from the story.")
    if asked.fact == "presidency":
        return _presidency(asked, f"{days[1]:%Y-%m}", records)
    seats = [seat for seat in records.seats if seat.year == days[1].year]
    if not seats or asked.fact == "un_size":
        return Verdict(
            ruling=Ruling.NOT_COVERED,
            reason=records.coverage["members"].told,
        )
    permanent = [seat for seat in seats if seat.permanent]
    if asked.fact == "permanent":
        holds = {seat.member for seat in permanent} >= set(asked.actors)
        if not holds:
            return Verdict(ruling=Ruling.UNDECIDED, reason="It is not clear who is meant.")
        return _answer(
            holds,
            f"Permanent in {days[1].year}: {names_of(s.member for s in permanent)}.",
            [s.row for s in permanent],
        )
    chosen = {"size": seats, "permanent_size": permanent}.get(asked.fact) or [
        seat for seat in seats if not seat.permanent
    ]
    what = {"size": "members", "permanent_size": "permanent members"}.get(
        asked.fact, "elected members"
    )
    return _answer(
        len(chosen) == asked.number,
        f"In {days[1].year} the Council had {len(chosen)} {what}.",
        [s.row for s in chosen],
    )


def _presidency(asked: CouncilAsked, month: str, records: Records) -> Verdict:
    row = next((p for p in records.presidencies if p.month == month), None)
    if row is None:
        return Verdict(ruling=Ruling.NOT_COVERED, reason=records.coverage["presidencies"].told)
    seated = {seat.member for seat in records.seats if str(seat.year) == month[:4]}
    reason = sentence(f"{name_of(row.president)} presided over the Council in {month_of(month)}.")
    if not set(asked.actors) <= seated:
        return Verdict(ruling=Ruling.UNDECIDED, reason=reason, rows=(row.row,))
    return _answer(row.president in asked.actors, reason, [row.row])


def _answer(holds: bool, reason: str, rows: list[Row]) -> Verdict:
    return Verdict(
        ruling=Ruling.SUPPORTED if holds else Ruling.CONTRADICTED, reason=reason, rows=tuple(rows)
    )
