"""Tells files that are no text by their first bytes, and the parts of saved pages by their names."""

from __future__ import annotations

from collections.abc import Iterator

from penholder.errors import SourceError
from penholder.tables.load import load_toml


def no_text(where: str, data: bytes) -> SourceError | None:
    """Give the error of a file that is known for no text by how it begins, or None."""
    kind = kind_of(data)
    if kind is None:
        return None
    row = load_toml("file_kinds")[kind]
    return SourceError(where, fault=f"it is {row['is']}, and no text", remedy=row["remedy"])


def kind_of(data: bytes) -> str | None:
    """Give the kind of a file that is no text, "pdf", by how it begins; None: it may be a text."""
    return next((kind for kind, begins in _beginnings() if data.startswith(begins)), None)


def _beginnings() -> Iterator[tuple[str, tuple[bytes, ...]]]:
    for kind, row in load_toml("file_kinds").items():
        yield kind, tuple(begins.encode("latin-1", "replace") for begins in row["begins"])


def is_part(name: str) -> bool:
    """Say whether a file is a part of a saved page, by its name: a picture, a script, a style."""
    return name.casefold().endswith(tuple(load_toml("page_parts")["parts"]["endings"]))
