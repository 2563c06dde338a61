"""Tells whose a launch is that is told without its doer: "a missile was fired", "Thursday's launch"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from penholder.find.acts import word_class
from penholder.find.around import Around
from penholder.find.day_behind import befell, has_day_behind
from penholder.find.phrases import any_of
from penholder.find.syntax.predicates import (
    agents_of,
    case_of,
    is_passive,
    parts_of,
    predicate_above,
)
from penholder.find.testers import seldom_testers, testers_of
from penholder.find.weapons import find_weapons
from penholder.model.actor import Actor, ActorKind, Mention
from penholder.model.parse import Parse, Token
from penholder.tables.load import load_toml

_TAKES_UP = frozenset({"it", "they", "which", "that", "both", "one", "two", "three", "all"})
# Characters before a sentence in which a story tells whose test it is about: some ten sentences.
_STORY = 1500
# "Previous tests of missiles were conducted here": no certain one.
_TESTS = re.compile(r"tests|launches|firings", re.IGNORECASE)
# "What type of projectile was fired": a question, not a launch.
_ASKING = frozenset({"WP", "WDT"})
_CLAUSES = frozenset({"acl", "acl:relcl"})


def firer_of(around: Around, parse: Parse, verb: Token) -> Actor | None:
    """Give whose a weapon is that "was fired", where nothing says by whom; None where that is not clear."""
    if not is_passive(parse, verb) or not all(map(_is_a_day, agents_of(parse, verb))):
        return None
    many = any(one.xpos == "NNS" and _TESTS.fullmatch(one.form) for one in _fired(parse, verb))
    if many or not _is_of_a_weapon(around, parse, verb) or not _is_past(around, parse, verb):
        return None
    sites = [one for one in parse.children_of(verb, "obl") if case_of(parse, one) == "from"]
    return _from_there(around, parse, sites) if sites else spoken_of(around)


def tester_on_day(around: Around, parse: Parse, noun: Token) -> Actor | None:
    """Give whose "Thursday's launch" or "the January test" is; None where it need not be one of a weapon."""
    start = max(0, around.sentence.start - _STORY)
    if _words("another").search(around.text, start, around.sentence.end):
        return None
    if not _is_bare(around, parse, noun) or not _is_of_a_day(around, parse, noun):
        return None
    weapons = find_weapons(around.text, around.scene.start, around.sentence.end)
    return spoken_of(around) if any("any" not in one.kinds for one in weapons) else None


def is_nuclear_on_day(around: Around) -> bool:
    """Say whether "Sunday's test" is one of a nuclear weapon: the weapon named last before it, else first after it."""
    if not around.trigger.span.of(around.text).casefold().startswith(("test", "detonation")):
        return False
    before = [*find_weapons(around.text, around.scene.start, around.trigger.span.start)]
    after = [*find_weapons(around.text, around.trigger.span.end, around.sentence.end)]
    told = [one for one in (*reversed(before), *after) if "any" not in one.kinds]
    return bool(told) and told[0].kinds[0] == "nuclear"


def spoken_of(around: Around) -> Actor | None:
    """Give the state whose tests the text speaks of at a place: the one told last to test, else the North.

    A text that speaks of drills tells of the weapons of those who hold them, but for those of a sentence that names the North.
    """
    testers = testers_of(around)
    here = around.names.within(around.sentence.start, around.sentence.end)
    before = around.names.within(around.scene.start, around.trigger.span.start)
    north = [m.actor for m in (*here, *before) if m.actor.id == "PRK"]
    if word_class("drill").search(around.text, around.scene.start, around.sentence.end):
        return next((m.actor for m in here if m.actor.id == "PRK"), None)
    told = [m for m in before if m.actor.id in testers and _tests(around.text, m)]
    if told and not (told[-1].actor.id in seldom_testers() and _names_the_north(here)):
        return told[-1].actor
    return next(iter(north), None)


def _names_the_north(mentions: tuple[Mention, ...]) -> bool:
    return any(m.actor.id == "PRK" for m in mentions)


def _tests(text: str, mention: Mention) -> bool:
    """Say whether a state is told to test: "Iran fired", "Iran's latest missile test", not "Seoul said that a missile"."""
    return mention.actor.kind is ActorKind.STATE and bool(_told().match(text, mention.span.end))


@cache
def _told() -> re.Pattern[str]:
    table = load_toml("unowned")
    verbs, adverbs, things = (any_of(table[name]) for name in ("verbs", "adverbs", "things"))
    return re.compile(
        rf"\s+(?:{adverbs}\s+){{0,2}}{verbs}"
        rf"|(?:['’]s?)?\s+(?:(?!{any_of(table['speaking'])})[\w\-]+\s+){{0,2}}{things}",
        re.IGNORECASE,
    )


def _from_there(around: Around, parse: Parse, sites: list[Token]) -> Actor | None:
    """Give the state from whose ground a weapon flew; of a place without a state, who is spoken of."""
    stretches = [parse.stretch_of(site) for site in sites]
    named = [m for one in stretches for m in around.names.within(one.start, one.end)]
    states = [m.actor for m in named if m.actor.kind is ActorKind.STATE]
    if not states:
        others = _words("elsewhere")
        strange = any(others.search(around.text, one.start, one.end) for one in stretches)
        return None if strange else spoken_of(around)
    return states[0] if states[0].id in testers_of(around) - seldom_testers() else None


def _is_of_a_weapon(around: Around, parse: Parse, verb: Token) -> bool:
    """Say whether what is fired is a weapon: named, or taken up by "it" in the same sentence."""
    fired = [*_fired(parse, verb)]
    asked = (t.xpos in _ASKING for one in fired for t in parse.subtree_of(one) if t.id != one.id)
    return not any(asked) and any(_is_weapon(around, parse, thing) for thing in fired)


def _fired(parse: Parse, verb: Token) -> Iterator[Token]:
    """Yield the subject of a passive verb; of a participle the noun, of a further verb the first one's."""
    own = parse.children_of(verb, "nsubj")
    head = parse.head_of(verb)
    if own:
        yield from own
    elif head is not None and verb.deprel in _CLAUSES:
        yield head
    elif head is not None and verb.deprel == "conj":
        yield from parse.children_of(head, "nsubj")


def _is_weapon(around: Around, parse: Parse, thing: Token) -> bool:
    whole = parse.stretch_of(thing)
    named = [one.span for one in find_weapons(around.text, whole.start, whole.end)]
    if any(part.span.overlaps(one) for part in parts_of(parse, thing) for one in named):
        return True
    taken_up = thing.form.casefold() in _TAKES_UP
    return taken_up and any(find_weapons(around.text, around.sentence.start, thing.start))


def _is_past(around: Around, parse: Parse, verb: Token) -> bool:
    """Say whether a passive verb tells of what happened: "was fired", "the missile fired on Monday flew"."""
    helpers = {one.form.casefold() for one in parse.children_of(verb, "aux")}
    if helpers:
        return bool(helpers & {"was", "were", "been"})
    if verb.deprel == "conj":
        head = parse.head_of(verb)
        return head is not None and _is_past(around, parse, head)
    return verb.deprel in _CLAUSES and _is_told_of(around, parse, verb)


def _is_told_of(around: Around, parse: Parse, participle: Token) -> bool:
    """Say whether a noun with a participle tells of one certain flight: by its day, or by how it flew."""
    noun = parse.head_of(participle)
    above = predicate_above(parse, noun) if noun else None
    flew = above is not None and bool(_words("flew").fullmatch(above.form))
    day = word_class("day").search(around.text, participle.end, parse.stretch_of(participle).end)
    return flew or bool(day)


def _is_bare(around: Around, parse: Parse, noun: Token) -> bool:
    """Say whether a noun for a test may be one of a weapon: not "blood test", "the launch of a book"."""
    for child in parse.children_of(noun, "compound"):
        dated = _is_a_day(child) or child.form.isdigit()
        part = dated or _words("test_part").fullmatch(child.form)
        if not part and not _is_weapon(around, parse, child):
            return False
    for child in parse.children_of(noun, "nmod"):
        case = case_of(parse, child)
        if case == "by":  # by somebody whom no table knows
            return False
        if case in {"of", "for"} and not any(
            find_weapons(around.text, noun.end, parse.stretch_of(child).end)
        ):
            return False
    return all(_is_a_day(child) for child in parse.children_of(noun, "nmod:poss"))


def _is_of_a_day(around: Around, parse: Parse, noun: Token) -> bool:
    """Say whether a day, a month or a year stands with a noun: "the last test, in 2013", "the test took place on Monday"."""
    if has_day_behind(around.text, noun.end):
        return True
    if noun.xpos in {"NNS", "NNPS"}:
        return any(_is_a_day(one) for one in parse.children_of(noun, "nmod:poss", "compound"))
    words = list(parse.subtree_of(noun))
    above = parse.head_of(noun)
    if noun.relation == "nsubj" and above and befell(above.form):
        words += [t for one in parse.children_of(above, "obl") for t in parse.subtree_of(one)]
    return any(_is_a_day(one) for one in words)


def _is_a_day(word: Token) -> bool:
    named = word.form[:1].isupper() and word_class("day").fullmatch(word.form)
    return bool(named or _YEAR.fullmatch(word.form))


_YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(any_of(load_toml("unowned")[name]), re.IGNORECASE)
