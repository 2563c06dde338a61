"""Decides whether the row of a trigger fits the words around it."""

from __future__ import annotations

import re
from functools import cache

from penholder.find.acts import Act, word_class
from penholder.find.around import Around
from penholder.find.draft_scene import is_of_a_paper, is_told_before
from penholder.find.no_tests import is_no_test
from penholder.find.phrases import any_of
from penholder.find.specific import is_specific
from penholder.find.subjects import Names
from penholder.find.syntax.predicates import is_passive, parts_of
from penholder.find.weapons import find_weapons
from penholder.model.actor import ActorId
from penholder.model.span import Span
from penholder.model.statement import StatementKind
from penholder.tables.load import load_toml

_COUNCIL = frozenset(map(ActorId, ("UNSC", "UN")))


def fits(act: Act, around: Around) -> bool:
    """Say whether the words around a trigger are those that its row asks for."""
    return (
        (around.parse is not None or not act.grammar)
        and all(_has(need, around) for need in act.needs)
        and (not act.of_object or _is_of_object(act, around))
        and not _is_unless(act, around)
        and not (act.kind is StatementKind.WEAPON_TEST and _is_no_test(around))
        and (not act.council or _is_council(around))
        and (not act.specific or is_specific(around))
        and not (act.active and _is_passive(around))
        and (not act.introduces or _introduces(around))
        and (not act.of_paper or is_of_a_paper(around))
    )


def _introduces(around: Around) -> bool:
    """Say whether a verb introduces what is said: a quotation, a clause, or so its words tell."""
    if around.said and around.said.contents and around.said.how != "topic":
        return True
    if not (around.parse and around.word):
        return False
    said = around.parse.children_of(around.word, "ccomp", "parataxis")
    return bool(said) or around.word.relation == "parataxis"


def may_fit(act: Act, names: Names, sentence: Span) -> bool:
    """Say whether a sentence has the words that a row asks for anywhere: a first look, before grammar."""
    return all(
        any(
            part.startswith(_SCENE) or _is_named(part.removeprefix(_BEFORE), names, sentence)
            for part in need.split("|")
        )
        for need in act.needs
    )


# Where a need asks for its words: before the trigger, and in the sentences before.
_BEFORE, _SCENE = "before:", "scene:"


def _is_named(need: str, names: Names, stretch: Span) -> bool:
    if need == "weapon":
        return next(find_weapons(names.text, stretch.start, stretch.end), None) is not None
    if need == "council":
        return any(m.actor.id in _COUNCIL for m in names.within(stretch.start, stretch.end))
    named = need == "name" and bool(names.within(stretch.start, stretch.end))
    words = "counterpart" if need == "name" else need
    return named or bool(word_class(words).search(names.text, stretch.start, stretch.end))


def _has(need: str, around: Around) -> bool:
    """Read a need: "weapon", "draft|council_paper", "before:draft", "scene:draft"; "|" joins alternatives."""
    return any(_has_one(part, around) for part in need.split("|"))


def _has_one(need: str, around: Around) -> bool:
    if need.startswith(_BEFORE):
        return _stands(need.removeprefix(_BEFORE), around, around.before)
    if need.startswith(_SCENE):
        return is_told_before(need.removeprefix(_SCENE), around)
    if _stands(need, around, around.after):
        return True
    if _is_passive(around):
        return _stands(need, around, around.before)
    taken_up = _taken_up(around)
    return taken_up is not None and _stands(need, around, taken_up)


def _is_of_object(act: Act, around: Around) -> bool:
    """Say whether what a row needs stands in the object: "had talks", not "had a plan for the talks"."""
    parse, word = around.parse, around.word
    things = parse.children_of(word, "obj") if parse and word else ()
    classes = [part for need in act.needs for part in need.split("|") if part in _classes()]
    if taken_up := _taken_up(around):
        return any(_stands(one, around, taken_up) for one in classes)
    if not parse or not things or around.trigger.tense == "noun":
        return True
    named = {part.id for thing in things for part in parts_of(parse, thing)}
    words = " ".join(token.form for token in parse.tokens if token.id in named)
    return any(word_class(one).search(words) for one in classes)


@cache
def _classes() -> frozenset[str]:
    return frozenset(load_toml("acts")["classes"])


def _taken_up(around: Around) -> Span | None:
    """Give the noun phrase that a relative clause without an object takes up: "the sanctions we imposed"."""
    parse, word = around.parse, around.word
    if not (parse and word) or word.deprel != "acl:relcl":
        return None
    if any(thing.xpos not in {"WDT", "WP"} for thing in parse.children_of(word, "obj")):
        return None
    noun = parse.head_of(word)
    start = parse.stretch_of(noun).start if noun else word.start
    return Span(start, word.start)


def _stands(need: str, around: Around, stretch: Span) -> bool:
    if stretch.start >= stretch.end:
        return False
    if need == "weapon":
        named = (weapon.span for weapon in find_weapons(around.text, stretch.start, stretch.end))
        return any(_may_be_object(around, weapon) for weapon in named)
    if need == "name":
        return bool(
            around.names.within(stretch.start, min(stretch.end, stretch.start + 40))
        ) or bool(word_class("counterpart").search(around.text, stretch.start, stretch.end))
    if need == "council":
        return any(m.actor.id in _COUNCIL for m in around.names.within(stretch.start, stretch.end))
    return bool(word_class(need).search(around.text, stretch.start, stretch.end))


def _may_be_object(around: Around, weapon: Span) -> bool:
    """Say whether a weapon can be what a verb is done to: "sent a message over its missiles" is not."""
    if not (around.parse and around.word) or around.trigger.tense == "noun":
        return True
    things = around.parse.children_of(around.word, "obj")
    if not things or any(one.xpos in {"WP", "WDT"} for one in things):
        return True  # "launched what appears to be a Scud"
    if around.trigger.span.end > things[0].end > around.word.end:
        return True  # "followed that with a missile test"
    return any(part.span.overlaps(weapon) for one in things for part in parts_of(around.parse, one))


def _is_passive(around: Around) -> bool:
    if around.parse and around.word:
        return is_passive(around.parse, around.word)
    if around.trigger.tense != "ed":
        return False
    return bool(_BE.search(around.text, around.before.start, around.before.end))


def _is_unless(act: Act, around: Around) -> bool:
    if not act.unless:
        return False
    close = around.text[around.trigger.span.end : around.after.end][:40]
    return bool(_unless(act.unless).search(close))


def _is_no_test(around: Around) -> bool:
    after = around.after
    if around.trigger.tense == "noun":  # what is said of a test is not what it is fired at
        after = Span(after.start, max(after.start, min(after.end, around.clause.end)))
    return is_no_test(around.text, around.trigger.span, after)


def _is_council(around: Around) -> bool:
    scene = around.names.within(around.scene.start, around.sentence.end)
    if not any(mention.actor.id in _COUNCIL for mention in scene):
        return False
    return not word_class("elsewhere").search(
        around.text, around.sentence.start, around.sentence.end
    )


@cache
def _unless(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(words), re.IGNORECASE)


_BE = re.compile(r"\b(?:be|been|being|is|are|was|were|get|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
