"""A first scan: may a page be about the beat, a weapons test or what the Security Council did?

It reads the raw text once, before anything else is done with it, and is meant to let too much through rather than
too little. `find.beat` tells later what a story is about.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from penholder.tables.load import load_toml

Places = Mapping[str, Sequence[int]]  # group of words → offsets at which one begins, in order


@dataclass(frozen=True, slots=True)
class _Rule:
    id: str
    groups: tuple[str, ...]
    within: int  # characters between the beginnings of words of the groups


@dataclass(frozen=True, slots=True)
class _Lexicon:
    automaton: AhoCorasick
    words: tuple[tuple[str, tuple[str, ...]], ...]  # each with its groups; (): something else
    rules: tuple[_Rule, ...]


def is_relevant(text: str) -> bool:
    """Say whether a page may tell of a weapons test, or of what the Security Council did."""
    return why_relevant(text) is not None


def why_relevant(text: str) -> str | None:
    """Give the id of the first rule by which a page passes, or None."""
    places = _places(text)
    return next((rule.id for rule in _lexicon().rules if _holds(rule, places)), None)


def _holds(rule: _Rule, places: Places) -> bool:
    """Say whether a word of each group stands close enough to one of the first group."""
    first, *others = (places.get(group, ()) for group in rule.groups)
    return any(all(_near(place, other, rule.within) for other in others) for place in first)


def _near(place: int, others: Sequence[int], within: int) -> bool:
    return bisect_left(others, place - within) < bisect_right(others, place + within)


def _places(text: str) -> Places:
    """Give where words of each group stand in a text; its blanks and hyphens are single spaces."""
    plain = " ".join(text.replace("-", " ").replace("‑", " ").replace("İ", "I").split())
    places: dict[str, list[int]] = defaultdict(list)
    for start, groups in _whole_words(plain):
        for group in groups:
            places[group].append(start)
    return places


def _whole_words(plain: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    lexicon, lower = _lexicon(), plain.lower()
    for number, start, end in lexicon.automaton.find_matches_as_indexes(lower):
        word, groups = lexicon.words[number]
        inside = lower[max(0, start - 1) : start].isalnum() or lower[end : end + 1].isalnum()
        if not (inside and word[-1].isalnum()) and _written_so(word, plain[start:end]):
            yield start, groups


def _written_so(word: str, found: str) -> bool:
    """Say whether words are written with the capitals that the table gives them: "UN", not "Un"."""
    return word == word.lower() or word == found


@cache
def _lexicon() -> _Lexicon:
    table = load_toml("relevance")
    groups: dict[str, tuple[str, ...]] = dict.fromkeys(table["other"]["words"], ())
    for group, words in table["words"].items():
        for word in words:
            groups[word] = (*groups.get(word, ()), group)
    return _Lexicon(
        automaton=AhoCorasick([word.lower() for word in groups], MatchKind.LeftmostLongest),
        words=tuple(groups.items()),
        rules=tuple(map(_rule, table["rule"])),
    )


def _rule(row: Mapping[str, Any]) -> _Rule:
    return _Rule(row["id"], tuple(row["all"]), row["within"])
