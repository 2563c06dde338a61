"""Whether two statements can mean the same weapon."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from itertools import combinations

from penholder.tables.load import load_toml

Kinds = frozenset[str]

# Words for any weapon that flies: they fit every other.
_UNSPECIFIC = frozenset({"missile", "projectile", "any"})


def kinds_of(weapon: str | None) -> Kinds:
    """Give the kinds that a statement's weapon implies; none where it could be any."""
    return _kinds().get(weapon or "any", frozenset()) - _UNSPECIFIC


def may_be_one(mine: Kinds, others: Kinds) -> bool:
    """Say whether two weapons could be one: an ICBM is ballistic, but no short-range missile."""
    return not mine or not others or mine <= others or others <= mine


def exactest(weapons: Collection[str]) -> str | None:
    """Give the most exact of the words for one weapon, "icbm" of "icbm" and "missile"; None: they cannot be one."""
    kinds = [kinds_of(weapon) for weapon in weapons]
    if not all(may_be_one(mine, others) for mine, others in combinations(kinds, 2)):
        return None
    return max(weapons, key=lambda one: (len(kinds_of(one)), one != "any", one), default=None)


def is_one_sort(mine: Kinds, others: Kinds) -> bool:
    """Say whether two weapons are of one sort, so that reports of one day can differ in the class."""
    both_fly = bool(mine & _ROCKETS and others & _ROCKETS)
    return not mine or not others or bool(mine & others) or both_fly


# What some call a satellite launcher others call a missile.
_ROCKETS = frozenset({"ballistic", "slv"})


@cache
def _kinds() -> Mapping[str, Kinds]:
    rows = load_toml("weapons")["weapon"]
    return {row["kinds"][0]: frozenset(row["kinds"]) for row in reversed(rows)}
