"""The attributions of a story, looked up by place without passing over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from penholder.find.placed import Placed
from penholder.find.speech import Attribution
from penholder.model.span import Span


@dataclass(frozen=True, slots=True)
class _Reach:
    """An attribution with its place among all, from the first of its words to the last."""

    place: int
    one: Attribution
    span: Span


@dataclass(frozen=True, slots=True)
class Told:
    """Attributions in their order."""

    reaches: Placed[_Reach]

    @classmethod
    def of(cls, told: Sequence[Attribution]) -> Told:
        """Place each from its verb, or the first words that it introduces, to the last of them."""
        return cls(Placed.of(_Reach(place, one, _reach(one)) for place, one in enumerate(told)))

    def over(self, stretch: Span) -> list[Attribution]:
        """Give those that may have their verb or some of what is said in a stretch, in their order."""
        near = sorted(self.reaches.over(stretch), key=lambda reach: reach.place)
        return [reach.one for reach in near]


def _reach(one: Attribution) -> Span:
    spans = (one.cue, *one.contents)
    return Span(min(span.start for span in spans), max(span.end for span in spans))
