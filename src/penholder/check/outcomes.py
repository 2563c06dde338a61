"""Says by the Charter's rule whether a draft is adopted, and why (Article 27)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from penholder.check.words import names_of, sentence
from penholder.records.load import Records, Vote

# The Council had eleven members and needed seven votes until the amendment of 1965 took effect.
_ENLARGED = "1966-01-01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Whether a substantive draft passes, with the reason in a sentence."""

    adopted: bool
    reason: str


def needed_on(day: str) -> int:
    """Give how many votes in favour a draft needs on a day."""
    return 9 if day >= _ENLARGED else 7


def permanent_on(records: Records, day: str) -> frozenset[str]:
    """Give the permanent members on a day."""
    year = int(day[:4])
    return frozenset(seat.member for seat in records.seats if seat.year == year and seat.permanent)


def outcome_of(yes: int, against: Collection[str], permanent: Collection[str], day: str) -> Outcome:
    """Apply the rule to a substantive draft: enough votes, and no permanent member against."""
    needed = needed_on(day)
    vetoing = [member for member in sorted(against) if member in permanent]
    if yes < needed:
        more = f" {_vote_against(vetoing)} besides." if vetoing else ""
        return Outcome(adopted=False, reason=f"{needed} votes in favour are needed.{more}")
    if vetoing:
        return Outcome(adopted=False, reason=f"{_vote_against(vetoing)}: a veto.")
    return Outcome(
        adopted=True,
        reason=f"{needed} votes in favour are needed, and no permanent member voted against.",
    )


def explain_vote(vote: Vote, records: Records) -> str:
    """Say in a sentence why a draft was adopted or not, by its ballots."""
    against = [member for member, ballot in vote.ballots if ballot == "N"]
    permanent = permanent_on(records, vote.date)
    if vote.outcome == "adopted" and vote.yes == 0:
        return "Adopted without a vote."
    if vote.yes is None:
        return f"{sentence(vote.outcome)}; no source gives the tally."
    ruled = outcome_of(vote.yes, against, permanent, vote.date)
    said = "Adopted" if vote.outcome == "adopted" else "Not adopted"
    if ruled.adopted == (vote.outcome == "adopted"):
        return f"{said} ({vote.tally}): {_lower(ruled.reason)}"
    return f"{said} ({vote.tally}){_against_the_rule(vote, against, permanent)}"


def _against_the_rule(vote: Vote, against: Collection[str], permanent: Collection[str]) -> str:
    """Say why an outcome is not what the rule for substantive drafts gives."""
    vetoing = [member for member in against if member in permanent]
    if vote.outcome == "adopted" and vetoing:
        return (
            f" although {names_of(vetoing)} voted against: the vote was on procedure, where no"
            " veto counts (Charter, Article 27)."
        )
    return ": the ballots alone do not say why."


def _vote_against(vetoing: Collection[str]) -> str:
    plural = "s" if len(vetoing) > 1 else ""
    article = "" if plural else "a "
    return sentence(f"{names_of(vetoing)}, {article}permanent member{plural}, voted against")


def _lower(words: str) -> str:
    """Begin with a small letter, but keep a name's capital: "the United States", "China"."""
    return words[0].lower() + words[1:] if words.startswith("The ") else words
