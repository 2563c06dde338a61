"""Commands that look up the Council: presidency, members, votes, vetoes, breaches."""

from __future__ import annotations

import click

from penholder.serve.command_group import answer, day_of, explain, json_option, last_day_of, main


@main.command()
@click.argument("month")
@json_option
def presidency(month: str, *, as_lines: bool) -> None:
    """Say who presides over the Council in a MONTH (2022-05)."""
    from penholder.records.load import load_records
    from penholder.serve.lookups import presidency_of, tell_presidency

    found = presidency_of(load_records(), month)
    answer([found], tell_presidency(found), as_lines=as_lines)


@main.command()
@click.argument("year", type=int)
@json_option
def council(year: int, *, as_lines: bool) -> None:
    """List the Council's members in a YEAR."""
    from penholder.records.load import load_records
    from penholder.serve.lookups import council_of, tell_council

    found = council_of(load_records(), year)
    answer([found], tell_council(found), as_lines=as_lines)


@main.command()
@click.argument("symbol")
@json_option
def vote(symbol: str, *, as_lines: bool) -> None:
    """Show the vote on a SYMBOL (S/2022/431, S/RES/2397, 2397)."""
    from penholder.records.load import load_records
    from penholder.serve.vote_lookups import tell_vote, votes_with

    found = votes_with(load_records(), symbol)
    lines = (line for one in found for line in tell_vote(one))
    explain(found, lines, as_lines=as_lines)


@main.command("would-pass")
@click.option("--yes", type=click.IntRange(0, 15), required=True, help="Votes in favour.")
@click.option("--no", "against", default="", help="Who votes against: CHN,RUS.")
@click.option("--abstain", "abstaining", default="", help="Who abstains: CHN,RUS.")
@click.option("--on", "day", help="The day, for the members of its year; else today.")
@click.option("--procedural", is_flag=True, help="A question of procedure, where no veto counts.")
@json_option
def would_pass(
    yes: int, against: str, abstaining: str, day: str | None, *, procedural: bool, as_lines: bool
) -> None:
    """Say whether a draft with such votes would be adopted, and why."""
    from penholder.records.load import load_records
    from penholder.serve import vote_lookups
    from penholder.serve.typed import states_typed

    known, cast = load_records(), (states_typed(against), states_typed(abstaining))
    on = vote_lookups.day_meant(known, day_of(day))
    found = vote_lookups.would_pass(known, yes, cast, on, procedural=procedural)
    answer([found], vote_lookups.tell_would_pass(found), as_lines=as_lines)


@main.command()
@click.argument("member")
@click.option("--until", metavar="DATE", default="9999-12-31", help="Count up to this day only.")
@click.option("--draft", metavar="SYMBOL", help="Say which of its vetoes the one of a draft was.")
@json_option
def vetoes(member: str, until: str, draft: str | None, *, as_lines: bool) -> None:
    """Count the vetoes of a MEMBER (RUS, Russia) on each basis that is in use."""
    from penholder.records.load import load_records
    from penholder.serve.lookups import tell_vetoes, vetoes_by
    from penholder.serve.typed import state_known
    from penholder.serve.vote_lookups import tell_veto_numbers, veto_numbers

    state = state_known(member)
    if draft:
        numbers = veto_numbers(load_records(), state, draft)
        answer(numbers, tell_veto_numbers(numbers), as_lines=as_lines)
        return
    found = vetoes_by(load_records(), state, last_day_of(until))
    answer(found, tell_vetoes(found), as_lines=as_lines)


@main.command()
@click.argument("what", required=False)
@click.option("--kind", help="A kind of weapon, for a launch that is not in the record: ballistic.")
@click.option("--on", "day", metavar="DATE", help="The local day of such a launch.")
@json_option
def breaches(what: str | None, kind: str | None, day: str | None, *, as_lines: bool) -> None:
    """Say which resolutions a launch breaches: WHAT is its id or its local day."""
    from penholder.records.load import load_records
    from penholder.serve.breach_lookups import breach_of_kind, breaches_of, tell_breach

    if kind and day and not what:
        found = [breach_of_kind(load_records(), kind.lower(), day_of(day) or day)]
    elif what and not (kind or day):
        found = breaches_of(load_records(), what)
    else:
        raise click.UsageError("Give a launch's id or day, or --kind and --on together.")
    explain(found, (line for one in found for line in tell_breach(one)), as_lines=as_lines)
