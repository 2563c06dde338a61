"""Stories that are copies or rewritings of one text: many outlets, one origin.

Two stories are compared by the runs of five words that they share, of those of the shorter one. Runs that stand in three
or more different texts are background, which agencies put under every story of a subject, and count for next to nothing.
Groups grow by the mean of all their pairs, so that one menu that two of them share joins no two stories.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from penholder.merge.origins.background import shares_of
from penholder.merge.origins.linkage import link
from penholder.merge.origins.prints import Print, number_shared
from penholder.merge.origins.same_texts import find_alike

# The mean share that two groups need to be of one origin.
_ORIGIN = 0.35


@dataclass(frozen=True, slots=True)
class Origin:
    """Stories of one origin by their keys, the lowest first, and for each why it is of it."""

    keys: tuple[str, ...]
    reasons: tuple[str, ...]


def find_origins(
    prints: Mapping[str, Print], days: Mapping[str, date] | None = None
) -> tuple[Origin, ...]:
    """Give the origins of stories; the order of the stories plays no part.

    Args:
        prints: of each story, by a key: the lowest one names the origin.
        days: on which stories were published, as far as that is known; two that lie far apart are no copies.
    """
    keys = sorted(prints)
    whole = [prints[key] for key in keys]
    alike = find_alike(whole, [(days or {}).get(key) for key in keys])
    shares = shares_of(whole, alike.near)
    groups = link({at: len(of) for at, of in alike.same.items()}, shares, _ORIGIN)
    stories = sorted(sorted(story for at in one for story in alike.same[at]) for one in groups)
    return tuple(_origin(keys, whole, group) for group in stories)


def _origin(keys: Sequence[str], whole: Sequence[Print], group: Sequence[int]) -> Origin:
    reasons = (_reason(keys, whole, group, at) for at in group)
    return Origin(keys=tuple(keys[at] for at in group), reasons=tuple(reasons))


def _reason(keys: Sequence[str], whole: Sequence[Print], group: Sequence[int], at: int) -> str:
    """Say how much a story shares with the one that is most like it."""
    others = [other for other in group if other != at][:_COMPARED]
    if at == group[0]:
        return ""
    share, nearest = 0.0, group[0]
    for other in others:
        if (near := _share(whole[at], whole[other])) > share:
            share, nearest = near, other
        if share >= 1:
            break
    return (
        f"{100 * share:.0f} % of the shorter one's words, five by five, are also in {keys[nearest]}"
    )


# So many copies are looked at for the one that is most alike.
_COMPARED = 50


def _share(one: Print, other: Print) -> float:
    return number_shared(one, other) / max(1, min(len(one), len(other)))
