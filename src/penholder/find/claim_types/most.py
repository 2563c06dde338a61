"""More than in any year, month or day before: "a record number of missile tests this year"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.claim_rows import matches
from penholder.find.counted import read_counted, whose
from penholder.find.found import Found
from penholder.find.polarity import read_polarity
from penholder.find.told_days import event_day
from penholder.model.actor import ActorId
from penholder.model.claim import Claim, ClaimType, RecordAsked
from penholder.model.span import Span
from penholder.model.statement import Polarity
from penholder.model.when import When

_ROWS = frozenset(
    {"record_number", "most_in_a_year", "more_than_ever", "most_in_a_day", "most_elided"}
)
# "A record number of missiles on one day" is no record of a year.
_ONE_DAY = re.compile(
    r"\b(?:on|in)\s+(?:one|a|any|a\s+single|one\s+single)\s+(?P<period>day|week|month)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}$")


def find_most(found: Found) -> Iterator[Claim]:
    """Yield each claim that a year, a month or a day had more launches than any before."""
    for sentence in found.sentences:
        rows = matches(found.text, sentence.start, sentence.end, ClaimType.COUNT_IN_PERIOD, _ROWS)
        for row, match in rows:
            if claim := _claim(found, sentence, row, match):
                yield claim


def _claim(found: Found, sentence: Span, row: str, match: re.Match[str]) -> Claim | None:
    period = _period(found, sentence, match)
    if period == "week":
        return None
    if read_polarity(found.text, sentence.start, match.start()) is not Polarity.ASSERTED:
        return None
    noun, span = Span(*match.span("noun")), Span(*match.span())
    counted, actor = read_counted(noun.of(found.text)), whose(found, sentence, noun)
    if actor is None or not (counted.kinds or counted.unit):
        return None
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.COUNT_IN_PERIOD,
        asked=RecordAsked(
            actor=actor,
            noun=counted.noun,
            unit=counted.unit,
            kinds=counted.kinds,
            year=_year(found, sentence),
            period=period,
            day=_day(found, sentence, match, actor) if period != "year" else None,
        ),
        said_by=found.speaker_at(span),
        rule=row,
    )


def _period(found: Found, sentence: Span, match: re.Match[str]) -> str:
    """Give what had the most: a day, week, month or year."""
    near = _ONE_DAY.search(found.text, match.end(), min(sentence.end, match.end() + 30))
    said = match.groupdict().get("period") or (near and near["period"]) or "year"
    return said.casefold()


def _day(found: Found, sentence: Span, match: re.Match[str], actor: ActorId) -> str | None:
    """Give the day or month that the sentence names, else that of the launch that was told."""
    named = [t.value for t in found.times_within(sentence) if _DATED.match(t.value)]
    return named[0] if named else event_day(found, Span(sentence.start, match.end()), actor)


_DATED = re.compile(r"\d{4}-\d\d(?:-\d\d)?$")


def _year(found: Found, sentence: Span) -> int | None:
    """Give the year that the sentence names, else the story's."""
    named = [time.value for time in found.times_within(sentence) if _YEAR.match(time.value)]
    days = When(named[0] if named else found.story.date.value or "").days()
    return days[1].year if days else None
