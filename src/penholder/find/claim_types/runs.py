"""Launches on end, and launches on days that are named: "the fourth weekend in a row", "on 27 February and 5 March"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.claim_rows import matches
from penholder.find.counted import read_counted, whose
from penholder.find.found import Found
from penholder.find.numbers import read_number
from penholder.find.polarity import read_polarity
from penholder.find.told_days import event_day
from penholder.find.weapons import find_weapons
from penholder.model.claim import Claim, ClaimType, DatedAsked, RunAsked
from penholder.model.span import Span
from penholder.model.statement import Polarity, StatementKind
from penholder.model.when import When

_ROWS = frozenset({"in_a_row", "on_days"})


def find_runs(found: Found) -> Iterator[Claim]:
    """Yield each run of periods with launches, and each list of days with one."""
    for sentence in found.sentences:
        rows = matches(found.text, sentence.start, sentence.end, ClaimType.COUNT_IN_PERIOD, _ROWS)
        if not rows or not _is_told(found, sentence):
            continue
        for row, match in rows:
            claim = None
            if row == "in_a_row":
                claim = _run(found, sentence, match)
            elif row == "on_days":
                claim = _dated(found, sentence, match)
            if claim:
                yield claim


def _is_told(found: Found, sentence: Span) -> bool:
    """Say whether a sentence does not open with a condition."""
    return read_polarity(found.text, sentence.start, sentence.start) is Polarity.ASSERTED


def _run(found: Found, sentence: Span, match: re.Match[str]) -> Claim | None:
    span, number = Span(*match.span()), read_number(match["number"])
    told = [s for s in found.statements_at(sentence) if s.kind is StatementKind.WEAPON_TEST]
    actor = whose(found, sentence, span)
    if number is None or actor is None or not (told or _speaks_of_weapons(found, sentence)):
        return None
    asked = RunAsked(
        actor=actor,
        number=number,
        period=(match["period"] or match["period2"]).casefold(),
        kinds=_kinds(found, sentence),
        event_day=event_day(found, sentence, actor) or found.story.date.value,
    )
    return _claim(found, span, asked, "in_a_row")


def _dated(found: Found, sentence: Span, match: re.Match[str]) -> Claim | None:
    """Give a claim where at least two days follow the launches."""
    span = Span(match.start(), sentence.end)
    times = [t for t in found.times_within(span) if t.kind == "date" and _is_day(t.value)]
    # The last word: the ones before it may be the actor's own name.
    head = match.end("noun") - len(match["noun"].split()[-1])
    actor = whose(found, sentence, Span(head, match.end("noun")))
    if actor is None or len(times) < 2 or times[0].span.start > match.end() + 2:
        return None
    asked = DatedAsked(
        actor=actor, kinds=_kinds(found, sentence), days=tuple(t.value for t in times)
    )
    return _claim(found, Span(match.start(), times[-1].span.end), asked, "on_days")


def _claim(found: Found, span: Span, asked: RunAsked | DatedAsked, rule: str) -> Claim:
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.COUNT_IN_PERIOD,
        asked=asked,
        said_by=found.speaker_at(span),
        rule=rule,
    )


def _speaks_of_weapons(found: Found, sentence: Span) -> bool:
    return next(find_weapons(found.text, sentence.start, sentence.end), None) is not None


def _kinds(found: Found, sentence: Span) -> tuple[str, ...]:
    words = [w.span.of(found.text) for w in find_weapons(found.text, sentence.start, sentence.end)]
    return read_counted(" ".join(words)).kinds


def _is_day(value: str) -> bool:
    days = When(value).days()
    return days is not None and days[0] == days[1]
