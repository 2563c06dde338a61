"""Further stories among those whose origins are known: what they touch is found anew, and the rest stays.

The result is that of all stories anew. Whose words a story has is told from the texts of two weeks before it; its background
from the texts near it; and two groups become one only by a pair that shares enough, so that groups which no such pair
joins to what came or went stay as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from penholder.merge.origins.days_at_hand import NOTHING, DaysAtHand
from penholder.merge.origins.finding import ORIGIN, Origin, origin_of, pair_of
from penholder.merge.origins.held import BeyondError, Held, Shares, WholeError
from penholder.merge.origins.kinship import Kin, find_kin
from penholder.merge.origins.linkage import link
from penholder.merge.origins.pairing import Turned, find_turned
from penholder.merge.origins.reweighing import Reweighed, reweigh
from penholder.merge.origins.settling import settle

# A pair that shares so much can join two groups; the sums of a mean are rounded.
_JOINS = ORIGIN - 1e-9


@dataclass(frozen=True, slots=True)
class Grown:
    """What is another than before: stories, shares (0: no longer), and the origins with all of their stories."""

    held: tuple[Held, ...]
    shares: Shares
    origins: tuple[Origin, ...]


def grow(days: DaysAtHand, shares: Shares) -> Grown:
    """Give what is another with the stories that came and without those that went.

    Args:
        days: the stories of the days around these.
        shares: what texts of these days shared before.

    Raises:
        BeyondError: stories of further days have a part in it.
        WholeError: stories without a day may have: all have to be found anew.
    """
    settle(days)
    turned = find_turned(days)
    kin = find_kin(days, turned)
    weighed = reweigh(days, turned, kin)
    held = {
        rank: now for rank in range(len(days.stories)) if (now := _held(days, rank, kin, weighed))
    }
    changed = _changed(days, weighed, shares)
    touched = set(_touched(days, turned, changed))
    return Grown(tuple(held.values()), changed, tuple(_origins(days, touched, shares, changed)))


def _held(days: DaysAtHand, rank: int, kin: Kin, weighed: Reweighed) -> Held | None:
    """Give a story with what is kept of it now; None: it is as it was, or went."""
    one, first = days.stories[rank], days.now[rank]
    if first is None:
        return None
    is_text = days.is_text(rank, "new")
    kept = one.background if isinstance(one, Held) and is_text else NOTHING
    now = Held(no=one.no, key=one.key, day=one.day, words=one.words, first=first,
               kin=kin.of[rank] if is_text else one.no,
               background=weighed.background.get(rank, kept))  # fmt: skip
    return None if now == one else now


def _changed(days: DaysAtHand, weighed: Reweighed, shares: Shares) -> Shares:
    """Give the shares that are others than before; one that came is told after the one that went."""
    found = {}
    for (one, other), share in sorted(weighed.shares.items(), key=lambda row: row[1] > 0):
        found[pair_of(days.no(one), days.no(other))] = share
    return {pair: share for pair, share in found.items() if shares.get(pair, 0.0) != share}


def _touched(days: DaysAtHand, turned: Turned, changed: Shares) -> Iterator[int]:
    """Yield the numbers of the texts whose group may be another one."""
    yield from (days.no(rank) for rank in turned.texts | turned.lost)
    yield from chain.from_iterable(changed)
    for rank, was in enumerate(days.was):
        if was != days.now[rank]:
            yield from (first for first in (was, days.now[rank]) if first is not None)


def _origins(
    days: DaysAtHand,
    touched: Collection[int],
    shares: Shares,
    changed: Shares,
) -> Iterator[Origin]:
    """Yield the origins of the texts that are touched, and of all that were or are of one origin with these."""
    region = _region(touched, (shares, changed))
    copies: dict[int, list[int]] = defaultdict(list)
    for rank, first in enumerate(days.now):
        if first in region:
            copies[first].append(rank)
    _check(days, region, copies)
    keys = {
        one.no: one.key for one, now in zip(days.stories, days.now, strict=True) if now is not None
    }
    order = sorted(copies, key=keys.__getitem__)
    at = {no: place for place, no in enumerate(order)}
    both = {**shares, **changed}
    inner = {pair_of(at[a], at[b]): share for (a, b), share in both.items()
             if share > 0 and a in at and b in at}  # fmt: skip
    for group in link({at[no]: len(of) for no, of in copies.items()}, inner, ORIGIN):
        ranks = (rank for place in group for rank in copies[order[place]])
        yield origin_of(sorted((days.stories[r] for r in ranks), key=lambda one: one.key))


def _region(touched: Iterable[int], known: Iterable[Shares]) -> set[int]:
    """Give numbers with all that a pair which shares enough, before or now, joins to them."""
    joined: dict[int, list[int]] = defaultdict(list)
    for shares in known:
        for (one, other), share in shares.items():
            if share >= _JOINS:
                joined[one].append(other)
                joined[other].append(one)
    region, reached = set[int](), set(touched)
    while reached:
        no = reached.pop()
        region.add(no)
        reached.update(other for other in joined[no] if other not in region)
    return region


def _check(days: DaysAtHand, region: Collection[int], copies: Mapping[int, list[int]]) -> None:
    """Refuse to tell origins of which further stories may be.

    Raises:
        BeyondError: those of further days.
        WholeError: those without a day.
    """
    texts = [rank for first, of in copies.items() for rank in of if days.no(rank) == first]
    if any(days.meets_undated(rank) for rank in texts):
        raise WholeError
    if not {one.no for one in days.stories}.issuperset(region):
        raise BeyondError
    for rank in texts:
        days.check_reach(rank)
