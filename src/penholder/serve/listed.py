"""What the look-up of the sanctions list answers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from penholder.errors import NotFoundError
from penholder.records.imports.kept import Shelf
from penholder.records.imports.listings import Listing

Json = dict[str, Any]


def listed_as(shelf: Shelf, words: str) -> list[Json]:
    """Give the entries with a reference number, or with all words in one of their names.

    Raises:
        NotFoundError: no list was imported, or nobody on it is called so.
    """
    entries = [kept.value for kept in shelf.rows if isinstance(kept.value, Listing)]
    if not entries:
        raise NotFoundError(
            words, fault="no sanctions list was imported",
            remedy="Download the UN's consolidated list (XML) and run: penholder records import FILE",
        )  # fmt: skip
    found = [entry for entry in entries if _is(entry, words)]
    if not found:
        last = max(entry.listed for entry in entries)
        raise NotFoundError(
            words, fault="nobody on the list is called so",
            remedy=f"Write a reference number as KPi.001, or fewer words. The newest entry is of {last}",
        )  # fmt: skip
    return [asdict(entry) for entry in found]


def tell_listed(found: list[Json]) -> Iterator[str]:
    """Yield a line for each entry, and one for its other names."""
    for row in found:
        told = f"{row['regime']}, {row['kind']}" if row["regime"] else row["kind"]
        yield f"{row['reference']}, listed on {row['listed']} ({told}): {row['name']}"
        if row["aliases"]:
            yield f"  also known as {'; '.join(row['aliases'])}"


def _is(entry: Listing, words: str) -> bool:
    if entry.reference.casefold() == words.strip().casefold():
        return True
    wanted = _words(words)
    return bool(wanted) and any(wanted <= _words(name) for name in (entry.name, *entry.aliases))


def _words(name: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return frozenset(re.findall(r"[a-z0-9]+", plain))
