"""Things of a story in reading order, looked up by place without passing over all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from penholder.model.span import Span


class HasSpan(Protocol):
    """Whatever stands somewhere in a text."""

    @property
    def span(self) -> Span:
        """Give where it stands."""


T = TypeVar("T", bound=HasSpan)


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """Things by where they begin, and how long the longest is."""

    items: tuple[T, ...]
    starts: tuple[int, ...]
    longest: int

    @classmethod
    def of(cls, items: Iterable[T]) -> Placed[T]:
        """Order them by where they stand; of those at one place the order stays."""
        ordered = tuple(sorted(items, key=lambda one: one.span))
        return cls(
            ordered,
            tuple(one.span.start for one in ordered),
            max((one.span.end - one.span.start for one in ordered), default=0),
        )

    def over(self, span: Span) -> tuple[T, ...]:
        """Give those that share a character with a span."""
        first = bisect_left(self.starts, span.start - self.longest)
        near = self.items[first : bisect_left(self.starts, span.end)]
        return tuple(one for one in near if one.span.overlaps(span))

    def around(self, span: Span) -> tuple[T, ...]:
        """Give those that hold all of a span."""
        first = bisect_left(self.starts, span.end - self.longest)
        near = self.items[first : bisect_right(self.starts, span.start)]
        return tuple(one for one in near if one.span.covers(span))


def within(items: Sequence[T], stretch: Span) -> Sequence[T]:
    """Give those of an ordered sequence that begin inside a stretch."""
    first = bisect_left(items, stretch.start, key=_start)
    return items[first : bisect_left(items, stretch.end, key=_start)]


def _start(one: HasSpan) -> int:
    return one.span.start
