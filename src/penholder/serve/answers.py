"""Tells the rows that a question in SQL found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from penholder.serve.lines import WIDTH
from penholder.store.queries.asking import Answer

# A table of more columns has no room for their cells.
_MOST_COLUMNS = 8


def objects_of(found: Answer) -> Iterator[dict[str, Any]]:
    """Yield each row by the names of its columns; a second one of a name gets a number."""
    names: list[str] = []
    for name in found.columns:
        again = sum(1 for other in found.columns[: len(names)] if other == name)
        names.append(f"{name}_{again + 1}" if again else name)
    yield from (dict(zip(names, row, strict=True)) for row in found.rows)


def lines_of(found: Answer) -> Iterator[str]:
    """Yield a table no wider than a page, longer cells cut; of many columns each row by itself."""
    rows = [[_cell(value) for value in row] for row in found.rows]
    if len(found.columns) > _MOST_COLUMNS:
        yield from _records(found.columns, rows)
    elif found.columns:
        yield from _table([list(found.columns), *rows])


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = _widths(rows)
    for row in rows:
        cells = (_cut(cell, width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _records(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    name = max(map(len, columns))
    for row in rows:
        yield ""
        for column, cell in zip(columns, row, strict=True):
            yield f"  {column:<{name}}  {_cut(cell, WIDTH - name - 4).rstrip()}"


def _cut(cell: str, width: int) -> str:
    return f"{cell[: width - 1]}…" if len(cell) > width else cell.ljust(width)


def _cell(value: object) -> str:
    return "-" if value is None else " ".join(str(value).split())


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Give each column what its longest cell needs; the widest give way where a line is too long."""
    widths = [min(WIDTH, max(map(len, column))) for column in zip(*rows, strict=True)]
    room = WIDTH - 2 * (len(widths) - 1)
    while sum(widths) > room:
        widths[widths.index(max(widths))] -= 1
    return widths
