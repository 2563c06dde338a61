"""Reading many stories: how they are told, and what stays when somebody breaks off."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from penholder.serve.cli import main

STORY = "SEOUL - North Korea fired a ballistic missile on May 4, 2022, South Korea's military said."
COMMAND = [sys.executable, "-c", "from penholder.serve.cli import main; main()"]


def run(*words: str | Path) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [str(word) for word in words])


def stories(path: Path, number: int) -> Path:
    """Write so many stories, one per line."""
    path.write_text("".join(json.dumps({"text": f"{STORY} Report {n}."}) + "\n" for n in range(number)))  # fmt: skip
    return path


@pytest.mark.parametrize(("number", "whole"), [(1, 1), (5, 5), (6, 0), (9, 0)])
def test_few_stories_are_told_whole(number: int, whole: int, tmp_path: Path) -> None:
    """However many there are in a source: it is counted as they come."""
    done = run("read", stories(tmp_path / "s.jsonl", number), "--ledger", tmp_path / "l.db")

    assert done.stdout.count("WHAT HAPPENED") == whole
    assert done.stdout.count("\nno date  ") + done.stdout.startswith("no date") == number - whole


def test_full_reports_are_told_where_they_are_asked_for(tmp_path: Path) -> None:
    """However many there are."""
    done = run("read", stories(tmp_path / "s.jsonl", 7), "--full", "--ledger", tmp_path / "l.db")

    assert done.stdout.count("WHAT HAPPENED") == 7


def test_files_that_are_left_are_named(tmp_path: Path) -> None:
    """A folder's PDF is no fault, and not silently passed over."""
    stories(tmp_path / "s.jsonl", 1)
    (tmp_path / "notes.pdf").write_bytes(b"%PDF-1.7")
    done = run("read", tmp_path, "--ledger", tmp_path / "l.db")

    assert done.exit_code == 0
    assert f"Left, as their names tell no kind that is read: {tmp_path / 'notes.pdf'}." in done.stderr  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="signals are others there")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_what_was_read_is_kept_when_somebody_breaks_off(sign: int, tmp_path: Path) -> None:
    """Told to end, it merges and says so with code 4; killed, the next command merges."""
    place = ("--ledger", str(tmp_path / "l.db"))
    words = [*COMMAND, "read", str(stories(tmp_path / "s.jsonl", 3000)), *place]
    env = {**os.environ, "PENHOLDER_PARSER": "none", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env) as reading:  # noqa: S603  # fmt: skip
        assert reading.stdout is not None
        reading.stdout.readline()
        reading.send_signal(sign)
        _, told = reading.communicate(timeout=60)
    events = run("events", *place)

    if sign == signal.SIGKILL:
        assert (events.stdout, "penholder upgrade merges it" in events.stderr) == ("", True)
        assert run("upgrade", *place).exit_code == 0
        events = run("events", *place)
    else:
        assert reading.returncode == 4
        assert "Stopped; what was read is kept." in told
    assert "weapon_test-PRK-2022-05-04; reported by" in events.stdout
    assert events.stderr == ""
    assert run("verify", *place).exit_code == 0
