"""Counts in a period: "its 12th test this year"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.claim_rows import ClaimRow, claim_rows, comparators
from penholder.find.counted import Counted, read_counted, whose
from penholder.find.found import Found
from penholder.find.numbers import read_number
from penholder.find.polarity import read_polarity
from penholder.find.windows import Window, is_since, since_ever, this_year, window_after
from penholder.model.actor import ActorId
from penholder.model.claim import IN_OFFICE, Claim, ClaimType, Comparator, CountAsked
from penholder.model.span import Span
from penholder.model.statement import Polarity, StatementKind
from penholder.model.when import When

# "The 11th missile launch" of outlets that number them is the 11th of the year.
_NUMBERED = frozenset({"launch", "round", "show_of_force"})
_BEFORE_OWNER = re.compile(
    r"\b(?P<words>at least|more than|no fewer than|about|around)\s+(?:[\w.]+\s+){0,2}\w+['’]s\s+$",
    re.IGNORECASE,
)
_ORDINALS = frozenset({"nth", "nth_alone"})


def find_counts(found: Found) -> Iterator[Claim]:
    """Yield each count of tests or weapons whose window can be read."""
    for sentence in found.sentences:
        done = sentence.start
        for row, match in _matches(found, sentence):
            if match.start() < done:
                continue
            if claim := _claim(found, sentence, row, match):
                done = claim.span.end
                yield claim


def _matches(found: Found, sentence: Span) -> list[tuple[str, re.Match[str]]]:
    rows = (row for row in claim_rows() if row.type is ClaimType.COUNT_IN_PERIOD)
    found_in = ((row.id, match) for row in rows for match in _numbered(found, sentence, row))
    return sorted(found_in, key=lambda row: row[1].span())


def _numbered(found: Found, sentence: Span, row: ClaimRow) -> Iterator[re.Match[str]]:
    """Yield the matches of a row whose number counts; past a day's number the search goes on."""
    place = sentence.start
    while match := row.pattern.search(found.text, place, sentence.end):
        if _is_part_of_a_name(found, match):
            place = match.end("number")
            continue
        yield match
        place = match.end()


def _claim(found: Found, sentence: Span, row: str, match: re.Match[str]) -> Claim | None:
    number, noun = read_number(match["number"]), Span(*match.span("noun"))
    is_nth = row in _ORDINALS
    # "Its first" is no count: claim_types/firsts.py reads it.
    if (
        number is None
        or (is_nth and number == 1)
        or read_polarity(found.text, sentence.start, match.start()) not in _TOLD
    ):
        return None
    counted = read_counted(noun.of(found.text))
    actor = whose(found, sentence, noun)
    event = event_day(found, sentence, actor) if is_nth else None
    told = Span(noun.start, max(noun.end, match.end()))
    window = _window(found, told, sentence, event or found.story.date.value, counted, is_nth)
    if actor is None or window is None or not _is_weapons(found, counted):
        return None
    span = Span(match.start(), max(match.end(), window.span.end))
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.COUNT_IN_PERIOD,
        asked=CountAsked(
            actor=actor,
            number=number,
            comparator=_comparator(found.text, match),
            ordinal=is_nth,
            noun=counted.noun,
            unit=counted.unit,
            kinds=counted.kinds,
            start=window.start,
            end=window.end,
            event_day=event,
            known=bool(is_nth and match["known"]),
            system=counted.system,
            window=window.value,
        ),
        said_by=found.speaker_at(span),
        rule=row,
    )


# A count that would be reached, or was not, is no claim about the record.
_TOLD = frozenset({Polarity.ASSERTED})


def _window(
    found: Found, noun: Span, sentence: Span, anchor: str | None, counted: Counted, ordinal: bool
) -> Window | None:
    if ordinal and "nuclear" in counted.kinds:
        return since_ever(noun, found.story.date.value)
    window = window_after(found, noun, sentence, anchor)
    if window and ordinal and _dates_the_event(found, window):
        window = None
    if window is None and ordinal and counted.unit in _NUMBERED:
        return this_year(noun, anchor)
    if window and not ordinal and window.start == window.end and counted.unit != "missile":
        return None
    return window


def _is_part_of_a_name(found: Found, match: re.Match[str]) -> bool:
    """Say whether a number is a year, a clock's or a system's: "2017", "4:30", "Hwasong-12"."""
    start, end = match.span("number")
    joined = found.text[max(0, start - 1) : start] in {"-", ":", ".", "‑", "$"}
    return joined or any(time.span.overlaps(Span(start, end)) for time in found.times)


def _dates_the_event(found: Found, window: Window) -> bool:
    """Say whether a date tells when the Nth came, not since when it is counted: "in January"."""
    if window.value.startswith(IN_OFFICE):
        return False
    words = window.span.of(found.text).casefold()
    counts = words.startswith(("this", "so far", "the past")) or window.value.startswith("P")
    since = is_since(found.text, window.span)
    return not (counts or since or re.fullmatch(r"\d{4}", window.value))


def _is_weapons(found: Found, counted: Counted) -> bool:
    tests = any(s.kind is StatementKind.WEAPON_TEST for s in found.statements)
    return bool(counted.kinds) or (counted.unit is not None and tests)


def _comparator(text: str, match: re.Match[str]) -> Comparator:
    """Give the comparator of the match, or one before the owner: "at least the North's 41st"."""
    before = _BEFORE_OWNER.search(text, max(0, match.start() - 40), match.start())
    said = match.groupdict().get("comparator") or (before["words"] if before else "")
    return comparators().get(" ".join(said.casefold().split()), Comparator.EXACT)


def event_day(found: Found, sentence: Span, actor: ActorId | None) -> str | None:
    """Give the day of the test that a sentence speaks of, told in it or last told before it."""
    tests = [
        statement
        for statement in found.statements
        if statement.kind is StatementKind.WEAPON_TEST
        and statement.polarity is Polarity.ASSERTED
        and statement.span.start < sentence.end
        and actor in {one.state or one.id for one in statement.actor}
    ]
    days = [test.when.value for test in tests[::-1] if test.when and _is_day(test.when.value)]
    return days[0].split("T")[0] if days else None


def _is_day(value: str) -> bool:
    days = When(value).days()
    return days is not None and days[0] == days[1]
