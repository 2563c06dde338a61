"""Tells whom "he" and "she" mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from penholder.find.names.cast import Cast
from penholder.find.phrases import any_of
from penholder.model.actor import ActorKind, Mention
from penholder.model.span import Span
from penholder.tables.load import load_toml

# Characters back to the last time a person was named: about two paragraphs.
_REACH = 900


def find_pronouns(
    text: str, body: Span, mentions: Sequence[Mention], cast: Cast
) -> Iterator[Mention]:
    """Yield each "he" and "she", and "the spokesperson", with the person last named who fits.

    Pronouns inside quotation marks are left alone: they are the speaker's, not the reporter's.
    """
    people = [m for m in mentions if m.actor.kind is ActorKind.PERSON]
    inside = _quoted(text, body)
    for match in _pattern().finditer(text, body.start, body.end):
        if any(span.start <= match.start() < span.end for span in inside):
            continue
        before = [m for m in people if match.start() - _REACH < m.span.start < match.start()]
        if meant := _meant(match[0], before, cast):
            yield Mention(
                span=Span(match.start(), match.end()),
                text=match[0],
                actor=meant.actor,
                how="pronoun",
            )


def _meant(word: str, before: Sequence[Mention], cast: Cast) -> Mention | None:
    word = " ".join(word.casefold().split())
    table = load_toml("person_words")
    for mention in reversed(before):
        sex = cast.people[mention.actor.id].sex
        if word in table["pronouns"]["m" if sex == "f" else "f"] and sex:
            continue
        if word.startswith("the ") and not _has_role(word, mention):
            continue
        return mention
    return None


def _has_role(word: str, mention: Mention) -> bool:
    roles = load_toml("person_words")["generic_roles"]
    wanted = next(role for role, words in roles.items() if word in words)
    office = (mention.actor.office or "").casefold()
    synonyms = {
        "spokesperson": ("spokes", "press secretary"),
        "ambassador": ("ambassador", "envoy"),
    }
    return any(part in office for part in synonyms.get(wanted, (wanted,)))


def _quoted(text: str, body: Span) -> list[Span]:
    """Give the stretches between quotation marks, straight or curly, within a paragraph."""
    pattern = re.compile(r"“[^”\n]*(?:”|$|\n)|\"[^\"\n]*(?:\"|$|\n)", re.MULTILINE)
    return [Span(m.start(), m.end()) for m in pattern.finditer(text, body.start, body.end)]


@cache
def _pattern() -> re.Pattern[str]:
    table = load_toml("person_words")
    words = [
        w for forms in table["pronouns"].values() for w in forms if w not in {"him", "his", "her"}
    ]
    roles = [word for words in table["generic_roles"].values() for word in words]
    return re.compile(any_of([*words, *roles]), re.IGNORECASE)
