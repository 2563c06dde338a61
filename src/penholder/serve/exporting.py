"""Writes exports: to standard output, to a file, or as a folder of files with their description."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from penholder.errors import OutputError
from penholder.serve.exports.datapackage import Resource, datapackage
from penholder.serve.exports.formats import Format, Pieces
from penholder.store.views import VIEWS, View, view_named

# What a bulk export holds: what stands now, without what older versions said and where one has been.
_BULK = tuple(view for view in VIEWS if view.name not in {"versions", "visits"})
_DESCRIPTION = "datapackage.json"


def export(ledger: Connection, form: Format, noun: str | None) -> Iterator[bytes]:
    """Yield an export in pieces; a table format writes the view that `noun` names."""
    pieces: Pieces
    if form.whole:
        pieces = form.whole(ledger)
    elif form.table and noun:
        pieces = form.table(ledger, view_named(noun))
    else:
        raise ValueError(f"{form.name} writes one view")
    yield from (one if isinstance(one, bytes) else one.encode() for one in pieces)


def export_to(
    ledger: Connection, form: Format, noun: str | None, target: Path | None, *, force: bool = False
) -> None:
    """Write an export to a file, whole or not at all; None: to standard output.

    Raises:
        OutputError: it cannot be written, or is there already and not to be written over.
    """
    if target:
        _must_be_free([target], force=force)
        _must_have_folder(target)
        _write(target, export(ledger, form, noun))
        return
    for piece in export(ledger, form, noun):
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def export_folder(
    ledger: Connection, form: Format, folder: Path, *, force: bool = False
) -> list[str]:
    """Write a file for each view, or one with all stories, and `datapackage.json`; give their names.

    Raises:
        OutputError: they cannot be written, or one is there already and not to be written over.
    """
    views: tuple[View | None, ...] = _BULK if form.table else (None,)
    paths = [folder / f"{view.name if view else 'stories'}.{form.suffix}" for view in views]
    _must_be_free([*paths, folder / _DESCRIPTION], force=force)
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    resources = []
    for view, path in zip(views, paths, strict=True):
        _write(path, export(ledger, form, view.name if view else None))
        resources.append(Resource(path=path, media_type=form.media_type, view=view))
    _write(folder / _DESCRIPTION, iter([datapackage(resources).encode()]))
    return [*(one.path.name for one in resources), _DESCRIPTION]


def _must_have_folder(target: Path) -> None:
    if not target.parent.is_dir():
        raise OutputError(
            str(target),
            fault=f"there is no folder {target.parent}",
            remedy="Make it first, or name another place",
        )


def _must_be_free(targets: Sequence[Path], *, force: bool) -> None:
    taken = None if force else next((target for target in targets if target.is_file()), None)
    if taken:
        raise OutputError(
            str(taken),
            fault="the file is there already",
            remedy="Name another, or write over it with --force",
        )


def _write(target: Path, pieces: Iterator[bytes]) -> None:
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with _told(target):
            with part.open("wb") as file:
                file.writelines(pieces)
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _told(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise OutputError(
            str(target),
            fault=fault.strerror or str(fault),
            remedy="Make room on the disk, or write elsewhere",
        ) from fault
