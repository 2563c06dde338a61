"""What a line of flattened text looks like, as numbers: its words, its neighbours, its place on the page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from penholder.read.letters import of_letters
from penholder.read.line_survey import LineSurvey, survey_lines
from penholder.read.line_words import line_kinds

_BULLET = re.compile(r"(?:[*+•·\-–|›»>#]|o|\d{1,2}\.)\s")
# Lines before and after one whose prose is weighed, paragraphs that are, and lines that are looked at.
_NEAR, _FAR, _AHEAD = 3, 12, 6
_STEPS = (-3, -2, -1, 1, 2, 3)


def line_features(lines: Sequence[str]) -> list[list[float]]:
    """Give the numbers of each line of a text."""
    text = survey_lines(lines)
    return [_row(text, place) for place in range(len(lines))]


def _row(text: LineSurvey, place: int) -> list[float]:
    return [
        *_of_words(text, place),
        *_bits(text.kinds[place], len(line_kinds())),
        *_of_place(text, place),
        *_of_neighbours(text, place),
        *_of_paragraphs(text, place),
        *(_clipped(place - marks[place]) if marks[place] >= 0 else 99 for marks in text.marks),
        *(marks[place] >= text.first for marks in text.marks),
    ]


@lru_cache(maxsize=20_000)
def _bits(value: int, count: int) -> tuple[float, ...]:
    return tuple(value >> bit & 1 for bit in range(count))


def _of_words(text: LineSurvey, place: int) -> tuple[float, ...]:
    line, size, used = text.lines[place], text.sizes[place], text.used[place]
    own = 1 if text.prose[place] and text.first <= place <= text.last else 0
    known = sum(text.vocabulary[word] > own for word in used)
    return (
        size,
        line.count(" ") + 1,
        text.ends[place],
        *of_letters(line),
        known / len(used) if used else 0.0,
        known,
        bool(_BULLET.match(line)),
        text.repeated[line] > 1,
        line.count("|"),
    )


def _of_place(text: LineSurvey, place: int) -> tuple[float, ...]:
    total = text.so_far[-1] or 1
    lines, chars = text.clusters[place]
    return (
        _clipped(place - text.first),
        _clipped(place - text.last),
        (text.so_far[text.last + 1] - text.so_far[text.first]) / total,
        text.so_far[place] / total,
        1 - text.so_far[place + 1] / total,
        place / len(text.lines),
        len(text.lines),
        total,
        lines,
        chars / total,
    )


def _clipped(distance: int) -> int:
    return max(-60, min(60, distance))


def _of_neighbours(text: LineSurvey, place: int) -> list[float]:
    row: list[float] = []
    count, so_far = len(text.lines), text.so_far
    for step in _STEPS:
        other = place + step
        if 0 <= other < count:
            row += (
                text.sizes[other],
                text.ends[other],
                text.prose[other] > 0,
                text.kinds[other] & 0xFFFF,
            )
        else:
            row += (-1, -1, -1, -1)
    for reach in (_NEAR, _FAR):
        row += (
            so_far[place] - so_far[max(0, place - reach)],
            so_far[min(count, place + 1 + reach)] - so_far[place + 1],
        )
    return row


def _of_paragraphs(text: LineSurvey, place: int) -> tuple[float, ...]:
    """Weigh the paragraphs before and from a line on: their topic, names, length and closeness."""
    middle = bisect_left(text.paragraphs, place)
    before = text.paragraphs[max(0, middle - _AHEAD) : middle]
    after = text.paragraphs[middle : middle + _AHEAD]
    return (
        text.topics[place],
        text.names[place],
        _mean(text.topics, before),
        _mean(text.topics, after),
        _mean(text.names, before),
        _mean(text.names, after),
        _mean(text.sizes, before),
        _mean(text.sizes, after),
        place - before[0] if before else 99,
        after[-1] - place if after else 99,
        middle - bisect_left(text.paragraphs, place - 10),
        bisect_left(text.paragraphs, place + 11) - middle,
        place - before[-1] if before else 99,
    )


def _mean(values: Sequence[float], places: Sequence[int]) -> float:
    return sum(values[place] for place in places) / len(places) if places else -1.0
