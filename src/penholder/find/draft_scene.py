"""Tells whether a sentence speaks of the Security Council's draft that the sentences before it told of."""

from __future__ import annotations

from penholder.find.acts import word_class
from penholder.find.around import Around
from penholder.find.syntax.predicates import agents_of, is_passive, subject_of
from penholder.model.actor import ActorId
from penholder.model.parse import Parse, Token
from penholder.model.span import Span

_COUNCIL = frozenset(map(ActorId, ("UNSC", "UN", "P5", "E10")))
_ASSEMBLY = ActorId("UNGA")
_IT = frozenset({"it", "which", "that"})


def is_told_before(words: str, around: Around) -> bool:
    """Say whether a word of a class stands shortly before a trigger, where the Council is the chamber spoken of."""
    before = Span(around.scene.start, around.trigger.span.start)
    told = word_class(words).search(around.text, before.start, before.end)
    return bool(told) and _is_the_councils(around)


def _is_the_councils(around: Around) -> bool:
    """Say whether the Council is named near, and no other chamber after it."""
    named = around.names.within(around.scene.start, around.sentence.end)
    chambers = [m for m in named if m.actor.id in _COUNCIL or m.actor.id == _ASSEMBLY]
    last = max((m.span.end for m in chambers if m.actor.id in _COUNCIL), default=None)
    if last is None or chambers[-1].actor.id == _ASSEMBLY:
        return False
    others = (word_class("elsewhere"), word_class("other_body"))
    return not any(one.search(around.text, last, around.sentence.end) for one in others)


def is_of_a_paper(around: Around) -> bool:
    """Say whether a draft is what a verb tells of, and nobody is named who acts: "the text was adopted", "it failed"."""
    parse, word = around.parse, around.word
    if parse is None or word is None or around.trigger.tense == "noun":
        return False
    if is_passive(parse, word):
        return not _is_by_somebody(around, parse, word) and _is_paper(parse, word)
    goes_on = parse.children_of(word, "obj", "xcomp", "ccomp")
    return not goes_on and _is_paper(parse, word)


def _is_by_somebody(around: Around, parse: Parse, verb: Token) -> bool:
    """Say whether "by" names who acts, and not how many: "by 14 votes to none"."""
    stretches = [parse.stretch_of(one) for one in agents_of(parse, verb)]
    votes = word_class("votes")
    return any(not votes.search(around.text, one.start, one.end) for one in stretches)


def _is_paper(parse: Parse, verb: Token) -> bool:
    return any(
        word_class("draft_paper").fullmatch(one.form) or one.form.casefold() in _IT
        for one in subject_of(parse, verb)[:1]
    )
