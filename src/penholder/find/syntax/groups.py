"""Gives the words around a verb that say whether it happened, from the grammar of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from penholder.find.syntax.predicates import case_of, predicate_above
from penholder.model.parse import Parse, Token
from penholder.tables.load import load_toml

_HELPERS = ("aux", "advmod", "mark", "cop", "det", "amod")
# Of "plans to", "banned from" and "without"; "rather than" and "instead of" open with the first word.
_MARKS = frozenset({"to", "from", "without", "rather", "instead"})


def group_of(parse: Parse, word: Token) -> str:
    """Give the auxiliaries, adverbs and governing verbs of a word up to it, as the text orders them.

    "China, which it said did not plan to condemn": "did not plan to".
    """
    told = {t.id: t for t in _group(parse, word) if _tells(t, word)}
    return " ".join(t.form for _, t in sorted(told.items())) + " "


def _tells(token: Token, word: Token) -> bool:
    """Say whether a word of the group stands where it tells of a verb, or of a noun that acts in a clause."""
    acts = word.relation == "nsubj" and word.upos in {"NOUN", "PROPN"}
    return token.id < word.id or acts or token.form.casefold() == "if"


def is_conditional(parse: Parse, word: Token) -> bool:
    """Say whether a word stands in a clause that "if" or "unless" opens."""
    chain = (word, *parse.above(word))
    for one in chain:
        marks = parse.children_of(one, "mark", "advmod")
        if any(m.form.casefold() in _conditions() and m.id <= one.id for m in marks):
            return True
        if _is_inverted(parse, one):
            return True
        if one.deprel in {"ccomp", "parataxis", "acl:relcl", "root"}:
            return False
    return False


def _is_inverted(parse: Parse, verb: Token) -> bool:
    """Say whether a clause asks "if" by its order: "Should North Korea launch one, Japan will act"."""
    lead = [aux for aux in parse.children_of(verb, "aux") if aux.form in {"Should", "should"}]
    subject = parse.children_of(verb, "nsubj")
    there = parse.children_of(verb, "expl")  # "there should be a price for this test"
    return bool(lead and subject) and lead[0].id < subject[0].id and not there


def is_doubted(parse: Parse, word: Token) -> bool:
    """Say whether a clause is what somebody doubts or holds possible: "it is possible that it fired"."""
    head = parse.head_of(word)
    if head is None or word.relation not in {"ccomp", "csubj", "acl"}:
        return False
    said = head.form.casefold()
    if word.relation == "acl":
        return said in _words("open_nouns") or (said in _words("proofs") and _is_none(parse, head))
    if _is_denied(parse, head) and said in _words("telling"):
        return True  # "does not confirm that it was fired"
    return said in _words("doubts")


def _is_none(parse: Parse, noun: Token) -> bool:
    """Say whether there is none of a thing: "no evidence that it was fired"."""
    return any(one.form.casefold() == "no" for one in parse.children_of(noun, "det"))


def _is_denied(parse: Parse, verb: Token) -> bool:
    return any(
        one.form.casefold() in {"not", "n't", "n’t", "never"}
        for one in parse.children_of(verb, "advmod")
    )


def is_open(parse: Parse, noun: Token) -> bool:
    """Say whether an act is only possible or planned: "a test remains likely", "plans for a third test"."""
    head = parse.head_of(noun)
    if head is not None and noun.relation == "nmod" and case_of(parse, noun) in {"for", "of"}:
        return head.form.casefold() in _words("open_nouns")
    if head is None or noun.relation != "nsubj":
        return False
    told = (head, *parse.children_of(head, "xcomp"))
    return any(one.form.casefold() in _words("open") for one in told)


def is_judged(parse: Parse, word: Token) -> bool:
    """Say whether an act is only what something is like: "it is unusual for it to launch at night"."""
    head = parse.head_of(word)
    inside = word.relation in {"csubj", "advcl", "ccomp", "acl"} and _is_infinitive(parse, word)
    return (
        inside and head is not None and head.upos == "ADJ" and bool(parse.children_of(head, "cop"))
    )


def hangs_on_condition(parse: Parse, word: Token) -> bool:
    """Say whether a clause with "if" or "unless" hangs from a word or the verb above: "will act if it must"."""
    chain = (word, *parse.above(word))[:2]
    clauses = (clause for one in chain for clause in parse.children_of(one, "advcl"))
    return any(
        mark.form.casefold() in {"if", "unless"}
        for clause in clauses
        for mark in parse.children_of(clause, "mark", "advmod")
    )


def _group(parse: Parse, word: Token) -> Iterator[Token]:
    yield from _helpers(parse, word)
    head = parse.head_of(word)
    if head is None:
        return
    if word.relation == "conj":
        yield from _of_conjunct(parse, word, head)
    elif word.relation == "xcomp" or (
        word.relation in {"advcl", "acl", "obl"}
        and (
            _is_infinitive(parse, word)
            or _is_by(parse, word)
            or (
                _governs(head)
                and not _is_apart(parse, word)
                and not parse.children_of(word, "nsubj")
            )
        )
    ):
        yield head
        yield from _group(parse, head)
    elif word.upos in {"NOUN", "PROPN"} and _is_part(parse, word):
        above = predicate_above(parse, word)
        if above and _makes(above):
            yield above
            yield from _group(parse, above)


def _is_part(parse: Parse, noun: Token) -> bool:
    """Say whether a noun shares in what befalls the word above: "since its test" tells of one that was held."""
    if noun.relation in {"obl", "nmod"}:
        return case_of(parse, noun) not in _words("past_cases")
    return noun.relation in {"nsubj", "obj"}


def _of_conjunct(parse: Parse, word: Token, head: Token) -> Iterator[Token]:
    """Give what a verb shares with the one that "and" joins it to: "will meet and discuss", "may hold a test or a launch"."""
    if word.upos == head.upos == "NOUN":
        yield from (t for t in _group(parse, head) if _is_shared(t))
        return
    own = parse.children_of(word, "aux", "nsubj")
    if own or word.xpos not in {"VB", "VBN", "VBG"}:
        return
    yield from (t for t in _group(parse, head) if _is_shared(t))


def _is_shared(token: Token) -> bool:
    return token.xpos in {"MD", "TO"} or token.upos == "VERB" or token.form in _MARKS


def _helpers(parse: Parse, word: Token) -> Iterator[Token]:
    for child in parse.children_of(word, *_HELPERS):
        if child.deprel == "mark" and child.form.casefold() not in _MARKS | _conditions():
            continue
        if child.form in _unsure() and word.upos == "VERB":
            continue
        yield child


def _is_apart(parse: Parse, word: Token) -> bool:
    """Say whether a participle tells of one more act: "stopped the sales, sending ships"."""
    marks = {mark.form.casefold() for mark in parse.children_of(word, "mark")}
    return word.deprel == "advcl" and word.xpos == "VBG" and not marks & _MARKS


def _is_infinitive(parse: Parse, word: Token) -> bool:
    return any(mark.form.casefold() == "to" for mark in parse.children_of(word, "mark"))


def _is_by(parse: Parse, word: Token) -> bool:
    """Say whether a verb tells how another is done: "might mark the day by launching a missile"."""
    return word.xpos == "VBG" and any(m.form == "by" for m in parse.children_of(word, "mark"))


def _governs(head: Token) -> bool:
    return head.form.casefold() in _words("governors")


def _makes(head: Token) -> bool:
    return head.form.casefold() in _words("occurs")


@cache
def _unsure() -> frozenset[str]:
    return frozenset(load_toml("polarity")["unsure"]["words"])


@cache
def _conditions() -> frozenset[str]:
    return _words("conditions")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_toml("clauses")[name])
