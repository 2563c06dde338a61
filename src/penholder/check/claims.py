"""Answers each type of claim from the record."""

from __future__ import annotations

from penholder.check.council import check_council
from penholder.check.counts import check_count
from penholder.check.firsts import check_first
from penholder.check.offices import check_office
from penholder.check.others import check_other
from penholder.check.resolutions import check_resolution
from penholder.check.tallies import check_tally
from penholder.check.vetoes import check_veto
from penholder.check.violations import check_violation
from penholder.model.claim import (
    Claim,
    CouncilAsked,
    CountAsked,
    FirstAsked,
    OfficeAsked,
    OtherAsked,
    ResolutionAsked,
    TallyAsked,
    VetoAsked,
    ViolationAsked,
)
from penholder.model.reading import Reading
from penholder.model.verdict import Verdict
from penholder.records.load import Records


def check_claim(claim: Claim, reading: Reading, records: Records) -> Verdict:  # noqa: PLR0911
    """Give the verdict on a claim; the story's day stands in where the claim names none."""
    day = reading.story.date.value
    match claim.asked:
        case CountAsked():
            return check_count(claim.asked, records)
        case FirstAsked():
            return check_first(claim.asked, day, records)
        case TallyAsked():
            return check_tally(claim.asked, day, records)
        case VetoAsked():
            return check_veto(claim.asked, day, records)
        case CouncilAsked():
            return check_council(claim.asked, day, records)
        case ResolutionAsked():
            return check_resolution(claim.asked, day, records)
        case ViolationAsked():
            return check_violation(claim.asked, day, records)
        case OfficeAsked():
            return check_office(claim.asked, day, records)
        case OtherAsked():
            return check_other(claim.asked, day, records)
