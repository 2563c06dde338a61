"""The hints of the claim rows are those that their patterns give, and they pass nothing over."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from penholder.find.claim_rows import claim_rows, expanded
from penholder.tables.load import load_toml

ROWS = load_toml("claims")["claim"]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Load the script that writes the hints."""
    path = Path(__file__).parents[2] / "scripts" / "claim_hints.py"
    spec = importlib.util.spec_from_file_location("claim_hints", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_hints_are_those_of_the_patterns(script: ModuleType) -> None:
    """Whoever changes a pattern runs the script again."""
    stale = [
        row["id"]
        for row in ROWS
        if tuple(row.get("hints", ())) != script.hints_of(expanded(row["pattern"]))
    ]

    assert stale == [], "run python scripts/claim_hints.py"


def test_every_example_holds_a_hint() -> None:
    """A sentence that a row matches is never passed over."""
    lost = [
        words
        for row, table in zip(claim_rows(), ROWS, strict=True)
        for words in table["examples"]
        if not row.may_match(words.casefold())
    ]

    assert lost == []


@pytest.mark.parametrize(
    ("pattern", "hints"),
    [
        ("(?:its )?last (?:fired|tested)", ("fired", "tested")),
        (r"\babst(?:ained|entions?)\b", ("abstained", "abstention", "abstentions")),
        (r"(?P<n>\d+) of the launches", ("launches",)),
        (r"\w+ \d+", ()),
        ("(?:veto|no)", ()),
    ],
)
def test_hints_are_what_every_match_holds(
    script: ModuleType, pattern: str, hints: tuple[str, ...]
) -> None:
    """The longest words that cannot be left out; none where something short would do."""
    assert script.hints_of(pattern) == hints
