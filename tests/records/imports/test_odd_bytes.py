"""Whatever bytes a file holds, an import ends with an answer or with a message."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from penholder.errors import PenholderError
from penholder.records.imports.compare import known_of
from penholder.records.imports.importing import import_file
from penholder.records.imports.kept import read_shelf
from penholder.records.imports.members import seats_by_year
from penholder.records.load import Vote, load_shipped

Write = Callable[..., Path]
UNXML = {
    "symbol": "S/RES/2814 (2026)", "adoption_date": "27 January 2026", "adoption_type": "Adopted 13-0-2", "MS_in_favour": ["CHINA"],
    "MS_against": [], "MS_abstaining": ["FRANCE"], "MS_in_favour_count": "1", "MS_against_count": "", "MS_abstaining_count": "1",
}  # fmt: skip
TEXTS = {
    "unxml": json.dumps(UNXML),
    "blue book": json.dumps({"bluebooks": [{"BB_Mission": "JAPAN", "BB_FirstName": "A", "BB_Function": "Permanent Representative", "BB_Status": "Active", "BB_Cred_Presented": "2026-05-01"}]}),
    "vetoes": "<html><body><table><tr><th>Date</th><th>Draft</th><th>Record</th><th>Agenda</th><th>Casting</th></tr>"
    "<tr><td>26 May 2022</td><td>S/2022/431</td><td>S/PV.9048</td><td>x</td><td>China<br>USA</td></tr></table></body></html>",
    "meetings": "<html><body><table><tr><th>Meeting</th><th>Date</th><th>Topic</th><th>Outcome</th></tr>"
    "<tr><td>S/PV.9048</td><td>26 May 2022</td><td>x</td><td>Draft resolution S/2022/431 vetoed by China 13-2-0</td></tr></table></body></html>",
    "sanctions": "<CONSOLIDATED_LIST><INDIVIDUAL><FIRST_NAME>A</FIRST_NAME><REFERENCE_NUMBER>KPi.001</REFERENCE_NUMBER>"
    "<LISTED_ON>2009-07-16</LISTED_ON></INDIVIDUAL></CONSOLIDATED_LIST>",
    "not adopted": "file,voting_date,meeting,outcome_text,yes,no,abstain,no_voters\nS_2026_1.xml,2026-07-08,,,13,1,1,CHINA\n",
}  # fmt: skip


def spoiled(data: bytes, seed: int) -> bytes:
    """Change, drop, repeat or cut some bytes."""
    chance, spoilt = random.Random(seed), bytearray(data)  # noqa: S311
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(spoilt) or 1)
        match chance.randrange(4):
            case 0:
                spoilt[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del spoilt[at : at + chance.randint(1, 40)]
            case 2:
                spoilt[at:at] = spoilt[at : at + 30] or b"99999"
            case _:
                spoilt[at:at] = chance.choice(
                    [b"9" * 5000, b"null", b"\\ud800", b"\xe2\x80\xa8", b'"', b"<", b"[", b"-1"]
                )
    return bytes(spoilt)


@pytest.mark.parametrize("form", [*TEXTS, "undl"])
def test_spoiled_files_never_end_in_a_traceback(
    form: str, undl: Write, votes: Mapping[str, Vote], tmp_path: Path
) -> None:
    """Of each form, sixty spoiled files are read or refused, and what is kept can be read again."""
    shipped, shelf, path = load_shipped(), tmp_path / "kept.jsonl", tmp_path / "file"
    known, seats = known_of(shipped), seats_by_year(shipped.seats)
    data = TEXTS[form].encode() if form in TEXTS else undl([votes["2397"]]).read_bytes()
    for seed in range(60):
        path.write_bytes(spoiled(data, seed))
        with suppress(PenholderError):
            import_file(path, shelf, known, seats, lambda _: None)
        read_shelf(shelf)


@pytest.mark.parametrize("text", ["[" * 200_000, '{"bluebooks": ' + "[" * 200_000])
def test_json_nested_beyond_reason_is_refused(text: str, tmp_path: Path) -> None:
    """It is said to be no JSON."""
    shipped, path = load_shipped(), tmp_path / "deep.json"
    path.write_text(text, "utf-8")
    with pytest.raises(PenholderError, match=r"deep\.json"):
        import_file(
            path,
            tmp_path / "kept.jsonl",
            known_of(shipped),
            seats_by_year(shipped.seats),
            lambda _: None,
        )
