"""Commands that show the record, and import newer sources into it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from penholder.errors import SourceError
from penholder.serve.command_group import PARTLY, answer, explain, json_option, main


@main.group(invoke_without_command=True)
@json_option
@click.pass_context
def records(context: click.Context, *, as_lines: bool) -> None:
    """Show each table of the record, import newer sources, and say what was imported."""
    from penholder.records.load import load_records
    from penholder.serve.lookups import status_of, tell_status

    if context.invoked_subcommand is None:
        found = status_of(load_records())
        explain(found, tell_status(found), as_lines=as_lines)


@records.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option
def import_(files: tuple[Path, ...], *, as_lines: bool) -> None:
    """Read newer sources from FILES and keep what the record lacks."""
    from penholder.serve.importing import import_files

    done = import_files(files, as_lines=as_lines)
    if done.failed:
        sys.exit(PARTLY if done.read else SourceError.exit_code)


@records.command()
@json_option
def status(*, as_lines: bool) -> None:
    """Show each table with its edges, its age, and the rows and conflicts that imports brought."""
    from penholder.records.imports.kept import read_shelf
    from penholder.records.imports.place import records_path
    from penholder.records.load import load_records
    from penholder.serve.record_status import record_status, tell_record_status

    found = record_status(load_records(), read_shelf(records_path()))
    explain(found, tell_record_status(found), as_lines=as_lines)


@main.command()
@click.argument("words")
@json_option
def listed(words: str, *, as_lines: bool) -> None:
    """Find WORDS (KPi.001, a name) on the UN sanctions list that was imported."""
    from penholder.records.imports.kept import read_shelf
    from penholder.records.imports.place import records_path
    from penholder.serve.listed import listed_as, tell_listed

    found = listed_as(read_shelf(records_path(), ("sanctions",)), words)
    answer(found, tell_listed(found), as_lines=as_lines)
