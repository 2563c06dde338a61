"""Commands that show what happened, by all stories of the ledger together."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from penholder.model.statement import EVENT_KINDS
from penholder.serve.command_group import (
    answer,
    day_of,
    json_option,
    ledger_option,
    ledger_place,
    main,
    no_fault_in,
    tell_if_none,
)

if TYPE_CHECKING:  # slow to import
    from sqlalchemy import Connection

    from penholder.store.listed_events import Listed, Wanted

_BEHIND = "Not all that was read is merged into events yet: somebody is reading, or was killed. penholder upgrade merges it."


@main.command()
@click.option("--kind", type=click.Choice(EVENT_KINDS), help="Only one kind of event.")
@click.option("--actor", "--state", metavar="ACTOR", help="Only what a state, a body or a person did: PRK, North Korea, UNSC.")  # fmt: skip
@click.option("--since", metavar="DATE", help="Only from a day, month or year on: 2022-05.")
@click.option("--until", metavar="DATE", help="Only up to a day, month or year, its last day included.")  # fmt: skip
@click.option("--most", type=click.IntRange(1, 10_000), default=200, show_default=True, help="At most so many, the newest.")  # fmt: skip
@ledger_option
@json_option
def events(ledger: str | None, *, as_lines: bool, **asked: Any) -> None:
    """List what happened, by all stories of the ledger together: who did what, who reports it."""
    from penholder.serve.event_lines import event_line
    from penholder.store.ledger import read_ledger
    from penholder.store.listed_events import Listed, list_events
    from penholder.store.merging import unmerged

    wanted, is_behind = _wanted(**asked), False
    found = Listed(events=(), number=0, undated=0)
    with suppress(*no_fault_in(ledger)), read_ledger(ledger or ledger_place()) as kept:
        wanted = _with_actor(kept, wanted)
        found = list_events(kept, wanted)
        is_behind = bool(unmerged(kept))
    answer(found.events, (line for one in found.events for line in event_line(one)), as_lines=as_lines)  # fmt: skip
    if is_behind:
        click.echo(_BEHIND, err=True)
    elif not found.number:
        tell_if_none(0, "such event" if _is_narrow(wanted) else "event")
    _tell_cut(found)


def _wanted(since: str | None, until: str | None, **rest: Any) -> Wanted:
    from penholder.store.listed_events import Wanted

    first, last = day_of(since, "--since"), day_of(until, "--until")
    if first and last and f"{last}~" < first:
        raise click.BadParameter(f"{last} is before {first}", param_hint="--until")
    return Wanted(since=first, until=last, **rest)


def _with_actor(kept: Connection, wanted: Wanted) -> Wanted:
    """Give what is wanted with the id of the one that is named as acting."""
    from penholder.serve.known_actors import actor_known
    from penholder.store.newest import acts

    if not wanted.actor:
        return wanted
    return replace(wanted, actor=actor_known(wanted.actor, lambda id_: acts(kept, id_)))


def _is_narrow(wanted: Wanted) -> bool:
    return any((wanted.kind, wanted.actor, wanted.since, wanted.until))


def _tell_cut(found: Listed) -> None:
    """Say on standard error what the list leaves out."""
    shown = len(found.events)
    if shown < found.number:
        click.echo(f"The newest {shown:,} of {found.number:,}; --most gives more, --until earlier ones.", err=True)  # fmt: skip
    if found.undated:
        click.echo(f"Left out, for they have no date: {found.undated:,}.", err=True)


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
