"""Cuts the noun phrase that ends, or begins, at a word of a frame."""

from __future__ import annotations

from dataclasses import dataclass

from penholder.find.speech.frames import Frame, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase: its first and last word, and the last word of its core."""

    first: int
    last: int
    head: int
    is_object: bool = False  # "him", "reporters": never a speaker after its verb


_LINKS = frozenset(
    {
        "of",
        "in",
        "for",
        "at",
        "from",
        "on",
        "with",
        "to",
        "near",
        "by",
        "about",
        "against",
        "between",
        "around",
        "inside",
        "behind",
        "within",
        "familiar",
        "close",
        "under",
        "into",
        "like",
        "who",
    }
)


def phrase_before(frame: Frame, last: int, stop: int) -> Phrase | None:
    """Give the noun phrase whose last word is at `last`; it does not reach over `stop`."""
    if last <= stop or last < 0:
        return None
    if frame.at(last) == ")":
        return phrase_before(frame, _opening(frame, last) - 1, stop)
    if frame.at(last) in words_of("subject_pronouns") | {"which", "that"}:
        return _pronoun(frame, last, stop)
    first = _core_start(frame, last, stop)
    if first is None:
        return None
    head = last
    while True:
        before = first - 1
        if before <= stop or before < 0:
            break
        word = frame.at(before)
        if (
            (
                word in words_of("relatives")
                and word in {"who", "which", "that"}
                and before - 1 > stop
            )
            or (word in _LINKS and before - 1 > stop)
            or (word == "and" and before - 1 > stop and _joins(frame, before, first))
        ):
            further = _core_start(frame, before - 1, stop)
        else:
            break
        if further is None:
            break
        head = before - 1
        first = further
    if frame.at(first) == "that" and first < last and _is_conjunction(frame, first, stop):
        first += 1
    return Phrase(first=first, last=last, head=head)


def _is_conjunction(frame: Frame, place: int, stop: int) -> bool:
    """Say whether "that" opens a clause: "reported that Price said", not "that official said"."""
    return frame.words[place + 1].is_capital or place - 1 == stop


def _joins(frame: Frame, place: int, first: int) -> bool:
    """Say whether "and" joins two names."""
    one, other = frame.words[place - 1], frame.words[first]
    plural = one.low.endswith("s") and other.low.endswith("s")
    return (one.is_capital and other.is_capital) or (plural and not one.is_capital)


def _pronoun(frame: Frame, last: int, stop: int) -> Phrase | None:
    """Give a pronoun; "who" with the phrase that it stands for."""
    alone = Phrase(first=last, last=last, head=last)
    if frame.at(last) not in {"who", "which", "that"}:
        return alone
    place = last - 1
    while place > stop and frame.at(place) in {"and", "but"}:
        place -= 1
    if frame.at(place) in {",", "—", "–", ")"}:
        from penholder.find.speech.asides import before_aside

        before = before_aside(frame, place, stop)
    else:
        before = phrase_before(frame, place, stop) if place > stop else None
    return Phrase(first=before.first, last=last, head=before.head) if before else alone


def _opening(frame: Frame, place: int) -> int:
    """Give the bracket that the one at `place` closes."""
    return next((i for i in range(place, -1, -1) if frame.at(i) == "("), place)


def _core_start(frame: Frame, last: int, stop: int) -> int | None:
    """Give where the words of one noun phrase begin that ends at `last`; None where none ends."""
    place = last
    if not _may_stand_in(frame, place):
        return None
    while place - 1 > stop and place > 0:
        here, before = frame.at(place), frame.at(place - 1)
        if before in {"’s", "'s", "’", "'"} or here in {"’s", "'s", "’", "'"}:
            place -= 1
            continue
        if here in words_of("determiners"):
            if before in {"all", "both", "many", "some", "most", "nearly", "almost"}:
                place -= 1
            break
        if not _may_stand_in(frame, place - 1):
            break
        place -= 1
    return place


def _may_stand_in(frame: Frame, place: int) -> bool:
    """Say whether a word can be part of a noun phrase."""
    word = frame.words[place]
    if word.is_sign:
        return word.text in {"’s", "'s", "’", "'", "&", "."} and place + 1 < len(frame.words)
    low = word.low
    if low in words_of("determiners"):
        return True
    closed = (
        words_of("prepositions")
        | words_of("openers")
        | words_of("relatives")
        | words_of("auxiliaries")
        | words_of("subject_pronouns")
        | words_of("object_pronouns")
    )
    if low in closed:
        return word.is_capital and place > 0 and low in {"may", "will", "us"}
    return True


def phrase_after(frame: Frame, first: int) -> Phrase | None:
    """Give the noun phrase that begins at `first`, names and titles and what hangs on them by "of"."""
    if not 0 <= first < len(frame.words) or frame.words[first].is_sign:
        return None
    low = frame.at(first)
    if low in words_of("object_pronouns") - {"us"}:
        return Phrase(first=first, last=first, head=first, is_object=True)
    if low in words_of("subject_pronouns") - {"many", "some", "others", "both", "one"}:
        return Phrase(first=first, last=first, head=first)
    if low in words_of("prepositions") | words_of("openers") | words_of("adverbs") | words_of(
        "auxiliaries"
    ) and low not in {"both", "all", "that"}:
        return None
    if low == "that" or low.endswith("ly"):
        return None
    if frame.words[first].is_capital and low in words_of("weekdays"):
        return None
    last = _core_end(frame, first)
    head = last
    while last + 1 < len(frame.words) and frame.at(last + 1) in {
        "of",
        "for",
        "at",
        "with",
        "from",
        "in",
        "and",
    } - _too_far(frame, last):
        if not _continues(frame, last + 2):
            break
        last = _core_end(frame, last + 2)
    return Phrase(first=first, last=last, head=head, is_object=low in words_of("hearers"))


def _too_far(frame: Frame, last: int) -> frozenset[str]:
    """Give the words that do not lead on: "said Price in a statement"."""
    if frame.at(last + 2) in {"a", "an", "his", "her", "response", "reference"} or frame.at(
        last + 2
    ) in words_of("weekdays"):
        return frozenset({"in", "at", "with", "from", "and"})
    return frozenset()


def _continues(frame: Frame, index: int) -> bool:
    return (
        index < len(frame.words)
        and not frame.words[index].is_sign
        and frame.at(index) not in words_of("openers")
    )


def _core_end(frame: Frame, first: int) -> int:
    """Give where the words of one noun phrase end: names run on, other words to the noun."""
    last = first
    while last + 1 < len(frame.words):
        here, following = frame.words[last], frame.words[last + 1]
        if following.text in {"’s", "'s"}:
            last += 1
            continue
        if following.is_sign:
            break
        low = following.low
        if low in words_of("weekdays") or low in words_of("adverbs"):
            break
        if low in words_of("prepositions") | words_of("openers") | words_of("relatives") | words_of(
            "auxiliaries"
        ) | words_of("subject_pronouns"):
            break
        if (
            here.is_capital
            and not following.is_capital
            and here.low not in words_of("determiners")
            and not _is_role(low)
        ):
            break
        if low in words_of("determiners") and here.low not in words_of("determiners"):
            break
        last += 1
    return last


def _is_role(word: str) -> bool:
    return word.endswith(
        (
            "man",
            "woman",
            "person",
            "er",
            "or",
            "ist",
            "ian",
            "ent",
            "ry",
            "ment",
            "als",
            "al",
            "ts",
            "rs",
        )
    )
