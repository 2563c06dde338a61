"""Where a count stands in a sentence, and the days that it counts in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from penholder.find.claim_rows import expanded
from penholder.find.counted import Counted
from penholder.find.found import Found
from penholder.find.numbers import read_number
from penholder.find.reigns import reign_of
from penholder.find.window import Window
from penholder.find.windows import is_since, since_ever, this_year, windows_around
from penholder.model.claim import IN_OFFICE, LOOSE, CountAsked
from penholder.model.span import Span

# "The 11th missile launch" of outlets that number them is the 11th of the year.
_NUMBERED = frozenset({"launch", "round", "show_of_force"})
_ORDINALS = frozenset(
    {
        "nth", "nth_alone", "nth_elided", "nth_of_it", "nth_time", "nth_time_after", "nth_day", "nth_attempt",
        "nth_attempt_at_it", "nth_launch_attempt", "attempted_again", "nth_fired", "nth_nuclear", "nth_device",
    }
)  # fmt: skip
# Rows that count tries to launch a satellite.
ATTEMPTS = frozenset(
    {"nth_attempt", "nth_attempt_at_it", "nth_launch_attempt", "attempts", "attempted_again", "attempted_times"}
)  # fmt: skip
# Rows that count without naming a window: the year so far is meant.
_OF_THE_YEAR = frozenset({"vague", "part_of", "so_many_times"})
_TOTAL = re.compile(r"\b(?:in\s+(?:all|total)|a\s+total\s+of|altogether)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountPlace:
    """Where a row of the table matches, and what the count before it in the sentence counts."""

    sentence: Span
    row: str
    match: re.Match[str]
    last: CountAsked | None

    @property
    def noun(self) -> Span:
        """Give the span of the noun that is counted; empty where it is left out."""
        return Span(*self.match.span("noun"))

    @property
    def ordinal(self) -> bool:
        """Say whether the number is an ordinal: "14th"."""
        return self.row in _ORDINALS


def count_window(
    found: Found, place: CountPlace, anchor: str | None, counted: Counted
) -> Window | None:
    """Give the days that a count counts in, or None where the words name none and none can be taken."""
    noun = Span(min(place.noun.start, place.match.start()), max(place.noun.end, place.match.end()))
    nuclear = "nuclear" in counted.kinds
    number = read_number(place.match["number"])
    windows = windows_around(found, noun, place.sentence, anchor, number)
    own = (w for w in windows if place.ordinal or not is_of_a_numbered_one(found, place, w.span))
    if place.ordinal and not nuclear:  # "fired on Wednesday for the second time in a week"
        own = (w for w in own if not (_is_in(w.span, noun) and _dates_the_event(found, w)))
    window = next(own, None) or reign_of(found, place.sentence, place.noun, anchor)
    if place.ordinal and nuclear:
        return _of_numbered_tests(found, place, window)
    if window and place.ordinal and _dates_the_event(found, window):
        window = None
    if window and _is_anothers(place, window):
        return None
    if nuclear and (window is None or not _is_named_after(found, place, window)):
        return since_ever(noun, found.story.date.value)
    if window is None and place.ordinal and counted.system:
        return since_ever(noun, found.story.date.value)
    if window is None and _is_of_the_year(found, place, counted):
        return this_year(noun, anchor)
    one_day = window is not None and window.start is not None and window.start == window.end
    return None if one_day and not place.ordinal and counted.unit != "missile" else window


def _is_in(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


def _is_anothers(place: CountPlace, window: Window) -> bool:
    """Say whether a time before a number that stands alone is another count's.

    "Its sixth since 2006 and its second in a year", "four in May, and five this month".
    """
    return place.row in _COPULAS | {"cardinal_elided"} and window.span.end <= place.match.start()


def is_sure(text: str, place: CountPlace, window: Window) -> bool:
    """Say whether a window stands in the clause of what is counted, or opens the sentence."""
    match, span = place.match, window.span
    if _SINGLE_DAY.search(span.of(text)):
        return False
    if place.row == "cardinal" and _SOME.match(text, max(match.end(), span.end)):
        return False
    if span.start >= match.start():
        return not _APART.search(text, min(match.end(), span.start), span.start)
    return bool(_FRONTED.fullmatch(text, place.sentence.start, span.start)) or not _APART.search(
        text, span.end, match.start()
    )


# "23 missiles in a single day": that day need not be the story's.
_SINGLE_DAY = re.compile(r"\b(?:an?|one|single)\s+day$", re.IGNORECASE)
# "Two tests this year were cut short": some of them.
_SOME = re.compile(
    r"\s+(?:alone\s+)?(?:were|was|have|had|failed|ended|exploded|blew|flew|landed|fell|involved|used|crashed)\b"
)
_APART = re.compile(r"[,;:—–]|\s--?\s|\b(?:and|but|while|after|before|as)\b")
# "So far in 2022, it has fired 20 missiles".
_FRONTED = re.compile(
    r"\W*(?:(?:but|and|also|in\s+(?:all|total)|all\s+told|so\s+far|already|just|only|overall),?\s+)*"
    r"(?:(?:in|since|during|over|within|for|by|throughout)\s+)?(?:(?:the|all\s+of|just|only|about|the\s+whole\s+of)\s+)*"
    r"(?:(?:past|last|beginning\s+of|start\s+of)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)


def is_of_a_numbered_one(found: Found, place: CountPlace, window: Span) -> bool:
    """Say whether a window is that of a test that is numbered: "fired two missiles, its sixth launch this year"."""
    if window.start >= place.match.end():
        return bool(_ordinal().search(found.text, place.match.end(), window.start))
    lead = found.text[place.sentence.start : window.start]
    return bool(_ordinal_last().search(lead))


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(expanded(rf"\b{{ORD}}\b{_NO_PART}"), re.IGNORECASE)


@cache
def _ordinal_last() -> re.Pattern[str]:
    """Give the pattern of an ordinal and the words after it that end no clause."""
    return re.compile(expanded(rf"\b{{ORD}}\b{_NO_PART}[^,;:]{{0,60}}$"), re.IGNORECASE)


# "The first three months" is a time, and numbers no test.
_NO_PART = r"(?! (?:\w+ )?(?:months?|weeks?|days?|half|quarters?|years?|decades?)\b)"


def _of_numbered_tests(found: Found, place: CountPlace, window: Window | None) -> Window:
    """Give the days in which a nuclear test is the Nth: from the first ever, but where other days are meant.

    "Its sixth nuclear test this year" was held this year; "the test was its second this year" counts in it.
    """
    lasting = window is not None and window.value.startswith(("P", IN_OFFICE))
    before = window and window.span.end <= place.match.start()
    own = place.row in _COPULAS and window and not _dates_the_event(found, window)
    if window and not before and (lasting or own):
        return window
    return since_ever(place.noun, found.story.date.value)


# Rows whose number stands by itself, so that the time behind it is the count's: "was its second this year".
_COPULAS = frozenset({"nth_alone", "nth_elided", "nth_of_it"})


def _is_named_after(found: Found, place: CountPlace, window: Window) -> bool:
    """Say whether a window is the count's own: not that of an aside, as in "six, the last in 2017"."""
    before = window.span.start < place.match.start()
    return before or "," not in found.text[place.match.end() : window.span.start]


def _is_of_the_year(found: Found, place: CountPlace, counted: Counted) -> bool:
    """Say whether a count that names no window is one of the year."""
    if place.ordinal:
        return counted.unit in _NUMBERED or place.row in ATTEMPTS
    if place.row in _OF_THE_YEAR:
        return bool(counted.kinds)
    return counted.unit == "round" or bool(
        _TOTAL.search(found.text, place.sentence.start, place.noun.start)
    )


def _dates_the_event(found: Found, window: Window) -> bool:
    """Say whether a date tells when the Nth came, not since when it is counted: "in January"."""
    if window.value.startswith(IN_OFFICE) or window.value.endswith(LOOSE):
        return False
    words = window.span.of(found.text).casefold()
    counts = words.startswith(("this", "so far", "the past")) or window.value.startswith("P")
    since = is_since(found.text, window.span)
    return not (counts or since or re.fullmatch(r"\d{4}", window.value))
