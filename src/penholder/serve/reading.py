"""Reads sources into a ledger and tells what came of each."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import Any

import click

from penholder.errors import SourceError
from penholder.find.parse import parser_is_missing
from penholder.model.reading import CheckedStory, OffBeat
from penholder.model.verdict import Ruling
from penholder.pipeline import read_sources
from penholder.read.body import is_foreign
from penholder.read.source_page import Found
from penholder.read.sources import Fetch
from penholder.read.tongues import called, is_other
from penholder.serve.contract import as_json
from penholder.serve.explanation import explanation, explanation_json
from penholder.serve.report import foreign, line, report
from penholder.store.ledger import OpenLedger
from penholder.store.saving import save_story

_NO_PARSER = (
    "No parser is installed: long sentences gave fewer statements, and at times the wrong actor. "
    "See docs/parsers.md; --parser none hides this line."
)

# Up to so many pages that are passed over are named.
_FEW = 5


Other = tuple[str, str]  # the source of a page in another language, and that language


class Form(Enum):
    """How a story is told."""

    REPORT = auto()
    LINE = auto()
    JSON = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How many pages were read, how many are not about the beat, and how many could not be read."""

    read: int
    off_beat: int
    failed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How stories are read and told."""

    published: str | None  # the day that a text lacks
    form: Form
    total: int  # how many stories there are, for the progress bar
    everything: bool  # stories that are not about the beat are read too
    explain: bool  # the names, times and rows of each sentence follow
    allow_private: bool = False  # addresses of this machine and its network are fetched too


def read_into(ledger: OpenLedger, sources: Iterable[str], wanted: Wanted) -> Done:
    """Read, check, keep and print each story; progress, faults and what was passed over go to standard error."""
    counts: Counter[Ruling] = Counter()
    read = 0
    later: list[SourceError | OffBeat] = []  # their lines would tear the progress bar apart
    unread: list[Other] = []
    fetch = _fetch(ledger, allow_private=wanted.allow_private)
    with _progress(wanted.total) as step:
        for found in read_sources(
            sources, wanted.published, everything=wanted.everything, fetch=fetch
        ):
            if isinstance(found, CheckedStory):
                read += 1
                save_story(ledger, found, as_json(found))
                _print(found, wanted.form, explain=wanted.explain)
                counts.update(claim.verdict.ruling for claim in found.claims)
                if is_foreign(story := found.reading.story):
                    unread.append((story.source, story.language))
            else:
                later.append(found)
            step()
    faults = [one for one in later if isinstance(one, SourceError)]
    off_beat = [one for one in later if isinstance(one, OffBeat)]
    unread += [(one.source, one.language) for one in off_beat if is_other(one.language)]
    english = [one for one in off_beat if not is_other(one.language)]
    for told in (*map(str, faults), *_passed_over(english), *_unread(unread)):
        click.echo(told, err=True)
    click.echo(_told(read, len(faults), counts), err=True)
    if read and parser_is_missing():
        click.echo(_NO_PARSER, err=True)
    return Done(read=read, off_beat=len(off_beat), failed=len(faults))


def _fetch(ledger: OpenLedger, *, allow_private: bool) -> Fetch:
    """Give what fetches addresses; nothing of it is imported where there are none."""

    def pages(address: str) -> Iterator[Found]:
        from penholder.read.web.fetching import Fetcher  # noqa: PLC0415
        from penholder.serve.visiting import Visitor  # noqa: PLC0415

        fetcher = made.setdefault("one", Fetcher(allow_private=allow_private))
        return Visitor(ledger, fetcher, partial(click.echo, err=True)).pages(address)

    made: dict[str, Any] = {}
    return pages


def _print(found: CheckedStory, form: Form, *, explain: bool) -> None:
    if form is Form.JSON:
        told = as_json(found) | ({"sentences": explanation_json(found)} if explain else {})
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    click.echo(report(found) if form is Form.REPORT else line(found))
    if explain:
        click.echo(explanation(found))


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """Give a step of a progress bar, where somebody watches and the answers go elsewhere."""
    if total < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    with click.progressbar(length=total, label="Reading", file=sys.stderr) as bar:
        yield lambda: bar.update(1)


def _passed_over(off_beat: Sequence[OffBeat]) -> Iterator[str]:
    """Yield what is said of pages that are not about the beat: their names, where they are few."""
    if not off_beat:
        return
    which = f"{len(off_beat):,} stories"
    if len(off_beat) <= _FEW:
        which = ", ".join(one.source for one in off_beat)
    yield f"Nothing about the Council or weapons tests found in {which}: passed over. --all reads them."


def _unread(others: Sequence[Other]) -> Iterator[str]:
    """Yield a line for each page in another language, or one for all where they are many."""
    if len(others) > _FEW:
        counts = Counter(called(language) for _, language in others).most_common()
        which = ", ".join(f"{name} {count:,}" for name, count in counts)
        yield f"Not read: {len(others):,} pages in other languages ({which}). Penholder reads English only."
        return
    yield from (f"{source}: not read: {foreign(language)}." for source, language in others)


def _told(done: int, failed: int, counts: Counter[Ruling]) -> str:
    claims = ", ".join(f"{counts[r]} {r.value.replace('_', ' ')}" for r in Ruling if counts[r])
    failures = f", {failed} could not be read" if failed else ""
    return f"{done} read{failures}. Claims: {claims or 'none'}."
