"""The whole way on a sample and on the yardstick story."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from penholder.model.quote import QuoteKind
from penholder.model.reading import CheckedStory
from penholder.pipeline import check_story, read_sources
from penholder.read.sources import Page
from penholder.serve.cli import main
from penholder.serve.contract import as_json

ROOT = Path(__file__).parents[1]
SEED = ROOT.parent / "shared" / "stories" / "seed.txt"


@pytest.fixture(scope="module")
def seed() -> CheckedStory:
    """Give the yardstick story with its day stated."""
    if not SEED.exists():
        pytest.skip("the shared stories are not here")
    found = next(read_sources([str(SEED)], "2022-05-05"))
    assert isinstance(found, CheckedStory)
    return found


def test_the_yardstick_page_is_sorted(seed: CheckedStory) -> None:
    """Title, caption, dateline, agency, body and boilerplate are told apart."""
    story = seed.reading.story

    assert story.title == (
        "US working with allies to pass new UNSC resolution on N. Korea: State Dept."
    )
    assert [(len(c.spans), c.credit) for c in story.captions] == [(2, "US Department of State")]
    assert (story.dateline_place, story.credit) == ("WASHINGTON", "Yonhap")
    assert [span.of(story.text) for span in story.boilerplate] == [
        "Back To Top", "MOST POPULAR", "LATEST NEWS", "subscribe", "소아쌤",
    ]  # fmt: skip


def test_the_yardstick_quotes_have_their_speaker(seed: CheckedStory) -> None:
    """Seven direct quotes are Ned Price's, with his office."""
    direct = [q for q in seed.reading.quotes if q.kind is QuoteKind.DIRECT]

    assert [q.speaker and q.speaker.name for q in direct] == ["Ned Price"] * 7
    assert all(q.speaker and q.speaker.office for q in direct)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("14th known show of force", "supported"),
        ("more than a dozen rounds", "supported"),
        ("first intercontinental ballistic missile", "supported"),
        ("15-member council", "supported"),
        ("including all five permanent members", "supported"),
        ("both veto-power wielding permanent members", "supported"),
        ("blocked by either China or Russia", "undecided"),
    ],
)
def test_the_yardstick_claims_have_their_verdicts(
    seed: CheckedStory, words: str, verdict: str
) -> None:
    """Each claim is found and answered from the record."""
    rulings = [c.verdict.ruling.value for c in seed.claims if words in c.claim.text]

    assert verdict in rulings


def test_no_yardstick_claim_is_called_wrong(seed: CheckedStory) -> None:
    """Nothing in the story is contradicted by the record."""
    assert [c.claim.text for c in seed.claims if c.verdict.ruling.value == "contradicted"] == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    """No text raises, spans are exact, and two runs give the same bytes."""
    page = Page(source="x.txt", text=text, form="txt")
    story = as_json(check_story(page))

    assert story == as_json(check_story(page))
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


def test_the_undated_yardstick_is_dated_by_its_clues() -> None:
    """The launches, their number, the week and the weekday leave one day."""
    if not SEED.exists():
        pytest.skip("the shared stories are not here")
    found = next(read_sources([str(SEED)]))

    assert isinstance(found, CheckedStory)
    assert found.reading.story.date.value == "2022-05-05"
    assert found.reading.story.date.basis.value == "inferred"
    assert len(found.reading.story.date.reasons) >= 4
    assert any("S/2022/431" in told and "13-2-0" in told for told in found.aftermath)
