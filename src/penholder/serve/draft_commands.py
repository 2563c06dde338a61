"""Commands that show the draft resolutions of the ledger."""

from __future__ import annotations

from contextlib import suppress

import click

from penholder.model.draft import STAGES
from penholder.serve.command_group import (
    answer,
    json_option,
    ledger_option,
    ledger_place,
    main,
    no_fault_in,
)


@main.command()
@click.option("--stage", type=click.Choice(STAGES), help="Only those that came so far.")
@click.option("--subject", metavar="STATE", help="Only those about a state: PRK, North Korea.")
@click.option("--sponsor", metavar="STATE", help="Only those by a state: USA.")
@ledger_option
@json_option
def drafts(ledger: str | None, *, as_lines: bool, **wanted: str | None) -> None:
    """List the draft resolutions that the ledger's stories tell of, with how far each came."""
    from penholder.serve.draft_lines import draft_line
    from penholder.serve.typed import state_known
    from penholder.store.ledger import read_ledger
    from penholder.store.whole_drafts import list_drafts

    given = {
        key: value if key == "stage" else state_known(value)
        for key, value in wanted.items()
        if value
    }
    found = []
    with suppress(*no_fault_in(ledger)), read_ledger(ledger or ledger_place()) as kept:
        found = list(list_drafts(kept, given))
    if not found:
        what = " ".join(f"{key} {value}" for key, value in given.items())
        click.echo(
            f"The ledger has no draft{f' with {what}' if what else ''}. Read some: penholder read SOURCE...",
            err=True,
        )
    answer(found, map(draft_line, found), as_lines=as_lines)


@main.command()
@click.argument("draft_id", metavar="DRAFT")
@ledger_option
@json_option
def draft(draft_id: str, ledger: str | None, *, as_lines: bool) -> None:
    """Show the life of a draft resolution: its stages with their days, who says so, and why."""
    from penholder.serve.draft_lines import draft_lines
    from penholder.store.ledger import read_ledger
    from penholder.store.whole_drafts import whole_draft

    with read_ledger(ledger or ledger_place()) as kept:
        found = whole_draft(kept, draft_id)
    answer([found], draft_lines(found), as_lines=as_lines)
