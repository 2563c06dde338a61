"""What a line of flattened text looks like, as numbers: its words, its neighbours, its place on the page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from penholder.read.line_words import kinds_of_line, line_kinds

# Characters from which a line with the end of a sentence is a paragraph, and from which any line is.
_PROSE, _SURELY_PROSE = 60, 200
_END = re.compile(r"[.!?…。！？।:][\"”’'»)\]]*$")
_STOPS = re.compile(r"[.!?…。！？।][\"”’'»)\]]*(?:\s|$)")
_WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u9fff\uac00-\ud7af]{2}")
_DIGIT = re.compile(r"\d")
_BULLET = re.compile(r"(?:[*+•·\-–|›»>#]|o|\d{1,2}\.)\s")
_SAMPLE = 120  # characters whose digits and capitals are counted
# Lines before and after one whose prose is weighed.
_NEAR, _FAR = 3, 12
# What a line that is no prose takes from a stretch of prose, in characters: so many menu lines
# in a row end a story as one paragraph makes up for.
_COST = 45
_STEPS = (-3, -2, -1, 1, 2, 3)
# Kinds of lines that tell what stands before and after a story.
_MARKS = ("end", "teaser", "stamp", "byline", "comments", "copyright", "share", "offer")


@dataclass(frozen=True, slots=True)
class _Text:
    """What the lines of a text are together."""

    lines: Sequence[str]
    sizes: list[int]
    ends: list[bool]
    prose: list[int]  # characters of prose of each line, else 0
    so_far: list[int]
    kinds: list[int]
    first: int  # the stretch with most prose
    last: int
    clusters: list[tuple[int, int]]  # lines and characters of prose that stand together with each
    repeated: Counter[str]
    vocabulary: Counter[str]
    used: list[frozenset[str]]
    topics: list[float]  # share of the words of each line that the story's first paragraphs use
    names: list[float]  # share of its words in capitals that the story has used before
    paragraphs: list[int]  # where the lines of prose stand
    marks: list[list[int]]  # for each kind of _MARKS, where the last such line stood


def line_features(lines: Sequence[str]) -> list[list[float]]:
    """Give the numbers of each line of a text."""
    text = _survey(lines)
    return [_row(text, place) for place in range(len(lines))]


def _survey(lines: Sequence[str]) -> _Text:
    sizes = [len(line) for line in lines]
    ends = [bool(_END.search(line[-12:])) for line in lines]
    prose = [
        size if size >= _SURELY_PROSE or (size >= _PROSE and end) else 0
        for size, end in zip(sizes, ends, strict=True)
    ]
    first, last = densest(prose)
    used = [frozenset(_WORD.findall(line.casefold())) for line in lines]
    vocabulary: Counter[str] = Counter()
    for place in range(first, last + 1):
        if prose[place]:
            vocabulary.update(used[place])
    kinds = [kinds_of_line(line) for line in lines]
    paragraphs = [place for place, size in enumerate(prose) if size]
    topic = _topic(paragraphs, used, first)
    return _Text(
        lines=lines,
        sizes=sizes,
        ends=ends,
        prose=prose,
        so_far=[0, *accumulate(prose)],
        kinds=kinds,
        first=first,
        last=last,
        clusters=_clusters(prose),
        repeated=Counter(lines),
        vocabulary=vocabulary,
        used=used,
        topics=[len(words & topic) / len(words) if words else 0.0 for words in used],
        names=_names(lines, first),
        paragraphs=paragraphs,
        marks=[_last_of(kinds, 1 << line_kinds().index(kind)) for kind in _MARKS],
    )


# Paragraphs from which a story's topic is told, and those before and after a line that are weighed.
_OPENING, _AHEAD = 8, 6
_NAME = re.compile(r"\b[A-ZÀ-ÖØ-Þ][^\W\d_]{2,}")


def _topic(paragraphs: Sequence[int], used: Sequence[frozenset[str]], first: int) -> frozenset[str]:
    """Give the words of the paragraphs that open the story."""
    opening = [place for place in paragraphs if place >= first][:_OPENING]
    return frozenset().union(*(used[place] for place in opening))


def _names(lines: Sequence[str], first: int) -> list[float]:
    """Give the share of each line's capitalised words that the story has used before it."""
    seen: set[str] = set()
    shares = []
    for place, line in enumerate(lines):
        names = set(_NAME.findall(line))
        shares.append(len(names & seen) / len(names) if names else -1.0)
        if place >= first:
            seen |= names
    return shares


def densest(prose: Sequence[int]) -> tuple[int, int]:
    """Give the first and last line of the stretch with most prose for its other lines."""
    best, best_span, total, start = 0, (0, max(0, len(prose) - 1)), 0, 0
    for place, size in enumerate(prose):
        total += size or -_COST
        if total <= 0:
            total, start = 0, place + 1
        elif total > best:
            best, best_span = total, (start, place)
    return best_span


def _clusters(prose: Sequence[int]) -> list[tuple[int, int]]:
    """Give for each line the paragraphs, and their characters, with at most three lines between."""
    found = [(0, 0)] * len(prose)
    group: list[int] = []
    for place in [*(place for place, size in enumerate(prose) if size), len(prose) + 9]:
        if group and place - group[-1] > 3:
            told = (len(group), sum(prose[one] for one in group))
            for one in range(group[0], group[-1] + 1):
                found[one] = told
            group = []
        group.append(place)
    return found


def _last_of(kinds: Sequence[int], bit: int) -> list[int]:
    """Give for each line where the last line of a kind before it stands; -1: nowhere."""
    last, found = -1, []
    for place, one in enumerate(kinds):
        found.append(last)
        if one & bit:
            last = place
    return found


def _row(text: _Text, place: int) -> list[float]:
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


def _of_words(text: _Text, place: int) -> tuple[float, ...]:
    line, size, used = text.lines[place], text.sizes[place], text.used[place]
    own = 1 if text.prose[place] and text.first <= place <= text.last else 0
    known = sum(text.vocabulary[word] > own for word in used)
    return (
        size,
        line.count(" ") + 1,
        text.ends[place],
        len(_STOPS.findall(line)),
        line.count(",") + line.count("，") + line.count("、"),
        len(_DIGIT.findall(line, 0, _SAMPLE)) / min(size, _SAMPLE),
        sum(map(str.isupper, line[:_SAMPLE])) / min(size, _SAMPLE),
        line[0].islower(),
        line.count('"') + line.count("“") + line.count("„") + line.count("«"),
        known / len(used) if used else 0.0,
        known,
        bool(_BULLET.match(line)),
        text.repeated[line] > 1,
        line.count("|"),
    )


def _of_place(text: _Text, place: int) -> tuple[float, ...]:
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


def _of_neighbours(text: _Text, place: int) -> list[float]:
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


def _of_paragraphs(text: _Text, place: int) -> tuple[float, ...]:
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
