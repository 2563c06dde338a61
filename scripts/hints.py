"""Writes tables/hints.toml: lists of words of which one must stand in any sentence that a row matches.

python scripts/hints.py

A sentence without any word of one of a row's lists cannot match it, and is passed over unread. The words are worked
out from the patterns of claims.toml, happenings.toml and acts.toml alone: what every match must hold, however it goes
on. Each pattern of a row has its lists, in the order of the patterns.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from penholder.find.claim_rows import expanded
from penholder.tables.load import load_toml

TABLE = Path(__file__).parents[1] / "src" / "penholder" / "tables" / "hints.toml"
# The tables whose rows have patterns, and the name of a row.
TABLES = {"claims": "claim", "happenings": "happening", "acts": "act"}
# So many different beginnings are followed; a pattern with more gives no hint there.
_MOST = 96
# Shorter words stand in nearly every sentence; figures do not.
_SHORTEST = 3
# So many lists of a row are kept: further ones pass over hardly a sentence more.
_LISTS = 3

Strings = frozenset[str]


def hints_of(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Give lists of words, most telling first: every match of a pattern holds a word of each, in lower case."""
    chosen: list[Strings] = []
    for words in sorted(set(_required(parser.parse(pattern, re.IGNORECASE))), key=_worth)[::-1]:
        if not any(other <= words for other in chosen):
            chosen.append(words)
    return tuple(tuple(sorted(words)) for words in chosen[:_LISTS])


def _worth(words: Strings) -> tuple[int, int, list[str]]:
    """Put the longest words last, and of equally long ones the fewest."""
    return (min(*map(len, words), 6), -len(words), sorted(words))


def _best(found: Iterator[Strings]) -> Strings | None:
    return max(found, key=_worth, default=None)


def _required(sequence: Sequence[Any]) -> Iterator[Strings]:
    """Yield each set of words of which a match must hold one."""
    begun: Strings = frozenset({""})
    for node in sequence:
        whole = _exact([node])
        if whole is not None and len(begun) * len(whole) <= _MOST:
            begun = frozenset(a + b for a, b in product(begun, whole))
            continue
        yield from _words(begun)
        begun = _begun(node, whole)
        if whole is None:
            yield from _inside(node)
    yield from _words(begun)


def _begun(node: Any, whole: Strings | None) -> Strings:
    """Give what stands before the next node: all that a node can be, or the last turn of a repeated one."""
    kind, value = node
    if whole is None and kind in _REPEATS and value[0] >= 1:
        whole = _exact(value[2])
    return whole if whole is not None and len(whole) <= _MOST else frozenset({""})


def _inside(node: Any) -> Iterator[Strings]:
    """Yield what a node that can be many things must hold."""
    kind, value = node
    if kind is codes.SUBPATTERN:
        yield from _required(value[3])
    elif kind in _REPEATS and value[0] >= 1:
        yield from _required(value[2])
    elif kind is codes.BRANCH:
        parts = [_best(_required(branch)) for branch in value[1]]
        if all(parts):
            yield frozenset().union(*filter(None, parts))


def _words(strings: Strings) -> Iterator[Strings]:
    """Yield the longest word of each string: blanks and marks may be written otherwise."""
    longest = [max(re.split(r"[^a-z0-9]+", one.casefold()), key=len) for one in strings]
    if all(len(word) >= _SHORTEST or word.isdecimal() for word in longest):
        yield frozenset(word for word in longest if not _longer_than_another(word, longest))


def _longer_than_another(word: str, words: Sequence[str]) -> bool:
    """Say whether a word holds a shorter one of the list: "tests" brings nothing beside "test"."""
    return any(other in word for other in words if other != word)


def _exact(sequence: Sequence[Any]) -> Strings | None:
    """Give every string that nodes can be; None where they are too many."""
    found: Strings = frozenset({""})
    for node in sequence:
        here = _one(node)
        if here is None or len(found) * len(here) > _MOST:
            return None
        found = frozenset(a + b for a, b in product(found, here))
    return found


def _one(node: Any) -> Strings | None:
    kind, value = node
    if kind is codes.LITERAL:
        return frozenset({chr(value)})
    if node == _DIGIT:
        return frozenset("0123456789")
    if kind in {codes.AT, codes.ASSERT, codes.ASSERT_NOT}:
        return frozenset({""})
    if kind is codes.SUBPATTERN:
        return _exact(value[3])
    if kind in _REPEATS and value[:2] == (0, 1):
        return _either([[], value[2]])
    return (
        _either(value[1] if kind is codes.BRANCH else [[one] for one in value])
        if kind in _CHOICES
        else None
    )


_CHOICES = frozenset({codes.BRANCH, codes.IN})
_REPEATS = frozenset({codes.MAX_REPEAT, codes.MIN_REPEAT})
_DIGIT = (codes.CATEGORY, codes.CATEGORY_DIGIT)


def _either(branches: Sequence[Sequence[Any]]) -> Strings | None:
    parts = [_exact(branch) for branch in branches]
    whole: Strings = frozenset().union(*(part for part in parts if part is not None))
    return whole if None not in parts and len(whole) <= _MOST else None


def main() -> None:
    """Write the lists of each row that has some."""
    lines = [
        "# Written by scripts/hints.py: a line for each pattern of a row, every match of which holds a word of each list.\n"
    ]
    for name, sort in TABLES.items():
        lines.append(f"[{sort}]\n")
        lines += filter(None, map(_told, load_toml(name)[sort]))
    TABLE.write_text("\n".join(lines), encoding="utf-8")


def patterns_of(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the patterns of a row; () where words alone are looked for."""
    if "pattern" in row:
        return (expanded(row["pattern"]),)
    return tuple(row.get("patterns", ()))


def _told(row: Mapping[str, Any]) -> str | None:
    found = [hints_of(pattern) for pattern in patterns_of(row)]
    lines = "".join(f"  {json.dumps(lists)},\n" for lists in found)
    return f"{row['id']} = [\n{lines}]\n" if any(found) else None


if __name__ == "__main__":
    main()
