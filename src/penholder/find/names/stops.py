"""Where sentences begin, roughly and fast: names look back over many of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STOP = re.compile(r"[.!?][\"”’]?\s+(?=[\"“A-Z])|\n")
# Titles and initials before a stop that ends no sentence: "Mr. Pak", "John R. Bolton", "U.S. Treasury".
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Adm|Sen|Rep|Amb|Lt|Col|St|No)|\b[A-Z]|[A-Z]\.[A-Z])$"
)
# Characters: sentences of news are hardly longer.
_LONGEST = 700


def sentence_starts(text: str, offset: int, number: int) -> Iterator[int]:
    """Yield where the sentence of an offset begins, then the ones before it, at most `number`."""
    end = offset
    for _ in range(number):
        start = start_of_sentence(text, end)
        yield start
        if start == 0:
            return
        end = _before_blanks(text, start)  # over the blank lines between paragraphs


def _before_blanks(text: str, offset: int) -> int:
    while offset and text[offset - 1].isspace():
        offset -= 1
    return offset


def start_of_sentence(text: str, offset: int) -> int:
    """Give where the sentence begins that an offset stands in."""
    first = max(0, offset - _LONGEST)
    stops = _STOP.finditer(text, first, offset + 1)  # what begins at the offset itself, too
    ends = [stop.end() for stop in stops if stop.end() <= offset and not _is_short(text, stop)]
    return ends[-1] if ends else first


def _is_short(text: str, stop: re.Match[str]) -> bool:
    return text[stop.start()] == "." and bool(_SHORT.search(text[: stop.start()][-8:]))
