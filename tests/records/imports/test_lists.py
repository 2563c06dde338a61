"""The sanctions list and the Blue Book are read in their public forms."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from penholder.records.imports.kept import read_shelf
from penholder.records.imports.listings import Listing
from penholder.records.load import load_records
from penholder.records.offices import Term, holders, terms_of

Run = Callable[..., Result]
SAMPLE = Path(__file__).parents[4] / "shared" / "data" / "council" / "sample_1718_list.xml"

ENTRY = (
    "<INDIVIDUAL><FIRST_NAME>YUN</FIRST_NAME><SECOND_NAME>HO-JIN</SECOND_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>"
    "<REFERENCE_NUMBER>{reference}</REFERENCE_NUMBER><LISTED_ON>{listed}</LISTED_ON>"
    "<INDIVIDUAL_ALIAS><ALIAS_NAME>Yun Ho-chin</ALIAS_NAME></INDIVIDUAL_ALIAS></INDIVIDUAL>"
)
LIST = (
    '<CONSOLIDATED_LIST dateGenerated="2026-03-01T00:00:00"><INDIVIDUALS>{}</INDIVIDUALS>'
    "<ENTITIES><ENTITY><FIRST_NAME>KOREA MINING DEVELOPMENT TRADING CORPORATION</FIRST_NAME>"
    "<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.001</REFERENCE_NUMBER>"
    "<LISTED_ON>2009-04-24</LISTED_ON></ENTITY></ENTITIES></CONSOLIDATED_LIST>"
)


def imported(run: Run, path: Path, text: str) -> dict[str, Any]:
    """Import a text and tell what came of it."""
    path.write_text(text, "utf-8")
    done = run("records", "import", path, "--json")
    assert done.exit_code == 0, done.output
    load_records.cache_clear()
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_a_listing_has_name_number_and_day(run: Run, tmp_path: Path, records_file: Path) -> None:
    """Individuals and entities are read, with the names they are also known by."""
    done = imported(
        run, tmp_path / "l.xml", LIST.format(ENTRY.format(reference="KPi.001", listed="2009-07-16"))
    )
    first, second = (kept.value for kept in read_shelf(records_file).rows)

    assert (done["new"], done["last"]) == (2, "2026-03-01")
    assert first == Listing(
        reference="KPi.001", name="YUN HO-JIN", aliases=("Yun Ho-chin",), kind="individual",
        regime="DPRK", listed="2009-07-16",
    )  # fmt: skip
    assert second.row.key == "KPe.001"


def test_a_newer_list_takes_the_place_of_the_older(
    run: Run, tmp_path: Path, records_file: Path
) -> None:
    """Who is no longer on the list is no longer in the record."""
    imported(
        run, tmp_path / "l.xml", LIST.format(ENTRY.format(reference="KPi.001", listed="2009-07-16"))
    )
    imported(run, tmp_path / "m.xml", LIST.format(""))

    assert [kept.key for kept in read_shelf(records_file).rows] == ["KPe.001"]


def test_an_older_list_does_not_take_the_place_of_a_newer(
    run: Run, tmp_path: Path, records_file: Path
) -> None:
    """It is refused, and the newer one stays."""
    imported(run, tmp_path / "new.xml", LIST.format(""))
    before = records_file.read_bytes()
    (tmp_path / "old.xml").write_text(LIST.format("").replace("2026-03", "2015-03"), "utf-8")
    done = run("records", "import", tmp_path / "old.xml")

    assert (done.exit_code, "Download a newer list" in done.output) == (3, True)
    assert records_file.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("kpi.001", 0, "KPi.001, listed on 2009-07-16 (DPRK, individual): YUN HO-JIN"),
        ("Yun Ho-chin", 0, "also known as Yun Ho-chin"),
        ("mining korea", 0, "KPe.001"),
        ("Nobody", 6, "nobody on the list is called so"),
        ("", 6, "nobody on the list is called so"),
    ],
)
def test_the_list_is_searched_by_number_and_name(
    words: str, code: int, told: str, run: Run, tmp_path: Path
) -> None:
    """Words of a name may stand in any order, and other names count."""
    imported(
        run, tmp_path / "l.xml", LIST.format(ENTRY.format(reference="KPi.001", listed="2009-07-16"))
    )
    done = run("listed", words)

    assert done.exit_code == code
    assert told in done.output


def test_without_a_list_the_look_up_says_how_to_get_one(run: Run) -> None:
    """The remedy names the command."""
    done = run("listed", "KPi.001")

    assert (done.exit_code, "penholder records import" in done.output) == (6, True)


@pytest.mark.parametrize(
    ("reference", "listed", "reason"),
    [("KPi.001", "2009-02-30", "2009-02-30"), ("", "2009-07-16", "no reference number"), ("KPi.001", "", "no date")],
)  # fmt: skip
def test_an_entry_that_cannot_be_is_refused(
    reference: str, listed: str, reason: str, run: Run, tmp_path: Path
) -> None:
    """The rest of the list is used."""
    done = imported(
        run, tmp_path / "l.xml", LIST.format(ENTRY.format(reference=reference, listed=listed))
    )

    assert (done["new"], done["refused"]) == (1, 1)
    assert reason in done["refusals"][0]["reason"] + " " + done["refusals"][0]["fault"]


def test_the_real_sample_is_read(run: Run, tmp_path: Path) -> None:
    """The two entries of the sample are found by their numbers."""
    if not SAMPLE.exists():
        pytest.skip("the prepared data are not here")
    done = imported(run, tmp_path / "s.xml", SAMPLE.read_text("utf-8"))

    assert (done["new"], done["refused"], done["last"]) == (2, 0, "2015-03-17")


def person(mission: str, first: str, last: str, day: str, **changes: Any) -> dict[str, Any]:
    """Give a person as the Blue Book's page has them."""
    return {
        "BB_Mission": mission, "BB_FirstName": first, "BB_LastName": last, "BB_Title": "H.E. Mr.",
        "BB_Function": "Permanent Representative", "BB_Status": "Active", "BB_Cred_Presented": f"{day}T00:00:00",
    } | changes  # fmt: skip


def test_the_blue_book_names_heads_of_missions(run: Run, tmp_path: Path) -> None:
    """Deputies and those who have left are passed over; a state that the table lacks is new."""
    people = [
        person("ICELAND", "Head", "of Íslands Mission", "2019-08-27"),
        person("ICELAND", "Deputy", "of the Mission", "2024-01-01", BB_Function="Deputy Permanent Representative"),
        person("NORWAY", "Former", "Head", "2012-01-01", BB_Status="Inactive"),
        person("SWITZERLAND", "Newest", "Head", "2026-03-02"),
    ]  # fmt: skip
    done = imported(run, tmp_path / "data.json", json.dumps({"countries": [], "bluebooks": people}))

    assert (done["rows"], done["new"] + done["same"] + done["conflict"]) == (4, 2)
    assert [
        term.person for term in holders(load_records(), "un_ambassador", "ISL", "2020-01-01")
    ] == ["Head of Íslands Mission"]


def test_a_blue_book_of_old_is_refused(run: Run, tmp_path: Path) -> None:
    """It cannot say who holds an office after its newest day, which the record covers already."""
    path = tmp_path / "data.json"
    path.write_text(
        json.dumps({"bluebooks": [person("ICELAND", "Head", "of Mission", "2019-08-27")]})
    )
    done = run("records", "import", path)

    assert (done.exit_code, "Download a newer one" in done.output) == (3, True)


def test_a_plain_list_is_read_too(run: Run, tmp_path: Path) -> None:
    """Any list of objects with country, title, name and date is read."""
    people = [{"Country": "Iceland", "Title": "Permanent Representative", "Name": "Mr. Head of Íslands Mission", "Date": "27 March 2026"}]  # fmt: skip
    imported(run, tmp_path / "heads.json", json.dumps(people))

    (term,) = terms_of(load_records(), "Head of Íslands Mission")
    assert (term.state, term.first, term.last) == ("ISL", "2026-03-27", "2026-03-27")


def running() -> Term:
    """Give a UN ambassador whose term was running on the last day of the table."""
    return next(
        t
        for t in load_records().offices
        if t.office == "un_ambassador" and t.last is None and t.state == "CHN"
    )


@pytest.mark.parametrize(
    ("mission", "day", "reason"),
    [("Atlantis", "2026-03-01", "Atlantis"), ("China", "2026-02-30", "2026-02-30"), ("China", "", "no date")],
)  # fmt: skip
def test_a_head_that_cannot_be_is_refused(
    mission: str, day: str, reason: str, run: Run, tmp_path: Path
) -> None:
    """An unknown state and a day that does not exist are named."""
    people = [
        {
            "country": mission,
            "title": "Permanent Representative",
            "name": "Head of Mission",
            "date": day,
        },
        {
            "country": "Iceland",
            "title": "Permanent Representative",
            "name": "Head of Íslands Mission",
            "date": "2026-02-27",
        },
    ]
    done = imported(run, tmp_path / "heads.json", json.dumps(people))

    assert (done["new"], done["refused"]) == (1, 1)
    assert reason in done["refusals"][0]["reason"]


def test_a_successor_is_new_and_an_overlap_is_a_conflict(run: Run, tmp_path: Path) -> None:
    """Credentials after the table's last day are a new term; before it, two would hold the office."""
    newest = {
        "country": "Iceland",
        "title": "Permanent Representative",
        "name": "Newest Head",
        "date": "2026-03-01",
    }
    heads = [
        newest | {"country": "China", "name": "Next Head", "date": day}
        for day in ("2026-06-01", "2025-06-01")
    ]
    before = imported(run, tmp_path / "b.json", json.dumps([newest, heads[1]]))
    after = imported(run, tmp_path / "a.json", json.dumps(heads[:1]))

    assert (after["new"], after["conflict"]) == (1, 0)
    assert (before["new"], before["conflict"]) == (1, 1)
    assert running().person in before["conflicts"][0]
