"""What sort of office an id names: its label, whose it is, and whether several hold it at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from penholder.tables.load import load_csv, load_toml

# "American Secretary of State" is not what reporters write.
_ADJECTIVES = {"USA": "US"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeKind:
    """An office of tables/offices.toml."""

    id: str  # "un_ambassador"
    label: str
    scope: str | None  # the one state or body that has it; None: many states do
    shared: bool  # spokespeople and deputies: one holder does not exclude another

    def name_in(self, state: str) -> str:
        """Give its name for a reader: "South Korean Foreign Minister", "Secretary of State"."""
        return self.label if state == self.scope else f"{_adjective(state)} {self.label}"


@cache
def office_kinds() -> Mapping[str, OfficeKind]:
    """Give each office by its id; where an id has several rows, the first one names it."""
    rows = reversed(load_toml("offices")["office"])
    return {
        row["id"]: OfficeKind(
            id=row["id"],
            label=row["label"],
            scope=row.get("scope"),
            shared=row.get("shared", False),
        )
        for row in rows
    }


@cache
def _adjective(state: str) -> str:
    words = {row["id"]: row["adjectives"].split("|")[0] for row in load_csv("states")}
    return _ADJECTIVES.get(state) or words.get(state) or state
