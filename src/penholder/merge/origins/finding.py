"""Stories that are copies or rewritings of one text: many outlets, one origin.

Two stories are compared by the runs of five words that they share, of those of the shorter one. Runs that stand in three
or more different texts are background, which agencies put under every story of a subject, and count for next to nothing.
Groups grow by the mean of all their pairs, so that one menu that two of them share joins no two stories.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from penholder.merge.origins.background import Weighed, weigh
from penholder.merge.origins.held import Held, Shares, Told
from penholder.merge.origins.linkage import link
from penholder.merge.origins.prints import Print, number_shared
from penholder.merge.origins.same_texts import Alike, find_alike

# The mean share that two groups need to be of one origin.
ORIGIN = 0.35


@dataclass(frozen=True, slots=True)
class Origin:
    """Stories of one origin by their keys, the lowest first, and for each why it is of it."""

    keys: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The origins of all stories, and what is kept of these for when further ones come."""

    origins: tuple[Origin, ...]
    held: tuple[Held, ...]
    shares: Shares


def find_origins(
    prints: Mapping[str, Print], days: Mapping[str, date] | None = None
) -> tuple[Origin, ...]:
    """Give the origins of stories; the order of the stories plays no part.

    Args:
        prints: of each story, by a key: the lowest one names the origin.
        days: on which stories were published, as far as that is known; two that lie far apart are no copies.
    """
    named = sorted(prints)
    dated = days or {}
    return find_all(
        Told(no=no, key=key, day=dated.get(key), words=prints[key]) for no, key in enumerate(named)
    ).origins


def find_all(told: Iterable[Told]) -> Found:
    """Give the origins of stories with what is kept of each; the order of the stories plays no part."""
    stories = sorted(told, key=lambda story: story.key)
    whole = [story.words for story in stories]
    alike = find_alike(whole, [story.day for story in stories])
    weighed = weigh(whole, alike.near)
    groups = link({at: len(of) for at, of in alike.same.items()}, weighed.shares, ORIGIN)
    copies = sorted(sorted(at for text in one for at in alike.same[text]) for one in groups)
    origins = tuple(origin_of([stories[at] for at in group]) for group in copies)
    numbers = [story.no for story in stories]
    shares = {pair_of(numbers[a], numbers[b]): share for (a, b), share in weighed.shares.items()}
    return Found(origins, tuple(_held(stories, alike, weighed)), shares)


def pair_of(one: int, other: int) -> tuple[int, int]:
    """Give two numbers, the lower one first."""
    return (one, other) if one < other else (other, one)


def _held(stories: Sequence[Told], alike: Alike, weighed: Weighed) -> Iterator[Held]:
    """Yield each story with what is kept of it."""
    lowest: dict[int, int] = {}
    for at, kin in weighed.kin.items():
        lowest[kin] = min(lowest.get(kin, stories[at].no), stories[at].no)
    for first, of in alike.same.items():
        for at in of:
            one = stories[at]
            kin = lowest[weighed.kin[at]] if at in weighed.kin else one.no
            yield Held(no=one.no, key=one.key, day=one.day, words=one.words, first=stories[first].no, kin=kin,
                       background=weighed.background.get(at, array("I")))  # fmt: skip


def origin_of(group: Sequence[Told]) -> Origin:
    """Give stories of one origin, sorted by their keys, with the reason of each."""
    reasons = (_reason(group, at) for at in range(len(group)))
    return Origin(keys=tuple(story.key for story in group), reasons=tuple(reasons))


def _reason(group: Sequence[Told], at: int) -> str:
    """Say how much a story shares with the one that is most like it."""
    if at == 0:
        return ""
    share, nearest = 0.0, group[0]
    for other in [*group[:at], *group[at + 1 :]][:_COMPARED]:
        if (near := _share(group[at].words, other.words)) > share:
            share, nearest = near, other
        if share >= 1:
            break
    return f"{100 * share:.0f} % of the shorter one's words, five by five, are also in {nearest.key}"  # fmt: skip


# So many copies are looked at for the one that is most alike.
_COMPARED = 50


def _share(one: Print, other: Print) -> float:
    return number_shared(one, other) / max(1, min(len(one), len(other)))
