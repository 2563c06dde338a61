"""Commands that read stories, and show what the ledger holds."""

from __future__ import annotations

import json
import sys
from contextlib import suppress

import click

from penholder.errors import SourceError
from penholder.serve.command_group import (
    PARTLY,
    answer,
    day_of,
    json_option,
    ledger_option,
    ledger_place,
    main,
    no_fault_in,
    parser_option,
    place_to_write,
    tables_option,
    tell_if_none,
)


@main.command()
@click.argument("sources", nargs=-1, required=True)
@click.option(
    "--published", metavar="DATE", help="The day of publication; it goes before what the page says."
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
        published=day_of(published, "--published"),
        form=Form.JSON if as_lines else Form.REPORT if whole else Form.BY_NUMBER,
        total=count_pages(sources),
        everything=flags["everything"],
        explain=flags["explain"],
        allow_private=flags["allow_private"],
    )
    with open_ledger(place_to_write(ledger)) as kept:
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
    with suppress(*no_fault_in(ledger)), read_ledger(ledger or ledger_place()) as kept:
        found = [{"id": i, "date": day, "title": title} for i, day, title in list_stories(kept)]
    tell_if_none(len(found), "story")
    lines = (f"{one['date'] or 'no date':<11} {one['id']}  {one['title'] or ''}" for one in found)
    answer(found, lines, as_lines=as_lines)


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
