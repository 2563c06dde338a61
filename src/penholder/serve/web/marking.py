"""Cuts a story's text into segments, each with all that was found in it: what a page marks is always the exact words."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

# Characters of text on one page, and bytes of it with all that is found in it: a page has some 40 KB more at most.
_LONGEST, _HEAVIEST = 30_000, 150_000
# Bytes that are left to a part whatever stands beside it.
_LEAST = 30_000
# What can be found in a story: the key of the contract, and the letter of its ids on the page ("s3").
_LETTERS = {"claims": "c", "statements": "s", "quotes": "q", "times": "t", "names": "n"}
# Bytes that each takes with its note and its mark, measured on the stories of the scoreboard; the longest take more.
_WEIGHTS = {"claims": 1_200, "statements": 700, "quotes": 500, "times": 90, "names": 90}


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A run of text in which the same things stand."""

    text: str
    is_body: bool
    is_caption: bool
    marks: tuple[str, ...]  # ids of what stands here: "c0", "s3", "n12"
    begins: tuple[str, ...]  # those of them whose first segment it is

    @property
    def classes(self) -> str:
        """Give the letters of what stands here, for the style sheet: "m c s"."""
        letters = sorted({mark[0] for mark in self.marks})
        return " ".join(["m", *letters]) if letters else ""


def find_parts(told: Mapping[str, Any], beside: int = 0) -> tuple[tuple[int, int], ...]:
    """Give the stretches in which a page shows a story, each but the last as heavy as pages may be and cut at a line's end.

    Of what a page may weigh, `beside` are the bytes of what it shows in each part.
    """
    text, weights = told["story"]["text"], _weights(told)
    edges, room = [0], max(_LEAST, _HEAVIEST - beside)
    while (most := _reach(edges[-1], weights, room)) < len(text):
        end = text.rfind("\n", edges[-1] + 1, most) + 1
        edges.append(end or most)
    return tuple(zip(edges, [*edges[1:], len(text)], strict=True))


def _weights(told: Mapping[str, Any]) -> list[tuple[int, int]]:
    """Give where each find begins and how much it weighs, in reading order."""
    return sorted(
        (one["span"][0], weight) for key, weight in _WEIGHTS.items() for one in told.get(key, ())
    )


def _reach(first: int, weights: Sequence[tuple[int, int]], room: int) -> int:
    """Give how far a part can go that begins at a place."""
    whole = 0
    for start, weight in weights[bisect_left(weights, (first, 0)) :]:
        whole += weight
        if start - first > _LONGEST or start - first + whole > room:
            return max(first + 1, min(start, first + _LONGEST))
    return first + _LONGEST


def find_segments(told: Mapping[str, Any], first: int, last: int) -> Iterator[Segment]:
    """Yield the segments between two places of a story, given by the contract; joined they are its text."""
    story = told["story"]
    spans = _spans(told)
    captions = [span for caption in story["captions"] for span in caption["spans"]]
    lines = [(start, stop) for start, stop in (story["body"], *captions)]
    text, starts = story["text"], _starting(spans)
    ends = _starting((mark, (stop, start)) for mark, (start, stop) in spans)
    standing: list[str] = []
    for start, stop in _cuts((0, first, last, len(text)), [*(span for _, span in spans), *lines]):
        standing = [one for one in standing if one not in ends.get(start, ())]
        standing += starts.get(start, ())
        if not first <= start < last:
            continue
        yield Segment(
            text=text[start:stop],
            is_body=_is_in(start, [story["body"]]),
            is_caption=_is_in(start, captions),
            marks=tuple(standing),
            begins=tuple(starts.get(start, ())),
        )


def place_of(told: Mapping[str, Any], mark: str) -> int | None:
    """Give where in the text a mark ("s3") begins; None: the story has none such."""
    keys = {letter: key for key, letter in _LETTERS.items()}
    found = told.get(keys.get(mark[:1], ""), ())
    place = int(mark[1:])
    return found[place]["span"][0] if place < len(found) else None


def _spans(told: Mapping[str, Any]) -> list[tuple[str, tuple[int, int]]]:
    return [
        (f"{letter}{place}", (one["span"][0], one["span"][1]))
        for key, letter in _LETTERS.items()
        for place, one in enumerate(told.get(key, ()))
        if one["span"][0] < one["span"][1]
    ]


def _starting(spans: Iterable[tuple[str, tuple[int, int]]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for mark, (start, _) in spans:
        found[start].append(mark)
    return found


def _cuts(ends: Iterable[int], spans: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    edges = sorted({*ends, *(edge for span in spans for edge in span)})
    yield from pairwise(edges)


def _is_in(place: int, spans: Iterable[Sequence[int]]) -> bool:
    return any(start <= place < stop for start, stop in spans)
