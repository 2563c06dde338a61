"""Reads who passes on what somebody else said: "Yonhap quoted Kim as saying"."""

from __future__ import annotations

from collections.abc import Sequence

from penholder.find.speech.cues import Cue
from penholder.find.speech.following import phrase_after
from penholder.find.speech.frames import Frame
from penholder.find.speech.phrases import phrase_before
from penholder.find.speech.spoken import Source, Spoken, source_of
from penholder.find.speech.verbs import before_verb, is_passive

# Words from "quoted" to "as saying": "quoted a senior official at the ministry as saying".
_TO_SAYING = 16
# Words from a passive verb to its "by".
_TO_BY = 4


def as_saying(frame: Frame, cue: Cue) -> int | None:
    """Give the place of "as" in "quoted … as saying"; None where the words do not say so."""
    if not cue.word.startswith(("quot", "cit")):
        return None
    places = range(cue.last + 1, min(cue.last + 1 + _TO_SAYING, len(frame.words) - 1))
    return next(
        (i for i in places if frame.at(i) == "as" and frame.at(i + 1).endswith("ing")), None
    )


def quoted_source(frame: Frame, cue: Cue) -> Source | None:
    """Give whom others quote: Kim of "Yonhap quoted Kim as saying", "Kim was quoted as saying"."""
    place = as_saying(frame, cue)
    if place is None:
        return None
    if is_passive(frame, cue):
        return source_of(phrase_before(frame, before_verb(frame, cue.first), -1))
    return Source(first=cue.last + 1, last=place - 1, after=True) if place > cue.last + 1 else None


def reporter_of(frame: Frame, cue: Cue, earlier: Sequence[Spoken]) -> Source | None:
    """Give who passes it on; the "saying" of "quoted Kim as saying" has the reporter of "quoted"."""
    if earlier and as_saying(frame, earlier[-1].cue) == cue.first - 1:
        return earlier[-1].reporter
    if as_saying(frame, cue) is None:
        return None
    if is_passive(frame, cue):
        return agent_of(frame, cue)
    return source_of(phrase_before(frame, before_verb(frame, cue.first), -1))


def agent_of(frame: Frame, cue: Cue) -> Source | None:
    """Give who speaks by a passive verb: the one after "by"; nobody where none is named."""
    places = range(cue.last + 1, min(cue.last + 1 + _TO_BY, len(frame.words)))
    place = next((i for i in places if frame.at(i) == "by"), None)
    return source_of(phrase_after(frame, place + 1), after=True) if place is not None else None
