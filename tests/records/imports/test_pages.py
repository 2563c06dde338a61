"""The UN library's pages are read by the heads of their tables."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from penholder.records.load import load_records
from penholder.records.vetoes import count_vetoes

Run = Callable[..., Result]

VETOES = """<html><head><title>Vetoes</title></head><body><p>Menu</p><table class="tablefont"><tbody>
<tr><th colspan="5">Veto List</th></tr>
<tr><th>Date</th><th>Draft</th><th>Written<br>Record</th><th>Agenda Item</th>
<th>Permanent<br>Member Casting<br>Negative Vote</th></tr>
{rows}</tbody></table></body></html>"""
MEETINGS = """<html><body><table><tr><th colspan="5">Meetings</th></tr>
<tr><th>Meeting<br/>Record</th><th>Date</th><th>Press<br/>Release</th><th>Topic</th>
<th>Security Council<br> Outcome / Vote</th></tr>{rows}</table></body></html>"""
OLD_MEETINGS = """<html><body><table><tr><th>Meeting<br/>Record</th><th>Date</th><th>Topic</th>
<th>Security Council<br> Outcome / Vote</th></tr>{rows}</table></body></html>"""


def page(form: str, *rows: tuple[str, ...]) -> str:
    """Give a page with these rows."""
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return form.format(rows="".join(f"<tr>{row}</tr>" for row in cells))


@pytest.fixture
def imported(run: Run, tmp_path: Path) -> Callable[[str], dict[str, object]]:
    """Give what imports a page and tells what came of it."""

    def imported(text: str) -> dict[str, object]:
        path = tmp_path / "page.html"
        path.write_text(text, "utf-8")
        done = run("records", "import", path, "--json")
        assert done.exit_code == 0, done.output
        answer: dict[str, object] = json.loads(done.stdout)
        load_records.cache_clear()
        return answer

    return imported


KNOWN = (
    '26 May 2022', '<a href="/x">S/2022/431</a>', "S/PV.9048", "Non-proliferation - DPRK", "China<br>Russian Federation",
)  # fmt: skip
NEW = ("30 September 2022", "<a>S/2022/720</a>", "S/PV.9143", "Letter", "Russian Federation")


def test_a_veto_page_extends_the_library_s_list(
    imported: Callable[[str], dict[str, object]],
) -> None:
    """The basis of the library's list moves to the page's newest draft, the others stay."""
    done = imported(page(VETOES, NEW, KNOWN))

    assert (done["new"], done["same"], done["conflict"]) == (1, 1, 0)
    counts = {one.basis: one for one in count_vetoes(load_records(), "RUS", "2022-12-31")}
    assert (counts["library"].number, counts["library"].last) == (121, "2022-09-30")
    assert counts["votes"].last == "2022-12-31"


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (("30 February 2023", "S/2023/1", "S/PV.1", "x", "USA"), "30 February 2023"),
        (("8 December 2023", "S/2023/970", "S/PV.9499", "x", "Ghana"), '"Ghana" is no permanent member'),
        (("8 December 2023", "", "", "x", "USA"), "no draft and no meeting"),
    ],
)  # fmt: skip
def test_a_row_of_vetoes_that_cannot_be_is_refused(
    cells: tuple[str, ...], reason: str, imported: Callable[[str], dict[str, object]]
) -> None:
    """The rest of the page is used."""
    done = imported(page(VETOES, cells, KNOWN))

    assert (done["same"], done["refused"]) == (1, 1)
    assert reason in str(done["refusals"])


def test_who_vetoed_is_compared(imported: Callable[[str], dict[str, object]]) -> None:
    """A page that lacks one of the two is in conflict, and the record's list stands."""
    done = imported(page(VETOES, (*KNOWN[:4], "China")))

    assert done["conflicts"] == [
        "2022-05-26 S/2022/431: vetoed by CHN, where the record has CHN and RUS"
    ]
    assert len(load_records().vetoes) == 213


def test_the_printed_tally_of_the_double_veto_is_refused(
    imported: Callable[[str], dict[str, object]],
) -> None:
    """Two vetoes and nobody against cannot both be: the meeting is kept, the tally is not."""
    outcome = "Draft resolution S/2022/431 vetoed by China, Russian Federation 13-0-2"
    done = imported(
        page(MEETINGS, ("S/PV.9048", "26 May 2022", "SC/14911", "Non-proliferation", outcome))
    )

    assert (done["new"], done["refused"]) == (1, 1)
    assert "CHN and RUS vetoed it, and the tally 13-0-2 has 0 against" in str(done["refusals"])


@pytest.mark.parametrize("form", [MEETINGS, OLD_MEETINGS])
def test_meetings_are_read_with_and_without_press_releases(
    form: str, imported: Callable[[str], dict[str, object]]
) -> None:
    """The column of press releases came in 1994."""
    cells = [
        "S/PV.8151",
        "22 December 2017",
        "SC/13141",
        "Non-proliferation",
        "<a>S/RES/2397 (2017)</a><br>15-0-0",
    ]
    row = tuple(cells if form is MEETINGS else cells[:2] + cells[3:])
    done = imported(page(form, row))

    assert (done["new"], done["same"], done["refused"]) == (1, 1, 0)


def test_a_veto_of_the_meetings_page_is_a_vote(
    run: Run, imported: Callable[[str], dict[str, object]]
) -> None:
    """Ballots that no source names stay open."""
    outcome = "Draft resolution S/2026/998 vetoed by the United States 13-1-1"
    imported(page(MEETINGS, ("S/PV.10300", "8 July 2026", "SC/1", "The situation", outcome)))
    vote = json.loads(run("vote", "S/2026/998", "--json").stdout)

    assert (vote["outcome"], vote["yes"], [one["id"] for one in vote["vetoed_by"]]) == (
        "vetoed",
        13,
        ["USA"],
    )
    (flagged,) = (one.flags for one in load_records().votes if one.symbol == "S/2026/998")
    assert "does not name every ballot" in flagged
    assert {row["ballot"] for row in vote["ballots"]} == {"N", "?"}


def test_a_story_is_checked_against_an_imported_veto(
    run: Run, tmp_path: Path, imported: Callable[[str], dict[str, object]]
) -> None:
    """Beyond the record's edge a veto is answered by what was imported; others stay not covered."""
    story = tmp_path / "s.txt"
    told = "UNITED NATIONS (AP) - {} vetoed a Security Council draft resolution on July 8, 2026."
    outcome = "Draft resolution S/2026/998 vetoed by the United States 13-1-1"
    imported(page(MEETINGS, ("S/PV.10300", "8 July 2026", "SC/1", "The situation", outcome)))
    said = {}
    for state in ("The United States", "China"):
        story.write_text(told.format(state))
        read = run("read", story, "--published", "2026-07-09", "--ledger", tmp_path / f"{state}.db")
        said[state] = read.output

    assert "S/2026/998 of 2026-07-08 was vetoed by the United States" in said["The United States"]
    assert "S/2026/998" not in said["China"]
