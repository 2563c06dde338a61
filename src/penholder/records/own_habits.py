"""Reads the habits of outlets that the user adds in a folder of tables."""

from __future__ import annotations

from collections.abc import Mapping

from penholder.records.habits import Habit, habit_of_row
from penholder.records.tables import rows, toml_rows
from penholder.tables.own import own_text
from penholder.tables.own_csv import parse_rows
from penholder.tables.refusing import did_you_mean, refuse

_FILE = "outlet_habits.csv"
_NEEDED = ("outlet", "names", "rule", "unit", "first", "last")


def own_habits() -> tuple[Habit, ...]:
    """Give the user's habits, which come before the shipped ones.

    Raises:
        TableError: a row is broken.
    """
    if not (text := own_text(_FILE)):
        return ()
    columns = tuple(rows("outlet_habits")[0])
    return tuple(
        _habit(f"{_FILE}, row {place} ({row['outlet']})", row)
        for place, row in enumerate(parse_rows(_FILE, columns, text), 1)
    )


def _habit(where: str, row: Mapping[str, str]) -> Habit:
    for column in _NEEDED:
        if not row[column]:
            refuse(where, f'"{column}" is empty', "Fill it.")
    rules = {one["id"] for one in toml_rows("counting_rules", "rule")}
    if row["rule"] not in rules:
        refuse(where, f'there is no rule "{row["rule"]}"', did_you_mean(row["rule"], rules))
    try:
        return habit_of_row(row)
    except ValueError as fault:
        refuse(where, str(fault), "Write days as 2022-05-04 and numbers in digits.")
