"""How many of each sort were found."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

ROUNDING = 0.005  # a parser's sums are rounded otherwise on each kind of processor


@dataclass(frozen=True, slots=True)
class Score:
    """So many found, of so many there are."""

    found: int
    there: int

    @property
    def share(self) -> float:
        """Give the share from 0 to 1; nothing to find counts as 0."""
        return self.found / self.there if self.there else 0.0

    def below(self, floor: float) -> bool:
        """Say whether the share fell below a floor by more than rounding explains."""
        return self.share + ROUNDING < floor


Answer = tuple[str, bool]  # what was asked, and whether penholder got it right


def add_up(answers: Iterable[Answer]) -> Mapping[str, Score]:
    """Give the score of each question, in the order in which they came."""
    scores: dict[str, Score] = {}
    for name, right in answers:
        old = scores.get(name, Score(0, 0))
        scores[name] = Score(old.found + right, old.there + 1)
    return scores


def macro_f1(there: Sequence[Hashable], found: Sequence[Hashable]) -> Score:
    """Give the mean F1 over all classes that are there, in thousandths."""
    classes = set(there)
    mean = sum(_f1(one, there, found) for one in classes) / len(classes)
    return Score(round(1000 * mean), 1000)


def _f1(one: Hashable, there: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    both = sum(a == b == one for a, b in zip(there, found, strict=True))
    all_told = sum(a == one for a in there) + sum(b == one for b in found)
    return 2 * both / all_told
