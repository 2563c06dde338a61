"""Finds the word that introduces a quotation, and who it says is speaking."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from penholder.find.phrases import any_of
from penholder.find.subjects import Names, subject_of
from penholder.model.actor import Actor, Mention
from penholder.model.span import Span
from penholder.tables.load import load_toml

# Characters after a cue within which its speaker may stand: "said the department spokesperson".
_AFTER = 24
_BY = frozenset({"according to", "in the words of"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word of speech outside quotation marks."""

    span: Span
    word: str
    fragment: bool  # carries a fragment only


def find_cues(text: str, sentence: Span, inside: Sequence[Span]) -> Iterator[Cue]:
    """Yield the cues of a sentence that stand outside the quoted stretches."""
    for fragment in (False, True):
        for match in _pattern("fragment" if fragment else "cue").finditer(
            text, sentence.start, sentence.end
        ):
            span = Span(match.start(), match.end())
            if not any(quoted.overlaps(span) for quoted in inside):
                yield Cue(span=span, word=" ".join(match[0].casefold().split()), fragment=fragment)


def nearest_cue(cues: Sequence[Cue], quoted: Span) -> Cue | None:
    """Give the cue that stands nearest to a quotation; a full cue wins over a fragment's."""

    def distance(cue: Cue) -> tuple[int, bool]:
        return max(cue.span.start - quoted.end, quoted.start - cue.span.end, 0), cue.fragment

    return min(cues, key=distance, default=None)


def speaker_of(names: Names, sentence: Span, cue: Cue, inside: Sequence[Span]) -> Actor | None:
    """Give the one whom a cue says to be speaking: named just after it, or its subject."""
    if speaker := _after(names, sentence, cue, inside):
        return speaker.actor
    before = subject_of(names, sentence, cue.span)
    outside = [m for m in before if not any(quoted.covers(m.span) for quoted in inside)]
    return outside[-1].actor if outside else None


def _after(names: Names, sentence: Span, cue: Cue, inside: Sequence[Span]) -> Mention | None:
    """Give the name right after a cue where the order is turned: "said Price", "according to AP"."""
    following = names.within(cue.span.end, min(sentence.end, cue.span.end + _AFTER))
    if not following:
        return None
    first = following[0]
    between = names.text[cue.span.end : first.span.start].strip()
    if between.casefold() not in {"", "the", "a", "an"} or first.how == "adjective":
        return None
    if any(quoted.overlaps(first.span) for quoted in inside):
        return None
    turned = cue.word in _BY or (cue.word == "said" and _ends_turned(names.text, sentence, cue))
    return first if turned else None


def _ends_turned(text: str, sentence: Span, cue: Cue) -> bool:
    """Say whether quoted words or a comma stand right before the cue: "…," said Price."""
    before = text[sentence.start : cue.span.start].rstrip()
    return not before or before.endswith(("”", '"', ",", "'", "’"))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(any_of(load_toml("speech_words")[name]["words"]), re.IGNORECASE)
