"""A clause that can be checked, and what was understood by it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from penholder.model.actor import Actor, ActorId
    from penholder.model.span import Span


class ClaimType(StrEnum):
    """What sort of fact a claim asserts."""

    COUNT_IN_PERIOD = "count_in_period"
    FIRST_SINCE = "first_since"
    VOTE_TALLY = "vote_tally"
    WHO_VETOED = "who_vetoed"
    COUNCIL_FACT = "council_fact"
    RESOLUTION_FACT = "resolution_fact"
    VIOLATION = "violation"
    OFFICE = "office"
    OTHER = "other"


class Comparator(StrEnum):
    """How a claimed number relates to the true one."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"


# What a count's window says where no time is named: counted from the first ever, taken as the
# year, or (with a name behind it) since somebody took office.
EVER, ASSUMED, IN_OFFICE = "ever", "ASSUMED", "OFFICE:"


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
    narrowed: bool = False  # "to fly over Japan": fewer launches are meant than the noun names


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyAsked:
    """ "adopted by 13 votes to none with two abstentions", "China and Russia abstained"."""

    yes: int | None
    no: int | None
    abstain: int | None
    unanimous: bool
    when: str | None
    symbol: str | None  # "S/RES/2397 (2017)" or a draft's symbol, if the words name one
    subject: tuple[ActorId, ...] = ()  # states that the draft is about
    # Who is said to have voted how: Y, N, A, or NV for not voting; () = nobody is named.
    ballots: tuple[tuple[ActorId, str], ...] = ()
    alone: bool = False  # "the lone no vote": nobody else voted so
    whole: bool = False  # the number is that of all votes: "got only eight votes"
    needed: int | None = None  # "fell short of the nine votes needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class VetoAsked:
    """ "vetoed by China and Russia", "blocked by either China or Russia"."""

    actors: tuple[ActorId, ...]
    either: bool  # "either China or Russia": one is enough
    by_vote: bool  # "vetoed" is a vote; "blocked" need not be one
    every: bool  # "they have all been blocked"
    number: int | None  # "its 14th veto", "has vetoed 16 resolutions"
    when: str | None
    symbol: str | None
    subject: tuple[ActorId, ...] = ()
    comparator: Comparator = Comparator.EXACT
    since: str | None = None  # partial date from which vetoes are counted, or none was cast
    # first | last | only | only_in: "the first veto since 2017", "the only one to veto", "its only veto"
    rank: str | None = None
    alone: bool = False  # "only Russia vetoed it": nobody else did
    sure: bool = True  # False: the veto may be another body's, so none by the Council refutes it


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilAsked:
    """Who sits, presides, or holds a permanent seat, and how many there are."""

    # presidency | size | permanent_size | elected_size | permanent | member | elected | joined |
    # leaves | unchanged | needs | official | un_size
    fact: str
    actors: tuple[ActorId, ...]
    when: str | None  # partial date
    number: int | None = None
    value: str | None = None  # what is said to be needed; who is no state but is said to sit
    holds: bool = True  # False: "is not a member"
    exact: bool = True  # False: said loosely, so it cannot be wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionAsked:
    """A resolution's date, subject, adoption, sponsors, contents, or how many there are."""

    # date | about | adopted | imposes | signed_on | sponsors | number_of | listed | measure |
    # sanctions_since | sanctions_ended | body | body_ended | other
    fact: str
    symbol: str | None
    when: str | None
    actors: tuple[ActorId, ...] = ()  # those who are said to have voted for it
    subject: tuple[ActorId, ...] = ()
    number: int | None = None
    comparator: Comparator = Comparator.EXACT
    value: str | None = None  # the measure, the body, or the second number


@dataclass(frozen=True, slots=True, kw_only=True)
class ViolationAsked:
    """ "a violation of Security Council resolutions": an act said to breach them."""

    actor: ActorId
    kinds: tuple[str, ...]  # as in CountAsked, or "trade" with what is traded; () = not said
    when: str | None  # the day of the act
    symbols: tuple[str, ...] = ()  # resolutions that are named; () = resolutions in general
    sure: bool = True  # False: which act is meant is a guess


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


Asked = (
    CountAsked
    | FirstAsked
    | TallyAsked
    | VetoAsked
    | CouncilAsked
    | ResolutionAsked
    | ViolationAsked
    | OfficeAsked
    | RunAsked
    | RecordAsked
    | DatedAsked
    | FlightAsked
    | IntervalAsked
    | HappeningAsked
    | DistanceAsked
    | WeekdayAsked
    | OtherAsked
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One checkable clause of a story."""

    span: Span
    text: str
    type: ClaimType
    asked: Asked
    said_by: Actor | None = None  # None: the reporter's own voice
    rule: str | None = None  # the table row that found it
