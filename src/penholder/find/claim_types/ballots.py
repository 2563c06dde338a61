"""Who is said to have voted how: "China and Russia abstained", "the lone no vote"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from penholder.find.claim_rows import matches
from penholder.find.clauses import clause_around, trimmed
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
from penholder.find.phrases import any_of
from penholder.find.polarity import read_polarity
from penholder.find.voters import states_of, voters_after, voters_before
from penholder.model.actor import ActorId, Mention
from penholder.model.claim import Claim, ClaimType, TallyAsked
from penholder.model.span import Span
from penholder.model.statement import Polarity
from penholder.tables.load import load_toml

_JOINED = re.compile(r"\b(?:join\w*|sid\w+\s+with|along\s+with)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“”\",]")
# Who opposed a draft may have abstained in the end.
_OPPOSED = re.compile(r"opposed\b", re.IGNORECASE)
# What is voted for or against, where it is no draft: a draft's aim, or the contrary of it.
_ON_WHAT = re.compile(
    r"\s+(?:(?:preventing|stopping|blocking|lifting|ending|extending|imposing|reimposing|keeping|renewing)\b|(?:the|a|an|any|its|new|further)\s+"
    r"(?!(?:[\w.\-'’]+\s+){0,4}?(?:resolutions?|drafts?|texts?|measures?|proposals?|bid|plan|motion|document|amendments?|paper|one|request|mandate|mission|declaration|admission|membership|move|truce|cease-?fire|halt|call|demand)\b))",
    re.IGNORECASE,
)
ROWS = frozenset({"ballots", "ballots_after", "only_opposed"})


def find_ballots(found: Found) -> Iterator[Claim]:
    """Yield each claim that names members and says how they voted."""
    for sentence in found.sentences:
        if not in_council_scene(found, sentence) or not is_about_a_vote(found, sentence):
            continue
        for row, match in matches(found.text, sentence.start, sentence.end, ClaimType.VOTE_TALLY):
            if row in ROWS and (claim := _claim(found, sentence, row, match)):
                yield claim


def with_ballots(claims: Sequence[Claim]) -> list[Claim]:
    """Give the claims, each tally with the ballots that its own words name: "13-1, with China abstaining"."""
    named = [claim for claim in claims if claim.rule in ROWS]
    return [_with_ballots(claim, named) for claim in claims]


def _with_ballots(claim: Claim, named: Sequence[Claim]) -> Claim:
    asked = claim.asked
    if not isinstance(asked, TallyAsked) or claim.rule in ROWS:
        return claim
    inside = [one.asked for one in named if claim.span.covers(one.span)]
    said = [one for one in inside if isinstance(one, TallyAsked) and one.sure]
    ballots = dict(ballot for one in said for ballot in one.ballots)
    return replace(claim, asked=replace(asked, ballots=(*asked.ballots, *ballots.items())))


def _claim(found: Found, sentence: Span, row: str, match: re.Match[str]) -> Claim | None:
    words = Span(*match.span())
    if is_of_another_council(found, sentence, words):
        return None
    if row == "ballots" and not _is_asserted(found, sentence, match):
        return None
    voters = _voters(found, sentence, row, match)
    how, states = _how(match["how"]), states_of(voters)
    if how is None or not states:
        return None
    span = _around(found.text, voters, words)
    if row == "ballots" and _is_miscounted(found.text, voters, match):
        return None
    clause = clause_around(found.text, sentence, span)
    when = day_of_vote(found, sentence, clause, span)
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.VOTE_TALLY,
        asked=TallyAsked(
            yes=None,
            no=None,
            abstain=None,
            unanimous=False,
            when=when,
            symbol=symbol_in(found.text, sentence),
            subject=_subject(found, sentence, states),
            ballots=tuple((state, how) for state in states),
            alone=_is_alone(found.text, span, match),
            sure=(when is not None or not follows_an_older_vote(found, sentence))
            and not _ON_WHAT.match(found.text, match.end())
            and not (row == "ballots" and _OPPOSED.match(match["how"])),
        ),
        said_by=found.speaker_at(span),
        rule=row,
    )


def _voters(found: Found, sentence: Span, row: str, match: re.Match[str]) -> tuple[Mention, ...]:
    if row == "ballots_after":
        return voters_after(found, sentence, Span(*match.span()))
    if row == "only_opposed":
        inside = found.names.within(match.start(), match.start("how"))
        if _JOINED.search(match[0]):  # "the only one to join Russia in opposing it"
            return ()
        return inside[-1:]
    beside = match["how"].casefold() == "against"  # no verb: "13 in favour, Russia against"
    return voters_before(found, sentence, Span(*match.span()), beside=beside)


# "China and Russia, the two permanent members with a veto, abstained", "were the two dissenters".
_COUNTED = re.compile(
    r"\bthe\s+(?:other\s+)?(\w+)\s+(?:(?:non-)?permanent|elected|council|members|countries|states|nations|dissent|oppon|abstain)",
    re.IGNORECASE,
)


def _is_miscounted(text: str, voters: Sequence[Mention], match: re.Match[str]) -> bool:
    """Say whether the words behind the voters count others than those that are named."""
    states = [mention for mention in voters if not mention.actor.members]
    if len(states) < len(voters):
        return False
    counted = _COUNTED.search(text, voters[-1].span.end, match.end())
    number = read_number(counted[1]) if counted else None
    return number is not None and number != len(states_of(tuple(states)))


def _subject(found: Found, sentence: Span, voters: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    return tuple(state for state in matter_of(found, sentence) if state not in voters)


def _is_asserted(found: Found, sentence: Span, match: re.Match[str]) -> bool:
    polarity = read_polarity(found.text, sentence.start, match.start())
    return polarity is Polarity.ASSERTED


def _is_alone(text: str, span: Span, match: re.Match[str]) -> bool:
    lead = text[max(0, span.start - 12) : match.end()]
    return bool(_alone().search(lead))


def _around(text: str, voters: tuple[Mention, ...], words: Span) -> Span:
    starts = [words.start, *(mention.span.start for mention in voters)]
    ends = [words.end, *(mention.span.end for mention in voters)]
    return trimmed(text, Span(min(starts), max(ends)))


def _how(words: str) -> str | None:
    words = _QUOTED.sub("", words)  # 'voted "no,"'
    for ballot, pattern in _ballots():
        if pattern.search(words):
            return ballot
    return None


@cache
def _ballots() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = load_toml("ballots")["ballot"]
    return tuple((row["id"], re.compile(any_of(row["words"]), re.IGNORECASE)) for row in rows)


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(any_of(load_toml("ballots")["alone"]["words"]), re.IGNORECASE)
