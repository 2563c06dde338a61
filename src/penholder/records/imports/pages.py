"""A table of a web page as rows of cells, without what the page has around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import html
from lxml.etree import LxmlError

from penholder.records.imports.opened import Opened


def rows_under(file: Opened, *heads: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells under the named heads, of each row of the table that has them all.

    A head is named by words that it holds: "casting". The number is that of the table's row.

    Raises:
        SourceError: no table has these heads, or the page ends within its table.
    """
    for table in _tables(file):
        rows = list(table.iter("tr"))
        for number, row in enumerate(rows, start=1):
            places = _places([_text(cell) for cell in row.iter("th", "td")], heads)
            if places is not None:
                yield from _cells(rows[number:], places, number + 1)
                return
    raise file.broken(f"no table on the page has the columns {', '.join(heads)}")


def has_table(file: Opened, *heads: str) -> bool:
    """Say whether a table of the page has these heads."""
    return any(
        _places([_text(cell) for cell in row.iter("th", "td")], heads) is not None
        for table in _tables(file)
        for row in table.iter("tr")
    )


def ends_in_table(file: Opened) -> bool:
    """Say whether the page breaks off before a table that it began is closed."""
    data = file.data.lower()
    return data.count(b"<table") > data.count(b"</table")


def _tables(file: Opened) -> list[html.HtmlElement]:
    try:
        return list(html.fromstring(file.data).iter("table"))
    except (LxmlError, ValueError) as fault:
        raise file.broken(f"the page cannot be read ({fault})") from fault


def _places(cells: Sequence[str], heads: Sequence[str]) -> list[int] | None:
    """Give where each head stands in a row; None: the row lacks one."""
    found = [
        next((at for at, cell in enumerate(cells) if head in cell.casefold()), None)
        for head in heads
    ]
    places = [at for at in found if at is not None]
    return places if len(places) == len(heads) == len(set(places)) else None


def _cells(
    rows: Sequence[html.HtmlElement], places: Sequence[int], first: int
) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(rows, start=first):
        cells = [_text(cell) for cell in row.iter("td")]
        if len(cells) > max(places):
            yield number, [cells[at] for at in places]


def _text(cell: html.HtmlElement) -> str:
    """Give the words of a cell on one line; a line break parts words as a blank does."""
    return " ".join(" ".join(map(str, cell.itertext())).split())
