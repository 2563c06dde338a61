"""Weighs an imported row against the record: new, the same, or in conflict with both readings told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from penholder.records.imports.heads import compare_term
from penholder.records.imports.reading import Value
from penholder.records.imports.symbols import first_symbol
from penholder.records.load import Records, Vote
from penholder.records.offices import Term
from penholder.records.vetoes import ListedVeto

_WORDS = {"Y": "yes", "N": "no", "A": "abstained", "NV": "did not vote"}
# A conflict names so many members; a longer list reads worse than the two tallies.
_FEW = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two readings of one field."""

    field: str  # date | outcome | tally | ballots | vetoed_by | holder | row
    said: str  # what the import has
    had: str  # what the record has

    @property
    def told(self) -> str:
        """Give both readings."""
        return f"{self.said}, where the record has {self.had}"


class Standing(StrEnum):
    """How an imported row stands to the record."""

    NEW = "new"
    SAME = "same"
    CONFLICT = "in conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """How a row stands, and where it differs what it has and what the record has."""

    standing: Standing
    differences: tuple[Difference, ...] = ()
    against: Vote | ListedVeto | Term | None = None  # the row of the record it was weighed against

    @property
    def told(self) -> str:
        """Give the differences in a line."""
        return "; ".join(one.told for one in self.differences)


def _weighed(
    differences: Iterable[Difference], against: Vote | ListedVeto | Term | None = None
) -> Weighed:
    """Give the standing of a row that the record has."""
    found = tuple(differences)
    standing = Standing.CONFLICT if found else Standing.SAME
    return Weighed(standing=standing, differences=found, against=against)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The record, found by symbol."""

    votes: Mapping[str, list[Vote]]
    last_vote: str  # the last day on which the record has every draft
    vetoes: Mapping[str, list[ListedVeto]]
    offices: tuple[Term, ...]


def known_of(records: Records) -> Known:
    """Give the rows of the record by symbol."""
    votes: dict[str, list[Vote]] = defaultdict(list)
    for vote in records.votes:
        for symbol in {vote.symbol, vote.draft} if vote.outcome != "adopted" else {vote.symbol}:
            votes[symbol].append(vote)
    vetoes: dict[str, list[ListedVeto]] = defaultdict(list)
    for veto in records.vetoes:
        vetoes[first_symbol(veto.draft)].append(veto)
    last = records.coverage["votes"].last.isoformat()
    return Known(votes=votes, last_vote=last, vetoes=vetoes, offices=records.offices)


def weigh_value(value: Value, known: Known) -> Weighed:
    """Say how an imported row stands to the record."""
    if isinstance(value, Vote):
        return _vote(value, known.votes.get(value.symbol, []), known.last_vote)
    if isinstance(value, ListedVeto):
        return _veto(value, known.vetoes.get(value.draft, []))
    if isinstance(value, Term):
        readings, against = compare_term(value, known.offices)
        if against is None:
            return Weighed(standing=Standing.NEW)
        return _weighed([Difference(field="holder", said=a, had=b) for a, b in readings], against)
    return Weighed(standing=Standing.NEW)


def _vote(vote: Vote, known: list[Vote], last: str) -> Weighed:
    """Compare with the votes of that symbol; of several, the one that agrees is meant."""
    if not known:
        return _unknown(vote, last)
    readings = [(one, tuple(differences(vote, one))) for one in known]
    against, found = min(readings, key=lambda pair: len(pair[1]))
    # Where a symbol stands several times, nobody can say which of the votes is told differently.
    return _weighed(found, against if len(known) == 1 else None)


def _unknown(vote: Vote, last: str) -> Weighed:
    """A resolution's number is its own; a draft may stand in the record under another symbol."""
    if vote.outcome == "adopted" or vote.date > last:
        return Weighed(standing=Standing.NEW)
    said = f"{vote.outcome} on {vote.date}"
    return _weighed([Difference(field="row", said=said, had="no draft of that symbol")])


def differences(vote: Vote, known: Vote) -> Iterator[Difference]:
    """Yield what two readings of a vote do not share, the imported one first."""
    if vote.date != known.date:
        yield Difference(field="date", said=vote.date, had=known.date)
    if vote.outcome != known.outcome:
        yield Difference(field="outcome", said=vote.outcome, had=known.outcome)
    if known.yes is None or _nobody_differs(vote, known):
        return
    if vote.tally != known.tally:
        yield Difference(field="tally", said=vote.tally, had=known.tally)
    if members := sorted(_otherwise(vote, known)):
        more = f" and {len(members) - _FEW} more" if len(members) > _FEW else ""
        yield Difference(
            field="ballots",
            said=", ".join(f"{member} {said}" for member, said, _ in members[:_FEW]) + more,
            had=", ".join(f"{member} {had}" for member, _, had in members[:_FEW]) + more,
        )


def _nobody_differs(vote: Vote, known: Vote) -> bool:
    """Say whether one has "without a vote": the UN writes that as all in favour, the record as nobody voting."""
    if not any(_without_vote(one) for one in (vote, known)):
        return False
    return all(_without_vote(one) or one.yes == len(_all(vote, known)) for one in (vote, known))


def _without_vote(vote: Vote) -> bool:
    return vote.outcome == "adopted" and (vote.yes, vote.no, vote.abstain) == (0, 0, 0)


def _all(*votes: Vote) -> frozenset[str]:
    """Give the members that a vote without a vote names: the whole Council."""
    return frozenset(member for vote in votes for member, ballot in vote.ballots if ballot == "NV")


def _otherwise(vote: Vote, known: Vote) -> Iterator[tuple[str, str, str]]:
    """Yield each member whose ballot differs, where both sides name every ballot."""
    if not (names_all(vote) and names_all(known)):
        return
    said, had = dict(vote.ballots), dict(known.ballots)
    for member in said.keys() | had.keys():
        ballots = said.get(member, "Y"), had.get(member, "Y")
        if ballots[0] != ballots[1]:
            yield member, _WORDS[ballots[0]], _WORDS[ballots[1]]


def names_all(vote: Vote) -> bool:
    """Say whether every ballot that is not a yes is named."""
    numbers = (vote.no or 0) + (vote.abstain or 0) + (vote.not_voting or 0)
    return len(vote.ballots) == numbers


def _veto(veto: ListedVeto, known: list[ListedVeto]) -> Weighed:
    """Compare with the drafts of that symbol; some symbols, those of meetings, stand several times."""
    if not known:
        return Weighed(standing=Standing.NEW)
    readings = [(one, tuple(_veto_differences(veto, one))) for one in known]
    against, found = min(readings, key=lambda pair: len(pair[1]))
    return _weighed(found, against)


def _veto_differences(veto: ListedVeto, known: ListedVeto) -> Iterator[Difference]:
    if known.date != veto.date:
        yield Difference(field="date", said=veto.date, had=known.date)
    if set(known.vetoed_by) != set(veto.vetoed_by):
        said, had = " and ".join(veto.vetoed_by), " and ".join(known.vetoed_by)
        yield Difference(field="vetoed_by", said=f"vetoed by {said}", had=had)
