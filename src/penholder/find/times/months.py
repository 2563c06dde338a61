"""Reads months, seasons, quarters, years, decades and centuries."""

from __future__ import annotations

import re

from penholder.find.numbers import read_number
from penholder.find.times.anchor import Anchor
from penholder.find.times.days import ahead, goes_on, looks_back, year_said
from penholder.find.times.read import Place, Read, Reader
from penholder.find.times.words import mod_of, month_number, offset_of, plain, table
from penholder.tables.load import load_toml

# A year without its century lies at most so far ahead of the story: "the class of '29".
_AHEAD_YEARS = 10
_QUARTER = re.compile(r"(\d{4})-Q(\d)$")


def month_year(match: re.Match[str], place: Place) -> Read:  # noqa: ARG001
    """Read "early November 2017"."""
    return Read(f"{match['year']}-{month_number(match['month']):02}", "date", mod_of(match))


def month(match: re.Match[str], place: Place) -> Read | None:
    """Read "March", "last June", "July last year", "August of that year"."""
    number, rel = month_number(match["month"]), plain(match["rel"])
    if match.start() == match.start("month") and _is_name(place):
        return None
    if year := year_said(match, place):
        return Read(f"{year:04}-{number:02}", "date", mod_of(match))
    return Read(_month(place, number, rel), "date", mod_of(match))


def _is_name(place: Place) -> bool:
    """Say whether a month is the surname behind a name: "Theresa May"."""
    lead = _NAME.search(place.text, max(0, place.span.start - 20), place.span.start)
    return (
        bool(lead) and plain(lead[1] if lead else "") not in load_toml("time_words")["month_leads"]
    )


_NAME = re.compile(r"([A-Z][a-z]+) $")


def _month(place: Place, number: int, rel: str) -> str:
    if place.history and not rel:
        return _month_told(place, number)
    if rel in {"this", "this coming"} and place.anchor.day:
        return _this_month(place, number, rel)
    if rel in {"last", "this past"} and place.anchor.day:
        return place.anchor.months_off((number - place.anchor.day.month) % 12 - 12)
    return place.anchor.month(number, ahead=rel == "next" or ahead(place))


def _this_month(place: Place, number: int, rel: str) -> str:
    if rel == "this coming":
        return place.anchor.month(number, ahead=True)
    year = place.anchor.months_off(0)[:4]
    return f"{year}-{number:02}"


def _month_told(place: Place, number: int) -> str:
    """Give a month of a history: the one of the year told last, or of the next where the tale goes on."""
    told = place.told.anchor.day
    if told is None:
        return place.anchor.month(number, ahead=False)
    return f"{told.year + goes_on(place, number):04}-{number:02}"


def season(match: re.Match[str], place: Place) -> Read | None:
    """Read "the summer of 2017", "last fall", "early spring"."""
    code, rel = table("seasons")[plain(match["season"])], plain(match["rel"])
    if year := year_said(match, place):
        return Read(f"{year:04}-{code}", "date", mod_of(match))
    base = _season_base(place, rel)
    if base.day is None:
        return Read(f"XXXX-{code}", "date", mod_of(match))
    return Read(
        f"{base.day.year + _season_off(base.day.month, code, rel)}-{code}", "date", mod_of(match)
    )


def _season_base(place: Place, rel: str) -> Anchor:
    if rel.rsplit(" ", maxsplit=1)[-1] in {"this", "past", "coming", "last", "next"}:
        return place.anchor
    return place.behind() if looks_back(rel) and rel != "the" else place.base()


def _season_off(month_now: int, code: str, rel: str) -> int:
    """Give how many years off the season lies: "last fall" of May is the year before's."""
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    off = offset_of(rel)
    if off == -1:
        return 0 if rel.startswith("this") or start + 2 < month_now else -1
    if off == 1:
        return 0 if month_now < start else 1
    return 0


def quarter(match: re.Match[str], place: Place) -> Read:
    """Read "the third quarter", "this year's first quarter", "the second quarter of 2017"."""
    number, back = table("ordinals")[plain(match["nth"])], bool(match.groupdict().get("back"))
    if year := year_said(match, place):
        return Read(f"{year}-Q{number}", "date")
    day = place.base().day
    if day is None:
        return Read(f"XXXX-Q{number}", "date")
    year_ahead = number - (day.month + 2) // 3 > 1 and ahead(place) is not True
    return Read(f"{day.year - year_ahead - back}-Q{number}", "date", aside=back)


def same_quarter(match: re.Match[str], place: Place) -> Read | None:
    """Read "the quarter", "the year-ago quarter", "the 2020 period" by the quarter named last."""
    told = _QUARTER.match(place.told.quarter)
    back = bool(match["back"] or match["after"])
    if match["year"]:
        return Read(f"{match['year']}-Q{told[2]}" if told else match["year"], "date", aside=True)
    if told:
        return Read(f"{int(told[1]) - back}-Q{told[2]}", "date", aside=True)
    if back and place.anchor.day:
        return Read(place.anchor.unit("year", -1), "date", aside=True)
    if match["like"]:
        return None
    # Where no quarter was named the one that ended last is reported.
    return Read(place.anchor.unit("quarter", -1), "date", aside=True)


def year_close(match: re.Match[str], place: Place) -> Read:  # noqa: ARG001
    """Read "year-end": the last day of the story's year."""
    return Read(f"{place.base().unit('year', 0)}-12-31", "date", "END")


def full_year(match: re.Match[str], place: Place) -> Read:
    """Read "the year ended March 31" as a year's length, "the full year" as the story's year."""
    if match["ended"]:
        return Read("P1Y", "duration")
    return Read(place.base().unit("year", 0), "date")


def half(match: re.Match[str], place: Place) -> Read | None:
    """Read "the first half of 2008", "the latter half of the year"."""
    year = year_said(match, place)
    if year is None:
        return None
    number = 1 if match["nth"].casefold() == "first" else 2
    return Read(f"{year}-H{number}", "date")


def year(match: re.Match[str], place: Place) -> Read:
    """Read "2017", "the end of 2021", "fiscal 1989"; a tale does not go on from a year that it only looks to."""
    looks_on = place.history and (
        place.text[place.span.start - 1 : place.span.start] in _DASHES or ahead(place) is True
    )
    return Read(match["year"], "date", mod_of(match), aside=looks_on)


_DASHES = frozenset({"-", "–"})


def year_end(match: re.Match[str], place: Place) -> Read | None:  # noqa: ARG001
    """Read the "96" of "1995-96"."""
    first = match.string[match.start() - 7 : match.start()].rstrip("-– ")[-4:]
    value = first[:2] + match["year"]
    return Read(value, "date") if value > first else None


def before_christ(match: re.Match[str], place: Place) -> Read:  # noqa: ARG001
    """Read "490 BC"."""
    return Read(f"BC{int(match['year']):04}", "date", mod_of(match))


def word_year(match: re.Match[str], place: Place) -> Read | None:  # noqa: ARG001
    """Read "nineteen ninety-six" and "two thousand three"."""
    first = (
        2000
        if match["first"].casefold().startswith("two")
        else 100 * (read_number(match["first"]) or 0)
    )
    rest = read_number(match["rest"]) if match["rest"] else 0
    return None if rest is None else Read(str(first + rest), "date")


def decade(match: re.Match[str], place: Place) -> Read | None:
    """Read "the 1990s", "the mid-'80s", "the nineties"."""
    if match["decade"]:
        return Read(match["decade"], "date", mod_of(match))
    digit = int(match["short"]) if match["short"] else table("decades")[plain(match["word"])]
    if place.anchor.day is None:
        return Read(f"XX{digit}", "date", mod_of(match))
    century = (place.base().day or place.anchor.day).year // 100
    century -= century * 100 + digit * 10 > place.anchor.day.year + _AHEAD_YEARS
    return Read(f"{century}{digit}", "date", mod_of(match))


def century(match: re.Match[str], place: Place) -> Read | None:  # noqa: ARG001
    """Read "the 19th century", "the late twentieth century"."""
    words = plain(match["nth"])
    number = int(words[:-2]) if words[0].isdigit() else table("centuries")[words]
    value = f"BC{number - 1:02}" if match["before"] else f"{number - 1:02}"
    return Read(value, "date", mod_of(match)) if 0 < number <= 21 else None


MONTH_READERS: dict[str, Reader] = {
    "month_year": month_year,
    "month": month,
    "season": season,
    "quarter": quarter,
    "same_quarter": same_quarter,
    "year_close": year_close,
    "full_year": full_year,
    "half": half,
    "year": year,
    "year_end": year_end,
    "before_christ": before_christ,
    "word_year": word_year,
    "decade": decade,
    "century": century,
}
