"""Reads sources into a ledger and tells what came of each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import click

from penholder.errors import SourceError
from penholder.find.parse import parser_is_missing
from penholder.model.reading import CheckedStory, OffBeat
from penholder.pipeline import read_sources
from penholder.read.source_page import Found
from penholder.read.sources import Fetch, other_files
from penholder.serve.contract import as_json
from penholder.serve.printing import Form, Printer
from penholder.serve.stopping import stoppable
from penholder.serve.tallies import Tally
from penholder.store.ledger import OpenLedger
from penholder.store.saving import save_story

_NO_PARSER = (
    "No parser is installed: long sentences gave fewer statements, and at times the wrong actor. "
    "See docs/parsers.md; --parser none hides this line."
)

Tell = Callable[[SourceError], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How many pages were read, how many are not about the beat, and how many could not be read."""

    read: int
    off_beat: int
    failed: int
    was_stopped: bool  # by Ctrl-C or SIGTERM, before the end


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How stories are read and told."""

    published: str | None  # the day of publication, whatever the pages say
    form: Form
    total: int  # how many stories there are, for the progress bar
    everything: bool  # stories that are not about the beat are read too
    explain: bool  # the names, times and rows of each sentence follow
    allow_private: bool = False  # addresses of this machine and its network are fetched too


def read_into(ledger: OpenLedger, sources: Sequence[str], wanted: Wanted) -> Done:
    """Read, check, keep and print each story; progress, faults and what was passed over go to standard error."""
    tally, printer = Tally(), Printer(wanted.form, explain=wanted.explain)
    fetch = _fetch(ledger, allow_private=wanted.allow_private)
    found = read_sources(sources, wanted.published, everything=wanted.everything, fetch=fetch)
    was_stopped = _take_all(ledger, found, wanted.total, tally, printer)
    printer.finish()
    if was_stopped:
        click.echo("Stopped; what was read is kept.", err=True)
    for told in tally.lines(other_files(sources)):
        click.echo(told, err=True)
    if tally.read and parser_is_missing():
        click.echo(_NO_PARSER, err=True)
    return Done(
        read=tally.read,
        off_beat=tally.passed_over,
        failed=tally.failed,
        was_stopped=was_stopped,
    )


def _take_all(
    ledger: OpenLedger,
    pages: Iterator[CheckedStory | OffBeat | SourceError],
    total: int,
    tally: Tally,
    printer: Printer,
) -> bool:
    """Keep, print and count each story, and tell each fault; True: somebody broke off."""
    try:
        with stoppable() as stop, _progress(total) as (step, tell):
            for found in pages:
                stop.check()
                if isinstance(found, CheckedStory):
                    save_story(ledger, found, as_json(found))
                    printer.tell(found)
                elif isinstance(found, SourceError):
                    tell(found)
                tally.take(found)
                step()
    except KeyboardInterrupt:
        return True
    return False


def _fetch(ledger: OpenLedger, *, allow_private: bool) -> Fetch:
    """Give what fetches addresses; nothing of it is imported where there are none."""

    def pages(address: str) -> Iterator[Found]:
        from penholder.read.web.fetching import Fetcher  # noqa: PLC0415
        from penholder.serve.visiting import Visitor  # noqa: PLC0415

        tell = partial(click.echo, err=True)
        fetcher = made.setdefault("one", Fetcher(allow_private=allow_private, tell=tell))
        return Visitor(ledger, fetcher, tell).pages(address)

    made: dict[str, Any] = {}
    return pages


@contextmanager
def _progress(total: int) -> Iterator[tuple[Callable[[], None], Tell]]:
    """Give a step of a progress bar, where somebody watches and the answers go elsewhere, and what tells faults.

    They are told at once; beside a bar, which their lines would tear apart, after its end.
    """
    if total < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield (lambda: None), _tell
        return
    later: list[SourceError] = []
    try:
        with click.progressbar(length=total, label="Reading", file=sys.stderr) as bar:
            yield (lambda: bar.update(1)), later.append
    finally:
        for error in later:
            _tell(error)


def _tell(error: SourceError) -> None:
    click.echo(str(error), err=True)
