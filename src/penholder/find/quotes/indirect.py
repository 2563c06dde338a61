"""Finds what people are reported to have said, in the reporter's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from penholder.find.clauses import trimmed
from penholder.find.placed import Placed
from penholder.find.quotes.nearby import Told
from penholder.find.quotes.passed_on import NEAR
from penholder.find.quotes.said import said_by
from penholder.find.speech import Attribution
from penholder.find.speech.grammar import words_of
from penholder.find.subjects import Names
from penholder.model.quote import Quote, QuoteKind
from penholder.model.span import Span

# "Asked the Council to act" reports a request, "asked whether it would act" a question.
_ASKED = frozenset({"asked", "asks", "ask", "asking"})
_QUESTION = re.compile(r"^\s*(?:if|whether|why|what|how|when|who)\b", re.IGNORECASE)
# Characters: shorter clauses say nothing by themselves.
_SHORTEST = 12


def find_indirect(
    names: Names, told: Sequence[Attribution], marked: Sequence[Quote]
) -> Iterator[Quote]:
    """Yield the clause that each word of speech reports, where no quotation marks stand in it."""
    given: set[Span] = set()
    placed, quotations = Told.of(told), Placed.of(marked)
    for one, span in _clauses(names.text, told):
        if span in given or quotations.over(span):
            continue
        said = said_by(names, one, placed.over(_around(one)))
        if said.speaker:
            given.add(span)  # "quoted as saying" are two verbs of one clause
            yield said.quote(names.text, span, QuoteKind.INDIRECT)


def _around(one: Attribution) -> Span:
    """Give the stretch in which stands who passes an attribution on."""
    return Span(max(0, one.cue.start - NEAR), one.cue.end + NEAR)


def _clauses(text: str, told: Sequence[Attribution]) -> Iterator[tuple[Attribution, Span]]:
    """Yield each clause that was said, not only spoken of, denied or to be said."""
    for one in told:
        if one.how == "clause" and one.asserted and not one.fragment:
            span = _without_occasion(text, trimmed(text, one.contents[0]))
            if _says_something(text, span, one.word):
                yield one, span


def _without_occasion(text: str, span: Span) -> Span:
    """Leave out where it was said: "said in a statement they had decided"."""
    lead = _OCCASION.match(text, span.start, span.end)
    return Span(lead.end(), span.end) if lead else span


# "In a joint statement (that)": before a clause, or all there is.
_OCCASION = re.compile(
    r"(?:in|during|at|on|through)\s+(?:an?|the|his|her|its|their)\s+(?:[\w\-]+\s+){0,3}?"
    r"(?:statement|interview|briefing|conference|release|speech|letter|report|post|call|tweet)\b"
    r"(?!\s*,?\s*(?:of|on|for|with|to|about|at|by|from|in|released|carried|issued|published|posted|which|and)\b)"
    r"(?:\s+that)?\s*"
)


def _is_circumstance(words: str) -> bool:
    """Say whether words only tell when or how: "Despite the crisis, the North responds"."""
    first, *rest = words.casefold().split()
    verbs = words_of("finite", "auxiliaries")
    return first in _OPENS and not any(w in verbs or w.endswith("ed") for w in rest)


# Prepositions with which no short clause begins that somebody says.
_OPENS = frozenset({"despite", "amid", "without", "besides", "during", "given"})


def _says_something(text: str, span: Span, word: str) -> bool:
    """Say whether a clause is one: not too short, and after "asked" a question."""
    if span.end - span.start < _SHORTEST or _is_circumstance(span.of(text)):
        return False
    return word not in _ASKED or bool(_QUESTION.match(span.of(text)))
