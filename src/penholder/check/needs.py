"""Checks what a draft is said to need (Charter, Article 27, and practice on abstentions)."""

from __future__ import annotations

from penholder.check.answers import undecided
from penholder.check.outcomes import needed_on
from penholder.model.claim import CouncilAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.records.facts import facts_on
from penholder.records.load import Records

_ARTICLE = Row("facts", "charter_article/Article 27")
# Fewer votes may be those that are lacking, or that can block a draft.
_FEW = 7
_RULE = (
    "A draft on substance needs {votes} votes in favour and no vote against by a permanent member;"
    " an abstention by one does not stop it (Charter, Article 27, and practice since 1946)."
)


def check_needs(asked: CouncilAsked, day: str, records: Records) -> Verdict:
    """Compare with the rule of the day: seven votes until 1965, nine since."""
    needed = needed_on(day)
    told = _RULE.format(votes=needed)
    rows = (*(fact.row for fact in facts_on(records, "votes_needed", day)), _ARTICLE)
    if asked.value == "votes" and asked.holds:
        if asked.number == needed:
            return Verdict(ruling=Ruling.SUPPORTED, reason=told, rows=rows)
        if asked.exact and (asked.number or 0) > _FEW:
            return Verdict(ruling=Ruling.CONTRADICTED, reason=told, rows=rows)
        return undecided(f"{told} The story may tell of votes that were lacking.", rows)
    if asked.value == "votes":
        return undecided(told, rows)
    if asked.value == "one_no_sinks":
        return Verdict(
            ruling=Ruling.SUPPORTED if asked.holds else Ruling.CONTRADICTED, reason=told, rows=rows
        )
    # What is said of the others is wrong, and what denies it is right.
    ruling = Ruling.CONTRADICTED if asked.holds else Ruling.SUPPORTED
    return Verdict(ruling=ruling, reason=told, rows=rows)
