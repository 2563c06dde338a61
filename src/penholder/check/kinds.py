"""Tells the kinds of weapon that narrow a claim down from those that any launch has."""

from __future__ import annotations

from collections.abc import Sequence

_LOOSE = frozenset({"missile", "projectile", "any"})


def telling_kinds(kinds: Sequence[str]) -> list[str]:
    """Give the kinds that tell one launch from another, most telling first."""
    return [kind for kind in kinds if kind not in _LOOSE]
