"""What a claim asks about launches and tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from penholder.model.comparator import Comparator

if TYPE_CHECKING:
    from penholder.model.actor import ActorId

# What a count's window says where no time is named: counted from the first ever, taken as the
# year, or (with a name behind it) since somebody took office.
EVER, ASSUMED, IN_OFFICE = "ever", "ASSUMED", "OFFICE:"
# Behind a time in which the count begins, on a day that the words leave open: "since talks broke off in 2019".
LOOSE = "/.."


@dataclass(frozen=True, slots=True, kw_only=True)
class CountAsked:
    """ "its 12th known test this year": so many of a unit, in a window."""

    actor: ActorId  # whose acts are counted
    number: int
    comparator: Comparator
    ordinal: bool  # "14th" counts up to the event; "14" counts the whole window
    noun: str  # as written, singular, lower case: "show of force", "missile test", "icbm"
    unit: (
        str | None
    )  # missile | launch | day | round | show_of_force | test; from tables/units.toml
    kinds: tuple[str, ...]  # ballistic, cruise, icbm, irbm, srbm, nuclear … ; () = any weapon
    start: str | None  # first day of the window, "2022-01-01"; None: not said or not resolvable
    end: str | None  # last day, inclusive; for "so far" windows the day of the event or the story
    event_day: str | None = None  # the day of the launch that is numbered, when the story gives it
    known: bool = False  # "known", "reported"
    system: str | None = None  # the weapon's own name, where the noun gives it: "Scud"
    counted_by: str | None = None  # whose count it is: named in the sentence, or the outlet
    own_count: bool = False  # the words say whose count it is: "by CNN's count"
    sure: bool = True  # False: the window stands in another clause, and can be another's
    over: str | None = None  # "japan": launches that flew over it alone
    # The window's TIMEX3 value as read: "2022", "P2W", undated "XXXX"; "OFFICE:Yoon": since then;
    # "ASSUMED": not said, and taken as the year.
    window: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAsked:
    """ "its first ICBM in more than four years": first, last or largest of a kind since a day."""

    actor: ActorId
    # first | first_of (in the year or the term that `since` names) | last | largest | longest | highest
    rank: str
    noun: str
    kinds: tuple[str, ...]
    event_when: str | None  # "2022-03"; None: the story's day
    since: str | None  # partial date that the words name: "2017"; "OFFICE:Yoon": since then
    gap: str | None  # duration that the words name: "P4Y", "P2M"
    comparator: Comparator = Comparator.EXACT  # more_than with gap: "more than four years"
    narrowed: bool = False  # "from a train": fewer launches are meant than the noun names
    over: str | None = None  # "japan": launches that flew over it alone
    system: str | None = None  # "Hwasong-18": launches of that weapon alone
    sure: bool = True  # False: "such a test", whose kind is guessed


@dataclass(frozen=True, slots=True, kw_only=True)
class RunAsked:
    """ "the fourth weekend in a row": so many periods on end with a launch in each."""

    actor: ActorId
    number: int
    period: str  # day | week | weekend | month
    kinds: tuple[str, ...]
    event_day: str | None  # a day of the last period


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAsked:
    """ "a record number of missiles this year": more in a year than in any before."""

    actor: ActorId
    noun: str
    unit: str | None
    kinds: tuple[str, ...]
    year: int | None
    period: str = "year"  # year | month | day: "the most missiles in a single day"
    day: str | None = None  # a day of the month, or the day, where the story tells it


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedAsked:
    """ "its tests on January 5 and January 11": a launch on each of the days."""

    actor: ActorId
    kinds: tuple[str, ...]
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlightAsked:
    """ "rose to an altitude of 6,200 km", "flew 1,090 km": how far or how high one flew."""

    measure: str  # range | altitude
    km: float
    comparator: Comparator
    actor: ActorId
    kinds: tuple[str, ...]
    when: str | None  # the day of the launch
    sure: bool = True  # False: which launch is meant is a guess, so the figure cannot be wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class IntervalAsked:
    """ "nine days after the North fired …": the time from one event to another."""

    gap: str  # "P5D"
    comparator: Comparator
    order: str  # after | before: where the event that is told stands to the other
    told: str | None  # the day of the event that is told
    what: str  # the other event: launch | vote
    actor: ActorId
    kinds: tuple[str, ...]  # of the launch
    subject: tuple[ActorId, ...] = ()  # states that the vote was about
