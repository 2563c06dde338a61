"""Finds the words that act by a verb, from the grammar of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from penholder.model.parse import Parse, Token
from penholder.tables.load import load_toml

_CLAUSES = frozenset({"VERB", "AUX", "ADJ"})


def actors_of(parse: Parse, verb: Token) -> tuple[Token, ...]:
    """Give the heads of the noun phrases that act by a verb; () where the sentence names none.

    A passive verb's actor stands after "by": "was vetoed by Russia and China".
    """
    if is_passive(parse, verb):
        return agents_of(parse, verb)
    return subject_of(parse, verb)


def subject_of(parse: Parse, verb: Token) -> tuple[Token, ...]:
    """Give the heads of a verb's subject, its own or the one that it shares with the verb above.

    A passive verb's subject is the one acted upon.
    """
    if own := own_subject(parse, verb):
        return joined(parse, _antecedent(parse, own))
    head = parse.head_of(verb)
    if head is None:
        return ()
    return _shared(parse, verb, head)


def own_subject(parse: Parse, verb: Token) -> Token | None:
    """Give the head of the subject that hangs from a verb itself: of several, the last before it."""
    own = [c for c in parse.children_of(verb, "nsubj") if not _is_joined_to(parse, c, verb)]
    before = [child for child in own if child.id < verb.id]
    return next(iter((*before[-1:], *own)), None)


def _is_joined_to(parse: Parse, noun: Token, verb: Token) -> bool:
    """Say whether a hyphen makes a noun part of the verb: "test-fired"."""
    hyphen = parse.tokens[noun.id : verb.id - 1]
    return [token.xpos for token in hyphen] == ["HYPH"]


def agents_of(parse: Parse, verb: Token) -> tuple[Token, ...]:
    """Give the heads of what follows a passive verb's "by"."""
    for child in parse.children_of(verb, "obl"):
        if case_of(parse, child) == "by" and child.upos in {"PROPN", "NOUN", "PRON"}:
            return joined(parse, child)
    return ()


def is_passive(parse: Parse, verb: Token) -> bool:
    """Say whether a verb is passive: "was fired", "missiles fired by North Korea"."""
    if parse.children_of(verb, "aux:pass", "nsubj:pass"):
        return True
    participle = verb.xpos == "VBN" or (verb.deprel == "acl" and "Voice=Pass" in verb.feats)
    if not participle or parse.children_of(verb, "aux", "nsubj"):
        return False
    if verb.deprel == "acl" or (verb.deprel == "advcl" and not parse.children_of(verb, "obj")):
        return True
    head = parse.head_of(verb)
    return verb.deprel == "conj" and head is not None and is_passive(parse, head)


def joined(parse: Parse, noun: Token) -> tuple[Token, ...]:
    """Give a noun with those that "and" joins to it; not what is said of them: ", both members"."""
    others = parse.children_of(noun, "conj")
    first = next((c.id for c in others if _says_of(parse, c)), None)
    kept = (c for c in others if c.upos not in _CLAUSES and (first is None or c.id < first))
    return (noun, *kept)


def _says_of(parse: Parse, noun: Token) -> bool:
    """Say whether a noun with "both" or "all" after a comma tells of the names before it."""
    own = [t for t in parse.subtree_of(noun) if t.upos != "PUNCT"]
    lead = own[0]
    comma = lead.id > 1 and parse.tokens[lead.id - 2].form == ","
    return comma and lead.form.casefold() in _ALL_OF_THEM


_ALL_OF_THEM = frozenset({"both", "all"})


def case_of(parse: Parse, noun: Token) -> str:
    """Give the preposition of a noun phrase: "by"; "" where it has none."""
    cases = parse.children_of(noun, "case")
    return " ".join(case.form.casefold() for case in cases)


def parts_of(parse: Parse, noun: Token) -> Iterator[Token]:
    """Yield a noun, its modifiers, and the nouns that "and" and "of" join to it: "tests of missiles"."""
    for one in joined(parse, noun):
        yield one
        yield from parse.children_of(one, "amod", "flat", "appos", "nummod")
        for part in parse.children_of(one, "compound"):
            yield part
            yield from parse.children_of(
                part, "compound", "amod"
            )  # "a ballistic missile launch test"
        for child in parse.children_of(one, "nmod", "acl", "obl"):
            if case_of(parse, child) in _SAME_THING:
                yield from parts_of(parse, child)


_SAME_THING = frozenset({"of", "with", "including", "such as", "like", "as"})


def predicate_above(parse: Parse, token: Token) -> Token | None:
    """Give the nearest verb, or noun or adjective with a subject, that a word hangs from."""
    for above in parse.above(token):
        if above.upos == "VERB" or parse.children_of(above, "nsubj"):
            return above
    return None


def _antecedent(parse: Parse, noun: Token) -> Token:
    """Give what "which", "who" or "that" takes up; another noun stays."""
    if noun.xpos not in {"WDT", "WP"}:
        return noun
    clause = next((a for a in parse.above(noun) if a.deprel == "acl:relcl"), None)
    head = parse.head_of(clause) if clause else None
    return (head and _name_before(parse, noun, head)) or head or noun


def _name_before(parse: Parse, which: Token, head: Token) -> Token | None:
    """Give the name right before "which", inside the phrase it takes up: "the allies against Iran which"."""
    before = parse.tokens[which.id - 2] if which.id > 1 else which
    is_name = which.form.casefold() == "which" and before.upos == "PROPN"
    while is_name and before.relation in {"flat", "compound"} and (up := parse.head_of(before)):
        before = up
    return before if is_name and head in parse.above(before) else None


def _shared(parse: Parse, verb: Token, head: Token) -> tuple[Token, ...]:
    """Give the subject that a verb without one of its own takes from the word above it."""
    if verb.deprel == "acl:relcl":
        return joined(parse, head) if verb.xpos != "VBN" else ()
    if verb.relation == "acl":
        return _of_noun(parse, verb, head)
    if verb.relation == "xcomp":
        return _between(parse, head, verb) or _controller(parse, head)
    if verb.relation == "advcl" and _is_charge(parse, verb, head):
        return joined(parse, parse.children_of(head, "obj")[-1])
    if verb.relation == "conj" or (verb.relation in {"advcl", "ccomp"} and _is_bare(verb)):
        return (head.deprel == "acl" and agents_of(parse, head)) or subject_of(parse, head)
    return ()


def _between(parse: Parse, head: Token, verb: Token) -> tuple[Token, ...]:
    """Give a subject between two verbs, which the second one's is: "saw Japan join"."""
    inside = [c for c in parse.children_of(head, "nsubj") if head.id < c.id < verb.id]
    return joined(parse, inside[-1]) if inside else ()


def _is_charge(parse: Parse, verb: Token, head: Token) -> bool:
    """Say whether a verb tells what the one blamed did: "condemned Iran for seizing a tanker"."""
    marks = {mark.form.casefold() for mark in parse.children_of(verb, "mark")}
    blames = head.form.casefold() in _lets_act() and not is_passive(parse, head)
    return (
        blames
        and bool(marks & {"for", "of", "from", "into"})
        and bool(parse.children_of(head, "obj"))
    )


def _is_bare(verb: Token) -> bool:
    """Say whether a verb is a participle or an infinitive: those share a subject."""
    return verb.xpos in {"VBG", "VB", "VBN"}


def _of_noun(parse: Parse, verb: Token, noun: Token) -> tuple[Token, ...]:
    """Give who acts by a verb that hangs from a noun: "missiles falling", "a plan to test"."""
    if verb.xpos in {"VBG", "VBN", "VBZ", "VBP", "VBD"}:
        return joined(parse, noun)
    if owner := _owner(parse, noun):
        return (owner,)
    above = predicate_above(parse, noun)
    return subject_of(parse, above) if above else ()


def _owner(parse: Parse, noun: Token) -> Token | None:
    """Give whose a plan is: "its plan to test", "a U.S. effort to blacklist"."""
    before = parse.children_of(noun, "nmod:poss", "compound", "amod")
    return next((c for c in before if c.deprel == "nmod:poss" or c.upos == "PROPN"), None)


def _controller(parse: Parse, head: Token) -> tuple[Token, ...]:
    """Give who does what a verb above has them do: "urged Iran to stop", "agreed to meet"."""
    told = parse.children_of(head, "obj", "iobj")
    if told and head.form.casefold() in _lets_act():
        return joined(parse, told[-1])
    return subject_of(parse, head)


@cache
def _lets_act() -> frozenset[str]:
    return frozenset(load_toml("subjects")["lets_act"])
