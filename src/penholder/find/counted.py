"""Reads what a claim counts: the noun, its unit and its kinds of weapon."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache

from penholder.find.found import Found
from penholder.find.phrases import any_of
from penholder.find.subjects import possessor_of, subject_of
from penholder.find.weapons import find_weapons
from penholder.model.actor import Actor, ActorId, ActorKind, Mention
from penholder.model.span import Span
from penholder.model.statement import StatementKind
from penholder.tables.load import load_toml

_LOOSE = frozenset({"missile", "any"})  # kinds that narrow nothing down


# "Short-, medium- and long-range missiles" are missiles of any range.
_LISTED = re.compile(r"\w+-(?:,|\s+(?:and|or))\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is counted: "missile launches" are launches of any missile."""

    noun: str
    unit: str | None
    kinds: tuple[str, ...]
    system: str | None = None  # "Scud", "Hwasong-12"


def read_counted(words: str) -> Counted:
    """Give what a noun phrase counts: "rounds of missile launches" is rounds, of missiles."""
    noun = " ".join(words.casefold().split())
    system = next((weapon.system for weapon in find_weapons(words) if weapon.system), None)
    return Counted(noun=_singular(noun), unit=_unit(noun), kinds=_kinds(words), system=system)


def of_weapon(text: str, noun: Span) -> Counted | None:
    """Give tests of the weapon that is named behind them: "launch of a Hwasong-18"."""
    if _OF_NUCLEAR.match(text, noun.end):
        return replace(read_counted("nuclear test"), noun="nuclear test")
    whole = whole_noun(text, noun)
    if whole == noun:
        return None
    plain, fired = read_counted(noun.of(text)), read_counted(whole.of(text))
    return replace(fired, noun=plain.noun, unit=plain.unit)


def whole_noun(text: str, noun: Span) -> Span:
    """Give a noun with the weapon that "of" joins to it."""
    lead = _OF.match(text, noun.end)
    weapon = next(find_weapons(text, lead.end(), lead.end() + _FAR), None) if lead else None
    # "Test of the solid-fuel missile": of that one, which the noun alone does not tell.
    if lead and lead["that"] and weapon and not weapon.system:
        return noun
    near = weapon and len(text[lead.end() : weapon.span.start].split()) <= _WORDS if lead else False
    return Span(noun.start, weapon.span.end) if weapon and near else noun


# "Test of a nuclear weapon": no missile that carries one.
_OF_NUCLEAR = re.compile(
    r"(?<=test|ests)\s+of\s+(?:an?|its|another)\s+(?:nuclear|atomic|thermonuclear)\s+(?:weapon|bomb|device|warhead)\b",
    re.IGNORECASE,
)
# "Launch of a new solid-fuel Hwasong-18": the words between "of a" and the weapon.
_OF = re.compile(r"\s+of\s+(?:an?|another|(?P<that>the|its|their))\s+", re.IGNORECASE)
_FAR, _WORDS = 60, 4


def whose(found: Found, sentence: Span, noun: Span) -> ActorId | None:
    """Give the state whose tests a noun counts, or None where nobody can tell.

    The one named after "by", the possessor of the noun, the actor of the test that the sentence tells, the subject of the
    sentence, or the state whose tests the story is mostly about, in this order.
    """
    possessor = possessor_of(found.names, sentence, noun)
    if possessor and _WATCHES.search(found.text, possessor[-1].span.end, noun.start):
        possessor = ()
    if _is_nuclear(noun.of(found.text)) and not _is_named(possessor):
        return _tester(found, noun, _LAST_TESTER)
    if owner := _state_of(_agent(found, noun) or possessor):
        return owner
    tests = [
        s
        for s in found.statements_at(sentence)
        if s.kind is StatementKind.WEAPON_TEST
        and not _WATCHES.search(found.text, s.span.start, max(s.span.start, noun.start))
    ]
    subject = subject_of(found.names, sentence, noun)
    said = subject and _SAID.match(found.text, subject[-1].span.end, noun.start)
    if tests and (said or _MARKING.search(found.text, sentence.start, noun.start)):
        return _acting_state(tests[0].actor[0])
    if subject and _WATCHES.search(found.text, subject[-1].span.end, noun.start):
        return _tester(found, noun)
    for statement in tests:
        if statement.span.overlaps(noun) and (state := _acting_state(statement.actor[0])):
            return state
    return (
        _state_of(subject)
        or _tester(found, noun)
        or _only_state(found, sentence, noun)
        or _owner_before(found, noun)
    )


def _owner_before(found: Found, noun: Span) -> ActorId | None:
    """Give the state whose missile or test was named last: "a North Korean missile exploded"."""
    before = found.names.within(max(found.story.body.start, noun.start - _BACK), noun.start)
    owners = (m for m in reversed(before) if _OWNED.match(found.text, m.span.end))
    return next((state for m in owners if (state := _state_of((m,)))), None)


# Characters before a noun in which its owner is looked for.
_BACK = 400
_OWNED = re.compile(
    r"(?:['’]s)?\s+(?:[\w\-]+\s+){0,3}?(?:missiles?|launch(?:es)?|tests?|rockets?|projectiles?|weapons?)\b"
)


def owner_within(found: Found, words: Span) -> ActorId | None:
    """Give the state that owns what words count: "the test was North Korea's third"."""
    owners = (m for m in found.names.within(words.start, words.end) if _state_of((m,)))
    owner = next(owners, None)
    own = owner and found.text[owner.span.end : owner.span.end + 2] in {"'s", "’s"}
    return _state_of((owner,)) if owner and own else None


def _only_state(found: Found, sentence: Span, noun: Span) -> ActorId | None:
    """Give the one state that a sentence names, right after a comma: "With seven launches in May, North Korea has …"."""
    named = [m for m in found.names.within(sentence.start, sentence.end) if _state_of((m,))]
    states = {_state_of((m,)) for m in named}
    after = [m for m in named if m.span.start >= noun.end]
    fronted = after and found.text[: after[0].span.start].endswith((", ", ", the "))
    return states.pop() if fronted and len(states) == 1 else None


# "Fired a missile, said its neighbour South Korea, marking the eighth": what is told is what marks it.
_MARKING = re.compile(
    r",\s+(?:marking|making\s+(?:it|this)|in\s+what\s+(?:is|was|would\s+be))\s+(?:(?:its|the)\s+)?(?:[\w\-]+\s+){0,2}$"
)
# "…, the agency said, including eight missiles": who says it fired none.
_SAID = re.compile(r"(?:\s+\w+){0,2}\s+(?:said|says|reported|added|reports)\b[^,]{0,12},")
# What one state does about another's tests.
_WATCHES = re.compile(
    r"\b(?:detect|track|spot|observ|monitor|condemn|report|confirm|announc|denounc|criticiz|criticis|protest|deplor|slam)\w*\b"
)
# Nobody else has tested a nuclear weapon since 1998.
_LAST_TESTER = ActorId("PRK")


def _is_nuclear(noun: str) -> bool:
    return bool(re.search(r"\b(?:nuclear|hydrogen bomb|atomic)\b.*\btests?$", noun, re.IGNORECASE))


def _is_named(possessor: tuple[Mention, ...]) -> bool:
    """Say whether a possessor is named: "its" and "the nation's" may be anybody's in a long sentence."""
    return any(mention.text[:1].isupper() for mention in possessor)


def _agent(found: Found, noun: Span) -> tuple[Mention, ...]:
    """Give the name right after a noun and "by": "the 17th show of force by the North"."""
    following = found.names.within(noun.end, noun.end + 20)[:1]
    by = following and found.text[noun.end : following[0].span.start].split() in (
        ["by"],
        ["by", "the"],
    )
    return following if by else ()


def _acting_state(actor: Actor) -> ActorId | None:
    return actor.id if actor.kind is ActorKind.STATE else actor.state


def _state_of(mentions: tuple[Mention, ...]) -> ActorId | None:
    states = [_acting_state(mention.actor) for mention in mentions]
    return next((state for state in states if state), None)


def _tester(found: Found, noun: Span, likely: ActorId | None = None) -> ActorId | None:
    """Give the state whose test was told last before a noun, else the one most often told of.

    A likely one goes before them where the story names it.
    """
    named = (_acting_state(mention.actor) for mention in found.names.mentions)
    if likely and likely in named:
        return likely
    told = [
        (statement.span.start, state)
        for statement in found.statements
        if statement.kind is StatementKind.WEAPON_TEST and statement.span.start < noun.start
        if statement.actor and (state := _acting_state(statement.actor[0]))
    ]
    if told and noun.start == noun.end:  # "the fourth this year": the one told right before it
        return told[-1][1]
    if told:
        # Of the last sentence with a test its first one: "fired two as the U.S. tested its own".
        last = found.sentence_at(told[-1][0])
        return next(state for start, state in told if start >= last.start)
    testers = Counter(
        state
        for statement in found.statements
        if statement.kind is StatementKind.WEAPON_TEST
        and statement.actor
        and (state := _acting_state(statement.actor[0]))
    )
    return testers.most_common(1)[0][0] if testers else None


def _kinds(words: str) -> tuple[str, ...]:
    if _LISTED.search(words):
        return ("missile",)
    named = [kind for weapon in find_weapons(words) for kind in weapon.kinds]
    telling = [kind for kind in dict.fromkeys(named) if kind not in _LOOSE]
    return tuple(telling or dict.fromkeys(kind for kind in named if kind != "any"))


def _unit(noun: str) -> str | None:
    head = noun.split(" of ", maxsplit=1)[0] if not noun.startswith(("show", "display")) else noun
    for unit, pattern in _units():
        if pattern.search(head):
            return unit
    return None


@cache
def _units() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = load_toml("units")["unit"]
    return tuple((row["unit"], re.compile(any_of(row["heads"]) + "$")) for row in rows)


def _singular(noun: str) -> str:
    head, of, rest = noun.partition(" of ")
    for plural, single in (("launches", "launch"), ("shows", "show"), ("displays", "display")):
        head = re.sub(rf"{plural}$", single, head)
    if head.endswith("s"):
        head = head.removesuffix("s")
    return f"{head}{of}{rest}"
