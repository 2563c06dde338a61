"""Tells whether a sentence speaks of the Security Council's draft that the sentences before it told of."""

from __future__ import annotations

from penholder.find.acts import word_class
from penholder.find.around import Around
from penholder.find.council_scene import in_council_scene, is_named_last
from penholder.find.syntax.predicates import agents_of, is_passive, subject_of
from penholder.model.parse import Parse, Token
from penholder.model.span import Span

_IT = frozenset({"it", "which", "that"})


def is_told_before(words: str, around: Around) -> bool:
    """Say whether a word of a class stands shortly before a trigger, where the Council is the chamber spoken of."""
    before = Span(around.scene.start, around.trigger.span.start)
    told = word_class(words).search(around.text, before.start, before.end)
    scene = (around.found, around.sentence)
    return told is not None and in_council_scene(*scene) and is_named_last(*scene)


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
