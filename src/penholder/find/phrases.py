"""Turns table phrases into patterns that match however a page breaks its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Hyphens and spaces trade places in print ("short-range", "short range"), and lines are wrapped.
_GAP = r"[\s\-\u2010\u2011]+"


def pattern_of(phrase: str) -> str:
    """Give the regular expression of a phrase, its words joined by any run of space or hyphen."""
    return _GAP.join(re.escape(word) for word in re.split(r"[\s\-]+", phrase.strip()))


def any_of(phrases: Iterable[str], *, plural: bool = False) -> str:
    """Give one alternation of all phrases, longest first, as whole words."""
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    ending = r"(?:e?s)?" if plural else ""
    return r"(?<!\w)(?:" + "|".join(map(pattern_of, longest_first)) + rf"){ending}(?!\w)"
