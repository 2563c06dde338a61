"""What a page's metadata gives away of its story, and what tells prose from menus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from penholder.read.html_blocks import HtmlBlock

# Characters from which words with the end of a sentence count as a paragraph of a story, and those
# from which words are prose however they end: "… he said.opens new tab".
_PROSE, _SURELY_PROSE = 60, 200
SENTENCE_END = re.compile(r"[.!?…。！？।:][\"”’'»)\]]*$")
_LONGEST_END = 12  # characters
_WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u9fff\uac00-\ud7af]{2}")
_LETTERS = re.compile(r"[^\W_]+")
_MARKS = " ,."  # without a pattern words are folded sooner, and most hold no other marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What the page's metadata gives away of its story, folded to letters and digits."""

    titles: frozenset[str] = frozenset()
    title_sizes: frozenset[int] = frozenset()  # in characters, as printed
    title_words: frozenset[str] = frozenset()
    descriptions: tuple[str, ...] = ()
    body: str = ""
    captions: frozenset[str] = frozenset()


def fold(words: str) -> str:
    """Give words by their letters and digits alone, so that quotes and spaces do not matter."""
    folded = words.casefold()
    for mark in _MARKS:
        folded = folded.replace(mark, "")
    return folded if folded.isalnum() else "".join(_LETTERS.findall(folded))


def clues(
    titles: Sequence[str], descriptions: Sequence[str], body: str | None, captions: Sequence[str]
) -> Clues:
    """Fold what the metadata says."""
    return Clues(
        titles=frozenset(map(fold, titles)),
        title_sizes=frozenset(map(len, titles)),
        title_words=frozenset(word for title in titles[:1] for word in vocabulary(title)),
        descriptions=tuple(folded for one in descriptions if len(folded := fold(one)) > 25),
        body=fold(body or ""),
        captions=frozenset(map(fold, captions)),
    )


def is_prose(block: HtmlBlock) -> bool:
    """Say whether a block reads like a paragraph of a story."""
    size = len(block.words)
    if size < _PROSE or 2 * block.linked >= size:
        return False
    return size >= _SURELY_PROSE or ends_sentence(block.words)


def ends_sentence(words: str) -> bool:
    """Say whether words end as a sentence does."""
    return bool(SENTENCE_END.search(words, max(0, len(words) - _LONGEST_END)))


def worth_a_look(block: HtmlBlock) -> bool:
    """Say whether a block can be of a story at all: links alone never are."""
    size = len(block.words)
    return size > 40 or (size > 1 and block.linked < 0.9 * size)


def vocabulary(words: str) -> list[str]:
    """Give the longer words, by which stretches of one topic are alike."""
    return _WORD.findall(words.casefold())
