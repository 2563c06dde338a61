"""Decides whether the row of a trigger fits the words around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from penholder.find.acts import Act, Trigger, word_class
from penholder.find.day_behind import befell, has_day_behind
from penholder.find.no_tests import is_no_test
from penholder.find.numbers import ordinal_pattern
from penholder.find.phrases import any_of
from penholder.find.speech import Attribution
from penholder.find.subjects import Names
from penholder.find.syntax.predicates import is_passive, parts_of
from penholder.find.weapons import find_weapons
from penholder.model.actor import ActorId
from penholder.model.parse import Parse, Token
from penholder.model.span import Span
from penholder.model.statement import StatementKind
from penholder.tables.load import load_toml

# Characters of a clause after the trigger in which a needed word must stand: far enough for
# "launched what seems to be a Scud", short of the next thought.
_REACH = 110
# No word before a verb is longer, with the marks between them.
_LONGEST_WORD = 60
_COUNCIL = frozenset(map(ActorId, ("UNSC", "UN")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """A trigger with its clause, its sentence, and the stretch that sets its scene."""

    names: Names
    trigger: Trigger
    clause: Span
    sentence: Span
    scene: Span  # this sentence and those shortly before it
    parse: Parse | None = None  # None: no parser is installed
    word: Token | None = None  # the trigger's word that the others of it hang from
    said: Attribution | None = None  # what the trigger, a verb of speech, introduces

    @property
    def text(self) -> str:
        """Give the text that all spans index."""
        return self.names.text

    @property
    def before(self) -> Span:
        """Give the sentence up to the trigger."""
        return Span(self.sentence.start, self.trigger.span.start)

    @property
    def after(self) -> Span:
        """Give the clause from the trigger on, as far as a needed word may stand.

        Quoted words that end the clause belong to it: 'called it an "outrageous act"'.
        """
        end = self.trigger.span.end
        quoted = _QUOTED.match(self.text, self.clause.end, self.sentence.end)
        stop = quoted.end() if quoted else self.clause.end
        if self.trigger.tense == "noun" and self.word and self.word.relation == "nsubj":
            stop = self.sentence.end  # what is said of it: "the veto was the first on the draft"
        return Span(end, max(end, min(stop, end + _REACH)))


def fits(act: Act, around: Around) -> bool:
    """Say whether the words around a trigger are those that its row asks for."""
    return (
        (around.parse is not None or not act.grammar)
        and all(_has(need, around) for need in act.needs)
        and (not act.of_object or _is_of_object(act, around))
        and not _is_unless(act, around)
        and not (act.kind is StatementKind.WEAPON_TEST and _is_no_test(around))
        and (not act.council or _is_council(around))
        and (not act.specific or _is_specific(around))
        and not (act.active and _is_passive(around))
        and (not act.introduces or _introduces(around))
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
        any(_is_named(part.removeprefix("before:"), names, sentence) for part in need.split("|"))
        for need in act.needs
    )


def _is_named(need: str, names: Names, stretch: Span) -> bool:
    if need == "weapon":
        return next(find_weapons(names.text, stretch.start, stretch.end), None) is not None
    if need == "council":
        return any(m.actor.id in _COUNCIL for m in names.within(stretch.start, stretch.end))
    named = need == "name" and bool(names.within(stretch.start, stretch.end))
    words = "counterpart" if need == "name" else need
    return named or bool(word_class(words).search(names.text, stretch.start, stretch.end))


def is_verb(around: Around) -> bool:
    """Say whether the trigger's word stands as a verb and not as a noun or an adjective."""
    text, trigger = around.text, around.trigger
    if around.word:
        return trigger.tense == "noun" or _stands_as_verb(around.word)
    start = max(around.sentence.start, trigger.span.start - _LONGEST_WORD)
    lead = text[start : trigger.span.start].rstrip("\"“”'‘ \t\r\n")
    last = re.search(r"([\w'’.\-]+)$", lead)
    word = last[1].casefold() if last else ""
    return _VERB_AFTER[trigger.tense](word, around)


def _stands_as_verb(word: Token) -> bool:
    return word.upos in {"VERB", "AUX"} and word.deprel not in {"amod", "compound", "aux"}


def _has(need: str, around: Around) -> bool:
    """Read a need: "weapon", "draft|council_paper", "before:draft"; "|" joins alternatives."""
    return any(_has_one(part, around) for part in need.split("|"))


def _has_one(need: str, around: Around) -> bool:
    if need.startswith("before:"):
        return _stands(need.removeprefix("before:"), around, around.before)
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


def _is_specific(around: Around) -> bool:
    """Say whether a noun names one certain test: by a day, an ordinal, "its" or "latest", or by whose it is."""
    trigger = around.trigger.span
    start = max(around.sentence.start, trigger.start - 60)
    many = around.text[trigger.start : trigger.end + 1].endswith("s")
    lead = around.text[start : trigger.start]
    if many and not _ROUND.match(around.text, trigger.start):  # "Saturday's launches": of one day
        return bool(_of_day().search(lead)) or has_day_behind(around.text, trigger.end)
    told = _specific().search(lead) or has_day_behind(around.text, trigger.end)
    return bool(told) or _is_of_a_tester(around, start) or _befell(around)


def _befell(around: Around) -> bool:
    """Say whether a test is told to have taken place, or how it ended: "a missile test failed"."""
    parse, word = around.parse, around.word
    head = parse.head_of(word) if parse and word and word.relation == "nsubj" else None
    return head is not None and befell(head.form)


def _is_of_a_tester(around: Around, start: int) -> bool:
    """Say whether the words around a test tell whose it is: "North Korea's nuclear test", "a nuclear test by Iran"."""
    text, trigger = around.text, around.trigger.span
    before = around.names.within(start, trigger.start)
    if any(_OWNING.fullmatch(text, m.span.end, trigger.start) for m in before):
        return True
    by = _certain_after().match(text, trigger.end)
    return by is not None and bool(around.names.within(by.end(), by.end() + _NEAR))


# "Round of missile launches": many, but one event.
_ROUND = re.compile(r"round\s", re.IGNORECASE)
# "North Korea's latest nuclear test": at most three words between.
_OWNING = re.compile(r"['’]s?\s+(?:[\w\-.]+\s+){0,3}")
# Characters after "by" within which a name begins: "the isolated North".
_NEAR = 20


@cache
def _certain_after() -> re.Pattern[str]:
    words = any_of(load_toml("acts")["classes"]["certain_after"])
    return re.compile(rf"\s+{words}\s+", re.IGNORECASE)


@cache
def _of_day() -> re.Pattern[str]:
    days = any_of(load_toml("acts")["classes"]["day"])
    return re.compile(rf"{days}['’]s\s+(?:[\w\-]+\s+){{0,3}}$")


@cache
def _specific() -> re.Pattern[str]:
    classes = load_toml("acts")["classes"]
    words, days = any_of(classes["certain"]), any_of(classes["day"])
    return re.compile(
        rf"(?:\b{ordinal_pattern()}\b|{words})(?:\s+[\w\-.’']+){{0,4}}\s+$"
        rf"|\b(?:[a-z]{{3,9}}\.?\s+\d{{1,2}}|\d{{1,2}}(?::\d\d)?\s+[ap]\.?m\.?)\s+$"  # "Sept. 3 nuclear test"
        rf"|{days}(?:['’]s)?\s+(?:[\w\-]+\s+)?$",  # "January nuclear test"
        re.IGNORECASE,
    )


@cache
def _unless(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(words), re.IGNORECASE)


_QUOTED = re.compile(r"\s*[“\"][^”\"\n]{2,60}[”\"]")
_BE = re.compile(r"\b(?:be|been|being|is|are|was|were|get|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in load_toml("clauses")[name])


def _base(word: str, around: Around) -> bool:
    return word in _words("before_base") or word.endswith("ly") or _follows_name(around)


def _present(word: str, around: Around) -> bool:
    return word in _words("before_s") or word.endswith("ly") or _follows_name(around)


def _past(word: str, around: Around) -> bool:
    # "the proposed resolution", "a planned vote": an adjective; "U.S.-drafted": part of one
    joined = around.text[: around.trigger.span.start].endswith(("-", "‑"))
    return word not in _words("determiners") and not joined


def _noun(word: str, around: Around) -> bool:  # noqa: ARG001  one signature for all tenses
    return True


def _follows_name(around: Around) -> bool:
    start = around.trigger.span.start
    return any(
        mention.how != "adjective" and around.text[mention.span.end : start].isspace()
        for mention in around.names.within(around.sentence.start, start)
        if mention.span.end <= start
    )


_VERB_AFTER: Mapping[str, Callable[[str, Around], bool]] = {
    "base": _base,
    "s": _present,
    "ed": _past,
    "ing": _past,
    "noun": _noun,
}
