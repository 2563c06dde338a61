"""Whom people mean who type a name: a state, a body or a person, as the ledger writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache

from penholder.errors import NotFoundError
from penholder.find.names.people import slug
from penholder.tables.load import load_csv, load_toml


def actor_known(words: str, is_told: Callable[[str], bool]) -> str:
    """Give the id of whom the tables name so, in any case, or of whom the ledger tells.

    Raises:
        NotFoundError: neither knows the name; the remedy gives one that is written alike.
    """
    typed = words.strip()
    if named := _ids().get(typed.casefold()):
        return named
    for id_ in (typed, str(slug(typed))):
        if id_ and is_told(id_):
            return id_
    near = get_close_matches(typed.casefold(), _ids(), 1, cutoff=0.75)
    example = "Give a state, a body or a person: North Korea, UN Security Council, Nikki Haley"
    remedy = f'Did you mean "{_shown()[near[0]]}"?' if near else example
    raise NotFoundError(words, fault="nobody of that name is known", remedy=remedy)


@cache
def _ids() -> dict[str, str]:
    """Give the ids by the names in lower case; of two of one name the first."""
    return {name.casefold(): id_ for id_, name in reversed(tuple(_names()))}


@cache
def _shown() -> dict[str, str]:
    return {name.casefold(): name for _, name in _names()}


def _names() -> Iterator[tuple[str, str]]:
    for row in load_csv("states"):
        yield from ((row["id"], name.strip()) for name in _told(row) if name)
    for body in load_toml("bodies")["body"]:
        yield from ((body["id"], name) for name in (body["id"], body["name"], *body["words"]))
    for row in load_csv("people"):
        id_ = str(slug(row["name"]))
        yield from ((id_, name) for name in (*_told(row), id_) if name)


def _told(row: Mapping[str, str]) -> tuple[str, ...]:
    return row.get("id") or "", row["name"], *row["names"].split("|")
