"""Tells whose test a noun names: "North Korea's fourth nuclear test", "a missile test by Iran"."""

from __future__ import annotations

import re
from dataclasses import replace

from penholder.find.acts import Act, testing_words, word_class
from penholder.find.around import Around
from penholder.find.syntax.acting import Acting
from penholder.find.syntax.nouns import owner_of
from penholder.find.syntax.predicates import predicate_above
from penholder.find.testers import seldom_testers, tester_of, testers_of
from penholder.find.unowned_tests import tester_on_day
from penholder.find.whose import NOBODY, Doers, of_state
from penholder.model.actor import Mention
from penholder.model.parse import Parse, Token

_TESTS = re.compile(r"test|launch|firing|programme?", re.IGNORECASE)


def by_noun(act: Act, around: Around, parse: Parse, word: Token, acting: Acting) -> Doers:
    """Give whose test a noun names: whose the words call it, else of whose tests the text speaks."""
    if act.unowned:
        owned = owner_of(around.names, parse, word)
        return of_state(None if owned else tester_on_day(around, parse, word))
    told_of = _of_test(around, _holding(parse, word, acting))
    return NOBODY if _is_no_test(act, around, parse, word, acting) else told_of


def _of_test(around: Around, acting: Acting) -> Doers:
    acting = replace(acting, mentions=tuple(m for m in acting.mentions if not _is_vague(m)))
    state = tester_of(around, acting.mentions)
    return _testers(around, acting), (state,) if state else ()


def _is_vague(mention: Mention) -> bool:
    """Say whether "the nation" was taken for a state whose tests are rarely told of."""
    words = mention.text.casefold()
    taken_up = mention.how in {"pronoun", "reference"} and words not in {"its", "their", "our"}
    return taken_up and mention.actor.id in seldom_testers()


def _holding(parse: Parse, noun: Token, acting: Acting) -> Acting:
    """Leave out states that only speak of a test: "Seoul met after the test of a missile".

    Those stay whose test the words call it, who hold it, and who test so often that it is theirs.
    """
    above = predicate_above(parse, noun)
    if above is not None and above.form.casefold() in testing_words():
        return acting
    own, seldom = parse.stretch_of(noun), seldom_testers()
    kept = (m for m in acting.mentions if own.covers(m.span) or m.actor.id not in seldom)
    return replace(acting, mentions=tuple(kept))


def _testers(around: Around, acting: Acting) -> tuple[Mention, ...]:
    return tuple(m for m in acting.mentions if m.actor.id in testers_of(around))


def _is_no_test(act: Act, around: Around, parse: Parse, word: Token, acting: Acting) -> bool:
    """Say whether a noun tells of no certain test: a part of another thing's name, or without its day."""
    if _is_part_of_a_thing(parse, word) or _is_said_of_a_test(parse, word):
        return True
    return act.dated and not (_testers(around, acting) and _is_dated(parse, word))


def _is_part_of_a_thing(parse: Parse, word: Token) -> bool:
    """Say whether a test names another thing: "a space launch vehicle", "a missile test site"."""
    head = parse.head_of(word)
    tests = head is not None and bool(_TESTS.search(head.form))
    return word.relation == "compound" and not tests


def _is_said_of_a_test(parse: Parse, word: Token) -> bool:
    """Say whether a test is told by its subject: "the launch was the second missile launch"."""
    return any(_TESTS.match(subject.form) for subject in parse.children_of(word, "nsubj"))


def _is_dated(parse: Parse, word: Token) -> bool:
    """Say whether a day or a month stands in the phrase of a noun: "Iran's tests in May"."""
    day = word_class("day")
    return any(day.fullmatch(token.form) for token in parse.subtree_of(word))
