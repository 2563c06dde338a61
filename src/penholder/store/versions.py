"""Which texts are versions of one story, and which of them is the current one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from sqlalchemy import Connection, bindparam, select

from penholder.store.rows import Values
from penholder.store.tables import STORY_VERSIONS

# "file.jsonl:12" or "-": such a source names a place in a heap, where tomorrow another story may lie.
_HEAP = re.compile(r"^-$|:\d+$")
# Words of three that two texts of one file must share to be versions; copies of an agency's report
# that were written through still share more than half, two stories on one launch some hundredths.
_SHARED = 0.2
# Characters of a key; PostgreSQL indexes no more than 2.7 KB.
_LONGEST = 200
_V = STORY_VERSIONS.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A version in the ledger."""

    no: int
    source: str
    sequence: int
    current: bool
    seen: str
    date: str
    title: str | None
    text_sha256: str

    @property
    def rank(self) -> tuple[str, str, str, int]:
        """Give what decides between versions: the newer source, the later date, then their names.

        Nothing in it depends on the order in which sources are read.
        """
        return self.seen, self.date, self.source, self.sequence


# Made once, as every story asks them.
_COLUMNS = (_V.no, _V.source, _V.sequence, _V.current, _V.seen, _V.date, _V.title, _V.text_sha256)
_HAS_KEY = _V.key == bindparam("key")
_WITH_KEY = select(*_COLUMNS).where(_HAS_KEY)
_LAST_TEXT = select(_V.text).where(_HAS_KEY).order_by(_V.sequence.desc()).limit(1)
_KEY = select(_V.key).where(_V.id == bindparam("id"))


def key_of(ledger: Connection, row: Values) -> str:
    """Give the key of a story: that of its id where it is known, else its address, its file, its id."""
    id_, source, url = str(row["id"]), str(row["source"]), row["url"]
    known = ledger.execute(_KEY, {"id": id_}).scalar()
    if known:
        return str(known)
    if url and (named := key_of_address(str(url))):
        return named
    if _HEAP.search(source):
        return _short(f"id {id_}")
    key = _short(f"file {source}")
    before = ledger.execute(_LAST_TEXT, {"key": key}).scalar()
    return key if before is None or _alike(before, str(row["text"])) else _short(f"id {id_}")


def key_of_address(url: str) -> str | None:
    """Give the key of the story at an address; None: it names no page of an outlet."""
    return _short(f"url {urldefrag(url).url.rstrip('/')}") if _names_a_page(url) else None


def _names_a_page(url: str) -> bool:
    """Say whether an address names more than an outlet's front page."""
    try:
        parts = urlsplit(url)
    except ValueError:  # a bracket that is not closed
        return False
    return bool(parts.path.strip("/") or parts.query)


def _short(key: str) -> str:
    """Give a key that fits an index: a long one by its hash."""
    if len(key) <= _LONGEST:
        return key
    return f"{key.partition(' ')[0]} sha256:{hashlib.sha256(key.encode()).hexdigest()}"


def _alike(text: str, other: str) -> bool:
    mine, theirs = _threes(text), _threes(other)
    return len(mine & theirs) >= _SHARED * min(len(mine), len(theirs))


def _threes(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return set(zip(words, words[1:], words[2:], strict=False))


def versions_of(ledger: Connection, key: str) -> tuple[Held, ...]:
    """Give all versions with a key, oldest first."""
    rows = ledger.execute(_WITH_KEY, {"key": key}).mappings().all()
    held = (Held(**{**row, "date": row["date"] or ""}) for row in rows)
    return tuple(sorted(held, key=lambda one: one.rank))


def same_text(held: Sequence[Held], row: Values) -> Held | None:
    """Give the version that a source already gave in its last words; None: these words are new."""
    mine = [one for one in held if one.source == row["source"]]
    last = max(mine, key=lambda one: one.sequence, default=None)
    if last and (last.text_sha256, last.title) == (row["text_sha256"], row["title"]):
        return last
    return None


def newest(held: Sequence[Held]) -> Held:
    """Give the version that stands: the newest among the last ones of each source."""
    last = {one.source: one for one in sorted(held, key=lambda one: one.sequence)}
    return max(last.values(), key=lambda one: one.rank)


def seen_at(source: str) -> str:
    """Give when a source was written, in UTC: "2026-11-25T22:49:22.123456Z"; now, where it is no file."""
    try:
        stamp = Path(re.sub(r":\d+$", "", source)).stat().st_mtime
    except OSError:
        stamp = datetime.now(UTC).timestamp()
    return datetime.fromtimestamp(stamp, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
