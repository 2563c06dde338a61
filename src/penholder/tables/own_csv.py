"""Reads the user's rows of a CSV table."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence

from penholder.tables.refusing import did_you_mean, refuse

Row = Mapping[str, str]


def parse_rows(file_name: str, columns: Sequence[str], text: str) -> tuple[Row, ...]:
    """Give the rows, with a cell for each column, empty where the file lacks the column.

    Raises:
        TableError: a column is unknown, or a row has not a cell for each column or no first one.
    """
    return tuple(_rows(file_name, columns, text))


def _rows(file_name: str, columns: Sequence[str], text: str) -> Iterator[Row]:
    read = csv.reader(text.splitlines())
    head = next(read, [])
    for column in head:
        if column not in columns:
            refuse(
                f"{file_name}:1", f'there is no column "{column}"', did_you_mean(column, columns)
            )
    if columns[0] not in head:
        refuse(f"{file_name}:1", f'the column "{columns[0]}" is missing', "Write it first.")
    for cells in filter(None, read):
        where = f"{file_name}:{read.line_num}"
        if len(cells) != len(head):
            refuse(where, f"the row has {len(cells)} cells, not {len(head)}", "Mend its commas.")
        row = dict(zip(head, cells, strict=True))
        if not row[columns[0]].strip():
            refuse(where, f'"{columns[0]}" is empty', "Fill it, or drop the row.")
        yield dict.fromkeys(columns, "") | row
