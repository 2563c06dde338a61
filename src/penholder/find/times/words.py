"""Looks up what the words of a time stand for: "Sept." is 9, "Thursday" 3, "last" -1."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from penholder.find.numbers import read_number
from penholder.tables.load import load_toml

_HALF = re.compile(r"(?:(?P<whole>\d+)\s(?P<up>\d)/(?P<down>\d)|(?P<words>\w+)\sand\sa\shalf)$")


def plain(words: str | None) -> str:
    """Give words in lower case with single blanks; nothing for None."""
    return " ".join((words or "").casefold().split())


@cache
def table(name: str) -> Mapping[str, Any]:
    """Give one table of time_words.toml, its keys in lower case."""
    return {plain(key): value for key, value in load_toml("time_words")[name].items()}


def month_number(words: str) -> int:
    """Give the number of a month, 1 to 12, by its first three letters."""
    found: int = load_toml("time_words")["months"].index(words[:3].casefold()) + 1
    return found


def weekday_number(words: str) -> int:
    """Give the number of a weekday, Monday 0 to Sunday 6, by its first three letters."""
    found: int = load_toml("time_words")["weekdays"].index(words[:3].casefold())
    return found


def unit_of(words: str) -> str:
    """Give the name of a unit in the singular: "centuries" is "century"."""
    word = plain(words)
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def offset_of(words: str | None) -> int | None:
    """Give how many units off "last", "this" or "the following" is; None for other words."""
    found: int | None = table("offsets").get(plain(words).split(" ")[-1])
    return found


def number_of(words: str) -> str:
    """Give a number as TIMEX3 writes it: "4", "2.5", or "X" where the words name no figure."""
    words = plain(words.replace("-", " ") if words[:1].isalpha() else words)
    if words in table("loose"):
        return str(table("loose")[words])
    if match := _HALF.match(words):
        return _with_half(match)
    found = read_number(words)
    if found is not None:
        return str(found)
    return words if words.replace(".", "").isdecimal() else "X"


def _with_half(match: re.Match[str]) -> str:
    if match["words"]:
        whole = number_of(match["words"])
        return f"{whole}.5" if whole.isdecimal() else "X"
    share = int(match["up"]) / max(int(match["down"]), 1)
    return f"{int(match['whole']) + share:g}"


def mod_of(match: re.Match[str]) -> str | None:
    """Give TIMEX3's mod for the words that the group "mod" or "phase" caught."""
    groups = match.groupdict()
    if mod := table("mods").get(plain(groups.get("mod"))):
        return str(mod)
    said = re.findall(r"[a-z]+", plain(groups.get("phase")))
    return next((table("phases")[word] for word in said if word in table("phases")), None)
