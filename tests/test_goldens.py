"""Stories of our own with what they must give; a missing expectation is written, then fails once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from penholder.model.reading import CheckedStory
from penholder.pipeline import read_sources
from penholder.serve.contract import as_json

HERE = Path(__file__).parent / "stories"
SAMPLES = Path(__file__).parents[1] / "samples"
SOURCES = sorted([*SAMPLES.iterdir(), *HERE.glob("*.txt"), *HERE.glob("*.html")])


def short(story: dict[str, Any]) -> dict[str, Any]:
    """Give what a person would check by eye."""
    return {
        "date": [story["story"]["date"]["value"], story["story"]["date"]["basis"]],
        "title": story["story"]["title"],
        "dateline": story["story"]["dateline"]["place"],
        "credit": story["story"]["credit"],
        "statements": [
            " | ".join(
                [
                    one["kind"],
                    "+".join(actor["id"] for actor in one["actor"]),
                    one["when"]["value"] or "-",
                    one["polarity"],
                    one["detail"].get("record", {}).get("key", "-"),
                    one["text"],
                ]
            )
            for one in story["statements"]
        ],
        "quotes": [f"{one['speaker']['id']} | {one['text']}" for one in story["quotes"]],
        "claims": [f"{one['type']} | {one['verdict']} | {one['text']}" for one in story["claims"]],
        "aftermath": story["aftermath"],
    }


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_a_story_gives_what_was_read(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole way gives the expectation that a person has read, by rules alone."""
    monkeypatch.setenv("PENHOLDER_PARSER", "none")
    checked = next(read_sources([str(source)]))
    assert isinstance(checked, CheckedStory)
    found = short(as_json(checked))
    golden = HERE / f"{source.stem}.json"
    if not golden.exists():
        golden.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
        pytest.fail(f"{golden.name} was written: read it, and run again")

    assert found == json.loads(golden.read_text("utf-8"))
