"""The list of events tells what a reporter asks for, and what it leaves out."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from penholder.serve.cli import main

TEXTS = {
    "seoul": "North Korea fired two ballistic missiles on May 4, 2022, South Korea's military said.",
    "tokyo": "North Korea fired three missiles on May 4, 2022, Japan's coast guard said.",
    "council": "Russia and China vetoed the draft at the U.N. Security Council on May 26, 2022.",
    "undated": "North Korea has carried out its sixth nuclear test, a report said.",
}
LAUNCH = """\
2022-05-04  North Korea: weapon test (ballistic)  ≠ number: 2 or 3
            weapon_test-PRK-2022-05-04; reported by 2 outlets, 2 origins; 2 statements; on record:
              ICBM (US): unknown
"""
VETO = """\
2022-05-26  China and Russia: veto
            veto-UNSC-2022-05-26; reported by 1 outlet, 1 origin; 1 statement
"""
# Without a day of its own it stands where it was first heard of, on the day of its story.
UNDATED = """\
no date     North Korea: weapon test (nuclear)
            weapon_test-nuclear-PRK-no-6; reported by 1 outlet, 1 origin; 1 statement
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give a ledger with a few stories."""
    folder = tmp_path_factory.mktemp("events")
    lines = [
        json.dumps({"id": id_, "text": text, "date": "2022-05-27"}) for id_, text in TEXTS.items()
    ]
    (folder / "s.jsonl").write_text("\n".join(lines))
    place = str(folder / "l.db")
    CliRunner().invoke(main, ["read", str(folder / "s.jsonl"), "--all", "--ledger", place])
    return place


def listed(ledger: str, *words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["events", "--ledger", ledger, *words])


@pytest.mark.parametrize(
    ("words", "shown", "told"),
    [
        (("--since", "2022"), LAUNCH + VETO, "Left out, for they have no date: 1.\n"),
        (("--kind", "veto"), VETO, ""),
        (("--actor", "russia"), VETO, ""),
        (("--state", "PRK", "--until", "2022-05"), LAUNCH, "Left out, for they have no date: 1.\n"),
        (("--most", "1"), UNDATED, "The newest 1 of 3; --most gives more, --until earlier ones.\n"),
        (
            ("--kind", "vote"),
            "",
            "The ledger has no such event. Read some: penholder read SOURCE...\n",
        ),
    ],
)
def test_a_list_tells_who_did_what(
    words: tuple[str, ...], shown: str, told: str, ledger: str
) -> None:
    """Each event has its day, actor, weapon, tellers and record; what is cut stands on standard error."""
    done = listed(ledger, *words)

    assert (done.stdout, done.stderr) == (shown, told)


def test_what_stories_differ_on_is_told(ledger: str) -> None:
    """Words for one weapon do not differ; two numbers do, until a person decides."""
    launch = json.loads(listed(ledger, "--since", "2022-05-04", "--until", "2022-05-04", "--json").stdout)  # fmt: skip

    assert (launch["weapon"], launch["differ"]) == ("ballistic", {"number": ["2", "3"]})


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--kind", "coup"), 2, "'military_exercise'"),
        (("--since", "2022-13"), 2, "write it as 2022-05-05"),
        (("--since", "2022", "--until", "2021-12"), 2, "2021-12 is before 2022"),
        (("--actor", "Nort Korea"), 6, 'Did you mean "North Korea"?'),
        (("--most", "0"), 2, "1<=x<=10000"),
    ],
)
def test_a_filter_that_there_is_not_is_refused(
    words: tuple[str, ...], code: int, told: str, ledger: str
) -> None:
    """A value of no event is no empty list: the message says what may be given."""
    done = listed(ledger, *words)

    assert done.exit_code == code
    assert told in done.output
