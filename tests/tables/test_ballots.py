"""Word tables whose rows bring examples: ballots and dossiers."""

from __future__ import annotations

import re
from typing import Any

import pytest

from penholder.find.dossiers import dossiers_in
from penholder.find.phrases import any_of
from penholder.model.span import Span
from penholder.tables.load import load_toml

BALLOTS = [*load_toml("ballots")["ballot"], load_toml("ballots")["alone"]]


@pytest.mark.parametrize("row", BALLOTS)
def test_a_ballot_has_its_words(row: Any) -> None:
    """Each row finds its examples and leaves its look-alikes."""
    words = re.compile(any_of(row["words"]), re.IGNORECASE)

    assert all(words.search(example) for example in row["examples"])
    assert not any(words.search(near) for near in row["near"])


@pytest.mark.parametrize("row", load_toml("dossiers")["dossier"])
def test_a_dossier_is_known_by_its_words(row: Any) -> None:
    """Each row gives its state for its examples, and not for its look-alikes."""
    for example in row["examples"]:
        assert row["state"] in dossiers_in(example, Span(0, len(example)))
    for near in row["near"]:
        assert row["state"] not in dossiers_in(near, Span(0, len(near)))
