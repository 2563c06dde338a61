"""Writes the hints of tables/claims.toml: words of which one must stand in any sentence that a row matches.

python scripts/claim_hints.py

A sentence without a hint of a row cannot match it, and is passed over unread. The words are worked out from the
pattern alone: what every match must hold, however it goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from penholder.find.claim_rows import expanded
from penholder.tables.load import load_toml

TABLE = Path(__file__).parents[1] / "src" / "penholder" / "tables" / "claims.toml"
# So many different beginnings are followed; a pattern with more gives no hint there.
_MOST = 96
# Shorter words stand in nearly every sentence.
_SHORTEST = 3

Strings = frozenset[str]


def hints_of(pattern: str) -> tuple[str, ...]:
    """Give words of which every match of a pattern holds one, in lower case; () where there are none."""
    best = _best(_required(parser.parse(pattern, re.IGNORECASE)))
    return tuple(sorted(best)) if best else ()


def _best(found: Iterator[Strings]) -> Strings | None:
    """Choose the longest words, and of equally long ones the fewest."""
    return max(found, key=lambda words: (min(*map(len, words), 6), -len(words)), default=None)


def _required(sequence: Sequence[Any]) -> Iterator[Strings]:
    """Yield each set of words of which a match must hold one."""
    begun: Strings = frozenset({""})
    for node in sequence:
        whole = _exact([node])
        if whole is not None and len(begun) * len(whole) <= _MOST:
            begun = frozenset(a + b for a, b in product(begun, whole))
            continue
        yield from _words(begun)
        begun = whole if whole is not None and len(whole) <= _MOST else frozenset({""})
        if whole is None:
            yield from _inside(node)
    yield from _words(begun)


def _inside(node: Any) -> Iterator[Strings]:
    """Yield what a node that can be many things must hold."""
    kind, value = node
    if kind is codes.SUBPATTERN:
        yield from _required(value[3])
    elif kind in {codes.MAX_REPEAT, codes.MIN_REPEAT} and value[0] >= 1:
        yield from _required(value[2])
    elif kind is codes.BRANCH:
        parts = [_best(_required(branch)) for branch in value[1]]
        if all(parts):
            yield frozenset().union(*filter(None, parts))


def _words(strings: Strings) -> Iterator[Strings]:
    """Yield the longest word of each string: blanks and marks may be written otherwise."""
    longest = [max(re.split(r"[^a-z]+", one.casefold()), key=len) for one in strings]
    if all(len(word) >= _SHORTEST for word in longest):
        yield frozenset(longest)


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
    if kind in {codes.AT, codes.ASSERT, codes.ASSERT_NOT}:
        return frozenset({""})
    if kind is codes.SUBPATTERN:
        return _exact(value[3])
    if kind in {codes.MAX_REPEAT, codes.MIN_REPEAT} and value[:2] == (0, 1):
        return _either([[], value[2]])
    return (
        _either(value[1] if kind is codes.BRANCH else [[one] for one in value])
        if kind in _CHOICES
        else None
    )


_CHOICES = frozenset({codes.BRANCH, codes.IN})


def _either(branches: Sequence[Sequence[Any]]) -> Strings | None:
    parts = [_exact(branch) for branch in branches]
    whole: Strings = frozenset().union(*(part for part in parts if part is not None))
    return whole if None not in parts and len(whole) <= _MOST else None


def main() -> None:
    """Write the hints under the id of each row that has some."""
    text = re.sub(r"^hints = .*\n", "", TABLE.read_text("utf-8"), flags=re.MULTILINE)
    for row in load_toml("claims")["claim"]:
        if words := hints_of(expanded(row["pattern"])):
            listed = ", ".join(f'"{word}"' for word in words)
            head = f'id = "{row["id"]}"\n'
            text = text.replace(head, f"{head}hints = [{listed}]\n", 1)
    TABLE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
