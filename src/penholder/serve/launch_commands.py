"""Commands that look up launches and count them."""

from __future__ import annotations

import click

from penholder.serve.command_group import day_of, explain, json_option, main


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
    from penholder.serve.counts import counts_of, tell_counts, window_of

    name, kind = chosen["name"], chosen["kind"]
    if name and kind:
        raise click.UsageError("Give --rule or --kind: a rule names its kinds itself.")
    known, base = load_records(), counting.rule_named(chosen["against"])
    rules = counting.rules_of_kind(kind) if kind else counting.all_rules()
    rules = (counting.rule_named(name),) if name else rules
    if (year and start) or not (year or start or end):
        raise click.UsageError("Give --year, or --from and --to.")
    first, last = window_of(known.coverage["launches"], year, day_of(start), day_of(end))
    if len(rules) == 1 and not (year or start):
        first = counting.start_of(rules[0], last, known)
    found = counts_of(known, (first, last), rules, base)
    explain(found, tell_counts(found), as_lines=as_lines)
