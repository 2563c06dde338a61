"""Finds the words of speech in the reporter's own sentences, and tells them from look-alikes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from penholder.find.inflect import forms_of
from penholder.find.phrases import any_of
from penholder.find.speech.frames import Frame, words_of
from penholder.model.span import Span
from penholder.tables.load import load_toml

# "-s" and base forms that are as often nouns: "the claims", "a report", "the United States".
_NOT_AFTER = frozenset({"of", "in", "on", "at", "for", "with", "from", "by", "’s", "'s", "’", "'"})


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a word of speech, with what its row says of it."""

    tense: str  # base | s | ed | ing | by
    takes: str  # clause | fragment | source
    inverts: bool
    hearer: bool
    objects: bool  # what follows may be a thing: "announced a visit"


_COLON = Form("ed", "clause", inverts=False, hearer=False, objects=False)
# Words within which the colon after a speaker's name stands.
_NAME_WORDS = 6


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
    for match in _pattern().finditer(text, frame.span.start, frame.span.end):
        first = frame.place_of(match.start())
        last = frame.place_of(match.end() - 1)
        if frame.words[first].is_quote or frame.words[last].is_quote:
            continue
        word = " ".join(match[0].casefold().split())
        form = _forms()[_key(word)]
        if frame.words[first].start == match.start() and _is_verb(frame, first, last, form):
            yield Cue(
                first=first, last=last, span=Span(match.start(), match.end()), word=word, form=form
            )
    if colon := _colon(frame):
        yield colon


def _colon(frame: Frame) -> Cue | None:
    """Give the colon of 'Haley: "It is late."': nothing but a name stands before it."""
    place = next((i for i, word in enumerate(frame.words[:_NAME_WORDS]) if word.text == ":"), 0)
    named = all(word.is_capital for word in frame.words[:place])
    if not place or not named or frame.at(place + 1) != "“":
        return None
    sign = frame.words[place]
    return Cue(first=place, last=place, span=Span(sign.start, sign.end), word=":", form=_COLON)


@cache
def clause_forms() -> frozenset[str]:
    """Give every form of the verbs that carry a clause: "said", "adds", "telling"."""
    return frozenset(word for word, form in _forms().items() if form.takes == "clause")


@cache
def cue_words() -> tuple[str, ...]:
    """Give every word of speech in every form."""
    return tuple(_forms())


def _is_verb(frame: Frame, first: int, last: int, form: Form) -> bool:
    """Say whether a form is a verb where it stands: not "the report", "United States", "added"."""
    if form.tense == "by":
        return (
            frame.at(first - 1) not in {"went", "go", "going", "goes"}
            or frame.at(last + 1) != "plan"
        )
    word, before = frame.words[first], frame.at(first - 1)
    if word.is_capital and first > 0 and not frame.words[first - 1].is_quote:
        return False
    if form.tense == "base":
        return _is_base(frame, first)
    if form.takes == "fragment" and form.tense == "ing" and before in _NOT_AFTER:
        return False  # "a student held for committing a crime"
    if before in words_of("determiners") | _NOT_AFTER and before not in words_of(
        "subject_pronouns"
    ):
        return form.tense == "ing" and before in _NOT_AFTER
    if before in {"this", "that", "these", "those", "one", "its", "his", "her", "their"}:
        return form.tense != "s" and before in {"that", "one", "this"}
    return form.tense != "s" or _is_third_person(frame, first, loose=form.takes == "clause")


def _is_base(frame: Frame, first: int) -> bool:
    before = frame.at(_before_adverbs(frame, first))
    if before in words_of("auxiliaries") or before in {
        "we",
        "they",
        "i",
        "you",
        "who",
        "and",
        "or",
        "n't",
        "not",
    }:
        return before not in {
            "is",
            "was",
            "were",
            "are",
            "be",
            "been",
            "'s",
            "’s",
            "has",
            "have",
            "had",
        }
    if before in words_of("determiners"):
        return before in {"some", "many", "most"}
    return bool(
        re.fullmatch(
            r"[a-z]+[^su]s|some|many|people|others|most|police|media|women|men|polls", before
        )
    )


def _is_third_person(frame: Frame, first: int, *, loose: bool) -> bool:
    """Say whether an -s form has a subject: a name, a pronoun, a quotation, a singular noun."""
    if first == 0:
        return True
    place = _before_adverbs(frame, first)
    before = frame.words[place]
    if (
        before.is_sign
        or before.is_capital
        or frame.at(place) in words_of("subject_pronouns") | {"which", "that"}
    ):
        return True
    plain = frame.at(place)
    if not loose:
        return False
    modifier = frame.at(first + 1) in {
        "of",
        "about",
        "on",
        "for",
        "from",
        "by",
        "against",
        "were",
        "are",
        "have",
    }
    return (
        not plain.endswith(("s", "al", "ic", "ous", "ive", "ing", "ed"))
        and plain not in _LEADS
        and not modifier
    )


_LEADS = frozenset(
    {
        "news",
        "media",
        "press",
        "phone",
        "false",
        "recent",
        "earlier",
        "other",
        "more",
        "new",
        "police",
        "intelligence",
        "campaign",
        "and",
        "or",
        "to",
        "such",
        "many",
        "member",
        "these",
        "swing",
        "blue",
        "red",
        "key",
        "battleground",
        "early",
    }
)


def _before_adverbs(frame: Frame, index: int) -> int:
    """Give the index of the last word before one that is no adverb."""
    place = index - 1
    while place > 0 and (frame.at(place) in words_of("adverbs") or frame.at(place).endswith("ly")):
        place -= 1
    return place


@cache
def _forms() -> Mapping[str, Form]:
    table = load_toml("speech_words")
    forms: dict[str, Form] = {}
    for row in table["verb"]:
        for verb in row["words"]:
            for form in forms_of(verb, table["irregular"]):
                forms.setdefault(_key(form.words), _form(form.tense, row))
    by = Form("by", "source", inverts=False, hearer=False, objects=False)
    return forms | {_key(words): by for words in table["by"]["words"]}


def _form(tense: str, row: Mapping[str, Any]) -> Form:
    flags = {name: row.get(name, False) for name in ("inverts", "hearer", "objects")}
    return Form(tense, row["takes"], **flags)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(any_of(_forms()), re.IGNORECASE)


def _key(words: str) -> str:
    return " ".join(re.split(r"[\s\-\u2010\u2011]+", words))
