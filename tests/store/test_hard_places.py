"""A ledger that may not be written, and a disk that is full."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from penholder.serve.cli import main
from penholder.store.queries.given import Given
from penholder.store.queries.in_sqlite import rows_of

from .test_ledger import TEXT, save

pytestmark = [
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be split here"),
]
NOBODY = 65534


def apart(bound: Callable[[], object], *words: str) -> tuple[int, str]:
    """Run a command in a process of its own under a bound, and give its exit code and output."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            bound()
            done = CliRunner().invoke(main, list(words))
            os.write(writer, json.dumps([done.exit_code, done.output[-2000:]]).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as told:
        code, output = json.load(told)
    os.waitpid(child, 0)
    return code, output


def as_nobody() -> None:
    """Become an account that may write nowhere, where root would be above all bounds."""
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


@pytest.fixture
def locked() -> Iterator[Path]:
    """Give a ledger whose file and folder may only be read."""
    folder = Path(tempfile.mkdtemp(prefix="locked"))
    save(folder / "l.db", "one", "two")
    (folder / "l.db").chmod(0o444)
    folder.chmod(0o555)
    yield folder / "l.db"
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    "words",
    [
        ("stories",),
        ("events",),
        ("search", "missile"),
        ("verify",),
        ("export", "--format", "jsonl"),
        ("export", "--format", "csv", "--of", "claims"),
    ],
    ids=" ".join,
)
def test_a_ledger_that_may_only_be_read_is_read(words: tuple[str, ...], locked: Path) -> None:
    """Readers need write nothing, not even beside the file."""
    CliRunner().invoke(
        main, [*words, "--ledger", str(locked)]
    )  # nobody may not import what it needs
    for left in locked.parent.glob("l.db-*"):
        left.unlink()
    code, output = apart(as_nobody, *words, "--ledger", str(locked))

    assert code == 0, output
    assert [path.name for path in locked.parent.iterdir()] == ["l.db"]


def test_a_ledger_that_may_only_be_read_is_asked(locked: Path) -> None:
    """So is a question in SQL."""
    given = Given(
        place=str(locked), statement="SELECT count(*) FROM stories", rows=9, seconds=5, size=9_000
    )
    child = os.fork()
    if child == 0:
        try:
            as_nobody()
            os._exit(0 if list(rows_of(given))[-1] == [2] else 1)
        finally:
            os._exit(2)

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.parametrize("command", ["read", "confirm"])
def test_a_ledger_that_may_only_be_read_is_not_written(command: str, locked: Path) -> None:
    """The exit code is that of the ledger, the message says so, and no byte changes."""
    before = locked.read_bytes()
    story = locked.parent.parent / f"{locked.parent.name}.txt"
    story.write_text(TEXT)
    words = {"read": ("read", str(story)), "confirm": ("confirm", "one", "0", "--by", "Anna")}
    code, output = apart(as_nobody, *words[command], "--ledger", str(locked))
    story.unlink()

    assert code == 5, output
    assert "readonly" in output
    assert locked.read_bytes() == before


def small_files() -> None:
    """Let no file grow beyond 400 KB, as on a disk that has no more room."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))


def test_a_disk_that_fills_up_leaves_the_ledger_whole(tmp_path: Path) -> None:
    """Reading stops with the ledger's exit code, what was kept verifies, and no story is torn."""
    lines = [
        json.dumps({"text": f"{TEXT}\n\nReport {n}. {'So it was said. ' * 900}"}) for n in range(60)
    ]
    (tmp_path / "s.jsonl").write_text("\n".join(lines))
    place = ("--ledger", str(tmp_path / "l.db"))
    code, output = apart(small_files, "read", str(tmp_path / "s.jsonl"), "--json", *place)
    verified = CliRunner().invoke(main, ["verify", *place])
    kept = CliRunner().invoke(main, ["stories", *place]).output.splitlines()

    assert code == 5, output
    assert "--ledger" in output
    assert verified.exit_code == 0, verified.output
    assert 0 < len(kept) < 60


def test_an_export_on_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    """The exit code is that of the output, and no torn file stays."""
    save(tmp_path / "l.db", *map(str, range(5)))
    (tmp_path / "out").mkdir()
    target = str(tmp_path / "out" / "stories.jsonl")

    def tiny_files() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))

    place = ("--ledger", str(tmp_path / "l.db"))
    code, output = apart(tiny_files, "export", "--format", "jsonl", "--to", target, *place)

    assert code == 8, output
    assert list((tmp_path / "out").iterdir()) == []
