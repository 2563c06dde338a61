"""Holds the patterns of the user's rows against those that code reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from penholder.tables.refusing import did_you_mean, refuse

Row = Mapping[str, Any]


def check_patterns(name: str, where: str, table: Mapping[str, Any], row: Row) -> None:
    """Refuse a row whose patterns are broken, or lack groups that the code reads by their names.

    Raises:
        TableError: so it is.
    """
    patterns = row.get("patterns", [row["pattern"]] if "pattern" in row else [])
    for pattern in patterns:
        if missing := _read_groups(name, where, table, row) - _groups(where, table, pattern):
            refuse(
                where,
                f"the pattern has no group {', '.join(sorted(missing))}",
                "Name its groups as the shipped row does that it is read like.",
            )


def _read_groups(name: str, where: str, table: Mapping[str, Any], row: Row) -> frozenset[str]:
    """Give the groups that code reads: those that all shipped rows have that it takes it for."""
    if name == "times":
        like = [one for one in table["time"] if one["read"] == row["read"]]
    elif name == "claims":
        like = [_like(where, table, row)]
    else:
        return frozenset()
    return frozenset.intersection(*(_groups(where, table, one["pattern"]) for one in like))


def _like(where: str, table: Mapping[str, Any], row: Row) -> Row:
    """Give the shipped claim that a row is read like: the one it names, else the one it replaces."""
    shipped: dict[str, Row] = {one["id"]: one for one in table["claim"]}
    like = row.get("like", row["id"])
    if like not in shipped:
        remedy = did_you_mean(like, shipped) if "like" in row else "Give the id of one."
        refuse(where, '"like" names no row that it is read as', remedy)
    if shipped[like]["type"] != row["type"]:
        refuse(where, f'"{like}" is of another type', f'Write type = "{shipped[like]["type"]}".')
    return shipped[like]


def _groups(where: str, table: Mapping[str, Any], pattern: str) -> frozenset[str]:
    """Give the named groups of a pattern, those of its macros too."""
    macros = table.get("macros", {})
    while any(f"{{{macro}}}" in pattern for macro in macros):
        for macro, part in macros.items():
            pattern = pattern.replace(f"{{{macro}}}", part)
    try:
        # Macros that code makes from other tables have no groups of their own.
        return frozenset(re.compile(re.sub(r"\{[A-Z]+\}", "x", pattern)).groupindex)
    except re.error as fault:
        refuse(where, f"the pattern is broken: {fault}", "Mend it.")
