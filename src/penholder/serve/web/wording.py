"""How pages write values: days with their doubt, names of states and bodies, numbers, verdicts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from penholder.check.words import name_of
from penholder.model.when import When
from penholder.serve.actor_names import actor_name, actor_names
from penholder.serve.event_lines import counted
from penholder.serve.lines import meanings
from penholder.serve.record_rows import row_words
from penholder.serve.vote_lookups import sponsor_told

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
# A day or month as the record writes it, and no part of a symbol or an id.
_ISO = re.compile(r"(?<![\w/.-])(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?:-\d{2})?(?![\w/-])")
_VERDICTS = {
    "supported": "supported",
    "contradicted": "contradicted",
    "undecided": "undecided",
    "not_covered": "not covered",
}


def day(value: str | None) -> str:
    """Give a day as people write it: "5 May 2022", "May 2022", "2022", "5 May to 7 May 2022"; "no date"."""
    if not value:
        return "no date"
    first, slash, last = value.partition("/")
    if slash:
        return f"{day(first)} to {day(last)}"
    if week := _WEEK.fullmatch(first):
        return f"week {int(week[2])} of {week[1]}"
    parts = first.split("T")[0].split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3 or When(first).days() is None:
        return value
    months = [_MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    return " ".join([*(f"{int(one)}" for one in parts[2:3]), *months, parts[0]])


def with_days(told: str | None) -> str:
    """Give a sentence of the record with its days as people write them: "since 14 Oct 2006" for "since 2006-10-14"."""
    return _ISO.sub(lambda found: day(found[0]), told or "")


def words(value: str | None) -> str:
    """Give a value of the tables as words: "press statement" for "press_statement"."""
    return (value or "").replace("_", " ")


def plain(value: Any) -> str:
    """Give a value of the contract in words: "yes", "CHN A, IND A"; each pair of a list is joined by a blank."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{words(str(key))} {plain(one)}" for key, one in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(
            " ".join(map(plain, one)) if isinstance(one, list | tuple) else plain(one)
            for one in value
        )
    return str(value)


def member(seat: Mapping[str, Any]) -> str:
    """Give the usual name of a member of the Council; of a state that is no more, the name under which it sat."""
    called = actor_name(seat["id"])
    return str(seat["name"]) if called == seat["id"] else called


def web_address(url: str | None) -> str | None:
    """Give an address that a page may point to: of the web alone, for others can be scripts."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


FILTERS: dict[str, Callable[..., Any]] = {
    "day": day,
    "actor": actor_name,
    "actors": actor_names,
    "named": name_of,
    "member": member,
    "sponsor": sponsor_told,
    "counted": counted,
    "meanings": lambda shown: tuple(meanings(shown)),
    "words": words,
    "with_days": with_days,
    "row_words": row_words,
    "plain": plain,
    "verdict": lambda value: _VERDICTS.get(value, value),
    "web_address": web_address,
    "pair_with": lambda value, name: (value, name(value)),
    "one_line": lambda value: " ".join((value or "").split()),
}
