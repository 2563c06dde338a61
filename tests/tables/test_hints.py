"""The hints of the rows are those that their patterns give, and they pass nothing over."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from penholder.find.claim_rows import claim_rows
from penholder.find.claim_types.happenings import happening_rows
from penholder.find.hints import may_match, needs_of, seen_in
from penholder.tables.load import load_toml

LISTS = load_toml("hints")
ROWS = [
    (sort, row)
    for name, sort in (("claims", "claim"), ("happenings", "happening"), ("acts", "act"))
    for row in load_toml(name)[sort]
    if "pattern" in row or "patterns" in row
]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Load the script that writes the hints."""
    path = Path(__file__).parents[2] / "scripts" / "hints.py"
    spec = importlib.util.spec_from_file_location("hints", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def kept(sort: str, row: dict[str, str]) -> list[tuple[tuple[str, ...], ...]]:
    """Give what the table has for each pattern of a row."""
    lists = LISTS[sort].get(row["id"], [[]] * len(row.get("patterns", [""])))
    return [tuple(map(tuple, pattern)) for pattern in lists]


def test_the_hints_are_those_of_the_patterns(script: ModuleType) -> None:
    """Whoever changes a pattern runs the script again."""
    stale = [
        row["id"]
        for sort, row in ROWS
        if list(map(script.hints_of, script.patterns_of(row))) != kept(sort, row)
    ]

    assert stale == [], "run python scripts/hints.py"
    assert {(sort, row) for sort in LISTS for row in LISTS[sort]} <= {
        (sort, row["id"]) for sort, row in ROWS
    }


def test_every_example_holds_a_hint() -> None:
    """A sentence that a row matches is never passed over."""
    lost = [
        words
        for sort, row in ROWS
        for words in row["examples"]
        if "pattern" in row  # the examples of acts may be found by their verbs
        if not may_match(needs_of(sort, row["id"]), seen_in(words, 0, len(words)))
    ]

    assert lost == []


def test_the_rows_carry_their_needs() -> None:
    """Most rows have words that every match holds."""
    rows = [*claim_rows(), *happening_rows()]

    assert sum(bool(row.needs) for row in rows) > 0.9 * len(rows)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("nth", "It was the fifth such meeting of ministers."),
        ("nth", "The launch was a success."),
        ("nth_elided", "They were told so by the country this year."),
    ],
)
def test_a_sentence_that_lacks_one_list_is_passed_over(row: str, words: str) -> None:
    """A count needs an ordinal and a noun that is counted; one of them alone is not enough."""
    assert not may_match(needs_of("claim", row), seen_in(words, 0, len(words)))


@pytest.mark.parametrize(
    ("pattern", "lists"),
    [
        ("(?:its )?last (?:fired|tested)", (("fired", "tested"),)),
        (r"\babst(?:ained|entions?)\b", (("abstained", "abstention"),)),
        (r"(?P<n>\d+)(?:th)? \w+ of the launches", (("launches",), tuple("0123456789"))),
        (r"\w+ \w+", ()),
        ("(?:veto|no)", ()),
        ("(?:tests?|testing) [0-3]", (("test",),)),
        (r"on \w+ (?:day|days) \w+ (?:March|May)", (("day",), ("march", "may"))),
    ],
)
def test_hints_are_what_every_match_holds(
    script: ModuleType, pattern: str, lists: tuple[tuple[str, ...], ...]
) -> None:
    """Words that cannot be left out, the longest first; none where something short would do."""
    assert script.hints_of(pattern) == lists
