"""Tallies of votes: "by 13 to none, with two abstentions", "unanimously"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from penholder.find.claim_rows import matches
from penholder.find.claim_types.ballots import ROWS as BALLOTS
from penholder.find.clauses import clause_around
from penholder.find.council_scene import (
    in_council_scene,
    is_about_a_vote,
    is_of_another_council,
    matter_of,
    symbol_in,
)
from penholder.find.found import Found
from penholder.find.numbers import read_number
from penholder.find.paragraph_days import day_of_vote, follows_an_older_vote
from penholder.find.polarity import read_polarity
from penholder.find.taking_part import voters_in
from penholder.find.told_outcomes import outcome_told
from penholder.model.actor import ActorId, ActorKind, Mention
from penholder.model.claim import Claim, ClaimType, TallyAsked
from penholder.model.span import Span
from penholder.model.statement import Polarity, Statement, StatementKind

_NONE = frozenset({"no", "none", "nobody", "zero", "nil"})
# Rows whose words are a tally only where the sentence speaks of a vote.
_LOOSE = frozenset({"tally_digits", "tally_won", "tally_abstained", "tally_members", "tally_by"})

_SEATS = 15
# Characters before a sentence in which those who did not vote for a draft are named.
_NEAR = 260
# "Needs nine votes in favour": a rule, not a tally.
_NEEDED = re.compile(
    r"\b(?:needs?|needed|requires?|required|requiring|must)\b(?:(?!\b(?:as|because|but|since|when)\b)[^,;]){0,25}$",
    re.IGNORECASE,
)


def find_tallies(found: Found) -> Iterator[Claim]:
    """Yield each tally of a Council vote that the story gives, the numbers of a clause as one."""
    for sentence in found.sentences:
        if not in_council_scene(found, sentence):
            continue
        tallies: list[Claim] = []
        for row, match in _rows(found, sentence):
            if claim := _claim(found, sentence, row, match):
                _join(tallies, claim, found.text)
        yield from (claim for claim in tallies if _adds_up(claim))


def _join(tallies: list[Claim], claim: Claim, text: str) -> None:
    """Add a claim, or its numbers to the one whose clause it shares."""
    for place, first in enumerate(tallies):
        if first.span.overlaps(claim.span):
            start = min(first.span.start, claim.span.start)
            span = Span(start, max(first.span.end, claim.span.end))
            tallies[place] = replace(_joined(first, claim), span=span, text=span.of(text))
            return
    tallies.append(claim)


def _rows(found: Found, sentence: Span) -> list[tuple[str, re.Match[str]]]:
    rows = matches(found.text, sentence.start, sentence.end, ClaimType.VOTE_TALLY)
    return sorted((row for row in rows if row[0] not in BALLOTS), key=lambda row: row[1].span())


def _claim(found: Found, sentence: Span, row: str, match: re.Match[str]) -> Claim | None:
    if row in _LOOSE and not is_about_a_vote(found, sentence):
        return None
    if is_of_another_council(found, sentence, Span(*match.span())):
        return None
    if _NEEDED.search(found.text, sentence.start, match.start()):
        return None
    if read_polarity(found.text, sentence.start, match.start()) is not Polarity.ASSERTED:
        return None
    clause = clause_around(found.text, sentence, Span(*match.span()))
    words = Span(*match.span())
    if row == "tally_others" and _others(found, sentence, match) is None:
        return None
    return Claim(
        span=clause,
        text=clause.of(found.text),
        type=ClaimType.VOTE_TALLY,
        asked=_asked(found, sentence, match, day_of_vote(found, sentence, clause, words)),
        said_by=found.speaker_at(clause),
        rule=row,
    )


def _joined(first: Claim, claim: Claim) -> Claim:
    """Give the first claim on a clause with the numbers that only the later one has."""
    mine, other = first.asked, claim.asked
    if not isinstance(mine, TallyAsked) or not isinstance(other, TallyAsked):
        return first
    asked = replace(
        mine,
        yes=other.yes if mine.yes is None else mine.yes,
        no=other.no if mine.no is None else mine.no,
        abstain=other.abstain if mine.abstain is None else mine.abstain,
        unanimous=mine.unanimous or other.unanimous,
        whole=mine.whole or other.whole,
    )
    return replace(first, asked=asked)


def _adds_up(claim: Claim) -> bool:
    """Say whether a tally can be the Council's: more votes than seats are another body's."""
    asked = claim.asked
    if not isinstance(asked, TallyAsked):
        return False
    return sum(votes or 0 for votes in (asked.yes, asked.no, asked.abstain)) <= _SEATS


def _asked(found: Found, sentence: Span, match: re.Match[str], when: str | None) -> TallyAsked:
    groups = match.groupdict()
    return TallyAsked(
        yes=_others(found, sentence, match) or _first(groups, "yes", "yes_to", "yes3", "yes4"),
        no=0 if groups.get("unopposed") else _first(groups, "no", "no_to", "no3"),
        abstain=0
        if groups.get("unabstained")
        else _first(groups, "abstain", "abstain_words", "abstain_to", "abstain3", "abstain4"),
        unanimous=any(groups.get(name) for name in ("unanimous", "unanimous2", "unanimous3")),
        when=when,
        symbol=symbol_in(found.text, sentence),
        subject=matter_of(found, sentence),
        whole=bool(groups.get("whole")),
        needed=_first(groups, "needed"),
        outcome=outcome_told(sentence.of(found.text)),
        ballots=_named_inside(found, match),
        sure=when is not None or not follows_an_older_vote(found, sentence),
    )


def _others(found: Found, sentence: Span, match: re.Match[str]) -> int | None:
    """Give how many "all other members" are: those not named as voting or vetoing in it or just before."""
    if not match.groupdict().get("others"):
        return None
    start = sentence.start - _NEAR
    near = [one for one in found.sentences if start <= one.start <= sentence.start]
    vetoing = (actor.id for s in found.statements if _is_veto_in(s, near) for actor in s.actor)
    inside = (m.actor.id for m in found.names.within(*match.span()) if _is_state(m))
    named = {*vetoing, *inside, *(state for one in near for state in voters_in(found, one))}
    named -= {ActorId("UNSC"), ActorId("UN")}
    return _SEATS - len(named) if named else None


_DASHES = re.compile(r"[–—].*[–—]", re.DOTALL)


def _named_inside(found: Found, match: re.Match[str]) -> tuple[tuple[ActorId, str], ...]:
    """Give those whom the words name: "all members other than Russia voted for it", "three – Russia … – backed it"."""
    inside = tuple(m.actor.id for m in found.names.within(*match.span()) if _is_state(m))
    if match.groupdict().get("others"):
        return tuple((state, "-") for state in inside)
    listed = match.groupdict().get("yes") and _DASHES.search(match[0])
    return tuple((state, "Y") for state in inside) if listed else ()


def _is_veto_in(statement: Statement, sentences: Sequence[Span]) -> bool:
    veto = statement.kind is StatementKind.VETO and statement.polarity is Polarity.ASSERTED
    return veto and any(one.covers(statement.span) for one in sentences)


def _is_state(mention: Mention) -> bool:
    return mention.actor.kind is ActorKind.STATE


def _first(groups: Mapping[str, str | None], *names: str) -> int | None:
    """Give the number of the first group that a row has filled."""
    return _number(next((groups[name] for name in names if groups.get(name)), None))


def _number(words: str | None) -> int | None:
    if words is None:
        return None
    return 0 if words.casefold() in _NONE else read_number(words)
