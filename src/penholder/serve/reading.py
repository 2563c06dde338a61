"""Reads sources into a ledger and tells what came of each."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto

import click

from penholder.errors import SourceError
from penholder.model.reading import CheckedStory
from penholder.model.verdict import Ruling
from penholder.pipeline import read_sources
from penholder.serve.contract import as_json
from penholder.serve.explanation import explanation, explanation_json
from penholder.serve.report import line, report
from penholder.store.ledger import save_story


class Form(Enum):
    """How a story is told."""

    REPORT = auto()
    LINE = auto()
    JSON = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How many sources were read, and how many could not be."""

    read: int
    failed: int


def read_into(
    ledger: sqlite3.Connection,
    sources: Iterable[str],
    published: str | None,
    *,
    form: Form,
    total: int,
    explain: bool = False,
) -> Done:
    """Read, check, keep and print each story; progress and faults go to standard error.

    Args:
        ledger: Where stories are kept.
        sources: Files, folders or "-".
        published: The day that a text lacks.
        form: How each story is told.
        total: How many stories there are, for the progress bar.
        explain: Whether the names, times and rows of each sentence follow.
    """
    counts: Counter[Ruling] = Counter()
    done = failed = 0
    later: list[str] = []  # lines that would tear the progress bar apart
    with _progress(total) as step:
        for found in read_sources(sources, published):
            if isinstance(found, SourceError):
                failed += 1
                later.append(str(found))
            else:
                done += 1
                save_story(ledger, found, as_json(found))
                _print(found, form, explain=explain)
                counts.update(claim.verdict.ruling for claim in found.claims)
            step()
    for fault in later:
        click.echo(fault, err=True)
    click.echo(_told(done, failed, counts), err=True)
    return Done(read=done, failed=failed)


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


def _told(done: int, failed: int, counts: Counter[Ruling]) -> str:
    claims = ", ".join(f"{counts[r]} {r.value.replace('_', ' ')}" for r in Ruling if counts[r])
    failures = f", {failed} could not be read" if failed else ""
    return f"{done} read{failures}. Claims: {claims or 'none'}."
