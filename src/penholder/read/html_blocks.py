"""Cuts the tree of a page into blocks: stretches of words that stand by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from penholder.read.class_words import kinds_in
from penholder.read.tags import AROUND, DROPPED, INLINE, NAMES

_WITHIN = {tag: 1 << place for place, tag in enumerate(AROUND)}
_LINK = _WITHIN["a"]
# Stands for a line break of the page; no parsed page holds it.
_BREAK = "\x0b"
_STRONG = frozenset(("b", "strong", "em", "i"))
_HEADINGS = frozenset(("h1", "h2"))
_TWO_BREAKS = re.compile(r"\x0b\s*\x0b")
# Elements around a block that are kept.
_LEVELS = 12


class HtmlBlock(NamedTuple):
    """Words of a page with what its tags say of them."""

    words: str  # in one line
    tag: str  # of the innermost block element
    linked: int  # characters inside links
    strong: int  # characters inside bold or italic words
    own: int  # kinds of names (class_words) of the element and the one around it
    around: int  # kinds of names of all elements around it
    within: int  # tags around it
    names: str  # class names of the innermost element
    places: tuple[int, ...]  # numbers of the block elements around it, innermost first
    depth: int
    pictures: int  # pictures of the page before it
    tail: str = ""  # of a heading that is made of parts, the last: the headline after its kicker


class Blocks(NamedTuple):
    """The blocks of a page in reading order, and the pictures between them."""

    blocks: tuple[HtmlBlock, ...]
    pictured: frozenset[int]  # elements that hold a picture
    alts: tuple[str, ...]  # what stands in for the pictures
    pictures: int


# A block element on the way down, with what it and those around it tell of the words inside: its tag, and names, own,
# around, within, places and depth of an HtmlBlock. A bare tuple, as there are hundreds on a page.
_Place = tuple[str, str, int, int, int, tuple[int, ...], int]
_ROOT: _Place = ("body", "", 0, 0, 0, (), 0)


def _inside(node: Any, above: _Place, number: int, *, linked: bool) -> _Place:
    """Read the names of an element, and add what those around it tell."""
    tag, (names, class_names) = node.tag, _names(node.items())
    own = kinds_in(names) if names else 0
    _, _, _, around, within, places, depth = above
    return (
        tag,
        class_names,
        own,
        around | own,
        within | _WITHIN.get(tag, 0) | (_LINK if linked else 0),
        (number, *places[: _LEVELS - 1]),
        depth + 1,
    )


def _names(told: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Give all that the attributes of an element call it, and its class names; most have no attribute but these."""
    if not told:
        return "", ""
    if len(told) == 1 and told[0][0] == "class":
        return told[0][1], told[0][1]
    named = dict(told)
    return " ".join(filter(None, map(named.get, NAMES))), named.get("class", "")


@dataclass(slots=True)
class _Walk:
    """The way through a tree, and the words that wait for the end of their block."""

    blocks: list[HtmlBlock] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)  # none begins with mere space
    linked: int = 0  # characters of the parts
    strong: int = 0
    count: int = 0
    pictures: int = 0
    pictured: set[int] = field(default_factory=set)
    alts: list[str] = field(default_factory=list)

    def down(self, node: Any, text: str | None, place: _Place) -> None:
        """Walk a block element that begins with `text`."""
        parts = self.parts
        if text and not text.isspace():
            parts.append(text)
        for child in node:
            tag = child.tag
            if tag in INLINE:
                self.inline(child, place, linked=False, strong=False)
            elif tag not in DROPPED:
                self.block(child, place)
            if (text := child.tail) and (parts or not text.isspace()):
                parts.append(text)
        if parts:
            self.flush(place)

    def block(self, node: Any, around: _Place, *, linked: bool = False) -> None:
        """Walk a block element inside another; one without words or pictures ends a block, no more."""
        if self.parts:
            self.flush(around)
        if (text := node.text) or len(node):
            self.count += 1
            self.down(node, text, _inside(node, around, self.count, linked=linked))

    def inline(self, node: Any, place: _Place, *, linked: bool, strong: bool) -> None:
        """Walk an element inside a line of words."""
        if _is_unseen(node):
            return
        tag = node.tag
        linked = linked or tag == "a"
        strong = strong or tag in _STRONG
        if tag == "br":
            self.parts.append(_BREAK)
        elif tag == "img":
            self.picture(node, place)
        elif text := node.text:
            self.add(text, linked=linked, strong=strong)
        for child in node:
            tag = child.tag
            if tag in INLINE:
                self.inline(child, place, linked=linked, strong=strong)
            elif tag not in DROPPED:
                self.block(child, place, linked=linked)
            if text := child.tail:
                self.add(text, linked=linked, strong=strong)

    def picture(self, node: Any, place: _Place) -> None:
        """Note a picture."""
        self.pictures += 1
        *_, places, _ = place
        self.pictured.update(places)
        if alt := node.get("alt"):
            self.alts.append(alt)

    def add(self, text: str, *, linked: bool, strong: bool) -> None:
        """Put words into the block that is open; mere space opens none."""
        if linked or strong:
            size = len(text.strip())
            self.linked += size if linked else 0
            self.strong += size if strong else 0
        if self.parts or not text.isspace():
            self.parts.append(text)

    def flush(self, place: _Place) -> None:
        """End the block that is open."""
        text = "".join(self.parts)
        tag, names, own, around, within, places, depth = place
        tail = _tail(self.parts) if tag in _HEADINGS else ""
        linked, strong = self.linked, self.strong
        self.parts.clear()
        self.linked = self.strong = 0
        for words in _lines(text):
            size = len(words)
            self.blocks.append(
                HtmlBlock(
                    words,
                    tag,
                    size if within & _LINK else min(linked, size),
                    min(strong, size),
                    own,
                    around,
                    within,
                    names,
                    places,
                    depth,
                    self.pictures,
                    tail,
                )
            )


def _is_unseen(node: Any) -> bool:
    """Say whether words are for screen readers alone: ", opens new tab"."""
    names, style = node.get("class"), node.get("style")
    return bool((names and _is_unseen_class(names)) or (style and _UNSEEN_STYLE.search(style)))


@lru_cache(maxsize=20_000)
def _is_unseen_class(names: str) -> bool:
    return bool(_UNSEEN_CLASS.search(names))


_UNSEEN_CLASS = re.compile(r"(?:^|[\s_-])(?:sr-?only|(?:visually|visual)-?hidden|screen-?reader|assistive-text|visuallyhidden)", re.IGNORECASE)  # fmt: skip
_UNSEEN_STYLE = re.compile(r"clip:\s*rect\(0|clip-path:\s*inset\(50%")


def find_html_blocks(tree: Any) -> Blocks:
    """Give the blocks of a page."""
    walk = _Walk()
    walk.down(tree, tree.text, _ROOT)
    return Blocks(tuple(walk.blocks), frozenset(walk.pictured), tuple(walk.alts), walk.pictures)


def _tail(parts: list[str]) -> str:
    """Give the last of several parts of a heading, or nothing where it is all one."""
    words = [words for part in parts if (words := " ".join(part.split()))]
    return words[-1] if len(words) > 1 else ""


def _lines(text: str) -> list[str]:
    """Give the words of each paragraph: two line breaks of the page end one."""
    if _BREAK not in text:
        words = " ".join(text.split())
        return [words] if words else []
    lines = (" ".join(part.split()) for part in _TWO_BREAKS.split(text))
    return [words for words in lines if words]
