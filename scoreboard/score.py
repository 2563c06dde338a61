"""Scores penholder on annotated stories: python scoreboard/score.py FOLDER_OF_SHARED_DATA."""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from penholder.pipeline import check_story
from penholder.read.sources import Page
from penholder.serve.contract import as_json

KINDS = {"presidential_or_press_statement": "council_statement"}
VERDICTS = {
    "supported": {"supported"},
    "refuted": {"contradicted"},
    "imprecise": {"undecided", "contradicted"},
    "unverifiable": {"undecided", "not_covered"},
}


def main(shared: Path) -> None:
    """Print what is found of each annotated sort of thing."""
    gold_file = shared / "gold" / "stories" / "gold_dev.jsonl"
    golds = [json.loads(line) for line in gold_file.read_text("utf-8").splitlines()]
    lines = (shared / "stories" / "stories_dev.jsonl").read_text("utf-8").splitlines()
    stories = {row["id"]: row for row in map(json.loads, lines)}
    tally: Counter[str] = Counter()
    for gold in golds:
        row = stories[gold["id"]]
        page = Page(
            source="gold", form="txt", id=gold["id"], text=row[gold["span_field"]],
            date=gold["story_date"], outlet=row["outlet"],
        )  # fmt: skip
        score(gold, as_json(check_story(page)), tally)
    digest = hashlib.sha256(gold_file.read_bytes()).hexdigest()[:12]
    print(f"{len(golds)} stories, corpus {digest}")
    for name in dict.fromkeys(key.split(":")[0] for key in tally):
        found, there = tally[f"{name}:found"], tally[f"{name}:gold"]
        print(f"{name:<36}{found:>5} of {there:<5}{found / max(1, there):.2f}")


def score(gold: Mapping[str, Any], mine: Mapping[str, Any], tally: Counter[str]) -> None:
    """Add one story to the tally."""
    for event in gold["events"]:
        names = event["actor"] if isinstance(event["actor"], list) else [event["actor"]]
        kind = KINDS.get(event["kind"], event["kind"])
        near = [s for s in _near(event, mine["statements"]) if s["kind"] == kind]
        acting = [s for s in near if {a["name"] for a in s["actor"]} & set(names)]
        _count(tally, f"statements, pass {event['pass']}, kind", near)
        _count(tally, f"statements, pass {event['pass']}, and actor", acting)
    for quote in gold["quotes"]:
        same = [q for q in mine["quotes"] if q["span"] == [quote["start"], quote["end"]]]
        _count(tally, "quotes, exact span", same)
        right = [q for q in same if q["speaker"]["name"] == quote["speaker"]]
        _count(tally, "quotes, and speaker", right)
    for time in gold["timex"]:
        same = [t for t in mine["times"] if t["span"] == [time["start"], time["end"]]]
        _count(tally, "times, exact span", same)
        _count(tally, "times, and value", [t for t in same if t["value"] == time["value"]])
    for claim in gold["claims"]:
        near = [c for c in _near(claim, mine["claims"]) if c["type"] == claim["type"]]
        _count(tally, "claims found with their type", near)
        if near:
            right = [c for c in near if c["verdict"] in VERDICTS[claim["verdict"]]]
            _count(tally, "verdicts right among those found", right)


def _near(gold: Mapping[str, Any], mine: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [x for x in mine if x["span"][0] < gold["end"] and gold["start"] < x["span"][1]]


def _count(tally: Counter[str], name: str, found: Sequence[object]) -> None:
    tally[f"{name}:gold"] += 1
    tally[f"{name}:found"] += bool(found)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
