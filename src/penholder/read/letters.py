"""What the letters and marks of some words look like, as numbers for the trees that read pages."""

from __future__ import annotations

import re
import string

_STOPS = re.compile(r"[.!?…。！？।][\"”’'»)\]]*(?:\s|$)")
_DIGIT = re.compile(r"\d")
_SAMPLE = 120  # characters whose digits and capitals are counted
_ELSE = re.compile(r"[^\x00-\x7f]+")
_DIGITS, _CAPITALS = string.digits.encode(), string.ascii_uppercase.encode()


def of_letters(words: str) -> tuple[float, ...]:
    """Give numbers of sentence ends and commas, shares of digits and capitals, a small letter first, quotation marks.

    Their order is that in which the trees were taught.
    """
    sample = words[:_SAMPLE]
    few = len(sample)
    plain = sample.encode("ascii", "ignore")  # counted sooner, and mostly all there is
    rest = "" if len(plain) == few else "".join(_ELSE.findall(sample))
    return (
        len(_STOPS.findall(words)),
        words.count(",") + words.count("，") + words.count("、"),
        (_count(plain, _DIGITS) + len(_DIGIT.findall(rest))) / few,
        (_count(plain, _CAPITALS) + sum(map(str.isupper, rest))) / few,
        words[0].islower(),
        words.count('"') + words.count("“") + words.count("„") + words.count("«"),
    )


def _count(plain: bytes, letters: bytes) -> int:
    return len(plain) - len(plain.translate(None, letters))
