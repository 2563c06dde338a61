"""Tallies of votes: "by 13 to none, with two abstentions", "unanimously"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from penholder.find.acts import word_class
from penholder.find.claim_rows import matches
from penholder.find.clauses import clause_around
from penholder.find.council_scene import in_council_scene, subjects_in, symbol_in
from penholder.find.found import Found
from penholder.find.numbers import read_number
from penholder.find.occasions import occasion_of
from penholder.model.claim import Claim, ClaimType, TallyAsked
from penholder.model.span import Span

_NONE = frozenset({"no", "none", "zero", "nil"})

_SEATS = 15


def find_tallies(found: Found) -> Iterator[Claim]:
    """Yield each tally of a Council vote that the story gives."""
    for sentence in found.sentences:
        if not in_council_scene(found, sentence):
            continue
        rows = matches(found.text, sentence.start, sentence.end, ClaimType.VOTE_TALLY)
        for row, match in sorted(rows, key=lambda row: row[1].span()):
            if claim := _claim(found, sentence, row, match):
                yield claim


def _claim(found: Found, sentence: Span, row: str, match: re.Match[str]) -> Claim | None:
    if row == "tally_digits" and not _is_about_a_vote(found, sentence):
        return None
    clause = clause_around(found.text, sentence, Span(*match.span()))
    said = occasion_of(found.text, found.times, clause, Span(*match.span()))
    asked = _asked(found, sentence, match, said.value if said else None)
    if sum(votes or 0 for votes in (asked.yes, asked.no, asked.abstain)) > _SEATS:
        return None  # another body's vote: the General Assembly's
    return Claim(
        span=clause,
        text=clause.of(found.text),
        type=ClaimType.VOTE_TALLY,
        asked=asked,
        said_by=found.speaker_at(clause),
        rule=row,
    )


def _asked(found: Found, sentence: Span, match: re.Match[str], when: str | None) -> TallyAsked:
    groups = match.groupdict()
    return TallyAsked(
        yes=_first(groups, "yes", "yes_to"),
        no=_first(groups, "no", "no_to"),
        abstain=_first(groups, "abstain", "abstain_words", "abstain_to"),
        unanimous=bool(groups.get("unanimous") or groups.get("unanimous2")),
        when=when,
        symbol=symbol_in(found.text, sentence),
        subject=subjects_in(found, sentence),
    )


def _is_about_a_vote(found: Found, sentence: Span) -> bool:
    words = sentence.of(found.text).casefold()
    return any(
        word in words for word in ("vote", "voting", "ballot", "abstain", "abstention")
    ) or bool(word_class("draft").search(found.text, sentence.start, sentence.end))


def _first(groups: Mapping[str, str | None], *names: str) -> int | None:
    """Give the number of the first group that a row has filled."""
    return _number(next((groups[name] for name in names if groups.get(name)), None))


def _number(words: str | None) -> int | None:
    if words is None:
        return None
    return 0 if words.casefold() in _NONE else read_number(words)
