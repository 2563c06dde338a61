"""Reads the user's part of a TOML table, and holds it against the shipped one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from penholder.tables.patterns import check_patterns
from penholder.tables.refusing import did_you_mean, refuse

# Cells whose values code knows: they take only what shipped rows have there.
_CLOSED = {
    "acts": ("kind", "target", "needs"),
    "claims": ("type",),
    "codes": ("code",),
    "places": ("kind",),
    "speech_words": ("takes",),
    "times": ("read",),
    "weapons": ("kinds",),
}
# The proof of a row, which the shipped ones must bring and the user's may.
_PROOF = frozenset({"examples", "near"})
_ROWS = "rows in double brackets"


def parse_table(name: str, shipped: Mapping[str, Any], text: str) -> Mapping[str, Any]:
    """Give the user's part of the table `name`.toml.

    Raises:
        TableError: it is not TOML, or a row is broken.
    """
    try:
        own = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        refuse(f"{name}.toml", f"this is not TOML: {fault}", "Mend that line.")
    for key, value in own.items():
        if key not in shipped:
            refuse(f"{name}.toml", f'it has no part "{key}"', did_you_mean(key, shipped))
        _check_part(name, shipped, key, value)
    return own


def _check_part(name: str, table: Mapping[str, Any], key: str, own: Any) -> None:
    where = f"{name}.toml, {key}"
    shipped = table[key]
    _check_kind(where, own, {_kind(shipped)})
    if _kind(shipped) == _ROWS:
        for place, row in enumerate(own, 1):
            told = f"{where} {place} ({row.get('id', 'no id')})"
            _check_row(name, told, shipped, row)
            check_patterns(name, told, table, row)
    elif isinstance(shipped, Mapping):
        for entry, value in own.items():
            _check_kind(f"{where}.{entry}", value, set(map(_kind, shipped.values())))


def _check_row(name: str, where: str, shipped: Sequence[Any], row: Mapping[str, Any]) -> None:
    known = {key: value for one in shipped for key, value in one.items()}
    if name == "claims":
        known["like"] = ""
    for key, value in row.items():
        if key not in known:
            refuse(where, f'there is no "{key}" in such rows', did_you_mean(key, known))
        _check_kind(f'{where}, "{key}"', value, {_kind(known[key])})
    for key in known:
        always = all(key in one for one in shipped) and key not in _PROOF
        if always and key not in row:
            refuse(where, f'"{key}" is missing', f"Give it, as in {shipped[0][key]!r}.")
    for key in _CLOSED.get(name, ()):
        _check_closed(where, key, shipped, row)


def _check_closed(where: str, key: str, shipped: Sequence[Any], row: Mapping[str, Any]) -> None:
    there = {one for other in shipped for one in _listed(other.get(key, ()))}
    for value in _listed(row.get(key, ())):
        if value not in there:
            refuse(where, f'"{key}" cannot be "{value}"', did_you_mean(str(value), there))


def _check_kind(where: str, value: Any, kinds: set[str]) -> None:
    if _kind(value) not in kinds:
        refuse(where, f"this is {_kind(value)}", f"Write {' or '.join(sorted(kinds))}.")
    if isinstance(value, list) and "" in map(_bare, value):
        refuse(where, "a word is empty", "Drop it: it would match everywhere.")


def _kind(value: Any) -> str:
    if isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
        return _ROWS
    names = {bool: "true or false", str: "words in quotes", int: "a number", list: "a list"}
    return next((told for type_, told in names.items() if isinstance(value, type_)), "a section")


def _bare(word: Any) -> Any:
    return word.strip() if isinstance(word, str) else word


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else (value,)
