"""The places in a text where words of tables/codes.toml stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from penholder.find.inflect import forms_of
from penholder.find.phrases import any_of
from penholder.model.span import Span
from penholder.tables.load import load_toml


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of the table: where, under which entry, and in which rows that entry stands."""

    span: Span
    word: str  # the entry: "call off" for "called off"
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: re.Pattern[str]
    entries: Mapping[str, tuple[str, tuple[str, ...]]]


def find_hits(text: str) -> Iterator[Hit]:
    """Yield the hits in reading order; of two that share words the longer or earlier stands."""
    lexicon = _lexicon()
    for match in lexicon.words.finditer(text):
        word, rows = lexicon.entries[_key(match[0])]
        yield Hit(Span(match.start(), match.end()), word, rows)


@cache
def _lexicon() -> _Lexicon:
    table = load_toml("codes")
    irregular = load_toml("acts")["irregular"] | table["irregular"]
    names: dict[str, str] = {}
    rows: dict[str, set[str]] = defaultdict(set)
    for row in (*table["turn"], *table["code"]):
        for words, entry in _words(row, irregular):
            names.setdefault(words, entry)
            rows[words].add(row["id"])
    entries = {words: (names[words], tuple(sorted(rows[words]))) for words in names}
    return _Lexicon(re.compile(any_of(entries), re.IGNORECASE), entries)


def _words(row: Mapping[str, Any], irregular: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for verb in row.get("verbs", ()):
        yield from ((_key(form.words), verb) for form in forms_of(verb, irregular))
    yield from ((_key(phrase), phrase) for phrase in row.get("phrases", ()))


def _key(words: str) -> str:
    return " ".join(re.split(r"[\s\-\u2010\u2011]+", words.casefold()))
