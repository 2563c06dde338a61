"""The documents say what the program does."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from penholder import errors
from penholder.model.claim import Asked
from penholder.serve.cli import main

ROOT = Path(__file__).parents[1]
COMMANDS = (ROOT / "docs" / "commands.md").read_text("utf-8")
CONTRACT = (ROOT / "docs" / "contract.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_told_of(name: str) -> None:
    """Each command has its heading and stands in the README."""
    assert re.search(rf"^## .*penholder {name}\b", COMMANDS, re.MULTILINE)
    assert f"penholder {name}" in README


@pytest.mark.parametrize(
    "option",
    [
        (name, option.opts[0])
        for name, command in main.commands.items()
        for option in command.params
        if option.opts[0].startswith("--")
    ],
    ids=str,
)
def test_every_option_is_told_of(option: tuple[str, str]) -> None:
    """Each option of a command stands in its document."""
    assert option[1] in COMMANDS


def test_every_exit_code_is_told_of() -> None:
    """Each error's exit code has a row."""
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    codes = {kind.exit_code for kind in kinds if issubclass(kind, errors.PenholderError)}

    assert {code for code in codes if f"| {code} |" not in COMMANDS} == set()


@pytest.mark.parametrize(
    "command",
    re.findall(
        r"^\$ (penholder (?:presidency|council|vote|would-pass|vetoes|launches|launch|count|breaches) .*)$",
        COMMANDS,
        re.MULTILINE,
    ),
)
def test_the_output_of_look_ups_is_true(command: str) -> None:
    """What stands below a look-up is what it prints."""
    shown = COMMANDS.split(f"$ {command}\n", 1)[1].split("```", 1)[0]

    assert CliRunner().invoke(main, command.split()[1:]).output == shown


def test_every_key_of_a_claim_is_told_of() -> None:
    """Each type of claim lists the keys of what it asks, in their order."""
    for asked in get_args(Asked):
        keys = ", ".join(f"`{field.name}`" for field in fields(asked))
        assert f"| {keys} |" in CONTRACT, asked.__name__


def test_the_readme_shows_what_its_first_command_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The output in the README is the output of today's code."""
    monkeypatch.chdir(ROOT)
    line = next(line for line in README.splitlines() if line.endswith("# run"))
    source = re.search(r"penholder read (\S+)", line)
    assert source
    printed = (
        CliRunner().invoke(main, ["read", source[1], "--ledger", str(tmp_path / "l.db")]).stdout
    )
    shown = README.split("```text\n", 1)[1].split("```", 1)[0]

    assert shown.rstrip() in printed
    assert len(shown.splitlines()) > 10


def test_the_readme_is_short() -> None:
    """It has at most 120 lines."""
    assert len(README.splitlines()) <= 120


def test_every_table_of_facts_names_its_source() -> None:
    """Each file of the record stands in SOURCES.md."""
    tables = (ROOT / "src" / "penholder" / "records" / "data").iterdir()
    told = (ROOT / "SOURCES.md").read_text("utf-8")

    assert [table.name for table in tables if table.name not in told] == []
