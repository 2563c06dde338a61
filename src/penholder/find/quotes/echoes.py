"""Tells which state or body "it", "the ministry" or "the agency" means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from penholder.find.sentences import split_sentences
from penholder.find.speech.marks import find_marked
from penholder.find.subjects import Names, may_act
from penholder.model.actor import Actor, ActorKind, Mention
from penholder.model.span import Span
from penholder.tables.load import load_toml

# Characters back to where a body was named: about two paragraphs for "it", five for "the ministry".
_REACH = {"state": 700}
_FAR = 2000


def echoed(names: Names, source: Span) -> Actor | None:
    """Give whom the words of a source mean that name nobody themselves; None where nobody fits."""
    row = _rows().get(" ".join(source.of(names.text).casefold().split()))
    if row is None:
        return None
    reach = max(0, source.start - _REACH.get(row["id"], _FAR))
    for mention in _subjects_first(names, reach, source.start):
        if _fits(row, mention):
            return mention.actor
    return None


def _fits(row: Mapping[str, Any], mention: Mention) -> bool:
    if "ids" in row and row.get("state"):
        return mention.actor.id in row["ids"]
    if row.get("state"):
        return mention.actor.kind is not ActorKind.PERSON and mention.how != "pronoun"
    name = mention.actor.name.casefold()
    known = mention.actor.id in row.get("ids", ()) or any(part in name for part in row["fits"])
    return mention.actor.kind is ActorKind.BODY and known


def _subjects_first(names: Names, start: int, end: int) -> Iterator[Mention]:
    """Yield who acts before a place: sentence by sentence backward, its subject first."""
    sentences = list(split_sentences(names.text, Span(start, end)))
    for number, sentence in enumerate(reversed(sentences)):
        quoted = [one.outer for one in find_marked(names.text, sentence)]
        inside = [
            mention
            for mention in names.within(sentence.start, sentence.end)
            if not any(one.covers(mention.span) for one in quoted)
        ]
        acting = [m for m in inside if _acts(names.text, m, sentence)]
        # "North Korea warned it would fire": in its own sentence the nearest subject of a verb.
        verbal = [m for m in reversed(acting) if _VERB.match(names.text, m.span.end)]
        yield from (*verbal, *acting) if number == 0 else acting
        yield from (m for m in inside if m.actor.kind is ActorKind.BODY and m not in acting)


def _acts(text: str, mention: Mention, sentence: Span) -> bool:
    opens = mention.span.start - sentence.start <= 4
    return opens or may_act(text, mention, mention.span.end)


# "Russia vetoed", "China has": a verb right after a name.
_VERB = re.compile(r"\s+(?:[a-z]+ed|has|had|have|is|was|were|are|will|would|said|says)\b")


@cache
def _rows() -> Mapping[str, Mapping[str, Any]]:
    return {words: row for row in load_toml("echoes")["echo"] for words in row["words"]}
