"""Checks official names and what articles of the Charter say."""

from __future__ import annotations

from penholder.check.answers import not_covered, undecided
from penholder.model.claim import OtherAsked
from penholder.model.verdict import Ruling, Verdict
from penholder.records.facts import Fact, facts_on
from penholder.records.load import Records

# A story without a date is held against the facts of the last day that they cover.
_OPEN = "9999-12-31"

_UNKNOWN = {"superlative": "measure of how strong sanctions are", "trade": "figures of trade"}


def check_other(asked: OtherAsked, day: str | None, records: Records) -> Verdict:
    """Compare with the fact of that name; words that it does not have leave the claim open."""
    if asked.topic in _UNKNOWN:
        return not_covered(f"The record holds no {_UNKNOWN[asked.topic]}.")
    facts = facts_on(records, asked.topic, day or _OPEN)
    said = asked.value.casefold()
    fact = next((one for one in facts if _is_named(one, said)), None)
    if fact is None:
        return not_covered("The table of facts has no row of that name.")
    reason = f"{fact.key}: {fact.value} ({fact.source})."
    if any(words.casefold() in said for words in _telling(fact)):
        return Verdict(ruling=Ruling.SUPPORTED, reason=reason, rows=(fact.row,))
    return undecided(f"{reason} The story says it in other words.", (fact.row,))


def _is_named(fact: Fact, said: str) -> bool:
    """Say whether the words begin with the name: "DPRK: …", "Article 51 …", not "Article 5"."""
    key = fact.key.casefold()
    return said.startswith(key) and not said[len(key) : len(key) + 1].isalnum()


def _telling(fact: Fact) -> tuple[str, ...]:
    """Give the words that make a claim true: for an official name the whole name alone."""
    return (fact.value,) if fact.topic == "official_name" else (fact.value, *fact.words)
