"""Reads the stretch of days in which a claim counts: "this year", "in less than two weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from penholder.find.found import Found
from penholder.find.year_parts import part_of_year
from penholder.model.claim import ASSUMED, EVER, IN_OFFICE, LOOSE
from penholder.model.span import Span
from penholder.model.when import TimeExpression, When

# Days that a unit of a TIMEX3 duration takes at most.
_UNIT_DAYS = {"D": 1, "W": 7, "M": 31, "Y": 366}
_DURATION = re.compile(r"P(\d+)([DWMY])$")
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

_BETWEEN = re.compile(r"\bbetween\s+(?:\w+\s+)?$", re.IGNORECASE)
_AND = re.compile(r",?\s+and\s+(?:in\s+)?", re.IGNORECASE)
_COMMA = re.compile(r",\s+(?:in\s+)?", re.IGNORECASE)
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


# "Since the Yoon government took office", "since Trump's inauguration": when that was, the record
# knows and this stage does not.
_IN_OFFICE = re.compile(
    r"\bsince\s+(?:(?:the|new|current|then|U\.S\.|US|South\s+Korean|conservative|liberal)\s+)*"
    r"(?:President\s+|Prime\s+Minister\s+)?(?P<who>[A-Z][\w\-]+(?:\s[A-Z][\w\-]+){0,2})"
    r"(?:['’]s\s+(?:inauguration|return\s+to\s+(?:office|power|the\s+White\s+House))\b"
    r"|(?:['’]s)?\s+(?:administration\s+|government\s+|presidency\s+)?"
    r"(?:took\s+office|was\s+inaugurated|came\s+to\s+power|was\s+launched|was\s+sworn\s+in|"
    r"returned\s+to\s+(?:office|power|the\s+White\s+House)|assumed\s+(?:office|power)|took\s+power|"
    r"became\s+(?:(?:the\s+)?[\w.]+(?:\s[\w.]+)?(?:['’]s)?\s+)?(?:president|prime\s+minister|leader))\b)"
)
_FIRST = "1984-04-09"  # of North Korea's numbered tests, nuclear or not


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Days that a claim counts in; both ends inclusive, None where the words leave them open."""

    span: Span
    value: str  # the TIMEX3 value as read, or "OFFICE:" and whose term it begins with
    start: str | None
    end: str | None


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
            said = _as_many(time, number)
            if window := (
                _both(found, time, anchor)
                or _part(found, time)
                or _window(found.text, said, stretch, anchor)
            ):
                yield window


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
    end = _day(anchor)
    if end is None:
        return None
    return Window(span=noun, value=ASSUMED, start=f"{end.year}-01-01", end=end.isoformat())


def since_ever(noun: Span, anchor: str | None) -> Window:
    """Give all the days up to a day: nuclear tests are few, and counted from the first one ever."""
    end = _day(anchor)
    return Window(span=noun, value=EVER, start=_FIRST, end=end.isoformat() if end else None)


def is_since(text: str, time: Span) -> bool:
    """Say whether a time is the one since when something is counted."""
    return bool(_SINCE.search(text[max(time.start - 30, 0) : time.start]))


def _window(text: str, time: TimeExpression, stretch: Span, anchor: str | None) -> Window | None:
    lead = text[max(stretch.start - 30, 0) : time.span.start]
    between = text[min(stretch.start, time.span.start) : time.span.start]
    since_event = _SINCE_EVENT.search(lead)
    if _RELATED.search(between) and not (since_event or _SINCE.search(lead)):
        return None
    if _BETWEEN.search(lead):  # the other end is not read
        return _made(time, None, None)
    if time.kind == "duration":
        return _lasting(time, anchor) if _IN.search(lead) or "/" in time.value else None
    if time.kind != "date" or time.value.endswith("_REF"):
        return None
    if _UNTIL.search(lead):
        return _until(time)
    if since_event:
        since = _since(time, anchor)
        return replace(since, value=f"{since.value}{LOOSE}")
    return _since(time, anchor) if _SINCE.search(lead) else _inside(time, anchor)


def _both(found: Found, time: TimeExpression, anchor: str | None) -> Window | None:
    """Give the days from one date to another: "in 2022 and 2023", "between 2006 and 2017"."""
    lead = found.text[max(time.span.start - 30, 0) : time.span.start]
    other = _joined(found, time)
    if other is None:
        return None
    between, first, last = _BETWEEN.search(lead), When(time.value).days(), When(other.value).days()
    years = len(time.value) == len(other.value) == len("2022")
    if not (first and last and (between or years)) or first[0] > last[1]:
        return None
    until = _day(anchor)
    end = min(last[1], until) if until and until >= first[0] else last[1]
    span = Span(time.span.start, other.span.end)
    # "In 2006 and 2013": what lies between is not spoken of.
    gap = "" if between or last[0] - first[1] <= timedelta(days=1) else LOOSE
    value = f"{time.value}/{other.value}{gap}"
    return Window(span=span, value=value, start=first[0].isoformat(), end=end.isoformat())


def _joined(found: Found, time: TimeExpression) -> TimeExpression | None:
    """Give the last time of a list that begins with a time: "2006, 2009 and 2013"; None where there is no list."""
    last = time
    for other in (one for one in found.times if one.span.start > time.span.end):
        between = found.text[last.span.end : other.span.start]
        if _AND.fullmatch(between):
            return other
        if not _COMMA.fullmatch(between):
            return None
        last = other
    return None


def _part(found: Found, time: TimeExpression) -> Window | None:
    """Give the days of "the first three months of 2022"."""
    part = part_of_year(found, time)
    return _made(replace(time, span=part[0]), *part[1:]) if part else None


def since_office(found: Found, stretch: Span, anchor: str | None) -> Window | None:
    """Give the days since somebody took office, where a stretch says so; who did is in its value."""
    match = _IN_OFFICE.search(found.text, stretch.start, stretch.end)
    if match is None:
        return None
    end = _day(anchor)
    return Window(
        span=Span(*match.span()),
        value=f"{IN_OFFICE}{match['who']}",
        start=None,
        end=end.isoformat() if end else None,
    )


def _lasting(time: TimeExpression, anchor: str | None) -> Window | None:
    match = _DURATION.match(time.value)
    if not match:
        return None
    days = int(match[1]) * _UNIT_DAYS[match[2]]
    if time.mod == "MORE_THAN":
        days += days // 4  # "just over two weeks" was 17 days in the counts that outlets published
    if time.mod == "APPROX":
        days += days // 7  # "about three weeks" was 23 days
    end = _day(anchor)
    start = end - timedelta(days=days - 1) if end else None
    return _made(time, start, end)


def _until(time: TimeExpression) -> Window | None:
    """Give the year up to a day or the end of a month; from when is counted the words leave open."""
    days = When(time.value).days()
    if days is None or days[0].year != days[1].year or len(time.value) == len("2022"):
        return None
    start = days[1].replace(month=1, day=1)
    return replace(_made(time, start, days[1]), value=f"{days[1].year}{LOOSE}")


def _since(time: TimeExpression, anchor: str | None) -> Window:
    days = When(time.value).days()
    return _made(time, days[0] if days else None, _day(anchor))


def _inside(time: TimeExpression, anchor: str | None) -> Window:
    days, until = When(time.value).days(), _day(anchor)
    if days and until and timedelta(0) < days[0] - until <= _JUST:
        days = _around(time.value, until)
    if not days:
        return _made(time, None, until)
    end = min(days[1], until) if until and until >= days[0] else days[1]
    return _made(time, days[0], end)


# A story of 1 January that numbers a launch of 31 December means the old year by "this year".
_JUST = timedelta(days=7)


def _around(value: str, day: date) -> tuple[date, date] | None:
    """Give the year or month that a day lies in, as long as the one that is named."""
    return When(day.isoformat()[: len(value)]).days() if value[-1].isdigit() else None


def _made(time: TimeExpression, start: date | None, end: date | None) -> Window:
    return Window(
        span=time.span,
        value=time.value,
        start=start.isoformat() if start else None,
        end=end.isoformat() if end else None,
    )


def _day(value: str | None) -> date | None:
    days = When(value).days() if value else None
    return days[1] if days else None
