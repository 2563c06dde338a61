"""The command that watches feeds."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from penholder.serve.command_group import (
    PARTLY,
    ledger_option,
    main,
    parser_option,
    place_to_write,
    tables_option,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from penholder.serve.feed_lists import Watched
    from penholder.serve.stopping import Stop
    from penholder.serve.watching import Watch

# Seconds between two looks at what is due.
_LOOK = 20


@main.command()
@click.argument("listed", metavar="FEEDS.TOML", type=click.Path(path_type=Path))
@click.option("--once", is_flag=True, help="Poll each feed once, and end: for cron.")
@click.option("--every", type=click.IntRange(1, 525_600), metavar="MINUTES", help="In place of what the list says.")  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Read stories too that are not about the beat.")  # fmt: skip
@click.option("--allow-private", is_flag=True, help="Servers of this machine and its network too.")
@parser_option
@tables_option
@ledger_option
def watch(listed: Path, every: int | None, ledger: str | None, **flags: bool) -> None:
    """Read what is new in feeds, again and again; Ctrl-C ends it well."""
    from dataclasses import replace

    from penholder.read.web.fetching import Fetcher
    from penholder.serve.feed_lists import read_list
    from penholder.serve.stopping import stoppable
    from penholder.serve.watching import Watch
    from penholder.store.ledger import open_ledger

    feeds = read_list(listed)
    if every:
        feeds = tuple(replace(feed, every=every) for feed in feeds)
    fetcher = Fetcher(allow_private=flags["allow_private"], tell=_tell)
    try:
        with stoppable() as stop, open_ledger(place_to_write(ledger)) as kept:
            watched = Watch(kept, fetcher, _tell, click.echo, flags["everything"])
            failed = watched.poll_all(feeds) if flags["once"] else _go_on(watched, feeds, stop)
    except KeyboardInterrupt:
        _tell("Stopped; what was read is kept.")
        sys.exit(PARTLY if flags["once"] else 0)
    _end(failed, len(feeds))


def _go_on(watched: Watch, feeds: Sequence[Watched], stop: Stop) -> NoReturn:
    _tell(_begun(watched, feeds))
    while True:
        if due := [feed for feed in feeds if watched.is_due(feed)]:
            watched.poll_all(due)
        stop.wait(_LOOK)


def _begun(watched: Watch, feeds: Sequence[Watched]) -> str:
    """Give what is said at first: when the next feed is polled, for that may be long from now."""
    first = max(min(map(watched.wait_for, feeds)), timedelta())
    at = f"{datetime.now().astimezone() + first:%H:%M}" if first else "now"
    feeds_told = f"{len(feeds)} feeds are" if len(feeds) > 1 else "1 feed is"
    return f"{feeds_told} watched, the first {at}; Ctrl-C ends it."


def _end(failed: int, feeds: int) -> None:
    from penholder.errors import SourceError

    if failed:
        sys.exit(SourceError.exit_code if failed == feeds else PARTLY)


def _tell(words: str) -> None:
    click.echo(words, err=True)
