"""Tables of the user's own are read beside the shipped ones, and broken rows are refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from penholder.errors import TableError
from penholder.find.reading import find_all
from penholder.model.reading import Reading
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.records.load import load_records
from penholder.serve.cli import main
from penholder.tables.load import check_own, load_csv, load_toml
from penholder.tables.own import table_names, use_tables

SHIPPED = files("penholder.tables")
STORY = """SEOUL - North Korea fired a ballistic missile toward the sea on Wednesday, the Joint Chiefs of Staff
said. It was the 14th launch this year, Foreign Minister Park Jin told reporters. The United States condemned the
launch, and the Security Council adopted a resolution by 15 votes to none on Thursday. "We will respond," he said.
"""


@pytest.fixture(autouse=True)
def _shipped_tables_after() -> Iterator[None]:
    yield
    use_tables(None)


def read(words: str) -> Reading:
    """Read a story of 5 May 2022."""
    return find_all(read_page(Page(source="s.txt", form="txt", text=words, date="2022-05-05")))


def with_table(folder: Path, name: str, text: str) -> None:
    """Read with one table of the user's."""
    (folder / name).write_text(text, "utf-8")
    use_tables(folder)


ACT = """[[act]]
id = "pillory"
kind = "condemn"
verbs = ["pillory"]
needs = []
target = "object"
"""
CLAIM = r"""[[claim]]
id = "launch_number"
like = "nth"
type = "count_in_period"
pattern = 'no\. (?P<number>{NUM}) of (?P<known>known )?{NP}'
"""


def test_an_act_is_added(tmp_path: Path) -> None:
    """A verb that the shipped table lacks makes a statement, named after its row."""
    words = "China pilloried Japan over the drill."
    assert [one.rule for one in read(words).statements] == []

    with_table(tmp_path, "acts.toml", ACT)

    assert [one.rule for one in read(words).statements] == ["pillory"]


def test_what_was_made_from_the_tables_is_made_anew(tmp_path: Path) -> None:
    """Patterns that were compiled before follow the folder, and follow it back."""
    with_table(tmp_path, "acts.toml", ACT)
    assert read("China pilloried Japan over the drill.").statements

    use_tables(None)

    assert not read("China pilloried Japan over the drill.").statements


@pytest.mark.parametrize(
    ("name", "text", "story", "found"),
    [
        (
            "weapons.toml",
            '[[weapon]]\nkinds = ["cruise"]\nwords = []\nsystems = ["Zircon"]\n',
            "Russia fired a Zircon on Tuesday.",
            "Zircon",
        ),
        (
            "people.csv",
            "name,state\nSitiveni Rabuka,FJI\n",
            "Sitiveni Rabuka condemned the launch.",
            "Sitiveni Rabuka",
        ),
        (
            "offices.toml",
            '[[office]]\nid = "protocol"\nlabel = "Head of Protocol"\nwords = ["{S} head of protocol"]\n',
            "The South Korean head of protocol condemned the launch.",
            "South Korean head of protocol",
        ),
        (
            "bodies.toml",
            '[[body]]\nid = "V4"\nname = "the Visegrad Group"\nwords = ["the V4"]\n',
            "The V4 condemned the missile launch.",
            "the Visegrad Group",
        ),
    ],
)
def test_names_and_weapons_are_added(
    name: str, text: str, story: str, found: str, tmp_path: Path
) -> None:
    """What the row names stands in the reading, and did not before."""
    assert found not in _named(read(story))

    with_table(tmp_path, name, text)

    assert found in _named(read(story))


def _named(reading: Reading) -> set[str | None]:
    systems = {one.detail.get("system") for one in reading.statements}
    actors = {one.actor.name for one in reading.mentions}
    return systems | actors | {one.actor.office for one in reading.mentions}


def test_a_claim_is_read_like_a_shipped_one(tmp_path: Path) -> None:
    """The row's own pattern gives a claim that the code takes for the shipped row's."""
    words = "SEOUL - North Korea fired a missile, no. 14 of its missile launches this year."
    assert not read(words).claims

    with_table(tmp_path, "claims.toml", CLAIM)

    assert [(one.type.value, one.rule) for one in read(words).claims] == [
        ("count_in_period", "nth")
    ]


def test_a_row_of_a_known_id_replaces_the_shipped_one(tmp_path: Path) -> None:
    """Only the user's row stands, in the shipped one's stead."""
    with_table(tmp_path, "acts.toml", ACT.replace('"pillory"\nkind', '"condemn"\nkind'))
    rows = [row for row in load_toml("acts")["act"] if row["id"] == "condemn"]

    assert [row["verbs"] for row in rows] == [["pillory"]]


def test_words_of_a_list_are_added(tmp_path: Path) -> None:
    """An agency comes to those that are known."""
    before = load_toml("agencies")["names"]
    with_table(tmp_path, "agencies.toml", 'names = ["Baltic News Service", "AP"]\n')

    assert load_toml("agencies")["names"] == [*before, "Baltic News Service"]


def test_an_outlet_counts_as_the_user_says(tmp_path: Path) -> None:
    """A habit of an outlet comes before the shipped ones."""
    row = "Our Paper,our paper,missile_days,launch,2022-01-01,2022-12-31"
    with_table(tmp_path, "outlet_habits.csv", f"outlet,names,rule,unit,first,last\n{row}\n")

    assert load_records().habits[0].outlet == "Our Paper"


@pytest.mark.parametrize("name", [one for one in table_names() if (SHIPPED / one).is_file()])
def test_a_copy_of_a_shipped_table_changes_nothing(name: str, tmp_path: Path) -> None:
    """Each shipped table is itself a table that a user may give."""
    before = read(STORY)
    with_table(tmp_path, name, (SHIPPED / name).read_text("utf-8"))
    check_own()

    assert read(STORY) == before
    assert len(before.statements) > 3
    assert len(before.claims) > 1


@pytest.mark.parametrize(
    ("name", "text", "where", "reason"),
    [
        ("acts.toml", ACT.replace('"condemn"', '"condem"'), "act 1 (pillory)", 'mean "condemn"'),
        ("acts.toml", ACT.replace("verbs", "verb"), "act 1 (pillory)", 'mean "verbs"'),
        ("acts.toml", ACT.replace('["pillory"]', '"pillory"'), '"verbs"', "Write a list"),
        ("acts.toml", ACT.replace('["pillory"]', '[" "]'), '"verbs"', "match everywhere"),
        ("acts.toml", ACT.replace("[]", '["wepon"]'), "act 1 (pillory)", 'mean "weapon"'),
        ("acts.toml", ACT.replace('id = "pillory"', ""), "act 1 (no id)", '"id" is missing'),
        ("acts.toml", ACT + ACT.replace('"condemn"', "3"), "act 2 (pillory)", "words in quotes"),
        ("acts.toml", "[[act]\n", "acts.toml", "line 1"),
        ("acts.toml", "[[deed]]\nid = 'x'\n", "acts.toml", 'no part "deed"'),
        ("acts.toml", "act = 3\n", "acts.toml, act", "double brackets"),
        ("claims.toml", CLAIM.replace('like = "nth"\n', ""), "(launch_number)", '"like"'),
        ("claims.toml", CLAIM.replace("{NP}", "{NP}("), "(launch_number)", "pattern is broken"),
        ("claims.toml", CLAIM.replace("{NP}", ""), "(launch_number)", "no group noun"),
        (
            "claims.toml",
            CLAIM.replace("count_in_period", "other"),
            "(launch_number)",
            "another type",
        ),
        (
            "times.toml",
            "[[time]]\nstarts = 'x'\nread = 'dya'\npattern = 'x'\n",
            "time 1",
            '"read" cannot be',
        ),
        ("zones.toml", "[zones]\nXST = 3\n", "zones.XST", "a number"),
        ("people.csv", "nam,state\nA,PRK\n", "people.csv:1", 'mean "name"'),
        ("people.csv", "name,state\nA,PRK\nB\n", "people.csv:3", "1 cells, not 2"),
        ("people.csv", "name,state\n ,PRK\n", "people.csv:2", '"name" is empty'),
        ("peple.csv", "name\nA\n", "peple.csv", 'mean "people.csv"'),
        ("hints.toml", "[claim]\n", "hints.toml", "no table of that name"),
    ],
)
def test_a_broken_row_is_refused(
    name: str, text: str, where: str, reason: str, tmp_path: Path
) -> None:
    """The message has the file, the row and the reason."""
    with_table(tmp_path, name, text)

    with pytest.raises(TableError) as caught:
        check_own()

    assert name in str(caught.value)
    assert where in str(caught.value)
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("A,a,missile_day,launch,2022-01-01,2022-12-31", 'mean "missile_days"'),
        ("A,a,missile_days,launch,May 2022,2022-12-31", "Invalid isoformat"),
        ("A,a,missile_days,,2022-01-01,2022-12-31", '"unit" is empty'),
    ],
)
def test_a_broken_habit_is_refused(row: str, reason: str, tmp_path: Path) -> None:
    """So are the facts that users may add."""
    with_table(tmp_path, "outlet_habits.csv", f"outlet,names,rule,unit,first,last\n{row}\n")

    with pytest.raises(TableError, match="row 1") as caught:
        _ = load_records().habits

    assert reason in str(caught.value)


def run(*words: str | Path, env: dict[str, str] | None = None) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, list(map(str, words)), env=env)


def test_the_folder_comes_by_option_or_variable(tmp_path: Path) -> None:
    """Both ways give the same statement."""
    tables, story = tmp_path / "tables", tmp_path / "s.txt"
    tables.mkdir()
    (tables / "acts.toml").write_text(ACT)
    story.write_text("SEOUL - China pilloried Japan over the drill.")
    ledger = ("--all", "--ledger", tmp_path / "l.db", "--json")
    by_option = run("read", story, "--tables", tables, *ledger)
    use_tables(None)
    by_variable = run("read", story, *ledger, env={"PENHOLDER_TABLES": str(tables)})

    for done in (by_option, by_variable):
        assert [one["row"] for one in json.loads(done.stdout)["statements"]] == ["pillory"]


def test_no_story_is_read_with_a_broken_table(tmp_path: Path) -> None:
    """The command ends with the exit code of tables, and keeps nothing."""
    (tmp_path / "acts.toml").write_text(ACT.replace("verbs", "verb"))
    (tmp_path / "s.txt").write_text(STORY)
    done = run("read", tmp_path / "s.txt", "--tables", tmp_path, "--ledger", tmp_path / "l.db")

    assert (done.exit_code, "acts.toml, act 1" in done.output) == (7, True)
    assert not (tmp_path / "l.db").exists()


def test_rows_of_a_csv_table_have_a_cell_for_each_column(tmp_path: Path) -> None:
    """Columns that the user's file lacks are empty."""
    with_table(tmp_path, "people.csv", "name,state\nKim Song,PRK\n")

    assert load_csv("people")[0] == {
        "name": "Kim Song",
        "names": "",
        "sex": "",
        "state": "PRK",
        "roles": "",
    }
