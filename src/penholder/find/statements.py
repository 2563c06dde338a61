"""Finds what a story says that somebody did or said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from penholder.find.acts import Act, Trigger, find_triggers
from penholder.find.answering import mark_answers
from penholder.find.around import Around, look_around
from penholder.find.clauses import trimmed
from penholder.find.dating_times import dating_times
from penholder.find.details import read_details
from penholder.find.drafts.marking import mark_drafts
from penholder.find.fits import fits, may_fit
from penholder.find.found import Found
from penholder.find.occasions import occasion_of
from penholder.find.parse import parse_sentences
from penholder.find.parties import Parties, parties_of
from penholder.find.positions import mark_positions
from penholder.find.real import polarity_of_act
from penholder.find.settled import settle
from penholder.find.syntax.clauses import said_from, start_of
from penholder.find.told import Told
from penholder.find.told_after import date_from_later
from penholder.find.unowned_tests import is_nuclear_on_day
from penholder.find.verbs import is_verb
from penholder.model.actor import Actor, Mention
from penholder.model.parse import Parse
from penholder.model.quote import Quote, QuoteKind
from penholder.model.span import Span
from penholder.model.statement import Polarity, Statement, StatementKind
from penholder.model.story import Story
from penholder.model.when import TimeExpression

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def find_statements(
    story: Story,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    quotes: Sequence[Quote],
) -> Iterator[Statement]:
    """Yield each statement of the body, in reading order."""
    found = Found.of(story, mentions, times, quotes)
    dated = date_from_later(found, tuple(settle(tuple(_told_in(found)))))
    marked = mark_drafts(found, tuple(dated))
    answering = mark_answers(found, tuple(marked))
    yield from mark_positions(found, tuple(answering))


def _told_in(found: Found) -> Iterator[Statement]:
    for sentence, triggers, parse in _marked(found):
        told = sorted(
            _in_sentence(found, sentence, triggers, parse),
            key=_place,
        )
        yield from (one for place, one in enumerate(told) if _is_news(one, told[:place]))


def _place(statement: Statement) -> tuple[int, int]:
    """Order by where statements begin; of tests that begin together the wider words go first."""
    wider_first = statement.kind is StatementKind.WEAPON_TEST
    return statement.span.start, -statement.span.end if wider_first else statement.span.end


def _marked(found: Found) -> Iterator[tuple[Span, Sequence[Trigger], Parse | None]]:
    """Yield each sentence that holds a trigger, with its parse where a parser is installed."""
    triggers = {
        sentence: sorted(
            find_triggers(found.text, sentence.start, sentence.end), key=lambda t: t.span
        )
        for sentence in found.sentences
    }
    marked = [one for one, there in triggers.items() if _asks_for_grammar(found, one, there)]
    parses = dict(zip(marked, parse_sentences(found.story, marked) or (), strict=False))
    for sentence, there in triggers.items():
        if there:
            yield sentence, there, parses.get(sentence)


def _asks_for_grammar(found: Found, sentence: Span, triggers: Sequence[Trigger]) -> bool:
    """Say whether a sentence may tell more than that something was said: words alone tell who said it."""
    return any(
        act.kind is not StatementKind.STATEMENT and may_fit(act, found.names, sentence)
        for trigger in triggers
        for act in trigger.acts
    )


def _is_news(statement: Statement, earlier: Sequence[Statement]) -> bool:
    return not _is_told(statement, earlier) and not _is_threatened(statement, earlier)


def _is_told(statement: Statement, earlier: Sequence[Statement]) -> bool:
    """Say whether wider words of the sentence already tell the same: two verbs, one act."""
    return any(
        (one.kind, one.actor) == (statement.kind, statement.actor)
        and (_says(one) or (one.when, one.polarity) == (statement.when, statement.polarity))
        and one.span.covers(statement.span)
        for one in earlier
    )


def _is_threatened(statement: Statement, earlier: Sequence[Statement]) -> bool:
    """Say whether a deed is only what a threat holds out: "threatened to attack Guam"."""
    if statement.kind is not StatementKind.OTHER or statement.polarity is Polarity.ASSERTED:
        return False
    return any(
        one.kind is StatementKind.THREAT
        and one.actor == statement.actor
        and one.span.overlaps(statement.span)
        for one in earlier
    )


def _says(statement: Statement) -> bool:
    """Say whether a statement is the saying itself: what is said in it is told with it."""
    return statement.kind is StatementKind.STATEMENT


def _in_sentence(
    found: Found, sentence: Span, triggers: Sequence[Trigger], parse: Parse | None
) -> Iterator[Statement]:
    objects: frozenset[int] = frozenset()
    done = 0
    for trigger in triggers:
        if trigger.span.start < done:
            continue
        around = look_around(found, sentence, trigger, parse)
        if made := _statement(found, around, objects):
            statement, parties = made
            # What is said is a clause of its own: its first name acts in it.
            objects |= parties.objects if statement.kind is not StatementKind.STATEMENT else set()
            done = trigger.span.end
            yield statement


def _statement(
    found: Found, around: Around, objects: frozenset[int]
) -> tuple[Statement, Parties] | None:
    trigger, sentence = around.trigger, around.sentence
    quote = found.quote_at(trigger.span) or _touched(found, trigger)
    told = Told(
        speakers=_speakers(found, quote), start=quote.span.start if quote else sentence.start
    )
    if not is_verb(around) or (quote is None and _is_asked(around)):
        return None
    for act in trigger.acts:
        if not fits(act, around) or (not act.speaker_acts and _only_cues(found, around, act.kind)):
            continue
        if parties := parties_of(act, around, told, objects):
            made = _made(found, around, parties, quote, act)
            open_day = (act.unowned and made.when is None) or (act.flown and not _is_of_a_day(made))
            return None if open_day or _is_unsaid(made) else (made, parties)
    return None


def _is_of_a_day(statement: Statement) -> bool:
    """Say whether a statement tells the day on which it was, and not only a month or a year."""
    return statement.when is not None and bool(_DAY.match(statement.when.value))


def _is_asked(around: Around) -> bool:
    """Say whether the reporter asks: "What did Trump say about Israel?"."""
    return around.sentence.of(around.text).rstrip().endswith("?")


def _is_unsaid(statement: Statement) -> bool:
    """Say whether nobody has said it: "could respond", "decides to answer"."""
    told = {Polarity.ASSERTED, Polarity.NEGATED}
    return statement.kind is StatementKind.STATEMENT and statement.polarity not in told


def _touched(found: Found, trigger: Trigger) -> Quote | None:
    """Give the quote that begins inside a trigger: 'would "not hesitate to act"'."""
    if trigger.tense != "noun":
        return None
    return next(iter(found.quotes_over(trigger.span)), None)


def _speakers(found: Found, quote: Quote | None) -> tuple[Actor, ...]:
    """Give who says "we": the one quoted, or those who issued the paper."""
    if quote is None:
        return found.voice
    return (quote.speaker,) if quote.speaker else ()


def _made(
    found: Found, around: Around, parties: Parties, quote: Quote | None, act: Act
) -> Statement:
    text, trigger = found.text, around.trigger.span
    clause = _inside(around.clause, quote)
    span = trimmed(text, Span(_start(around, parties, act), _end(around, quote)))
    times = dating_times(found, around, act.kind, clause, span.start)
    first = min([span.start, clause.start, *(time.span.start for time in times)])
    last = max([clause.end, *(time.span.end for time in times)])
    when = occasion_of(text, times, Span(first, last), trigger)
    return Statement(
        story=found.story.id,
        span=span,
        text=span.of(text),
        kind=act.kind,
        actor=parties.actors,
        target=parties.targets,
        when=when,
        polarity=polarity_of_act(act, around, found.story, when),
        attributed_to=quote.speaker if quote else None,
        detail=_details(found, around, span, act),
        rule=act.id,
    )


def _details(found: Found, around: Around, span: Span, act: Act) -> dict[str, str]:
    told = read_details(
        found.text, span, act.kind, [time.span for time in found.times_within(span)]
    )
    nuclear = act.unowned and "weapon" not in told and is_nuclear_on_day(around)
    return told | ({"weapon": "nuclear"} if nuclear else {})


def _inside(clause: Span, quote: Quote | None) -> Span:
    """Give the part of a clause that is quoted: "said on Monday that it fires on Friday"."""
    if quote is None or not quote.span.overlaps(clause):
        return clause
    return Span(max(clause.start, quote.span.start), min(clause.end, quote.span.end))


def _start(around: Around, parties: Parties, act: Act) -> int:
    """Give where the words begin: a participle's clause leaves its subject to the clause before."""
    if around.parse and around.word:
        start = start_of(around.parse, around.word, around.trigger.span)
        says = act.kind is StatementKind.STATEMENT
        return said_from(around.parse, around.word, start) if says else start
    if around.trigger.tense == "ing":
        return max(parties.start, around.clause.start)
    return parties.start


def _end(around: Around, quote: Quote | None) -> int:
    """Give where the words end: those in a quote end with it, before "…, she said".

    Words quoted inside a clause do not end it: 'said it was "only a matter of time" before war came'.
    """
    if quote is None or quote.kind is QuoteKind.MIXED:
        return around.clause.end
    return max(around.trigger.span.end, min(around.clause.end, quote.span.end))


def _only_cues(found: Found, around: Around, kind: StatementKind) -> bool:
    """Say whether the trigger merely introduces a direct quote: the quote itself is kept."""
    if kind is not StatementKind.STATEMENT:
        return False
    sentence = around.sentence
    quoted = [one for one in found.quotes_over(sentence) if one.kind is QuoteKind.DIRECT]
    inside = sum(min(q.span.end, sentence.end) - max(q.span.start, sentence.start) for q in quoted)
    # A cue with its speaker takes at most some 60 characters: "the department spokesperson said".
    return bool(quoted) and (sentence.end - sentence.start) - inside < 60
