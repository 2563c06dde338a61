"""Answers each type of claim from the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
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
from penholder.check.vote_days import with_day_of_vote
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
from penholder.model.verdict import Row, Verdict
from penholder.records.load import Records

# What is asked, the story's day and the record give a verdict; each check takes its own kind of question.
_Check = Callable[[Any, str | None, Records], Verdict]

# By the kind of question: its check, and the table whose edges it names where it used no row.
CHECKS: Mapping[type, tuple[_Check, str]] = {
    CountAsked: (check_count, "launches"),
    FirstAsked: (check_first, "launches"),
    TallyAsked: (check_tally, "votes"),
    VetoAsked: (check_veto, "votes"),
    CouncilAsked: (check_council, "members"),
    ResolutionAsked: (check_resolution, "votes"),
    ViolationAsked: (check_violation, "prohibitions"),
    OfficeAsked: (check_office, "offices"),
    RunAsked: (check_run, "launches"),
    RecordAsked: (check_record, "launches"),
    DatedAsked: (check_dated, "launches"),
    IntervalAsked: (check_interval, "launches"),
    FlightAsked: (check_flight, "launches"),
    HappeningAsked: (check_happening, "happenings"),
    DistanceAsked: (check_distance, "places"),
    WeekdayAsked: (check_weekday, "facts"),
    OtherAsked: (check_other, "facts"),
}


def check_claim(claim: Claim, reading: Reading, records: Records) -> Verdict:
    """Give the verdict on a claim; the story's day stands in where the claim names none."""
    check, table = CHECKS[type(claim.asked)]
    verdict = check(claim.asked, reading.story.date.value, records)
    verdict = with_day_of_vote(verdict, claim, reading, records)
    return verdict if verdict.rows else replace(verdict, rows=(Row("coverage", table),))
