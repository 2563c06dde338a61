"""The rows of times.toml, found by the word with which a time may begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from penholder.find.times.read import Reader
from penholder.find.times.readers import READERS
from penholder.model.span import Span
from penholder.tables.load import load_toml

# Where a time may begin: at a word, at a number ("2017", "’90s"), and at the number behind a hyphen ("1995-96").
_START = re.compile(r"(?<![\w$€£-])(?:[A-Za-z]+|['’]?\d)|(?<=\d-)\d")
_DIGIT = "#"
# And where it may end: with the word, also where a page has lost the blank behind it ("That eveningMr. Kim").
_END = r"(?:(?!\w)|(?-i:(?<=[a-z])(?=[A-Z][a-z])))"


@dataclass(frozen=True, slots=True)
class Row:
    """A way of saying when, and its reader."""

    pattern: re.Pattern[str]
    reader: Reader


def matches_in(text: str, stretch: Span) -> Iterator[list[tuple[Row, re.Match[str]]]]:
    """Yield for each place where times may begin what matches there, the longest first."""
    starting = _rows_by_start()
    for start in _START.finditer(text, stretch.start, stretch.end):
        word = start[0]
        rows = starting.get(word.lower() if word[0].isalpha() else _DIGIT)
        if rows and (found := _matching(rows, text, start.start(), stretch.end)):
            yield found


def _matching(
    rows: tuple[Row, ...], text: str, start: int, end: int
) -> list[tuple[Row, re.Match[str]]]:
    found = [(row, match) for row in rows if (match := row.pattern.match(text, start, end))]
    return sorted(found, key=_length, reverse=True) if len(found) > 1 else found


def _length(found: tuple[Row, re.Match[str]]) -> int:
    return found[1].end()


@cache
def _rows_by_start() -> Mapping[str, tuple[Row, ...]]:
    starting: dict[str, list[Row]] = {}
    for row in load_toml("times")["time"]:
        made = Row(compiled(row["pattern"], cased=row.get("cased", False)), READERS[row["read"]])
        for word in dict.fromkeys(starts_of(row["starts"])):
            starting.setdefault(word, []).append(made)
    return {word: tuple(rows) for word, rows in starting.items()}


def starts_of(starts: str) -> Iterator[str]:
    """Yield the words, in lower case, with which a row may begin; "#" stands for a number."""
    groups = load_toml("times")["starts"]
    for word in starts.split():
        yield from groups[word].split() if word in groups else (word,)


def compiled(source: str, *, cased: bool) -> re.Pattern[str]:
    """Compile the pattern of a row; in `cased` rows months and weekdays need their capital."""
    for name, part in reversed(load_toml("times")["macros"].items()):
        if cased and name in {"MONTH", "WEEKDAY"}:
            part = f"(?-i:{part})"  # noqa: PLW2901  "may", "march" and "sun" are other words
        source = source.replace(f"{{{name}}}", part)
    source = source.replace(" ?", r"\s?").replace(" ", r"\s+")
    return re.compile(rf"(?:{source}){_END}", re.IGNORECASE)
