"""The tables that ship are those that the script compiles, and they hold together."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from penholder.records.load import load_records

ROOT = Path(__file__).parents[2]
DATA = ROOT / "src" / "penholder" / "records" / "data"
PREPARED = ROOT.parent / "shared" / "data"
COMPILED = [
    "members.csv",
    "presidencies.csv",
    "votes.csv",
    "conflicts.csv",
    "vetoes.csv",
    "prohibitions.csv",
    "launches.csv",
    "nuclear_tests.csv",
]


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile every table into a folder of its own."""
    if not PREPARED.exists():
        pytest.skip("the prepared data are not here")
    target = tmp_path_factory.mktemp("tables")
    script = [sys.executable, str(ROOT / "scripts" / "compile_records"), str(PREPARED), str(target)]
    subprocess.run(script, check=True)  # noqa: S603
    return target


@pytest.mark.parametrize("name", COMPILED)
def test_compiling_again_gives_the_same_bytes(compiled: Path, name: str) -> None:
    """Nothing in a compiled table was written by hand."""
    assert (compiled / name).read_bytes() == (DATA / name).read_bytes()


def test_every_table_has_its_edges() -> None:
    """Each table of facts names the days that it covers."""
    tables = {path.stem for path in DATA.glob("*.csv")} - {"coverage"}

    assert tables == set(load_records().coverage)


@pytest.mark.parametrize(
    ("month", "president"), [("2022-05", "USA"), ("2017-12", "JPN"), ("2024-03", "JPN")]
)
def test_the_presidency_rotates(month: str, president: str) -> None:
    """The month's president is the one of the record."""
    found = [row.president for row in load_records().presidencies if row.month == month]

    assert found == [president]


def test_the_tables_are_small(tmp_path: Path) -> None:
    """All shipped tables together stay under 500 KB, zipped."""
    packed = tmp_path / "tables.zip"
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(DATA.iterdir()):
            archive.write(path, path.name)

    assert packed.stat().st_size < 500_000
