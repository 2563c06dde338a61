"""Tells which language a text is in, and which stretches of it are in another than English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from penholder.model.span import Span
from penholder.model.story import Foreign
from penholder.read.tongues import (
    ENGLISH,
    OTHER,
    UNKNOWN,
    english_words,
    is_other,
    tell,
    told_words,
)

# Characters that are looked at where the whole is not needed: more changes nothing.
_SAMPLE = 4000
_BEGINNING = 400
# Words that no other language shares, and characters to one of them: news prose has one in 25, and
# pages full of names and markup one in 100.
_ONLY_ENGLISH = (" the ", " of ", " and ", " that ", " with ", " was ", " said ", " from ")
_TO_ONE = 150
# Ends of lines and of sentences.
_BREAK = re.compile(r"[\r\n.!?…。！？؟।](?:\s+|(?<![.!?…]))")
_SCRIPT = re.compile(r"<(?=(?:script|style)\b)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>?")
# Small letters' words without one of English from which a text is in some other language.
_MANY = 60


def read_language(text: str) -> str:
    """Give the code of the language that most of a text's beginning is in; "und": it cannot be told."""
    sample = text[:_SAMPLE]
    if sum(map(sample.count, _ONLY_ENGLISH)) * _TO_ONE >= max(len(sample), _TO_ONE):
        return ENGLISH
    if "</" in sample:
        sample = _without_markup(text[: 20 * _SAMPLE])[:_SAMPLE]
    return main_language(sample, find_foreign(sample), Span(0, len(sample)))


def _without_markup(text: str) -> str:
    first, *scripts = _SCRIPT.split(text)
    return _TAG.sub(" ", first + "".join(script.partition("</")[2] for script in scripts))


def find_foreign(text: str) -> tuple[Foreign, ...]:
    """Give the stretches of a text in other languages than English, in reading order.

    What cannot be told (a name, a number) is foreign where what stands before and after it is.
    """
    ends = _ends(text)
    told = [tell(text[start:end]) for start, end in pairwise(ends)]
    if all(code == UNKNOWN for code in told):
        told = [_by_lack_of_english(text)] * len(told)
    return tuple(_joined(ends, _filled(told)))


def main_language(text: str, foreign: Sequence[Foreign], body: Span) -> str:
    """Give the language of most of the body; English where half of it is."""
    counts: Counter[str] = Counter()
    for one in foreign:
        if body.overlaps(one.span):
            counts[one.language] += min(one.span.end, body.end) - max(one.span.start, body.start)
    code, most = max(counts.items(), key=lambda one: one[1], default=(UNKNOWN, 0))
    rest = body.end - body.start - counts.total()
    if most > rest:
        return code
    sample = body.of(text)[:_SAMPLE]
    begins = sample[:_BEGINNING].rpartition(" ")[0]  # mostly enough
    return ENGLISH if _has_english(begins) or _has_english(sample) else UNKNOWN


def _has_english(text: str) -> bool:
    return english_words(told_words(text)) >= 1


def _ends(text: str) -> list[int]:
    """Give where the sentences and lines of a text begin and end."""
    ends = [0, *(match.end() for match in _BREAK.finditer(text))]
    return ends if ends[-1] == len(text) else [*ends, len(text)]


def _by_lack_of_english(text: str) -> str:
    words = told_words(text[:_SAMPLE])
    return OTHER if len(words) >= _MANY and not english_words(words) else UNKNOWN


def _filled(told: Sequence[str]) -> list[str]:
    """Give each piece's language; one that does not tell goes with what stands around it, else with English."""
    before = _carried(told)
    after = _carried(told[::-1])[::-1]
    return [_within(*sides) for sides in zip(before, after, strict=True)]


def _within(before: str, after: str) -> str:
    if after in {before, UNKNOWN}:
        return before
    return after if before == UNKNOWN else ENGLISH


def _carried(told: Sequence[str]) -> list[str]:
    """Give for each piece the language told last."""
    carried, last = [], UNKNOWN
    for code in told:
        last = code if code != UNKNOWN else last
        carried.append(last)
    return carried


def _joined(ends: Sequence[int], told: Sequence[str]) -> Iterator[Foreign]:
    """Yield each stretch that is not English, in the language that most of it is in."""
    both = zip(pairwise(ends), told, strict=True)
    for foreign, group in groupby(both, key=lambda one: is_other(one[1])):
        if not foreign:
            continue
        run = list(group)
        counts: Counter[str] = Counter()
        for (start, end), code in run:
            counts[code] += end - start
        span = Span(run[0][0][0], run[-1][0][1])
        yield Foreign(span=span, language=counts.most_common(1)[0][0])
