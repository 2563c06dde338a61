"""The command that shows the word tables."""

from __future__ import annotations

from collections import Counter

import click

from penholder.errors import NotFoundError
from penholder.serve.command_group import answer, json_option, main, tables_option


@main.command()
@click.argument("table", required=False)
@click.option("--search", metavar="TEXT", help="Only rows that hold this text.")
@tables_option
@json_option
def words(table: str | None, search: str | None, *, as_lines: bool) -> None:
    """Show the rows of the word tables, with their examples."""
    from penholder.serve.words import find_words, lines_of

    found = list(find_words(table, search))
    if not found:
        raise NotFoundError(
            f'"{search}"', fault="no row holds it", remedy="Search for a shorter part of it."
        )
    if table or search or as_lines:
        lines = (line for row in found for line in lines_of(row))
    else:
        counts = Counter(row.table for row in found)
        lines = (f"{number:>5}  {name}" for name, number in counts.items())
    answer((row.as_json() for row in found), lines, as_lines=as_lines)
