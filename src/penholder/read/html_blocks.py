"""Cuts the tree of a page into blocks: stretches of words that stand by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from penholder.read.class_words import kinds_in
from penholder.read.tags import AROUND, INLINE, NAMES

_WITHIN = {tag: 1 << place for place, tag in enumerate(AROUND)}
_LINK = _WITHIN["a"]
# Stands for a line break of the page; no parsed page holds it.
_BREAK = "\x0b"
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


class Blocks(NamedTuple):
    """The blocks of a page in reading order, and the pictures between them."""

    blocks: tuple[HtmlBlock, ...]
    pictured: frozenset[int]  # elements that hold a picture
    alts: tuple[str, ...]  # what stands in for the pictures
    pictures: int


@dataclass(frozen=True, slots=True)
class _Told:
    """What the elements around a block tell of it."""

    names: str
    own: int
    around: int
    within: int
    places: tuple[int, ...]
    depth: int


_NOTHING = _Told("", 0, 0, 0, (), 0)


@dataclass(slots=True)
class _Place:
    """A block element on the way down; what it tells is asked only where it holds words."""

    node: Any
    above: _Place | None
    number: int
    linked: bool = False  # inside a link
    made: _Told | None = None

    @property
    def told(self) -> _Told:
        """Give what the element and those around it tell."""
        if self.made is None:
            self.made = self.make() if self.above else _NOTHING
        return self.made

    def make(self) -> _Told:
        """Read the element's names, and add those around."""
        around = self.above.told if self.above else _NOTHING
        node = self.node
        names = " ".join(filter(None, map(node.get, NAMES))) if node.attrib else ""
        own = kinds_in(names) if names else 0
        return _Told(
            names=node.get("class") or "",
            own=own,
            around=around.around | own,
            within=around.within | _WITHIN.get(node.tag, 0) | (_LINK if self.linked else 0),
            places=(self.number, *around.places[: _LEVELS - 1]),
            depth=around.depth + 1,
        )


@dataclass(slots=True)
class _Buffer:
    """Words that wait for the end of their block."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    strong: int = 0


@dataclass(slots=True)
class _Walk:
    """The way through a tree."""

    blocks: list[HtmlBlock] = field(default_factory=list)
    buffer: _Buffer = field(default_factory=_Buffer)
    count: int = 0
    pictures: int = 0
    pictured: set[int] = field(default_factory=set)
    alts: list[str] = field(default_factory=list)

    def down(self, node: Any, place: _Place) -> None:
        """Walk a block element."""
        if self.buffer.parts:
            self.flush(place)
        if node.text:
            self.buffer.parts.append(node.text)
        for child in node:
            if child.tag in INLINE:
                self.inline(child, place, linked=False, strong=False)
            elif isinstance(child.tag, str):
                if self.buffer.parts:
                    self.flush(place)
                self.down(child, self.place(child, place))
            if child.tail:
                self.buffer.parts.append(child.tail)
        if self.buffer.parts:
            self.flush(place)

    def inline(self, node: Any, place: _Place, *, linked: bool, strong: bool) -> None:
        """Walk an element inside a line of words."""
        if node.attrib and _is_unseen(node):
            return
        tag = node.tag
        linked = linked or tag == "a"
        strong = strong or tag in ("b", "strong", "em", "i")
        if tag == "br":
            self.buffer.parts.append(_BREAK)
        elif tag == "img":
            self.picture(node, place)
        elif node.text:
            self.add(node.text, linked=linked, strong=strong)
        for child in node:
            if child.tag in INLINE:
                self.inline(child, place, linked=linked, strong=strong)
            elif isinstance(child.tag, str):
                self.flush(place)
                self.down(child, self.place(child, place, linked=linked))
            if child.tail:
                self.add(child.tail, linked=linked, strong=strong)

    def picture(self, node: Any, place: _Place) -> None:
        """Note a picture."""
        self.pictures += 1
        self.pictured.update(place.told.places)
        if alt := node.get("alt"):
            self.alts.append(alt)

    def add(self, text: str, *, linked: bool, strong: bool) -> None:
        """Put words into the block that is open."""
        self.buffer.parts.append(text)
        size = len(text.strip())
        self.buffer.linked += size if linked else 0
        self.buffer.strong += size if strong else 0

    def place(self, node: Any, around: _Place, *, linked: bool = False) -> _Place:
        """Go one block element down."""
        self.count += 1
        return _Place(node, around, self.count, linked)

    def flush(self, place: _Place) -> None:
        """End the block that is open."""
        text = "".join(self.buffer.parts)
        if text.isspace():
            self.buffer.parts.clear()
            return
        buffer, self.buffer = self.buffer, _Buffer()
        told = place.told
        tag = place.node.tag if place.above else "body"
        for words in _lines(text):
            linked = told.within & _LINK
            self.blocks.append(
                HtmlBlock(
                    words=words,
                    tag=tag,
                    linked=len(words) if linked else min(buffer.linked, len(words)),
                    strong=min(buffer.strong, len(words)),
                    own=told.own,
                    around=told.around,
                    within=told.within,
                    names=told.names,
                    places=told.places,
                    depth=told.depth,
                    pictures=self.pictures,
                )
            )


def _is_unseen(node: Any) -> bool:
    """Say whether words are for screen readers alone: ", opens new tab"."""
    names, style = node.get("class"), node.get("style")
    return bool((names and _UNSEEN_CLASS.search(names)) or (style and _UNSEEN_STYLE.search(style)))


_UNSEEN_CLASS = re.compile(r"(?:^|[\s_-])(?:sr-?only|(?:visually|visual)-?hidden|screen-?reader|assistive-text|visuallyhidden)", re.IGNORECASE)  # fmt: skip
_UNSEEN_STYLE = re.compile(r"clip:\s*rect\(0|clip-path:\s*inset\(50%")


def find_html_blocks(tree: Any) -> Blocks:
    """Give the blocks of a page."""
    walk = _Walk()
    root = _Place(tree, None, 0)
    walk.down(tree, root)
    return Blocks(tuple(walk.blocks), frozenset(walk.pictured), tuple(walk.alts), walk.pictures)


def _lines(text: str) -> Iterator[str]:
    """Yield the words of each paragraph: two line breaks of the page end one."""
    if _BREAK not in text:
        if words := " ".join(text.split()):
            yield words
        return
    for part in _TWO_BREAKS.split(text):
        if words := " ".join(part.split()):
            yield words
