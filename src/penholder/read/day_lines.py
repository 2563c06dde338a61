"""Reads the day on a line by itself near the headline, by which flattened pages say when they were published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from penholder.model.span import Span
from penholder.model.story import UNDATED, Basis, StoryDate
from penholder.read.dates import read_date
from penholder.tables.load import load_toml

_DAY = re.compile(
    r"(?<!\w)(?:[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)"
)
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d){1,2}\s*(?:[ap]\.?m\b)?|\b\d{1,2}\s*[ap]\.?m\b", re.IGNORECASE
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_LONGEST = 90  # characters of such a line
# Lines below the headline, of those that are not blank. On the flattened pages of the gold the day of publication
# stands among eight; farther down begin to stand those of other stories. Above the headline stands, beyond one line,
# the day of the visit.
_BELOW, _ABOVE = 8, 1
_REACH = 4000  # characters in which so many lines stand
# Different days that a story may hold by themselves: that of publication and that of an update.
_UPDATES = 2
_HEAD = 40  # characters by which a headline is found, for it may go over several lines


def find_day_line(text: str, title: str | None, body: Span) -> StoryDate:
    """Give the day that a line by itself near the headline names, below it or right above; without a headline, at the top."""
    start = _headline_at(text, title, body) if title else 0
    if start < 0 or _is_a_chronicle(text[start : body.end]):
        return UNDATED
    below = islice(
        _lines(text[start : min(start + _REACH, body.end)]), 1 if title else 0, _BELOW + 1
    )
    above = islice(_lines_up(text[max(0, start - _REACH) : start]), _ABOVE)
    return next(_days(below), None) or next(_days(above, with_weekday=False), UNDATED)


def read_day_line(line: str) -> str | None:
    """Give the day of a line that says nothing else, or None; of two, the one before that of an update."""
    days = _DAY.findall(line) if len(line) <= _LONGEST else []
    rest = _CLOCK.sub(" ", _DAY.sub(" ", line)) if days else ""
    if not days or _WORD.search(_words("words").sub(" ", rest)):
        return None
    if len(days) > 1 and not _words("later").search(rest):
        return None
    return read_date(_ORDINAL.sub("", days[0]))


_WORD = re.compile(r"\w")


@cache
def _words(key: str) -> re.Pattern[str]:
    words = sorted(load_toml("day_lines")["day"][key], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _days(lines: Iterator[str], *, with_weekday: bool = True) -> Iterator[StoryDate]:
    for line in lines:
        day = read_day_line(line)
        if day and (with_weekday or "day" not in line.casefold()):
            reason = f'A line near the headline says "{line.strip()}".'
            yield StoryDate(value=day, precision="day", basis=Basis.STATED, reasons=(reason,))


def _is_a_chronicle(story: str) -> bool:
    """Say whether days head the paragraphs of a story: none of them is that of publication."""
    return len({day for line in _lines(story) if (day := read_day_line(line))}) > _UPDATES


def _headline_at(text: str, title: str, body: Span) -> int:
    """Give where the headline stands last before the body; -1: it does not stand there."""
    head = title.split("\n", 1)[0][:_HEAD]
    return text.rfind(head, 0, body.start + len(head) + 1)


def _lines(text: str) -> Iterator[str]:
    return (line for line in text.split("\n") if line.strip())


def _lines_up(text: str) -> Iterator[str]:
    return (line for line in reversed(text.split("\n")) if line.strip())
