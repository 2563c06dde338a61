"""Loads the tables of facts that ship with the package, once, on first use."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from penholder.model.verdict import Row
from penholder.records.coverage import Coverage, coverage_of
from penholder.records.draft_subjects import DraftSubject, draft_subject_of
from penholder.records.facts import Fact, fact_of
from penholder.records.launches import Launch, launch_of
from penholder.records.nuclear_tests import NuclearTest, nuclear_test_of
from penholder.records.offices import Term, term_of
from penholder.records.sanctions import (
    CouncilBody,
    Listing,
    Measure,
    Regime,
    ResolutionGroup,
    body_of,
    group_of,
    listing_of,
    measure_of,
    regime_of,
)
from penholder.records.vetoes import ListedVeto, listed_veto_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A member's seat in a year."""

    year: int
    member: str  # ISO 3166 alpha-3
    name: str  # as used for the rotation of the presidency
    permanent: bool

    @property
    def row(self) -> Row:
        """Give the row of the record."""
        return Row("members", f"{self.year}-{self.member}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Presidency:
    """Who presides over the Council in a month."""

    month: str
    president: str
    basis: str

    @property
    def row(self) -> Row:
        """Give the row of the record."""
        return Row("presidencies", self.month)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A draft that was put to the vote, with every ballot that is not a yes."""

    vote_id: int
    date: str
    symbol: str  # "S/RES/2397 (2017)"; of a draft that was not adopted, the draft's
    outcome: str  # adopted | vetoed | failed
    yes: int | None  # None: no source gives it
    no: int | None
    abstain: int | None
    not_voting: int | None
    vetoed_by: tuple[str, ...]
    meeting: str
    draft: str
    flags: str
    ballots: tuple[tuple[str, str], ...]  # member, N | A | NV
    subject: str
    agenda: str  # the item of the agenda, from 2000 on; "": not known

    @property
    def row(self) -> Row:
        """Give the row of the record."""
        return Row("votes", str(self.vote_id))

    @property
    def tally(self) -> str:
        """Give "13-2-0": yes, no, abstentions."""
        return f"{self.yes}-{self.no}-{self.abstain}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prohibition:
    """What a paragraph of a resolution asks of the DPRK, in our own words."""

    symbol: str
    adopted: str
    para: str
    verb: str
    act: str
    kinds: str
    charter: str
    read: str  # "yes": the text was read here; "no": it was not, and carries no verdict alone

    @property
    def row(self) -> Row:
        """Give the row of the record."""
        return Row("prohibitions", f"{self.symbol} para {self.para}")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Records:
    """Everything the record knows. Two are equal only where they are the same one."""

    seats: tuple[Seat, ...]
    presidencies: tuple[Presidency, ...]
    votes: tuple[Vote, ...]
    vetoes: tuple[ListedVeto, ...]
    launches: tuple[Launch, ...]
    nuclear_tests: tuple[NuclearTest, ...]
    prohibitions: tuple[Prohibition, ...]
    offices: tuple[Term, ...]
    facts: tuple[Fact, ...]
    draft_subjects: tuple[DraftSubject, ...]
    regimes: tuple[Regime, ...]
    resolution_groups: tuple[ResolutionGroup, ...]
    listings: tuple[Listing, ...]
    measures: tuple[Measure, ...]
    council_bodies: tuple[CouncilBody, ...]
    coverage: Mapping[str, Coverage]  # by table


@cache
def load_records() -> Records:
    """Give the shipped record."""
    return Records(
        seats=tuple(map(_seat, _rows("members"))),
        presidencies=tuple(
            Presidency(month=row["month"], president=row["president"], basis=row["basis"])
            for row in _rows("presidencies")
        ),
        votes=tuple(map(_vote, _rows("votes"))),
        vetoes=tuple(map(listed_veto_of, _rows("vetoes"))),
        launches=tuple(map(launch_of, _rows("launches"))),
        nuclear_tests=tuple(map(nuclear_test_of, _rows("nuclear_tests"))),
        prohibitions=tuple(Prohibition(**row) for row in _rows("prohibitions")),
        offices=tuple(map(term_of, _rows("offices"))),
        facts=tuple(map(fact_of, _rows("facts"))),
        draft_subjects=tuple(map(draft_subject_of, _rows("draft_subjects"))),
        regimes=tuple(map(regime_of, _rows("sanctions_regimes"))),
        resolution_groups=tuple(map(group_of, _rows("resolution_groups"))),
        listings=tuple(map(listing_of, _rows("listings"))),
        measures=tuple(map(measure_of, _rows("measures"))),
        council_bodies=tuple(map(body_of, _rows("council_bodies"))),
        coverage={row["table"]: coverage_of(row) for row in _rows("coverage")},
    )


def _rows(table: str) -> list[dict[str, str]]:
    text = files("penholder.records").joinpath("data", f"{table}.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def _seat(row: dict[str, str]) -> Seat:
    return Seat(
        year=int(row["year"]),
        member=row["member"],
        name=row["name"],
        permanent=row["permanent"] == "1",
    )


def _vote(row: dict[str, str]) -> Vote:
    counts = ("yes", "no", "abstain", "not_voting")
    numbers = {key: int(row[key]) if row[key].isdecimal() else None for key in counts}
    ballots = tuple(tuple(part.split(":", 1)) for part in row["ballots"].split())
    words = {key: row[key] for key in ("date", "outcome", "meeting", "draft", "flags")}
    return Vote(
        vote_id=int(row["vote_id"]),
        symbol=row["symbol"].replace("(", " ("),
        yes=numbers["yes"],
        no=numbers["no"],
        abstain=numbers["abstain"],
        not_voting=numbers["not_voting"],
        vetoed_by=tuple(row["vetoed_by"].split()),
        ballots=tuple((member, ballot) for member, ballot in ballots),
        subject=row["subject"],
        agenda=row["agenda"],
        **words,
    )
