"""Takes parses from a file: `conllu:FILE`, made beforehand by any parser or by hand.

A sentence is known by its characters without blanks. Where the file cuts a sentence into other words
than penholder does, words are aligned by their characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from penholder.errors import ParserError
from penholder.find.parse.adapters.alignment import Row, aligned
from penholder.find.parse.adapters.missing import argument_lacks
from penholder.find.parse.parsers import Analysis, Parser
from penholder.find.parse.trees import depths


def load_parser(argument: str) -> Parser:
    """Give a parser that knows the sentences of a CoNLL-U file, and no others.

    Raises:
        ParserError: the file cannot be read or is no CoNLL-U.
    """
    if not argument:
        raise argument_lacks("conllu", "conllu:FILE")
    known = _read(Path(argument))

    def parse(sentences: Sequence[Sequence[str]]) -> list[Analysis | None]:
        return [_of(known, words) for words in sentences]

    return parse


def _of(known: Mapping[str, Sequence[Row]], words: Sequence[str]) -> Analysis | None:
    rows = known.get(_key(words))
    return aligned(rows, words) if rows and words else None


def _read(path: Path) -> Mapping[str, Sequence[Row]]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeError) as fault:
        raise _broken(path, f"the file cannot be read: {fault}") from fault
    sentences = [tuple(rows) for rows in _sentences(path, lines)]
    return {_key([row.form for row in rows]): rows for rows in sentences}


def _sentences(path: Path, lines: Sequence[str]) -> Iterator[list[Row]]:
    rows: list[Row] = []
    for number, line in enumerate([*lines, ""], 1):
        if line and not line.startswith("#"):
            rows += _row(path, number, line)
        elif rows and not line:
            yield _checked(path, number, rows)
            rows = []


def _row(path: Path, number: int, line: str) -> Iterator[Row]:
    try:
        place, form, _, upos, xpos, feats, head, deprel, _, _ = line.split("\t")
        if place.isdigit():  # "3-4" and "5.1" are no words
            yield Row(form, upos, _told(xpos), _told(feats), int(head), deprel)
    except ValueError as fault:
        raise _broken(path, f"line {number} is no line of CoNLL-U: {fault}") from fault


def _checked(path: Path, number: int, rows: list[Row]) -> list[Row]:
    if not depths([row.head for row in rows]):
        raise _broken(path, f"the sentence that ends at line {number} is no tree with one root")
    return rows


def _told(column: str) -> str:
    return "" if column == "_" else column


def _key(words: Sequence[str]) -> str:
    return "".join("".join(words).split())


def _broken(path: Path, fault: str) -> ParserError:
    return ParserError(f"parser conllu:{path}", fault=fault, remedy="Mend the file")
