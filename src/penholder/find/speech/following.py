"""Cuts the noun phrase that begins at a word of a frame: "Ned Price of the State Department"."""

from __future__ import annotations

from penholder.find.speech.frames import Frame
from penholder.find.speech.grammar import words_of
from penholder.find.speech.phrases import POSSESSIVE, Phrase


def phrase_after(frame: Frame, first: int) -> Phrase | None:
    """Give the noun phrase that begins at `first`, with what hangs on it by "of"; None: none does."""
    if not 0 <= first < len(frame.words) or frame.words[first].is_sign:
        return None
    low = frame.at(first)
    if low in words_of("object_pronouns"):
        return Phrase(first=first, last=first, head=first, is_object=True)
    if low in words_of("subject_pronouns") - words_of("counting"):
        return Phrase(first=first, last=first, head=first)
    if not _may_begin(frame, first):
        return None
    head = _core_end(frame, first)
    last = _with_followers(frame, head)
    return Phrase(first=first, last=last, head=head, is_object=low in words_of("hearers"))


def _may_begin(frame: Frame, first: int) -> bool:
    low = frame.at(first)
    if low == "that" or low.endswith("ly") or low in words_of("weekdays"):
        return False
    return low in {"both", "all"} or low not in words_of(
        "prepositions", "openers", "adverbs", "auxiliaries"
    )


def _with_followers(frame: Frame, last: int) -> int:
    while frame.at(last + 1) in words_of("followers") and _continues(frame, last):
        last = _core_end(frame, last + 2)
    return last


def _continues(frame: Frame, last: int) -> bool:
    """Say whether the words after "of" or "in" belong to a name: not "said Price in a statement"."""
    place, link = last + 2, frame.at(last + 1)
    if (
        place >= len(frame.words)
        or frame.words[place].is_sign
        or frame.at(place) in words_of("openers")
    ):
        return False
    away = frame.at(place) in words_of("occasions", "weekdays")
    return not away or link in {"of", "for"}


def _core_end(frame: Frame, first: int) -> int:
    """Give where the words of one noun phrase end: names run on, other words to the noun."""
    last = first
    while last + 1 < len(frame.words) and _runs_on(frame, last):
        last += 1
    return last


def _runs_on(frame: Frame, last: int) -> bool:
    """Say whether the word after `last` belongs to the same noun phrase."""
    here, following = frame.words[last], frame.words[last + 1]
    if following.low in POSSESSIVE - {"'", "’"}:
        return True
    if following.is_sign or following.low in words_of(*_ENDS):
        return False
    determined = here.low in words_of("determiners")
    if following.low in words_of("determiners"):
        return determined
    named = here.is_capital and not following.is_capital and not determined
    return not named or following.low.endswith(_ROLES) or following.low in words_of("title_words")


_ENDS = (
    "weekdays", "adverbs", "prepositions", "openers", "relatives", "auxiliaries", "subject_pronouns",
)  # fmt: skip
# Endings of nouns that follow a name: "Trump spokesman", "Pentagon officials".
_ROLES = (
    "man", "woman", "person", "er", "or", "ist", "ian", "ent", "ry", "ment", "als", "al", "ts", "rs",
)  # fmt: skip
