"""Which texts have something in common now that had not before, and the other way round."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from penholder.merge.origins.days_at_hand import DaysAtHand
from penholder.merge.origins.same_texts import Pair


@dataclass(frozen=True, slots=True)
class Turned:
    """The texts that came and went, and the pairs that did, with the number of runs that they share."""

    texts: frozenset[int]
    lost: frozenset[int]
    pairs: Mapping[Pair, int]
    parted: Mapping[Pair, int]


def find_turned(days: DaysAtHand) -> Turned:
    """Give the texts and the pairs of texts that came or went."""
    ranks = range(len(days.stories))
    texts = frozenset(r for r in ranks if days.is_text(r, "new") and not days.is_text(r, "old"))
    lost = frozenset(r for r in ranks if days.is_text(r, "old") and not days.is_text(r, "new"))
    came, went = _of_texts(days, texts, lost)
    for rank in _at_the_limit(days, texts | lost):
        old, new = days.before(rank, "old"), days.before(rank, "new")
        went |= {(of, rank): number for of, number in old.items()}
        came |= {(of, rank): number for of, number in new.items()}
    pairs = {pair: number for pair, number in came.items() if pair not in went}
    return Turned(texts, lost, pairs, {p: number for p, number in went.items() if p not in came})


def _of_texts(
    days: DaysAtHand, texts: Collection[int], lost: Collection[int]
) -> tuple[dict[Pair, int], dict[Pair, int]]:
    days.seek([*texts, *lost])
    came: dict[Pair, int] = {}
    went: dict[Pair, int] = {}
    for rank in texts:
        near = days.near(rank, "new").items()
        came |= {(min(rank, of), max(rank, of)): number for of, number in near}
    for rank in lost:
        near = days.near(rank, "old").items()
        went |= {(min(rank, of), max(rank, of)): number for of, number in near}
    return came, went


def _at_the_limit(days: DaysAtHand, turned: Collection[int]) -> set[int]:
    """Give the texts, there before and now, that look up a run no longer or again: more or fewer have it."""
    runs = {run for rank in turned for run in days.looked[rank]}
    found: set[int] = set()
    for run in runs:
        old, new = days.followed(run, "old"), days.followed(run, "new")
        if old is not new and old != new:
            found.update(set(old) ^ set(new))
    found -= set(turned)
    days.seek(found)
    return found
