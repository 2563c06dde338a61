"""Finds the words that name who speaks, around a word of speech.

The order of English news is firm: the speaker stands right before the verb ("Price said"), right
before an aside ("Price, a spokesman, said"), right after it where a quotation comes first ("…,"
said Price), or is the subject that the sentence began with ("He left, saying …").
"""

from __future__ import annotations

from collections.abc import Sequence

from penholder.find.speech.asides import before_aside
from penholder.find.speech.cues import Cue
from penholder.find.speech.following import phrase_after
from penholder.find.speech.frames import Frame
from penholder.find.speech.grammar import words_of
from penholder.find.speech.openings import first_subject, subject_after
from penholder.find.speech.passed_on import agent_of, as_saying, quoted_source, reporter_of
from penholder.find.speech.phrases import Phrase, phrase_before
from penholder.find.speech.spoken import Source, Spoken, last_source, source_of
from penholder.find.speech.turned import is_turned
from penholder.find.speech.verbs import before_verb, has_auxiliary, is_passive

_JOINS = frozenset({"and", "but", "or", "then"})
_RELATIVES = frozenset({"who", "which", "that"})


def find_spoken(frame: Frame, cue: Cue, earlier: Sequence[Spoken]) -> Spoken:
    """Give a word of speech with who speaks and who passes it on.

    `earlier` holds those before it in the sentence.
    """
    place = as_saying(frame, cue)
    return Spoken(
        cue=cue,
        source=quoted_source(frame, cue) or _source(frame, cue, earlier),
        reporter=reporter_of(frame, cue, earlier),
        last=-1 if place is None else place + 1,
    )


def _source(frame: Frame, cue: Cue, earlier: Sequence[Spoken]) -> Source | None:
    if cue.by or is_turned(frame, cue):
        return source_of(phrase_after(frame, cue.last + 1), after=True)
    if is_passive(frame, cue):
        return agent_of(frame, cue)
    place = before_verb(frame, cue.first)
    if place < 0:
        return source_of(subject_after(frame, cue.last)) if cue.form.tense == "ing" else None
    if cue.form.tense == "ing" and not has_auxiliary(frame, cue.first, place):
        return _of_participle(frame, cue, place, earlier)
    return _of_verb(frame, place, earlier)


def _of_verb(frame: Frame, place: int, earlier: Sequence[Spoken]) -> Source | None:
    """Give the subject of a verb; `place` is the last word before the verb."""
    stop = _stop(earlier)
    if place == stop:  # "declined to say"
        return last_source(earlier[-1:])
    if frame.at(place) in _JOINS:
        return last_source(earlier) or source_of(first_subject(frame, place - 1))
    if frame.words[place].is_sign:
        return _with_aside(frame, before_aside(frame, place, stop), place) or last_source(earlier)
    if frame.at(place) in _RELATIVES:
        return _of_relative(frame, place, stop)
    return source_of(_subject(frame, place, earlier))


def _stop(earlier: Sequence[Spoken]) -> int:
    """Give the word that a speaker does not reach over: the verb of speech before; -1: none."""
    return earlier[-1].cue.last if earlier else -1


def _with_aside(frame: Frame, phrase: Phrase | None, place: int) -> Source | None:
    """Give a speaker with what is told of them up to the sign at `place`: "Price, a spokesman"."""
    if phrase is None:
        return None
    end = phrase.last if frame.words[place].is_quote else place - 1
    return Source(first=phrase.first, last=max(phrase.last, end))


def _of_relative(frame: Frame, place: int, stop: int) -> Source:
    """Give whom "who" takes up, "who" included: "Price, a spokesman, who said"."""
    last = place - 1
    while last > stop and frame.at(last) in _JOINS:
        last -= 1
    if frame.at(last) in {",", "—", "–", ")"}:
        before = before_aside(frame, last, stop)
    else:
        before = phrase_before(frame, last, stop)
    return Source(first=before.first if before else place, last=place)


def _subject(frame: Frame, place: int, earlier: Sequence[Spoken]) -> Phrase | None:
    """Give the phrase that ends right before a verb, over a clause that tells more of it."""
    stop = _stop(earlier)
    phrase = phrase_before(frame, place, stop)
    if phrase is None or phrase.first - 1 != stop or stop < 0:
        return phrase
    before = before_verb(frame, earlier[-1].cue.first)
    if frame.at(before) not in _RELATIVES:
        return phrase
    return phrase_before(frame, before - 1, -1) or phrase  # "Those who praised him said"


def _of_participle(frame: Frame, cue: Cue, place: int, earlier: Sequence[Spoken]) -> Source | None:
    """Give who speaks by a participle: "…, saying that", "a statement saying that"."""
    subject = last_source(earlier) or source_of(first_subject(frame, place))
    if frame.words[place].is_sign or frame.at(place) in words_of(
        "prepositions", "before_participle"
    ):
        return subject or source_of(subject_after(frame, cue.last))
    phrase = phrase_before(frame, place, _stop(earlier))
    if phrase and frame.at(phrase.head) in words_of("papers"):
        return subject or source_of(phrase)
    return source_of(phrase)
