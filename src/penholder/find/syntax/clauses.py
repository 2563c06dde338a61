"""Tells how far the words of one verb reach, from the grammar of a sentence."""

from __future__ import annotations

from penholder.find.syntax.predicates import own_subject
from penholder.model.parse import Parse, Token
from penholder.model.span import Span

# What hangs from a verb and tells of something else.
_APART = frozenset({"parataxis", "list", "discourse", "dep"})
_VERBS = frozenset({"VERB", "AUX"})


def clause_of(parse: Parse, word: Token, trigger: Span) -> Span:
    """Give the stretch of a word with all that hangs from it, but for what others say and do.

    It holds the trigger, and begins with the subject where the verb has one of its own.
    """
    inside = [token for token in _kept(parse, word) if token.upos != "PUNCT"]
    start = min([trigger.start, *(token.start for token in inside)])
    end = max([trigger.end, *(token.end for token in inside)])
    stop = min(_stop(parse, word, end), _semicolon(parse, word, end))
    return Span(start, max(trigger.end, min(end, stop)))


def start_of(parse: Parse, word: Token, trigger: Span) -> int:
    """Give where the words of an act begin.

    With the verb's subject, or what it hangs from as in "plans to launch", else with the verb.
    """
    if word.upos in {"NOUN", "PROPN"} and not parse.children_of(word, "nsubj"):
        return min(trigger.start, parse.stretch_of(word).start)
    while word.relation == "xcomp" and (head := parse.head_of(word)):
        word = head
    subject = own_subject(parse, word)
    first = parse.stretch_of(subject).start if subject else word.start
    return min(first, trigger.start, word.start)


def said_from(parse: Parse, word: Token, start: int) -> int:
    """Give where what is said begins, if it stands before the verb: "It failed, Seoul said"."""
    said = parse.children_of(word, "ccomp")
    return min([start, *(parse.stretch_of(one).start for one in said)])


def _kept(parse: Parse, word: Token) -> list[Token]:
    kept, waiting = [], [word]
    while waiting:
        one = waiting.pop()
        kept.append(one)
        waiting += [c for c in parse.children_of(one) if not _is_apart(parse, one, c, word)]
    return kept


def _is_apart(parse: Parse, head: Token, child: Token, word: Token) -> bool:
    if child.relation in _APART:
        return True
    if child.deprel == "conj":
        return head.id == word.id and (child.upos in _VERBS or bool(_subjects(parse, child)))
    if child.deprel != "advcl" or child.start < word.start:
        return False
    # "fired a missile after the United States warned it": another's act; "…, also firing": one more.
    return bool(_subjects(parse, child)) or (child.xpos == "VBG" and _after_comma(parse, child))


def _after_comma(parse: Parse, verb: Token) -> bool:
    first = parse.subtree_of(verb)[0]
    return first.form == "," or (first.id > 1 and parse.tokens[first.id - 2].form == ",")


def _stop(parse: Parse, word: Token, end: int) -> int:
    """Give where the first of the clauses that are left out begins, after the word."""
    apart = [
        parse.stretch_of(c).start
        for c in parse.children_of(word)
        if c.start > word.start and _is_apart(parse, word, c, word)
    ]
    return min([start for start in apart if start > word.end], default=end)


def _semicolon(parse: Parse, word: Token, end: int) -> int:
    """Give where the next semicolon stands: what follows it is another thought."""
    marks = (token.start for token in parse.tokens[word.id :] if token.form == ";")
    return next(marks, end)


def _subjects(parse: Parse, token: Token) -> tuple[Token, ...]:
    return parse.children_of(token, "nsubj")
