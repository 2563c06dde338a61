"""Tells whether a trigger's word stands as a verb, and not as a noun or an adjective."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from penholder.find.around import Around
from penholder.model.parse import Token
from penholder.tables.load import load_toml

# No word before a verb is longer, with the marks between them.
_LONGEST_WORD = 60


def is_verb(around: Around) -> bool:
    """Say whether the trigger's word stands as a verb and not as a noun or an adjective."""
    text, trigger = around.text, around.trigger
    if around.word:
        return trigger.tense == "noun" or _stands_as_verb(around.word)
    start = max(around.sentence.start, trigger.span.start - _LONGEST_WORD)
    lead = text[start : trigger.span.start].rstrip("\"“”'‘ \t\r\n")
    last = re.search(r"([\w'’.\-]+)$", lead)
    word = last[1].casefold() if last else ""
    return _VERB_AFTER[trigger.tense](word, around)


def _stands_as_verb(word: Token) -> bool:
    return word.upos in {"VERB", "AUX"} and word.deprel not in {"amod", "compound", "aux"}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in load_toml("clauses")[name])


def _base(word: str, around: Around) -> bool:
    return word in _words("before_base") or word.endswith("ly") or _follows_name(around)


def _present(word: str, around: Around) -> bool:
    return word in _words("before_s") or word.endswith("ly") or _follows_name(around)


def _past(word: str, around: Around) -> bool:
    # "the proposed resolution", "a planned vote": an adjective; "U.S.-drafted": part of one
    joined = around.text[: around.trigger.span.start].endswith(("-", "‑"))
    return word not in _words("determiners") and not joined


def _noun(word: str, around: Around) -> bool:  # noqa: ARG001  one signature for all tenses
    return True


def _follows_name(around: Around) -> bool:
    start = around.trigger.span.start
    return any(
        mention.how != "adjective" and around.text[mention.span.end : start].isspace()
        for mention in around.names.within(around.sentence.start, start)
        if mention.span.end <= start
    )


_VERB_AFTER: Mapping[str, Callable[[str, Around], bool]] = {
    "base": _base,
    "s": _present,
    "ed": _past,
    "ing": _past,
    "noun": _noun,
}
