"""What the letters and marks of some words look like, as numbers for the trees that read pages."""

from __future__ import annotations

import re

_STOPS = re.compile(r"[.!?…。！？।][\"”’'»)\]]*(?:\s|$)")
_DIGIT = re.compile(r"\d")
_SAMPLE = 120  # characters whose digits and capitals are counted


def of_letters(words: str) -> tuple[float, ...]:
    """Give numbers of sentence ends and commas, shares of digits and capitals, a small letter first, quotation marks.

    Their order is that in which the trees were taught.
    """
    sample = words[:_SAMPLE]
    few = len(sample)
    return (
        len(_STOPS.findall(words)),
        words.count(",") + words.count("，") + words.count("、"),
        len(_DIGIT.findall(sample)) / few,
        sum(map(str.isupper, sample)) / few,
        words[0].islower(),
        words.count('"') + words.count("“") + words.count("„") + words.count("«"),
    )
