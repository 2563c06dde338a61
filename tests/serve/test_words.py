"""The word tables are shown, searched, and told apart from the user's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from penholder.serve.cli import main
from penholder.serve.words import word_tables
from penholder.tables.own import use_tables


@pytest.fixture(autouse=True)
def _shipped_tables_after() -> object:
    yield
    use_tables(None)


def run(*words: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["words", *map(str, words)])


def test_every_table_is_listed() -> None:
    """Without a table each is named, with the number of its rows."""
    told = {line.split()[1]: int(line.split()[0]) for line in run().output.splitlines()}

    assert set(told) == set(word_tables())
    assert told["states"] > 190
    assert all(told.values())


def test_a_row_is_shown_with_what_it_matches_and_leaves() -> None:
    """The search finds the row by a word of it, and shows its proof."""
    shown = run("acts", "--search", "veto_cast").output

    assert shown.startswith("acts, act veto_cast\n")
    assert '  matches "China and Russia vetoed the draft resolution' in shown
    assert '  leaves "The governor vetoed the spending bill."' in shown


@pytest.mark.parametrize("table", word_tables())
def test_every_table_is_shown_in_both_forms(table: str) -> None:
    """Each line is JSON with the row, and people get a line for each row at least."""
    rows = [json.loads(line) for line in run(table, "--json").output.splitlines()]

    assert rows
    assert {row["table"] for row in rows} == {table}
    assert not any(row["own"] for row in rows)
    assert len(run(table).output.splitlines()) >= len(rows)


def test_the_search_is_for_any_case_and_all_tables() -> None:
    """What stands in several tables is found in each."""
    rows = [
        json.loads(line) for line in run("--search", "kIM jONG uN", "--json").output.splitlines()
    ]

    assert "people" in {row["table"] for row in rows}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("weapon",), 'Did you mean "weapons"?'),
        (("acts", "--search", "xyzzy"), "no row holds it"),
    ],
)
def test_what_is_not_there_is_said(words: tuple[str, ...], said: str) -> None:
    """The exit code is that of nothing found, and the message says what to do."""
    done = run(*words)

    assert (done.exit_code, said in done.output) == (6, True)


def test_rows_of_ones_own_are_marked(tmp_path: Path) -> None:
    """A person who was added is shown as the user's."""
    (tmp_path / "people.csv").write_text("name,state\nKim Song,PRK\n", "utf-8")
    shown = run("people", "--search", "kim song", "--tables", tmp_path).output

    assert shown.startswith("people, row Kim Song  (yours)\n")
