"""Sentences whose parties are marked: "<Moscow> vetoed {the American} draft"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from penholder.find.codes.features import Scene, features_of
from penholder.find.codes.learning import Example
from penholder.model.code import Code
from penholder.model.span import Span
from penholder.tables.load import load_toml

_PARTY = re.compile(r"<([^<>]*)>|\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without its marks, and where its parties stand; of several the first."""

    text: str
    source: Span | None
    target: Span | None

    @classmethod
    def of(cls, words: str) -> Marked:
        """Read the marks: <source> and {target}."""
        spans: dict[str, Span] = {}
        text, done = "", 0
        for party in _PARTY.finditer(words):
            text += words[done : party.start()]
            name = party[0][1:-1]
            spans.setdefault(party[0][0], Span(len(text), len(text) + len(name)))
            text, done = text + name, party.end()
        return cls(text + words[done:], spans.get("<"), spans.get("{"))


def example_of(marked: Marked, code: Code) -> Example:
    """Give what a sentence shows, beside its code."""
    return features_of(Scene.of(marked.text, marked.source, marked.target)), code


def table_examples() -> Iterator[Example]:
    """Yield the examples of tables/codes.toml."""
    for row in load_toml("codes")["code"]:
        for words in row["examples"]:
            yield example_of(Marked.of(words), Code(row["code"]))
