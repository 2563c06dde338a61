"""Folds a paragraph's quotations away: what is left is the reporter's own sentence.

`"It is late," said Price, "and we wait."` becomes the words Q said Price , Q — which is how a
reader sees who speaks, however long the quotations are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from penholder.find.sentences import split_sentences
from penholder.find.speech.forms import clause_forms
from penholder.find.speech.marks import Marked
from penholder.model.span import Span

# A word with its full stops, hyphens and apostrophes ("U.S.", "Mr.", "O'Brien"), or one sign.
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Adm|Lt|Col|Amb|Maj|Sgt|Capt|Prof|Rev|St|Jr|Sr|[A-Z])\.(?=[\s,])"
    r"|[\w$%&@#]+(?:[\-\u2010\u2011’'./&]+\w+)*|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sign of a frame; `marked` where a whole quotation is folded into it."""

    text: str
    start: int
    end: int
    marked: Marked | None = None

    @property
    def low(self) -> str:
        """Give the word in lower case."""
        return self.text.lower()

    @property
    def is_quote(self) -> bool:
        """Say whether a quotation is folded here."""
        return self.marked is not None

    @property
    def is_sign(self) -> bool:
        """Say whether this is a comma, a dash or another sign, or a quotation."""
        return self.marked is not None or not (self.text[0].isalnum() or self.text[0] in "$@#")

    @property
    def is_capital(self) -> bool:
        """Say whether the word begins with a capital letter."""
        return self.marked is None and self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence of the reporter's, its quotations folded."""

    words: tuple[Word, ...]
    starts: tuple[int, ...]

    @property
    def span(self) -> Span:
        """Give where the sentence stands, quotations and all."""
        return Span(self.words[0].start, self.words[-1].end)

    def place_of(self, offset: int) -> int:
        """Give the index of the word that begins at or before an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def at(self, index: int) -> str:
        """Give the word at an index in lower case; "" beyond the ends, "“" for a quotation."""
        if not 0 <= index < len(self.words):
            return ""
        word = self.words[index]
        return "“" if word.is_quote else word.low

    def covering(self, first: int, last: int) -> Span:
        """Give the span from one word to another, both included."""
        return Span(self.words[first].start, self.words[last].end)


def find_frames(text: str, paragraph: Span, marked: Sequence[Marked]) -> Iterator[Frame]:
    """Yield the reporter's sentences of a paragraph, in reading order."""
    ends = list(_ends(text, paragraph, marked))
    words: list[Word] = []
    for word in _words(text, paragraph, marked):
        while ends and ends[0] <= word.start:
            ends.pop(0)
            if words:
                yield _frame(words)
                words = []
        words.append(word)
    if words:
        yield _frame(words)


def _frame(words: Sequence[Word]) -> Frame:
    return Frame(words=tuple(words), starts=tuple(word.start for word in words))


def _words(text: str, paragraph: Span, marked: Sequence[Marked]) -> Iterator[Word]:
    at = paragraph.start
    for one in marked:
        yield from _plain(text, Span(at, max(at, one.outer.start)))
        yield Word(text="“”", start=one.outer.start, end=one.outer.end, marked=one)
        at = max(at, one.outer.end)
    yield from _plain(text, Span(at, max(at, paragraph.end)))


def _plain(text: str, stretch: Span) -> Iterator[Word]:
    for match in _WORD.finditer(text, stretch.start, stretch.end):
        yield from _without_possessive(match[0], match.start())


def _without_possessive(word: str, start: int) -> Iterator[Word]:
    """Yield a word, its possessive ending on its own: "Japan" and "’s"."""
    if word[-2:] in {"'s", "’s"} and len(word) > 2:
        cut = start + len(word) - 2
        yield Word(word[:-2], start, cut)
        yield Word(word[-2:], cut, start + len(word))
    else:
        yield Word(word, start, start + len(word))


def _ends(text: str, paragraph: Span, marked: Sequence[Marked]) -> Iterator[int]:
    """Yield where sentences of the reporter's end: not inside quotations."""
    for sentence in split_sentences(text, paragraph):
        holding = next((m for m in marked if m.outer.start < sentence.end <= m.outer.end), None)
        if holding is None or (
            sentence.end == holding.outer.end and not _goes_on(text, holding, paragraph.end)
        ):
            yield sentence.end


def _goes_on(text: str, one: Marked, end: int) -> bool:
    """Say whether a sentence goes on after a question or a cry, as in "Is it so?" Price asked."""
    if text[one.span.end - 1] not in "?!…,—–-":
        return False
    return bool(_short_cue().match(text, one.outer.end, end))


@cache
def _short_cue() -> re.Pattern[str]:
    """Give the pattern of a speaker and a verb of speech right after a quotation."""
    verbs = "|".join(sorted(map(re.escape, clause_forms()), key=len, reverse=True))
    return re.compile(
        rf"\s*,?\s*(?:[A-Z][\w.’'\-]*\s+|the\s+\w+\s+|a\s+\w+\s+){{0,4}}(?:{verbs})\b"
    )


def ends_as_speech(frame: Frame, place: int) -> bool:
    """Say whether a quotation ends as one before "she said": with a comma, a question, a cry."""
    marked = frame.words[place].marked
    if marked is None or (marked.ending not in ",?!—–-…" and frame.at(place + 1) != ","):
        return False
    opens = place == 0 or frame.words[place - 1].is_sign
    return marked.words > (0 if opens else 3)
