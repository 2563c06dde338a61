"""One reader for each sort of time expression: the match becomes value, kind and mod."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from penholder.find.numbers import read_number
from penholder.find.times.anchor import Anchor, full_day
from penholder.find.times.clock import read_clock

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "weekend": "WE", "week": "W",
    "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "Y", "centurie": "Y", "century": "Y",
}  # fmt: skip
_MODS = {
    "more than": "MORE_THAN", "over": "MORE_THAN", "just over": "MORE_THAN", "less than": "LESS_THAN",
    "fewer than": "LESS_THAN", "under": "LESS_THAN", "just under": "LESS_THAN", "nearly": "LESS_THAN",
    "almost": "LESS_THAN", "at least": "EQUAL_OR_MORE", "up to": "EQUAL_OR_LESS", "about": "APPROX",
    "around": "APPROX", "roughly": "APPROX", "some": "APPROX", "early": "START", "late": "END", "mid": "MID",
    "earlier": "START", "later": "END", "the end of": "END", "the start of": "START",
}  # fmt: skip
_OFFS = {
    "last": -1, "the last": -1, "the past": -1, "past": -1, "the previous": -1, "this past": -1, "this": 0, "the": 0, "that": 0, "the same": 0,
    "next": 1, "the coming": 1, "the following": 1, "this coming": 1,
}  # fmt: skip
# Loose numbers, as annotators of news value them.
_LOOSE = {
    "several": "X",
    "a few": "3",
    "few": "3",
    "a couple of": "2",
    "many": "X",
    "half a": "X",
    "half an": "X",
}


@dataclass(frozen=True, slots=True)
class Read:
    """The value of a time expression."""

    value: str
    kind: str  # date | time | duration | set
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: the story's day, whether its clause looks ahead, the day told last."""

    anchor: Anchor
    future: bool
    told: Anchor  # "the following month", "that evening" count from here

    def seen_from(self, rel: str) -> Anchor:
        """Give the day that a word counts from: "that" and "the following" look back in the text."""
        return self.told if rel in {"that", "the same", "the following"} else self.anchor


Reader = Callable[[re.Match[str], Place], Read | None]


def _iso(match: re.Match[str], place: Place) -> Read | None:  # noqa: ARG001
    found = full_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return Read(found, "date") if found else None


def _clock(match: re.Match[str], place: Place) -> Read | None:
    day = _clock_day(match, place)
    clock = read_clock(match["clock"], match["zone"], day)
    return Read(f"{day}{clock}", "time") if clock and day else None


def _clock_day(match: re.Match[str], place: Place) -> str | None:
    groups = match.groupdict()
    if groups.get("weekday"):
        return place.anchor.weekday(_weekday_number(match["weekday"]), future=place.future)
    if groups.get("word"):
        return place.anchor.days_off(_DEICTIC[match["word"].casefold()])
    if groups.get("month"):
        read = _month_day(match, place)
        return read.value if read else None
    return place.anchor.days_off(0)


def _month_day(match: re.Match[str], place: Place) -> Read | None:
    month, day = _month_number(match["month"]), int(re.sub(r"\D", "", match["day"]))
    if match["year"]:
        found = full_day(int(match["year"]), month, day)
    else:
        found = place.anchor.month_day(month, day, future=place.future)
        if found and match["weekday"]:
            weekday = _WEEKDAYS.index(match["weekday"][:3].casefold())
            found = place.anchor.on_weekday(found, weekday)
    return Read(found, "date", _mod(match)) if found else None


def _month_year(match: re.Match[str], place: Place) -> Read:  # noqa: ARG001
    return Read(f"{match['year']}-{_month_number(match['month']):02}", "date", _mod(match))


def _month(match: re.Match[str], place: Place) -> Read:
    number, day = _month_number(match["month"]), place.anchor.day
    rel = (match["rel"] or "").casefold()
    if match["of"] and day:
        year = day.year + _OFFS[match["of"].casefold()]
        return Read(f"{year}-{number:02}", "date", _mod(match))
    value = place.anchor.month(number, future=place.future or rel == "next")
    if rel == "last" and day and value == f"{day.year}-{number:02}":
        value = f"{day.year - 1}-{number:02}" if number >= day.month else value
    return Read(value, "date", _mod(match))


def _weekday(match: re.Match[str], place: Place) -> Read:
    rel = (match["rel"] or "").casefold()
    future = place.future or rel in {"next", "this coming"}
    number = _weekday_number(match["weekday"])
    day = place.anchor.day
    back = 7 if rel == "last" and day and day.weekday() == number else 0
    value = place.anchor.weekday(number, future=future, back=back)
    return _in_part(value, match["part"], _mod(match))


_DEICTIC = {
    "today": 0, "tonight": 0, "yesterday": -1, "overnight": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2,
}  # fmt: skip


def _deictic(match: re.Match[str], place: Place) -> Read:
    word = " ".join(match["word"].casefold().split())
    part = "night" if word in {"tonight", "overnight", "last night"} else match["part"]
    return _in_part(place.anchor.days_off(_DEICTIC[word]), part, _mod(match))


def _this_part(match: re.Match[str], place: Place) -> Read:
    rel = " ".join(match["rel"].casefold().split())
    return _in_part(place.seen_from(rel).days_off(_OFFS[rel]), match["part"], None)


def _in_a_row(match: re.Match[str], place: Place) -> Read:
    return Read(place.anchor.unit(match["unit"].casefold(), 0), "date")


def _relative_unit(match: re.Match[str], place: Place) -> Read | None:
    unit, rel = match["unit"].casefold(), " ".join(match["rel"].casefold().split())
    off = _OFFS[rel]
    if unit in _SEASONS:
        day = place.anchor.day
        return Read(f"{day.year + off if day else 'XXXX'}-{_SEASONS[unit]}", "date")
    if rel in {"the past", "past", "the last"}:
        return Read(f"P1{_UNITS[unit]}", "duration")
    value = place.seen_from(rel).unit(unit, off)
    if match["end"]:
        return Read(f"{value}-12-31" if unit == "year" else value, "date", "END")
    return Read(value, "date", _mod(match))


def _ago(match: re.Match[str], place: Place) -> Read | None:
    number, unit = _number(match["number"]), _unit(match["unit"])
    if not number.isdecimal() or match["number"].casefold() in _LOOSE:
        past = match["way"].casefold() != "from now"
        return Read("PAST_REF" if past else "FUTURE_REF", "date")
    off = int(number) * (1 if match["way"].casefold() == "from now" else -1)
    if unit == "decade":
        return Read(place.anchor.unit("year", 10 * off), "date", _mod(match))
    if unit not in {"day", "week", "month", "year"}:
        return Read(place.anchor.days_off(0), "date")
    if unit == "week":
        return Read(place.anchor.days_off(7 * off), "date", _mod(match))
    return Read(place.anchor.unit(unit, off), "date", _mod(match))


def _duration(match: re.Match[str], place: Place) -> Read:  # noqa: ARG001
    unit, number = _unit(match["unit"]), _number(match["number"])
    if unit in {"decade", "century", "centurie"} and number.isdecimal():
        number = str(int(number) * (10 if unit == "decade" else 100))
    if unit == "fortnight" and number.isdecimal():
        number = str(2 * int(number))
    return Read(_period(number, unit), "duration", _mod(match))


def _long_duration(match: re.Match[str], place: Place) -> Read:  # noqa: ARG001
    unit = match["unit"].casefold()
    return Read("P1E" if unit == "decade" else _period("1", unit), "duration")


def _plural_duration(match: re.Match[str], place: Place) -> Read:  # noqa: ARG001
    unit = _unit(match["unit"])
    return Read("P10Y" if unit == "decade" else _period("X", unit), "duration")


def _quarter(match: re.Match[str], place: Place) -> Read:
    day = place.anchor.day
    year = match["year"] or (str(day.year) if day else "XXXX")
    return Read(f"{year}-Q{_NTH[match['nth'].casefold()]}", "date")


def _decade(match: re.Match[str], place: Place) -> Read:  # noqa: ARG001
    return Read(match["decade"], "date")


def _season_year(match: re.Match[str], place: Place) -> Read:  # noqa: ARG001
    return Read(f"{match['year']}-{_SEASONS[match['season'].casefold()]}", "date")


def _year(match: re.Match[str], place: Place) -> Read:  # noqa: ARG001
    return Read(match["year"], "date", _mod(match))


def _always(value: str) -> Reader:
    def read(match: re.Match[str], place: Place) -> Read:  # noqa: ARG001
        return Read(value, "date")

    return read


READERS: Mapping[str, Reader] = {
    "iso": _iso,
    "clock": _clock,
    "day_clock": _clock,
    "month_day": _month_day,
    "month_year": _month_year,
    "month": _month,
    "weekday": _weekday,
    "deictic": _deictic,
    "this_part": _this_part,
    "in_a_row": _in_a_row,
    "relative_unit": _relative_unit,
    "ago": _ago,
    "vague_ago": _always("PAST_REF"),
    "duration": _duration,
    "long_duration": _long_duration,
    "plural_duration": _plural_duration,
    "quarter": _quarter,
    "decade": _decade,
    "season_year": _season_year,
    "year": _year,
    "vague_past": _always("PAST_REF"),
    "vague_future": _always("FUTURE_REF"),
}


def _in_part(day: str, part: str | None, mod: str | None) -> Read:
    if not part:
        return Read(day, "date", mod)
    return Read(f"{day}T{_PARTS[part.casefold()]}", "time", mod)


def _period(number: str, unit: str) -> str:
    code = _UNITS[unit]
    return f"PT{number}{code[1]}" if code.startswith("T") else f"P{number}{code}"


def _number(words: str) -> str:
    words = " ".join(words.casefold().split())
    if words in _LOOSE:
        return _LOOSE[words]
    if words in {"a", "an"}:
        return "1"
    found = read_number(words)
    return words if found is None else str(found)


def _unit(words: str) -> str:
    return words.casefold().removesuffix("s")


def _mod(match: re.Match[str]) -> str | None:
    words = " ".join((match.groupdict().get("mod") or "").casefold().split())
    return _MODS.get(words)


def _month_number(words: str) -> int:
    return _MONTHS.index(words[:3].casefold()) + 1


def _weekday_number(words: str) -> int:
    return _WEEKDAYS.index(words[:3].casefold())
