"""Commands that read stories, and show what the ledger holds."""

from __future__ import annotations

import json
import sys
from contextlib import suppress

import click

from penholder.errors import NoLedgerError, SourceError
from penholder.serve.command_group import (
    PARTLY,
    answer,
    day_of,
    json_option,
    ledger_option,
    ledger_place,
    main,
    parser_option,
    tables_option,
)

_BEHIND = "Not all that was read is merged into events yet: somebody is reading, or was killed. penholder upgrade merges it."


@main.command()
@click.argument("sources", nargs=-1, required=True)
@click.option(
    "--published", metavar="DATE", help="The day of publication, where the text lacks it."
)
@parser_option
@click.option(
    "--all", "everything", is_flag=True, help="Read stories too that are not about the beat."
)
@click.option("--full", is_flag=True, help="A whole report of each story, however many there are.")
@click.option(
    "--explain", is_flag=True, help="Also which names, times and rows each sentence gave."
)
@click.option(
    "--allow-private", is_flag=True, help="Addresses on this machine and its network too."
)
@tables_option
@ledger_option
@json_option
def read(
    sources: tuple[str, ...],
    published: str | None,
    ledger: str | None,
    *,
    as_lines: bool,
    **flags: bool,
) -> None:
    """Read stories from files, folders, addresses or - and check what they say."""
    from penholder.read.sources import count_pages
    from penholder.serve.printing import Form
    from penholder.serve.reading import Wanted, read_into
    from penholder.store.ledger import open_ledger

    whole = flags["full"] or flags["explain"]
    wanted = Wanted(
        published=day_of(published),
        form=Form.JSON if as_lines else Form.REPORT if whole else Form.BY_NUMBER,
        total=count_pages(sources),
        everything=flags["everything"],
        explain=flags["explain"],
        allow_private=flags["allow_private"],
    )
    with open_ledger(ledger or ledger_place()) as kept:
        done = read_into(kept, sources, wanted)
    if done.was_stopped:
        sys.exit(PARTLY)
    if done.failed:
        sys.exit(PARTLY if done.read or done.off_beat else SourceError.exit_code)


@main.command()
@ledger_option
@json_option
def stories(ledger: str | None, *, as_lines: bool) -> None:
    """List the stories of the ledger."""
    from penholder.store.ledger import read_ledger
    from penholder.store.stories import list_stories

    found = []
    with suppress(NoLedgerError), read_ledger(ledger or ledger_place()) as kept:
        found = [{"id": i, "date": day, "title": title} for i, day, title in list_stories(kept)]
    _tell_if_none(len(found), "story")
    lines = (f"{one['date'] or 'no date':<11} {one['id']}  {one['title'] or ''}" for one in found)
    answer(found, lines, as_lines=as_lines)


@main.command()
@click.option("--kind", help="Only one kind of event: weapon_test, veto …")
@ledger_option
@json_option
def events(kind: str | None, ledger: str | None, *, as_lines: bool) -> None:
    """List what happened, by all stories of the ledger together."""
    from penholder.model.statement import StatementKind
    from penholder.serve.event_lines import reported
    from penholder.store.ledger import read_ledger
    from penholder.store.merging import unmerged
    from penholder.store.stories import list_events

    if kind and kind not in (kinds := list(StatementKind)):
        raise click.BadParameter(
            f"no such kind. Give one of {', '.join(kinds)}", param_hint="--kind"
        )
    names = ("id", "day", "kind", "stories", "statements", "outlets", "origins")
    found, is_behind = [], False
    with suppress(NoLedgerError), read_ledger(ledger or ledger_place()) as kept:
        found = [dict(zip(names, row, strict=True)) for row in list_events(kept, kind)]
        is_behind = bool(unmerged(kept))
    if is_behind:
        click.echo(_BEHIND, err=True)
    else:
        _tell_if_none(len(found), f"event of the kind {kind}" if kind else "event")
    lines = (f"{one['day'] or 'no date':<11} {one['id']}  {reported(one)}" for one in found)
    answer(found, lines, as_lines=as_lines)


@main.command()
@click.argument("event_id", metavar="EVENT")
@ledger_option
@json_option
def event(event_id: str, ledger: str | None, *, as_lines: bool) -> None:
    """Show an event with who says what of it, and why each statement is of it."""
    from penholder.serve.event_lines import event_lines
    from penholder.store.ledger import read_ledger
    from penholder.store.whole_events import whole_event

    with read_ledger(ledger or ledger_place()) as kept:
        found = whole_event(kept, event_id)
    answer([found], event_lines(found), as_lines=as_lines)


def _tell_if_none(number: int, what: str) -> None:
    if not number:
        click.echo(f"The ledger has no {what}. Read some: penholder read SOURCE...", err=True)


@main.command()
@click.argument("story_id")
@ledger_option
@json_option
def story(story_id: str, ledger: str | None, *, as_lines: bool) -> None:
    """Show a story of the ledger with its claims and verdicts."""
    from penholder.store.ledger import read_ledger
    from penholder.store.stories import load_story

    with read_ledger(ledger or ledger_place()) as kept:
        found = load_story(kept, story_id)
    if as_lines:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    click.echo(found["story"]["title"] or story_id)
    for number, claim in enumerate(found["claims"]):
        click.echo(f'  {number} {claim["verdict"]}: "{claim["text"]}"\n      {claim["reason"]}')


@main.command()
@click.argument("story_id")
@ledger_option
@json_option
def versions(story_id: str, ledger: str | None, *, as_lines: bool) -> None:
    """Show the versions of a story, and what changed in each."""
    from penholder.serve.version_lines import versions_json, versions_lines
    from penholder.store.differences import list_versions
    from penholder.store.ledger import read_ledger

    with read_ledger(ledger or ledger_place()) as kept:
        found = list_versions(kept, story_id)
    answer(versions_json(found), versions_lines(found), as_lines=as_lines)


@main.command()
@click.argument("story_id")
@ledger_option
@json_option
def copies(story_id: str, ledger: str | None, *, as_lines: bool) -> None:
    """Show the stories that have the same origin as a story: copies and rewritings of one text."""
    from penholder.store.copies import copies_of
    from penholder.store.ledger import read_ledger

    with read_ledger(ledger or ledger_place()) as kept:
        found = copies_of(kept, story_id)
    lines = (
        f"{one['date'] or 'no date':<11} {one['story']}  {one['outlet'] or 'no outlet'}"
        + (f"\n    {one['reason']}" if one["reason"] else "")
        for one in found
    )
    answer(found, lines, as_lines=as_lines)


@main.command()
def schema() -> None:
    """Print the JSON Schema of what `penholder read --json` prints."""
    from importlib.resources import files

    path = files("penholder.serve").joinpath("contract.schema.json")
    click.echo(path.read_text("utf-8"), nl=False)
