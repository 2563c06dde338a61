"""Commands by which a person sets events right; what was decided outlives reading again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from penholder.serve.command_group import answer, json_option, ledger_option, ledger_place, main

if TYPE_CHECKING:  # slow to import
    from sqlalchemy import Connection

# The names stand here too, so that --help need not import the tables; a test compares them.
_FIELDS = ("day", "actor", "weapon", "system", "number", "outcome", "symbol", "tally")


def _not_blank(_: click.Context, __: click.Parameter, words: str) -> str:
    if not words.strip():
        raise click.BadParameter("it is empty")
    return words.strip()


def _said(command: Callable[..., None]) -> Callable[..., None]:
    """Add what every correction says: who made it, and why."""
    note = click.option(
        "--note", metavar="WORDS", required=True, callback=_not_blank, help="Why; it is kept."
    )
    return _by(note(ledger_option(command)))


_by = click.option("--by", "who", metavar="NAME", envvar="PENHOLDER_BY", required=True, callback=_not_blank, help="Who decides; else PENHOLDER_BY.")  # fmt: skip


@main.command()
@click.argument("event")
@click.argument("others", nargs=-1, required=True, metavar="OTHER...")
@_said
def merge(event: str, others: tuple[str, ...], ledger: str | None, **said: str) -> None:
    """Say that each OTHER event, of the same kind, is the same as EVENT, whose id stays."""
    from penholder.store.corrections import merge_events

    with _correcting(ledger, said) as (kept, made):
        numbers = merge_events(kept, event, others, made)
    _tell(numbers, f"{', '.join(others)} and {event} are one event")


@main.command()
@click.argument("event")
@click.argument("story")
@click.argument("number", type=click.IntRange(0), required=False)
@_said
def split(event: str, story: str, number: int | None, ledger: str | None, **said: str) -> None:
    """Say that what STORY tells of EVENT, or its statement NUMBER alone, is another event."""
    from penholder.store.corrections import split_event
    from penholder.store.meant_events import Chosen

    with _correcting(ledger, said) as (kept, made):
        done = split_event(kept, event, Chosen(story=story, place=number), made)
    _tell([done], f"set apart as {event}-split-{done}")


@main.command()
@click.argument("event")
@click.argument("field", type=click.Choice(_FIELDS))
@click.argument("value")
@_said
def correct(event: str, field: str, value: str, ledger: str | None, **said: str) -> None:
    """Say that FIELD of EVENT is VALUE; what each story says stays with its statements."""
    from penholder.serve.corrected_values import value_typed
    from penholder.store.corrections import correct_event, kind_to_correct

    with _correcting(ledger, said) as (kept, made):
        typed = value_typed(field, value, kind_to_correct(kept, event, field))
        done = correct_event(kept, event, field, typed, made)
    _tell([done], f"{field} of {event} is {typed}")


@main.command()
@click.argument("named", metavar="EVENT|STORY")
@click.argument("number", type=click.IntRange(0), required=False)
@_said
def reject(named: str, number: int | None, ledger: str | None, **said: str) -> None:
    """Say that EVENT is none, or that the statement NUMBER of STORY tells of none."""
    from penholder.store.corrections import reject_event, reject_statement
    from penholder.store.meant_events import Chosen

    with _correcting(ledger, said) as (kept, made):
        if number is None:
            done = reject_event(kept, named, made)
        else:
            done = reject_statement(kept, Chosen(story=named, place=number), made)
    _tell([done], f"{named if number is None else f'statement {number} of {named}'} is no event")


@main.command()
@click.argument("number", type=click.IntRange(1))
@_by
@ledger_option
def undo(number: int, who: str, ledger: str | None) -> None:
    """Take a correction back by its NUMBER in `penholder corrections`; the log keeps it."""
    from penholder.store.corrections import withdraw_correction

    with _correcting(ledger, {"who": who}) as (kept, made):
        withdraw_correction(kept, number, who, made["made_at"])
    click.echo(f"{number}: taken back")


@main.command()
@ledger_option
@json_option
def corrections(ledger: str | None, *, as_lines: bool) -> None:
    """List what people decided about events, and what they took back."""
    from penholder.serve.correction_lines import correction_lines
    from penholder.store.ledger import read_ledger
    from penholder.store.stories import dicts_of
    from penholder.store.views import view_named

    with read_ledger(ledger or ledger_place()) as kept:
        found = list(dicts_of(kept, view_named("corrections")))
    if not found and not as_lines:
        click.echo("Nobody has corrected anything.", err=True)
    answer(found, correction_lines(found), as_lines=as_lines)


@contextmanager
def _correcting(
    ledger: str | None, said: Mapping[str, Any]
) -> Iterator[tuple[Connection, Mapping[str, str]]]:
    """Give the ledger in one transaction, and what a correction says; its threads are merged at the end."""
    from datetime import UTC, datetime

    from penholder.store.ledger import open_ledger
    from penholder.store.merging import mark_corrected

    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    made = {"note": said.get("note", ""), "made_by": said["who"], "made_at": at}
    with (
        open_ledger(ledger or ledger_place(), new=False) as kept,
        kept.engine.begin() as connection,
    ):
        mark_corrected(connection)  # also those of a correction that is taken back
        yield connection, made
        mark_corrected(connection)


def _tell(numbers: list[int], done: str) -> None:
    click.echo(f"{', '.join(map(str, numbers))}: {done}")
