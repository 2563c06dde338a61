"""Which blocks of a page are its body and its captions, by comparing them with the hand-checked text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from page_gold import GoldPage, words

from penholder.read.clues import fold

BODY, CAPTION, OTHER, OPTIONAL = "body", "caption", "other", "optional"
# Letters from which a part of a paragraph is told apart by its words alone.
_TELLING = 25
# Share of a block's word triples that the body must hold.
_ALIKE = 0.75
# Characters up to which a block is body only among other blocks of the body, and how far from them.
_SHORT, _BEFORE, _AFTER = 40, 5, 4


def label_blocks(page: GoldPage, blocks: Sequence[str]) -> list[str]:
    """Give the label of each block of a page."""
    paragraphs = [fold(part) for part in page.paragraphs]
    triples = {triple for part in page.paragraphs for triple in _triples(part)}
    captions = [folded for part in page.captions if (folded := fold(part))]
    optional = "|".join(map(fold, page.optional))
    labels = []
    for block in blocks:
        folded = fold(block)
        if _is_body(block, folded, paragraphs, triples):
            labels.append(BODY)
        elif any(_is_like(folded, caption) for caption in captions):
            labels.append(CAPTION)
        else:
            labels.append(OPTIONAL if len(folded) > 2 and folded in optional else OTHER)
    return _once(_among_others(labels, blocks), blocks, Counter(paragraphs))


def _triples(text: str) -> list[tuple[str, ...]]:
    told = words(text)
    return [tuple(told[place : place + 3]) for place in range(max(1, len(told) - 2))]


def _is_body(
    block: str, folded: str, paragraphs: Sequence[str], triples: set[tuple[str, ...]]
) -> bool:
    if folded in paragraphs:
        return True
    if len(folded) < _TELLING:
        return False
    if any(folded in part for part in paragraphs):
        return True
    own = _triples(block)
    return sum(triple in triples for triple in own) >= _ALIKE * len(own)


def _is_like(folded: str, caption: str) -> bool:
    """Say whether a block is a caption, give or take a credit."""
    if len(folded) <= 8:
        return False
    return (caption in folded and 2 * len(caption) > len(folded)) or (
        folded in caption and 2 * len(folded) > len(caption)
    )


def _among_others(labels: list[str], blocks: Sequence[str]) -> list[str]:
    """Take short words out of the body that stand away from it: menus print headings too."""
    long = [
        place
        for place, block in enumerate(blocks)
        if labels[place] == BODY and len(block) >= _SHORT
    ]
    if not long:
        return labels
    near = range(long[0] - _BEFORE, long[-1] + _AFTER + 1)
    return [
        OTHER if label == BODY and len(block) < _SHORT and place not in near else label
        for place, (label, block) in enumerate(zip(labels, blocks, strict=True))
    ]


def _once(labels: list[str], blocks: Sequence[str], there: Counter[str]) -> list[str]:
    """Keep a paragraph as often as the body holds it, where most of the body stands."""
    places = defaultdict(list)
    body = [place for place, label in enumerate(labels) if label == BODY]
    for place in body:
        places[fold(blocks[place])].append(place)
    for folded, found in places.items():
        found.sort(key=lambda place: abs(place - body[len(body) // 2]))
        for place in found[max(1, there[folded]) :]:
            labels[place] = OTHER
    return labels
