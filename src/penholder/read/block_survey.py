"""What the blocks of a page are together: where its prose stands, what it is about, which looks return."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from penholder.read.class_words import kinds
from penholder.read.clues import Clues, fold, is_prose, vocabulary
from penholder.read.datelines import read_dateline
from penholder.read.html_blocks import Blocks, HtmlBlock
from penholder.read.tags import HEADINGS


@dataclass(frozen=True, slots=True)
class BlockSurvey:
    """What the blocks of a page are together."""

    sizes: list[int]
    prose: list[int]  # characters of prose of each block, else 0
    so_far: list[int]  # characters of prose before each block
    mass: Mapping[int, int]  # characters of prose by element around
    total: int
    home: int  # the element that is most of all the story's
    first: int  # its first and last block of prose
    last: int
    title: int  # the block that is the title, or -1
    heading: list[int]  # the last heading up to each block, far away where there is none
    looks: dict[tuple[str, str], list[int]]  # blocks, characters, linked, prose by tag and name
    repeated: Counter[str]
    vocabulary: frozenset[str]  # longer words of the story's paragraphs
    common: frozenset[str]  # ... that stand in two of them or more
    used: dict[str, frozenset[str]]  # the longer words of blocks of prose
    chars: Mapping[int, int]  # characters by element that holds a picture
    pictured: frozenset[int]
    alts: frozenset[str]
    pictures: int


def survey_blocks(found: Blocks, told: Clues) -> BlockSurvey:
    """Give what the blocks of a page are together."""
    blocks = found.blocks
    sizes = [len(block.words) for block in blocks]
    prose = [size if is_prose(block) else 0 for size, block in zip(sizes, blocks, strict=True)]
    mass, home = _weigh(blocks, prose)
    inside = [i for i, block in enumerate(blocks) if prose[i] and home in block.places]
    told_once = [frozenset(vocabulary(blocks[place].words)) for place in inside]
    said: Counter[str] = Counter()
    for words in told_once:
        said.update(words)
    return BlockSurvey(
        sizes=sizes,
        prose=prose,
        so_far=[0, *accumulate(prose)],
        mass=mass,
        total=sum(prose),
        home=home,
        first=inside[0] if inside else 0,
        last=inside[-1] if inside else 0,
        title=_title(blocks, told, inside[0] if inside else len(blocks)),
        heading=_headings(blocks),
        looks=_looks(blocks, prose),
        repeated=Counter(block.words for block in blocks),
        vocabulary=frozenset(said),
        common=frozenset(word for word, count in said.items() if count > 1),
        used={blocks[place].words: words for place, words in zip(inside, told_once, strict=True)},
        chars=_chars(found, sizes),
        pictured=found.pictured,
        alts=frozenset(folded for alt in found.alts if (folded := fold(alt))),
        pictures=found.pictures,
    )


def _chars(found: Blocks, sizes: Sequence[int]) -> dict[int, int]:
    """Count the characters inside each element that holds a picture."""
    chars = dict.fromkeys(found.pictured, 0)
    for block, size in zip(found.blocks, sizes, strict=True):
        for place in block.places:
            if place in chars:
                chars[place] += size
    return chars


# What an element around a paragraph counts for, from the innermost out: the story's own element
# holds nearly all of it and little else around it.
_FALL = 0.85
# What a paragraph weighs that opens with a dateline within so many characters: no other text does.
_OPENING, _DATELINE = 5.0, 120
# What prose weighs that stands inside an element for comments or offers.
_DOUBT = 0.3


@cache
def _doubtful() -> int:
    return sum(1 << kinds().index(kind) for kind in ("comment", "ad", "offer", "related"))


def _weigh(blocks: Sequence[HtmlBlock], prose: list[int]) -> tuple[Mapping[int, int], int]:
    """Give the prose inside each element around, and the element that is most the story's."""
    mass: defaultdict[int, int] = defaultdict(int)
    worth: defaultdict[int, float] = defaultdict(float)
    for block, size in zip(blocks, prose, strict=True):
        if not size:
            continue
        weight = size * (_DOUBT if block.around & _doubtful() else 1.0)
        if read_dateline(block.words[:_DATELINE]):
            weight *= _OPENING
        for place in block.places:
            mass[place] += size
            worth[place] += weight
            weight *= _FALL
    return mass, max(worth, key=worth.__getitem__, default=-1)


_NOWHERE = -999


def _headings(blocks: Sequence[HtmlBlock]) -> list[int]:
    places = (n if block.tag in HEADINGS else _NOWHERE for n, block in enumerate(blocks))
    return list(accumulate(places, max))


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
