"""The command line."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import click

from penholder import __version__
from penholder.errors import NotFoundError, PenholderError, SourceError

_PARTLY = 4


class _Group(click.Group):
    """Turns errors into one line on standard error and a documented exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PenholderError as error:
            click.echo(str(error), err=True)
            ctx.exit(error.exit_code)


@click.group(cls=_Group)
@click.version_option(__version__)
def main() -> None:
    """Read news about the UN Security Council and weapons tests, and check it."""


@main.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("--published", help="The day of publication, where the text lacks it.")
@click.option("--ledger", type=click.Path(path_type=Path), help="The ledger's file.")
@click.option("--json", "as_lines", is_flag=True, help="Print one JSON object per story.")
def read(
    sources: tuple[str, ...], published: str | None, ledger: Path | None, *, as_lines: bool
) -> None:
    """Read stories from files, folders or - and check what they say."""
    from penholder.pipeline import read_sources
    from penholder.serve.contract import as_json
    from penholder.serve.report import report
    from penholder.store.ledger import open_ledger, save_story

    done = failed = 0
    with open_ledger(ledger or _ledger_path()) as kept:
        for found in read_sources(sources, published):
            if isinstance(found, SourceError):
                failed += 1
                click.echo(str(found), err=True)
                continue
            done += 1
            story = as_json(found)
            save_story(kept, found, story)
            click.echo(json.dumps(story, ensure_ascii=False) if as_lines else report(found))
    click.echo(f"{done} read, {failed} could not be read.", err=True)
    if failed:
        sys.exit(_PARTLY if done else SourceError.exit_code)


@main.command()
@click.argument("month")
@click.option("--json", "as_lines", is_flag=True)
def presidency(month: str, *, as_lines: bool) -> None:
    """Say who presides over the Council in a MONTH (2022-05)."""
    from penholder.records.load import load_records

    row = next((p for p in load_records().presidencies if p.month == month), None)
    if row is None:
        raise NotFoundError(
            month, fault="no presidency is recorded", remedy="Months run from 1947-01 to 2027-12"
        )
    _print({"month": row.month, "president": row.president, "basis": row.basis}, as_lines=as_lines)


@main.command()
@click.argument("year", type=int)
@click.option("--json", "as_lines", is_flag=True)
def council(year: int, *, as_lines: bool) -> None:
    """List the Council's members in a YEAR."""
    from penholder.records.load import load_records

    seats = [seat for seat in load_records().seats if seat.year == year]
    if not seats:
        raise NotFoundError(
            str(year), fault="no members are recorded", remedy="Years run from 1946 to 2027"
        )
    names = {s.member: s.name + (" (permanent)" if s.permanent else "") for s in seats}
    _print(names, as_lines=as_lines)


@main.command()
@click.argument("symbol")
@click.option("--json", "as_lines", is_flag=True)
def vote(symbol: str, *, as_lines: bool) -> None:
    """Show the vote on a SYMBOL (S/2022/431, S/RES/2397)."""
    from penholder.check.votes import explain_outcome, vote_of_symbol
    from penholder.records.load import load_records

    records = load_records()
    votes = vote_of_symbol(records, symbol)
    if not votes:
        raise NotFoundError(
            symbol, fault="no vote has that symbol", remedy="Write it as S/2022/431 or S/RES/2397"
        )
    for one in votes:
        other = dict(one.ballots)
        members = [seat.member for seat in records.seats if seat.year == int(one.date[:4])]
        ballots = {member: other.get(member, "Y") for member in members}
        _print(
            {
                "symbol": one.symbol, "date": one.date, "meeting": one.meeting, "tally": one.tally,
                "outcome": explain_outcome(one), "vetoed_by": " ".join(one.vetoed_by), "subject": one.subject,
                "ballots": " ".join(f"{m}:{b}" for m, b in ballots.items()), "flags": one.flags,
            },
            as_lines=as_lines,
        )  # fmt: skip


@main.command()
@click.option("--year", type=int, required=True)
@click.option("--json", "as_lines", is_flag=True)
def launches(year: int, *, as_lines: bool) -> None:
    """List North Korea's launches and tests in a YEAR."""
    from penholder.records.load import load_records

    for one in load_records().launches:
        if one.date_local.startswith(str(year)):
            number = str(one.n_min) if one.n_min == one.n_max else f"{one.n_min} to {one.n_max}"
            row = {"id": one.event_id, "day": one.date_local, "class": one.cls, "system": one.system,
                   "number": number, "site": one.site, "outcome": one.outcome}  # fmt: skip
            click.echo(json.dumps(row) if as_lines else "  ".join(row.values()))


@main.command()
@click.option("--ledger", type=click.Path(path_type=Path))
@click.option("--json", "as_lines", is_flag=True)
def stories(ledger: Path | None, *, as_lines: bool) -> None:
    """List the stories of the ledger."""
    from penholder.store.ledger import list_stories, open_ledger

    with open_ledger(ledger or _ledger_path()) as kept:
        for story_id, day, title in list_stories(kept):
            row = {"id": story_id, "date": day, "title": title}
            click.echo(
                json.dumps(row, ensure_ascii=False) if as_lines else f"{story_id}  {day}  {title}"
            )


@main.command()
@click.option("--kind", help="Only one kind of event: weapon_test, veto …")
@click.option("--ledger", type=click.Path(path_type=Path))
@click.option("--json", "as_lines", is_flag=True)
def events(kind: str | None, ledger: Path | None, *, as_lines: bool) -> None:
    """List what happened, by all stories of the ledger together."""
    from penholder.store.ledger import list_events, open_ledger

    names = ("id", "day", "kind", "stories", "statements")
    with open_ledger(ledger or _ledger_path()) as kept:
        for row in list_events(kept, kind):
            told = dict(zip(names, row, strict=True))
            line = f"{row[1]:<11} {row[0]}  stories: {row[3]}, statements: {row[4]}"
            click.echo(json.dumps(told) if as_lines else line)


@main.command()
@click.argument("story_id")
@click.option("--ledger", type=click.Path(path_type=Path))
@click.option("--json", "as_lines", is_flag=True)
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


def _print(row: dict[str, str], *, as_lines: bool) -> None:
    if as_lines:
        click.echo(json.dumps(row, ensure_ascii=False))
        return
    for key, value in row.items():
        if value:
            click.echo(f"{key:<10} {value}")


def _ledger_path() -> Path:
    from platformdirs import user_data_path

    named = os.environ.get("PENHOLDER_LEDGER")
    return Path(named) if named else user_data_path("penholder", appauthor=False) / "ledger.db"
