"""Reads the date that a page states of itself."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from penholder.model.story import UNDATED, Basis, StoryDate
from penholder.model.when import When
from penholder.read.datelines import Dateline
from penholder.read.source_page import Page

_ISO = re.compile(r"^\s*((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?")
_LINE = re.compile(
    r"(?im)^[^\S\n]*+(?:publish(?:ed)?(?: date| on)?|date|posted(?: on)?|updated)\s*:?\s*(?P<date>[^\n]{6,40})$"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WORDS = re.compile(
    r"(?P<month>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>(?:19|20)\d\d)"
    r"|(?P<day2>\d{1,2})\s+(?P<month2>[A-Za-z]{3,9})\.?,?\s+(?P<year2>(?:19|20)\d\d)"
)
_JUCHE = re.compile(r"\(?Juche\s?(?P<juche>\d{2,3})\.(?P<month>\d{1,2})\.(?P<day>\d{1,2})\.?\)?")


def find_stated_date(
    page: Page, dateline: Dateline | None, beside: StoryDate = UNDATED
) -> StoryDate:
    """Give the day of publication: that which the reader gave, the page states, else the one that stands beside."""
    own = _own_date(page, dateline)
    own = beside if own.basis is Basis.UNKNOWN else own
    return _given(page.published, own) if page.published else own


def _given(published: str, own: StoryDate) -> StoryDate:
    """Give the day that the reader gave, with the page's own where that is another one."""
    given = _stated(published, "The reader gave the date.")
    if not given.value or not own.value or When(given.value).could_be(When(own.value)):
        return given
    reasons = (*given.reasons, f"The page itself says {own.value}: {' '.join(own.reasons)}")
    return replace(given, reasons=reasons, page_says=own.value)


def _own_date(page: Page, dateline: Dateline | None) -> StoryDate:
    if page.date:
        return _stated(page.date, "The date came with the story.")
    if dateline and dateline.date and (found := read_date(dateline.date)):
        return _stated(found, f"The dateline gives {dateline.date}.")
    if (line := _LINE.search(page.text)) and (found := read_date(line["date"])):
        return _stated(found, f'A line of the page says "{line[0].strip()}".')
    if (juche := _JUCHE.search(page.text)) and (found := _juche(juche)):
        return _stated(found, f"The page is stamped {juche[0]}.")
    return UNDATED


def read_date(words: str) -> str | None:
    """Give the ISO date that words name in full ("May 4, 2022", "2022-05-04"), or None."""
    if match := _ISO.match(words):
        return _iso(match[1], match[2], match[3]) if match[3] else _month(match[1], match[2])
    match = _WORDS.search(words)
    if match is None:
        return None
    month = (match["month"] or match["month2"])[:3].casefold()
    if month not in _MONTHS:
        return None
    number = _MONTHS.index(month) + 1
    return _iso(match["year"] or match["year2"], number, match["day"] or match["day2"])


def _stated(value: str, reason: str) -> StoryDate:
    found = read_date(value)
    if found is None:
        return UNDATED
    return StoryDate(
        value=found,
        precision="day" if len(found) == 10 else "month",
        basis=Basis.STATED,
        reasons=(reason,),
    )


def _juche(match: re.Match[str]) -> str | None:
    # Juche 1 is 1912.
    return _iso(int(match["juche"]) + 1911, match["month"], match["day"])


def _iso(year: int | str, month: int | str, day: int | str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _month(year: str, month: str) -> str | None:
    return f"{year}-{month}" if 1 <= int(month) <= 12 else None
