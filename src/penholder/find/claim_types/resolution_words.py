"""A row of claims.toml on a resolution, matched: the words around it, and what they say of day, state and number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from penholder.find.claim_rows import comparators
from penholder.find.council_scene import matter_of
from penholder.find.found import Found
from penholder.find.occasions import occasion_of
from penholder.model.actor import ActorId
from penholder.model.claim import Comparator
from penholder.model.span import Span

# A listing, a ban or a round is the Council's where the sentence says so.
COUNCIL = re.compile(
    r"\b(?:Security\s+Council|UNSC|U\.?N\.?|United\s+Nations|resolutions?)\b", re.IGNORECASE
)
LIST = re.compile(
    r"\b(?:sanction\w*|blacklist\w*|list\w*|add(?:s|ed|ing)?|travel\s+bans?|asset\w*|designat\w*)\b",
    re.IGNORECASE,
)
# Others list people and entities, and ban things, too.
LISTERS = re.compile(
    r"\b(?:Treasury|Office of Foreign Assets Control|OFAC|European Union|EU|State Department|Japan|Seoul|Washington|Britain)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A row's match with the sentence around it."""

    found: Found
    sentence: Span
    match: re.Match[str]

    @property
    def all(self) -> str:
        """Give the words of the sentence."""
        return self.sentence.of(self.found.text)

    def group(self, name: str) -> str | None:
        """Give the first filled group whose name begins so."""
        groups = self.match.groupdict().items()
        return next((words for key, words in groups if key.startswith(name) and words), None)


def about(words: Words) -> tuple[ActorId, ...]:
    """Give the states that the words' draft can be about."""
    return matter_of(words.found, words.sentence)


def day_of(words: Words) -> str | None:
    """Give the time inside the words, else the one that the sentence names before "since"."""
    text, span = words.found.text, Span(*words.match.span())
    said = occasion_of(text, words.found.times, span, span)
    said = said or occasion_of(text, words.found.times, words.sentence, span)
    return said.value if said else None


def comparator_of(words: Words) -> Comparator:
    """Give how a number is to be compared: "more than ten"."""
    said = " ".join((words.group("comparator") or "").casefold().split())
    return comparators().get(said, Comparator.EXACT)
