"""What a claim asks about offices, happenings, places and days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from penholder.model.comparator import Comparator

if TYPE_CHECKING:
    from penholder.model.actor import ActorId


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeAsked:
    """ "Secretary of State Rex Tillerson": somebody is said to hold an office."""

    person: str
    office: str  # as written
    state: ActorId | None  # the state or body whose office it is; None: not said
    when: str | None  # the time that the sentence tells of, else the story's day
    office_ids: tuple[str, ...] = ()  # of tables/offices.toml; several where the words are loose
    standing: str | None = None  # "former", "then", "acting" …; None: holds it
    exact: bool = True  # False: the name or the office is said loosely, so it cannot be wrong
    current: bool = False  # the holder speaks on a day near the story's


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningAsked:
    """ "invaded on 24 February", "six years after the war", "first congress in five years"."""

    happening: str  # an id of tables/happenings.toml
    unique: bool  # the words can mean one happening alone
    relation: str  # on | after | first_in
    when: str | None  # on: the day that is said; else the day from which is looked back
    gap: str | None = None
    comparator: Comparator = Comparator.EXACT


@dataclass(frozen=True, slots=True, kw_only=True)
class DistanceAsked:
    """ "90 miles north of the border": how far a place lies from another, and in which direction."""

    place: str  # an id of tables/places.toml
    other: str
    km: float
    comparator: Comparator
    direction: str | None  # north | south | east | west, or two of them
    sure: bool = True  # False: what lies there may be another place


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekdayAsked:
    """ "Thursday, May 5, 2022": a day of the month with its weekday."""

    day: str
    weekday: int  # Monday is 1, as in ISO 8601
    year_said: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherAsked:
    """A checkable clause of another sort."""

    topic: str  # official_name | charter_article | alliance | superlative | trade
    value: str
