"""Sees pages that were saved without their story: login walls, robot checks, pages that are gone."""

from __future__ import annotations

from collections.abc import Iterable

from penholder.errors import SourceError
from penholder.read.source_page import encoded
from penholder.tables.load import load_toml

# Characters of HTML up to which a page can be nothing but a wall, and characters of its longer
# paragraphs from which it holds something to read.
_LARGE = 120_000
_PARAGRAPH, _ENOUGH = 60, 400


def find_wall(where: str, source: str) -> SourceError | None:
    """Give the error of a page of HTML that has a wall in place of a story, or None."""
    if len(source) > _LARGE or "<html" not in source[:3000].casefold():
        return None
    if (kind := wall_kind(source)) is None or _prose(source) >= _ENOUGH:
        return None
    row = load_toml("walls")[kind]
    return SourceError(where, fault=row["fault"], remedy=row["remedy"])


def wall_kind(words: str) -> str | None:
    """Give the kind of wall that words speak of, or None."""
    folded = words.casefold()
    table = load_toml("walls")
    return next((kind for kind, row in table.items() if _any_in(row["words"], folded)), None)


def _any_in(phrases: Iterable[str], folded: str) -> bool:
    return any(phrase in folded for phrase in phrases)


def _prose(source: str) -> int:
    """Count the characters of a page's paragraphs; its links and controls are none."""
    from penholder.read.html import survey  # noqa: PLC0415  sources are found before pages are read

    found, _, _ = survey(encoded(source))
    return sum(
        len(block.words)
        for block in found.blocks
        if len(block.words) >= _PARAGRAPH and 2 * block.linked < len(block.words)
    )
