"""Commands that keep a ledger well: upgrade, backup, verify."""

from __future__ import annotations

import click

from penholder.serve.command_group import answer, json_option, ledger_option, ledger_place, main


@main.command()
@ledger_option
def upgrade(ledger: str | None) -> None:
    """Bring a ledger of an older version up to date; `read` does so too."""
    from penholder.store.ledger import open_ledger

    with open_ledger(ledger or ledger_place(), new=False) as kept:
        click.echo(f"{kept.place.told} is up to date.")


@main.command()
@click.argument("target", metavar="FILE")
@ledger_option
def backup(target: str, ledger: str | None) -> None:
    """Copy the ledger, as it is now, to a new FILE, or to an empty PostgreSQL database."""
    from penholder.store.backup import back_up
    from penholder.store.ledger import read_ledger
    from penholder.store.places import place_named
    from penholder.store.verify import counts

    source, copy = place_named(ledger or ledger_place()), place_named(target)
    back_up(source, copy)
    with read_ledger(target) as kept:
        click.echo(f"{copy.told}: {counts(kept)['stories']:,} stories.")


@main.command()
@ledger_option
@json_option
def verify(ledger: str | None, *, as_lines: bool) -> None:
    """Check that the ledger is whole: spans give their words, nothing is orphaned, counts agree."""
    from penholder.errors import LedgerError
    from penholder.store.ledger import read_ledger
    from penholder.store.places import place_named
    from penholder.store.verify import counts, find_faults

    place = place_named(ledger or ledger_place())
    with read_ledger(place.named) as kept:
        faults = list(find_faults(kept))
        sizes = {} if faults else counts(kept)
    whole = ", ".join(f"{number:,} {noun}" for noun, number in sizes.items())
    answer([{"faults": faults, "counts": sizes}], faults or [f"whole: {whole}"], as_lines=as_lines)
    if faults:
        raise LedgerError(
            place.told,
            fault=f"{len(faults)} faults were found",
            remedy="Go back to a backup, or read the stories again into a new ledger",
        )
