"""What changed from one version of a story to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy import Connection, select, text

from penholder.store.rows import told_of
from penholder.store.stories import no_such_story
from penholder.store.tables import STORY_VERSIONS
from penholder.store.views import versions_asked

Told = Mapping[str, Any]

_FIELDS = ("title", "date", "outlet", "byline", "url")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that changed: the words before and after; None: there were none."""

    what: str  # title | date | … | text | statements | quotes | claims
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version, and what changed in it since the one before."""

    number: int
    current: bool
    id: str
    source: str
    seen: str  # when its source was written, UTC
    title: str | None
    changes: tuple[Change, ...]


def list_versions(ledger: Connection, story_id: str) -> tuple[Version, ...]:
    """Give the versions of a story, by the id of any of them, oldest first.

    Raises:
        NotFoundError: the ledger has no story of that id.
    """
    mine = "WHERE one.key IN (SELECT key FROM story_versions WHERE id = :id)"
    asked = text(f"SELECT * FROM ({versions_asked(mine)}) AS told ORDER BY number")  # noqa: S608
    wanted = ("number", "current", "id", "source", "seen", "title")
    found = ledger.execute(asked, {"id": story_id}).mappings()
    rows = [{name: row[name] for name in wanted} for row in found]
    if not rows:
        raise no_such_story(story_id)
    told = [_told(ledger, row["id"], row["source"], row["seen"]) for row in rows]
    before = [None, *told]
    return tuple(
        Version(**{**row, "current": bool(row["current"])}, changes=_changes(old, new))
        for row, old, new in zip(rows, before, told, strict=False)
    )


def _told(ledger: Connection, id_: str, source: str, seen: str) -> Told:
    held = STORY_VERSIONS.c
    mine = (held.id == id_, held.source == source, held.seen == seen)
    row = ledger.execute(select(held.told, held.text).where(*mine)).first()
    if row is None:
        raise no_such_story(id_)
    return told_of(row.told, row.text)


def _changes(old: Told | None, new: Told) -> tuple[Change, ...]:
    return tuple(find_changes(old, new)) if old else ()


def find_changes(old: Told, new: Told) -> Iterator[Change]:
    """Yield what changed: the head, the lines of the text, then what was found in it."""
    for field in _FIELDS:
        before, after = _field(old, field), _field(new, field)
        if before != after:
            yield Change(what=field, before=before, after=after)
    yield from _lines(_split(old["story"]["text"]), _split(new["story"]["text"]))
    for noun in ("statements", "quotes", "claims"):
        yield from _found(noun, old[noun], new[noun])


def _field(told: Told, field: str) -> str | None:
    value = told["story"].get(field)
    words: str | None = value["value"] if field == "date" else value
    return words


def _split(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]


def _lines(old: list[str], new: list[str]) -> Iterator[Change]:
    for sort, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if sort != "equal":
            before, after = "\n".join(old[a:b]), "\n".join(new[c:d])
            yield Change(what="text", before=before or None, after=after or None)


def _found(noun: str, old: list[Told], new: list[Told]) -> Iterator[Change]:
    """Yield what was found in one version alone; a claim also where its verdict changed."""
    before, after = (Counter(map(_found_words, found)) for found in (old, new))
    yield from (
        Change(what=noun, before=words, after=None) for words in (before - after).elements()
    )
    yield from (
        Change(what=noun, before=None, after=words) for words in (after - before).elements()
    )


def _found_words(one: Told) -> str:
    said = f"{one['verdict'].replace('_', ' ')}: " if "verdict" in one else ""
    return said + " ".join(one["text"].split())
