"""Each row of tables/codes.toml has its code for its examples and another for its look-alikes."""

from __future__ import annotations

import pytest

from penholder.find.codes import read_code
from penholder.find.codes.marked import Marked
from penholder.model.code import Code
from penholder.model.statement import StatementKind
from penholder.tables.load import load_toml

TABLE = load_toml("codes")
ROWS = TABLE["code"]


def code_in(words: str) -> str | None:
    """Give the code of a sentence whose parties stand as <source> and {target}."""
    marked = Marked.of(words)
    return read_code(marked.text, marked.source, marked.target)


@pytest.mark.parametrize(
    ("code", "words"), [(row["code"], words) for row in ROWS for words in row["examples"]]
)
def test_a_row_has_its_code(code: str, words: str) -> None:
    """The example is read as the row's code."""
    assert code_in(words) == code


@pytest.mark.parametrize(
    ("code", "words"), [(row["code"], words) for row in ROWS for words in row["near"]]
)
def test_a_look_alike_has_another(code: str, words: str) -> None:
    """The look-alike is read as something, and not as the row's code."""
    assert code_in(words) not in {None, code}


def test_the_table_knows_every_code_and_no_other() -> None:
    """Each root has a row, and kinds and turns name roots and kinds that exist."""
    named = {code for codes in TABLE["kinds"].values() for code in codes}
    for turn in ("planned", "negated"):
        named |= {*TABLE[turn], *TABLE[turn].values()}

    assert {row["code"] for row in ROWS} == set(Code)
    assert named <= set(Code)
    assert set(TABLE["kinds"]) <= set(StatementKind)
