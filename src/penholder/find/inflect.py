"""Gives the forms of an English verb."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a verb phrase: "called on" of "call on"."""

    words: str
    tense: str  # base | s | ed | ing


def forms_of(phrase: str, irregular: Mapping[str, Sequence[str]]) -> Iterator[Form]:
    """Yield the forms of a verb phrase; only its first word changes."""
    verb, _, rest = phrase.partition(" ")
    yield Form(phrase, "base")
    for word in irregular.get(verb, ()) or _regular(verb):
        yield Form(f"{word} {rest}".strip(), _tense(word))


def _regular(verb: str) -> tuple[str, str, str]:
    stem = verb.removesuffix("e")
    if verb.endswith("ee"):
        return f"{verb}s", f"{verb}d", f"{verb}ing"
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return f"{verb}es", f"{stem}ed", f"{stem}ing"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    return f"{verb}s", f"{stem}ed", f"{stem}ing"


def _tense(word: str) -> str:
    if word.endswith("ing"):
        return "ing"
    return "s" if word.endswith("s") else "ed"
