"""Who is said to have put a draft forward, and how many sponsored it."""

from __future__ import annotations

import re

from penholder.find.claim_types.resolution_words import Words, about, comparator_of
from penholder.find.council_scene import is_about_a_vote, symbol_in
from penholder.find.numbers import read_number
from penholder.find.paragraph_days import day_above, day_beside
from penholder.find.seats import names_after, names_before
from penholder.model.actor import ActorId, ActorKind
from penholder.model.claim import ResolutionAsked
from penholder.model.span import Span

# What a sponsor puts forward, close before "drafted by".
_TEXT = re.compile(r"\b(?:resolution|draft|text)\b[^.;]{0,50}$", re.IGNORECASE)
_OTHER_TEXT = re.compile(
    r"\b(?:amendments?|rival|competing|alternative|counter\w*|second|another|earlier|original|previous|first)\b",
    re.IGNORECASE,
)


_MONTH = len("2022-05")
_LAST = re.compile(r"(?:last|this|next|past|earlier|later)\b", re.IGNORECASE)


def read_sponsors(words: Words) -> ResolutionAsked | None:
    """Give who is said to have sponsored a draft, or how many."""
    if not is_about_a_vote(words.found, words.sentence):
        return None
    states = _sponsors(words)
    number = read_number(words.group("number") or "")
    if not states and number is None:
        return None
    if states and _is_miscounted(words, states):
        return None
    return ResolutionAsked(
        fact="sponsors",
        symbol=symbol_in(words.found.text, words.sentence),
        when=_day_of_draft(words),
        actors=states,
        subject=tuple(state for state in about(words) if state not in states),
        number=number,
        comparator=comparator_of(words),
        value="exact" if _is_of_the_text(words) else None,
    )


_COUNTED = re.compile(r"\bthe\s+(\w+)\s+(?:countries|states|members|nations)\b", re.IGNORECASE)


def _is_miscounted(words: Words, states: tuple[ActorId, ...]) -> bool:
    """Say whether words count others than those they name: "the six countries which drafted it"."""
    counted = _COUNTED.search(words.group("which") or "")
    number = read_number(counted[1]) if counted else None
    return number is not None and number != len(states)


def _day_of_draft(words: Words) -> str | None:
    """Give the day of a draft: a month or a year beside it may be that of what it is about."""
    said = day_beside(words.found, words.sentence, Span(*words.match.span()))
    if said and len(said) >= len("2022-05-26"):
        return said
    return day_above(words.found, words.sentence) or _year_of(words, said)


def _year_of(words: Words, said: str | None) -> str | None:
    """Give a year or month that stands inside the words, or a month by its name: "in May"."""
    inside = words.found.times_within(Span(*words.match.span()))
    beside = words.found.times_within(words.sentence)
    named = (time for time in beside if len(time.value) == _MONTH and not _LAST.match(time.text))
    return said if any(time.value == said for time in (*inside, *named)) else None


def _sponsors(words: Words) -> tuple[ActorId, ...]:
    """Give the states named after "drafted by", or before "-drafted" and "which drafted"."""
    span = Span(*words.match.span())
    named = names_after(words.found, words.sentence, span)
    if words.group("inside"):
        named = words.found.names.within(*words.match.span("inside"))
    elif words.group("which"):  # "which drafted it", "France drafted it"
        named = names_before(words.found, words.sentence, span)
    return tuple(m.actor.id for m in named if m.actor.kind is ActorKind.STATE)


def _is_of_the_text(words: Words) -> bool:
    """Say whether the text itself is spoken of: no amendment, rival draft, or mission."""
    lead = words.found.text[words.sentence.start : words.match.start()]
    own = any(map(words.group, ("inside", "which", "behind"))) or _TEXT.search(lead)
    return bool(own) and not _OTHER_TEXT.search(words.all)
