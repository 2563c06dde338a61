"""Finds what is said: the quotations beside a word of speech, or the clause that it carries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from penholder.find.speech.cues import Cue
from penholder.find.speech.frames import Frame, ends_as_speech, words_of
from penholder.find.speech.sources import Spoken

# Words between a verb of speech and "that": "said in an interview with Yonhap on Monday that".
_TO_THAT = 14
# A name, a verb and something said of it: words that a clause before "…, Price said" has at least.
_FRONTED = 3
# Words from a speaker to the verb, an aside between them: "Price, a spokesman for …, said".
_BESIDE = 30
# Words that may stand between a verb and its quotation: "told reporters in Seoul on Monday".
_TO_QUOTE = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Words of a frame that are said, first to last."""

    first: int
    last: int
    how: str  # quotation | clause | topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Where the words of a speaker and verb lie, and how far what is said may reach."""

    first: int
    last: int
    floor: int = -1  # the word that the cue before ends with; -1: none
    ceiling: int = 10_000  # the word that the next cue begins with


def own_words(one: Spoken) -> Bounds:
    """Give the words of a cue with its speaker, where that stands beside it."""
    cue, source = one.cue, one.source
    beside = source and (source.after or 0 < cue.first - source.last < _BESIDE)
    if source is None or not beside:
        return Bounds(first=cue.first, last=cue.last)
    return Bounds(first=min(cue.first, source.first), last=max(cue.last, source.last))


def bounds_of(frame: Frame, own: Bounds, others: Sequence[Bounds]) -> Bounds:
    """Give how far what is said may reach between the words of the other cues."""
    floor = max((other.last for other in others if other.last < own.first), default=-1)
    after = (other.first for other in others if other.first > own.last)
    return replace(own, floor=floor, ceiling=min(after, default=len(frame.words)))


def find_contents(frame: Frame, cue: Cue, bounds: Bounds) -> tuple[Content, ...]:
    """Give what a cue introduces: its quotations, else the clause, else what it speaks of."""
    quoted = (*_quotation_before(frame, bounds), *_quotation_after(frame, bounds))
    if quoted:
        return quoted
    if cue.by:
        return tuple(_by(frame, bounds))
    if carried := _carried(frame, cue, bounds):
        return (carried,)
    if fronted := _fronted(frame, bounds):
        return (fronted,)
    topic = _topic(frame, bounds)
    return (topic,) if topic else ()


def _quotation_before(frame: Frame, bounds: Bounds) -> Iterator[Content]:
    """Yield the quotation before a speaker that ends as speech does: with a comma, ? or !."""
    for place in range(bounds.first - 1, bounds.floor, -1):
        word = frame.words[place]
        if word.is_quote:
            beside = place == bounds.first - 1
            if ends_as_speech(frame, place) or (beside and _is_sentence(frame, place)):
                yield Content(first=place, last=place, how="quotation")
            return


def _quotation_after(frame: Frame, bounds: Bounds) -> Iterator[Content]:
    """Yield the quotation after a verb: right after it, or after a comma or colon."""
    for place in range(
        bounds.last + 1, min(bounds.ceiling, bounds.last + 2 + _TO_QUOTE, len(frame.words))
    ):
        word = frame.words[place]
        if not word.is_quote:
            continue
        between = frame.at(place - 1)
        if (
            place == bounds.last + 1
            or between in {",", ":"}
            or _only_adjuncts(frame, bounds.last + 1, place)
        ):
            yield Content(first=place, last=place, how="quotation")
            yield from _run_on(frame, place + 1)
        return


def _run_on(frame: Frame, place: int) -> Iterator[Content]:
    """Yield quotations that follow another at once."""
    while place < len(frame.words) and frame.words[place].is_quote:
        yield Content(first=place, last=place, how="quotation")
        place += 1


def _is_sentence(frame: Frame, place: int) -> bool:
    marked = frame.words[place].marked
    return marked is not None and marked.capital and marked.words > 2


def _only_adjuncts(frame: Frame, first: int, end: int) -> bool:
    """Say whether nothing but hearers and circumstances stands here: "told reporters on Monday"."""
    low = frame.at(first)
    if low in words_of("openers") or low in words_of("subject_pronouns"):
        return False
    lead = low in words_of("hearers") | words_of("weekdays") | words_of("object_pronouns")
    return (
        (lead or low in {"in", "on", "at", "to", "of", "during", "after"})
        and end - first <= 8
        and frame.words[end].marked is not None
        and _is_sentence(frame, end)
    )


def _by(frame: Frame, bounds: Bounds) -> Iterator[Content]:
    """Yield the sentence around "according to Yonhap"."""
    end = min(bounds.ceiling, len(frame.words))
    if bounds.first - bounds.floor > _FRONTED + 1:
        yield from _content(frame, bounds.floor + 1, bounds.first - 1, "clause")
    elif bounds.last + 2 < end:
        yield from _content(frame, bounds.last + 1, end - 1, "clause")


def _carried(frame: Frame, cue: Cue, bounds: Bounds) -> Content | None:
    """Give the clause after a verb: from "that" on, or from the subject that follows at once."""
    start = _that(frame, bounds)
    if start is None and not cue.fragment:
        start = _clause_at(frame, cue, bounds)
    if start is None:
        return None
    return next(_content(frame, start, min(bounds.ceiling, len(frame.words)) - 1, "clause"), None)


def _that(frame: Frame, bounds: Bounds) -> int | None:
    """Give the word after the "that" of a verb, over its hearers and circumstances."""
    for place in range(
        bounds.last + 1, min(bounds.last + 1 + _TO_THAT, bounds.ceiling, len(frame.words) - 1)
    ):
        word = frame.at(place)
        if word == "that":
            return place + 1
        if word in {":", ";", "“"} or (word in {"and", "but"} and place == bounds.last + 1):
            return None
    return None


def _clause_at(frame: Frame, cue: Cue, bounds: Bounds) -> int | None:
    """Give where a clause without "that" begins, right after the verb, its hearers and its day."""
    place = bounds.last + 1
    if cue.form.hearer:
        place = _past_hearer(frame, place)
    place = _past_days(frame, place, bounds.ceiling)
    if place >= min(bounds.ceiling, len(frame.words)):
        return None
    if cue.form.objects and not _has_verb(frame, place, bounds.ceiling):
        return None
    return place if _begins_clause(frame, place) else None


def _has_verb(frame: Frame, place: int, ceiling: int) -> bool:
    """Say whether a verb stands among the next words: "announced the vote was over", no plain thing."""
    near = range(place + 1, min(place + 12, ceiling, len(frame.words)))
    words = [frame.at(i) for i in near if not frame.words[i].is_capital]
    return any(w in words_of("finite") or (w.endswith("ed") and len(w) > 4) for w in words)


def _past_hearer(frame: Frame, place: int) -> int:
    """Skip those spoken to: "told reporters", "told the Council", "told Yonhap's Kim"."""
    start = place
    while place < len(frame.words):
        word = frame.words[place]
        if word.is_sign or frame.at(place) in words_of("openers") | words_of("subject_pronouns"):
            break
        if (
            place > start
            and frame.at(place) in words_of("determiners")
            and frame.at(place - 1) not in words_of("prepositions")
        ):
            break
        place += 1
        if word.low in words_of("hearers") | words_of("object_pronouns"):
            break
    return place


def _past_days(frame: Frame, place: int, ceiling: int) -> int:
    """Skip the circumstances after a verb: "on Monday", "in an interview", "Tuesday night"."""
    start = place
    while place < min(ceiling, len(frame.words)):
        low = frame.at(place)
        if low in words_of("weekdays") or low in words_of("adverbs") or low.isdigit():
            place += 1
        elif low in {"on", "late", "early", "last", "this", "in"} and frame.at(
            place + 1
        ) in words_of("weekdays") | {"week", "month", "year"}:
            place += 2
        elif place > start and low in {"night", "morning", "afternoon", "evening", "week"}:
            place += 1
        else:
            break
    return place


_CLAUSE_STARTS = frozenset(
    {
        "there",
        "nobody",
        "nothing",
        "everything",
        "if",
        "when",
        "while",
        "because",
        "after",
        "in",
        "what",
        "whether",
        "why",
        "how",
        "as",
        "since",
        "although",
        "more",
        "only",
    }
)


def _begins_clause(frame: Frame, place: int) -> bool:
    """Say whether a subject begins here, with words enough after it for a verb."""
    word = frame.words[place]
    if word.is_sign or len(frame.words) - place < 3:
        return False
    low = frame.at(place)
    if low in words_of("prepositions") and low not in {
        "in",
        "after",
        "as",
        "since",
        "by",
        "under",
        "before",
    }:
        return False
    if low in {"and", "but", "or", "to"}:
        return False
    return (
        low in words_of("determiners") | words_of("subject_pronouns") | _CLAUSE_STARTS
        or word.is_capital
        or low.endswith("s")
        or not low.endswith(("ly", "ing", "ed"))
    )


def _fronted(frame: Frame, bounds: Bounds) -> Content | None:
    """Give the clause before "…, Price said" where nothing is said after it."""
    comma = bounds.first - 1
    if frame.at(comma) not in {",", "—", "–"} or comma - bounds.floor <= _FRONTED:
        return None
    if not _nothing_after(frame, bounds):
        return None
    return next(_content(frame, bounds.floor + 1, comma - 1, "clause"), None)


def _nothing_after(frame: Frame, bounds: Bounds) -> bool:
    place = _past_days(frame, bounds.last + 1, len(frame.words))
    low = frame.at(place)
    if low in {"", ".", ",", ";", "—", "–", "“", "?", "!", ")"}:
        return True
    return low in {
        "in",
        "on",
        "at",
        "to",
        "during",
        "of",
        "after",
        "through",
        "via",
        "by",
    } | words_of("hearers")


def _topic(frame: Frame, bounds: Bounds) -> Content | None:
    """Give what is spoken of: the words after the verb, up to the next cue."""
    return next(
        _content(frame, bounds.last + 1, min(bounds.ceiling, len(frame.words)) - 1, "topic"), None
    )


_EDGES = frozenset({",", ".", ";", ":", "—", "–", "-", "and", "but", "while", "as"})


def _content(frame: Frame, first: int, last: int, how: str) -> Iterator[Content]:
    """Yield the words from first to last without signs and conjunctions at the ends."""
    while first <= last and frame.at(first) in _EDGES - {"as", "while"}:
        first += 1
    while last >= first and frame.at(last) in _EDGES:
        last -= 1
    if first <= last:
        yield Content(first=first, last=last, how=how)
