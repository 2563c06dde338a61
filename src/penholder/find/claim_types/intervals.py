"""The time from one event to another: "five days after the North launched a missile"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.claim_types.counts import event_day
from penholder.find.claim_types.firsts import comparator_of
from penholder.find.clauses import trimmed
from penholder.find.council_scene import subjects_in
from penholder.find.counted import read_counted
from penholder.find.found import Found
from penholder.model.actor import ActorId, ActorKind
from penholder.model.claim import Claim, ClaimType, IntervalAsked
from penholder.model.span import Span
from penholder.model.statement import Polarity, Statement, StatementKind
from penholder.model.when import TimeExpression

_ORDER = re.compile(r"(?:.*\s|\s*)(after|before|since)\s", re.IGNORECASE | re.DOTALL)
_GAP = re.compile(r"P\d+[DWMY]$")
# Characters from "after" to the words that tell the other event.
_REACH = 110
_VOTED = frozenset({StatementKind.ADOPTION, StatementKind.SANCTIONS, StatementKind.VETO})
_COUNCIL = frozenset(map(ActorId, ("UNSC", "UN")))


def find_intervals(found: Found) -> Iterator[Claim]:
    """Yield each time that the story gives from one launch or vote to what it tells."""
    for time in found.times_within(found.story.body):
        order = order_of(found.text, time.span)
        if time.kind != "duration" or not order or not _GAP.match(time.value):
            continue
        if other := _other(found, order.end(), found.sentence_at(time.span.start).end):
            yield _claim(found, time, order[1].casefold(), other)


def order_of(text: str, time: Span) -> re.Match[str] | None:
    """Match "after", "before" or "since" at the end of a duration's words, or right behind them."""
    return _ORDER.match(text, time.start, time.end + 1) or _ORDER.match(
        text, time.end, time.end + 9
    )


def _other(found: Found, start: int, end: int) -> Statement | None:
    """Give the launch or the Council's vote that the words after "after" tell of."""
    told = (
        s
        for s in found.statements
        if start - 30 <= s.span.start <= min(end, start + _REACH)
        and s.span.end > start
        and s.polarity is Polarity.ASSERTED
        and (s.kind is StatementKind.WEAPON_TEST or _is_councils(s))
    )
    return next(told, None)


def _is_councils(statement: Statement) -> bool:
    return statement.kind in _VOTED and any(one.id in _COUNCIL for one in statement.actor)


def _claim(found: Found, time: TimeExpression, order: str, other: Statement) -> Claim:
    sentence = found.sentence_at(time.span.start)
    launch = other.kind is StatementKind.WEAPON_TEST
    actor = other.actor[0].state or other.actor[0].id
    span = trimmed(found.text, Span(time.span.start, min(other.span.end, sentence.end)))
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.OTHER,
        asked=IntervalAsked(
            gap=time.value,
            comparator=comparator_of(time),
            order="before" if order == "before" else "after",
            told=_told_day(found, Span(sentence.start, time.span.start), actor),
            what="launch" if launch else "vote",
            actor=actor,
            kinds=read_counted(other.text).kinds if launch else (),
            subject=_subject(found, other, sentence),
        ),
        said_by=found.speaker_at(span),
        rule="interval",
    )


# The launch that was told is what came so long after; "the call came …" is another event.
_LAUNCH = re.compile(
    r"\b(?:launch|test|firing|fired|missiles?|barrage|provocation|(?:it|that|this|which)\s+(?:comes?|came|was|is))\b",
    re.IGNORECASE,
)


def _told_day(found: Found, before: Span, actor: ActorId) -> str | None:
    """Give the day of the launch that the words before a duration speak of."""
    return event_day(found, before, actor) if _LAUNCH.search(before.of(found.text)) else None


def _subject(found: Found, other: Statement, sentence: Span) -> tuple[ActorId, ...]:
    targets = tuple(one.id for one in other.target if one.kind is ActorKind.STATE)
    return targets or subjects_in(found, sentence)
