"""Scores who says what in general political news (PolNeAR) and in GUM's news.

An attribution of the gold is found where a cue of penholder's overlaps its cue; each answer is
matched once. The speaker is right where the words that name it overlap; the whole is right where,
besides, what is said overlaps by half of both together (intersection over union).
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tally import Answer

from penholder.find.speech.attributions import Attribution, find_attributions
from penholder.model.span import Span
from penholder.model.story import Story
from penholder.read.page import read_page
from penholder.read.source_page import Page

Json = Mapping[str, Any]
DEV = Path("gold/language/quotes_polnear_dev.jsonl")
GUM = Path("gold/language/quotes_gum_attribution.jsonl")

# Verbs of saying, a fixed list that does not follow penholder's own table.
SPEECH = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|add(?:s|ed|ing)?|announc\w+|warn\w*|declar\w+|"
    r"stat(?:e[sd]?|ing)|claim\w*|insist\w*|argu\w+|not(?:e[sd]?|ing)|report(?:s|ed)?|wr(?:ites?|ote|iting)|"
    r"tweet\w*|ask(?:s|ed|ing)?|repl(?:y|ies|ied)|respond\w*|condemn\w*|urg(?:e[sd]?|ing)|accus\w+|"
    r"den(?:y|ies|ied|ying)|confirm\w*|suggest\w*|explain\w*|admit\w*|acknowledg\w+|pledg\w+|promis\w+|"
    r"vow\w*|predict\w*|stress\w*|conclud\w+|according to)\b",
    re.IGNORECASE,
)


def answers(shared: Path) -> Iterator[Answer]:
    """Yield each answer on PolNeAR's dev part and GUM's news."""
    for row in read_rows(shared / DEV):
        yield from of_row(row)
    for row in read_rows(shared / GUM):
        if row["genre"] == "news":
            yield from _gum(row)


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Give the objects of a JSON Lines file, packed or not."""
    packed = path.suffix == ".gz"
    text = gzip.decompress(path.read_bytes()).decode() if packed else path.read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def story_of(row: Json) -> Story:
    """Give a row's text as a story, every word of it body: the gold marks all of it."""
    page = Page(source="gold", form="txt", id=row["id"], text=row["text"], date=row["date"])
    story = read_page(page)
    return Story(
        id=story.id, source=story.source, text=row["text"], body=Span(0, len(row["text"])),
        date=story.date, language="en",
    )  # fmt: skip


def of_row(row: Json) -> Iterator[Answer]:
    """Yield the answers on one annotated text."""
    mine = list(find_attributions(story_of(row)))
    used: set[int] = set()
    for gold in row["attributions"]:
        if gold["cue"] and gold["content"]:
            yield from _of_attribution(gold, mine, used)
    for index, one in enumerate(mine):
        if one.how != "topic":
            yield "attributions given whose cue is annotated", index in used


def _of_attribution(gold: Json, mine: Sequence[Attribution], used: set[int]) -> Iterator[Answer]:
    cue = " ".join(part["text"] for part in gold["cue"])
    speech = bool(SPEECH.search(cue))
    best = best_match(gold, mine, used)
    told = is_right_speaker(gold, best)
    whole = told and likeness(gold, best) >= 0.5
    if speech:
        yield "attributions by verbs of speech, cue found", best is not None
        yield "attributions by verbs of speech, whole", whole
    if best is not None and gold["source"]:
        yield "attributions, right speaker given the cue", told
        yield "attributions, speaker's exact words given the cue", _is_exact(gold, best)
    if speech and gold["kind"] == "direct":
        yield "direct quotes by verbs of speech, whole", whole


def best_match(gold: Json, mine: Sequence[Attribution], used: set[int]) -> Attribution | None:
    """Give the unused answer with an overlapping cue that is most like the gold; mark it used."""
    fitting = [
        index
        for index, one in enumerate(mine)
        if index not in used and any(_overlap(one.cue, part) for part in gold["cue"])
    ]
    if not fitting:
        return None
    index = max(fitting, key=lambda place: likeness(gold, mine[place]))
    used.add(index)
    return mine[index]


def is_right_speaker(gold: Json, mine: Attribution | None) -> bool:
    """Say whether both name the speaker by overlapping words, or both name nobody."""
    if mine is None:
        return False
    if mine.source is None or not gold["source"]:
        return mine.source is None and not gold["source"]
    return any(_overlap(mine.source, part) for part in gold["source"])


def likeness(gold: Json, mine: Attribution | None) -> float:
    """Give the share of characters that both say to be said (0 to 1)."""
    if mine is None:
        return 0.0
    shared: int = sum(_overlap(span, part) for span in mine.contents for part in gold["content"])
    there: int = sum(part["end"] - part["start"] for part in gold["content"])
    given = sum(span.end - span.start for span in mine.contents)
    return shared / max(1, there + given - shared)


def _is_exact(gold: Json, mine: Attribution) -> bool:
    """Say whether the speaker's words are the annotated ones, give or take an article or comma."""
    source = mine.source
    return source is not None and any(
        abs(source.start - part["start"]) <= 4 and abs(source.end - part["end"]) <= 2
        for part in gold["source"]
    )


def _overlap(span: Span, part: Json) -> int:
    start, end = int(part["start"]), int(part["end"])
    return max(0, min(span.end, end) - max(span.start, start))


def _gum(row: Json) -> Iterator[Answer]:
    """Yield whether each annotated pair of clauses is found: who says it, and what."""
    mine = find_attributions(story_of(row))
    for gold in row["attributions"]:
        source, content = gold["source_edu"], gold["content_edu"]
        yield (
            "GUM news, speaker's clause and words said",
            any(
                (_overlap(one.cue, source) or (one.source and _overlap(one.source, source)))
                and any(_overlap(span, content) for span in one.contents)
                for one in mine
            ),
        )
