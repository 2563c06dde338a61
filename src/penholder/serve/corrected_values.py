"""What people may give an event as a value, as the ledger writes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache

import click

from penholder.model.statement import StatementKind
from penholder.model.when import When
from penholder.serve.symbol_known import symbol_fault, symbol_written
from penholder.serve.typed import day_typed, states_typed
from penholder.tables.load import load_csv, load_toml


def value_typed(field: str, value: str, kind: StatementKind) -> str:
    """Give a value of an event of a kind as the ledger writes it.

    Raises:
        click.BadParameter: the field cannot have it; the message says what it can have.
    """
    if field == "symbol":
        return _symbol(value.strip(), kind)
    found = _TYPED[field](value.strip())
    if found is None:
        raise click.BadParameter(
            f'"{value}" is no {field}; give {_FORMS[field]}', param_hint="VALUE"
        )
    return found


def _symbol(value: str, kind: StatementKind) -> str:
    if fault := symbol_fault(value, kind):
        raise click.BadParameter(f'"{value}" is no symbol: {fault}', param_hint="VALUE")
    return symbol_written(value)


# Nothing that is read is of a day before the United Nations, and nothing has happened yet where it is not tomorrow.
_FIRST = date(1945, 10, 24)


def _day(value: str) -> str | None:
    written = day_typed(value)
    days = When(written).days() if written else None
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    return written if days and _FIRST <= days[0] <= tomorrow else None


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

_TYPED: Mapping[str, Callable[[str], str | None]] = {
    "day": _day,
    "actor": _actor,
    "weapon": _weapon,
    "system": _matching(r"(?=.*[A-Za-z])[\w .,'()/-]{2,60}"),
    "number": _matching(r"[1-9]\d{0,2}"),
    "outcome": _matching("failure|success"),
    "tally": _tally,
}

_FORMS = {
    "day": f"a day or month from {_FIRST} to today, 2022-05-04 or 2022-05",
    "actor": "states by name or code, PRK or CHN,RUS",
    "weapon": "icbm, ballistic, cruise or another kind of weapons.toml",
    "system": "a name of 2 to 60 letters and digits, Hwasong-17",
    "number": "a whole number from 1 to 999",
    "outcome": "failure or success",
    "tally": "votes for, against and abstentions, fifteen at most: 13-2-0",
}
FIELDS = (*_TYPED, "symbol")
