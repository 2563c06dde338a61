"""What docs/ledger.md tells is what the ledger has."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from penholder.serve.cli import main
from penholder.serve.exports.formats import FORMATS
from penholder.store.views import VIEWS, View

ROOT = Path(__file__).parents[2]
LEDGER = (ROOT / "docs" / "ledger.md").read_text("utf-8")


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_view_is_told_of_with_its_columns(view: View) -> None:
    """Its row lists the columns in their order."""
    columns = ", ".join(f"`{column}`" for column in view.columns)

    assert re.search(
        rf"^\| `{view.name}` \| [^|]+ \| {re.escape(columns)} \|$", LEDGER, re.MULTILINE
    )


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_told_of(name: str) -> None:
    """It stands in the table of exports."""
    assert re.search(rf"^\| [^|]*`{name}`[^|]* \|", LEDGER, re.MULTILINE)


def test_the_question_in_the_document_has_that_answer(tmp_path: Path) -> None:
    """What stands below it is what it prints of the samples."""
    place = ["--ledger", str(tmp_path / "l.db")]
    CliRunner().invoke(main, ["read", str(ROOT / "samples"), *place])
    asked = re.search(r'^\$ penholder sql "([^"\n]*)"\n(.*?)```', LEDGER, re.MULTILINE | re.DOTALL)
    assert asked

    assert CliRunner().invoke(main, ["sql", asked[1], *place]).output == asked[2]


def test_help_needs_no_database() -> None:
    """The command line is told without importing what only the ledger needs."""
    code = (
        "import sys; from penholder.serve.cli import main;"
        "print({'sqlalchemy', 'alembic', 'pyarrow', 'psycopg', 'sqlite3'} & set(sys.modules))"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert done.stdout == "set()\n"
