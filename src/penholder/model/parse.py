"""A sentence with its grammar, as Universal Dependencies writes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from penholder.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word of a sentence: "do" and "n't" are two."""

    id: int  # its place in the sentence, from 1 on
    form: str  # as the story writes it
    start: int  # offsets in the story's text, half-open
    end: int
    upos: str  # "VERB"
    xpos: str  # "VBD", after the Penn Treebank
    feats: str  # "Number=Sing|Person=3"; "": none, or the parser knows none
    head: int  # the id of the word that it hangs from; 0: it is the root
    deprel: str  # "nsubj:pass"

    @property
    def span(self) -> Span:
        """Give the word's place in the story."""
        return Span(self.start, self.end)

    @property
    def relation(self) -> str:
        """Give the relation without its subtype: "nsubj" of "nsubj:pass"."""
        return self.deprel.partition(":")[0]


@dataclass(frozen=True, kw_only=True)
class Parse:
    """The words of one sentence, each hanging from another; just one hangs from nothing."""

    span: Span
    tokens: tuple[Token, ...]  # token `id` stands at tokens[id - 1]

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        below: list[list[Token]] = [[] for _ in range(len(self.tokens) + 1)]
        for token in self.tokens:
            below[token.head].append(token)
        return tuple(map(tuple, below))

    @property
    def root(self) -> Token | None:
        """Give the word that hangs from nothing; None in a sentence without words."""
        return next(iter(self._children[0]), None)

    def head_of(self, token: Token) -> Token | None:
        """Give the word that `token` hangs from; None for the root."""
        return self.tokens[token.head - 1] if token.head else None

    def children_of(self, token: Token, *relations: str) -> tuple[Token, ...]:
        """Give what hangs from `token`, in reading order; only by such relations, if any is named.

        A relation without a subtype takes its subtypes in: "nsubj" also gives "nsubj:pass".
        """
        children = self._children[token.id]
        if not relations:
            return children
        return tuple(c for c in children if c.deprel in relations or c.relation in relations)

    def above(self, token: Token) -> Iterator[Token]:
        """Yield the head of `token`, its head, and so on up to the root."""
        while (head := self.head_of(token)) is not None:
            yield head
            token = head

    def subtree_of(self, token: Token) -> tuple[Token, ...]:
        """Give `token` and all that hangs below it, in reading order."""
        found, waiting = [], [token]
        while waiting:
            one = waiting.pop()
            found.append(one)
            waiting += self._children[one.id]
        return tuple(sorted(found, key=lambda one: one.id))

    def stretch_of(self, token: Token) -> Span:
        """Give the stretch of text from the first to the last word of a subtree."""
        words = self.subtree_of(token)
        return Span(words[0].start, words[-1].end)

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Give the words that share a character with a span."""
        return tuple(t for t in self.tokens if t.start < span.end and span.start < t.end)

    def top_of(self, span: Span) -> Token | None:
        """Give the word of a span that the others of it hang from; None where no word stands."""
        inside = self.tokens_in(span)
        ids = {token.id for token in inside}
        return next((token for token in inside if token.head not in ids), None)
