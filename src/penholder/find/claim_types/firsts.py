"""First, last or largest since a day: "its first ICBM in more than four years"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.claim_rows import matches
from penholder.find.clauses import clause_around, trimmed
from penholder.find.counted import Counted, read_counted, whose
from penholder.find.found import Found
from penholder.find.occasions import occasion_of
from penholder.model.claim import Claim, ClaimType, Comparator, FirstAsked
from penholder.model.span import Span
from penholder.model.when import TimeExpression

_RANKS = {
    "first_since": "first",
    "first_time_since": "first",
    "first_time_then": "first",
    "last_done": "last",
    "largest": "largest",
}
_MODS = {
    "MORE_THAN": Comparator.MORE_THAN,
    "LESS_THAN": Comparator.LESS_THAN,
    "APPROX": Comparator.ABOUT,
}


# "Most powerful" is said of missiles too, and no record measures it.
_FARTHEST = {
    "longest": "longest",
    "longest-ever": "longest",
    "farthest": "longest",
    "highest": "highest",
}


def find_firsts(found: Found) -> Iterator[Claim]:
    """Yield each claim that a test was the first, the last or the largest of its kind."""
    for sentence in found.sentences:
        rows = matches(found.text, sentence.start, sentence.end, ClaimType.FIRST_SINCE)
        for row, match in sorted(rows, key=lambda row: row[1].span()):
            if claim := _claim(found, sentence, row, match):
                yield claim


def comparator_of(time: TimeExpression) -> Comparator:
    """Give the comparator that a time is said with: "more than four years"."""
    return _MODS.get(time.mod or "", Comparator.EXACT)


def _claim(found: Found, sentence: Span, row: str, match: re.Match[str]) -> Claim | None:
    noun, tail = Span(*match.span("noun")), Span(*match.span("tail"))
    counted, actor = read_counted(noun.of(found.text)), whose(found, sentence, noun)
    measure = _measure(found, tail)
    if actor is None or not _is_test(found, noun, counted) or not (measure or row == "largest"):
        return None
    span = _span(found, sentence, match)
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.FIRST_SINCE,
        asked=FirstAsked(
            actor=actor,
            rank=_rank(row, match),
            noun=counted.noun,
            kinds=counted.kinds,
            event_when=_event_when(found, sentence, row, measure, match),
            since=_since(row, measure),
            gap=measure.value if measure and measure.kind == "duration" else None,
            comparator=comparator_of(measure) if measure else Comparator.EXACT,
        ),
        said_by=found.speaker_at(span),
        rule=row,
    )


def _rank(row: str, match: re.Match[str]) -> str:
    said = (match.groupdict().get("largest") or "").casefold()
    return _FARTHEST.get(said, _RANKS[row])


def _is_test(found: Found, noun: Span, counted: Counted) -> bool:
    if counted.kinds:
        return True
    weapons = re.search(
        r"\b(?:weapons?|missiles?|launch|test|fired)\b", noun.of(found.text), re.IGNORECASE
    )
    return bool(weapons)


def _measure(found: Found, tail: Span) -> TimeExpression | None:
    """Give the time that the words measure from: "four years", "2017"."""
    times = [time for time in found.times_within(tail) if not time.value.endswith("_REF")]
    return times[0] if times else None


def _since(row: str, measure: TimeExpression | None) -> str | None:
    if measure is None or measure.kind == "duration" or row == "last_done":
        return None
    return measure.value


def _event_when(
    found: Found, sentence: Span, row: str, measure: TimeExpression | None, match: re.Match[str]
) -> str | None:
    """Give the day of the event itself: another time in the clause, or for "last" the one named."""
    if row == "last_done":
        return measure.value if measure else None
    clause = clause_around(found.text, sentence, Span(*match.span()))
    # "This year" is when it is counted, not when it came.
    others = [t for t in found.times if t is not measure and len(t.value) > len("2017")]
    said = occasion_of(found.text, others, clause, Span(*match.span()))
    return said.value if said else None


def _span(found: Found, sentence: Span, match: re.Match[str]) -> Span:
    clause = clause_around(found.text, sentence, Span(*match.span()))
    return trimmed(found.text, Span(match.start(), clause.end))
