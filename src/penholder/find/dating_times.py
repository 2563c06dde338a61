"""Picks the time expressions of a clause that can date its act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from penholder.find.around import Around
from penholder.find.day_behind import befell, has_day_behind, stands_behind
from penholder.find.found import Found
from penholder.model.parse import Parse, Token
from penholder.model.span import Span
from penholder.model.statement import StatementKind
from penholder.model.when import TimeExpression

# What is told of a draft dates no vote on it; what is told of a missile, "that fell on Friday", dates its launch.
_ON_PAPER = frozenset(
    {
        StatementKind.DRAFT_RESOLUTION,
        StatementKind.VOTE,
        StatementKind.VETO,
        StatementKind.ADOPTION,
        StatementKind.COUNCIL_STATEMENT,
        StatementKind.SANCTIONS,
    }
)


def dating_times(
    found: Found, around: Around, kind: StatementKind, clause: Span, start: int
) -> Sequence[TimeExpression]:
    """Give the times that can date an act: of its clause, else of what the verb hangs from.

    Times inside what is said do not date the saying; those of a clause about a noun date no vote
    on it: "the resolution, which condemned the attack of October 7, was vetoed". `start` is where the words of the act begin:
    "failed on Tuesday to adopt".
    """
    if kind is StatementKind.STATEMENT:
        return [time for time in found.times_within(clause) if not found.quote_at(time.span)]
    if behind := _behind_test(found, around, kind):
        return (behind,)
    if opening := _before_when(found, clause, min(start, clause.start)):
        return (opening,)
    lead = Span(min(start, clause.start), around.trigger.span.start)
    stretches = (found.times_within(stretch) for stretch in (clause, lead))
    if kind not in _ON_PAPER:
        found_times = next((times for times in stretches if times), ())
        return found_times or _of_verb_above(found, around)
    told = ([t for t in times if not _tells_of_a_noun(around, t)] for times in stretches)
    return next((times for times in told if times), ())


def _of_verb_above(found: Found, around: Around) -> Sequence[TimeExpression]:
    """Give the times of the verb whose object or subject an act is: "to conduct its fourth test in January".

    Of a subject's verb only where it says that the act took place: "the test happened on Monday".
    """
    parse, word = around.parse, around.word
    head = parse.head_of(word) if parse and word else None
    if parse is None or word is None or head is None:
        return ()
    if not (word.relation == "obj" and head.upos == "VERB") and not _befell(around, word, head):
        return ()
    times = ((time, parse.top_of(time.span)) for time in found.times_within(around.sentence))
    return [time for time, top in times if top and head.id in {top.head, top.id}]


def _behind_test(found: Found, around: Around, kind: StatementKind) -> TimeExpression | None:
    """Give the time right behind a noun for a test: "since its nuclear test last month"."""
    if kind is not StatementKind.WEAPON_TEST or around.trigger.tense != "noun":
        return None
    end = around.trigger.span.end
    near = found.times_within(Span(end, min(around.sentence.end, end + _NEAR)))
    return next((one for one in near if stands_behind(found.text, end, one.span.start)), None)


# Characters between a noun and the time right behind it: ", in early ".
_NEAR = 14


def _befell(around: Around, word: Token, head: Token) -> bool:
    """Say whether a noun's verb tells that it took place, or a time stands right behind the noun."""
    if not around.parse or around.trigger.tense != "noun" or word.relation != "nsubj":
        return False
    was_then = head.upos in {"NUM", "PROPN"} and around.parse.children_of(head, "cop")
    return befell(head.form) or bool(was_then) or has_day_behind(around.text, word.end)


def _before_when(found: Found, clause: Span, start: int) -> TimeExpression | None:
    """Give the time that a clause with "when" tells more of: "in November 2017 when it launched"."""
    match = _WHEN.search(found.text, max(0, start - _LEAD), clause.end)
    if match is None or match.start() > start or match.end() < start:
        return None
    before = found.times_within(Span(max(0, match.start() - _LEAD), match.start()))
    return before[-1] if before and before[-1].span.end == match.start() else None


# "In 1998, when": what stands between a time and its clause; characters before it that are looked at.
_WHEN = re.compile(r",?\s+when\s+(?:(?:[\w.’']+\s+){1,4}(?:said|say|says)\s+(?:that\s+)?)?")
_LEAD = 60


def _tells_of_a_noun(around: Around, time: TimeExpression) -> bool:
    """Say whether a time stands in a clause about a noun, and not with the act's own verb."""
    parse, word = around.parse, around.word
    top = parse.top_of(time.span) if parse else None
    return (
        parse is not None and word is not None and top is not None and _is_apart(parse, word, top)
    )


def _is_apart(parse: Parse, word: Token, top: Token) -> bool:
    way = [top]
    for one in parse.above(top):
        if one.id == word.id:
            return any(step.relation == "acl" for step in way)
        way.append(one)
    return False
