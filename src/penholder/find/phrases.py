"""Turns table phrases into patterns that match however a page breaks its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

# Hyphens and spaces trade places in print ("short-range", "short range"), and lines are wrapped.
_GAP = r"[\s\-\u2010\u2011]+"


def pattern_of(phrase: str) -> str:
    """Give the regular expression of a phrase, its words joined by any run of space or hyphen."""
    return _GAP.join(re.escape(word) for word in re.split(r"[\s\-]+", phrase.strip()))


def any_of(phrases: Iterable[str], *, plural: bool = False) -> str:
    """Give one pattern for all phrases as whole words; the longest that fits is taken.

    Phrases share their beginnings (a trie), so that a thousand of them cost little more than one.
    """
    trie = _Trie()
    for phrase in phrases:
        trie.add(phrase)
    ending = r"(?:e?s)?" if plural else ""
    return rf"(?<!\w){trie.pattern()}{ending}(?!\w)"


def blanks(source: str) -> str:
    """Let each blank of a pattern match any run of blanks and line breaks."""
    return source.replace(" ?", r"\s?").replace(" ", r"\s+")


@dataclass(slots=True)
class _Trie:
    """A tree of characters; a gap between words is one character."""

    ends: bool = False
    branches: dict[str, _Trie] = field(default_factory=dict)

    def add(self, phrase: str) -> None:
        node = self
        for character in re.sub(r"[\s\-]+", " ", phrase.strip()):
            node = node.branches.setdefault(character, _Trie())
        node.ends = True

    def pattern(self) -> str:
        parts = [
            (_GAP if character == " " else re.escape(character)) + node.pattern()
            for character, node in sorted(self.branches.items())
        ]
        if not parts:
            return ""
        if len(parts) == 1 and not self.ends:
            return parts[0]
        return f"(?:{'|'.join(parts)})" + ("?" if self.ends else "")
