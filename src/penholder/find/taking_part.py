"""Tells which states of a sentence take part in a vote: they vote or put the draft forward."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.claim_rows import matches
from penholder.find.found import Found
from penholder.find.voters import states_of, voters_after, voters_before
from penholder.model.actor import ActorId, ActorKind, Mention
from penholder.model.claim import ClaimType
from penholder.model.span import Span

_BALLOTS = frozenset({"ballots", "ballots_after"})
# "Five against (Vietnam, Libya and South Africa)".
_BRACKETS = re.compile(r"\((?=[^()]*[A-Z])[^()]{3,200}\)")
_VERBS = r"drafted|sponsored|co-?sponsored|proposed|tabled|submitted|penned|written|introduced|presented|authored|put\s+forward|initiated"
_DRAFTED = re.compile(
    r"(?:-|\s+)(?:drafted|sponsored|backed|proposed|led|penned|tabled|draft|proposal|text)\b"
)
_DRAFTED_BY = re.compile(
    rf"\b(?:{_VERBS}|supported|backed|prepared|drawn\s+up)\s+(?:jointly\s+)?by\s+(?:[^.;]{{0,80}}(?:,|\band)\s+)?(?:the\s+)?$"
)
# "Egypt, New Zealand and Spain presented the measure".
_DRAFTS = re.compile(
    rf"(?:,?\s+(?:and\s+)?(?:the\s+)?[A-Z][\w.]+(?:\s+[A-Z][\w.]+){{0,2}}){{0,6}},?\s+(?:which\s+|who\s+|jointly\s+|had\s+|has\s+|have\s+){{0,2}}(?:{_VERBS})\s+(?:the|a|it|this)\b"
)


def voters_in(found: Found, sentence: Span) -> frozenset[ActorId]:
    """Give the states that a sentence names as voting, or lists in brackets behind a number."""
    rows = matches(found.text, sentence.start, sentence.end, ClaimType.VOTE_TALLY)
    voting = (
        state
        for row, match in rows
        if row in _BALLOTS
        for state in states_of(_voters(found, sentence, row, Span(*match.span())))
    )
    listed = _listed(found, sentence) if rows else iter(())
    return frozenset((*voting, *listed, *_backing(found, sentence)))


# "Kenya had supported the resolution": it votes, and is not what the draft is about.
_BACKED = re.compile(
    r"\s+(?:(?:had|has|have|also|both|all)\s+){0,2}(?:supported|backed|opposed|endorsed|rejected)\s+(?:the|a|this|that)\s+(?:[\w\-]+\s+){0,3}?"
    r"(?:resolution|draft|text|measure)\b",
    re.IGNORECASE,
)


def _backing(found: Found, sentence: Span) -> Iterator[ActorId]:
    for mention in found.names.within(sentence.start, sentence.end):
        if mention.actor.kind is ActorKind.STATE and _BACKED.match(found.text, mention.span.end):
            yield mention.actor.id


def is_sponsor(text: str, mention: Mention) -> bool:
    """Say whether a name tells whose draft it is: "a Brazilian draft", "drafted by Ecuador"."""
    before = text[max(0, mention.span.start - 110) : mention.span.start]
    end = mention.span.end
    return bool(_DRAFTED.match(text, end) or _DRAFTED_BY.search(before) or _DRAFTS.match(text, end))


def _voters(found: Found, sentence: Span, row: str, words: Span) -> tuple[Mention, ...]:
    if row == "ballots_after":
        return voters_after(found, sentence, words)
    beside = words.of(found.text).casefold() == "against"
    return voters_before(found, sentence, words, beside=beside)


def _listed(found: Found, sentence: Span) -> Iterator[ActorId]:
    for match in _BRACKETS.finditer(found.text, sentence.start, sentence.end):
        for mention in found.names.within(*match.span()):
            if mention.actor.kind is ActorKind.STATE:
                yield mention.actor.id
