"""Checks who vetoed or blocked what."""

from __future__ import annotations

from penholder.check.votes import undecided, votes_near, votes_on
from penholder.check.words import names_of
from penholder.model.claim import VetoAsked
from penholder.model.verdict import Ruling, Verdict
from penholder.records.load import Records


def check_veto(asked: VetoAsked, day: str | None, records: Records) -> Verdict:
    """Look for a veto of the day or on the subject; blocking outside a vote is not in the record."""
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
