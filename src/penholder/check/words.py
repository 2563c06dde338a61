"""Words for a reader: names of states, months, and lists of paragraphs."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from penholder.records.load import Prohibition
from penholder.tables.load import load_csv


def name_of(actor: str) -> str:
    """Give a state's usual name: "the United States"; other ids stay as they are."""
    name = _names().get(actor, actor)
    return f"the {name}" if name.startswith("United ") else name


def names_of(actors: Iterable[str]) -> str:
    """Give the names of states as a list that ends in "and"."""
    *first, last = [name_of(actor) for actor in actors] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def sentence(words: str) -> str:
    """Begin a sentence with a capital and leave the rest alone."""
    return words[:1].upper() + words[1:]


def month_of(value: str) -> str:
    """Give "May 2022" for "2022-05"."""
    year, month = value.split("-")[:2]
    return f"{month_name[int(month)]} {year}"


def day_of(value: str) -> str:
    """Give "22 December 2017" for "2017-12-22"."""
    year, month, day = value.split("-")
    return f"{int(day)} {month_name[int(month)]} {year}"


def paragraphs(rows: Sequence[Prohibition]) -> str:
    """List paragraphs by resolution: "S/RES/1718 (2006) paragraphs 2 and 5"."""
    numbers: dict[str, list[str]] = {}
    for row in rows:
        numbers.setdefault(row.symbol, []).append(row.para)
    return "; ".join(_of_one(symbol, paras) for symbol, paras in numbers.items())


def _of_one(symbol: str, paras: Sequence[str]) -> str:
    return f"{symbol} {'paragraphs' if len(paras) > 1 else 'paragraph'} {names_of(paras)}"


@cache
def _names() -> Mapping[str, str]:
    return {row["id"]: row["name"] for row in load_csv("states")}
