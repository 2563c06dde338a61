"""Commands that look up launches and count them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from penholder.errors import NotFoundError
from penholder.serve.command_group import day_of, explain, json_option, main

if TYPE_CHECKING:
    from datetime import date

    from penholder.records.coverage import Coverage


@main.command()
@click.option("--year", type=int, required=True)
@click.option("--kind", help="One kind of weapon: cruise, icbm, mlrs …")
@json_option
def launches(year: int, kind: str | None, *, as_lines: bool) -> None:
    """List North Korea's launches and tests in a YEAR by kind."""
    from penholder.records.load import load_records
    from penholder.serve.launches import launches_of, tell_launches

    found = launches_of(load_records(), year, kind)
    explain(found, tell_launches(found), as_lines=as_lines)


@main.command()
@click.argument("event_id")
@json_option
def launch(event_id: str, *, as_lines: bool) -> None:
    """Show one launch (KP-2022-03-24-1) with everything that is known of it."""
    from penholder.records.load import load_records
    from penholder.serve.launches import launch_known_as, tell_launch

    found = launch_known_as(load_records(), event_id)
    explain([found], tell_launch(found), as_lines=as_lines)


@main.command()
@click.option("--year", type=int, help="Count in this year.")
@click.option("--from", "start", metavar="DATE", help="Count from this local day on.")
@click.option("--to", "--until", "end", metavar="DATE", help="Count up to this local day only.")
@click.option("--rule", "name", help="One rule of counting; else all, side by side.")
@click.option("--kind", help="Only the rules that count one kind of weapon: cruise, icbm …")
@click.option("--against", default="missile_days", help="The rule to compare the others with.")
@json_option
def count(
    year: int | None,
    start: str | None,
    end: str | None,
    *,
    as_lines: bool,
    **chosen: str,
) -> None:
    """Count North Korea's launches in a window under every rule that outlets use."""
    from penholder.records import counting
    from penholder.records.load import load_records
    from penholder.serve.counts import counts_of, tell_counts

    name, kind = chosen["name"], chosen["kind"]
    if name and kind:
        raise click.UsageError("Give --rule or --kind: a rule names its kinds itself.")
    known, base = load_records(), counting.rule_named(chosen["against"])
    rules = counting.rules_of_kind(kind) if kind else counting.all_rules()
    rules = (counting.rule_named(name),) if name else rules
    first, last = _window(year, start, end, known.coverage["launches"])
    if len(rules) == 1 and not (year or start):
        first = counting.start_of(rules[0], last, known)
    found = counts_of(known, (first, last), rules, base)
    explain(found, tell_counts(found), as_lines=as_lines)


def _window(
    year: int | None, start: str | None, end: str | None, covered: Coverage
) -> tuple[date, date]:
    """Give the days of a window: of a year, or from a day to a day; open ends are the table's."""
    from penholder.model.when import When

    if (year and start) or not (year or start or end):
        raise click.UsageError("Give --year, or --from and --to.")
    whole = When(str(year or (day_of(end) or "")[:4])).days()
    if whole and not covered.touches(*whole):
        raise NotFoundError(
            f"{whole[0].year}", fault="the days are not covered", remedy=covered.told
        )
    first, last = When(day_of(start) or "").days(), When(day_of(end) or "").days()
    begin = first[0] if first else max(whole[0], covered.first) if whole else covered.first
    stop = last[1] if last else whole[1] if whole else covered.last
    if stop < begin:
        raise click.UsageError(f"The window ends on {stop}, before it begins on {begin}.")
    return begin, min(stop, covered.last)
