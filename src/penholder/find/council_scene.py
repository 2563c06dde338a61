"""Tells whether a sentence speaks of the Security Council, and of which draft."""

from __future__ import annotations

import re
from collections.abc import Sequence

from penholder.find.acts import word_class
from penholder.find.dossiers import dossiers_in
from penholder.find.found import Found
from penholder.find.other_councils import other_councils, takes_up_another
from penholder.find.taking_part import is_sponsor, voters_in
from penholder.model.actor import ActorId, ActorKind
from penholder.model.span import Span

_COUNCIL = frozenset(map(ActorId, ("UNSC", "UN", "P5", "E10", "A3")))  # its members stand for it
_CHAMBERS = frozenset(map(ActorId, ("UNSC", "UNGA")))
# Characters before a sentence in which the Council may have been named: about two sentences.
_REACH = 500
_SYMBOL = re.compile(
    r"\bS/(?:RES/)?\d{2,4}(?:/\d{1,4})?(?:\s?\((?:19|20)\d\d\))?|\bresolution\s+(?:no\.?\s*|number\s+|\()?(?P<number>\d{1,4})(?![\d/]|\s?A?\s?\([IVXL]+\))",
    re.IGNORECASE,
)
_VOTING = re.compile(r"\b(?:vot(?:e|es|ed|ing)|ballots?|abst(?:ain|ention)\w*)\b", re.IGNORECASE)
# The permanent members.
PERMANENT = frozenset(map(ActorId, ("CHN", "FRA", "GBR", "RUS", "USA")))
# "A session of the Assembly": what the Council calls for, not who votes.
_SESSION = re.compile(
    r"\b(?:(?:session|meeting)\s+of|recommend\w*(?:\s+to|\s+that)?|urg(?:ed|ing))\s+(?:the\s+)?(?:(?:U\.?N\.?|193-\w+)\s+)*$",
    re.IGNORECASE,
)
_ASSEMBLY_SESSION = re.compile(
    r"\b(?:(?:session|meeting)\s+of|recommend\w*(?:\s+to|\s+that)?|urg(?:ed|ing))\s+the\s+(?:(?:U\.?N\.?|193-\w+)\s+)*General\s+Assembly",
    re.IGNORECASE,
)
_ASSEMBLY = re.compile(r"\bGeneral\s+Assembly\b", re.IGNORECASE)
_NAMED = re.compile(r"security\s+council|UNSC|S/RES/", re.IGNORECASE)


# By its capitals: a town has a security council too.
_BY_NAME = re.compile(
    r"\bSecurity\s+Council\b|\bUNSC\b|\b(?:U\.?N\.?|United\s+Nations)\s+security\s+council\b"
)


def names_the_council(found: Found) -> bool:
    """Say whether a story names the UN or its Council at all."""
    named = any(mention.actor.id in _COUNCIL for mention in found.names.mentions)
    return named or bool(_BY_NAME.search(found.text, found.story.body.start))


def in_council_scene(found: Found, sentence: Span) -> bool:
    """Say whether the UN or its Council is named in a sentence or shortly before it."""
    if not _is_named_near(found, sentence) or _in_assembly(found, sentence):
        return False
    return _is_no_other_body(found, sentence, _without_sessions(found.text, sentence))


def is_named_last(found: Found, sentence: Span) -> bool:
    """Say whether no other chamber is named after the Council, in a sentence and those shortly before it."""
    near = Span(max(found.story.body.start, sentence.start - _REACH), sentence.end)
    last = max(_places(found, near, ()), default=near.start)
    others = (word_class("elsewhere"), word_class("other_body"))
    return not any(one.search(found.text, last, near.end) for one in others)


def in_seats_scene(found: Found, sentence: Span) -> bool:
    """Say whether seats in a sentence can be the Council's, which the General Assembly fills."""
    if not _is_named_near(found, sentence):
        return False
    return _is_no_other_body(found, sentence, _ASSEMBLY.sub(" ", sentence.of(found.text)))


def _is_named_near(found: Found, sentence: Span) -> bool:
    """Say whether the UN or its Council is named, alone or in "members of the Security Council"."""
    start = max(found.story.body.start, sentence.start - _REACH)
    near = Span(start, sentence.end)
    others = other_councils(found, near)
    if not others:
        return bool(_places(found, near, others))
    if sentence.covers(others[-1]):  # "Berlin's Security Council voted": a vote of its own
        return any(_BY_NAME.match(found.text, at) for at in _places(found, sentence, others))
    beside = found.sentence_at(sentence.start - 2).covers(others[-1])
    return bool(_places(found, Span(others[-1].end, sentence.end) if beside else near, others))


def _places(found: Found, stretch: Span, others: Sequence[Span]) -> list[int]:
    """Give where the UN or its Council is named in a stretch, and no other security council."""
    mentions = found.names.within(stretch.start, stretch.end)
    places = [mention.span.start for mention in mentions if mention.actor.id in _COUNCIL]
    places += [match.start() for match in _BY_NAME.finditer(found.text, stretch.start, stretch.end)]
    return [at for at in places if not any(one.start <= at < one.end for one in others)]


def is_of_another_council(found: Found, sentence: Span, words: Span) -> bool:
    """Say whether the council named last before the end of words is another than that of the UN."""
    lead = Span(sentence.start, words.end)
    others = other_councils(found, lead)
    return bool(others) and not _places(found, Span(others[-1].end, lead.end), others)


def _is_no_other_body(found: Found, sentence: Span, words: str) -> bool:
    if word_class("elsewhere").search(words):
        return False
    named = _NAMED.search(found.text, sentence.start, sentence.end)
    near = Span(max(found.story.body.start, sentence.start - _REACH), sentence.end)
    if not named and takes_up_another(found.text, near):
        return False
    other = word_class("other_body").search(found.text, sentence.start, sentence.end)
    return not other or bool(named)


def _without_sessions(text: str, sentence: Span) -> str:
    return _ASSEMBLY_SESSION.sub(" ", sentence.of(text))


def _in_assembly(found: Found, sentence: Span) -> bool:
    """Say whether the General Assembly was named last: votes without a name are then its own."""
    chambers = (
        mention.actor.id
        for mention in reversed(found.names.within(found.story.body.start, sentence.end))
        if mention.actor.id in _CHAMBERS
        and not _SESSION.search(found.text[: mention.span.start][-40:])
    )
    return next(chambers, None) == "UNGA"


def symbol_in(text: str, sentence: Span) -> str | None:
    """Give the symbol of the resolution or draft that a sentence names, or None."""
    match = _SYMBOL.search(text, sentence.start, sentence.end)
    if match is None:
        return None
    return f"S/RES/{match['number']}" if match["number"] else match[0]


def subjects_in(found: Found, sentence: Span) -> tuple[ActorId, ...]:
    """Give the states that a draft in a sentence is about: "sanctions on Haiti".

    The permanent members are left out: as a rule they are named as voters.
    """
    named = found.names.within(sentence.start, sentence.end)
    named = tuple(mention for mention in named if not is_sponsor(found.text, mention))
    states = [mention.actor.id for mention in named if mention.actor.kind is ActorKind.STATE]
    states += dossiers_in(found.text, sentence)
    # "Kim Jong Un's regime": a leader stands for his state.
    people = [mention.actor.state for mention in named if mention.actor.kind is ActorKind.PERSON]
    states += [state for state in people if state]
    return tuple(dict.fromkeys(state for state in states if state not in PERMANENT))


def matter_of(found: Found, sentence: Span) -> tuple[ActorId, ...]:
    """Give the states that a sentence's draft can be about: its own, then those of the draft before.

    "The resolution, drafted by Ecuador, was adopted": the sentence before says on what.
    """
    here = _without_voters(found, sentence)
    start = max(found.story.body.start, sentence.start - _REACH)
    before = [one for one in found.sentences if one.start < sentence.start]
    drafts = [one for one in reversed(before) if is_about_a_vote(found, one)]
    near = [one for one in drafts if one.start >= start]
    earlier = (state for one in (*near, *drafts[-1:]) for state in _without_voters(found, one))
    return tuple(dict.fromkeys((*here, *earlier)))


def _without_voters(found: Found, sentence: Span) -> tuple[ActorId, ...]:
    voters = voters_in(found, sentence)
    return tuple(state for state in subjects_in(found, sentence) if state not in voters)


def is_about_a_vote(found: Found, sentence: Span) -> bool:
    """Say whether a sentence speaks of a vote or of a draft."""
    return bool(
        _VOTING.search(found.text, sentence.start, sentence.end)
        or word_class("draft").search(found.text, sentence.start, sentence.end)
    )
