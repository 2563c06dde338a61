"""Commands that hand on what the ledger holds: exports, and the confirmations that reviews need."""

from __future__ import annotations

from pathlib import Path

import click

from penholder.serve.command_group import day_of, ledger_option, ledger_place, main

# The names stand here too, so that --help need not import the formats; a test compares them.
_FORMATS = (
    "jsonl", "csv", "parquet", "annotations", "ical", "atom", "jsonfeed", "geojson", "plover", "claimreview",
)  # fmt: skip
_NOUNS = (
    "stories", "versions", "statements", "quotes", "claims", "events", "aliases", "copies", "corrections", "visits", "launches", "drafts", "stages", "answers", "votes", "vetoes",
)  # fmt: skip


@main.command()
@click.option(
    "--format", "name", type=click.Choice(_FORMATS), required=True, help="See docs/ledger.md."
)
@click.option("--of", "noun", type=click.Choice(_NOUNS), help="The view, for csv and parquet.")
@click.option(
    "--to", "target", metavar="PATH", type=click.Path(path_type=Path),
    help="A file; or a folder, for a file of each view and datapackage.json.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Write over files that are there already.")
@ledger_option
def export(
    name: str, noun: str | None, target: Path | None, ledger: str | None, *, force: bool
) -> None:
    """Write what the ledger holds in a format of others."""
    from penholder.serve.exporting import export_folder, export_to
    from penholder.serve.exports.formats import FORMATS
    from penholder.store.ledger import read_ledger

    form = FORMATS[name]
    if form.whole and noun:
        raise click.BadParameter(f"{name} is no table", param_hint="--of")
    bulk = target is not None and not noun and (target.is_dir() or not target.suffix)
    if form.table and not noun and not bulk:
        raise click.BadParameter(
            f"say of what, as in --of claims, or give a folder: one of {', '.join(_NOUNS)}",
            param_hint="--of",
        )
    with read_ledger(ledger or ledger_place()) as kept:
        if bulk and target:
            click.echo(" ".join(export_folder(kept, form, target, force=force)), err=True)
        else:
            export_to(kept, form, noun, target, force=force)


@main.command()
@click.argument("story_id")
@click.argument("number", type=click.IntRange(0))
@click.option("--by", "who", metavar="NAME", help="Who confirms it.")
@click.option("--on", "day", metavar="DATE", help="The day; else today.")
@click.option("--withdraw", is_flag=True, help="Take the confirmation back.")
@ledger_option
def confirm(
    story_id: str,
    number: int,
    who: str | None,
    day: str | None,
    ledger: str | None,
    *,
    withdraw: bool,
) -> None:
    """Say that the verdict on a claim is right; NUMBER is the claim's in `penholder story`."""
    from datetime import UTC, datetime

    from penholder.store.confirmations import confirm_claim, withdraw_claim
    from penholder.store.ledger import open_ledger

    if not (who or withdraw):
        raise click.BadParameter("say who confirms it", param_hint="--by")
    today = datetime.now(UTC).date().isoformat()
    on = day_of(day, "--on") or today
    if len(on) != len(today) or on > today:
        raise click.BadParameter(f"{on} is no day up to today", param_hint="--on")
    with (
        open_ledger(ledger or ledger_place(), new=False) as kept,
        kept.engine.begin() as connection,
    ):
        if withdraw:
            withdraw_claim(connection, story_id, number)
            click.echo("withdrawn")
        else:
            verdict = confirm_claim(connection, story_id, number, who or "", on)
            click.echo(f"{verdict}, confirmed by {who} on {on}")
