"""Says whether a verb is asserted, denied, planned or only imagined."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from penholder.find.acts import condemning_words, denying_words
from penholder.find.phrases import any_of, pattern_of
from penholder.find.syntax.groups import group_of, is_conditional, is_doubted, is_judged, is_open
from penholder.model.parse import Parse, Token
from penholder.model.statement import Polarity
from penholder.tables.load import load_toml

# Characters before the verb that are looked at. Reporters keep the auxiliary close: a longer reach
# begins to take the "not" of an earlier verb.
_REACH = 45
# A sentence that opens so tells of nothing that happened, up to its end.
_CONDITION = re.compile(r"(?:If|Unless|Whether|Should|In\s+case|Were)\b")


def read_polarity(text: str, clause_start: int, trigger_start: int) -> Polarity:
    """Give the polarity that the words of a clause before its verb lend to the verb."""
    before = text[max(clause_start, trigger_start - _REACH) : trigger_start]
    if _CONDITION.match(text, clause_start, trigger_start):
        return Polarity.HYPOTHETICAL
    return _by_words(before, heads=False)


def _by_words(before: str, *, heads: bool) -> Polarity:
    if _undoubted().search(before):
        return Polarity.PLANNED
    for polarity in (Polarity.NEGATED, Polarity.HYPOTHETICAL, Polarity.PLANNED):
        if _pattern(polarity, heads=heads).search(before):
            return polarity
    return Polarity.ASSERTED


def polarity_of(parse: Parse, word: Token) -> Polarity:
    """Give the polarity that the verbs and auxiliaries around a word lend to it."""
    unreal = (is_conditional, is_doubted, is_judged, is_open)
    if any(one(parse, word) for one in unreal):
        return Polarity.HYPOTHETICAL
    word = _whole(parse, word)
    group = group_of(parse, word)
    head = parse.head_of(word)
    if head and (_is_tried(parse, head) or _is_answered(parse, word, head)):
        return Polarity.ASSERTED
    if head and _is_blamed(parse, word, head):
        return Polarity.ASSERTED
    if _is_denied(parse, word):
        return Polarity.NEGATED
    return _by_words(group, heads=True)


def _whole(parse: Parse, word: Token) -> Token:
    """Give the noun that a word is a part of: "test" of "a missile test launch"."""
    head = parse.head_of(word)
    return head if head and word.relation == "compound" and head.upos == "NOUN" else word


def is_missed(before: str) -> bool:
    """Say whether the words before a launch tell that it was made and failed: "failed to"."""
    return bool(_missed().search(before))


@cache
def _missed() -> re.Pattern[str]:
    """Give the pattern of a failure told as past; what "has failed to" fly may never have been tried."""
    words = any_of(load_toml("polarity")["missed"]["words"])
    return re.compile(rf"(?<!has )(?<!have )(?<!had ){words}\s+$")


def _is_tried(parse: Parse, noun: Token) -> bool:
    """Say whether a try is one that was made: "its second failed attempt to launch"."""
    if noun.form.casefold() not in {"attempt", "attempts", "bid", "try"}:
        return False
    said = " ".join(one.form for one in parse.children_of(noun, "amod"))
    return bool(_made().search(said)) or _is_tried_in(parse, noun)


def _is_tried_in(parse: Parse, noun: Token) -> bool:
    """Say whether a try is one that somebody failed in: "failed in its attempt to launch"."""
    above = parse.head_of(noun)
    if above is None or above.form.casefold() not in load_toml("polarity")["tried_in"]["verbs"]:
        return False
    done = noun.relation == "obl" and above.xpos == "VBD"
    return done and polarity_of(parse, above) is Polarity.ASSERTED


def _is_denied(parse: Parse, word: Token) -> bool:
    """Say whether the clause of a word is what somebody denies: "denied that a test took place"."""
    acts = word.upos == "NOUN" and word.relation == "nsubj"
    verb = parse.head_of(word) if acts else word
    above = parse.head_of(verb) if verb and verb.relation == "ccomp" else None
    return above is not None and _denies(parse, above)


def _denies(parse: Parse, verb: Token) -> bool:
    known = denying_words() | set(load_toml("polarity")["denying"]["heads"])
    return verb.form.casefold() in known and polarity_of(parse, verb) is Polarity.ASSERTED


def _is_answered(parse: Parse, word: Token, head: Token) -> bool:
    """Say whether a noun points at what was told and is to be answered: "a price for this nuclear test"."""
    row = load_toml("polarity")["answered"]
    pointing = {one.form.casefold() for one in parse.children_of(word, "det")}
    return bool(pointing & set(row["pointing"])) and head.form.casefold() in row["heads"]


def _is_blamed(parse: Parse, word: Token, noun: Token) -> bool:
    """Say whether a decision was carried out, for somebody condemns it: "condemned its decision to launch"."""
    row, above = load_toml("polarity")["blamed"], parse.head_of(noun)
    if above is None or noun.form.casefold() not in row["nouns"] or noun.relation != "obj":
        return False
    parts = (*parse.children_of(word, "advmod"), *parse.children_of(noun, "det"))
    if {one.form.casefold() for one in parts} & set(row["open"]):
        return False
    blames = above.form.casefold() in condemning_words() | set(row["heads"])
    return blames and polarity_of(parse, above) is Polarity.ASSERTED


@cache
def _undoubted() -> re.Pattern[str]:
    return _one_of(load_toml("polarity")["undoubted"]["words"])


@cache
def _made() -> re.Pattern[str]:
    """Give the pattern of words that tell that a try was made: "failed", "second"."""
    ordinals: Mapping[str, int] = load_toml("numbers")["ordinal"]
    return re.compile(any_of([*load_toml("polarity")["tried"]["words"], *ordinals]), re.IGNORECASE)


@cache
def _pattern(polarity: Polarity, *, heads: bool = False) -> re.Pattern[str]:
    row = load_toml("polarity")[polarity.value]
    words = [*row["words"], *(row.get("heads", ()) if heads else ())]
    return _one_of(words)


def _one_of(words: Sequence[str]) -> re.Pattern[str]:
    """Give the pattern of words before a verb; "n't" and "'ll" end a word, so no word boundary stands before them."""
    endings = [word for word in words if word[:2] in {"n'", "n’"} or not word[0].isalpha()]
    parts = [any_of(word for word in words if word not in endings)]
    parts += [rf"{pattern_of(word)}(?!\w)" for word in endings]
    # Lower case only: "May" and "Will" are a month and a name.
    return re.compile("|".join(parts))
