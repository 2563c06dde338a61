"""Compares what members are said to have done with the ballots of a vote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from penholder.check.words import names_of, sentence
from penholder.records.load import Records, Vote

_DID = {"N": "against", "A": "abstaining", "NV": "not voting"}


def ballot_of(records: Records, vote: Vote, member: str) -> str | None:
    """Give a member's ballot; None where it had no seat or no source tells."""
    if not is_seated(records, member, vote.date) or not are_known(vote):
        return None
    return dict(vote.ballots).get(member, "Y")


def is_seated(records: Records, member: str, day: str) -> bool:
    """Say whether a state sat on the Council on a day."""
    year = int(day[:4])
    return any(seat.member == member and seat.year == year for seat in records.seats)


def are_known(vote: Vote) -> bool:
    """Say whether every ballot that is not a yes has its name."""
    counts = (vote.no, vote.abstain, vote.not_voting)
    return vote.yes is not None and len(vote.ballots) == sum(number or 0 for number in counts)


def ballots_hold(
    said: Sequence[tuple[str, str]], vote: Vote, records: Records, *, alone: bool
) -> bool | None:
    """Say whether the members voted as is said; None where the record does not tell."""
    had = {member: ballot_of(records, vote, member) for member, _ in said}
    if None in had.values():
        return None
    if any(not _is_so(had[member], ballot) for member, ballot in said):
        return None if all(_may_be_so(had[member], ballot) for member, ballot in said) else False
    return not alone or not _others(said, vote)


def _is_so(had: str | None, ballot: str) -> bool:
    """Say whether a ballot is the one that is told: "all others voted for it" tells only that it is no yes."""
    return had != "Y" if ballot == "-" else had == ballot


def _may_be_so(had: str | None, ballot: str) -> bool:
    """Say whether a ballot can be meant: of those who abstain, some write that they did not vote."""
    return _is_so(had, ballot) or (had == "A" and ballot == "NV")


def _others(said: Sequence[tuple[str, str]], vote: Vote) -> set[str]:
    """Give who else voted so: nobody may, where the vote is called a lone one."""
    how = {ballot for _, ballot in said}
    if "Y" in how:
        return set()
    return {member for member, ballot in vote.ballots if ballot in how} - {m for m, _ in said}


def told(vote: Vote) -> str:
    """Say in a sentence how a vote went: tally, and who did not vote for it."""
    name = vote.symbol or vote.draft
    tally = f"{name} of {vote.date}: {vote.tally} (yes-no-abstentions)"
    who = [f"{how}: {names}" for how, names in _by_ballot(vote).items()]
    return sentence("; ".join((tally, *who)) + ".")


def _by_ballot(vote: Vote) -> Mapping[str, str]:
    members = {how: [m for m, ballot in vote.ballots if ballot == key] for key, how in _DID.items()}
    return {how: names_of(names) for how, names in members.items() if names}
