"""What a claim asks about the Council: its votes, members, resolutions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from penholder.model.comparator import Comparator

if TYPE_CHECKING:
    from penholder.model.actor import ActorId


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
    # Who is said to have voted how: Y, N, A, NV for not voting, or - for any of these but Y; () = nobody is named.
    ballots: tuple[tuple[ActorId, str], ...] = ()
    alone: bool = False  # "the lone no vote": nobody else voted so
    whole: bool = False  # the number is that of all votes: "got only eight votes"
    needed: int | None = None  # "fell short of the nine votes needed"
    outcome: str | None = None  # adopted | vetoed | failed, where the sentence tells of one alone
    # False: for or against what may be no draft, as in "voted against the return of sanctions".
    sure: bool = True


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
    subject_said: bool = True  # False: only a sentence before names what the draft is about


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilAsked:
    """Who sits, presides, or holds a permanent seat, and how many there are."""

    # presidency | presidency_after (the later, the earlier) | size | permanent_size | elected_size | permanent | member | elected | joined |
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
    # sanctions_since | sanctions_ended | body | body_ended | first_on | other
    fact: str
    symbol: str | None
    when: str | None
    actors: tuple[ActorId, ...] = ()  # those who are said to have voted for it
    subject: tuple[ActorId, ...] = ()
    number: int | None = None
    comparator: Comparator = Comparator.EXACT
    value: str | None = (
        None  # the measure, the body, the second number, or the time since the one before
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ViolationAsked:
    """ "a violation of Security Council resolutions": an act said to breach them."""

    actor: ActorId
    kinds: tuple[str, ...]  # as in CountAsked, or "trade" with what is traded; () = not said
    when: str | None  # the day of the act
    symbols: tuple[str, ...] = ()  # resolutions that are named; () = resolutions in general
    sure: bool = True  # False: which act is meant is a guess
