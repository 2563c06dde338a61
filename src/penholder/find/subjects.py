"""Finds who acts and who is acted upon, from the names around a verb."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from penholder.find.phrases import any_of
from penholder.model.actor import Actor, ActorKind, Mention
from penholder.model.span import Span
from penholder.tables.load import load_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The mentions of a story in reading order, for looking backward and forward from a place."""

    text: str
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, mentions: Sequence[Mention]) -> Names:
        """Order the mentions."""
        ordered = tuple(sorted(mentions, key=lambda mention: mention.span))
        return cls(
            text=text, mentions=ordered, starts=tuple(mention.span.start for mention in ordered)
        )

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """Give the mentions that begin between two offsets."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def subject_of(
    names: Names, sentence: Span, trigger: Span, objects: frozenset[int] = frozenset()
) -> tuple[Mention, ...]:
    """Give the names that a verb's subject is made of; empty where the sentence has none.

    `objects` holds the starts of names that an earlier verb of the sentence acts upon.
    """
    asides = [m.span() for m in _ASIDE.finditer(names.text, sentence.start, trigger.start)]
    before = [
        mention
        for mention in names.within(sentence.start, trigger.start)
        if mention.span.end <= trigger.start
        and not any(start <= mention.span.start < end for start, end in asides)
    ]
    for index in range(len(before) - 1, -1, -1):
        mention = before[index]
        between = names.text[mention.span.end : trigger.start]
        if mention.span.start in objects and not (
            _RELATIVE.search(between) or _begins_a_clause(names.text, mention, between)
        ):
            continue
        if _unnamed().search(between):
            return ()
        if may_act(names.text, mention, trigger.start):
            return _with_conjuncts(names.text, before, index)
    return ()


def _begins_a_clause(text: str, mention: Mention, between: str) -> bool:
    """Say whether a name stands between a word like "when" and its verb: "abstained when the U.S. vetoed"."""
    lead = text[max(0, mention.span.start - 16) : mention.span.start]
    return bool(_CLAUSE.search(lead) and _ADVERB.match(between))


_CLAUSE = re.compile(
    r"\b(?:when|while|as|after|before|because|until|although|though|whereas|once|if)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ADVERB = re.compile(r"^\s+(?:\w+ly\s+|also\s+|again\s+|then\s+|had\s+|has\s+)?$")


def agent_of(names: Names, clause: Span, trigger: Span) -> tuple[Mention, ...]:
    """Give the names after "by" that a passive verb has, if it has them."""
    return _object(names, Span(trigger.end, clause.end), r"\bby\s+(?:either\s+|both\s+|the\s+)?$")


def object_of(names: Names, clause: Span, trigger: Span) -> tuple[Mention, ...]:
    """Give the first names after a verb in its clause."""
    return _object(names, Span(trigger.end, clause.end), None)


def possessor_of(names: Names, sentence: Span, trigger: Span) -> tuple[Mention, ...]:
    """Give the name whose act a noun names: "North Korea's launch", "the North Korean test"."""
    before = [m for m in names.within(sentence.start, trigger.start) if m.span.end <= trigger.start]
    for mention in reversed(before):
        between = names.text[mention.span.end : trigger.start]
        if _POSSESSED.match(between) or (mention.how == "adjective" and _SHORT.match(between)):
            return (mention,)
    return ()


def first_person_before(
    text: str, trigger: Span, floor: int, reach: int = 60
) -> re.Match[str] | None:
    """Give the "we" (group `many`), "I" or "our" that stands last before a verb, or None.

    60 characters: "we" and its verb stand close, with an adverb or an auxiliary between.
    """
    found = list(_first_person().finditer(text, max(floor, trigger.start - reach), trigger.start))
    return found[-1] if found else None


def last_state(names: Names, before: int) -> Actor | None:
    """Give the state last spoken of before an offset, for "it" and "the country"."""
    for mention in reversed(names.mentions[: bisect_left(names.starts, before)]):
        if mention.actor.kind is ActorKind.STATE and mention.how != "adjective":
            return mention.actor
    return None


# What may stand between a possessor and the noun: "'s fourth", "'s", "’s latest and most powerful".
_POSSESSED = re.compile(r"^(?:'s|’s|'|’)\s+(?:[\w.\-]+[\s,]+){0,6}$")
# "Guterres, who also met Tillerson, condemned it": nobody inside the aside acts after it.
_ASIDE = re.compile(
    r",\s+(?:who|which|whose)\s[^,;]{3,120},|\([^()]{2,120}\)"
    r"|\s(?:--?|[–—])\s(?:who|whom|which|whose)\s[^–—;]{3,160}\s(?:--?|[–—])\s"
)
_RELATIVE = re.compile(r"\b(?:who|which|that|whose)\b", re.IGNORECASE)
_SHORT = re.compile(r"^\s+(?:[\w\-]+\s+){0,3}$")
CONJUNCTION = re.compile(r"^\s*(?:,|,?\s*(?:and|or|as\s+well\s+as))\s*(?:the\s+)?$", re.IGNORECASE)


# "The Republic of Malta".
_REALM = re.compile(
    r"\b(?:Republic|Kingdom|State|Federation|Union|Commonwealth|Sultanate)\s+of\s+(?:the\s+)?$"
)


def may_act(text: str, mention: Mention, trigger_start: int) -> bool:
    """Say whether a name can be the subject of the verb at an offset after it."""
    if _crosses_quote(text, mention.span.end, trigger_start):
        return False
    if mention.how == "adjective":
        return bool(_organ().match(text[mention.span.end : mention.span.end + 40]))
    if _is_modifier(text, mention):
        return False
    lead = text[max(0, mention.span.start - 24) : mention.span.start]
    if _preposition().search(lead) and not _REALM.search(lead):
        return False
    after = text[mention.span.end : mention.span.end + 40]
    if after.startswith(")"):  # "the UN Security Council (UNSC)": the full name acts
        return False
    return not after.startswith(("'s ", "’s ", "' ", "’ ")) or bool(_acting().match(after))


def _is_modifier(text: str, mention: Mention) -> bool:
    """Say whether a state's name only modifies a noun: "the North Korea resolution"."""
    if mention.actor.kind is not ActorKind.STATE or mention.text.startswith("the "):
        return False
    article = text[max(0, mention.span.start - 4) : mention.span.start].casefold() == "the "
    return article and not mention.text.startswith(tuple(load_toml("subjects")["with_article"]))


def _crosses_quote(text: str, start: int, end: int) -> bool:
    between = text[start:end].rstrip('“" ')  # 'Moon "committed to it"': the mark opens at the verb
    return between.count('"') % 2 == 1 or between.count("“") != between.count("”")


def _with_conjuncts(text: str, before: list[Mention], index: int) -> tuple[Mention, ...]:
    chosen = [before[index]]
    for earlier in reversed(before[:index]):
        if not _are_joined(text, earlier, chosen[0]):
            break
        chosen.insert(0, earlier)
    return tuple(chosen)


def _are_joined(text: str, earlier: Mention, later: Mention) -> bool:
    """Say whether two names are one subject: not "for Washington, Russia's ambassador"."""
    between = text[earlier.span.end : later.span.start]
    alike = (earlier.actor.kind in _PEOPLE) == (later.actor.kind in _PEOPLE)
    return bool(CONJUNCTION.match(between)) and (alike or between.strip() != ",")


_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.OFFICE})


def _object(names: Names, stretch: Span, before: str | None) -> tuple[Mention, ...]:
    inside = names.within(stretch.start, stretch.end)
    for index, mention in enumerate(inside):
        lead = names.text[stretch.start : mention.span.start]
        if before is None or re.search(before, lead, re.IGNORECASE):
            return _with_followers(names.text, inside, index)
    return ()


def _with_followers(text: str, inside: Sequence[Mention], index: int) -> tuple[Mention, ...]:
    chosen = [inside[index]]
    for later in inside[index + 1 :]:
        if not CONJUNCTION.match(text[chosen[-1].span.end : later.span.start]):
            break
        chosen.append(later)
    return tuple(chosen)


@cache
def _unnamed() -> re.Pattern[str]:
    """Give the pattern of a subject without a name right before its verb: "…, officials said"."""
    words = any_of(load_toml("subjects")["unnamed"])
    return re.compile(rf",\s+(?:[a-z\-]+\s+){{0,3}}{words}\s+$")


@cache
def _preposition() -> re.Pattern[str]:
    words = any_of(load_toml("subjects")["prepositions"])
    return re.compile(rf"{words}\s+(?:the\s+|both\s+|either\s+)?$", re.IGNORECASE)


@cache
def _acting() -> re.Pattern[str]:
    return re.compile(r"^['’]s?\s+" + any_of(load_toml("subjects")["acting_nouns"]), re.IGNORECASE)


@cache
def _organ() -> re.Pattern[str]:
    """Give the pattern of what acts for a state after its adjective: "the North Korean regime"."""
    return re.compile(r"^\s+" + any_of(load_toml("subjects")["organs"]))


@cache
def _first_person() -> re.Pattern[str]:
    table = load_toml("subjects")
    many, one = any_of(table["first_person_many"]), any_of(table["first_person_one"])
    return re.compile(rf"(?P<many>{many})|(?P<one>{one})")  # cased: "the US" is not "us"
