"""What texts share, by weight, where something came or went near them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from penholder.merge.origins.background import find_background, share_of
from penholder.merge.origins.days_at_hand import NOTHING, DaysAtHand
from penholder.merge.origins.held import Held
from penholder.merge.origins.kinship import Kin
from penholder.merge.origins.pairing import Turned
from penholder.merge.origins.prints import Print
from penholder.merge.origins.same_texts import Pair


@dataclass(frozen=True, slots=True)
class Reweighed:
    """The backgrounds that are others than before, and the shares that may be; 0: next to nothing."""

    background: Mapping[int, Print]
    shares: Mapping[Pair, float]


def reweigh(days: DaysAtHand, turned: Turned, kin: Kin) -> Reweighed:
    """Give what texts share where their background is another one, and what those that came share."""
    touched = set(_touched(days, turned, kin))
    days.seek(touched)
    background: dict[int, Print] = {}
    for rank in touched:
        others = ((days.words(of), kin.of[of]) for of in days.near(rank, "new"))
        found = find_background(days.runs(rank), kin.of[rank], others)
        if rank in turned.texts or found != _kept(days, rank):
            background[rank] = found
    asked = set(turned.pairs) | set(_pairs_of(days, background))
    parted = dict.fromkeys(turned.parted, 0.0)
    return Reweighed(background, parted | dict(_shares(days, asked, background)))


def _touched(days: DaysAtHand, turned: Turned, kin: Kin) -> Iterator[int]:
    """Yield the texts whose background may be another one."""
    yield from turned.texts
    for pair in (*turned.pairs, *turned.parted):
        yield from (rank for rank in pair if rank not in turned.lost)
    for rank in kin.turned:
        yield rank
        yield from days.near(rank, "new")


def _pairs_of(days: DaysAtHand, ranks: Iterable[int]) -> Iterator[Pair]:
    for rank in ranks:
        yield from ((min(rank, of), max(rank, of)) for of in days.near(rank, "new"))


def _kept(days: DaysAtHand, rank: int) -> Print:
    one = days.stories[rank]
    return one.background if isinstance(one, Held) else NOTHING


def _shares(
    days: DaysAtHand, pairs: Iterable[Pair], new: Mapping[int, Print]
) -> Iterator[tuple[Pair, float]]:
    """Yield what pairs share."""
    sides: dict[int, tuple[int, frozenset[int]]] = {}
    for pair in pairs:
        for rank in pair:
            if rank not in sides:
                background = new[rank] if rank in new else _kept(days, rank)
                sides[rank] = len(days.words(rank)), frozenset(background)
        # The runs of a text near which something changed are ready as a set.
        one, other = pair if pair[0] in new else pair[::-1]
        both = days.runs(one).intersection(days.words(other))
        yield pair, share_of(both, sides[one], sides[other])
