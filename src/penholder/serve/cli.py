"""The command line."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from penholder import __version__
from penholder.errors import OutputError, PenholderError, SourceError

if TYPE_CHECKING:
    from datetime import date

    from penholder.records.coverage import Coverage

_PARTLY = 4
# Up to so many stories are reported whole; of more, each gets a line.
_FEW = 5


class _Group(click.Group):
    """Turns errors into one line on standard error and a documented exit code."""

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


_json = click.option("--json", "as_lines", is_flag=True, help="Print JSON, one object per line.")
_ledger = click.option(
    "--ledger",
    type=click.Path(path_type=Path),
    help="The ledger's file; else PENHOLDER_LEDGER, else one in the user's data folder.",
)


@click.group(cls=_Group)
@click.version_option(__version__)
def main() -> None:
    """Read news about the UN Security Council and weapons tests, and check it."""


@main.command()
@click.argument("sources", nargs=-1, required=True)
@click.option(
    "--published", metavar="DATE", help="The day of publication, where the text lacks it."
)
@click.option("--full", is_flag=True, help="A whole report of each story, however many there are.")
@_ledger
@_json
def read(
    sources: tuple[str, ...],
    published: str | None,
    ledger: Path | None,
    *,
    full: bool,
    as_lines: bool,
) -> None:
    """Read stories from files, folders or - and check what they say."""
    from penholder.read.sources import count_pages
    from penholder.serve.reading import Form, read_into
    from penholder.store.ledger import open_ledger

    day, total = _day(published), count_pages(sources)
    short = total > _FEW and not full
    form = Form.JSON if as_lines else Form.LINE if short else Form.REPORT
    with open_ledger(ledger or _ledger_path()) as kept:
        done = read_into(kept, sources, day, form=form, total=total)
    if done.failed:
        sys.exit(_PARTLY if done.read else SourceError.exit_code)


def _day(published: str | None) -> str | None:
    """Give the day as it is written, or say how to write it."""
    from penholder.model.when import When

    if published and When(published).days() is None:
        raise click.BadParameter(f'"{published}" is no date; write it as 2022-05-05')
    return published


def _last_day(written: str) -> str:
    """Give the last day of a date: "2022-12-31" for "2022"."""
    from penholder.model.when import When

    days = When(_day(written) or "").days()
    return days[1].isoformat() if days else written


@main.command()
@click.argument("month")
@_json
def presidency(month: str, *, as_lines: bool) -> None:
    """Say who presides over the Council in a MONTH (2022-05)."""
    from penholder.records.load import load_records
    from penholder.serve.lookups import presidency_of, tell_presidency

    found = presidency_of(load_records(), month)
    _answer([found], tell_presidency(found), as_lines=as_lines)


@main.command()
@click.argument("year", type=int)
@_json
def council(year: int, *, as_lines: bool) -> None:
    """List the Council's members in a YEAR."""
    from penholder.records.load import load_records
    from penholder.serve.lookups import council_of, tell_council

    found = council_of(load_records(), year)
    _answer([found], tell_council(found), as_lines=as_lines)


@main.command()
@click.argument("symbol")
@_json
def vote(symbol: str, *, as_lines: bool) -> None:
    """Show the vote on a SYMBOL (S/2022/431, S/RES/2397)."""
    from penholder.records.load import load_records
    from penholder.serve.vote_lookups import tell_vote, votes_with

    found = votes_with(load_records(), symbol)
    lines = (line for one in found for line in tell_vote(one))
    _explain(found, lines, as_lines=as_lines)


@main.command("would-pass")
@click.option("--yes", type=click.IntRange(0, 15), required=True, help="Votes in favour.")
@click.option("--no", "against", default="", help="Who votes against: CHN,RUS.")
@click.option("--abstain", "abstaining", default="", help="Who abstains: CHN,RUS.")
@click.option("--on", "day", default="2025-12-31", help="The day, for the members of its year.")
@click.option("--procedural", is_flag=True, help="A question of procedure, where no veto counts.")
@_json
def would_pass(
    yes: int, against: str, abstaining: str, day: str, *, procedural: bool, as_lines: bool
) -> None:
    """Say whether a draft with such votes would be adopted, and why."""
    from penholder.records.load import load_records
    from penholder.serve import vote_lookups

    cast = (_members(against), _members(abstaining))
    found = vote_lookups.would_pass(
        load_records(), yes, cast, _day(day) or day, procedural=procedural
    )
    _answer([found], vote_lookups.tell_would_pass(found), as_lines=as_lines)


def _members(listed: str) -> list[str]:
    """Give the ids in a list: "CHN, RUS"."""
    return [member.strip().upper() for member in listed.split(",") if member.strip()]


@main.command()
@click.argument("member")
@click.option("--until", metavar="DATE", default="9999-12-31", help="Count up to this day only.")
@click.option("--draft", metavar="SYMBOL", help="Say which of its vetoes the one of a draft was.")
@_json
def vetoes(member: str, until: str, draft: str | None, *, as_lines: bool) -> None:
    """Count the vetoes of a MEMBER (RUS) on each basis that is in use."""
    from penholder.records.load import load_records
    from penholder.serve.lookups import tell_vetoes, vetoes_by
    from penholder.serve.vote_lookups import tell_veto_numbers, veto_numbers

    if draft:
        numbers = veto_numbers(load_records(), member.upper(), draft)
        _answer(numbers, tell_veto_numbers(numbers), as_lines=as_lines)
        return
    found = vetoes_by(load_records(), member.upper(), _last_day(until))
    _answer(found, tell_vetoes(found), as_lines=as_lines)


@main.command()
@click.argument("what", required=False)
@click.option("--kind", help="A kind of weapon, for a launch that is not in the record: ballistic.")
@click.option("--on", "day", metavar="DATE", help="The local day of such a launch.")
@_json
def breaches(what: str | None, kind: str | None, day: str | None, *, as_lines: bool) -> None:
    """Say which resolutions a launch breaches: WHAT is its id or its local day."""
    from penholder.records.load import load_records
    from penholder.serve.breach_lookups import breach_of_kind, breaches_of, tell_breach

    if kind and day and not what:
        found = [breach_of_kind(load_records(), kind.lower(), _day(day) or day)]
    elif what and not (kind or day):
        found = breaches_of(load_records(), what)
    else:
        raise click.UsageError("Give a launch's id or day, or --kind and --on together.")
    _explain(found, (line for one in found for line in tell_breach(one)), as_lines=as_lines)


@main.command()
@click.option("--year", type=int, required=True)
@click.option("--kind", help="One kind of weapon: cruise, icbm, mlrs …")
@_json
def launches(year: int, kind: str | None, *, as_lines: bool) -> None:
    """List North Korea's launches and tests in a YEAR by kind."""
    from penholder.records.load import load_records
    from penholder.serve.launches import launches_of, tell_launches

    found = launches_of(load_records(), year, kind)
    _explain(found, tell_launches(found), as_lines=as_lines)


@main.command()
@click.argument("event_id")
@_json
def launch(event_id: str, *, as_lines: bool) -> None:
    """Show one launch (KP-2022-03-24-1) with everything that is known of it."""
    from penholder.records.load import load_records
    from penholder.serve.launches import launch_known_as, tell_launch

    found = launch_known_as(load_records(), event_id)
    _explain([found], tell_launch(found), as_lines=as_lines)


@main.command()
@click.option("--year", type=click.IntRange(1984, 2026), help="Count in this year.")
@click.option("--from", "start", metavar="DATE", help="Count from this local day on.")
@click.option("--to", "--until", "end", metavar="DATE", help="Count up to this local day only.")
@click.option("--rule", "name", help="One rule of counting; else all, side by side.")
@click.option("--kind", help="Only the rules that count one kind of weapon: cruise, icbm …")
@click.option("--against", default="missile_days", help="The rule to compare the others with.")
@_json
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
    _explain(found, tell_counts(found), as_lines=as_lines)


def _window(
    year: int | None, start: str | None, end: str | None, covered: Coverage
) -> tuple[date, date]:
    """Give the days of a window: of a year, or from a day to a day; open ends are the table's."""
    from penholder.model.when import When

    if (year and start) or not (year or start or end):
        raise click.UsageError("Give --year, or --from and --to.")
    whole = When(str(year or (_day(end) or "")[:4])).days()
    first, last = When(_day(start) or "").days(), When(_day(end) or "").days()
    begin = first[0] if first else max(whole[0], covered.first) if whole else covered.first
    stop = last[1] if last else whole[1] if whole else covered.last
    if stop < begin:
        raise click.UsageError(f"The window ends on {stop}, before it begins on {begin}.")
    return begin, min(stop, covered.last)


@main.group(invoke_without_command=True)
@_json
@click.pass_context
def records(context: click.Context, *, as_lines: bool) -> None:
    """Show each table of the record, import newer sources, and say what was imported."""
    from penholder.records.load import load_records
    from penholder.serve.lookups import status_of, tell_status

    if context.invoked_subcommand is None:
        found = status_of(load_records())
        _explain(found, tell_status(found), as_lines=as_lines)


@records.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@_json
def import_(files: tuple[Path, ...], *, as_lines: bool) -> None:
    """Read newer sources from FILES and keep what the record lacks."""
    from penholder.serve.importing import import_files

    done = import_files(files, as_lines=as_lines)
    if done.failed:
        sys.exit(_PARTLY if done.read else SourceError.exit_code)


@records.command()
@_json
def status(*, as_lines: bool) -> None:
    """Show each table with its edges, its age, and the rows and conflicts that imports brought."""
    from penholder.records.imports.kept import read_shelf
    from penholder.records.imports.place import records_path
    from penholder.records.load import load_records
    from penholder.serve.record_status import record_status, tell_record_status

    found = record_status(load_records(), read_shelf(records_path()))
    _explain(found, tell_record_status(found), as_lines=as_lines)


@main.command()
@click.argument("words")
@_json
def listed(words: str, *, as_lines: bool) -> None:
    """Find WORDS (KPi.001, a name) on the UN sanctions list that was imported."""
    from penholder.records.imports.kept import read_shelf
    from penholder.records.imports.place import records_path
    from penholder.serve.listed import listed_as, tell_listed

    found = listed_as(read_shelf(records_path(), ("sanctions",)), words)
    _answer(found, tell_listed(found), as_lines=as_lines)


@main.command()
@_ledger
@_json
def stories(ledger: Path | None, *, as_lines: bool) -> None:
    """List the stories of the ledger."""
    from penholder.store.ledger import list_stories, open_ledger

    with open_ledger(ledger or _ledger_path()) as kept:
        found = [{"id": i, "date": day, "title": title} for i, day, title in list_stories(kept)]
    lines = (f"{one['date'] or 'no date':<11} {one['id']}  {one['title'] or ''}" for one in found)
    _answer(found, lines, as_lines=as_lines)


@main.command()
@click.option("--kind", help="Only one kind of event: weapon_test, veto …")
@_ledger
@_json
def events(kind: str | None, ledger: Path | None, *, as_lines: bool) -> None:
    """List what happened, by all stories of the ledger together."""
    from penholder.store.ledger import list_events, open_ledger

    names = ("id", "day", "kind", "stories", "statements")
    with open_ledger(ledger or _ledger_path()) as kept:
        found = [dict(zip(names, row, strict=True)) for row in list_events(kept, kind)]
    lines = (
        f"{one['day']:<11} {one['id']}  stories: {one['stories']}, statements: {one['statements']}"
        for one in found
    )
    _answer(found, lines, as_lines=as_lines)


@main.command()
@click.argument("story_id")
@_ledger
@_json
def story(story_id: str, ledger: Path | None, *, as_lines: bool) -> None:
    """Show a story of the ledger with its claims and verdicts."""
    from penholder.store.ledger import load_story, open_ledger

    with open_ledger(ledger or _ledger_path()) as kept:
        found = load_story(kept, story_id)
    if as_lines:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    click.echo(found["story"]["title"] or story_id)
    for claim in found["claims"]:
        click.echo(f'  {claim["verdict"]}: "{claim["text"]}"\n      {claim["reason"]}')


@main.command()
def schema() -> None:
    """Print the JSON Schema of what `penholder read --json` prints."""
    from importlib.resources import files

    path = files("penholder.serve").joinpath("contract.schema.json")
    click.echo(path.read_text("utf-8"), nl=False)


def _answer(found: Iterable[object], lines: Iterable[str], *, as_lines: bool) -> None:
    """Print the rows that were found, or the lines that tell them to people."""
    from penholder.serve.lines import folded

    if as_lines:
        for one in found:
            click.echo(json.dumps(one, ensure_ascii=False))
        return
    for line in lines:
        for part in folded(line):
            click.echo(part)


def _explain(found: Iterable[object], lines: Iterable[str], *, as_lines: bool) -> None:
    """Print an answer, and below it what its short forms stand for."""
    from penholder.serve.lines import explained

    _answer(found, explained(lines), as_lines=as_lines)


def _ledger_path() -> Path:
    from platformdirs import user_data_path

    named = os.environ.get("PENHOLDER_LEDGER")
    return Path(named) if named else user_data_path("penholder", appauthor=False) / "ledger.db"
