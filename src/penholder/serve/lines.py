"""Lines for a reader: none is wider than a page, and short forms are explained at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from textwrap import wrap
from tomllib import loads

WIDTH = 100
# What goes on from the line before stands under its words where a label comes first, else a little to the right.
_LABEL = re.compile(r" *(?:no date|\S+) {2,}(?=\S)")
_STEP = 2


def folded(line: str) -> list[str]:
    """Give a line as several where it is too wide, the later ones set in."""
    if len(line) <= WIDTH:
        return [line]
    labelled = _LABEL.match(line)
    indent = labelled.end() if labelled else len(line) - len(line.lstrip()) + _STEP
    return wrap(
        line, WIDTH, subsequent_indent=" " * indent, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip


def explained(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines, then what the short forms in them stand for."""
    shown = []
    for line in lines:
        shown.append(line)
        yield line
    if found := [f"{short}: {meaning}" for short, meaning in meanings(" ".join(shown))]:
        yield ""
        yield from found


def meanings(shown: str) -> Iterator[tuple[str, str]]:
    """Yield each short form in what is shown, with what it stands for."""
    words = set(re.findall(r"[\w-]+", shown))
    yield from ((short, told) for short, told in _short_forms().items() if short in words)


@cache
def _short_forms() -> Mapping[str, str]:
    path = files("penholder.serve").joinpath("short_forms.toml")
    found: Mapping[str, str] = loads(path.read_text("utf-8"))["meaning"]
    return found
