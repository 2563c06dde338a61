"""Checks who vetoed or blocked what."""

from __future__ import annotations

from penholder.check.answers import undecided
from penholder.check.votes import votes_near, votes_on
from penholder.check.words import names_of
from penholder.model.claim import VetoAsked
from penholder.model.verdict import Ruling, Verdict
from penholder.model.when import When
from penholder.records.load import Records
from penholder.records.vetoes import count_vetoes


def check_veto(asked: VetoAsked, day: str | None, records: Records) -> Verdict:
    """Look for a veto of the day or on the subject; blocking outside a vote is not in the record."""
    if asked.number and len(asked.actors) == 1:
        return _nth(asked, asked.number, asked.when or day, records)
    near = [v for v in votes_near(records, asked.when) if v.outcome == "vetoed"]
    if asked.when and len(near) == 1 and asked.by_vote:
        holds = set(asked.actors) == set(near[0].vetoed_by)
        return Verdict(
            ruling=Ruling.SUPPORTED if holds else Ruling.CONTRADICTED,
            reason=f"{near[0].draft} of {near[0].date} was vetoed by {names_of(near[0].vetoed_by)}.",
            rows=(near[0].row,),
        )
    about = [v for state in asked.subject for v in votes_on(records, state)]
    vetoed = [v for v in about if v.outcome == "vetoed" and (day is None or v.date <= day)]
    if about and not vetoed and day:
        return undecided(
            f"No draft resolution on this subject had been vetoed before {day}, "
            "and blocking outside a vote is not in the record."
        )
    return undecided("The record cannot tell which drafts are meant.", tuple(v.row for v in vetoed))


def _nth(asked: VetoAsked, number: int, when: str | None, records: Records) -> Verdict:
    """Count a member's vetoes up to the day on each basis; the words do not say which is meant."""
    days = When(when).days() if when else None
    if days is None:
        return undecided("The day up to which the vetoes are counted cannot be told.")
    counts = count_vetoes(records, asked.actors[0], days[1].isoformat())
    told = "; ".join(f"{one.number} by {one.label}, to {one.last}" for one in counts)
    agreeing = next((one for one in counts if one.number == number), None)
    if agreeing is None:
        return undecided(f"No basis gives {number}: {told}.")
    return Verdict(
        ruling=Ruling.SUPPORTED, reason=f"True on one basis: {told}.", rows=agreeing.rows[-1:]
    )
