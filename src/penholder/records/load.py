"""Gives the tables of facts that ship with the package; each is read on first use, once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property

from penholder.model.verdict import Row
from penholder.records.conflicts import Conflict, by_row, conflict_of
from penholder.records.coverage import Coverage, coverage_of
from penholder.records.draft_subjects import DraftSubject, draft_subject_of
from penholder.records.facts import Fact, fact_of
from penholder.records.habits import Habit, habit_of_row
from penholder.records.happenings import Happening, happening_of
from penholder.records.imports.place import records_path
from penholder.records.launch_sites import LaunchSite, launch_site_of
from penholder.records.launches import Launch, launch_of
from penholder.records.members import Seat, seat_of
from penholder.records.nuclear_tests import NuclearTest, nuclear_test_of
from penholder.records.offices import Term, term_of
from penholder.records.overflights import Overflight, overflight_of
from penholder.records.own_habits import own_habits
from penholder.records.places import Place, place_of
from penholder.records.presidencies import Presidency, presidency_of_row
from penholder.records.procedural import ProceduralVote, procedural_vote_of
from penholder.records.prohibitions import Prohibition, prohibition_of
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
from penholder.records.tables import rows, toml_rows
from penholder.records.vetoes import ListedVeto, listed_veto_of
from penholder.records.votes import Vote, by_symbol, doubts, vote_of

__all__ = ["Presidency", "Prohibition", "Records", "Seat", "Vote", "load_records"]

# Made from other tables, and made anew where those have other rows.
_DERIVED = frozenset({"votes_by_symbol", "conflicts_by_row"})


class Records:
    """Everything the record knows. Two are equal only where they are the same one."""

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """Give the Council's members, year by year."""
        return tuple(map(seat_of, rows("members")))

    @cached_property
    def presidencies(self) -> tuple[Presidency, ...]:
        """Give the Council's presidents, month by month."""
        return tuple(map(presidency_of_row, rows("presidencies")))

    @cached_property
    def votes(self) -> tuple[Vote, ...]:
        """Give every draft that was put to the vote, oldest first."""
        doubted = doubts(self.conflicts)
        return tuple(vote_of(row, doubted) for row in rows("votes"))

    @cached_property
    def votes_by_symbol(self) -> Mapping[str, tuple[Vote, ...]]:
        """Give the votes by the key of their symbol."""
        return by_symbol(self.votes)

    @cached_property
    def procedural_votes(self) -> Mapping[str, ProceduralVote]:
        """Give the resolutions that no veto could stop, by symbol."""
        listed = map(procedural_vote_of, toml_rows("procedural_votes", "vote"))
        return {one.symbol: one for one in listed}

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Give what sources disagree on."""
        return tuple(map(conflict_of, rows("conflicts")))

    @cached_property
    def conflicts_by_row(self) -> Mapping[Row, tuple[Conflict, ...]]:
        """Give the conflicts by the row that they are about."""
        return by_row(self.conflicts)

    @cached_property
    def vetoes(self) -> tuple[ListedVeto, ...]:
        """Give the UN library's list of vetoes."""
        return tuple(map(listed_veto_of, rows("vetoes")))

    @cached_property
    def launches(self) -> tuple[Launch, ...]:
        """Give North Korea's launches."""
        return tuple(map(launch_of, rows("launches")))

    @cached_property
    def overflights(self) -> tuple[Overflight, ...]:
        """Give the launches that flew over another country."""
        return tuple(map(overflight_of, rows("overflights")))

    @cached_property
    def nuclear_tests(self) -> tuple[NuclearTest, ...]:
        """Give North Korea's nuclear tests."""
        return tuple(map(nuclear_test_of, rows("nuclear_tests")))

    @cached_property
    def prohibitions(self) -> tuple[Prohibition, ...]:
        """Give what resolutions ask of North Korea."""
        return tuple(map(prohibition_of, rows("prohibitions")))

    @cached_property
    def offices(self) -> tuple[Term, ...]:
        """Give who held which office."""
        return tuple(map(term_of, rows("offices")))

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Give facts that hang on no vote."""
        return tuple(map(fact_of, rows("facts")))

    @cached_property
    def draft_subjects(self) -> tuple[DraftSubject, ...]:
        """Give the states that drafts with other titles were about."""
        return tuple(map(draft_subject_of, rows("draft_subjects")))

    @cached_property
    def regimes(self) -> tuple[Regime, ...]:
        """Give the sanctions regimes of the Council."""
        return tuple(map(regime_of, rows("sanctions_regimes")))

    @cached_property
    def resolution_groups(self) -> tuple[ResolutionGroup, ...]:
        """Give the resolutions on a subject, by what they do."""
        return tuple(map(group_of, rows("resolution_groups")))

    @cached_property
    def listings(self) -> tuple[Listing, ...]:
        """Give how many people and entities a resolution listed."""
        return tuple(map(listing_of, rows("listings")))

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """Give what resolutions ban or cap."""
        return tuple(map(measure_of, rows("measures")))

    @cached_property
    def council_bodies(self) -> tuple[CouncilBody, ...]:
        """Give the bodies that resolutions set up."""
        return tuple(map(body_of, rows("council_bodies")))

    @cached_property
    def happenings(self) -> tuple[Happening, ...]:
        """Give the happenings that news dates itself by."""
        return tuple(map(happening_of, rows("happenings")))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Give the points of the places that news measures from."""
        return tuple(map(place_of, rows("places")))

    @cached_property
    def launch_sites(self) -> tuple[LaunchSite, ...]:
        """Give the sites that launches were fired from, beyond these places."""
        return tuple(map(launch_site_of, rows("launch_sites")))

    @cached_property
    def habits(self) -> tuple[Habit, ...]:
        """Give how outlets count."""
        return (*own_habits(), *map(habit_of_row, rows("outlet_habits")))

    @cached_property
    def coverage(self) -> Mapping[str, Coverage]:
        """Give the edges of each table, by its name."""
        return {row["table"]: coverage_of(row) for row in rows("coverage")}

    def having(self, **tables: object) -> Records:
        """Give a record that has other rows in the tables that are named, and is else the same."""
        other = Records()
        read = {name: rows for name, rows in vars(self).items() if name not in _DERIVED}
        vars(other).update(read | tables)
        return other


@cache
def load_records() -> Records:
    """Give the shipped record with what the user imported."""
    if not records_path().exists():
        return load_shipped()
    # Imported here because the rows of an import are of the classes above.
    from penholder.records.imports.overlay import with_imports  # noqa: PLC0415

    return with_imports(load_shipped())


@cache
def load_shipped() -> Records:
    """Give the record that ships with the package, without imports."""
    return Records()
