"""Finds the words that say when, in the title and the body of a story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from penholder.find.times.anchor import Anchor
from penholder.find.times.readers import READERS, Place, Read, Reader
from penholder.model.span import Span
from penholder.model.story import Story
from penholder.model.when import TimeExpression, When
from penholder.tables.load import load_toml

# Words shortly before a weekday or a month that make it lie ahead of the story.
_AHEAD = re.compile(
    r"\b(?:will|scheduled\s+(?:for|to)|set\s+for|due|expected|upcoming|plans?\s+to|going\s+to|is\s+to|are\s+to|slated)\b"
    r"[^.;]{0,45}$",
    re.IGNORECASE,
)
_REACH = 60


@dataclass(frozen=True, slots=True)
class _Row:
    pattern: re.Pattern[str]
    reader: Reader


def find_times(story: Story) -> tuple[TimeExpression, ...]:
    """Give each time expression of the title and the body, in reading order."""
    anchor = Anchor.of(story.date)
    title = story.text.find(story.title) if story.title else -1
    stretches = [story.body]
    if title >= 0 and title + len(story.title or "") <= story.body.start:
        stretches.insert(0, Span(title, title + len(story.title or "")))
    return tuple(time for stretch in stretches for time in find_in(story.text, stretch, anchor))


def find_in(text: str, stretch: Span, anchor: Anchor) -> Iterator[TimeExpression]:
    """Yield the time expressions of a stretch, the longest where several overlap."""
    done, told = stretch.start, anchor
    for start, end, row, match in sorted(_candidates(text, stretch), key=_by_place):
        if start < done:
            continue
        ahead = bool(_AHEAD.search(text, max(stretch.start, start - _REACH), start))
        if read := row.reader(match, Place(anchor, ahead, told)):
            done, told = end, _told(read, told)
            yield TimeExpression(
                span=Span(start, end),
                text=match[0],
                value=read.value,
                kind=read.kind,
                mod=read.mod,
            )


def _told(read: Read, before: Anchor) -> Anchor:
    """Give the first day of the date just told, for words that look back to it."""
    days = When(read.value).days() if read.kind in {"date", "time"} else None
    return Anchor(days[0]) if days else before


def _by_place(candidate: tuple[int, int, _Row, re.Match[str]]) -> tuple[int, int]:
    return candidate[0], -candidate[1]


def _candidates(text: str, stretch: Span) -> Iterator[tuple[int, int, _Row, re.Match[str]]]:
    for row in _rows():
        for match in row.pattern.finditer(text, stretch.start, stretch.end):
            yield match.start(), match.end(), row, match


@cache
def _rows() -> tuple[_Row, ...]:
    table = load_toml("times")
    return tuple(
        _Row(_compiled(row["pattern"], cased=row.get("cased", False)), READERS[row["read"]])
        for row in table["time"]
    )


def _compiled(source: str, *, cased: bool) -> re.Pattern[str]:
    for name, part in load_toml("times")["macros"].items():
        if cased and name in {"MONTH", "WEEKDAY"}:
            part = f"(?-i:{part})"  # noqa: PLW2901  "may", "march" and "sun" are other words
        source = source.replace(f"{{{name}}}", part)
    source = source.replace(" ?", r"\s?").replace(" ", r"\s+")
    return re.compile(rf"(?<![\w$€£-])(?:{source})(?!\w)", re.IGNORECASE)
