"""Finds what is said by a verb of speech: quotations, else a clause, else what is spoken of."""

from __future__ import annotations

from collections.abc import Sequence

from penholder.find.speech.bounds import Bounds, Content, bounds_of, content
from penholder.find.speech.clauses import clause_by, clause_of
from penholder.find.speech.frames import Frame
from penholder.find.speech.quotations import quotations_of
from penholder.find.speech.spoken import Spoken


def find_contents(frame: Frame, one: Spoken, others: Sequence[Spoken]) -> tuple[Content, ...]:
    """Give what a verb introduces in its sentence, among the other verbs of speech there."""
    bounds = bounds_of(frame, one, others)
    if quoted := quotations_of(frame, bounds):
        return quoted
    if frame.at(len(frame.words) - 1) == ":" and bounds.next == len(frame.words):
        return ()  # what is said stands in the next paragraph
    found = _unquoted(frame, one, bounds)
    return (found,) if found else ()


def _unquoted(frame: Frame, one: Spoken, bounds: Bounds) -> Content | None:
    if one.cue.by:
        return clause_by(frame, bounds)
    clause = clause_of(frame, one.cue, bounds)
    return clause or content(frame, bounds.last + 1, bounds.next - 1, "topic")
