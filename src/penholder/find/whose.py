"""Those who act: the words that name them, and who they are."""

from __future__ import annotations

from penholder.model.actor import Actor, Mention

Doers = tuple[tuple[Mention, ...], tuple[Actor, ...]]
NOBODY: Doers = ((), ())


def of_state(state: Actor | None) -> Doers:
    """Give a state that acts without a word that names it; nobody for None."""
    return (), (state,) if state else ()
