"""Each row of tables/file_kinds.toml is seen in its examples alone, and parts of pages by their names."""

from __future__ import annotations

import pytest

from penholder.read.file_kinds import is_part, kind_of
from penholder.tables.load import load_toml

KINDS = load_toml("file_kinds")
PARTS = load_toml("page_parts")["parts"]


@pytest.mark.parametrize(
    ("kind", "begins"), [(kind, words) for kind, row in KINDS.items() for words in row["examples"]]
)
def test_a_kind_is_told_by_its_first_bytes(kind: str, begins: str) -> None:
    """Whatever its name says."""
    assert kind_of(begins.encode("latin-1")) == kind


@pytest.mark.parametrize("words", [words for row in KINDS.values() for words in row["near"]])
def test_a_text_about_a_kind_is_a_text(words: str) -> None:
    """Words that begin alike are read."""
    assert kind_of(words.encode()) is None


@pytest.mark.parametrize(("name", "part"), [*((n, True) for n in PARTS["examples"]), *((n, False) for n in PARTS["near"])])  # fmt: skip
def test_parts_of_saved_pages_are_told_by_their_names(name: str, part: bool) -> None:
    """Pictures, scripts and styles; not the documents beside them."""
    assert is_part(name) == part


@pytest.mark.parametrize("row", load_toml("web_answers").values())
def test_an_answer_says_what_is_wrong_and_what_to_do(row: dict[str, object]) -> None:
    """Each row has its numbers, a fault and a remedy."""
    assert row["codes"]
    assert row["fault"]
    assert row["remedy"]
