"""Answers each type of claim from the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from penholder.check.council import check_council
from penholder.check.counts import check_count
from penholder.check.distances import check_distance
from penholder.check.firsts import check_first
from penholder.check.flights import check_flight
from penholder.check.happenings import check_happening
from penholder.check.intervals import check_interval
from penholder.check.most import check_record
from penholder.check.offices import check_office
from penholder.check.others import check_other
from penholder.check.resolutions import check_resolution
from penholder.check.runs import check_dated, check_run
from penholder.check.tallies import check_tally
from penholder.check.vetoes import check_veto
from penholder.check.violations import check_violation
from penholder.check.weekdays import check_weekday
from penholder.model.claim import (
    Claim,
    CouncilAsked,
    CountAsked,
    DatedAsked,
    DistanceAsked,
    FirstAsked,
    FlightAsked,
    HappeningAsked,
    IntervalAsked,
    OfficeAsked,
    OtherAsked,
    RecordAsked,
    ResolutionAsked,
    RunAsked,
    TallyAsked,
    VetoAsked,
    ViolationAsked,
    WeekdayAsked,
)
from penholder.model.reading import Reading
from penholder.model.verdict import Verdict
from penholder.records.load import Records

# What is asked, the story's day and the record give a verdict; each check takes its own kind of question.
_Check = Callable[[Any, str | None, Records], Verdict]

CHECKS: Mapping[type, _Check] = {
    CountAsked: check_count,
    FirstAsked: check_first,
    TallyAsked: check_tally,
    VetoAsked: check_veto,
    CouncilAsked: check_council,
    ResolutionAsked: check_resolution,
    ViolationAsked: check_violation,
    OfficeAsked: check_office,
    RunAsked: check_run,
    RecordAsked: check_record,
    DatedAsked: check_dated,
    IntervalAsked: check_interval,
    FlightAsked: check_flight,
    HappeningAsked: check_happening,
    DistanceAsked: check_distance,
    WeekdayAsked: check_weekday,
    OtherAsked: check_other,
}


def check_claim(claim: Claim, reading: Reading, records: Records) -> Verdict:
    """Give the verdict on a claim; the story's day stands in where the claim names none."""
    return CHECKS[type(claim.asked)](claim.asked, reading.story.date.value, records)
