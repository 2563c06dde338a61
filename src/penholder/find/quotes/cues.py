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
# "Said in a statement" … "the statement said": who issued it was named up to so far back.
_BACK = 1500
_FROM = re.compile(r"\s+(?:in\s+)?a\s+(?:\w+\s+)?statement\s+(?:from|by)\s+(?:the\s+)?")
_THE = re.compile(r"\bthe\s+statement\s+(?:also\s+)?$", re.IGNORECASE)
_THE_AFTER = re.compile(r"\s+the\s+statement\b")
_ISSUED = re.compile(
    r"\b(?:in|issued|released)\s+a\s+(?:\w+\s+)?statement\b|\bstatement\s+(?P<by>from|by)\s+(?:the\s+)?"
)
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
    if issuer := _issuer(names, sentence, cue):
        return issuer.actor
    before = subject_of(names, sentence, cue.span)
    outside = [m for m in before if not any(quoted.covers(m.span) for quoted in inside)]
    return outside[-1].actor if outside else None


def _issuer(names: Names, sentence: Span, cue: Cue) -> Mention | None:
    """Give who issued the statement that speaks: "said a statement from …", "the statement said"."""
    after = _FROM.match(names.text, cue.span.end, sentence.end)
    if after:
        return next(iter(names.within(after.end(), after.end() + _AFTER)), None)
    before = names.text[max(0, cue.span.start - 20) : cue.span.start]
    if not (_THE.search(before) or _THE_AFTER.match(names.text, cue.span.end)):
        return None
    told = [*_ISSUED.finditer(names.text, max(0, cue.span.start - _BACK), cue.span.start)]
    if not told:
        return None
    last = told[-1]
    if last["by"]:
        return next(iter(names.within(last.end(), last.end() + _AFTER)), None)
    earlier = names.within(max(0, last.start() - 80), last.start())
    return next((m for m in reversed(earlier) if m.how != "adjective"), None)


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
