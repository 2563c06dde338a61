"""The Council's members under the codes and names of UN papers."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from penholder.tables.load import load_csv

if TYPE_CHECKING:
    from penholder.records.load import Seat

Seats = Mapping[int, frozenset[str]]


def seats_by_year(seats: Iterable[Seat]) -> Seats:
    """Give the members of each year."""
    found: dict[int, set[str]] = defaultdict(set)
    for seat in seats:
        found[seat.year].add(seat.member)
    return {year: frozenset(members) for year, members in found.items()}


def state_called(words: str) -> str | None:
    """Give the state of a code or name: "GHA", "Ghana", "VENEZUELA (BOLIVARIAN REPUBLIC OF)"."""
    plain = " ".join(words.split())
    if re.fullmatch(r"[A-Z]{3}", plain) and plain in _codes():
        return plain
    bare = re.sub(r"\s*\(.*\)$", "", plain)
    return _names().get(_key(plain)) or _names().get(_key(bare))


def member_of(words: str, year: int, seats: Seats) -> str | None:
    """Give the member that a code or name means in a year; None: nobody is called so.

    A state without a seat that year is given too: whoever counts the votes will say so.
    """
    state = state_called(words)
    if state is None:
        return None
    line = next((line for line in _table()["lineage"] if state in line), [state])
    return next((code for code in line if code in seats.get(year, ())), state)


def is_without_vote(*words: str) -> bool:
    """Say whether a note tells that nobody voted."""
    told = " ".join(words).casefold()
    return any(phrase in told for phrase in _table()["without_vote"])


@cache
def _codes() -> frozenset[str]:
    lines = [code for line in _table()["lineage"] for code in line]
    return frozenset([row["id"] for row in load_csv("states")] + lines + ["DDR"])


@cache
def _names() -> Mapping[str, str]:
    names: dict[str, str] = {}
    for row in load_csv("states"):
        for name in (row["name"], *filter(None, row["names"].split("|"))):
            names[_key(name)] = row["id"]
    return names | {_key(name): code for name, code in _table()["names"].items()}


def _key(name: str) -> str:
    """Spell a name without accents, case and curly marks."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore")
    return plain.decode().casefold().removeprefix("the ").strip()


@cache
def _table() -> Mapping[str, Any]:
    path = files("penholder.records.imports").joinpath("members.toml")
    return tomllib.loads(path.read_text("utf-8"))
