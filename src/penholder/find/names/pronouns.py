"""Tells whom "he" and "she" mean."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from functools import cache

from penholder.find.names.cast import Cast
from penholder.find.names.quoted import quoted_stretches
from penholder.find.phrases import any_of
from penholder.model.actor import ActorKind, Mention
from penholder.model.span import Span
from penholder.tables.load import load_toml

# Characters back to the last time a person was named: about two paragraphs.
_REACH = 900
_STOP = re.compile(r"[.!?][\"”’]?\s+(?=[\"“A-Z])|\n")


def find_pronouns(
    text: str, body: Span, mentions: Sequence[Mention], cast: Cast
) -> Iterator[Mention]:
    """Yield each "he" and "she", and "the spokesperson", with the person last named who fits.

    Pronouns inside quotation marks are left alone: they are the speaker's, not the reporter's.
    """
    inside = quoted_stretches(text, body)
    people = [
        mention
        for mention in mentions
        if mention.actor.kind is ActorKind.PERSON and not _is_within(mention.span.start, inside)
    ]
    for match in _pattern().finditer(text, body.start, body.end):
        if _is_within(match.start(), inside):
            continue
        first = bisect_right(people, match.start() - _REACH, key=_start)
        before = people[first : bisect_left(people, match.start(), key=_start)]
        near = _by_salience(text, before, match.start())
        if meant := _meant(match[0], near, cast) or _only_one(match[0], people, cast):
            found = Mention(
                span=Span(match.start(), match.end()),
                text=match[0],
                actor=meant.actor,
                how="pronoun",
            )
            insort(people, found, key=lambda mention: mention.span)
            yield found


def _is_within(offset: int, stretches: Sequence[Span]) -> bool:
    """Say whether an offset stands in one of some stretches, which are in reading order."""
    index = bisect_right(stretches, offset, key=lambda span: span.start) - 1
    return index >= 0 and offset < stretches[index].end


def _start(mention: Mention) -> int:
    return mention.span.start


def _by_salience(text: str, before: Sequence[Mention], offset: int) -> list[Mention]:
    """Order those named before a pronoun: sentence by sentence backward, its first one first.

    The first person of a sentence is mostly its subject, and a pronoun takes up the subject.
    """
    stops = [stop.end() for stop in _STOP.finditer(text, max(0, offset - _REACH), offset)]

    def place(mention: Mention) -> tuple[int, int]:
        return -bisect_right(stops, mention.span.start), mention.span.start

    return sorted(before, key=place)


def _only_one(word: str, people: Sequence[Mention], cast: Cast) -> Mention | None:
    """Give the one whom "the President" means before the story names him: nobody else of it is one."""
    if not word.casefold().startswith("the "):
        return None
    words = " ".join(word.casefold().split())
    office = words.removeprefix("the ")
    fitting = {
        m.actor.id: m
        for m in people
        if _has_role(words, m, cast) and office in (m.actor.office or "").casefold()
    }
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _meant(word: str, before: Sequence[Mention], cast: Cast) -> Mention | None:
    word = " ".join(word.casefold().split())
    table = load_toml("person_words")
    for mention in before:
        sex = cast.people[mention.actor.id].sex
        if word in table["pronouns"]["m" if sex == "f" else "f"] and sex:
            continue
        if word.startswith("the ") and not _has_role(word, mention, cast):
            continue
        return mention
    return None


def _has_role(word: str, mention: Mention, cast: Cast) -> bool:
    roles = load_toml("person_words")["generic_roles"]
    wanted = next(role for role, words in roles.items() if word in words)
    office = (mention.actor.office or "").casefold()
    synonyms = {
        "spokesperson": ("spokes", "press secretary"),
        "ambassador": ("ambassador", "envoy"),
        "diplomat": ("ambassador", "envoy", "representative", "foreign", "secretary of state"),
    }
    known = wanted in cast.people[mention.actor.id].roles
    return known or any(part in office for part in synonyms.get(wanted, (wanted,)))


@cache
def _pattern() -> re.Pattern[str]:
    table = load_toml("person_words")
    words = [
        w for forms in table["pronouns"].values() for w in forms if w not in {"him", "his", "her"}
    ]
    roles = [word for words in table["generic_roles"].values() for word in words]
    return re.compile(any_of([*words, *roles]), re.IGNORECASE)
