"""Scores what is found in the annotated stories: statements, quotes, times, claims and verdicts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tally import Answer

from penholder.pipeline import check_story
from penholder.read.source_page import Page
from penholder.serve.contract import as_json

Json = Mapping[str, Any]

KINDS = {"presidential_or_press_statement": "council_statement"}
POLARITIES = {"future_or_planned": "planned"}
# The verdicts that agree with each one of the annotation.
VERDICTS = {
    "supported": {"supported"},
    "refuted": {"contradicted"},
    "imprecise": {"undecided", "contradicted"},
    "unverifiable": {"undecided", "not_covered"},
}


def answers(shared: Path) -> Iterator[Answer]:
    """Yield each answer on the annotated stories."""
    for gold, mine in read_annotated(shared):
        yield from _statements(gold, mine)
        yield from _quotes(gold, mine)
        yield from _times(gold, mine)
        yield from _claims(gold, mine)


def read_annotated(shared: Path) -> Iterator[tuple[Json, Json]]:
    """Yield each annotation with what penholder makes of the story, its date given."""
    stories = {row["id"]: row for row in read_lines(shared / "stories" / "stories_dev.jsonl")}
    for gold in read_lines(shared / "gold" / "stories" / "gold_dev.jsonl"):
        row = stories[gold["id"]]
        text = row[gold["span_field"]]
        page = Page(
            source="gold", form="txt", id=gold["id"], text=text, date=gold["story_date"],
            outlet=row["outlet"], title=row["title"],
        )  # fmt: skip
        yield gold, as_json(check_story(page))


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Give the objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _statements(gold: Json, mine: Json) -> Iterator[Answer]:
    for event in gold["events"]:
        names = event["actor"] if isinstance(event["actor"], list) else [event["actor"]]
        kind, which = _kind(event), f"statements, pass {event['pass']}"
        same = [s for s in near(event, mine["statements"]) if s["kind"] == kind]
        right = [s for s in same if {actor["name"] for actor in s["actor"]} & set(names)]
        acting = bool(right)
        yield f"{which}, kind", bool(same)
        yield f"{which}, kind and actor", acting
        if right:
            polarity = POLARITIES.get(event["polarity"], event["polarity"])
            yield (
                "statements, polarity of those found",
                any(s["polarity"] == polarity for s in right),
            )
        if event["pass"] == 1:
            yield f"statements, {kind}", acting
    for statement in mine["statements"]:
        there = {_kind(e) for e in gold["events"] if _overlaps(e, statement)}
        if there:
            yield "statements given the annotated kind", statement["kind"] in there


def _quotes(gold: Json, mine: Json) -> Iterator[Answer]:
    for quote in gold["quotes"]:
        same = [q for q in mine["quotes"] if q["span"] == [quote["start"], quote["end"]]]
        yield "quotes, exact span", bool(same)
        said = any(q["speaker"]["name"] == quote["speaker"] for q in same)
        yield "quotes, exact span and speaker", said


def _times(gold: Json, mine: Json) -> Iterator[Answer]:
    for time in gold["timex"]:
        same = [t for t in mine["times"] if t["span"] == [time["start"], time["end"]]]
        yield "times, exact span", bool(same)
        yield "times, exact span and value", any(t["value"] == time["value"] for t in same)


def _claims(gold: Json, mine: Json) -> Iterator[Answer]:
    for claim in gold["claims"]:
        same = [c for c in near(claim, mine["claims"]) if c["type"] == claim["type"]]
        right = any(c["verdict"] in VERDICTS[claim["verdict"]] for c in same)
        yield "claims found with their type", bool(same)
        yield f"claims, {claim['type']}", bool(same)
        if same:
            yield "verdicts right among those found", right
            wrong = {("supported", "contradicted"), ("refuted", "supported")}
            pairs = {(claim["verdict"], c["verdict"]) for c in same}
            yield "verdicts not the opposite of the right one", right or not pairs & wrong


def near(gold: Json, mine: Sequence[Json]) -> list[Json]:
    """Give what overlaps an annotated span."""
    return [one for one in mine if _overlaps(gold, one)]


def _overlaps(gold: Json, one: Json) -> bool:
    return bool(one["span"][0] < gold["end"] and gold["start"] < one["span"][1])


def _kind(event: Json) -> str:
    kind: str = event["kind"]
    return KINDS.get(kind, kind)
