"""A vote as a source tells it: sound, or at odds with itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from penholder.records.imports.days import read_day
from penholder.records.imports.members import Seats
from penholder.records.imports.reading import Entry, Fault, Refusal
from penholder.records.imports.symbols import year_of
from penholder.records.load import Vote

_PERMANENT = frozenset({"CHN", "FRA", "GBR", "RUS", "USA"})
Tally = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who voted how, and the numbers that the source prints beside it."""

    place: str
    symbol: str  # "S/RES/2397 (2017)"; of a draft that was not adopted, the draft's
    day: str
    ballots: tuple[tuple[str, str], ...]  # every member that is named: Y | N | A | NV
    told: tuple[tuple[str, Tally], ...]  # what the source calls each of its tallies
    adopted: bool = True
    without_vote: bool = False
    meeting: str = ""
    draft: str = ""
    subject: str = ""
    agenda: str = ""

    @property
    def counted(self) -> Tally:
        """Give how many of the named members said yes, no and abstained."""
        numbers = Counter(ballot for _, ballot in self.ballots)
        return numbers["Y"], numbers["N"], numbers["A"]


def undated(place: str, name: str, words: str) -> Refusal:
    """Say that a row has no day, or one that does not exist."""
    if not words.strip():
        return Refusal(place=place, name=name, fault=Fault.PART, reason="no date")
    return Refusal(place=place, name=name, fault=Fault.DATE, reason=f'"{words}"')


def dated(place: str, symbol: str, words: str) -> str | Refusal:
    """Give the day of a resolution, or why it cannot be its day."""
    day = read_day(words)
    if day is None:
        return undated(place, symbol, words)
    if day[:4] != year_of(symbol):
        reason = f"{day} is not in the year of the symbol"
        return Refusal(place=place, name=symbol, fault=Fault.DATE, reason=reason)
    return day


def weigh(cast: Cast, seats: Seats) -> Entry | Refusal:
    """Give the vote, or how it contradicts itself."""
    faults = "; ".join(_faults(cast, seats.get(int(cast.day[:4]), frozenset())))
    if faults:
        return Refusal(place=cast.place, name=cast.symbol, fault=Fault.CONTRADICTION, reason=faults)
    return Entry(place=cast.place, value=_vote(cast, seats[int(cast.day[:4])]))


def _faults(cast: Cast, council: frozenset[str]) -> Iterator[str]:
    if not council:
        yield f"no members of the Council are known for {cast.day[:4]}"
        return
    named = Counter(member for member, _ in cast.ballots)
    nobody = cast.without_vote and not named
    if not nobody and len(cast.ballots) != len(council):
        yield f"{len(cast.ballots)} members are named, and the Council has {len(council)}"
    if twice := [member for member, times in named.items() if times > 1]:
        yield f"{', '.join(twice)} named twice"
    if strangers := sorted(set(named) - council):
        yield f"{', '.join(strangers)} had no seat in {cast.day[:4]}"
    if not cast.without_vote:
        for label, tally in cast.told:
            if tally != cast.counted:
                yield f"{label} {told(tally)}, and the members named make {told(cast.counted)}"


def told(tally: Tally) -> str:
    """Give "13-2-0"."""
    return "-".join(map(str, tally))


def _vote(cast: Cast, council: frozenset[str]) -> Vote:
    """Give the vote as the record has votes: without a vote, nobody voted."""
    ballots = tuple(sorted(cast.ballots))
    if cast.without_vote:
        ballots = tuple((member, "NV") for member in sorted(council))
    numbers = Counter(ballot for _, ballot in ballots)
    return tallied(
        cast, (numbers["Y"], numbers["N"], numbers["A"]), numbers["NV"],
        tuple(pair for pair in ballots if pair[1] != "Y"),
    )  # fmt: skip


def tallied(
    cast: Cast, tally: Tally, absent: int | None, ballots: tuple[tuple[str, str], ...]
) -> Vote:
    """Give the vote with a tally, and the ballots that are known and not a yes."""
    outcome = _outcome(cast, tally[0], ballots)
    against = tuple(m for m, ballot in ballots if ballot == "N" and m in _PERMANENT)
    return Vote(
        vote_id=0,
        date=cast.day,
        symbol=cast.symbol,
        outcome=outcome,
        yes=tally[0],
        no=tally[1],
        abstain=tally[2],
        not_voting=absent,
        vetoed_by=against if outcome == "vetoed" else (),
        meeting=cast.meeting,
        draft=cast.draft,
        flags="",
        ballots=ballots,
        subject=cast.subject,
        agenda=cast.agenda,
    )


def _outcome(cast: Cast, yes: int, ballots: tuple[tuple[str, str], ...]) -> str:
    if cast.adopted:
        return "adopted"
    enough = yes >= (9 if cast.day >= "1966" else 7)
    vetoed = any(ballot == "N" and member in _PERMANENT for member, ballot in ballots)
    return "vetoed" if enough and vetoed else "failed"
