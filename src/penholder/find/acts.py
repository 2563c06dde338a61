"""The rows of tables/acts.toml, and the places in a text where their words stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from penholder.find.hints import Needs, may_match, needs_of, seen_in
from penholder.find.inflect import forms_of
from penholder.find.phrases import any_of
from penholder.find.run_on import find_run_on
from penholder.model.actor import ActorId
from penholder.model.span import Span
from penholder.model.statement import StatementKind
from penholder.tables.load import load_toml

_SAYING = frozenset(
    {
        StatementKind.STATEMENT,
        StatementKind.WARN,
        StatementKind.PLEDGE,
        StatementKind.CALL_ON,
        StatementKind.COUNCIL_STATEMENT,
        StatementKind.THREAT,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One row: the words for something that people do, and what must stand around them."""

    id: str
    kind: StatementKind
    rank: int  # the place in the table: earlier rows win
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()  # words close after the trigger that make it something else
    subject: tuple[ActorId, ...] = ()  # only these may act; () = anyone
    actor: ActorId | None = None  # who acts whatever the words before the trigger are
    council: bool = False  # only near a mention of the UN or its Council
    specific: bool = False  # only a certain event, not such events at large
    has_target: bool = True
    speaker_acts: bool = False  # the one who is quoted acts
    own: bool = False  # only of the speaker's own doing
    owner: str | None = None  # a class of objects whose owner acts
    several: bool = False  # only where two or more act, or a body
    dated: bool = False  # only a noun with an owner and a day
    unowned: bool = False  # of a noun without an owner the state of whose weapons the text speaks
    flown: bool = False  # the weapon is the subject: "a missile flew over Japan"
    grammar: bool = False  # only where a parser is installed
    by_state: bool = False  # a person acts for a state
    not_by: tuple[ActorId, ...] = ()  # these never act so
    of_object: bool = (
        False  # what must follow must stand in the object, where a parser is installed
    )
    official: bool = False  # a person acts so only with an office or for a state
    active: bool = False  # never a passive verb
    introduces: bool = False  # only a verb that introduces what is said
    of_paper: bool = False  # only of a draft, with nobody named who acts: "the text was adopted"
    denies: bool = False  # says that something is not so, or says nothing
    is_utterance: bool = False  # its words are what is said, so that saying them is the act


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words that may say that an act took place, with the rows that they belong to."""

    span: Span
    tense: str  # base | s | ed | ing | noun
    acts: tuple[Act, ...]  # by rank


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: re.Pattern[str]
    after_name: re.Pattern[str]  # the same where no blank stands before them
    entries: Mapping[str, tuple[tuple[str, tuple[Act, ...]], ...]]  # by tense, verbs first
    patterns: tuple[tuple[re.Pattern[str], Needs, Act], ...]


def find_triggers(text: str, start: int, end: int) -> Iterator[Trigger]:
    """Yield each place between two offsets where the words of at least one row stand."""
    lexicon = _lexicon()
    for match in _places(lexicon, text, start, end):
        for tense, acts in lexicon.entries[_key(match[0])]:
            yield Trigger(span=Span(match.start(), match.end()), tense=tense, acts=acts)
    seen = seen_in(text, start, end)
    for pattern, needs, act in lexicon.patterns:
        if not may_match(needs, seen):
            continue
        for match in pattern.finditer(text, start, end):
            yield Trigger(span=Span(match.start(), match.end()), tense="noun", acts=(act,))


def _places(lexicon: _Lexicon, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    yield from lexicon.words.finditer(text, start, end)
    for name in find_run_on(text, start, end):
        if match := lexicon.after_name.match(text, name.end, end):
            yield match


@cache
def word_class(name: str) -> re.Pattern[str]:
    """Give the pattern of a class of words of tables/acts.toml."""
    return re.compile(any_of(load_toml("acts")["classes"][name]), re.IGNORECASE)


@cache
def saying_words() -> frozenset[str]:
    """Give the forms of the verbs that introduce what somebody says, in lower case."""
    return _forms_of(_SAYING)


@cache
def condemning_words() -> frozenset[str]:
    """Give the forms of the verbs that condemn, in lower case."""
    return _forms_of(frozenset({StatementKind.CONDEMN}))


@cache
def calling_words() -> frozenset[str]:
    """Give the forms of the verbs that ask for something, in lower case: "called for", "requested"."""
    return frozenset(words.split()[0] for words in _forms_of(frozenset({StatementKind.CALL_ON})))


@cache
def drafting_words() -> frozenset[str]:
    """Give the forms of the verbs that put a draft forward, in lower case."""
    more = load_toml("acts")["drafting"]["verbs"]
    forms = (form.words for verb in more for form in forms_of(verb, load_toml("acts")["irregular"]))
    drafting = _forms_of(frozenset({StatementKind.DRAFT_RESOLUTION}))
    return frozenset(words.split()[0] for words in (*drafting, *forms))


@cache
def testing_words() -> frozenset[str]:
    """Give the forms of the verbs that hold a test, in lower case: "conducted", "claimed"."""
    return frozenset(
        words.split()[0] for words in _forms_of(frozenset({StatementKind.WEAPON_TEST}))
    )


@cache
def denying_words() -> frozenset[str]:
    """Give the forms of the verbs that say that something is not so, in lower case; also "declined to comment"."""
    return _forms_where(lambda act: act.denies)


def _forms_of(kinds: frozenset[StatementKind]) -> frozenset[str]:
    return _forms_where(lambda act: act.kind in kinds)


def _forms_where(fits: Callable[[Act], bool]) -> frozenset[str]:
    """Give the forms of the verbs of some rows, in lower case."""
    entries = _lexicon().entries.items()
    return frozenset(
        words
        for words, by_tense in entries
        if any(tense != "noun" and any(map(fits, acts)) for tense, acts in by_tense)
    )


@cache
def load_acts() -> tuple[Act, ...]:
    """Give the rows in the order of the table."""
    return tuple(_act(row, rank) for rank, row in enumerate(load_toml("acts")["act"]))


def _act(row: Mapping[str, Any], rank: int) -> Act:
    return Act(
        id=row["id"],
        kind=StatementKind(row["kind"]),
        rank=rank,
        needs=tuple(row.get("needs", ())),
        unless=tuple(row.get("not", ())),
        subject=tuple(map(ActorId, row.get("subject", ()))),
        actor=ActorId(row["actor"]) if "actor" in row else None,
        council=row.get("council", False),
        specific=row.get("specific", False),
        has_target=row.get("target") == "object",
        speaker_acts=row.get("speaker_acts", False),
        own=row.get("own", False),
        owner=row.get("owner"),
        several=row.get("several", False),
        dated=row.get("dated", False),
        unowned=row.get("unowned", False),
        flown=row.get("flown", False),
        grammar=row.get("grammar", False),
        by_state=row.get("by_state", False),
        not_by=tuple(map(ActorId, row.get("not_by", ()))),
        of_object=row.get("of_object", False),
        official=row.get("official", False),
        active=row.get("active", False),
        introduces=row.get("introduces", False),
        of_paper=row.get("of_paper", False),
        denies=row.get("denies", False),
        is_utterance=bool(row.get("patterns")) and bool(row.get("speaker_acts") or row.get("own")),
    )


@cache
def _lexicon() -> _Lexicon:
    acts = load_acts()
    rows = load_toml("acts")["act"]
    found: dict[str, dict[str, set[Act]]] = defaultdict(lambda: defaultdict(set))
    for act, row in zip(acts, rows, strict=True):
        for words, tense in _words(row):
            found[_key(words)][tense].add(act)
    entries = {
        key: tuple(
            (tense, _by_rank(them, _said(found, key, tense)))
            for tense, them in sorted(by_tense.items(), key=lambda one: one[0] == "noun")
        )
        for key, by_tense in found.items()
    }
    patterns = tuple(
        (re.compile(pattern, re.IGNORECASE), needs_of("act", act.id, place), act)
        for act, row in zip(acts, rows, strict=True)
        for place, pattern in enumerate(row.get("patterns", ()))
    )
    words = any_of(entries)
    return _Lexicon(
        words=re.compile(words, re.IGNORECASE),
        after_name=re.compile(words.replace(r"(?<!\w)", "", 1), re.IGNORECASE),
        entries=entries,
        patterns=patterns,
    )


def _said(found: Mapping[str, Mapping[str, set[Act]]], key: str, tense: str) -> set[Act]:
    """Give the rows of "said" for "said in a statement": who is not the Council said it, too."""
    verb, _, rest = key.partition(" ")
    acts = found.get(verb, {}).get(tense, set()) if rest else set()
    return {act for act in acts if act.kind is StatementKind.STATEMENT}


def _by_rank(acts: set[Act], others: set[Act]) -> tuple[Act, ...]:
    """Order the rows of the words themselves, then those of the verb alone."""

    def rank(act: Act) -> int:
        return act.rank

    return (*sorted(acts, key=rank), *sorted(others - acts, key=rank))


def _words(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    irregular = load_toml("acts")["irregular"]
    for verb in row.get("verbs", ()):
        yield from ((form.words, form.tense) for form in forms_of(verb, irregular))
    for phrase in (*row.get("phrases", ()), *row.get("nouns", ())):
        yield phrase, "noun"


def _key(words: str) -> str:
    return " ".join(re.split(r"[\s\-\u2010\u2011]+", words.casefold()))
