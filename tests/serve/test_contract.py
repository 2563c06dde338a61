"""Real output keeps to the schema that is published."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from penholder.model.claim import ClaimType
from penholder.model.reading import CheckedStory
from penholder.model.statement import StatementKind
from penholder.pipeline import check_story, read_sources
from penholder.read.source_page import Page
from penholder.serve.cli import main
from penholder.serve.contract import as_json

ROOT = Path(__file__).parents[2]
STORIES = ROOT.parent / "shared" / "stories" / "stories_dev.jsonl"
SAMPLES = sorted((ROOT / "samples").iterdir())


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    """Give the schema as the command prints it."""
    schema = json.loads(CliRunner().invoke(main, ["schema"]).output)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def read(source: Path) -> Iterator[dict[str, Any]]:
    """Yield each story of a source, through JSON and back."""
    for checked in read_sources([str(source)]):
        assert isinstance(checked, CheckedStory)
        yield json.loads(json.dumps(as_json(checked)))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_sample_keeps_to_the_schema(sample: Path, validator: Draft202012Validator) -> None:
    """Every sample is valid, and every span gives its words."""
    for story in read(sample):
        validator.validate(story)
        _spans_are_exact(story)


def test_real_stories_keep_to_the_schema(validator: Draft202012Validator) -> None:
    """So are all stories that are here to measure with."""
    if not STORIES.exists():
        pytest.skip("the shared stories are not here")
    for story in read(STORIES):
        validator.validate(story)
        _spans_are_exact(story)


def _spans_are_exact(story: dict[str, Any]) -> None:
    for part in ("statements", "quotes", "times", "claims"):
        for one in story[part]:
            start, end = one["span"]
            assert story["story"]["text"][start:end] == one["text"]


def test_a_time_is_told_by_the_clock_of_the_event_and_the_writers(
    validator: Draft202012Validator,
) -> None:
    """What happened at 5:30 p.m. in Korea happened at 4:30 a.m. where the story was written."""
    text = (
        "WASHINGTON (AP) -- North Korea fired a missile at 5:30 p.m. KST on May 4, 2022, it said."
    )
    page = Page(source="clock.txt", form="txt", text=text, date="2022-05-05")
    story = json.loads(json.dumps(as_json(check_story(page))))

    validator.validate(story)
    assert [
        (time["value"], time["kind"], time["zone"], time["utc"], time["writers"])
        for time in story["times"]
    ] == [("2022-05-04T17:30+09:00", "time", "KST", "2022-05-04T08:30Z", "2022-05-04T04:30-04:00")]


def test_the_schema_knows_every_kind(validator: Draft202012Validator) -> None:
    """The kinds of statement and the types of claim are those of the model."""
    properties = validator.schema["properties"]
    kinds = properties["statements"]["items"]["properties"]["kind"]["enum"]
    types = properties["claims"]["items"]["properties"]["type"]["enum"]

    assert set(kinds) == {kind.value for kind in StatementKind}
    assert set(types) == {type_.value for type_ in ClaimType}


def test_the_schema_refuses_what_is_wrong(validator: Draft202012Validator) -> None:
    """A verdict that does not exist is refused."""
    story = next(read(SAMPLES[0]))
    story["claims"][0]["verdict"] = "probably"

    assert not validator.is_valid(story)
