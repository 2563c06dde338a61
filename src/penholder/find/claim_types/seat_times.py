"""When a seat on the Council is told to begin, to end, or to have been held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.found import Found
from penholder.model.span import Span
from penholder.model.when import TimeExpression

# Rows that tell when a seat begins or ends.
TURNS = frozenset(
    {"joined_council", "term_ends", "leaves_council", "elected_as", "elected_names", "seat_won"}
    | {"seats_given_up", "seats_of"}
)


def seat_time(
    found: Found, sentence: Span, row: str, span: Span, match: re.Match[str]
) -> str | None:
    """Give the time of the seat: for joining and leaving the nearest one behind the words."""
    if row == "seat_held_in":
        return _end_of_term(match)
    if row not in TURNS:
        return next(other_years(found, sentence), None)
    if row in {"seats_given_up", "seats_of"}:
        inside = (time for time in found.times_within(span) if len(time.value) == len("2026-12-31"))
        return next((_in_storys_year(found, time) for time in inside), _last_year(found, span))
    end = min(sentence.end, span.end + 30)
    times = (t for t in found.times_within(Span(span.start, end)) if t.kind == "date")
    said = next((t for t in times if not t.value.endswith("_REF")), None)
    if said and row == "term_ends" and _TO_END.search(span.of(found.text)):
        return _in_storys_year(found, said)
    return said.value if said else None


# "The members replaced Tunisia" tells of the year before, and so does whatever January tells.
_GONE = re.compile(
    r"\b(?:replaced|took\s+over|taken\s+over|succeeded|gave\s+up|left|(?<!be\s)(?<!being\s)vacated)\b",
    re.IGNORECASE,
)
_TO_END = re.compile(r"\b(?:ends?|expires?|runs?\s+(?:out|until|to)|lasts?)\b", re.IGNORECASE)
# "In 2011-2012", "in 2011-12".
_TERM = re.compile(r"\b((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)?\d\d)\b")
_YEAR_SAID = re.compile(r"(?:19|20)\d\d")


def _end_of_term(match: re.Match[str]) -> str | None:
    """Give the last year of "held a seat in 2011-2012", or the year that it names."""
    if term := _TERM.search(match[0]):
        return term[1][: -len(term[2])] + term[2]
    year = _YEAR_SAID.search(match[0])
    return year[0] if year else None


def names_a_term(match: re.Match[str]) -> bool:
    """Say whether words name the years of a term: "in 2011-2012"."""
    return _TERM.search(match[0]) is not None


def is_no_term(match: re.Match[str]) -> bool:
    """Say whether years cannot be those of a term, which lasts two: "in 2010-2012"."""
    term = _TERM.search(match[0])
    return bool(term) and int(_end_of_term(match) or 0) != int(term[1] if term else 0) + 1


def _last_year(found: Found, span: Span) -> str | None:
    """Give the last year of those who make room: the story's, or the one before for those gone."""
    told = (found.story.date.value or "")[:4]
    if not told.isdecimal():
        return None
    new_year = (found.story.date.value or "")[5:7] == "01"
    return str(int(told) - 1) if new_year or _GONE.search(span.of(found.text)) else told


def _in_storys_year(found: Found, time: TimeExpression) -> str:
    """Give the end of a term that still runs: "ends on 31 December" is that of this year."""
    told = (found.story.date.value or "")[:4]
    if _YEAR_SAID.search(time.text) or not told.isdecimal() or time.value[:4] >= told:
        return time.value
    return told + time.value[4:]


def other_years(found: Found, sentence: Span) -> Iterator[str]:
    """Yield the times of a sentence that lie in another year than the story."""
    told = (found.story.date.value or "")[:4]
    for time in found.times_within(sentence):
        if time.kind == "date" and time.value[:4].isdecimal() and time.value[:4] != told:
            yield time.value
