"""Reads how long, how often, and words that only point: "more than four years", "every week", "recently"."""

from __future__ import annotations

import re

from penholder.find.times.direction import Direction
from penholder.find.times.read import Place, Read, Reader
from penholder.find.times.words import (
    mod_of,
    month_number,
    number_of,
    plain,
    table,
    unit_of,
    weekday_number,
)

# What "a week" repeats after: "four flights a week", "$2 million a year".
_RATED = re.compile(
    r"(?:\d|\b(?:million|billion|times|once|twice|percent|tons?|dollars?)\b)[^.;,]{0,25}$"
)


def duration(match: re.Match[str], place: Place) -> Read | None:
    """Read "more than four years", "the past three months", "36-year", "two and a half hours"."""
    unit, words = unit_of(match["unit"]), plain(match["number"])
    if words in {"a", "an"} and unit in {"second", "quarter", "night"} and not match["way"]:
        return None
    if words.startswith("half"):
        return Read(table("halves")[unit], "duration") if unit in table("halves") else None
    if words == "one" and unit == "day" and _some_day(match, place):
        return Read("FUTURE_REF", "date", tells=False)
    # "Two to three weeks" are at least two.
    number = number_of(match["low"] or words)
    number += ".5" if match["half"] or match["after_half"] else ""
    once = words in {"a", "an"} and not match["way"] and not match["mod"]
    lead = place.text[max(place.stretch.start, place.span.start - 40) : place.span.start]
    kind = "set" if once and _RATED.search(lead) else "duration"
    value = period(number, unit)
    measures = value.startswith("PT") and not match["way"]
    return Read(value, kind, mod_of(match), tells=not measures)


def _some_day(match: re.Match[str], place: Place) -> bool:
    """Say whether "one day" is some day to come: "it will one day be whole"."""
    bare = match[0].casefold().split() == ["one", "day"]
    lead = place.text[max(place.stretch.start, place.span.start - 8) : place.span.start]
    return bare and not _COUNTED.search(lead) and place.direction() is Direction.AHEAD


# What counts the day: "within one day".
_COUNTED = re.compile(r"\b(?:in|for|within|than|least|of|after|by|every|just|only)\s$")


def period(number: str, unit: str) -> str:
    """Give TIMEX3's duration of so many units: "P4Y", "PT10M", "PXD"; halves as the next smaller unit."""
    code, times = table("units")[unit], table("lengths").get(unit, 1)
    if number.endswith(".5") and code in _HALVED:
        return _and_a_half(number, code, times)
    if times > 1 and number.replace(".", "").isdecimal():
        number = f"{float(number) * times:g}"
    return f"PT{number}{code[1]}" if code.startswith("T") else f"P{number}{code}"


# The next smaller unit in which a half is written: "P2Y6M".
_HALVED = {"Y": "6M", "TH": "30M", "TM": "30S", "D": "T12H"}


def _and_a_half(number: str, code: str, times: int) -> str:
    whole = int(number[:-2]) * times
    if times > 1:
        return f"P{whole + times // 2}{code}"
    lead = f"PT{whole}{code[1]}" if code.startswith("T") else f"P{whole}{code}"
    return lead + _HALVED[code]


def long_duration(match: re.Match[str], place: Place) -> Read:  # noqa: ARG001
    """Read "monthlong", "decades-long"."""
    many = plain(match["unit"]) + "s" in plain(match[0])
    return Read(
        _many(unit_of(match["unit"])) if many else period("1", unit_of(match["unit"])), "duration"
    )


def vague_gap(match: re.Match[str], place: Place) -> Read:  # noqa: ARG001
    """Read "just days after", "hours before"."""
    return Read(_many(unit_of(match["unit"])), "duration")


def plural_duration(match: re.Match[str], place: Place) -> Read:  # noqa: ARG001
    """Read "years", "decades" where no number counts them."""
    return Read(_many(unit_of(match["unit"])), "duration", mod_of(match))


def _many(unit: str) -> str:
    return "P10Y" if unit == "decade" else period("X", unit)


def repeated(match: re.Match[str], place: Place) -> Read | None:  # noqa: ARG001
    """Read "every two weeks", "each Thursday", "Monday nights", "daily"."""
    words = plain(match["what"])
    if words in table("repeats"):
        return Read(table("repeats")[words], "set")
    part = table("parts").get(plain(match["part"]).removesuffix("s"))
    tail = f"T{part}" if part else ""
    if found := _repeating(words.removesuffix("s"), match["number"]):
        return Read(found + tail, "set")
    return None


def _repeating(words: str, number: str | None) -> str | None:
    if words.endswith("day") and words != "day":
        return f"XXXX-WXX-{weekday_number(words) + 1}"
    if words in table("parts"):
        return f"XXXX-XX-XXT{table('parts')[words]}"
    if words in table("seasons"):
        return f"XXXX-{table('seasons')[words]}"
    if unit_of(words) in table("units"):
        times = {"": "1", "other": "2"}.get(plain(number), number_of(number or "1"))
        return period(times, unit_of(words))
    return f"XXXX-{month_number(words):02}"


def soon(match: re.Match[str], place: Place) -> Read | None:  # noqa: ARG001
    """Read "soon" unless it only says that what was told came quickly: "it soon failed"."""
    found = Read("FUTURE_REF", "date", tells=False)
    return None if place.direction() is Direction.BEHIND else found


def _pointing(value: str, *, tells: bool = True) -> Reader:
    def read(match: re.Match[str], place: Place) -> Read:  # noqa: ARG001
        return Read(value, "date", tells=tells)

    return read


DURATION_READERS: dict[str, Reader] = {
    "duration": duration,
    "long_duration": long_duration,
    "vague_gap": vague_gap,
    "plural_duration": plural_duration,
    "repeated": repeated,
    "soon": soon,
    "present": _pointing("PRESENT_REF", tells=False),
    "ahead": _pointing("FUTURE_REF", tells=False),
    "vague_past": _pointing("PAST_REF"),
    "vague_future": _pointing("FUTURE_REF"),
}
