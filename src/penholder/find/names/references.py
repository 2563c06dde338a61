"""Words that name nobody themselves but take up who was named before: "its", "they", "the country"."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from penholder.find.names.antecedents import (
    last_named,
    many_before,
    owner_before,
    somebody_before,
    taken_up,
)
from penholder.find.names.lexicon import actor_of_state
from penholder.find.names.quoted import quoted_stretches
from penholder.find.phrases import any_of
from penholder.model.actor import Actor, Mention
from penholder.model.span import Span
from penholder.model.story import Story
from penholder.tables.load import load_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """A story's names in reading order, and the place that looks back at them."""

    text: str
    mentions: Sequence[Mention]
    offset: int


def find_references(story: Story, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the words of the body that take up a state, body, group or person, outside quotations.

    `mentions` holds those who are named, in reading order.
    """
    inside = quoted_stretches(story.text, story.body)
    taken = [mention.span for mention in mentions]
    known = list(mentions)  # "the country … its": what takes up somebody is taken up itself
    for match in _pattern().finditer(story.text, story.body.start, story.body.end):
        span = Span(match.start(), match.end())
        if any(one.covers(span) for one in (*inside, *taken)):
            continue
        if actor := refers_to(story.text, known, span):
            found = Mention(span=span, text=match[0], actor=actor, how="reference")
            insort(known, found, key=lambda mention: mention.span)
            yield found


def refers_to(text: str, mentions: Sequence[Mention], span: Span) -> Actor | None:
    """Give whom words mean that take up somebody named before; None where nobody fits."""
    words = " ".join(span.of(text).casefold().split())
    before = Before(text=text, mentions=mentions, offset=span.start)
    if pronoun := _PRONOUNS.get(words):
        return pronoun(before)
    if _THEIR_STATE.fullmatch(words):
        return _state_of(refers_to(text, mentions, Span(span.start, span.start + 3)))
    row = _echoes().get(words)
    if row is None and not _CAPITAL.search(span.of(text)):
        row = _echoes().get(_with_one_adjective(words))
    return _echoed(before, row) if row else None


def _with_one_adjective(words: str) -> str:
    """Give "the reclusive state" for "the reclusive nuclear-armed state"."""
    parts = words.split()
    plain = [" ".join((parts[0], part, parts[-1])) for part in parts[1:-1]]
    return next((one for one in plain if one in _echoes()), "")


def _state_of(person: Actor | None) -> Actor | None:
    """Give the state of somebody: "his country"."""
    return actor_of_state(person.state) if person and person.state else None


def _it(before: Before) -> Actor | None:
    said = _SAID.search(before.text, max(0, before.offset - 14), before.offset)
    if (_DUMMY if said else _EMPTY).match(before.text, before.offset):
        return None
    return taken_up(before.text, before.mentions, before.offset)


def _its(before: Before) -> Actor | None:
    return owner_before(before.text, before.mentions, before.offset)


def _they(before: Before) -> Actor | None:
    return many_before(before.text, before.mentions, before.offset)


def _his(before: Before) -> Actor | None:
    return somebody_before(before.text, before.mentions, before.offset, not_of="f")


def _him(before: Before) -> Actor | None:
    return somebody_before(before.text, before.mentions, before.offset, not_of="f", acted_upon=True)


def _her(before: Before) -> Actor | None:
    return somebody_before(before.text, before.mentions, before.offset, not_of="m")


def _echoed(before: Before, row: Mapping[str, Any]) -> Actor | None:
    if row.get("state"):
        among = [m for m in before.mentions if m.actor.id in row.get("ids", (m.actor.id,))]
        return last_named(before.text, among, before.offset)
    for mention in reversed(before.mentions):
        name = mention.actor.name.casefold()
        fits = mention.actor.id in row.get("ids", ()) or any(part in name for part in row["fits"])
        if mention.span.end <= before.offset and fits:
            return mention.actor
    return None


# "The Yonhap news agency" is named, so it takes up no other.
_CAPITAL = re.compile(r"\s[A-Z]")
# "It is clear that", "it landed": nothing at all, or the missile.
_EMPTY = re.compile(
    r"it\s+(?:(?:is|was|would\s+be|will\s+be|takes|took|marks|marked|comes|came)\b"
    r"(?!\s+(?:prepared|ready|willing|committed|considering|planning|working|seeking|deeply|not))"
    r"|(?:remain|seem|appear|bec[ao]me)\w*\b|(?:can|could|had|has)\s+be"
    r"|(?:flew|landed|fell|travel+ed|reached|exploded|crashed|splashed|hit|blew|rose|soared)\b)",
    re.IGNORECASE,
)
# "The military said it was ready", but not "said it was clear that", "said it was the first launch".
_SAID = re.compile(r"\b(?:said|says|say|said\s+that|adding|added|adding\s+that|added\s+that)\s+$")
_DUMMY = re.compile(
    r"it\s+(?:(?:is|was|would\s+be)\s+(?:not\s+)?(?:the|a|an|un\w+|clear|likely|possible|important|necessary|time|too|assumed|"
    r"believed|launched|fired|tested|part|only|very|hard|difficult|early|estimated|thought|one|another|its)\b"
    r"|(?:flew|landed|fell|travel+ed|reached|exploded|crashed|splashed)\b)",
    re.IGNORECASE,
)
_THEIR_STATE = re.compile(r"(?:his|her)\s+(?:country|nation|government|homeland)")
_PRONOUNS: Mapping[str, Callable[[Before], Actor | None]] = {
    "it": _it,
    "its": _its,
    "they": _they,
    "their": _they,
    "them": _they,
    "his": _his,
    "him": _him,
    "her": _her,
}


@cache
def _echoes() -> Mapping[str, Mapping[str, Any]]:
    return {words: row for row in load_toml("echoes")["echo"] for words in row["words"]}


@cache
def _pattern() -> re.Pattern[str]:
    words = any_of({*_PRONOUNS, *_echoes()})
    adjectives = any_of({one.split()[1] for one in _echoes() if len(one.split()) == 3})
    two = rf"\bthe\s+{adjectives}\s*,?\s+{adjectives}\s+(?:state|nation|country|regime)\b"
    return re.compile(rf"\b{_THEIR_STATE.pattern}\b|{two}|{words}", re.IGNORECASE)
