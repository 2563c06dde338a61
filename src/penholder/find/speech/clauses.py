"""Finds the clause that a verb of speech carries: after "that", at once, or before "…, Price said"."""

from __future__ import annotations

from penholder.find.speech.bounds import Bounds, Content, content
from penholder.find.speech.circumstances import past_days, past_hearer
from penholder.find.speech.cues import Cue
from penholder.find.speech.frames import Frame, ends_as_speech
from penholder.find.speech.grammar import words_of

# Words between a verb of speech and "that": "said in an interview with Yonhap on Monday that".
_TO_THAT = 14
# Words that a clause before "…, Price said" has at least: a name, a verb and something of it.
_FRONTED = 3
# Words within which the verb of a clause stands: "announced the vote was over".
_TO_VERB = 12
_TIMES = frozenset(
    {"late", "early", "last", "this", "in", "on", "at", "during", "after", "through", "via", "by"}
)
_PARTICIPLE = frozenset({"for", "by", "in", "at", "on", "to"})
_ENDS = frozenset({"", ".", ",", ";", "—", "–", "“", "?", "!", ")"})
_ADJUNCTS = frozenset({"in", "on", "at", "to", "during", "of", "after", "through", "via", "by"})


def clause_of(frame: Frame, cue: Cue, bounds: Bounds) -> Content | None:
    """Give the clause that a verb carries, or None where it carries no clause."""
    start = _that(frame, cue, bounds)
    if start is None and (fronted := _fronted(frame, cue, bounds)):
        return fronted
    if start is None and not cue.fragment:
        start = _at_once(frame, cue, bounds)
    return content(frame, start, bounds.ceiling - 1, "clause") if start is not None else None


def clause_by(frame: Frame, bounds: Bounds) -> Content | None:
    """Give the sentence around "according to Yonhap"."""
    if bounds.first > _FRONTED:
        return content(frame, 0, bounds.first - 1, "clause")
    return content(frame, bounds.last + 1, bounds.ceiling - 1, "clause")


def _that(frame: Frame, cue: Cue, bounds: Bounds) -> int | None:
    """Give the word after the "that" of a verb, over its hearers and circumstances."""
    if not _may_precede_that(frame, cue, bounds.last + 1):
        return None
    for place in range(bounds.last + 1, min(bounds.last + 1 + _TO_THAT, bounds.ceiling)):
        word = frame.at(place)
        if word == "that":
            return place + 1
        if word in {":", ";", "“"}:
            return None
    return None


def _may_precede_that(frame: Frame, cue: Cue, place: int) -> bool:
    """Say whether only hearers and circumstances begin here: not the thing of "a plan that"."""
    low = frame.at(place)
    if low in {"that", ","} or low in words_of("weekdays", "adverbs"):
        return True
    if low == "to":  # "said to reporters that", not "continues to make missiles that"
        return _is_name(frame, place + 1)
    if low in _TIMES:
        return not cue.fragment
    return low.endswith("ly") or (cue.form.hearer and low not in {"and", "but"})


def _is_name(frame: Frame, place: int) -> bool:
    capital = place < len(frame.words) and frame.words[place].is_capital
    return capital or frame.at(place) in words_of("hearers", "determiners")


def _at_once(frame: Frame, cue: Cue, bounds: Bounds) -> int | None:
    """Give where a clause without "that" begins, right after the verb, its hearers and its day."""
    place = past_hearer(frame, bounds.last + 1) if cue.form.hearer else bounds.last + 1
    place = past_days(frame, place, bounds.ceiling)
    if place >= bounds.ceiling or not _begins_clause(frame, place):
        return None
    return None if cue.form.objects and not _has_verb(frame, place, bounds.ceiling) else place


def _has_verb(frame: Frame, place: int, ceiling: int) -> bool:
    """Say whether a clause stands here rather than a thing: "announced the vote was over"."""
    for index in range(place + 1, min(place + _TO_VERB, ceiling)):
        low = frame.at(index)
        if low in words_of("openers", "relatives") or frame.words[index].is_quote:
            return False
        if not frame.words[index].is_capital and _is_finite(low, frame.at(index + 1)):
            return True
    return False


def _is_finite(low: str, following: str) -> bool:
    """Say whether a word is a verb of its own: "fired", not "scheduled" of "a vote scheduled for"."""
    if low in words_of("finite"):
        return True
    return low.endswith("ed") and len(low) > 4 and following not in _PARTICIPLE


_NEVER_FIRST = frozenset({"and", "but", "or", "to", "who", "which", "whom", "whose"})


def _begins_clause(frame: Frame, place: int) -> bool:
    """Say whether a subject begins here, with words enough after it for a verb."""
    word, low = frame.words[place], frame.at(place)
    if word.is_sign or len(frame.words) - place < 3 or low in _NEVER_FIRST:
        return False
    if low in words_of("clause_starts", "determiners", "subject_pronouns"):
        return True
    if low in words_of("prepositions"):
        return False
    return word.is_capital or not low.endswith(("ly", "ing", "ed"))


def _fronted(frame: Frame, cue: Cue, bounds: Bounds) -> Content | None:
    """Give the clause before "…, Price said" where nothing is said after it."""
    comma = bounds.first - 1
    if frame.at(comma) not in {",", "—", "–"} or comma <= _FRONTED:
        return None
    if not _nothing_after(frame, cue, bounds):
        return None
    quoted = (i for i in range(comma - 1, -1, -1) if ends_as_speech(frame, i))
    return content(frame, next(quoted, -1) + 1, comma - 1, "clause")


def _nothing_after(frame: Frame, cue: Cue, bounds: Bounds) -> bool:
    place = past_days(frame, bounds.last + 1, len(frame.words))
    if cue.form.hearer and frame.at(place) not in _ENDS:
        place = past_days(frame, past_hearer(frame, place), len(frame.words))
    return frame.at(place) in _ENDS | _ADJUNCTS
