"""The time from one event to another: "nine days after the North fired a missile"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from penholder.find.claim_types.firsts import comparator_of
from penholder.find.clauses import trimmed
from penholder.find.council_scene import subjects_in
from penholder.find.counted import read_counted, whose
from penholder.find.found import Found
from penholder.find.told_days import event_day
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
        if claim := _from_other(found, time, order):
            yield claim


def _from_other(found: Found, time: TimeExpression, order: re.Match[str]) -> Claim | None:
    """Give the time from the launch or vote that a statement tells of, else from one that a noun names."""
    end = found.sentence_at(time.span.start).end
    if other := _other(found, order.end(), end):
        return _claim(found, time, order[1].casefold(), other)
    named = _NAMED.match(found.text, order.end() - 1, end)
    return _from_noun(found, time, order[1].casefold(), named) if named else None


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
    return next(told, None) or _second(found, start)


def _second(found: Found, start: int) -> Statement | None:
    """Give the later of two launches that one subject tells: "fired two on Sunday, a month after it tested an ICBM"."""
    sentence = found.sentence_at(start)
    tests = [s for s in found.statements_at(sentence) if s.kind is StatementKind.WEAPON_TEST]
    asserted = all(s.polarity is Polarity.ASSERTED for s in tests)
    two = len(tests) > 1 and asserted and tests[-1].actor == tests[0].actor
    return tests[-1] if two and tests[-1].span.end > start + len("it fired") else None


# "Two weeks after a ballistic missile test", "12 days after the North's sixth nuclear test".
_NAMED = re.compile(
    r"\s*(?:an?|its|the|another)?\s*(?:[A-Z][\w\-]+(?:\s[A-Z][\w\-]+)?['’]s\s+)?"
    r"(?P<noun>(?:[\w\-]+\s+){0,4}?(?:missile|nuclear|ICBM|IRBM|SLBM|rocket|satellite)\s+(?:test|launch|firing)"
    r"|(?:(?:previous|last|earlier|similar|failed|first|latest)\s+)?(?:test|launch|firing)|(?:previous|last)\s+one)\b"
)


def _from_noun(
    found: Found, time: TimeExpression, order: str, named: re.Match[str]
) -> Claim | None:
    """Give the time from a launch that a noun names, after a launch that was told."""
    sentence, noun = found.sentence_at(time.span.start), Span(*named.span("noun"))
    actor = whose(found, sentence, noun)
    told = actor and _told_day(found, Span(sentence.start, time.span.start), actor)
    if actor is None or told is None:
        return None
    span = Span(time.span.start, noun.end)
    asked = _asked(time, order, told, actor)
    return _made(found, span, replace(asked, kinds=read_counted(noun.of(found.text)).kinds))


def _asked(time: TimeExpression, order: str, told: str | None, actor: ActorId) -> IntervalAsked:
    """Ask for a launch so long before or after what is told."""
    return IntervalAsked(
        gap=time.value,
        comparator=comparator_of(time),
        order="before" if order == "before" else "after",
        told=told,
        what="launch",
        actor=actor,
        kinds=(),
    )


def _made(found: Found, span: Span, asked: IntervalAsked) -> Claim:
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.OTHER,
        asked=asked,
        said_by=found.speaker_at(span),
        rule="interval",
    )


def _is_councils(statement: Statement) -> bool:
    return statement.kind in _VOTED and any(one.id in _COUNCIL for one in statement.actor)


def _claim(found: Found, time: TimeExpression, order: str, other: Statement) -> Claim:
    sentence = found.sentence_at(time.span.start)
    launch = other.kind is StatementKind.WEAPON_TEST
    actor = _taken_up(found, time, other) or other.actor[0].state or other.actor[0].id
    span = trimmed(found.text, Span(time.span.start, min(other.span.end, sentence.end)))
    told = _told_day(found, Span(sentence.start, time.span.start), actor)
    asked = replace(_asked(time, order, told, actor), subject=_subject(found, other, sentence))
    if launch:
        words = found.text[max(other.span.start, time.span.end) : other.span.end]
        return _made(found, span, replace(asked, kinds=read_counted(words).kinds))
    return _made(found, span, replace(asked, what="vote"))


def _taken_up(found: Found, time: TimeExpression, other: Statement) -> ActorId | None:
    """Give whose launch was told before "a day after it fired another": "it" is not who said so."""
    sentence = found.sentence_at(time.span.start)
    if not _IT.match(found.text, time.span.end, sentence.end):
        return None
    tests = (s for s in found.statements_at(sentence) if s.kind is StatementKind.WEAPON_TEST)
    first = next((s for s in tests if s.span.start < time.span.start and s is not other), None)
    return (first.actor[0].state or first.actor[0].id) if first else None


_IT = re.compile(r"\s+(?:after|before|since)\s+(?:it|they)\b", re.IGNORECASE)
# The launch that was told is what came so long after; "the call came …" is another event.
_LAUNCH = re.compile(
    r"\b(?:launch(?:es)?|tests?|firings?|fired|missiles?|barrage|provocation|(?:it|that|this|which)\s+(?:comes?|came|was|is))\b",
    re.IGNORECASE,
)


def _told_day(found: Found, before: Span, actor: ActorId) -> str | None:
    """Give the day of the launch that the words before a duration speak of."""
    return event_day(found, before, actor) if _LAUNCH.search(before.of(found.text)) else None


def _subject(found: Found, other: Statement, sentence: Span) -> tuple[ActorId, ...]:
    targets = tuple(one.id for one in other.target if one.kind is ActorKind.STATE)
    return targets or subjects_in(found, sentence)
