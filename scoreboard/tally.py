"""How many of each sort were found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """So many found, of so many there are."""

    found: int
    there: int

    @property
    def share(self) -> float:
        """Give the share from 0 to 1; nothing to find counts as 0."""
        return self.found / self.there if self.there else 0.0


Answer = tuple[str, bool]  # what was asked, and whether penholder got it right


def add_up(answers: Iterable[Answer]) -> Mapping[str, Score]:
    """Give the score of each question, in the order in which they came."""
    scores: dict[str, Score] = {}
    for name, right in answers:
        old = scores.get(name, Score(0, 0))
        scores[name] = Score(old.found + right, old.there + 1)
    return scores
