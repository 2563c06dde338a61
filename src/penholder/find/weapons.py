"""Finds the weapons that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from penholder.find.phrases import any_of
from penholder.model.span import Span
from penholder.tables.load import load_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Weapon:
    """The words that name a weapon, and the kinds that they imply, most telling first."""

    span: Span
    kinds: tuple[str, ...]
    system: str | None  # "Hwasong-12"; None: a class, not a system


@dataclass(frozen=True, slots=True)
class _Lexicon:
    pattern: re.Pattern[str]
    kinds: dict[str, tuple[str, ...]]
    systems: dict[str, str]


def find_weapons(text: str, start: int = 0, end: int | None = None) -> Iterator[Weapon]:
    """Yield each weapon named between two offsets, the longest name where several fit."""
    lexicon = _lexicon()
    for match in lexicon.pattern.finditer(text, start, len(text) if end is None else end):
        key = _singular(match["name"], lexicon.kinds)
        yield Weapon(
            span=Span(match.start(), match.end()),
            kinds=lexicon.kinds[key],
            system=lexicon.systems.get(key),
        )


@cache
def _lexicon() -> _Lexicon:
    kinds: dict[str, tuple[str, ...]] = {}
    systems: dict[str, str] = {}
    for row in load_toml("weapons")["weapon"]:
        kinds |= {_key(name): tuple(row["kinds"]) for name in (*row["systems"], *row["words"])}
        systems |= {_key(name): name for name in row["systems"]}
    # A system may be followed by what it is: "Scud missile", "Hwasong-12 ballistic missile".
    # What follows may make it another thing: "missile defense", "satellite images".
    other = any_of(load_toml("weapons")["not_before"])
    tail = rf"(?:[\s\-]+(?:ballistic[\s\-]+)?missiles?)?(?!\w)(?![\s\-]+{other})"
    names = any_of(kinds, plural=True)
    return _Lexicon(re.compile(f"(?P<name>{names}){tail}", re.IGNORECASE), kinds, systems)


def _key(words: str) -> str:
    return " ".join(re.split(r"[\s\-\u2010\u2011]+", words.casefold()))


def _singular(words: str, known: dict[str, tuple[str, ...]]) -> str:
    key = _key(words)
    forms = (key, key.removesuffix("s"), key.removesuffix("es"))
    return next(form for form in forms if form in known)
