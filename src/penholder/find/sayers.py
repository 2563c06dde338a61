"""Tells who says something by a verb, where its own words name them better than the grammar does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from penholder.find.quotes.speakers import speaker_named
from penholder.find.speech import Attribution
from penholder.find.subjects import Names
from penholder.model.actor import Actor, Mention

# Who "which" or "they" takes up, the grammar knows better.
_TAKEN_UP = frozenset({"they", "which", "who", "that"})
# "Ignorant to argue that": nobody argues.
_COMMA = re.compile(r"[”\"]?,[”\"]?\s+")
_INFINITIVE = re.compile(r"\bto\s+$")


def sayer_of(names: Names, said: Attribution | None, mentions: Sequence[Mention]) -> Actor | None:
    """Give who says something, where the grammar found nobody, or found names that stand elsewhere.

    `mentions` are those that the grammar found. "“…”, said Barbara Woodward about Ukraine's remarks" is
    hers, whatever the parser hangs from the verb.
    """
    if said is None or said.source is None or _is_infinitive(names.text, said):
        return None
    if any(said.source.overlaps(mention.span) for mention in mentions):
        return None
    if said.source.of(names.text).casefold() in _TAKEN_UP:
        return None
    return speaker_named(names, said.source)


def sayers_among(
    names: Names, said: Attribution | None, mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Give those mentions that stand in the words for who says it, and not in what is said before them.

    "Peace with Washington, Ri said, must wait": Ri alone, though a list looks like that.
    """
    if said is None or said.source is None:
        return ()
    inside = tuple(m for m in mentions if said.source.overlaps(m.span))
    before = [m for m in mentions if m.span.end <= said.source.start]
    lead = names.text[before[-1].span.end : said.source.start] if before else ""
    return inside if _COMMA.fullmatch(lead) else ()


def _is_infinitive(text: str, said: Attribution) -> bool:
    start = said.cue.start
    return bool(_INFINITIVE.search(text, max(0, start - 12), start))
