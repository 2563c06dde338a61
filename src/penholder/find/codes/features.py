"""What a sentence shows of its code: the hits, where they stand, and which follow each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from penholder.find.codes.hits import Hit, find_hits
from penholder.model.span import Span

# Characters between two hits that still turn each other ("agreed on Monday to lift").
_NEAR = 40
# Characters between a party and the hit beside it: a blank, an article.
_BESIDE = 4


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its two parties; a party that is not named stands at its edge."""

    source: Span
    target: Span
    hits: tuple[Hit, ...]  # those outside the parties' names

    @classmethod
    def of(cls, text: str, source: Span | None, target: Span | None) -> Scene:
        """Read the hits of a text around its parties."""
        first = source or Span(0, 0)
        second = target or Span(len(text), len(text))
        hits = (hit for hit in find_hits(text) if not _inside(hit, first, second))
        return cls(first, second, tuple(hits))


def features_of(scene: Scene) -> frozenset[str]:
    """Give the names of all that holds in a scene; a feature holds or does not."""
    order = "s<t" if scene.source < scene.target else "t<s"
    return frozenset(
        (order, *_standing(scene), *_first(scene), *_turned(scene.hits), *_beside(scene))
    )


def _inside(hit: Hit, source: Span, target: Span) -> bool:
    return hit.span.overlaps(source) or hit.span.overlaps(target)


def _standing(scene: Scene) -> Iterator[str]:
    """Yield each hit's entry and rows, alone and with their place before, between or after."""
    for hit in scene.hits:
        place = _place(scene, hit)
        for name in (hit.word, *map("#{}".format, hit.rows)):
            yield name
            yield f"{name} {place}"


def _place(scene: Scene, hit: Hit) -> str:
    near, far = sorted((scene.source, scene.target))
    if hit.span.start < near.start:
        return "before"
    return "between" if hit.span.start < far.start else "after"


def _first(scene: Scene) -> Iterator[str]:
    """Yield the first two hits after the source, and the last one between the parties."""
    later = [hit for hit in scene.hits if hit.span.start >= scene.source.end]
    for number, hit in enumerate(later[:2], 1):
        yield f"{number}. {hit.word}"
        yield from (f"{number}. #{row}" for row in hit.rows)
    between = [hit for hit in scene.hits if _place(scene, hit) == "between"]
    yield from (f"last #{row}" for hit in between[-1:] for row in hit.rows)


def _turned(hits: Sequence[Hit]) -> Iterator[str]:
    """Yield the pairs of hits close to each other: by row and row, row and word, word and row."""
    for one, two in pairwise(hits):
        if two.span.start - one.span.end >= _NEAR:
            continue
        yield from (f"#{a} > #{b}" for a in one.rows for b in two.rows)
        yield from (f"#{a} > {two.word}" for a in one.rows)
        yield from (f"{one.word} > #{b}" for b in two.rows)


def _beside(scene: Scene) -> Iterator[str]:
    """Yield the hits that touch a party: the verb after its subject or before its object."""
    for hit in scene.hits:
        for party, gap in (
            ("source", hit.span.start - scene.source.end),
            ("target", scene.target.start - hit.span.end),
        ):
            if 0 <= gap < _BESIDE:
                yield f"{party} {hit.word}"
                yield from (f"{party} #{row}" for row in hit.rows)
