"""Finds which statements answer a launch that their story tells of: condemnations, meetings, drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from penholder.find.found import Found
from penholder.find.phrases import any_of
from penholder.model.span import Span
from penholder.model.statement import Polarity, Statement, StatementKind
from penholder.model.when import When
from penholder.tables.load import load_toml

# Characters before the words for a launch in which a cue can stand.
_LEAD = 60
# Characters between the words of an answer and the launch that they are about.
_REACH = 120
_TOLD = frozenset({Polarity.ASSERTED, Polarity.PLANNED})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Launch:
    """Words for a launch, with the statement of the story that tells of it."""

    start: int
    cue: str | None  # the word before, that says what is done about it: "over"
    statement: Statement


def mark_answers(found: Found, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements; those that answer a launch with where the statement of it begins, and the cue."""
    launches = [one for one in statements if _is_launch(one)]
    for one in statements:
        answered = _answered(found, one, launches) if launches and _may_answer(one) else None
        yield _marked(one, answered) if answered else one


def _marked(statement: Statement, launch: _Launch) -> Statement:
    cue = {"answer_cue": launch.cue} if launch.cue else {}
    answers = {"answers": str(launch.statement.span.start)}
    return replace(statement, detail={**statement.detail, **answers, **cue})


def _is_launch(statement: Statement) -> bool:
    asserted = statement.polarity is Polarity.ASSERTED
    return statement.kind is StatementKind.WEAPON_TEST and asserted and bool(statement.actor)


def _may_answer(statement: Statement) -> bool:
    return statement.polarity in _TOLD and statement.kind.value in load_toml("answers")["kinds"]


def _answered(found: Found, one: Statement, launches: Sequence[Statement]) -> _Launch | None:
    """Give the launch that a statement answers: named in its sentence, by others than those who answer."""
    mine = {actor.state or actor.id for actor in one.actor}
    others = [t for t in launches if not mine & {a.state or a.id for a in t.actor}]
    sentence = found.sentence_at(one.span.start)
    named = (*_told(found, sentence, others), *_taken_up(found, sentence, others))
    return next((launch for launch in named if _is_about(one, launch)), None)


def _is_about(one: Statement, launch: _Launch) -> bool:
    ahead = launch.start - one.span.start
    if ahead < 0:
        return launch.cue in _BEFORE
    is_object = one.kind.value in load_toml("answers")["objects"]
    near = ahead <= _REACH or launch.start < one.span.end
    return near and (launch.cue is not None or (is_object and launch.start < one.span.end))


# "After the launch the Council met": these can stand in front.
_BEFORE = frozenset(
    {"after", "following", "in response to", "in the wake of", "days after", "hours after"}
)


def _told(found: Found, sentence: Span, launches: Sequence[Statement]) -> Iterator[_Launch]:
    """Yield the launches that the sentence tells of itself."""
    for one in launches:
        if sentence.covers(one.span):
            yield _Launch(
                start=one.span.start, cue=_cue(found.text, sentence, one.span.start), statement=one
            )


def _taken_up(found: Found, sentence: Span, launches: Sequence[Statement]) -> Iterator[_Launch]:
    """Yield the launches that the sentence takes up: "the launch", "Wednesday's test"."""
    for match in _noun().finditer(found.text, sentence.start, sentence.end):
        words = Span(*match.span())
        if meant := _meant(found, words, launches):
            yield _Launch(
                start=words.start, cue=_cue(found.text, sentence, words.start), statement=meant
            )


def _meant(found: Found, words: Span, launches: Sequence[Statement]) -> Statement | None:
    """Give the launch told of last before the words, by whoever launches most; of the day that they name, if they name one."""
    before = [one for one in launches if one.span.start < words.start]
    if "nuclear" in words.of(found.text).casefold():
        before = [one for one in before if one.detail.get("weapon") == "nuclear"]
    if times := found.times_within(words):
        before = before or list(launches)  # "Wednesday's launch" can be told of later
        before = [
            one
            for one in before
            if one.when and When(one.when.value).could_be(When(times[0].value))
        ]
    return _of_most(before)[-1] if before else None


def _of_most(launches: Sequence[Statement]) -> Sequence[Statement]:
    """Give the launches by those whose launches are told of most; who comes first, where it is a draw."""
    actors = [one.actor for one in launches]
    most = max(actors, key=actors.count)
    return [one for one in launches if one.actor == most]


def _cue(text: str, sentence: Span, start: int) -> str | None:
    """Give the cue right before the words for a launch, which may begin with its last word: "to its launch"."""
    begins = _PREPOSITION.match(text, start)
    end = begins.end() if begins else start
    found = _cue_last().search(text[max(sentence.start, end - _LEAD) : end])
    return " ".join(found["cue"].casefold().split()) if found else None


_PREPOSITION = re.compile(r"(?:to|of|over|after|following|on|for|about|from|amid|condemning|denouncing)\s+", re.IGNORECASE)  # fmt: skip


@cache
def _cue_last() -> re.Pattern[str]:
    cues = any_of(load_toml("answers")["cues"])
    return re.compile(rf"(?P<cue>{cues})\s+(?:the\s+|a\s+|an\s+)?$", re.IGNORECASE)


@cache
def _noun() -> re.Pattern[str]:
    table = load_toml("answers")
    before = rf"(?:{any_of(table['before'])}|\b\w+day['’]s|(?<=['’]s\s))"
    return re.compile(
        rf"{before}\s*(?:[\w\-]+\s+){{0,3}}?{any_of(table['nouns'])}(?!\s+(?:site|program|ban|pad)\w*)",
        re.IGNORECASE,
    )
