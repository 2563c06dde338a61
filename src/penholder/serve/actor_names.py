"""Names of states, bodies and people by the ids that the ledger keeps."""

from __future__ import annotations

from functools import cache

from penholder.check.words import name_of, sentence
from penholder.find.names.people import slug
from penholder.tables.load import load_csv, load_toml


def actor_name(id_: str | None) -> str:
    """Give the name of whom an id names: "North Korea", "John Kirby", "United States: spokesperson", "Japan and South Korea"."""
    if not id_:
        return "nobody named"
    if "+" in id_:
        return " and ".join(actor_name(one) for one in id_.split("+") if one) or id_
    if id_ in (names := _names()):
        return names[id_]
    state, _, office = id_.partition("/")
    if id_.islower():
        return " ".join(part.capitalize() for part in id_.split("-"))
    name = sentence(names.get(state) or name_of(state)).removeprefix("The ")
    return f"{name}: {office.replace('_', ' ')}" if office else name


def actor_names(ids: str | None) -> str:
    """Give the names of several, joined by blanks in the ledger."""
    return ", ".join(map(actor_name, (ids or "").split())) or "nobody named"


@cache
def _names() -> dict[str, str]:
    """Give the names of bodies and people by their ids."""
    bodies = {row["id"]: row["name"] for row in reversed(load_toml("bodies")["body"])}
    people = {str(slug(row["name"])): row["name"] for row in load_csv("people")}
    return people | bodies
