"""Commands that ask the ledger: in SQL, and by words."""

from __future__ import annotations

import click

from penholder.serve.command_group import answer, json_option, ledger_option, ledger_place, main


@main.command()
@click.argument("question")
@click.option("--rows", type=click.IntRange(1, 1_000_000), default=1000, show_default=True, help="At most so many rows.")  # fmt: skip
@click.option("--seconds", type=click.FloatRange(0.05, 3600), default=0.7, show_default=True, help="At most so long.")  # fmt: skip
@ledger_option
@json_option
def sql(question: str, rows: int, seconds: float, ledger: str | None, *, as_lines: bool) -> None:
    """Ask the ledger in SQL; QUESTION can only read."""
    from penholder.serve.answers import lines_of, objects_of
    from penholder.store.places import place_named
    from penholder.store.queries.asking import Limits, ask

    place = place_named(ledger or ledger_place())
    found = ask(place, question, Limits(rows=rows, seconds=seconds))
    answer(objects_of(found), lines_of(found), as_lines=as_lines)
    if found.cut:
        click.echo(found.cut, err=True)


@main.command()
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--in", "noun", type=click.Choice(["stories", "quotes", "statements"]), help="Only there."
)
@click.option("--most", type=click.IntRange(1, 10_000), default=20, show_default=True, help="At most so many of each.")  # fmt: skip
@ledger_option
@json_option
def search(
    words: tuple[str, ...], noun: str | None, most: int, ledger: str | None, *, as_lines: bool
) -> None:
    """Find WORDS in stories, quotes and statements; "quoted words" stand together."""
    from penholder.serve.searching import found_json, found_lines
    from penholder.store.ledger import read_ledger
    from penholder.store.search import search as find

    nouns = (noun,) if noun else ("stories", "quotes", "statements")
    with read_ledger(ledger or ledger_place()) as kept:
        found = find(kept, words, nouns, most)
    answer(found_json(found), found_lines(found), as_lines=as_lines)
