"""Bad input gets a message that says where, what and what to do, and leaves the rest alone."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from penholder.errors import LedgerError
from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.serve.cli import main
from penholder.serve.command_group import SECTIONS
from penholder.serve.contract import as_json
from penholder.store.ledger import open_ledger, read_ledger
from penholder.store.saving import save_story
from penholder.store.stories import list_stories

STORY = "SEOUL - North Korea fired a ballistic missile on May 4, 2022, South Korea's military said."


def run(*words: str | Path, env: Mapping[str, str] | None = None) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [str(word) for word in words], env=env)


def empty(path: Path) -> None:
    """Write nothing."""
    path.write_bytes(b"")


def blank(path: Path) -> None:
    """Write blanks only."""
    path.write_text(" \n\n\t ")


def binary(path: Path) -> None:
    """Write what no encoding explains."""
    path.write_bytes(bytes(range(256)) * 40)


def huge(path: Path) -> None:
    """Make a file of 200 MB without writing them."""
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)


@pytest.mark.parametrize(
    ("write", "fault", "remedy"),
    [
        (empty, "empty", "Save the story again"),
        (blank, "empty", "Save the story again"),
        (binary, "encoding", "UTF-8"),
        (huge, "210 MB", "Split it"),
    ],
)
def test_a_file_that_is_no_story_is_named(
    write: object, fault: str, remedy: str, tmp_path: Path
) -> None:
    """The message has the file, the fault and the remedy, and nothing is kept."""
    path = tmp_path / "story.txt"
    assert callable(write)
    write(path)
    done = run("read", path, "--ledger", tmp_path / "l.db")

    assert done.exit_code == 3
    assert all(words in done.output for words in (str(path), fault, remedy))
    with read_ledger(tmp_path / "l.db") as ledger:
        assert list_stories(ledger) == []


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A path that does not exist is said to be missing."""
    done = run("read", tmp_path / "none.txt", "--ledger", tmp_path / "l.db")

    assert (done.exit_code, "there is no such file" in done.output) == (3, True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "euc_kr"])
def test_usual_encodings_are_read(encoding: str, tmp_path: Path) -> None:
    """A story is read in whatever encoding it was saved."""
    words = "소아쌤 " if encoding == "euc_kr" else "café "
    (tmp_path / "s.txt").write_bytes(f"{STORY} {words * 12}".encode(encoding))
    done = run("read", tmp_path / "s.txt", "--ledger", tmp_path / "l.db")

    assert done.exit_code == 0
    assert "weapon_test, North Korea" in done.output


GOVERNOR = "The governor vetoed the parking bill on Tuesday, aides said."


def test_an_unrelated_story_is_passed_over(tmp_path: Path) -> None:
    """A governor's veto is none of the Council's: the page is named, and not kept."""
    path = tmp_path / "s.txt"
    path.write_text(GOVERNOR)
    done = run("read", path, "--ledger", tmp_path / "l.db")

    assert done.exit_code == 0
    assert f"Nothing about the Council or weapons tests found in {path}" in done.output
    assert "0 read" in done.output
    with read_ledger(tmp_path / "l.db") as ledger:
        assert list_stories(ledger) == []


def test_an_unrelated_story_is_read_when_all_are(tmp_path: Path) -> None:
    """With --all it is read and kept, and its report says that there is nothing."""
    (tmp_path / "s.txt").write_text(GOVERNOR)
    done = run("read", "--all", tmp_path / "s.txt", "--ledger", tmp_path / "l.db")

    assert done.exit_code == 0
    assert "Nothing about the Council or weapons tests found.\n" in done.output
    with read_ledger(tmp_path / "l.db") as ledger:
        assert len(list_stories(ledger)) == 1


def test_many_unrelated_stories_are_counted(tmp_path: Path) -> None:
    """Twelve pages that are passed over get one line, and those about the beat are read."""
    lines = [{"text": f"{GOVERNOR} {number}"} for number in range(12)] + [{"text": STORY}]
    (tmp_path / "s.jsonl").write_text("\n".join(map(json.dumps, lines)))
    done = run("read", tmp_path / "s.jsonl", "--json", "--ledger", tmp_path / "l.db")

    assert "found in 12 stories: passed over" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_a_menu_makes_no_page_relevant(tmp_path: Path) -> None:
    """Links to other stories stand around the body, and the body alone decides."""
    body = "".join(f"<p>{GOVERNOR} The bill is number {number}.</p>" for number in range(8))
    menu = "<nav><ul><li><a href='/n'>North Korea fires two ballistic missiles</a></li></ul></nav>"
    (tmp_path / "s.html").write_text(
        f"<html><head><title>Parking</title></head><body>{menu}<article>{body}</article></body></html>"
    )
    done = run("read", tmp_path / "s.html", "--ledger", tmp_path / "l.db")

    assert "passed over" in done.output


def test_one_broken_file_among_a_hundred(tmp_path: Path) -> None:
    """The ninety-nine others are read and kept, and the broken one is named."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for number in range(100):
        (folder / f"{number:03}.txt").write_text(f"{STORY} Story {number}.")
    binary(folder / "050.txt")
    done = run("read", folder, "--ledger", tmp_path / "l.db")

    assert done.exit_code == 4
    assert "050.txt: this is not a text" in done.output
    with read_ledger(tmp_path / "l.db") as ledger:
        assert len(list_stories(ledger)) == 99


def test_broken_lines_of_a_file_are_named(tmp_path: Path) -> None:
    """Each line that is no story is named by its number."""
    lines = ['{"text": 5}', "no json", f'{{"text": "{STORY}"}}', "[]"]
    (tmp_path / "s.jsonl").write_text("\n".join(lines))
    done = run("read", tmp_path / "s.jsonl", "--ledger", tmp_path / "l.db")

    assert done.exit_code == 4
    assert [f"s.jsonl:{n}:" in done.output for n in (1, 2, 3, 4)] == [True, True, False, True]


def test_a_ledger_of_somebody_else_is_refused(tmp_path: Path) -> None:
    """Nothing is read into a database that is not ours."""
    connection = sqlite3.connect(tmp_path / "theirs.db")
    connection.execute("CREATE TABLE music (title TEXT)")
    connection.commit()
    connection.close()
    (tmp_path / "s.txt").write_text(STORY)
    done = run("read", tmp_path / "s.txt", "--ledger", tmp_path / "theirs.db")

    assert done.exit_code == 5
    assert "not a penholder ledger" in done.output


def save_on_a_small_disk(path: Path, *pages: Page) -> None:
    """Save each page where the ledger may grow by 20 pages of a database, 80 KB, at a time."""
    with open_ledger(path) as ledger:
        for page in pages:
            with ledger.engine.connect() as connection:
                size = connection.exec_driver_sql("PRAGMA page_count").scalar() or 0
                connection.exec_driver_sql(f"PRAGMA max_page_count = {size + 20}")
            checked = check_story(page)
            save_story(ledger, checked, as_json(checked))


def test_a_full_disk_leaves_the_ledger_whole(tmp_path: Path) -> None:
    """What was kept stays, the story that does not fit is not there in part."""
    page = Page(source="s.txt", text=STORY, form="txt", id="small")
    large = Page(source="l.txt", text=f"{STORY}\n\n" + "word " * 400_000, form="txt", id="large")
    with pytest.raises(LedgerError, match="full"):
        save_on_a_small_disk(tmp_path / "l.db", page, large)

    with read_ledger(tmp_path / "l.db") as ledger:
        assert [row[0] for row in list_stories(ledger)] == ["small"]
        assert ledger.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_ledger_on_a_full_disk_is_said(tmp_path: Path) -> None:
    """The message names the ledger and what to do."""
    (tmp_path / "s.txt").write_text(STORY)
    done = run("read", tmp_path / "s.txt", "--ledger", "/dev/full")

    assert done.exit_code == 5
    assert "--ledger" in done.output


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("read", "x.txt", "--published", "soon"), 2),
        (("read",), 2),
        (("presidency", "May"), 6),
        (("presidency", "1946-05"), 6),
        (("council", "1900"), 6),
        (("vote", "S/RES/99999"), 6),
        (("vote", ""), 6),
        (("launches", "--year", "1950"), 6),
        (("launches", "--year", "99999999999"), 6),
    ],
)
def test_a_look_up_that_fails_says_how_to_ask(words: tuple[str, ...], code: int) -> None:
    """Wrong words end with a documented exit code and a remedy, never a traceback."""
    done = run(*words)

    assert done.exit_code == code
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert done.output


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    """The message says to check its permissions."""
    (tmp_path / "s.txt").write_text(STORY)
    (tmp_path / "s.txt").chmod(0)
    done = run("read", tmp_path / "s.txt", "--ledger", tmp_path / "l.db")

    assert (done.exit_code, "permissions" in done.output) == (3, True)


def test_an_address_of_this_machine_is_not_fetched(tmp_path: Path) -> None:
    """Whoever means it is told how to say so."""
    done = run("read", "http://127.0.0.1/story.html", "--ledger", tmp_path / "l.db")

    assert done.exit_code == 3
    assert "http://127.0.0.1/story.html: it leads to 127.0.0.1" in done.output
    assert "--allow-private" in done.output


@pytest.mark.parametrize("command", [("stories",), ("events",), ("events", "--kind", "veto")])
def test_an_empty_ledger_is_said_to_be_empty(command: tuple[str, ...], tmp_path: Path) -> None:
    """On standard error, so that what goes on with the answer gets nothing."""
    (tmp_path / "s.txt").write_text(GOVERNOR)
    run("read", tmp_path / "s.txt", "--ledger", tmp_path / "l.db")
    done = run(*command, "--ledger", tmp_path / "l.db")

    assert (done.exit_code, done.stdout) == (0, "")
    assert "penholder read" in done.stderr


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("read", "s.txt", "--published", "soon"), 2, "Invalid value for --published"),
        (("confirm", "s", "0", "--by", "Anna", "--on", "3022-01-01"), 2, "no day up to today"),
        (("confirm", "s", "0", "--by", "Anna", "--on", "2022-05"), 2, "no day up to today"),
        (
            ("events", "--ledger", "{folder}"),
            5,
            "it is a folder. Name a file, such as {folder}/ledger.db",
        ),
        (("read", "s.txt", "--ledger", "{folder}"), 5, "it is a folder"),
        (("vote", ""), 6, "(empty): no vote has that symbol"),
        (
            ("backup", "{folder}/slip/l.db", "--ledger", "{folder}/l.db"),
            8,
            "no folder {folder}/slip",
        ),
        (
            (
                "export",
                "--format",
                "jsonl",
                "--to",
                "{folder}/slip/s.jsonl",
                "--ledger",
                "{folder}/l.db",
            ),
            8,
            "no folder {folder}/slip",
        ),
    ],
)
def test_an_error_says_what_to_do(
    words: tuple[str, ...], code: int, told: str, tmp_path: Path
) -> None:
    """It names the option or the place, and what may stand there."""
    with open_ledger(tmp_path / "l.db"):
        pass
    done = run(*(word.format(folder=tmp_path) for word in words))

    assert done.exit_code == code
    assert told.format(folder=tmp_path) in done.stderr


def test_help_lists_every_command_by_its_use() -> None:
    """Each command stands in one section, and its line is whole."""
    listed = [name for names in SECTIONS.values() for name in names]
    shown = " ".join(run("--help").output.split())

    assert sorted(listed) == sorted(main.commands)
    for name, command in main.commands.items():
        assert (
            f"{name} {' '.join((command.help or '').split()).split('. ')[0].rstrip('.')}" in shown
        )


DATELINED = "SEOUL, May 4, 2022 (Yonhap) -- North Korea fired a ballistic missile on Wednesday, its military said."


@pytest.mark.parametrize(
    ("published", "says"),
    [("2022-05-05", "2022-05-04"), ("2022-05-04", None), ("2022-05", None), (None, None)],
)
def test_a_page_that_states_another_day_than_was_given_is_named(
    published: str | None, says: str | None, tmp_path: Path
) -> None:
    """The day that was given stands, and messages, report and JSON tell the page's own."""
    (tmp_path / "s.txt").write_text(DATELINED)
    given = ("--published", published) if published else ()
    asked = ("read", tmp_path / "s.txt", *given, "--ledger", tmp_path / "l.db")
    told, as_json = run(*asked), json.loads(run(*asked, "--json").stdout)["story"]["date"]

    assert (as_json["value"], as_json["page_says"]) == (published or "2022-05-04", says)
    line = f"s.txt: the page itself says {says}; {published}, of --published, stands."
    assert (line in told.stderr) is (says is not None)
    assert (f"(stated; the page says {says})" in told.stdout) is (says is not None)


def test_many_pages_that_state_another_day_are_counted(tmp_path: Path) -> None:
    """A folder that is read with a day for all of it gives no line for each page."""
    for number in range(7):
        (tmp_path / f"{number}.txt").write_text(DATELINED)
    done = run("read", tmp_path, "--published", "2020-01-01", "--ledger", tmp_path / "l.db")

    assert "7 pages state another day than --published" in done.stderr
    assert "the page itself says" not in done.stderr


def test_metadata_states_a_day_too(tmp_path: Path) -> None:
    """The day that was given goes before that of an HTML page's metadata."""
    head = '<html><head><meta property="article:published_time" content="2022-05-06T10:00:00Z">'
    (tmp_path / "s.html").write_text(
        f"{head}</head><body><h1>Launch</h1><p>{STORY}</p></body></html>"
    )
    asked = ("read", tmp_path / "s.html", "--json", "--ledger", tmp_path / "l.db")
    date = json.loads(run(*asked, "--published", "2022-05-05").stdout)["story"]["date"]

    assert (date["value"], date["page_says"]) == ("2022-05-05", "2022-05-06")
    assert json.loads(run(*asked).stdout)["story"]["date"]["value"] == "2022-05-06"


@pytest.mark.parametrize(
    "words",
    [
        ("stories",),
        ("events",),
        ("drafts",),
        ("event", "weapon_test-PRK-2022-05-04"),
        ("sql", "select 1"),
        ("search", "veto"),
        ("verify",),
        ("corrections",),
        ("upgrade",),
        ("undo", "1", "--by", "Anna"),
        ("export", "--format", "jsonl"),
    ],
)
def test_who_reads_makes_nothing(words: tuple[str, ...], tmp_path: Path) -> None:
    """A ledger that is named and is not there is a fault, and neither file nor folder is made."""
    place = tmp_path / "slip" / "l.db"
    done = run(*words, "--ledger", place)

    assert (done.exit_code, done.stdout) == (5, "")
    assert f"{place}: there is no ledger yet" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_who_writes_makes_a_file_and_no_folder(tmp_path: Path) -> None:
    """A slip in a path is said; the usual ledger's folder alone is made."""
    (tmp_path / "s.txt").write_text(GOVERNOR)
    place = tmp_path / "slip" / "l.db"
    done = run("read", tmp_path / "s.txt", "--ledger", place)

    assert done.exit_code == 5
    assert f"there is no folder {place.parent}. Make it first" in done.stderr
    assert not place.parent.exists()
    usual = {"XDG_DATA_HOME": str(tmp_path / "data"), "PENHOLDER_LEDGER": ""}
    assert run("stories", env=usual).exit_code == 0
    assert not (tmp_path / "data").exists()
    assert run("read", tmp_path / "s.txt", env=usual).exit_code == 0
    assert (tmp_path / "data" / "penholder" / "ledger.db").is_file()


@pytest.mark.parametrize("key", ["title", "outlet", "text"])
def test_half_a_character_is_replaced(key: str, tmp_path: Path) -> None:
    """A lone surrogate, which JSON may hold, stops neither the reading nor the writing."""
    path = tmp_path / "s.jsonl"
    path.write_text(json.dumps({"text": STORY, key: f"{STORY} \ud800"}))
    done = run("read", path, "--json", "--ledger", tmp_path / "l.db")

    assert done.exit_code == 0
    assert json.loads(done.stdout)["story"][key].endswith("\ufffd")
