"""Tells who says something by a verb, where its own words name them better than the grammar does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from penholder.find.phrases import any_of
from penholder.find.quotes.speakers import speaker_named
from penholder.find.speech import Attribution
from penholder.find.subjects import Names
from penholder.model.actor import Actor, ActorKind, Mention
from penholder.model.span import Span
from penholder.tables.load import load_toml

# Who "which" or "they" takes up, the grammar knows better.
_TAKEN_UP = frozenset({"they", "which", "who", "that"})
# "Ignorant to argue that": nobody argues.
_COMMA = re.compile(r"[”\"]?,[”\"]?\s+")
_INFINITIVE = re.compile(r"\bto\s+$")


def is_another(names: Names, said: Attribution | None, mentions: Sequence[Mention]) -> bool:
    """Say whether the words for who says something are none of the names that the grammar found.

    "“…”, said Barbara Woodward about Ukraine's remarks": hers, whatever the parser hangs from the verb.
    """
    if said is None or said.source is None or _is_infinitive(names.text, said):
        return False
    if any(_names_speaker(names.text, said.source, mention) for mention in mentions):
        return False
    words = said.source.of(names.text).casefold()
    return words not in _TAKEN_UP and (words != "it" or bool(mentions))


def _names_speaker(text: str, source: Span, mention: Mention) -> bool:
    """Say whether a name stands in the words for a speaker, and not in what is told of them after a comma."""
    told = "," in text[source.start : mention.span.start]
    return source.overlaps(mention.span) and (mention.actor.kind is ActorKind.PERSON or not told)


def is_stranger(names: Names, said: Attribution | None, mentions: Sequence[Mention]) -> bool:
    """Say whether the words for who says something name somebody whom no table knows.

    "A London think tank that studies North Korea said": nobody, rather than the North. "US officials" is its own.
    """
    if said is None or said.source is None:
        return False
    if any(_adjoins(names.text, mention, said.source) for mention in mentions):
        return False
    words = said.source.of(names.text)
    return bool(_NAME.search(words) or _nameless().search(words))


def _adjoins(text: str, mention: Mention, source: Span) -> bool:
    between = text[mention.span.end : source.start]
    return mention.span.end <= source.start and between.strip() in {"", "and", ",", ", and"}


# "A London think tank": a capital letter that does not open the words.
_NAME = re.compile(r"(?<=\s)[A-Z][\w.]|^[A-Z]\w+$")


@cache
def _nameless() -> re.Pattern[str]:
    """Give the pattern of words that end with those who speak without a name: "many experts"."""
    return re.compile(any_of(load_toml("subjects")["unnamed"]) + "$", re.IGNORECASE)


def is_turned(said: Attribution | None) -> bool:
    """Say whether the speaker follows the verb: names before it stand in what is said."""
    return bool(said and said.source and said.source.start >= said.cue.end)


def speaker_of(names: Names, said: Attribution | None) -> Actor | None:
    """Give whom the words for who says something mean; None where they name nobody known."""
    return speaker_named(names, said.source) if said and said.source else None


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
    listed = len(inside) > 1 and before and before[-1].actor.kind is inside[0].actor.kind
    return inside if _COMMA.fullmatch(lead) and not listed else ()


def _is_infinitive(text: str, said: Attribution) -> bool:
    start = said.cue.start
    return bool(_INFINITIVE.search(text, max(0, start - 12), start))
