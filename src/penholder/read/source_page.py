"""One page as it was found, and what can be wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from penholder.errors import SourceError

# No story is longer: a page of 20 MB is a dump, a log or a mistake.
MAX_BYTES = 20_000_000
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as it was found; None: nothing came with it."""

    source: str  # the file, "file.jsonl:12", "crawl.warc.gz:73512", or "-"
    text: str
    form: str  # txt | html | json (text or HTML, to be told by its looks)
    id: str | None = None
    url: str | None = None
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    published: str | None = None  # the date that the reader gave


Found = Page | SourceError


def too_large(where: str, size: int | None = None) -> SourceError:
    """Give the error of a page that is too long for a story; without a size, nobody has seen its end."""
    told = f"{size / 1e6:.0f} MB" if size else f"more than {MAX_BYTES / 1e6:.0f} MB"
    return SourceError(
        where,
        fault=f"it has {told}, and a story has at most {MAX_BYTES / 1e6:.0f} MB",
        remedy="Split it into stories, or make a .jsonl file with one story per line",
    )


def empty(where: str) -> SourceError:
    """Give the error of a file with nothing in it."""
    return SourceError(where, fault="the file is empty", remedy="Save the story again")


def writable(text: str) -> str:
    """Give the text with lone surrogates replaced, one by one: they cannot be written anywhere."""
    try:
        text.encode()  # many times as fast as a search
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def encoded(text: str) -> bytes:
    """Give the bytes of a text with lone surrogates replaced."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return writable(text).encode()
