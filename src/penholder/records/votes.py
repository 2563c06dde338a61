"""Every draft that was put to the vote, with its ballots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from penholder.model.verdict import Row
from penholder.records.conflicts import Conflict

if TYPE_CHECKING:
    from penholder.records.load import Records

# Fields on which an open conflict leaves in doubt how a vote went.
_DOUBTED = frozenset({"tally", "ballots", "outcome", "vetoed_by"})

_BRACKETS = str.maketrans("()", "  ")
_YEAR = re.compile(r"^(S/RES/\d+?)(?:19|20)\d\d$")


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
    flags: str  # how the sources differ on how it went, if nobody has decided; "": they do not
    ballots: tuple[tuple[str, str], ...]  # member, N | A | NV
    subject: str
    agenda: str  # the item of the agenda, from 2000 on; "": not known
    sponsors: tuple[str, ...] = ()  # states; president, admission_committee, elected_members …
    other_dates: tuple[str, ...] = ()  # those of other sources, if nobody has decided

    @property
    def row(self) -> Row:
        """Give the row of the record."""
        return Row("votes", str(self.vote_id))

    @property
    def tally(self) -> str:
        """Give "13-2-0": yes, no, abstentions."""
        return f"{self.yes}-{self.no}-{self.abstain}"

    @property
    def in_doubt(self) -> bool:
        """Say whether an open conflict, or an import that differs, touches its tally or ballots."""
        return bool(self.flags)

    @property
    def veto_in_doubt(self) -> bool:
        """Say whether sources differ on who vetoed it, or on whether anybody did."""
        return "who vetoed it:" in self.flags or "outcome:" in self.flags

    @property
    def date_in_doubt(self) -> bool:
        """Say whether an open conflict, or an import that differs, touches its date."""
        return bool(self.other_dates)

    @property
    def against(self) -> tuple[str, ...]:
        """Give who voted against."""
        return tuple(member for member, ballot in self.ballots if ballot == "N")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubts:
    """What nobody has decided about the votes, by their key."""

    flags: Mapping[str, str]
    dates: Mapping[str, tuple[str, ...]]


def doubts(conflicts: Iterable[Conflict]) -> Doubts:
    """Give what is open about how each vote went, and about its day."""
    flags: dict[str, str] = {}
    dates: dict[str, tuple[str, ...]] = {}
    for one in conflicts:
        if one.table != "votes" or not one.open:
            continue
        if one.field in _DOUBTED:
            flags[one.key] = "; ".join(filter(None, (flags.get(one.key), one.readings)))
        if one.field == "date":
            dates[one.key] = (*dates.get(one.key, ()), one.other_reading)
    return Doubts(flags=flags, dates=dates)


def symbol_key(symbol: str) -> str:
    """Give what two spellings of a symbol share: no blanks, brackets, nor a resolution's year."""
    key = "".join(symbol.translate(_BRACKETS).split()).upper()
    numbered = _YEAR.match(key) if key.startswith("S/RES/") else None
    return numbered[1] if numbered else key


def by_symbol(votes: Iterable[Vote]) -> Mapping[str, tuple[Vote, ...]]:
    """Give the votes by the key of their resolution and of their draft."""
    found: dict[str, list[Vote]] = {}
    for vote in votes:
        for key in {symbol_key(vote.symbol), symbol_key(vote.draft)} - {""}:
            found.setdefault(key, []).append(vote)
    return {key: tuple(same) for key, same in found.items()}


def votes_of_symbol(records: Records, symbol: str) -> tuple[Vote, ...]:
    """Give every vote whose resolution or draft has a symbol, however it is spaced."""
    return records.votes_by_symbol.get(symbol_key(symbol), ())


def vote_with(records: Records, key: str) -> Vote | None:
    """Give the vote of a row by its key; None: there is none."""
    return next((vote for vote in records.votes if vote.row.key == key), None)


def vote_of(row: Mapping[str, str], doubted: Doubts) -> Vote:
    """Read one row of votes.csv."""
    yes, no, abstain, not_voting = (
        int(row[key]) if row[key].isdecimal() else None
        for key in ("yes", "no", "abstain", "not_voting")
    )
    ballots = (part.partition(":") for part in row["ballots"].split())
    return Vote(
        vote_id=int(row["vote_id"]),
        date=row["date"],
        symbol=row["symbol"].replace("(", " ("),
        outcome=row["outcome"],
        yes=yes,
        no=no,
        abstain=abstain,
        not_voting=not_voting,
        vetoed_by=tuple(row["vetoed_by"].split()),
        meeting=row["meeting"],
        draft=row["draft"],
        flags=doubted.flags.get(row["vote_id"], ""),
        other_dates=doubted.dates.get(row["vote_id"], ()),
        ballots=tuple((member, ballot) for member, _, ballot in ballots),
        sponsors=tuple(row["sponsors"].split()),
        subject=row["subject"],
        agenda=row["agenda"],
    )
