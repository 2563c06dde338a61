"""Agencies that stories credit, "(Yonhap)": printed in the story, beside the outlet that published it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Text,
    bindparam,
    cast,
    func,
    or_,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import JSON

from penholder.store.full_text import INDEXED
from penholder.store.newest import outlets_called
from penholder.store.stands import kept_while_it_stands
from penholder.store.tables import STORY_VERSIONS
from penholder.tables.load import load_toml

_V = STORY_VERSIONS.c
_STORIES = INDEXED[0]


def agencies_of(ledger: Connection, versions: Sequence[int]) -> dict[int, str]:
    """Give the agency that each of some versions of stories credits; those that credit none are left out."""
    credit = _credit(ledger)
    asked = select(_V.no, credit).where(_V.no.in_(versions), credit.is_not(None))
    return {row[0]: row[1] for row in ledger.execute(asked)}


def with_agencies(
    ledger: Connection, rows: Iterable[Mapping[str, Any]], version: str = "version"
) -> list[dict[str, Any]]:
    """Give rows with the agency that their story credits, in the place of the number of its version."""
    kept = [(row[version], {k: v for k, v in row.items() if k != version}) for row in rows]
    agencies = agencies_of(ledger, [no for no, _ in kept])
    return [{**row, "agency": agencies.get(no)} for no, row in kept]


def told_by(ledger: Connection, name: str) -> ColumnElement[bool]:
    """Give the condition that a story is of an outlet of that name, in any case, or credits an agency that has it among its names."""
    names = _names().get(name.strip().casefold(), ())
    outlets = [one for each in (name, *names) for one in outlets_called(ledger, each)]
    published = _V.outlet.in_(outlets)
    if not names:
        return published
    credited: BindParameter[Any] = bindparam(
        None, credited_to(ledger, names), expanding=True, literal_execute=True
    )
    return or_(published, _V.no.in_(credited))


@kept_while_it_stands(64)
def credited_to(ledger: Connection, names: tuple[str, ...]) -> tuple[int, ...]:
    """Give the current versions of stories that credit an agency of these names."""
    found: set[int] = set()
    for name in names:
        asked = select(_V.no).where(_V.current, _credit(ledger) == name, *_holding(ledger, name))
        found.update(ledger.execute(asked).scalars())
    return tuple(sorted(found))


def _credit(ledger: Connection) -> ColumnElement[Any]:
    """Give the agency in what was told of a story, which has no column of its own."""
    if ledger.dialect.name == "postgresql":
        told: ColumnElement[Any] = cast(_V.told, JSON)[("story", "credit")].astext
        return told
    return func.json_extract(_V.told, "$.story.credit", type_=Text)


def _holding(ledger: Connection, name: str) -> list[ColumnElement[bool]]:
    """Give the condition that the words of a story hold a name, by their index: what is told of others need not be read.

    The index has no words of scripts without blanks.
    """
    if not name.isascii():
        return []
    if ledger.dialect.name == "postgresql":
        found = f"{_STORIES.table}.words @@ phraseto_tsquery('english', :name)"
        return [text(found).bindparams(name=name)]  # type: ignore[list-item]
    index = _STORIES.index
    found = f"story_versions.no IN (SELECT rowid FROM {index} WHERE {index} MATCH :name)"  # noqa: S608
    return [text(found).bindparams(name=f'"{name}"')]  # type: ignore[list-item]


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Give all names of an agency by each of them in lower case."""
    table = load_toml("agencies")
    every = [(name,) for name in table["names"]] + [tuple(names) for names in table["same"]]
    return {name.casefold(): names for names in every for name in names}
