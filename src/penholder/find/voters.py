"""Finds the states that stand right before or after the words for a ballot or a veto."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.claim_rows import expanded
from penholder.find.found import Found
from penholder.find.subjects import CONJUNCTION, subject_of
from penholder.model.actor import ActorId, ActorKind, Mention
from penholder.model.span import Span

# What may stand between a voter and the verb: "China, which again abstained", "Russia alone voted".
_BETWEEN = re.compile(
    r"(?:,\s+(?:(?:the|both|all|two|three|four|other|its|also|a|an|new|newly|current)\s+){0,3}(?:veto-\w+\s+)?(?:non-?)?(?:permanent|elected|council|fellow)\s+[^,;.]{4,70}?(?=,))?(?:\)|\s+\([^()]{1,40}\))?,?\s*(?:(?:which|who|in|both|also|alone|again|all|then|later|instead|had|have|has|having|"
    r"were|was|did|each|either|simply|only|both\s+of\s+which|the|"
    r"among\s+(?:the\s+)?(?:\w+\s+)?(?:members|countries|nations|states)\s+(?:that|which|who))\s+){0,4}$",
    re.IGNORECASE,
)
# "All members but the United States voted for it": the one that is named did not.
_BUT = re.compile(
    r"\b(?:all|every\w*|each)\b[^,;]{0,60}\b(?:but|except(?:\s+for)?|save(?:\s+for)?|other\s+than|apart\s+from|besides)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# Words after which somebody else votes: "it said that", "countries that".
_ANOTHER = re.compile(
    r"\b(?:that|when|where|if|to|by|from|countries|nations|members|states|resolutions?|with)\b",
    re.IGNORECASE,
)
_ANY = re.compile(r"\b(?:any|one|each|either)\b", re.IGNORECASE)
_NO = re.compile(
    r"\b(?:no|without(?:\s+a)?|absence\s+of(?:\s+a)?|barring(?:\s+a)?)\s+$", re.IGNORECASE
)


def voters_before(
    found: Found, sentence: Span, trigger: Span, *, beside: bool = False
) -> tuple[Mention, ...]:
    """Give the names right before a verb, after "with" too, else its subject.

    beside: the names have to stand right before it.
    A number right before the verb votes itself: "Russia and China voted for it, nine voted against".
    """
    if _number().search(found.text, sentence.start, trigger.start):
        return ()
    before = [
        mention
        for mention in found.names.within(sentence.start, trigger.start)
        if mention.span.end <= trigger.start
        and _states(mention)
        and not _is_apposed(found.text, mention)
    ]
    if before and _BETWEEN.match(found.text[before[-1].span.end : trigger.start]):
        return _those_beside(found, sentence, before, trigger)
    subject = () if beside else subject_of(found.names, sentence, trigger)
    near = subject and _is_near(found.text[subject[-1].span.end : trigger.start])
    return subject if near else ()


def _is_apposed(text: str, mention: Mention) -> bool:
    """Say whether a group stands behind those whom it means: "China and Russia, the two permanent members"."""
    return mention.how == "group" and text[: mention.span.start].rstrip().endswith(",")


def _those_beside(
    found: Found, sentence: Span, before: list[Mention], trigger: Span
) -> tuple[Mention, ...]:
    """Give the names right before a verb, unless they only tell whose allies or which others vote."""
    chain = _chain(found.text, before)
    lead = found.text[sentence.start : chain[0].span.start]
    relative = _RELATIVE.search(found.text, chain[-1].span.end, trigger.start)
    if _BUT.search(lead) or (_OF.search(lead) and not relative):
        return ()
    return _with_those_joining(found, before, chain)


_RELATIVE = re.compile(r"\b(?:which|who)\b", re.IGNORECASE)
# "The allies of the United States abstained": others did; an envoy of a state votes for it.
_OF = re.compile(
    r"(?<!envoys\s)(?<!envoy\s)(?<!ambassador\s)(?<!ambassadors\s)(?<!delegate\s)(?<!delegates\s)(?<!delegation\s)(?<!delegations\s)"
    r"(?<!representative\s)(?<!representatives\s)(?<!which\s)(?<!abstentions\s)(?<!abstention\s)(?<!exception\s)\b(?:of|to|from|against)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "South Africa and Libya joined Russia in voting against it": all of them did.
_JOINED = re.compile(
    r"\s+(?:had\s+|then\s+)?(?:joined|joining|sided\s+with|alongside|along\s+with|together\s+with|as\s+well\s+as|like)\s+(?:the\s+)?$"
)


def _with_those_joining(
    found: Found, before: list[Mention], chain: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    earlier = [mention for mention in before if mention.span.end <= chain[0].span.start]
    if not earlier or not _JOINED.match(found.text[earlier[-1].span.end : chain[0].span.start]):
        return chain
    return (*_chain(found.text, earlier), *chain)


@cache
def _number() -> re.Pattern[str]:
    members = r"(?:\s+(?:others?|members?|countries|nations|states))?(?:\s+(?:had|have|has))?"
    return re.compile(expanded(rf"(?<![\w\-]){{NUM}}{members}\s+$"), re.IGNORECASE)


def _is_near(between: str) -> bool:
    """Say whether a subject acts by the very next verb: 45 characters hold a short aside."""
    joined = between.rstrip("“\"' ").endswith(" and")
    return len(between) <= 45 and (joined or not _ANOTHER.search(between))


def voters_after(found: Found, sentence: Span, trigger: Span) -> tuple[Mention, ...]:
    """Give the names that follow "abstentions from" or "opposed only by"."""
    after = list(found.names.within(trigger.end, sentence.end))
    if not after or after[0].span.start - trigger.end > 20:
        return ()
    # "A negative vote by any of the five", "no negative vote from": nobody cast it.
    if _ANY.search(found.text, trigger.end, after[0].span.start) or _NO.search(
        found.text, sentence.start, trigger.start
    ):
        return ()
    chain = [after[0]]
    for mention in after[1:]:
        if not CONJUNCTION.match(found.text[chain[-1].span.end : mention.span.start]):
            break
        chain.append(mention)
    return tuple(chain)


def states_of(mentions: tuple[Mention, ...]) -> tuple[ActorId, ...]:
    """Give the states that vote: of a name, an envoy or a body of a state, or all five permanent."""
    states = [state for mention in mentions for state in _states(mention)]
    return tuple(dict.fromkeys(states))


def _states(mention: Mention) -> tuple[ActorId, ...]:
    actor = mention.actor
    if actor.members:
        return actor.members
    state = actor.id if actor.kind is ActorKind.STATE else actor.state
    return (state,) if state else ()


def _chain(text: str, before: list[Mention]) -> tuple[Mention, ...]:
    """Give the last name with those that a comma or "and" joins to it."""
    chain = [before[-1]]
    for mention in reversed(before[:-1]):
        if not CONJUNCTION.match(text[mention.span.end : chain[0].span.start]):
            break
        chain.insert(0, mention)
    return tuple(chain)
