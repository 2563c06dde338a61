"""The whole way on samples and on any text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.serve.cli import main
from penholder.serve.contract import as_json

ROOT = Path(__file__).parents[1]


# Words of the trade in any order: they reach what arbitrary letters never do.
PARTS = [
    "North Korea", "the North", "Pyongyang", "its", "US ambassador Nikki Haley", "he", "China and Russia", "Kim Jong Un",
    "The UN Security Council", "the 15-member council", "five permanent members", "fired", "tested", "launched", "vetoed",
    "adopted", "condemned", "plans to", "would", "did not", "said", "an ICBM", "two ballistic missiles", "a nuclear test",
    "14th known show of force", "first missile test", "resolution 2397", "S/2022/431", "13-2-0", "by 13 votes to none",
    "unanimously", "this year", "on Thursday morning", "this week", "in March", "May 5, 2022", "in more than four years",
    "since September 15", "in violation of UN resolutions", "holds the presidency in May", "earlier", "ago", "two days",
    '"', "“", "”", "'", ",", ".", ". ", "\n", "\n\n", "SEOUL (Reuters) -", "WASHINGTON --", "(Yonhap)", "<p>", "</p>",
    "<html><body>", "Q", "MS. PSAKI:", "99999999999", "0", "-", "2017", "2017-13-45", "\u00a0", "소아쌤", "DPRK stands for",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    """No text raises, spans are exact, and two runs give the same bytes."""
    _holds(Page(source="x.txt", text=text, form="txt"))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(PARTS), max_size=60),
    st.sampled_from([None, "2022-05-05", "2017-09", "2017", "soon"]),
    st.sampled_from(["txt", "html", "json"]),
)
def test_any_words_of_the_trade_are_read(parts: list[str], day: str | None, form: str) -> None:
    """So it is with names, verbs, weapons, dates and marks in any order and form."""
    _holds(Page(source="x", text=" ".join(parts), form=form, date=day))


def _holds(page: Page) -> None:
    story = as_json(check_story(page))

    assert json.dumps(story) == json.dumps(as_json(check_story(page)))
    for found in story["statements"] + story["quotes"] + story["times"] + story["claims"]:
        start, end = found["span"]
        assert story["story"]["text"][start:end] == found["text"]


def test_a_folder_with_one_broken_file_is_read(tmp_path: Path) -> None:
    """The other stories are read, and the exit code says that some were not."""
    (tmp_path / "good.txt").write_text((ROOT / "samples" / "double_veto.txt").read_text("utf-8"))
    (tmp_path / "bad.txt").write_bytes(b"\0\1\2" * 99)
    run = CliRunner().invoke(
        main, ["read", str(tmp_path), "--json", "--ledger", str(tmp_path / "l.db")]
    )

    assert run.exit_code == 4
    assert json.loads(run.stdout.splitlines()[0])["story"]["date"]["value"] == "2022-05-26"


@pytest.mark.parametrize(
    ("command", "part"),
    [
        (["presidency", "2022-05"], "United States presides"),
        (["council", "2022"], "Albania"),
        (["vote", "S/2022/431"], "against (2): China*, Russian Federation*"),
        (["vote", "S/RES/2397 (2017)"], "15-0-0"),
        (["launches", "--year", "2022"], "2022-05-04"),
    ],
)
def test_a_look_up_answers(command: list[str], part: str) -> None:
    """Each look-up prints the row of the record."""
    run = CliRunner().invoke(main, command)

    assert run.exit_code == 0
    assert part in run.output
