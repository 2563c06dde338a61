"""Sorts the blocks of a flattened page: title, caption, body, boilerplate."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from penholder.model.span import Span
from penholder.read.paragraphs import (
    is_hard_wrapped,
    split_at_blank_lines,
    split_at_openings,
    split_lines,
)
from penholder.tables.load import load_toml

# Characters from which a block with a sentence's end counts as prose. Below it stand menu words
# and teasers; real one-sentence paragraphs are rarely shorter.
_PROSE = 60
# Words of the shortest sentence that still ends a story: "He said no more."
_FEWEST = 4
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*(?:\s*\([^()]{2,40}\)|\s*--?0--?)?\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A line, or in hard-wrapped text a paragraph, of a page."""

    span: Span
    words: str  # in one line

    @property
    def is_sentence(self) -> bool:
        """Say whether it ends as a sentence does, and has the words of one."""
        return len(self.words.split()) >= _FEWEST and bool(_SENTENCE_END.search(self.words))

    @property
    def is_prose(self) -> bool:
        """Say whether it reads like a paragraph of a story."""
        return len(self.words) >= _PROSE and bool(_SENTENCE_END.search(self.words))


def find_blocks(text: str) -> tuple[Block, ...]:
    """Give the blocks of a text in reading order."""
    whole = Span(0, len(text))
    return _blocks(text, split_at_blank_lines if is_hard_wrapped(text, whole) else split_lines)


def find_joined_blocks(text: str) -> tuple[Block, ...]:
    """Give the lines of a text; those that go on inside a sentence are one block."""
    return _blocks(text, split_at_openings)


def _blocks(text: str, split: Callable[[str, Span], Iterable[Span]]) -> tuple[Block, ...]:
    return tuple(
        Block(span=span, words=" ".join(span.of(text).split()))
        for span in split(text, Span(0, len(text)))
    )


def is_boilerplate(block: Block) -> bool:
    """Say whether a block is made of the page's own words."""
    table = load_toml("page_words")["boilerplate"]
    folded = block.words.strip(" *#>|·•-").casefold()
    return folded in _folded("boilerplate") or block.words.startswith(tuple(table["starts"]))


def is_end_mark(block: Block) -> bool:
    """Say whether a block ends a story."""
    return ends_story(block.words)


def ends_story(words: str) -> bool:
    """Say whether words are the mark that ends a story."""
    table = load_toml("page_words")["end"]
    return (
        words in table["lines"]
        or words.startswith(tuple(table["starts"]))
        or (len(words) < 200 and any(mark in words for mark in table["contains"]))
    )


def repeated(blocks: Sequence[Block]) -> frozenset[str]:
    """Give the words of blocks that are printed more than once."""
    counts = Counter(block.words for block in blocks if len(block.words) > 30)
    return frozenset(words for words, times in counts.items() if times > 1)


def is_caption(block: Block, twice: frozenset[str]) -> bool:
    """Say whether a block is a caption: by its words, or by a credit on a repeated line."""
    contains = load_toml("page_words")["caption"]["contains"]
    told = any(words in block.words for words in contains)
    credited = bool(re.search(r"\([^()]{2,60}\)\s*$", block.words))
    return (told and (credited or block.words in twice or len(block.words) < 250)) or (
        credited and block.words in twice
    )


@cache
def _folded(name: str) -> frozenset[str]:
    return frozenset(line.casefold() for line in load_toml("page_words")[name]["lines"])
