"""Which words of a list stand in a text, told by one pass over it (Aho and Corasick's automaton)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from ahocorasick_rs import AhoCorasick

from penholder.tables.load import load_toml

# Bits of hints, any of which will do; a text that lacks one of these altogether cannot match.
Needs = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hints:
    """Words, each with its bit; a word is seen within longer ones too ("test" in "latest")."""

    automaton: AhoCorasick
    bits: dict[str, int]

    @classmethod
    def of(cls, words: Iterable[str]) -> Hints:
        """Give a bit to each word; none is empty. Capitals count: words and texts are given alike."""
        listed = sorted(set(words))
        return cls(AhoCorasick(listed), {word: 1 << place for place, word in enumerate(listed)})

    def seen_in(self, text: str) -> int:
        """Give the bits of the words that stand in a text."""
        seen = 0
        for place, _, _ in self.automaton.find_matches_as_indexes(text, overlapping=True):
            seen |= 1 << place
        return seen

    def any_of(self, words: Iterable[str]) -> int:
        """Give the bits of some of the words together."""
        joined = 0
        for word in words:
            joined |= self.bits[word]
        return joined


@cache
def needs_of(sort: str, row: str, place: int = 0) -> Needs:
    """Give what a text must hold for a pattern of a row to match: ("claim", "nth"), its first one."""
    patterns = load_toml("hints")[sort].get(row, ())
    return tuple(map(_hints().any_of, patterns[place])) if place < len(patterns) else ()


# Sentences of a long story.
@lru_cache(maxsize=1024)
def seen_in(text: str, start: int, end: int) -> int:
    """Give the bits of the hints that stand between two offsets."""
    return _hints().seen_in(text[start:end].casefold())


def may_match(needs: Needs, seen: int) -> bool:
    """Say whether a text in which these hints were seen may hold a match."""
    for need in needs:  # noqa: SIM110  (asked of each row in each sentence, and all() takes thrice as long)
        if not seen & need:
            return False
    return True


@cache
def _hints() -> Hints:
    rows = chain.from_iterable(table.values() for table in load_toml("hints").values())
    lists = chain.from_iterable(chain.from_iterable(rows))
    return Hints.of(chain.from_iterable(lists))
