"""Tells what belongs to a verb of speech: its auxiliaries and adverbs, and whether it is passive."""

from __future__ import annotations

from penholder.find.speech.cues import Cue
from penholder.find.speech.frames import Frame
from penholder.find.speech.grammar import words_of

_BEFORE_DAYS = frozenset({"on", "in", "last", "this", ",", "“"})
# Nouns that end like adverbs.
_NO_ADVERBS = frozenset({"family", "ally", "assembly", "only", "reply", "july", "italy"})


def before_verb(frame: Frame, first: int) -> int:
    """Give the last word before a verb, its auxiliaries and adverbs; -1 where none is."""
    place = first - 1
    while place >= 0 and _belongs_to_verb(frame, place):
        place -= 1
    return place


def _belongs_to_verb(frame: Frame, place: int) -> bool:
    """Say whether a word is part of the verb after it: "has", "later", "on Monday", "seemed to"."""
    word = frame.at(place)
    if frame.words[place].is_capital and place > 0:
        return word in words_of("weekdays") and frame.at(place - 1) not in _BEFORE_DAYS
    if word in words_of("auxiliaries", "adverbs"):
        return True
    if frame.at(place + 1) == "to" and word in words_of("before_to"):
        return True
    return word.endswith("ly") and len(word) > 4 and word not in _NO_ADVERBS


def has_auxiliary(frame: Frame, first: int, place: int) -> bool:
    """Say whether an auxiliary stands between a subject and its verb: "is saying"."""
    return any(frame.at(i) in words_of("auxiliaries") for i in range(place + 1, first))


def is_passive(frame: Frame, cue: Cue) -> bool:
    """Say whether others speak to the subject: "Trump was asked", "rejected by the Council"."""
    if cue.form.tense != "ed":
        return False
    place = cue.first - 1
    while place > 0 and (frame.at(place) in words_of("adverbs") or frame.at(place).endswith("ly")):
        place -= 1
    return frame.at(cue.last + 1) == "by" or frame.at(place) in words_of("before_passive")


def is_asserted(frame: Frame, cue: Cue) -> bool:
    """Say whether it was said: not "would say", "declined to say", "has not said"."""
    words = (frame.at(i) for i in range(before_verb(frame, cue.first) + 1, cue.first))
    return not any(w in words_of("unreal") or w.endswith(("n't", "n’t")) for w in words)
