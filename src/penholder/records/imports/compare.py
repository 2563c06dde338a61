"""Weighs an imported row against the record: new, the same, or in conflict with both readings told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
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


class Standing(StrEnum):
    """How an imported row stands to the record."""

    NEW = "new"
    SAME = "same"
    CONFLICT = "in conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """How a row stands, and where it differs what it has and what the record has."""

    standing: Standing
    words: str = ""  # "14-0-1, where the record has 15-0-0"
    against: Vote | ListedVeto | Term | None = None  # the row of the record it was weighed against


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
        words, against = compare_term(value, known.offices)
        standing = Standing.CONFLICT if words else Standing.SAME if against else Standing.NEW
        return Weighed(standing=standing, words=words, against=against)
    return Weighed(standing=Standing.NEW)


def _vote(vote: Vote, known: list[Vote], last: str) -> Weighed:
    """Compare with the votes of that symbol; of several, the one that agrees is meant."""
    if not known:
        return _unknown(vote, last)
    readings = [(one, "; ".join(differences(vote, one))) for one in known]
    against, words = min(readings, key=lambda pair: len(pair[1]))
    standing = Standing.CONFLICT if words else Standing.SAME
    # Where a symbol stands several times, nobody can say which of the votes is told differently.
    return Weighed(standing=standing, words=words, against=against if len(known) == 1 else None)


def _unknown(vote: Vote, last: str) -> Weighed:
    """A resolution's number is its own; a draft may stand in the record under another symbol."""
    if vote.outcome == "adopted" or vote.date > last:
        return Weighed(standing=Standing.NEW)
    words = f"{vote.outcome} on {vote.date}, where the record has no draft of that symbol"
    return Weighed(standing=Standing.CONFLICT, words=words)


def differences(vote: Vote, known: Vote) -> Iterator[str]:
    """Yield what two readings of a vote do not share, the imported one first."""
    if vote.date != known.date:
        yield f"{vote.date}, where the record has {known.date}"
    if vote.outcome != known.outcome:
        yield f"{vote.outcome}, where the record has {known.outcome}"
    if known.yes is None or _nobody_differs(vote, known):
        return
    if vote.tally != known.tally:
        yield f"{vote.tally}, where the record has {known.tally}"
    if members := sorted(_otherwise(vote, known)):
        more = f" and {len(members) - _FEW} more" if len(members) > _FEW else ""
        yield "; ".join(members[:_FEW]) + more


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


def _otherwise(vote: Vote, known: Vote) -> Iterator[str]:
    """Yield each member whose ballot differs, where both sides name every ballot."""
    if not (names_all(vote) and names_all(known)):
        return
    said, had = dict(vote.ballots), dict(known.ballots)
    for member in said.keys() | had.keys():
        ballots = said.get(member, "Y"), had.get(member, "Y")
        if ballots[0] != ballots[1]:
            yield f"{member} {_WORDS[ballots[0]]}, where the record has {_WORDS[ballots[1]]}"


def names_all(vote: Vote) -> bool:
    """Say whether every ballot that is not a yes is named."""
    numbers = (vote.no or 0) + (vote.abstain or 0) + (vote.not_voting or 0)
    return len(vote.ballots) == numbers


def _veto(veto: ListedVeto, known: list[ListedVeto]) -> Weighed:
    """Compare with the drafts of that symbol; some symbols, those of meetings, stand several times."""
    if not known:
        return Weighed(standing=Standing.NEW)
    readings = [(one, "; ".join(_veto_differences(veto, one))) for one in known]
    against, words = min(readings, key=lambda pair: len(pair[1]))
    standing = Standing.CONFLICT if words else Standing.SAME
    return Weighed(standing=standing, words=words, against=against)


def _veto_differences(veto: ListedVeto, known: ListedVeto) -> Iterator[str]:
    if known.date != veto.date:
        yield f"{veto.date}, where the record has {known.date}"
    if set(known.vetoed_by) != set(veto.vetoed_by):
        said, had = " and ".join(veto.vetoed_by), " and ".join(known.vetoed_by)
        yield f"{said} against, where the record has {had}"
