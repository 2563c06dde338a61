"""Scores the dates that are inferred for stories whose own date is taken away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from annotated import read_lines
from tally import Answer

from penholder.check.dating import infer_date
from penholder.find.reading import find_all
from penholder.model.story import Basis
from penholder.model.when import When
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.records.load import load_records


def answers(shared: Path) -> Iterator[Answer]:
    """Yield, for each story with a known day and none in its text, whether it is dated rightly."""
    records = load_records()
    for row in read_lines(shared / "stories" / "stories_dev.jsonl"):
        text = row.get("text") or row.get("body")
        if not text or len(row.get("date") or "") != 10:
            continue
        story = read_page(Page(source="stripped", form="txt", text=text))
        if story.date.basis is not Basis.UNKNOWN:
            continue
        value = infer_date(find_all(story), records).value
        yield "undated stories that get a date", bool(value)
        if value:
            yield "inferred dates that are right, give or take a day", _is_near(value, row["date"])


def _is_near(value: str, day: str) -> bool:
    """Say whether a day is right: stories bear the date of their outlet's own time zone."""
    first, last = When(value).days() or (date.max, date.min)
    return first - timedelta(days=1) <= date.fromisoformat(day) <= last + timedelta(days=1)
