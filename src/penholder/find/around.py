"""What stands around a trigger: its clause, its sentence, its scene and its grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass

from penholder.find.acts import Trigger
from penholder.find.clauses import clause_around
from penholder.find.found import Found
from penholder.find.speech import Attribution
from penholder.find.subjects import Names
from penholder.find.syntax.clauses import clause_of
from penholder.model.parse import Parse, Token
from penholder.model.span import Span

# Words of a trigger that may be a clause of its own: "conflict with the regime is possible".
_LONG = 4
# Characters before a sentence in which the Council may have been named: about two sentences.
_SCENE = 500
# Characters of a clause after the trigger in which a needed word must stand: far enough for
# "launched what seems to be a Scud", short of the next thought.
_REACH = 110
_QUOTED = re.compile(r"\s*[“\"][^”\"\n]{2,60}[”\"]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """A trigger with its clause, its sentence, and the stretch that sets its scene."""

    found: Found
    trigger: Trigger
    clause: Span
    sentence: Span
    scene: Span  # this sentence and those shortly before it
    parse: Parse | None = None  # None: no parser is installed
    word: Token | None = None  # the trigger's word that the others of it hang from
    said: Attribution | None = None  # what the trigger, a verb of speech, introduces

    @property
    def names(self) -> Names:
        """Give the names of the story."""
        return self.found.names

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


def look_around(found: Found, sentence: Span, trigger: Trigger, parse: Parse | None) -> Around:
    """Give what stands around a trigger of a sentence, its grammar where a parser read it."""
    word = _top(trigger, parse) if parse else None
    if word and word.deprel == "amod" and _is_named_before(found, trigger):
        word = None  # the parser took a verb for an adjective: "the North fired projectiles"
    return Around(
        found=found,
        trigger=trigger,
        parse=parse,
        word=word,
        said=_said_at(found, sentence, trigger),
        clause=clause_of(parse, word, trigger.span)
        if parse and word
        else clause_around(found.text, sentence, trigger.span),
        sentence=sentence,
        scene=Span(max(found.story.body.start, sentence.start - _SCENE), sentence.end),
    )


def _said_at(found: Found, sentence: Span, trigger: Trigger) -> Attribution | None:
    """Give what a verb of speech introduces; "quoted Kim as saying" is one verb."""
    start = trigger.span.start
    if trigger.tense == "noun":
        return None
    if trigger.tense == "ing" and found.text.endswith(" as ", 0, start):
        before = (found.said.get(place) for place in range(start - 1, sentence.start - 1, -1))
        return next((one for one in before if one), None)
    return found.said.get(start)


def _top(trigger: Trigger, parse: Parse) -> Token | None:
    """Give the word that the others of a trigger hang from; of several in a clause, its predicate."""
    inside = parse.tokens_in(trigger.span)
    ids = {token.id for token in inside}
    tops = [token for token in inside if token.head not in ids]
    verbal = [one for one in tops if one.upos in {"VERB", "ADJ"}]
    if verbal and tops[0].upos == "PUNCT":  # the parser hangs the hyphen of "test-fired" elsewhere
        return verbal[-1]
    return (
        next(iter((*verbal[-1:], *tops)), None)
        if len(inside) > _LONG
        else parse.top_of(trigger.span)
    )


def _is_named_before(found: Found, trigger: Trigger) -> bool:
    start = trigger.span.start
    near = found.names.within(max(0, start - 60), start)
    before = [m for m in near if m.how != "adjective" and m.span.end < start]
    return bool(before) and found.text[before[-1].span.end : start].isspace()
