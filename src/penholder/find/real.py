"""Says whether an act took place, is to come, or is only imagined."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from penholder.find.acts import Act
from penholder.find.around import Around
from penholder.find.polarity import is_missed, polarity_of, read_polarity
from penholder.find.syntax.groups import hangs_on_condition, is_conditional
from penholder.find.times.direction import Direction, direction_of
from penholder.model.statement import Polarity, SaidWhen, StatementKind
from penholder.model.story import Story
from penholder.model.when import When
from penholder.tables.load import load_toml

# "Will take all necessary measures": the words of the act hold what is to come.
_WILL = re.compile(r"will\s")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?!\d)(?!-W)")
_WEEK = re.compile(r"\d{4}-W\d\d")


def polarity_of_act(act: Act, around: Around, story: Story, when: SaidWhen | None) -> Polarity:
    """Give the polarity of an act, by its words, the words around them, and its day."""
    said = act.is_utterance or _WILL.match(around.text, around.trigger.span.start)
    told = _by_utterance(around) if said else _by_words(around)
    if act.denies:
        return Polarity.NEGATED
    if told is Polarity.NEGATED and _is_missed_launch(act, around):
        return Polarity.ASSERTED
    if told is Polarity.PLANNED and _is_carried_out(around, story, when):
        return Polarity.ASSERTED
    open_yet = act.kind is not StatementKind.STATEMENT and around.trigger.tense != "ed"
    if told is Polarity.ASSERTED and open_yet:
        return Polarity.PLANNED if _is_ahead(act, around, story, when) else told
    return told


def _is_missed_launch(act: Act, around: Around) -> bool:
    """Say whether a launch is told by its failure, under no condition: "failed to launch a missile"."""
    before = around.text[around.sentence.start : around.trigger.span.start]
    first = is_missed(before) and read_polarity(before + "x", 0, before.rfind("failed"))
    return act.kind is StatementKind.WEAPON_TEST and first is Polarity.ASSERTED


def _is_carried_out(around: Around, story: Story, when: SaidWhen | None) -> bool:
    """Say whether what was ordered has a day that is past: "ordered a test in January"."""
    parse, word, days = around.parse, around.word, When(when.value).days() if when else None
    today = When(story.date.value).days() if story.date.value else None
    above = [*parse.above(word)][:_ABOVE] if parse and word else []
    past = days is not None and today is not None and days[1] < today[0]
    return past and any(one.form.casefold() in _carried_out() for one in above)


# "Ordered to conduct a test": from a noun to the verb that has it done.
_ABOVE = 2


@cache
def _carried_out() -> frozenset[str]:
    return frozenset(load_toml("polarity")["carried_out"]["heads"])


def _by_words(around: Around) -> Polarity:
    if around.parse and around.word:
        return polarity_of(around.parse, around.word)
    return read_polarity(around.text, around.clause.start, around.trigger.span.start)


def _by_utterance(around: Around) -> Polarity:
    """Give the polarity of what is done by saying it: "we will respond" warns, whatever comes."""
    if around.parse and around.word:
        parse, word = around.parse, around.word
        open_yet = is_conditional(parse, word) or hangs_on_condition(parse, word)
        return Polarity.HYPOTHETICAL if open_yet else Polarity.ASSERTED
    told = read_polarity(around.text, around.clause.start, around.trigger.span.start)
    return told if told is Polarity.HYPOTHETICAL else Polarity.ASSERTED


def _is_ahead(act: Act, around: Around, story: Story, when: SaidWhen | None) -> bool:
    """Say whether an act is still to come by its day.

    The morrow may have begun where a missile flew: what "was fired on Sunday" by a story of Saturday was fired.
    """
    if not _is_to_come(story, when):
        return False
    return not (_is_morrow(story, when) and _is_done(act, around))


def _is_morrow(story: Story, when: SaidWhen | None) -> bool:
    if when is None or not _DAY.match(when.value):
        return False
    today = date.fromisoformat(story.date.value or "")
    return (date.fromisoformat(when.value[:10]) - today).days == 1


def _is_done(act: Act, around: Around) -> bool:
    """Say whether a past verb tells of an act: "vetoed"; of a launch also behind it: "the launch failed"."""
    if around.trigger.tense == "ed":
        return True
    told = direction_of(around.text, around.trigger.span, around.sentence)
    return act.kind is StatementKind.WEAPON_TEST and told is Direction.BEHIND


def _is_to_come(story: Story, when: SaidWhen | None) -> bool:
    """Say whether a day is later than the story's own: "Monday's meeting" in a paper of Sunday."""
    today = story.date.value
    if not (when and when.text and today and _DAY.fullmatch(today)):
        return False
    if _WEEK.fullmatch(when.value):
        year, week, _ = date.fromisoformat(today).isocalendar()
        return when.value > f"{year}-W{week:02}"
    return bool(_DATE.match(when.value)) and when.value[:10] > today[: len(when.value)]
