"""Finds the words that name who speaks, around a word of speech.

The order of English news is firm: the speaker stands right before the verb ("Price said"), right
before an aside ("Price, a spokesman, said"), right after it where a quotation comes first ("…,"
said Price), or is the subject that the sentence began with ("He left, saying …").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from penholder.find.speech.asides import before_aside
from penholder.find.speech.cues import Cue
from penholder.find.speech.frames import Frame, words_of
from penholder.find.speech.openings import first_subject, subject_after
from penholder.find.speech.phrases import Phrase, phrase_after, phrase_before
from penholder.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The words of a frame that name a speaker, first to last."""

    first: int
    last: int
    after: bool = False  # stands after its verb
    borrowed: bool = False  # names the speaker of another verb: "…, adding that"

    def span(self, frame: Frame) -> Span:
        """Give where the words stand in the text."""
        return frame.covering(self.first, self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A word of speech with its speaker, as far as the sentence names one."""

    cue: Cue
    source: Source | None


def find_source(frame: Frame, cue: Cue, earlier: Sequence[Spoken]) -> Source | None:
    """Give who speaks by a cue; `earlier` holds those before it in the sentence."""
    if quoted := _quoted_as_saying(frame, cue):
        return quoted
    if cue.by or _is_turned(frame, cue):
        return _source(phrase_after(frame, cue.last + 1), after=True)
    if _is_passive(frame, cue):
        return _agent(frame, cue)
    place = before_verb(frame, cue.first)
    if place < 0:
        return _source(subject_after(frame, cue.last)) if cue.form.tense == "ing" else None
    stop = earlier[-1].cue.last if earlier else -1
    if place == stop:  # "declined to say"
        return _last(earlier[-1:])
    if cue.form.tense == "ing" and not _has_auxiliary(frame, cue.first, place):
        return _of_participle(frame, cue, place, earlier)
    if frame.at(place) in {"and", "but", "or", "then"}:
        return _last(earlier) or _source(first_subject(frame, place - 1))
    if frame.words[place].is_sign:
        return _with_aside(frame, before_aside(frame, place, stop), place) or _last(earlier)
    return _source(_subject(frame, place, earlier))


def _source(phrase: Phrase | None, *, after: bool = False) -> Source | None:
    return Source(first=phrase.first, last=phrase.last, after=after) if phrase else None


def _with_aside(frame: Frame, phrase: Phrase | None, place: int) -> Source | None:
    """Give a speaker with what is told of them up to the sign at `place`: "Price, a spokesman"."""
    if phrase is None:
        return None
    end = place - 1 if frame.at(place) in {",", ")", "—", "–", "-"} else phrase.last
    return Source(first=phrase.first, last=max(phrase.last, end))


def _last(earlier: Sequence[Spoken]) -> Source | None:
    """Give the speaker of the verb before, for "…, adding that"."""
    last = next((one.source for one in reversed(earlier) if one.source), None)
    return replace(last, after=False, borrowed=True) if last else None


def _subject(frame: Frame, place: int, earlier: Sequence[Spoken]) -> Phrase | None:
    """Give the phrase that ends right before a verb, over a clause that tells more of it."""
    stop = earlier[-1].cue.last if earlier else -1
    phrase = phrase_before(frame, place, stop)
    if phrase is None or phrase.first - 1 != stop or stop < 0:
        return phrase
    before = before_verb(frame, earlier[-1].cue.first)
    if frame.at(before) not in {"who", "that", "which"}:
        return phrase
    return phrase_before(frame, before - 1, -1) or phrase  # "Those who praised him said"


def _is_turned(frame: Frame, cue: Cue) -> bool:
    """Say whether the speaker follows its verb: '…," said Price', '…, said Price.'."""
    if not cue.form.inverts or cue.form.tense not in {"ed", "s", "base"}:
        return False
    before = frame.at(cue.first - 1)
    phrase = phrase_after(frame, cue.last + 1)
    if phrase is None or phrase.is_object:
        return False
    if before == "“" or (before == "," and frame.at(cue.first - 2) == "“") or cue.first == 0:
        return True
    names = _names_only(frame, phrase)
    return before == "," and cue.first > 4 and names and _closes(frame, phrase.last + 1)


def _names_only(frame: Frame, phrase: Phrase) -> bool:
    """Say whether no verb stands in a phrase: "said the draft needed work" has one."""
    plain = (w.low for w in frame.words[phrase.first : phrase.last + 1] if not w.is_capital)
    return not any(low in words_of("finite") or low.endswith("ed") for low in plain)


def _closes(frame: Frame, index: int) -> bool:
    """Say whether a sentence ends here, or goes on with an aside or a day only."""
    return frame.at(index) in {"", ".", ",", "“", "in", "on", "at", "during", ";"} | words_of(
        "weekdays"
    )


def _is_passive(frame: Frame, cue: Cue) -> bool:
    """Say whether others speak to the subject: "Trump was asked", "rejected by the Council"."""
    if cue.form.tense != "ed":
        return False
    if frame.at(cue.last + 1) == "by":
        return True
    place = cue.first - 1
    while place > 0 and (frame.at(place) in words_of("adverbs") or frame.at(place).endswith("ly")):
        place -= 1
    return frame.at(place) in {
        "was",
        "were",
        "been",
        "being",
        "is",
        "are",
        "be",
        "when",
        "if",
        "as",
    }


def _agent(frame: Frame, cue: Cue) -> Source | None:
    """Give who speaks by a passive verb: the one after "by"; nobody where none is named."""
    for index in range(cue.last + 1, min(cue.last + 5, len(frame.words))):
        if frame.at(index) == "by":
            return _source(phrase_after(frame, index + 1), after=True)
    return None


def _quoted_as_saying(frame: Frame, cue: Cue) -> Source | None:
    """Give whom others quote: "Yonhap quoted Kim as saying", "Kim was quoted by Yonhap as saying"."""
    place = as_saying(frame, cue)
    if place is None:
        return None
    if _is_passive(frame, cue):
        return _source(phrase_before(frame, before_verb(frame, cue.first), -1))
    return Source(first=cue.last + 1, last=place - 1, after=True) if place > cue.last + 1 else None


def as_saying(frame: Frame, cue: Cue) -> int | None:
    """Give the place of "as" in "quoted … as saying"; None where the words do not say so."""
    if not cue.word.startswith(("quot", "cit")):
        return None
    places = range(cue.last + 1, min(cue.last + 1 + _TO_SAYING, len(frame.words) - 1))
    return next(
        (i for i in places if frame.at(i) == "as" and frame.at(i + 1).endswith("ing")), None
    )


def reporter_of(frame: Frame, cue: Cue, earlier: Sequence[Spoken]) -> Source | None:
    """Give who passes on what somebody else said: Yonhap of "Yonhap quoted Kim as saying"."""
    if earlier and as_saying(frame, earlier[-1].cue) == cue.first - 1:
        cue = earlier[-1].cue
    elif as_saying(frame, cue) is None:
        return None
    if _is_passive(frame, cue):
        return _agent(frame, cue) if frame.at(cue.last + 1) == "by" else None
    before = before_verb(frame, cue.first)
    return _source(phrase_before(frame, before, -1)) if before >= 0 else None


def is_asserted(frame: Frame, cue: Cue) -> bool:
    """Say whether it was said: not "would say", "declined to say", "has not said"."""
    words = (frame.at(i) for i in range(before_verb(frame, cue.first) + 1, cue.first))
    return not any(w in words_of("unreal") or w.endswith(("n't", "n’t")) for w in words)


def before_verb(frame: Frame, first: int) -> int:
    """Give the last word before a verb, its auxiliaries and adverbs; -1 where none is."""
    place = first - 1
    while place >= 0 and _belongs_to_verb(frame, place):
        place -= 1
    return place


def _belongs_to_verb(frame: Frame, place: int) -> bool:
    """Say whether a word is an adverb or auxiliary of the verb after it: "has", "later", "seemed to"."""
    word = frame.at(place)
    if frame.words[place].is_capital and place > 0:
        return word in words_of("weekdays") and frame.at(place - 1) not in {
            "on",
            "in",
            "last",
            "this",
            ",",
            "“",
        }
    if word in words_of("auxiliaries") or word in words_of("adverbs"):
        return True
    if frame.at(place + 1) == "to" and word in words_of("before_to"):
        return True
    return word.endswith("ly") and len(word) > 4 and word not in {"family", "ally", "assembly"}


def _has_auxiliary(frame: Frame, first: int, place: int) -> bool:
    return any(frame.at(i) in words_of("auxiliaries") for i in range(place + 1, first))


# Words from "quoted" to "as saying": "quoted a senior official at the ministry as saying".
_TO_SAYING = 16
_BEFORE_PARTICIPLE = frozenset({"and", "but", "or", "while", "when", "as"})


def _of_participle(frame: Frame, cue: Cue, place: int, earlier: Sequence[Spoken]) -> Source | None:
    """Give who speaks by a participle: "…, saying that", "a statement saying that"."""
    hangs = (
        frame.words[place].is_sign
        or frame.at(place) in words_of("prepositions") | _BEFORE_PARTICIPLE
    )
    if hangs:
        return (
            _last(earlier)
            or _source(first_subject(frame, place))
            or _source(subject_after(frame, cue.last))
        )
    phrase = phrase_before(frame, place, earlier[-1].cue.last if earlier else -1)
    if phrase and frame.at(phrase.head) in words_of("papers"):
        return _last(earlier) or _source(first_subject(frame, phrase.first - 1)) or _source(phrase)
    return _source(phrase)
