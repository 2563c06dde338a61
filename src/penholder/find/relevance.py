"""A first scan: may a page be about the beat, a weapons test or what the Security Council did?

It reads the raw text once, before anything else is done with it, and is meant to let too much through rather than
too little. `find.beat` tells later what a story is about.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from string import ascii_lowercase, ascii_uppercase
from typing import Any

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from penholder.tables.load import load_toml

Places = Mapping[str, Sequence[int]]  # group of words → offsets at which one begins, in order


# Hyphens, apostrophes and blanks beyond ASCII by the last of their bytes in UTF-8; the bytes before are left out.
# Other letters beyond ASCII are spoilt by it, and no word of the table has one.
_WRITTEN = bytes.maketrans(b"\x90\x91\x99\xa0", b"  ' ")
_LEFT_OUT = b"\xe2\x80\xc2"
# Parts of a page that tell nothing; what holds data about the page is kept.
_SILENT = (b"<script", b"<style", b"<svg")
_DATA, _LONGEST_TAG = b"ld+json", 200
# Capitals in lower case; hyphens, line breaks and tabs as blanks.
_BLANKS = bytes.maketrans(b"-\n\t", b"   ")
_LOWER = bytes.maketrans(ascii_uppercase.encode() + b"-\n\t", ascii_lowercase.encode() + b"   ")


@dataclass(frozen=True, slots=True)
class _Rule:
    id: str
    groups: tuple[str, ...]
    within: int  # bytes between the beginnings of words of the groups


@dataclass(frozen=True, slots=True)
class _Lexicon:
    automaton: BytesAhoCorasick
    words: tuple[tuple[bytes, frozenset[str]], ...]  # each with its groups; none: something else
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
    """Give where words of each group stand in a text, in bytes of its plain form."""
    lexicon, plain = _lexicon(), _plain(text)
    places: dict[str, list[int]] = defaultdict(list)
    for number, start, end in lexicon.automaton.find_matches_as_indexes(plain.translate(_LOWER)):
        word, groups = lexicon.words[number]
        if _is_whole(plain, start, end) and _written_so(word, plain[start:end]):
            for group in groups:
                places[group].append(start)
    return places


def _plain(text: str) -> bytes:
    """Give a text with single blanks where a line is wrapped; all done on bytes, which is ten times as fast."""
    raw = text.encode("utf-8", "replace")
    for part in _SILENT:
        raw = _without(raw, part)
    plain = raw.translate(_WRITTEN, _LEFT_OUT)
    return b" ".join(plain.split()) if b"  " in plain or b"\n" in plain else plain


def _without(raw: bytes, part: bytes) -> bytes:
    """Give a page without the scripts, or another of its silent parts; one that is not closed stays."""
    kept, here, end = [], 0, b"</" + part[1:]
    while (start := raw.find(part, here)) >= 0 and (stop := raw.find(end, start)) >= 0:
        has_data = _DATA in raw[start : start + _LONGEST_TAG]
        kept.append(raw[here : stop if has_data else start])
        here = stop
    return b" ".join((*kept, raw[here:])) if kept else raw


def _is_whole(plain: bytes, start: int, end: int) -> bool:
    """Say whether no letter or figure of ASCII stands right before or behind a word."""
    last = plain[end - 1 : end]
    return not plain[start - 1 : start].isalnum() and not (
        last.isalnum() and plain[end : end + 1].isalnum()
    )


def _written_so(word: bytes, found: bytes) -> bool:
    """Say whether words have the capitals that the table gives them: "UN", not "Un"."""
    return word.islower() or word == found.translate(_BLANKS)


@cache
def _lexicon() -> _Lexicon:
    table = load_toml("relevance")
    groups = _groups(table["words"]) | dict.fromkeys(table["other"]["words"], frozenset())
    return _Lexicon(
        automaton=BytesAhoCorasick(
            [word.lower().encode() for word in groups],
            MatchKind.LeftmostLongest,
            Implementation.DFA,
        ),
        words=tuple((word.encode(), its) for word, its in groups.items()),
        rules=tuple(map(_rule, table["rule"])),
    )


def _groups(table: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """Give the groups of each word, those of the shorter words in it among them: "missile tests" are tests too."""
    groups: dict[str, frozenset[str]] = defaultdict(frozenset)
    for group, words in table.items():
        for word in words:
            groups[word] |= {group}
    parts = {word: [other for other in groups if f" {other} " in f" {word} "] for word in groups}
    return {word: frozenset().union(*map(groups.get, parts[word])) for word in groups}  # type: ignore[arg-type]


def _rule(row: Mapping[str, Any]) -> _Rule:
    return _Rule(row["id"], tuple(row["all"]), row["within"])
