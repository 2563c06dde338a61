"""How outlets count: each habit is a row with the published number that shows it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from penholder.model.verdict import Row

if TYPE_CHECKING:
    from penholder.records.load import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """An outlet, what it was counting, the rule that gives its number, and that number."""

    outlet: str
    names: tuple[str, ...]  # how the outlet is named: "ap", "associated press"
    rule: str  # an id of counting_rules.toml
    units: frozenset[str]  # the units of tables/units.toml that the outlet used
    words: tuple[str, ...]  # words of the noun, any of them; (): any that names no kind of weapon
    first: date  # from this day on the habit is known
    last: date
    number: int | None  # as published; None: the habit is known, and no number is at hand
    said: str  # exact | at_least | more_than | about
    start: date | None  # counted from this day
    as_of: date | None  # to this one, both local
    evidence: str  # where it was published
    reproduced: str  # yes | no | untested: whether the rule gives the number
    note: str

    @property
    def row(self) -> Row:
        """Give the row of the record that this is."""
        return Row("outlet_habits", f"{self.outlet}, {self.rule}, {self.as_of or self.first}")


def habit_of(
    records: Records, outlet: str | None, noun: str, unit: str | None, day: date
) -> str | None:
    """Give the rule by which an outlet counts such a noun around a day, or None.

    Outlets are matched loosely: "CNN via KESQ" and "edition.cnn.com" are CNN, and of "The Korea
    Herald (Yonhap)" the agency in brackets comes first. A habit whose own number the rule does not
    give counts for nothing.
    """
    for named in _sources(outlet or ""):
        for habit in records.habits:
            if habit.first <= day <= habit.last and _is_of(habit, named, noun, unit):
                return habit.rule
    return None


def _is_of(habit: Habit, named: str, noun: str, unit: str | None) -> bool:
    if habit.reproduced == "no" or (unit is not None and unit not in habit.units):
        return False
    return any(_holds(named, name) for name in habit.names) and _fits(habit, _plain(noun))


def _fits(habit: Habit, noun: str) -> bool:
    """Say whether a noun is what the habit is about: "ballistic launch" is not any launch."""
    narrow = {word for word in _narrow() if _holds(noun, word)}
    return any(
        _holds(noun, words) and all(_holds(words, word) for word in narrow)
        for words in habit.words or ("",)
    )


def _sources(outlet: str) -> Iterator[str]:
    """Yield the parts of an outlet's name, the one that wrote the story first."""
    yield from (_plain(part) for part in re.findall(r"\(([^)]*)\)", outlet))
    yield from (_plain(part) for part in re.sub(r"\([^)]*\)", " ", outlet).split(" via "))


def _holds(words: str, part: str) -> bool:
    return not part or f" {part} " in f" {words} "


def _plain(words: str) -> str:
    """Give words in lower case and the singular, without marks: "Show-of-force" is as it is read."""
    found = re.findall(r"\w+", words.lower().replace("_", " "))
    return " ".join(word if len(word) < 4 else word.removesuffix("s") for word in found)


def habit_of_row(row: Mapping[str, str]) -> Habit:
    """Read one row of outlet_habits.csv."""
    return Habit(
        outlet=row["outlet"],
        names=tuple(map(_plain, row["names"].split("|"))),
        rule=row["rule"],
        units=frozenset(row["unit"].split("|")),
        words=tuple(map(_plain, filter(None, row["words"].split("|")))),
        first=date.fromisoformat(row["first"]),
        last=date.fromisoformat(row["last"]),
        number=int(row["number"]) if row["number"] else None,
        said=row["said"],
        start=date.fromisoformat(row["start"]) if row["start"] else None,
        as_of=date.fromisoformat(row["as_of"]) if row["as_of"] else None,
        evidence=row["evidence"],
        reproduced=row["reproduced"],
        note=row["note"],
    )


@cache
def _narrow() -> tuple[str, ...]:
    path = files("penholder.records").joinpath("data", "counting_rules.toml")
    return tuple(map(_plain, tomllib.loads(path.read_text("utf-8"))["narrow"]))
