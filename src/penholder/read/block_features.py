"""What a block of a page looks like, as numbers: its words, its tags, its place among the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from penholder.read.class_words import kinds
from penholder.read.line_words import kinds_of_line, line_kinds
from penholder.read.html_blocks import HEADINGS, Blocks, HtmlBlock

# Characters from which words with the end of a sentence count as a paragraph of a story.
_PROSE = 60
# Characters from which words are prose however they end: "… he said.opens new tab".
_SURELY_PROSE = 200
_END = re.compile(r"[.!?…。！？।:][\"”’'»)\]]*$")
_STOPS = re.compile(r"[.!?…。！？।][\"”’'»)\]]*(?:\s|$)")
_WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u9fff\uac00-\ud7af]{2}")
_NO_LETTER = re.compile(r"[\W_]+")
_DIGIT = re.compile(r"\d")
# Characters whose digits and capitals are counted.
_SAMPLE = 120
_TAGS = ("p", "div", "li", "h1", "h2", "h3", "figcaption", "span", "blockquote", "td")
# Blocks before and after one whose prose is weighed.
_NEAR, _FAR = 3, 12


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
    return _NO_LETTER.sub("", words.casefold())


def clues(
    titles: Sequence[str], descriptions: Sequence[str], body: str | None, captions: Sequence[str]
) -> Clues:
    """Fold what the metadata says."""
    return Clues(
        titles=frozenset(map(fold, titles)),
        title_sizes=frozenset(map(len, titles)),
        title_words=frozenset(word for title in titles[:1] for word in _vocabulary(title)),
        descriptions=tuple(folded for one in descriptions if len(folded := fold(one)) > 25),
        body=fold(body or ""),
        captions=frozenset(map(fold, captions)),
    )


def is_prose(block: HtmlBlock) -> bool:
    """Say whether a block reads like a paragraph of a story."""
    size = len(block.words)
    if size < _PROSE or 2 * block.linked >= size:
        return False
    return size >= _SURELY_PROSE or bool(_END.search(block.words))


def worth_a_look(block: HtmlBlock) -> bool:
    """Say whether a block can be of a story at all: links alone never are."""
    return len(block.words) > 1 and (block.linked < 0.9 * len(block.words) or len(block.words) > 40)


@dataclass(frozen=True, slots=True)
class _Page:
    """What the blocks of a page are together."""

    sizes: list[int]
    prose: list[int]  # characters of prose of each block, else 0
    so_far: list[int]  # characters of prose before each block
    mass: Counter[int]  # characters of prose by element around
    total: int
    home: int  # the element that is most of all the story's
    first: int  # its first and last block of prose
    last: int
    title: int  # the block that is the title, or -1
    looks: dict[tuple[str, str], list[int]]  # blocks, characters, linked, prose by tag and name
    repeated: Counter[str]
    vocabulary: frozenset[str]  # longer words of the story's paragraphs
    common: frozenset[str]  # ... that stand in two of them or more
    used: list[frozenset[str]]  # the longer words of each block
    chars: Counter[int]  # characters by element that holds a picture
    pictured: frozenset[int]
    alts: frozenset[str]
    pictures: int


def features(found: Blocks, told: Clues) -> list[list[float] | None]:
    """Give the numbers of each block, in the order of `names()`; None: not worth a look."""
    blocks = found.blocks
    page = _survey(found, told)
    return [
        _row(blocks, place, page, told)
        if worth_a_look(block) and _is_near(block, place, page)
        else None
        for place, block in enumerate(blocks)
    ]


# Blocks before the first and after the last prose of the story's element that can be of the story.
_BEFORE, _AFTER = 20, 10


def _is_near(block: HtmlBlock, place: int, page: _Page) -> bool:
    if page.home < 0 or page.home in block.places:
        return True
    return page.first - _BEFORE <= place <= page.last + _AFTER


def _survey(found: Blocks, told: Clues) -> _Page:
    blocks = found.blocks
    sizes = [len(block.words) for block in blocks]
    prose = [size if is_prose(block) else 0 for size, block in zip(sizes, blocks, strict=True)]
    used = [frozenset(_vocabulary(block.words)) if worth_a_look(block) else _NONE for block in blocks]
    mass, home = _weigh(blocks, prose)
    inside = [i for i, block in enumerate(blocks) if prose[i] and home in block.places]
    vocabulary: Counter[str] = Counter()
    for place in inside:
        vocabulary.update(used[place])
    return _Page(
        sizes=sizes,
        prose=prose,
        so_far=[0, *accumulate(prose)],
        mass=mass,
        total=sum(prose),
        home=home,
        first=inside[0] if inside else 0,
        last=inside[-1] if inside else 0,
        title=_title(blocks, told, inside[0] if inside else len(blocks)),
        looks=_looks(blocks, prose),
        repeated=Counter(block.words for block in blocks),
        vocabulary=frozenset(vocabulary),
        common=frozenset(word for word, count in vocabulary.items() if count > 1),
        used=used,
        chars=_chars(found),
        pictured=found.pictured,
        alts=frozenset(folded for alt in found.alts if (folded := fold(alt))),
        pictures=found.pictures,
    )


def _chars(found: Blocks) -> Counter[int]:
    """Count the characters inside each element that holds a picture."""
    chars: Counter[int] = Counter()
    for block in found.blocks:
        for place in found.pictured.intersection(block.places):
            chars[place] += len(block.words)
    return chars


_NONE: frozenset[str] = frozenset()
# What an element around a paragraph counts for, from the innermost out: the story's own element
# holds nearly all of it and little else around it.
_FALL = 0.85
# What prose weighs that stands inside an element for comments or offers.
_DOUBT = 0.3


@cache
def _doubtful() -> int:
    return sum(1 << kinds().index(kind) for kind in ("comment", "ad", "offer", "related"))


def _weigh(blocks: Sequence[HtmlBlock], prose: list[int]) -> tuple[Counter[int], int]:
    """Give the prose inside each element around, and the element that is most the story's."""
    mass: Counter[int] = Counter()
    worth: Counter[int] = Counter()
    for block, size in zip(blocks, prose, strict=True):
        if not size:
            continue
        weight = size * (_DOUBT if block.around & _doubtful() else 1.0)
        for place in block.places:
            mass[place] += size
            worth[place] += weight  # type: ignore[assignment]
            weight *= _FALL
    return mass, worth.most_common(1)[0][0] if worth else -1


def _looks(blocks: Sequence[HtmlBlock], prose: list[int]) -> dict[tuple[str, str], list[int]]:
    looks: dict[tuple[str, str], list[int]] = {}
    for block, size in zip(blocks, prose, strict=True):
        look = looks.setdefault((block.tag, block.names), [0, 0, 0, 0])
        look[0] += 1
        look[1] += len(block.words)
        look[2] += block.linked
        look[3] += size
    return looks


def _title(blocks: Sequence[HtmlBlock], told: Clues, before: int) -> int:
    likely = [
        place
        for place, block in enumerate(blocks[: before + 1])
        if block.tag == "h1"
        or (len(block.words) in told.title_sizes and fold(block.words) in told.titles)
    ]
    return likely[-1] if likely else -1


def _vocabulary(words: str) -> list[str]:
    return _WORD.findall(words.casefold())


def _row(blocks: Sequence[HtmlBlock], place: int, page: _Page, told: Clues) -> list[float]:
    block = blocks[place]
    folded = fold(block.words)
    return [
        *_of_words(block, place, folded, page, told),
        *_of_phrases(block),
        *_of_tags(block),
        *_of_place(blocks, place, page),
        *_of_neighbours(blocks, place, page),
        *_of_looks(block, page),
        *_of_pictures(blocks, place, page),
        folded in page.alts,
    ]


_PICTURE_NAMES = ("picture_level", "picture_alone", "picture_before", "picture_after", "is_alt")


def _of_pictures(blocks: Sequence[HtmlBlock], place: int, page: _Page) -> tuple[float, ...]:
    block = blocks[place]
    level = next((n for n, one in enumerate(block.places) if one in page.pictured), 99)
    after = blocks[place + 1].pictures if place + 1 < len(blocks) else page.pictures
    return (
        level,
        len(block.words) / page.chars[block.places[level]] if level < 99 else 0,
        block.pictures - (blocks[place - 1].pictures if place else 0),
        after - block.pictures,
    )


_WORD_NAMES = (
    "size", "words", "link_share", "strong_share", "ends", "stops", "commas", "digits", "upper",
    "starts_lower", "quotes", "known_words", "title_words", "is_title", "is_description",
    "in_description", "in_json_body", "is_json_caption", "repeated",
)  # fmt: skip


def _of_words(
    block: HtmlBlock, place: int, folded: str, page: _Page, told: Clues
) -> tuple[float, ...]:
    words, size = block.words, len(block.words)
    used = page.used[place]
    own = page.prose[place] and page.home in block.places
    known = len(used & (page.common if own else page.vocabulary))
    return (
        size,
        words.count(" ") + 1,
        block.linked / size,
        block.strong / size,
        bool(_END.search(words)),
        len(_STOPS.findall(words)),
        words.count(",") + words.count("，") + words.count("、"),
        len(_DIGIT.findall(words, 0, _SAMPLE)) / min(size, _SAMPLE),
        sum(map(str.isupper, words[:_SAMPLE])) / min(size, _SAMPLE),
        words[0].islower(),
        words.count('"') + words.count("“") + words.count("„") + words.count("«"),
        known / len(used) if used else 0.0,
        len(used & told.title_words) / len(used) if used else 0.0,
        folded in told.titles,
        folded in told.descriptions,
        any(folded in one or one in folded for one in told.descriptions) if size > 25 else False,
        _in_body(folded, told.body),
        folded in told.captions,
        page.repeated[words] > 1,
    )


def _in_body(folded: str, body: str) -> int:
    """Say whether the page's own articleBody holds the words; -1: it has none to speak of."""
    if len(body) < 300:
        return -1
    return int(bool(folded) and folded in body)


def _of_tags(block: HtmlBlock) -> tuple[float, ...]:
    return (
        *_of_tag(block.tag),
        block.depth,
        *_bits(block.within, 13),
        *_bits(block.own, len(kinds())),
        *_bits(block.around, len(kinds())),
    )


def _of_phrases(block: HtmlBlock) -> tuple[float, ...]:
    return _bits(kinds_of_line(block.words), len(line_kinds()))


@lru_cache(maxsize=20_000)
def _bits(value: int, count: int) -> tuple[float, ...]:
    return tuple(value >> bit & 1 for bit in range(count))


@lru_cache(maxsize=100)
def _of_tag(tag: str) -> tuple[float, ...]:
    return (*(tag == one for one in _TAGS), tag in HEADINGS)


_PLACE_NAMES = (
    "share_0", "share_1", "share_2", "share_3", "in_home", "home_level", "home_share",
    "after_first", "after_last", "prose_before", "prose_after", "index", "after_title",
    "has_title", "chars_after_title",
)  # fmt: skip


def _of_place(blocks: Sequence[HtmlBlock], place: int, page: _Page) -> tuple[float, ...]:
    block, total, mass = blocks[place], page.total or 1, page.mass
    level = block.places.index(page.home) if page.home in block.places else 9
    return (
        *(mass[one] / total for one in (*block.places[:4], -1, -1, -1, -1)[:4]),
        level < 9,
        level,
        mass[page.home] / total,
        _clipped(place - page.first),
        _clipped(place - page.last),
        page.so_far[place] / total,
        1 - page.so_far[place + 1] / total,
        place / len(blocks),
        _clipped(place - page.title) if page.title >= 0 else 99,
        page.title >= 0,
        min(page.so_far[place] - page.so_far[page.title], 9999) if page.title >= 0 else -1,
    )


def _clipped(distance: int) -> int:
    return max(-50, min(50, distance))


_NEIGHBOUR_NAMES = tuple(
    f"{name}_{step}"
    for step in (-2, -1, 1, 2)
    for name in ("size", "link", "prose", "sibling", "same_look", "heading")
) + ("near_before", "near_after", "far_before", "far_after", "heading_gap", "heading_own")


def _of_neighbours(blocks: Sequence[HtmlBlock], place: int, page: _Page) -> list[float]:
    block, row = blocks[place], list[float]()
    for step in (-2, -1, 1, 2):
        if not 0 <= place + step < len(blocks):
            row += (-1, -1, -1, -1, -1, -1)
            continue
        other = blocks[place + step]
        row += (
            page.sizes[place + step],
            other.linked / page.sizes[place + step],
            page.prose[place + step] > 0,
            other.places[1:2] == block.places[1:2] or other.places[:1] == block.places[:1],
            other.tag == block.tag and other.names == block.names,
            other.tag in HEADINGS,
        )
    before, last = page.so_far, len(blocks)
    row += (
        before[place] - before[max(0, place - _NEAR)],
        before[min(last, place + 1 + _NEAR)] - before[place + 1],
        before[place] - before[max(0, place - _FAR)],
        before[min(last, place + 1 + _FAR)] - before[place + 1],
    )
    gap = next((n for n in range(12) if place - n >= 0 and blocks[place - n].tag in HEADINGS), 12)
    row += (gap, blocks[place - gap].own & 0xFFFF if gap < 12 else -1)
    return row


_LOOK_NAMES = ("look_count", "look_size", "look_link", "look_share")


def _of_looks(block: HtmlBlock, page: _Page) -> tuple[float, ...]:
    count, chars, linked, prose = page.looks[block.tag, block.names]
    return count, chars / count, linked / (chars or 1), prose / (page.total or 1)


def names() -> tuple[str, ...]:
    """Give the names of the numbers, in their order."""
    return (
        *_WORD_NAMES,
        *(f"line_{kind}" for kind in line_kinds()),
        *(f"tag_{tag}" for tag in _TAGS),
        "heading",
        "depth",
        *(f"within_{bit}" for bit in range(13)),
        *(f"own_{kind}" for kind in kinds()),
        *(f"around_{kind}" for kind in kinds()),
        *_PLACE_NAMES,
        *_NEIGHBOUR_NAMES,
        *_LOOK_NAMES,
        *_PICTURE_NAMES,
    )
