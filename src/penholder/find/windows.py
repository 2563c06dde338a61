"""Reads the stretch of days in which a claim counts: "this year", "in less than two weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from penholder.find.found import Found
from penholder.find.joined_times import BETWEEN, days_joined
from penholder.find.office_windows import since_office
from penholder.find.window import Window, last_day, made_of
from penholder.find.window_ends import inside_time, lasting, since_time, until_time
from penholder.find.year_parts import part_of_year
from penholder.model.claim import ASSUMED, EVER, LOOSE
from penholder.model.span import Span
from penholder.model.when import TimeExpression

_SINCE = re.compile(
    r"\b(?:since|after)\s+(?:(?:its|the|that)\s+)?(?:\w+\s+on\s+|(?:beginning|start)\s+of\s+)?$",
    re.IGNORECASE,
)
# "Since taking power in 2011", "since talks collapsed in February 2019": some day in that time.
_SINCE_EVENT = re.compile(
    r"\bsince\s+(?:[\w’'\-]+\s+){1,12}(?:in|on)\s+(?:late\s+|early\s+)?$", re.IGNORECASE
)
_IN = re.compile(
    r"\b(?:in|within|over|during)\s+(?:the\s+)?(?:(?:past|last|space\s+of|span\s+of|course\s+of)\s+)?"
    r"(?:(?:a\s+)?little\s+|just\s+|only\s+|about\s+|slightly\s+|barely\s+|roughly\s+|as\s+)?"
    r"(?:\w+\s+than\s+|over\s+|under\s+)?$",
    re.IGNORECASE,
)

# "As of the end of November": from the new year until then.
_UNTIL = re.compile(
    r"\b(?:as\s+of|up\s+to|until|by)\s+(?:the\s+)?(?:(?:end|start|beginning|middle)\s+of\s+)?"
    r"(?:early\s+|late\s+|mid-)?$",
    re.IGNORECASE,
)

# "since Trump was inaugurated in January": the time belongs to another event.
# "14 times, most recently in May": the time is that of one of them.
_RELATED = re.compile(
    r"\b(?:since|after|before|following|when|until|dating|including|most\s+recently|of\s+(?:them|which)"
    r"|the\s+(?:last|latest|previous|most\s+recent)\s+(?:of|one|on|in))\b",
    re.IGNORECASE,
)


_FIRST = "1984-04-09"  # of North Korea's numbered tests, nuclear or not


def windows_around(
    found: Found, noun: Span, sentence: Span, anchor: str | None, number: int | None = None
) -> Iterator[Window]:
    """Yield the windows that are named within a counted noun, after it, and before it.

    `anchor` is the day up to which "this year" counts: the event's day or the story's; `number`
    is what is counted, for "the third in as many weeks".
    """
    office = since_office(found, Span(noun.end, min(sentence.end, noun.end + 90)), anchor)
    if office and not _is_timed(found, Span(noun.start, office.span.start)):
        yield office
    since = _SINCE_AFTER.match(found.text, noun.end)
    after = Span(noun.end, min(sentence.end, noun.end + (_SINCE_REACH if since else _REACH)))
    before = Span(sentence.start, noun.start)
    for stretch, times in (
        (noun, found.times_within(noun)),
        (after, found.times_within(after)),
        (before, found.times_within(before)[::-1]),
    ):
        for time in times:
            said, clause = _as_many(time, number), _clause(found.text, stretch, time.span)
            if stretch is after and _NEXT.match(found.text, time.span.end):
                continue  # "three launches, last year 37": that time is the next count's
            if window := (
                days_joined(found, time, anchor)
                or _part(found, time)
                or _window(found.text, said, clause if stretch is before else stretch, anchor)
            ):
                yield window


# "…, last year 37 launches".
_NEXT = re.compile(r"\s+(?:only\s+|about\s+)?\d+(?:\s+[a-z]|[.,;])", re.IGNORECASE)


def _clause(text: str, stretch: Span, time: Span) -> Span:
    """Give the part of the words before a noun that begins with the clause of a time."""
    commas = [m.end() for m in re.finditer(r"[,;]\s", text[stretch.start : time.start])]
    return Span(stretch.start + commas[-1], stretch.end) if commas else stretch


# Characters: "14th show of force by the regime so far this year", "since the start of somebody's second term in May".
_REACH, _SINCE_REACH = 60, 110
_SINCE_AFTER = re.compile(r"\s+(?:so\s+far\s+|already\s+)?since\b", re.IGNORECASE)


def _is_timed(found: Found, stretch: Span) -> bool:
    """Say whether a nearer window stands before a term of office: "18th this year, third since …"."""
    return any(time.value[:1] != "X" for time in found.times_within(stretch))


def _as_many(time: TimeExpression, number: int | None) -> TimeExpression:
    """Give "as many weeks" the number that is counted."""
    if number and time.value.startswith("PX") and time.text.casefold().startswith("many"):
        return replace(time, value=f"P{number}{time.value[2:]}")
    return time


def this_year(noun: Span, anchor: str | None) -> Window | None:
    """Give the year up to a day, for an ordinal that names no window; None without a day."""
    end = last_day(anchor)
    if end is None:
        return None
    return Window(span=noun, value=ASSUMED, start=f"{end.year}-01-01", end=end.isoformat())


def since_ever(noun: Span, anchor: str | None) -> Window:
    """Give all the days up to a day: nuclear tests are few, and counted from the first one ever."""
    end = last_day(anchor)
    return Window(span=noun, value=EVER, start=_FIRST, end=end.isoformat() if end else None)


def is_since(text: str, time: Span) -> bool:
    """Say whether a time is the one since when something is counted."""
    return bool(_SINCE.search(text[max(time.start - 30, 0) : time.start]))


def _window(text: str, time: TimeExpression, stretch: Span, anchor: str | None) -> Window | None:
    lead = text[max(stretch.start - 30, 0) : time.span.start]
    between = text[min(stretch.start, time.span.start) : time.span.start]
    if _RELATED.search(between) and not (_SINCE_EVENT.search(lead) or _SINCE.search(lead)):
        return None
    if BETWEEN.search(lead):  # the other end is not read
        return made_of(time, None, None)
    if time.kind == "duration":
        return lasting(time, anchor) if _IN.search(lead) or "/" in time.value else None
    dated = time.kind == "date" and not time.value.endswith("_REF")
    return _dated(lead, time, anchor) if dated else None


def _dated(lead: str, time: TimeExpression, anchor: str | None) -> Window | None:
    """Give the days until a date, since one, or in one, by the words before it."""
    if _UNTIL.search(lead):
        return until_time(time)
    if _SINCE_EVENT.search(lead):
        since = since_time(time, anchor)
        return replace(since, value=f"{since.value}{LOOSE}")
    return since_time(time, anchor) if _SINCE.search(lead) else inside_time(time, anchor)


def _part(found: Found, time: TimeExpression) -> Window | None:
    """Give the days of "the first three months of 2022"."""
    part = part_of_year(found, time)
    return made_of(replace(time, span=part[0]), *part[1:]) if part else None
