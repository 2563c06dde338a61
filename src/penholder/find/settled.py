"""Takes a test for held that a noun tells of, where the story tells it as held on the same day: "Wednesday's launch would violate"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from penholder.model.statement import Polarity, Statement, StatementKind


def settle(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements; of a test that is planned by the words around its noun, and held elsewhere in the story, as held."""
    held = {_event(one) for one in statements if one.polarity is Polarity.ASSERTED} - {None}
    for one in statements:
        named = one.rule in _NOUNS and one.polarity is Polarity.PLANNED and one.when is not None
        yield replace(one, polarity=Polarity.ASSERTED) if named and _event(one) in held else one


def _event(one: Statement) -> tuple[object, ...] | None:
    if one.kind is not StatementKind.WEAPON_TEST or one.when is None:
        return None
    return one.actor, one.when.value.split("T")[0]


# The rows that name a test by a noun.
_NOUNS = frozenset({"tests_of_owner", "test_of_day", "weapon_test_named"})
