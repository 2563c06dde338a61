"""Scores names in the annotated stories: whether those who act and speak there are known, and near their act.

The annotation names actors by event, not by mention: an actor is near where a name, role, pronoun, group or "the
country" that means it stands in the annotated words or the 200 characters before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from annotated import Json, read_lines
from tally import Answer

from penholder.find.names import actor_of_state, find_names, find_references
from penholder.model.actor import Mention
from penholder.read.page import read_page
from penholder.read.source_page import Page

# About two sentences.
_REACH = 200


def answers(shared: Path) -> Iterator[Answer]:
    """Yield each answer on the annotated stories."""
    rows = {row["id"]: row for row in read_lines(shared / "stories" / "stories_dev.jsonl")}
    for gold in read_lines(shared / "gold" / "stories" / "gold_dev.jsonl"):
        row = rows[gold["id"]]
        page = Page(
            source="gold", form="txt", id=gold["id"], text=row[gold["span_field"]],
            date=gold["story_date"], outlet=row["outlet"], title=row["title"],
        )  # fmt: skip
        story = read_page(page)
        named = find_names(story)
        yield from _of_story(gold, (*named, *find_references(story, named)))


def _of_story(gold: Json, mentions: Sequence[Mention]) -> Iterator[Answer]:
    everybody = {name for mention in mentions for name in _names(mention)}
    for event in gold["events"]:
        actors = event["actor"] if isinstance(event["actor"], list) else [event["actor"]]
        first, last = event["start"] - _REACH, event["end"]
        near = [m for m in mentions if first <= m.span.start < last]
        around = {name for mention in near for name in _names(mention)}
        for actor in filter(None, actors):
            yield "names, annotated actors known in their story", actor in everybody
            yield "names, annotated actors known near their act", actor in around
    for quote in gold["quotes"]:
        yield "names, annotated speakers known in their story", quote["speaker"] in everybody


def _names(mention: Mention) -> Iterator[str]:
    """Yield the names that a mention stands for: its own, and those of a group's states."""
    yield mention.actor.name
    for member in mention.actor.members:
        if (
            len(member) == 3 and member.isupper()
        ):  # an ISO 3166 code; people's ids are in lower case
            yield actor_of_state(member).name
