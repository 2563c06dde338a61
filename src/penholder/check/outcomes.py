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
    """Whether a draft passes, with the reason in a sentence."""

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


def procedural_outcome_of(
    yes: int, against: Collection[str], permanent: Collection[str], day: str
) -> Outcome:
    """Apply the rule to a question of procedure: enough votes, whoever is against."""
    needed = needed_on(day)
    vetoing = [member for member in sorted(against) if member in permanent]
    if yes < needed:
        return Outcome(adopted=False, reason=f"{needed} votes in favour are needed.")
    more = f" {_vote_against(vetoing)}, which is no veto on procedure." if vetoing else ""
    return Outcome(adopted=True, reason=f"{needed} votes in favour are enough.{more}")


def note_abstentions(abstaining: Collection[str], permanent: Collection[str]) -> str:
    """Say that a permanent member that abstains vetoes nothing, where one does."""
    named = [member for member in sorted(abstaining) if member in permanent]
    if not named:
        return ""
    verb = "abstains" if len(named) == 1 else "abstain"
    return sentence(f"{names_of(named)} {verb}, and a voluntary abstention is no veto.")


def explain_vote(vote: Vote, records: Records) -> str:
    """Say in a sentence why a draft was adopted or not, by its ballots."""
    permanent = permanent_on(records, vote.date)
    if vote.outcome == "adopted" and vote.yes == 0:
        return "Adopted without a vote."
    if vote.yes is None:
        return f"{sentence(vote.outcome)}; no source gives the tally."
    ruled = outcome_of(vote.yes, vote.against, permanent, vote.date)
    said = "Adopted" if vote.outcome == "adopted" else "Not adopted"
    if ruled.adopted == (vote.outcome == "adopted"):
        return f"{said} ({vote.tally}): {_lower(ruled.reason)}"
    return f"{said} ({vote.tally}){_against_the_rule(vote, records)}"


def follows_rule(vote: Vote, records: Records) -> bool:
    """Say whether its ballots give the outcome that the record has: adopted, vetoed or failed.

    A draft that was adopted without a vote follows it; one without a tally does not.
    """
    if vote.outcome == "adopted" and vote.yes == 0:
        return True
    if vote.yes is None:
        return False
    vetoing = permanent_on(records, vote.date).intersection(vote.against)
    if vote.yes < needed_on(vote.date):
        return vote.outcome == "failed"
    return vote.outcome == ("vetoed" if vetoing else "adopted")


def _against_the_rule(vote: Vote, records: Records) -> str:
    """Say why an outcome is not what the rule for substantive drafts gives."""
    named = records.procedural_votes.get(vote.symbol)
    if named is None:
        return ": the ballots alone do not say why."
    permanent = permanent_on(records, vote.date)
    vetoing = names_of(member for member in vote.against if member in permanent)
    return (
        f" although {vetoing} voted against: the vote was on procedure, where no veto counts"
        f" (Charter, Article 27). It {named.about} ({named.rule})."
    )


def _vote_against(vetoing: Collection[str]) -> str:
    plural = "s" if len(vetoing) > 1 else ""
    article = "" if plural else "a "
    return sentence(f"{names_of(vetoing)}, {article}permanent member{plural}, voted against")


def _lower(words: str) -> str:
    """Begin with a small letter, but keep a name's capital: "the United States", "China"."""
    return words[0].lower() + words[1:] if words.startswith("The ") else words
