"""Tells how a vote went, by the words of its sentence: "adopted", "vetoed", "failed"."""

from __future__ import annotations

import re

_WORDS = {
    "vetoed": re.compile(r"\bveto(?:es|ed|ing)?\b(?!-)|\bblocked\b|\bdoomed\b", re.IGNORECASE),
    "adopted": re.compile(r"\b(?:adopt|approv|pass|endors)(?:ed|es|ing|s)\b", re.IGNORECASE),
    "failed": re.compile(
        r"\b(?:fail(?:ed|s)?|reject(?:ed|s)?|defeat(?:ed|s)?|fell\s+short|voted\s+down)\b",
        re.IGNORECASE,
    ),
}
# "Was not adopted", "would have passed", "threatened to veto".
_UNDONE = re.compile(
    r"\b(?:not|never|would|could|refus\w+|declin\w+|threat\w*|urg\w+|agree\w*|hop\w+)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)


def outcome_told(words: str) -> str | None:
    """Give the outcome that a sentence tells, or None where it tells none or two."""
    told = [
        outcome
        for outcome, pattern in _WORDS.items()
        if any(not _UNDONE.search(words[: match.start()]) for match in pattern.finditer(words))
    ]
    return told[0] if len(told) == 1 else None
