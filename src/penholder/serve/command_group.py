"""The command group: options that commands share, how they answer, and how errors end."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

import click

from penholder import __version__
from penholder.errors import LedgerError, NoLedgerError, OutputError, PenholderError

# The exit code where some sources were read and some were not.
PARTLY = 4
# Characters of a command's help in the list of all; none is longer.
_WHOLE = 200
_LEDGER = "PENHOLDER_LEDGER"


# The commands by what they are for, as --help lists them; a test compares them with those that there are.
SECTIONS = {
    "Read news": ("read", "watch"),
    "See what it says": (
        "stories", "story", "events", "event", "drafts", "draft", "copies", "versions", "search", "sql",
    ),
    "Set it right": ("merge", "split", "correct", "reject", "corrections", "undo", "confirm"),
    "Ask the record": (
        "presidency", "council", "vote", "would-pass", "vetoes", "launches", "launch", "breaches", "count",
        "records", "listed",
    ),
    "Hand it on": ("serve", "export", "schema", "words"),
    "Keep the ledger": ("backup", "verify", "upgrade"),
}  # fmt: skip


class _Group(click.Group):
    """Turns errors into one line on standard error and a documented exit code; lists its commands by their use."""

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        for title, names in SECTIONS.items():
            rows = [(name, self.commands[name].get_short_help_str(_WHOLE)) for name in names]
            with formatter.section(title):
                formatter.write_dl(rows, col_max=12)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PenholderError as error:
            return _stop(ctx, error)
        except BrokenPipeError:  # the reader of a pipe has seen enough
            raise
        except OSError as fault:
            return _stop(ctx, _unwritten(fault))


def _stop(ctx: click.Context, error: PenholderError) -> NoReturn:
    click.echo(str(error), err=True)
    ctx.exit(error.exit_code)


def _unwritten(fault: OSError) -> OutputError:
    return OutputError(
        "standard output",
        fault=fault.strerror or str(fault),
        remedy="Make room on the disk, or write elsewhere; stories that were read are kept",
    )


json_option = click.option(
    "--json", "as_lines", is_flag=True, help="Print JSON, one object per line."
)
ledger_option = click.option(
    "--ledger",
    metavar="PLACE",
    help="The ledger's file, or postgresql+psycopg://…; else PENHOLDER_LEDGER, else a file in the user's data folder.",
)


def _use_parser(ctx: click.Context, _: click.Parameter, name: str | None) -> None:
    """Use the parser until the command ends."""
    from penholder.find.parse import use_parser

    ctx.with_resource(use_parser(name))


parser_option = click.option(
    "--parser",
    metavar="NAME",
    callback=_use_parser,
    expose_value=False,
    help="The parser to use, or none; else that of PENHOLDER_PARSER.",
)


def _use_tables(_: click.Context, __: click.Parameter, folder: Path | None) -> None:
    """Read with the user's tables, once all of them are found whole."""
    if folder is None:
        return
    from penholder.tables.load import check_own
    from penholder.tables.own import use_tables

    use_tables(folder)
    check_own()


tables_option = click.option(
    "--tables",
    type=click.Path(path_type=Path),
    envvar="PENHOLDER_TABLES",
    expose_value=False,
    callback=_use_tables,
    metavar="DIR",
    help="A folder with words of your own; else PENHOLDER_TABLES.",
)


@click.group(cls=_Group)
@click.version_option(__version__)
def main() -> None:
    """Read news about the UN Security Council and weapons tests, and check it."""


def day_of(typed: str | None, option: str | None = None) -> str | None:
    """Give the day as it is written, or say how to write it."""
    from penholder.serve.typed import day_typed

    if not typed:
        return None
    if (day := day_typed(typed)) is None:
        raise click.BadParameter(f'"{typed}" is no date; write it as 2022-05-05', param_hint=option)
    return day


def last_day_of(written: str) -> str:
    """Give the last day of a date: "2022-12-31" for "2022"."""
    from penholder.model.when import When

    days = When(day_of(written) or "").days()
    return days[1].isoformat() if days else written


def answer(found: Iterable[object], lines: Iterable[str], *, as_lines: bool) -> None:
    """Print the rows that were found, or the lines that tell them to people."""
    from penholder.serve.lines import folded

    if as_lines:
        for one in found:
            click.echo(json.dumps(one, ensure_ascii=False))
        return
    for line in lines:
        for part in folded(line):
            click.echo(part)


def explain(found: Iterable[object], lines: Iterable[str], *, as_lines: bool) -> None:
    """Print an answer, and below it what its short forms stand for."""
    from penholder.serve.lines import explained

    answer(found, explained(lines), as_lines=as_lines)


def tell_if_none(number: int, what: str) -> None:
    """Say on standard error that the ledger has none of what is listed, if it has none."""
    if not number:
        click.echo(f"The ledger has no {what}. Read some: penholder read SOURCE...", err=True)


def no_fault_in(named: str | None) -> tuple[type[NoLedgerError], ...]:
    """Give what a list says nothing of: that the usual ledger is not there yet; one that is named has to be there."""
    return () if named or os.environ.get(_LEDGER) else (NoLedgerError,)


def place_to_write(named: str | None) -> str:
    """Give the ledger to write to: the one that is named, else the usual one, whose folder is made.

    Raises:
        LedgerError: the folder cannot be made.
    """
    place = named or ledger_place()
    if named or os.environ.get(_LEDGER):
        return place
    try:
        Path(place).parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise LedgerError(
            place,
            fault=f"its folder cannot be made: {fault.strerror or fault}",
            remedy="Name another place with --ledger or PENHOLDER_LEDGER",
        ) from fault
    return place


def ledger_place() -> str:
    """Give where the ledger is: as PENHOLDER_LEDGER says, else a file in the user's data folder."""
    from platformdirs import user_data_path

    named = os.environ.get(_LEDGER)
    return named or str(user_data_path("penholder", appauthor=False) / "ledger.db")
