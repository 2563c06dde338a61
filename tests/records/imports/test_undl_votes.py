"""The UN Digital Library's CSV is read however its columns stand, and weighed against the record."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from penholder.records.load import Vote, load_records, load_shipped

Run = Callable[..., Result]
Write = Callable[..., Path]
Votes = Mapping[str, Vote]
SOME = ("1", "84", "704", "1402", "1559", "1987", "2397", "2638", "2797")


def imported(run: Run, *files: Path) -> dict[str, Any]:
    """Import files and give what the last line says."""
    done = run("records", "import", *files, "--json")
    assert done.exit_code == 0, done.output
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def newer(votes: Votes) -> Vote:
    """Give a vote of a day after the shipped record: all in favour."""
    told = votes["2811"]
    return replace(told, symbol="S/RES/2814 (2026)", date="2026-01-27", meeting="S/PV.10099")


def shown(run: Run, symbol: str) -> dict[str, Any]:
    """Give a vote as the look-up shows it."""
    found: dict[str, Any] = json.loads(run("vote", symbol, "--json").stdout.splitlines()[0])
    return found


def test_the_same_votes_change_nothing(run: Run, undl: Write, votes: Votes) -> None:
    """Absent members are X there, and a resolution without a vote is all in favour: both agree here."""
    done = imported(run, undl([votes[number] for number in SOME]))

    assert (done["new"], done["same"], done["conflict"]) == (0, len(SOME), 0)
    load_records.cache_clear()
    assert load_records().votes == load_shipped().votes


def test_all_in_favour_is_without_a_vote_there(run: Run, undl: Write, votes: Votes) -> None:
    """Where the UN's note is lacking too, fifteen in favour agree with nobody voting."""

    def unnoted(row: dict[str, str]) -> None:
        row["modality"] = row["vote_note"] = ""

    done = imported(run, undl([votes["704"]], change=unnoted))

    assert (votes["704"].tally, done["same"], done["conflict"]) == ("0-0-0", 1, 0)


def reordered(votes: Votes, undl: Write) -> Path:
    """Write the columns backwards."""
    path = undl([votes["2397"]])
    header = path.read_text("utf-8").splitlines()[0].split(",")
    return undl([votes["2397"]], columns=header[::-1])


def with_bom(votes: Votes, undl: Write) -> Path:
    """Write the mark that Excel puts first."""
    path = undl([votes["2397"]])
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    return path


def with_more(votes: Votes, undl: Write) -> Path:
    """Write a column that no description names."""
    path = undl([votes["2397"]])
    header, *rows = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([f"{header},later", *(f"{row},x" for row in rows), ""]), "utf-8")
    return path


@pytest.mark.parametrize("write", [reordered, with_bom, with_more])
def test_columns_may_stand_anywhere(
    write: Callable[[Votes, Write], Path], run: Run, undl: Write, votes: Votes
) -> None:
    """Order, further columns and Excel's mark make no difference."""
    done = imported(run, write(votes, undl))

    assert (done["rows"], done["same"], done["refused"]) == (15, 1, 0)


def test_a_new_resolution_is_added(run: Run, undl: Write, votes: Votes) -> None:
    """It is found by its symbol, and the record says where its rows came from."""
    done = imported(run, undl([newer(votes)]))

    assert (done["new"], done["last"]) == (1, "2026-01-27")
    assert "non-commercial" in done["terms"]
    vote = shown(run, "S/RES/2814")
    assert (vote["yes"], vote["date"]) == (15, "2026-01-27")
    assert "imported" not in run("vote", "S/RES/2814").output


@pytest.mark.parametrize(("number", "tally"), [("1559", "9-0-6"), ("1022", "15-0-0")])
def test_our_judgment_is_not_overwritten(
    number: str, tally: str, run: Run, undl: Write, votes: Votes
) -> None:
    """Where a sound import differs, the record's tally stands and the flag tells the other one."""
    other = replace(votes[number], yes=15, no=0, abstain=0, not_voting=0, ballots=())
    if tally == "15-0-0":
        other = replace(other, yes=14, abstain=1, ballots=(("RUS", "A"),))
    done = imported(run, undl([other]))

    assert (done["conflict"], done["new"]) == (1, 0)
    vote = shown(run, f"S/RES/{number}")
    assert f"{vote['yes']}-{vote['no']}-{vote['abstain']}" == tally
    told = run("vote", f"S/RES/{number}").output
    assert "the UN Digital Library's voting data" in told
    assert other.tally in told


def test_a_sound_import_wins_where_nobody_has_judged(run: Run, undl: Write, votes: Votes) -> None:
    """Its reading stands in the record, and the conflict tells both and why."""
    vote = votes["2397"]
    other = replace(vote, yes=14, abstain=1, ballots=(("EGY", "A"),))
    done = imported(run, undl([other]))
    told = " ".join(run("vote", "S/RES/2397").output.split())

    assert (done["conflict"], shown(run, "S/RES/2397")["abstain"]) == (1, 1)
    assert "15-0-0" in told
    assert "the import names every ballot" in told


def test_a_newer_import_of_a_new_row_wins(run: Run, undl: Write, votes: Votes) -> None:
    """The same source read again takes the place of what it said before."""
    vote = newer(votes)
    imported(run, undl([replace(vote, yes=14, abstain=1, ballots=(("PAK", "A"),))]))
    imported(run, undl([vote]))

    assert shown(run, "S/RES/2814")["yes"] == 15


def test_two_sources_of_a_new_row_are_both_told(
    run: Run, undl: Write, votes: Votes, tmp_path: Path
) -> None:
    """The file imported last stands, and the flag tells what the other source has."""
    members = [seat.name.upper() for seat in load_shipped().seats if seat.year == 2026]
    other = {
        "symbol": "S/RES/2814 (2026)", "adoption_date": "2026-01-27", "adoption_type": "Adopted 14-0-1",
        "MS_in_favour": members[1:], "MS_against": [], "MS_abstaining": members[:1],
        "MS_in_favour_count": "14", "MS_against_count": "0", "MS_abstaining_count": "1",
    }  # fmt: skip
    (tmp_path / "r.jsonl").write_text(json.dumps(other), "utf-8")
    run("records", "import", tmp_path / "r.jsonl")
    imported(run, undl([newer(votes)]))
    told = run("vote", "S/RES/2814").output

    assert shown(run, "S/RES/2814")["yes"] == 15
    assert "the UN's resolution files (UNxml)" in told
    assert "14-0-1" in told


def wrong_total(row: dict[str, str]) -> None:
    """Print a total that the ballots do not give."""
    row["total_yes"] = "14"


def unknown(row: dict[str, str]) -> None:
    """Name a member that nobody knows."""
    row["ms_code"] = row["ms_code"].replace("GHA", "XXQ").replace("BHR", "XXQ")


def stranger(row: dict[str, str]) -> None:
    """Name a state that had no seat."""
    row["ms_code"] = row["ms_code"].replace("BHR", "ISL")


def no_such_day(row: dict[str, str]) -> None:
    """Date the vote on 30 February."""
    row["date"] = "2026-02-30"


def another_year(row: dict[str, str]) -> None:
    """Date the vote in a year that its symbol does not have."""
    row["date"] = "2025-01-27"


def no_ballot(row: dict[str, str]) -> None:
    """Leave a ballot out."""
    row["ms_vote"] = "" if row["ms_code"] == "CHN" else row["ms_vote"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (wrong_total, "the totals say 14-0-0, and the members named make 15-0-0"),
        (unknown, '"XXQ"'),
        (stranger, "ISL had no seat in 2026"),
        (no_such_day, '"2026-02-30"'),
        (another_year, "not in the year of the symbol"),
        (no_ballot, 'CHN has the ballot ""'),
    ],
)
def test_a_row_that_cannot_be_is_kept_out(
    change: Callable[[dict[str, str]], None], reason: str, run: Run, undl: Write, votes: Votes
) -> None:
    """It is refused with file, row and reason, and the sound vote beside it is used."""
    done = run("records", "import", undl([newer(votes)], change=change))

    assert done.exit_code == 0
    assert "sc_voting.csv:2: S/RES/2814 (2026) " in done.output
    assert reason in " ".join(done.output.split())
    assert run("vote", "S/RES/2814").exit_code == 6


def test_sixteen_members_are_one_too_many(run: Run, undl: Write, votes: Votes) -> None:
    """A vote with sixteen members is kept out."""
    path = undl([newer(votes)])
    text = path.read_text("utf-8")
    path.write_text(text + text.splitlines()[-1].replace("USA", "ISL") + "\r\n", "utf-8")
    done = run("records", "import", path)

    assert "16 members are named, and the Council has 15" in " ".join(done.output.split())
    assert "0 new" in done.output


def test_many_refusals_are_told_short(run: Run, undl: Write, votes: Votes) -> None:
    """Ten are told one by one, of the rest the number."""
    some = [vote for vote in votes.values() if vote.date >= "2024"][:14]
    done = run("records", "import", undl(some, change=no_ballot))

    assert done.output.count("has the ballot") == 10
    assert "and 4 more" in done.output


def test_the_status_names_what_was_imported(run: Run, undl: Write, votes: Votes) -> None:
    """The edge of the votes moves, and the note says that failed drafts are lacking since then."""
    imported(run, undl([newer(votes)]))
    rows = {
        row["table"]: row
        for row in map(json.loads, run("records", "status", "--json").stdout.splitlines())
    }

    assert (rows["votes"]["last"], rows["votes"]["imported"]) == ("2026-01-27", 1)
    assert "Since 2025-12-29: adopted resolutions only, no failed drafts." in rows["votes"]["note"]
    assert load_records().coverage["votes"].last.isoformat() == "2025-12-29"
    assert rows["votes"]["age_days"] > 0


def test_without_imports_the_status_is_that_of_the_record(run: Run) -> None:
    """Both commands list the same tables."""
    plain = [json.loads(line)["table"] for line in run("records", "--json").stdout.splitlines()]
    status = [json.loads(line) for line in run("records", "status", "--json").stdout.splitlines()]

    assert [row["table"] for row in status] == plain
    assert {(row["imported"], row["disputed"]) for row in status} == {(0, 0)}


def test_the_status_is_told_in_lines(run: Run, undl: Write, votes: Votes) -> None:
    """Edges, rows, points on which sources differ, and what an import brought."""
    imported(run, undl([newer(votes), replace(votes["1559"], yes=15, abstain=0, ballots=())]))
    told = run("records", "status").output

    assert "votes          1946-01-17 to 2026-01-27  3205 rows" in told
    assert "of them not decided" in told
    assert "imported: 1 new, 1 in conflict with the record; last on " in told


def test_a_story_is_checked_against_an_imported_vote(
    run: Run, undl: Write, votes: Votes, tmp_path: Path
) -> None:
    """What the shipped record leaves open is answered once the vote is imported."""
    story, ledger = tmp_path / "s.txt", tmp_path / "l.db"
    story.write_text("The Security Council unanimously adopted resolution 2814 on Jan. 27, 2026.")
    before = run("read", story, "--ledger", ledger)
    imported(run, undl([newer(votes)]))
    after = run("read", story, "--ledger", ledger)

    assert "+ supported" not in before.output
    assert "S/RES/2814 (2026) was adopted on 2026-01-27 by 15-0-0" in after.output
