"""Checks who is said to have put a draft to the Council, and how many sponsored it."""

from __future__ import annotations

from penholder.check.answers import undecided
from penholder.check.comparing import number_holds
from penholder.check.meant import Meant, votes_meant
from penholder.check.titles import states_of
from penholder.check.words import name_of, names_of, sentence
from penholder.model.claim import ResolutionAsked, TallyAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.records.conflicts import conflicts_on
from penholder.records.load import Records, Vote

# Long lists grow on the day of the vote, and the sources stop at different names: only a list as
# short as this one refutes a name that it lacks.
_WHOLE = 3
_STATE = 3  # letters of a state's id; "president" and "elected_members" are no states


def check_sponsors(asked: ResolutionAsked, day: str | None, records: Records) -> Verdict:
    """Compare with the sponsors of the vote that is meant; several can bear out, but not refute."""
    meant = votes_meant(_as_tally(asked), day, records)
    known = [vote for vote in meant.votes if _has_states(vote)]
    rows = tuple(vote.row for vote in meant.votes) or (Row("coverage", "votes"),)
    if not meant.votes:
        return undecided("The record has no vote that is surely meant.", rows)
    if not known:
        return undecided("The record names no state as a sponsor of the draft that is meant.", rows)
    if doubted := [vote for vote in known if _is_doubted(asked, vote, records)]:
        told = "; ".join(one for vote in doubted for one in _open(vote, records))
        return undecided(f"Sources differ, and nobody has decided: {told}.", rows)
    bearing = [vote for vote in known if _bears(asked, vote, meant, records)]
    for vote in bearing:
        if _holds(asked, vote):
            return Verdict(ruling=Ruling.SUPPORTED, reason=_told(vote), rows=(vote.row,))
    presided = len(asked.actors) > 1 and _presided(known[0], records)
    if meant.sure and len(known) == 1 and not presided and _is_refuted(asked, known[0]):
        return Verdict(ruling=Ruling.CONTRADICTED, reason=_told(known[0]), rows=rows)
    return undecided(" ".join(_told(vote) for vote in known[:3]), rows)


def _bears(asked: ResolutionAsked, vote: Vote, meant: Meant, records: Records) -> bool:
    """Say whether a vote is surely the one spoken of: by its symbol or its subject; without these as the only one of those days."""
    if asked.symbol or not asked.subject:
        return len(meant.votes) == 1 or bool(asked.symbol)
    return bool(states_of(records, vote) & set(asked.subject))


def _as_tally(asked: ResolutionAsked) -> TallyAsked:
    """Ask for the vote as a tally does: by its symbol, its day and its subject."""
    return TallyAsked(
        yes=None,
        no=None,
        abstain=None,
        unanimous=False,
        when=asked.when,
        symbol=asked.symbol,
        subject=asked.subject,
    )


def _has_states(vote: Vote) -> bool:
    """Say whether the sponsors are states: the president's texts have other authors besides."""
    return bool(vote.sponsors) and all(_is_state(one) for one in vote.sponsors)


def _is_state(sponsor: str) -> bool:
    return len(sponsor) == _STATE and sponsor.isupper()


def _open(vote: Vote, records: Records) -> tuple[str, ...]:
    found = conflicts_on(records, vote.row)
    return tuple(one.readings for one in found if one.field == "sponsors" and one.open)


def _is_doubted(asked: ResolutionAsked, vote: Vote, records: Records) -> bool:
    """Say whether sources differ on what is asked: on the number, or on a state that is named."""
    told = " ".join(_open(vote, records))
    named = any(name_of(state) in told for state in asked.actors)
    return bool(told) and (asked.number is not None or named or not _holds(asked, vote))


def _holds(asked: ResolutionAsked, vote: Vote) -> bool:
    if not set(asked.actors) <= set(vote.sponsors):
        return False
    return asked.number is None or number_holds(asked.number, asked.comparator, len(vote.sponsors))


def _is_refuted(asked: ResolutionAsked, vote: Vote) -> bool:
    """Say whether a draft was surely put forward by others: "exact" is its text, not an amendment.

    The sponsors of drafts that were not adopted come from one source, which gives some to whoever spoke first.
    """
    return (
        asked.value == "exact"
        and vote.outcome == "adopted"
        and asked.number is None
        and len(vote.sponsors) <= _WHOLE
        and not set(asked.actors) & set(vote.sponsors)
    )


def _presided(vote: Vote, records: Records) -> bool:
    """Say whether the one sponsor presided then: the president hands in what several others drafted."""
    month = [row.president for row in records.presidencies if row.month == vote.date[:7]]
    return list(vote.sponsors) == month


def _told(vote: Vote) -> str:
    name = vote.symbol or vote.draft
    if len(vote.sponsors) > 2 * _WHOLE:
        return f"{name} of {vote.date} had {len(vote.sponsors)} sponsors."
    return sentence(f"{names_of(vote.sponsors)} sponsored {name} of {vote.date}.")
