"""Facts that hang on no vote and no launch: official names, articles of the Charter, the UN's size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from penholder.model.verdict import Row

if TYPE_CHECKING:
    from penholder.records.load import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What is so from a day on."""

    topic: str  # official_name | charter_article | un_size
    key: str  # "DPRK", "Article 51", "193"
    value: str
    words: tuple[str, ...]  # other words, or parts of words, that say the same
    first: str
    last: str | None  # None: still so
    source: str

    @property
    def row(self) -> Row:
        """Give the row of the record that this is."""
        return Row("facts", f"{self.topic}/{self.key}")


def facts_on(records: Records, topic: str, day: str) -> tuple[Fact, ...]:
    """Give the facts of a topic that were so on a day ("2022-05-05")."""
    return tuple(
        fact
        for fact in records.facts
        if fact.topic == topic and fact.first <= day <= (fact.last or day)
    )


def fact_of(row: Mapping[str, str]) -> Fact:
    """Read one row of facts.csv."""
    return Fact(
        topic=row["topic"],
        key=row["key"],
        value=row["value"],
        words=tuple(filter(None, row["words"].split("|"))),
        first=row["first"],
        last=row["last"] or None,
        source=row["source"],
    )
