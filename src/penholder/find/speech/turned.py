"""Tells whether a speaker follows its verb: '…," said Price', "…, said Price."."""

from __future__ import annotations

from penholder.find.speech.cues import Cue
from penholder.find.speech.following import phrase_after
from penholder.find.speech.frames import Frame
from penholder.find.speech.grammar import words_of
from penholder.find.speech.phrases import Phrase

# Words that a clause before "…, said Price" has at least.
_FRONTED = 4
_CLOSES = frozenset({"", ".", ",", "“", "in", "on", "at", "during", ";"})


def is_turned(frame: Frame, cue: Cue) -> bool:
    """Say whether the words after a verb of speech name its speaker."""
    if not cue.form.inverts or cue.form.tense == "ing":
        return False
    phrase = phrase_after(frame, cue.last + 1)
    if phrase is None or phrase.is_object:
        return False
    before = frame.at(cue.first - 1)
    if cue.first == 0 or before == "“" or (before == "," and frame.at(cue.first - 2) == "“"):
        return True
    fronted = before == "," and cue.first > _FRONTED and _ends_with(frame, phrase)
    return fronted and not _is_addressed(frame, cue, phrase)


def _is_addressed(frame: Frame, cue: Cue, phrase: Phrase) -> bool:
    """Say whether the words after a verb are spoken to: "China's envoy, Wang Guangya, warned the council"."""
    before = [word for word in frame.words[: cue.first] if not word.is_capital]
    verbs = words_of("finite", "auxiliaries") - {"'s", "’s"}
    acts = any(word.low in verbs or word.low.endswith("ed") for word in before)
    first = frame.words[phrase.first]
    return not acts and first.low in words_of("determiners") and not first.is_capital


def _ends_with(frame: Frame, phrase: Phrase) -> bool:
    """Say whether a clause ends with a phrase that holds no verb: not "said the draft needed work"."""
    plain = (w.low for w in frame.words[phrase.first : phrase.last + 1] if not w.is_capital)
    if any(low in words_of("finite") or low.endswith("ed") for low in plain):
        return False
    return frame.at(phrase.last + 1) in _CLOSES | words_of("weekdays")
