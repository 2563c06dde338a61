"""What people may give an event as a value, as the ledger writes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

import click

from penholder.serve.typed import day_typed, states_typed, symbol_typed
from penholder.tables.load import load_csv, load_toml


def value_typed(field: str, value: str) -> str:
    """Give a value as the ledger writes it.

    Raises:
        click.BadParameter: the field cannot have it; the message says what it can have.
    """
    found = _TYPED[field](value.strip())
    if found is None:
        raise click.BadParameter(
            f'"{value}" is no {field}; give {_FORMS[field]}', param_hint="VALUE"
        )
    return found


def _actor(value: str) -> str | None:
    states = states_typed(value.replace(" and ", ","))
    known = {row["id"] for row in load_csv("states")}
    return " ".join(sorted(states)) if states and set(states) <= known else None


def _weapon(value: str) -> str | None:
    return value.casefold() if value.casefold() in _weapons() else None


@cache
def _weapons() -> tuple[str, ...]:
    return tuple(sorted({row["kinds"][0] for row in load_toml("weapons")["weapon"]}))


def _matching(pattern: str) -> Callable[[str], str | None]:
    whole = re.compile(pattern)
    return lambda value: value if whole.fullmatch(value) else None


def _tally(value: str) -> str | None:
    votes = [int(one) for one in value.split("-") if one.isdigit()]
    return value if re.fullmatch(r"\d+-\d+-\d+", value) and sum(votes) <= _SEATS else None


_SEATS = 15
_symbol = _matching(r"S/[A-Z0-9/. ()-]*\d[A-Z0-9/. ()-]*")

_TYPED: Mapping[str, Callable[[str], str | None]] = {
    "day": day_typed,
    "actor": _actor,
    "weapon": _weapon,
    "system": _matching(r".*\S.*"),
    "number": _matching(r"[1-9]\d{0,2}"),
    "outcome": _matching("failure|success"),
    "symbol": lambda value: _symbol(symbol_typed(value)),
    "tally": _tally,
}

_FORMS = {
    "day": "a day or month, 2022-05-04 or 2022-05",
    "actor": "states by name or code, PRK or CHN,RUS",
    "weapon": "icbm, ballistic, cruise or another kind of weapons.toml",
    "system": "a name",
    "number": "a whole number",
    "outcome": "failure or success",
    "symbol": "S/RES/2397 (2017) or S/2022/431",
    "tally": "votes for, against and abstentions, fifteen at most: 13-2-0",
}
FIELDS = tuple(_TYPED)
