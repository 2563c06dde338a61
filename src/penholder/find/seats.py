"""Finds the names that stand right beside words for a seat: "Kenya, an elected member"."""

from __future__ import annotations

import re

from penholder.find.found import Found
from penholder.find.subjects import CONJUNCTION
from penholder.model.actor import ActorKind, Mention
from penholder.model.span import Span

# What may stand between a name and its seat.
_BEFORE = re.compile(
    r"(?:\)|\s+\([^()]{1,30}\))?(?:['’]s)?(?:,|\s*(?:--|–|—|-)(?=\s))?\s*(?:(?:which|who|that|is|are|be|was|were|both|all|also|currently|now|again|as|"
    r"a|an|the|its|one\s+of|among|has\s+been|have\s+been|had\s+been|being|themselves|itself|then|still|fellow|current|"
    r"two|three|four|five|ten|of|is\s+about\s+to|will),?\s+){0,5}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\s*\([^()]{2,40}\))?[\s,:;(–—-]*(?:(?:including|such\s+as|like|namely|are|were|is|the|then|-)\s+)*(?:the\s+)?$",
    re.IGNORECASE,
)


def names_before(found: Found, sentence: Span, words: Span) -> tuple[Mention, ...]:
    """Give the names right before words, joined by commas and "and"; empty where others stand between."""
    before = [
        mention
        for mention in found.names.within(sentence.start, words.start)
        if mention.span.end <= words.start and is_sitter(mention)
    ]
    if not before or not _BEFORE.match(found.text[before[-1].span.end : words.start]):
        return ()
    chain = [before[-1]]
    for mention in reversed(before[:-1]):
        if not CONJUNCTION.match(found.text[mention.span.end : chain[0].span.start]):
            break
        chain.insert(0, mention)
    return tuple(chain)


def names_after(found: Found, sentence: Span, words: Span) -> tuple[Mention, ...]:
    """Give the names right after words: "council members Japan and Kenya"."""
    after = [m for m in found.names.within(words.end, sentence.end) if is_sitter(m)]
    if not after or not _AFTER.match(found.text[words.end : after[0].span.start]):
        return ()
    chain = [after[0]]
    for mention in after[1:]:
        if not CONJUNCTION.match(found.text[chain[-1].span.end : mention.span.start]):
            break
        chain.append(mention)
    return tuple(chain)


def is_sitter(mention: Mention) -> bool:
    """Say whether a name can be one that sits on the Council: a state or a person."""
    kinds = {ActorKind.STATE, ActorKind.PERSON, ActorKind.OFFICE}
    return mention.actor.kind in kinds and mention.how != "adjective"
