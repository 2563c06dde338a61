"""What the lines of a flattened page are together: where its prose stands and what it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from penholder.read.clues import ends_sentence, vocabulary
from penholder.read.line_words import kinds_of_line, line_kinds

# Characters from which a line with the end of a sentence is a paragraph, and from which any line is.
_PROSE, _SURELY_PROSE = 60, 200
# What a line that is no prose takes from a stretch of prose, in characters: so many menu lines
# in a row end a story as one paragraph makes up for.
_COST = 45
# Kinds of lines that tell what stands before and after a story.
MARKS = ("end", "teaser", "stamp", "byline", "comments", "copyright", "share", "offer")


@dataclass(frozen=True, slots=True)
class LineSurvey:
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
    marks: list[list[int]]  # for each kind of MARKS, where the last such line stood


def survey_lines(lines: Sequence[str]) -> LineSurvey:
    """Give what the lines of a text are together."""
    sizes = [len(line) for line in lines]
    ends = [ends_sentence(line) for line in lines]
    prose = [
        size if size >= _SURELY_PROSE or (size >= _PROSE and end) else 0
        for size, end in zip(sizes, ends, strict=True)
    ]
    first, last = densest(prose)
    used = [frozenset(vocabulary(line)) for line in lines]
    said: Counter[str] = Counter()
    for place in range(first, last + 1):
        if prose[place]:
            said.update(used[place])
    kinds = [kinds_of_line(line) for line in lines]
    paragraphs = [place for place, size in enumerate(prose) if size]
    topic = _topic(paragraphs, used, first)
    return LineSurvey(
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
        vocabulary=said,
        used=used,
        topics=[len(words & topic) / len(words) if words else 0.0 for words in used],
        names=_names(lines, first),
        paragraphs=paragraphs,
        marks=[_last_of(kinds, 1 << line_kinds().index(kind)) for kind in MARKS],
    )


# Paragraphs from which a story's topic is told.
_OPENING = 8
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
