"""What one statement tells of a draft: the stage, whose it is, what it is about, and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from penholder.find.council_scene import PERMANENT, in_council_scene, subjects_in, symbol_in
from penholder.find.drafts.stages import is_definite, names_no_draft, stage_of
from penholder.find.found import Found
from penholder.find.taking_part import is_sponsor, voters_in
from penholder.model.actor import Actor, ActorId, ActorKind
from penholder.model.span import Span
from penholder.model.statement import Polarity, Statement, StatementKind
from penholder.model.when import When

Days = tuple[date, date]
States = frozenset[ActorId]

_AHEAD = frozenset({Polarity.PLANNED, Polarity.HYPOTHETICAL})
# With these a draft's life ends.
ADOPTED, LOST = "adopted", frozenset({"vetoed", "failed", "withdrawn"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A statement of a draft, as far as it tells which one is meant."""

    at: int  # the statement's place in its story
    span: Span
    stage: str
    planned: bool
    sponsors: States
    subjects: States
    vetoing: States  # nobody vetoes a draft of their own
    symbol: str | None
    days: Days | None
    definite: bool  # "the text": one that was told of before

    @property
    def end(self) -> bool | None:
        """Say how the draft's life ended: adopted, lost; None: it does not tell of the end."""
        if self.planned or self.stage not in {ADOPTED, *LOST}:
            return None
        return self.stage == ADOPTED


def read_telling(found: Found, at: int, statement: Statement) -> Telling | None:
    """Give what a statement tells of a draft of the Council; None: of none."""
    stage = stage_of(statement)
    sentence = found.sentence_at(statement.span.start)
    if stage is None or not in_council_scene(found, sentence):
        return None
    sponsors = _sponsors(found, statement, sentence)
    return Telling(
        at=at,
        span=statement.span,
        stage=stage,
        planned=statement.polarity in _AHEAD,
        sponsors=sponsors,
        subjects=_subjects(found, statement, sentence, sponsors),
        vetoing=_states(statement.actor) if statement.kind is StatementKind.VETO else frozenset(),
        symbol=symbol_in(found.text, statement.span),
        days=When(statement.when.value).days() if statement.when else None,
        definite=is_definite(statement.text),
    )


def _sponsors(found: Found, statement: Statement, sentence: Span) -> States:
    """Give whose draft it is: of those who draft, and by "a Brazilian draft", "drafted by Ecuador".

    Words without a draft take up the one named before: "the U.S. draft got ten votes but was vetoed".
    """
    span = statement.span
    if by_words := _sponsors_in(found, span):
        return frozenset(by_words)
    if statement.kind is StatementKind.DRAFT_RESOLUTION:
        return _states(statement.actor)
    lead = Span(sentence.start, span.start)
    return (
        frozenset(_sponsors_in(found, lead)[-1:]) if names_no_draft(statement.text) else frozenset()
    )


def _sponsors_in(found: Found, stretch: Span) -> Sequence[ActorId]:
    named = found.names.within(stretch.start, stretch.end)
    states = (_states([mention.actor]) for mention in named if is_sponsor(found.text, mention))
    return [state for one in states for state in sorted(one)]


def _states(actors: Iterable[Actor]) -> States:
    """Give the states that act, themselves or by their people and bodies."""
    return frozenset(
        state
        for actor in actors
        if (state := actor.id if actor.kind is ActorKind.STATE else actor.state)
    )


def _subjects(found: Found, statement: Statement, sentence: Span, sponsors: States) -> States:
    """Give the states that the draft is about, by the statement's words, else by those behind them."""
    others = sponsors | _states(statement.actor) | voters_in(found, sentence)
    span = statement.span
    for stretch in (span, Span(span.end, max(span.end, sentence.end))):
        named = frozenset(subjects_in(found, stretch)) - others
        if named:
            return named
    return frozenset()


def topic_of(found: Found) -> States:
    """Give the states that a story speaks of most, where they stand out; the permanent members aside."""
    counted: dict[ActorId, int] = {}
    for mention in found.names.mentions:
        state = mention.actor.id if mention.actor.kind is ActorKind.STATE else mention.actor.state
        if state and state not in PERMANENT:
            counted[state] = counted.get(state, 0) + 1
    most = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    top = [state for state, times in most if times >= _OFTEN and 2 * times >= most[0][1]]
    return frozenset(top) if len(top) <= _PAIR else frozenset()


def taking_part_in(found: Found) -> States:
    """Give the states that a story names as drafting or voting, in whichever sentence."""
    drafting = (one.actor for one in found.names.mentions if is_sponsor(found.text, one))
    voting = (voters_in(found, sentence) for sentence in found.sentences)
    return _states(drafting).union(*voting)


_OFTEN, _PAIR = 3, 2  # Israel and Palestine are told of together
