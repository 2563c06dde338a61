"""Tells who the words that name a speaker mean: a person, an office, a body or a state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from penholder.find.names.chains import find_chains, group_of
from penholder.find.names.references import refers_to
from penholder.find.phrases import any_of
from penholder.find.quotes.echoes import echoed
from penholder.find.subjects import Names
from penholder.model.actor import Actor, ActorKind, Mention
from penholder.model.span import Span
from penholder.tables.load import load_toml

# "Said in a statement" … "the statement said": who issued it was named up to so far back.
_BACK = 1500
# Characters after "a statement from" within which its issuer begins.
_AFTER = 24
# Characters back to where a list of speakers begins.
_LIST = 120
_AND = re.compile(r"\b(?:and|as\s+well\s+as)\b|&")
_ISSUED = re.compile(
    r"\b(?:in|issued|released)\s+a\s+(?:\w+\s+)?statement\b|\bstatement\s+(?P<by>from|by)\s+(?:the\s+)?"
)
_STATEMENT = re.compile(r"^(?:the|a|its|his|her)?\s*(?:\w+\s+)?statement\b", re.IGNORECASE)
# A noun right after a name: "a Trump aide", "U.S. Geological Survey".
_NOUN_AFTER = re.compile(
    r"\s+(?!(?:on|in|at|of|for|from|to|with|late|early|last|this|again|also|later|and|who|himself|herself)\b)\w"
)
# "An analyst who studies North Korea": what is told of a speaker.
_WHO = re.compile(r"\s(?:who|whose|which|that)\s(?!includ)")
_ANY_OF = re.compile(r"\s(?:of|for|at|in|from|with|to|by|on|about|near)\s", re.IGNORECASE)
_OF = re.compile(
    r"\b(?:of|for|at|in|from|with|to|by|on|about|close\s+to|near)\s+(?:the\s+)?$", re.IGNORECASE
)


def speaker_named(names: Names, source: Span) -> Actor | None:
    """Give whom the words of a source mean; None where they name nobody known."""
    inside = [
        mention
        for mention in names.within(max(0, source.start - 4), source.end)
        if mention.span.end > source.start
    ]
    if _STATEMENT.match(source.of(names.text)):
        return _issuer(names, source, inside)
    plain = [m for m in inside if not _hangs(names.text, source, m)]
    speaking = [m for m in plain if _speaks_itself(names.text, m, source)]
    people = [m for m in speaking if m.actor.kind is ActorKind.PERSON]
    if speaking:
        first = (people or speaking)[0]
        return _enclosing(names, source) or _together(names, source, first) or first.actor
    through = _through_organ(names, source, inside) or echoed(names, source)
    return through or refers_to(names.text, names.mentions, source)


def _together(names: Names, source: Span, first: Mention) -> Actor | None:
    """Give the group that speaks together: "France, Germany and the UK have told"."""
    start = max(0, first.span.start - _LIST)
    if not _AND.search(names.text, start, source.end):
        return None
    near = names.within(start, source.end)
    for chain in find_chains(names.text, near):
        last = near[-1].span.end == chain.span.end
        if last and chain.span.covers(first.span) and _AND.search(chain.span.of(names.text)):
            return group_of(chain.members)
    return None


def _enclosing(names: Names, source: Span) -> Actor | None:
    """Give the group whose members stand in brackets: "The A3+ (Algeria, Guyana) called …, stressing"."""
    if names.text[source.end : source.end + 1] != ")":
        return None
    opening = names.text.rfind("(", 0, source.start)
    before = names.within(max(0, opening - _LIST), opening)
    groups = [m for m in before if m.actor.kind is ActorKind.GROUP]
    return groups[-1].actor if groups and opening - groups[-1].span.end < _AFTER else None


def _hangs(text: str, source: Span, mention: Mention) -> bool:
    """Say whether a name only tells more of the speaker: "an aide to Trump", "a clinic in Seoul"."""
    lead = text[source.start : mention.span.start]
    if mention.actor.kind is ActorKind.PERSON:
        lead = lead.rpartition(",")[2]  # "the envoy to the United Nations, Liu Jieyi"
    if mention.actor.kind is ActorKind.PERSON and lead[:1].isupper() and not lead.startswith("A"):
        return bool(_OF.search(lead))  # "Ambassador to the United Nations Nikki Haley"
    return bool(_ANY_OF.search(lead) or _WHO.search(lead))


def _speaks_itself(text: str, mention: Mention, source: Span) -> bool:
    """Say whether a mention is the speaker: not "Trump" of "Trump's lawyer", "US" of "US experts"."""
    after = text[mention.span.end : source.end]
    owner = re.match(r"['’]s?\s+\w", after)
    if mention.actor.kind in {ActorKind.PERSON, ActorKind.OFFICE}:
        return not owner and not _modifies(after)
    if mention.how == "adjective" or owner or _modifies(after):
        return bool(_organ().match(re.sub(r"^['’]s?", "", after)))
    return True


def _modifies(after: str) -> bool:
    """Say whether a noun follows that a name only tells more of: "a Trump aide", "U.S. Survey"."""
    return bool(_NOUN_AFTER.match(after))


def _through_organ(names: Names, source: Span, inside: Sequence[Mention]) -> Actor | None:
    """Give the body that a spokesman or official speaks for: "a spokesman for the ministry"."""
    voice = _voice().search(source.of(names.text))
    if not voice:
        return None
    bodies = [
        m for m in inside if m.actor.kind in {ActorKind.BODY, ActorKind.STATE, ActorKind.OFFICE}
    ]
    between = names.text[source.start + voice.end() : bodies[0].span.start] if bodies else ""
    # "A spokesman for the family in Tehran" speaks for the family.
    return bodies[0].actor if bodies and not _FAR_PLACE.search(between) else None


_FAR_PLACE = re.compile(r"\b(?:of|for|from)\s.+\s(?:in|near|at)\s")


def _issuer(names: Names, source: Span, inside: Sequence[Mention]) -> Actor | None:
    """Give who issued the statement that speaks: "a statement from …", or the one told of before."""
    if inside:
        return inside[0].actor
    told = [*_ISSUED.finditer(names.text, max(0, source.start - _BACK), source.start)]
    if not told:
        return None
    last = told[-1]
    if last["by"]:
        following = names.within(last.end(), last.end() + _AFTER)
        return following[0].actor if following else None
    earlier = names.within(max(0, last.start() - 80), last.start())
    return next((m.actor for m in reversed(earlier) if m.how != "adjective"), None)


@cache
def _organ() -> re.Pattern[str]:
    """Give the pattern of what acts and speaks for a state: "the North Korean regime"."""
    table = load_toml("subjects")
    return re.compile(r"^\s*" + any_of((*table["organs"], *table["acting_nouns"])), re.IGNORECASE)


@cache
def _voice() -> re.Pattern[str]:
    return re.compile(any_of(load_toml("subjects")["voices"]), re.IGNORECASE)
