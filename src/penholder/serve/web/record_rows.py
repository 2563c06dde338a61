"""Rows of the record in words, each with the page that shows it: what decided a claim, for who does not know the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from urllib.parse import quote

from penholder.find.names.people import slug
from penholder.records.launches import launch_with
from penholder.records.load import load_records
from penholder.records.offices import terms_of
from penholder.records.votes import vote_with
from penholder.serve.actor_names import actor_name
from penholder.serve.web.wording import day, words

# Resolutions have a page; statements of the President have none.
_RESOLUTION = "S/RES/"


@dataclass(frozen=True, slots=True)
class Told:
    """A row in words; `rows` are the keys of all that these words tell."""

    words: str
    path: str | None = None
    rows: tuple[str, ...] = ()


def rows_told(rows: Iterable[Mapping[str, str]]) -> tuple[Told, ...]:
    """Give rows of the record in words, in their order; those of the same words together, as the seats of one year."""
    found: dict[tuple[str, str | None], list[str]] = {}
    for row in rows:
        table, key = row["table"], row["key"]
        told = _WAYS[table](key) if table in _WAYS else _plainly(table, key)
        found.setdefault(told, []).append(f"{table} {key}")
    return tuple(Told(*told, tuple(keys)) for told, keys in found.items())


_Way = tuple[str, str | None]


def _plainly(table: str, key: str) -> _Way:
    """Give "happenings: ukraine invasion, 23 Feb 2022" for "ukraine_invasion/2022-02-23"."""
    parts = [key] if _RESOLUTION in key else key.split("/")
    return f"{words(table)}: {', '.join(day(words(part)) for part in parts if part)}", None


@cache
def _launch(key: str) -> _Way:
    launch = launch_with(load_records(), key)
    return (f"{launch.cls}, {day(launch.date_local)}" if launch else key), f"/launches/{quote(key)}"


@cache
def _vote(key: str) -> _Way:
    vote = vote_with(load_records(), key)
    path = f"/votes/id/{quote(key)}"
    return (f"{vote.symbol or vote.draft}, {day(vote.date)}" if vote else f"vote {key}"), path


@cache
def _office(key: str) -> _Way:
    """Give "Barack Obama, president from 20 Jan 2009" for "Barack Obama/USA/president/2009-01-20"."""
    name, *rest = key.split("/")
    if len(rest) != 3:
        return _plainly("offices", key)
    id_ = str(slug(name))
    known = terms_of(load_records(), actor_name(id_))
    return f"{name}, {words(rest[1])} from {day(rest[2])}", f"/people/{id_}" if known else None


def _paragraph(key: str) -> _Way:
    """Give "S/RES/1718 (2006), paragraph 2" for "S/RES/1718 (2006) para 2"."""
    symbol, _, paragraph = key.partition(" para ")
    path = f"/votes/{quote(symbol)}" if symbol.startswith(_RESOLUTION) else None
    return f"{symbol}, paragraph {words(paragraph)}" if paragraph else symbol, path


_WAYS: Mapping[str, Callable[[str], _Way]] = MappingProxyType(
    {
        "launches": _launch,
        "votes": _vote,
        "offices": _office,
        "prohibitions": _paragraph,
        "measures": _paragraph,
        "listings": _paragraph,
        "members": lambda key: (f"members in {key[:4]}", f"/council/{key[:4]}"),
        "presidencies": lambda key: (f"presidency of {day(key)}", f"/council/{key}"),
        "nuclear_tests": lambda key: (f"nuclear test no. {key}", None),
        "coverage": lambda key: (f"what the table of {words(key)} covers", None),
    }
)
