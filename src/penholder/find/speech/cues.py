"""Finds the words of speech in the reporter's own sentences, and tells them from look-alikes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from penholder.find.speech.forms import COLON, Form, key_of, speech_forms, speech_pattern
from penholder.find.speech.frames import Frame
from penholder.find.speech.grammar import words_of
from penholder.model.span import Span

# Words within which the colon after a speaker's name stands.
_NAME_WORDS = 6
_PLURAL = re.compile(r"[a-z]+[^su]s")
_ADJECTIVES = ("s", "al", "ic", "ous", "ive", "ing", "ed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word of speech in a frame: the words from `first` to `last`."""

    first: int
    last: int
    span: Span
    word: str
    form: Form

    @property
    def fragment(self) -> bool:
        """Say whether it carries a fragment only: 'called it an "act of war"'."""
        return self.form.takes == "fragment"

    @property
    def by(self) -> bool:
        """Say whether the speaker follows as in "according to Yonhap"."""
        return self.form.takes == "source"


def find_cues(text: str, frame: Frame) -> Iterator[Cue]:
    """Yield the words of speech of a frame, in reading order."""
    for match in speech_pattern().finditer(text, frame.span.start, frame.span.end):
        if cue := _cue(frame, match):
            yield cue
    if colon := _colon(frame):
        yield colon


def _cue(frame: Frame, match: re.Match[str]) -> Cue | None:
    first, last = frame.place_of(match.start()), frame.place_of(match.end() - 1)
    if frame.words[first].is_quote or frame.words[first].start != match.start():
        return None
    word = key_of(match[0])
    form = speech_forms()[word]
    if frame.words[last].is_quote or not _is_verb(frame, first, last, form):
        return None
    return Cue(first=first, last=last, span=Span(*match.span()), word=word, form=form)


def _colon(frame: Frame) -> Cue | None:
    """Give the colon of 'Haley: "It is late."': nothing but a name stands before it."""
    place = next((i for i, word in enumerate(frame.words[:_NAME_WORDS]) if word.text == ":"), 0)
    named = all(word.is_capital for word in frame.words[:place])
    if not place or not named or frame.at(place + 1) != "“":
        return None
    sign = frame.words[place]
    return Cue(first=place, last=place, span=Span(sign.start, sign.end), word=":", form=COLON)


def _is_verb(frame: Frame, first: int, last: int, form: Form) -> bool:
    """Say whether a form is a verb where it stands: not "the report", "United States", "added"."""
    if form.tense == "by":
        return frame.at(last + 1) != "plan"  # "went according to plan"
    capital = frame.words[first].is_capital and first > 0
    if capital and not frame.words[first - 1].is_quote:
        return False
    if form.tense == "base":
        return _is_base(frame, first)
    if not _may_follow(frame, first, form):
        return False
    return form.tense != "s" or _is_third_person(frame, first, form)


def _may_follow(frame: Frame, first: int, form: Form) -> bool:
    """Say whether the word before lets a verb follow: not "the noted", "of claims", "his reports"."""
    before = frame.at(first - 1)
    if before in words_of("before_nouns"):
        return form.tense == "ing" and form.takes != "fragment"
    if before in {"that", "one", "this", "many", "some", "others", "both"}:
        return form.tense != "s" or before == "that"
    return before not in words_of("determiners")


def _is_base(frame: Frame, first: int) -> bool:
    """Say whether a base form has a plural subject or an auxiliary: "they say", "to say"."""
    before = frame.at(_before_adverbs(frame, first))
    if before in words_of("before_past"):
        return False
    if before in words_of("auxiliaries", "before_base"):
        return True
    return before not in words_of("determiners") and bool(_PLURAL.fullmatch(before))


def _is_third_person(frame: Frame, first: int, form: Form) -> bool:
    """Say whether an -s form has a subject: a name, a pronoun, a quotation, a singular noun."""
    place = _before_adverbs(frame, first)
    before, plain = frame.words[max(place, 0)], frame.at(place)
    if first == 0 or before.is_sign or before.is_capital:
        return True
    if plain in words_of("subject_pronouns") | {"which", "that"}:
        return True
    if form.takes != "clause" or frame.at(first + 1) in words_of("after_nouns"):
        return False
    return not plain.endswith(_ADJECTIVES) and plain not in words_of("modifiers")


def _before_adverbs(frame: Frame, index: int) -> int:
    """Give the index of the last word before one that is no adverb."""
    place = index - 1
    while place > 0 and (frame.at(place) in words_of("adverbs") or frame.at(place).endswith("ly")):
        place -= 1
    return place
