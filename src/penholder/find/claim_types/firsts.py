"""First, last or largest since a day: "its first ICBM in more than four years"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from penholder.find.claim_rows import matches
from penholder.find.claim_types.left_out import left_out
from penholder.find.clauses import clause_around, trimmed
from penholder.find.counted import (
    Counted,
    of_weapon,
    owner_within,
    read_counted,
    whole_noun,
    whose,
)
from penholder.find.found import Found
from penholder.find.narrowing import is_narrowed, is_narrowed_behind
from penholder.find.occasions import occasion_of
from penholder.find.office_windows import since_office
from penholder.find.polarity import read_polarity
from penholder.find.told_days import event_day
from penholder.find.unreal import is_of_the_latest, is_unreal
from penholder.find.weapons import find_weapons
from penholder.model.actor import ActorId
from penholder.model.claim import Claim, ClaimType, Comparator, FirstAsked
from penholder.model.span import Span
from penholder.model.statement import Polarity, StatementKind
from penholder.model.when import TimeExpression

_RANKS = {
    "first_since": "first",
    "first_time_since": "first",
    "first_time_then": "first",
    "first_time_after": "first",
    "last_done": "last",
    "last_was": "last",
    "last_one": "last",
    "not_since": "last",
    "not_tested_since": "last",
    "last_tested": "last",
    "first_alone": "first",
    "first_elided": "first",
    "first_fired": "first",
    "first_ones": "first",
    "first_of": "first_of",
    "lull_ended": "first",
    "largest": "largest",
}
_MODS = {
    "MORE_THAN": Comparator.MORE_THAN,
    "LESS_THAN": Comparator.LESS_THAN,
    "APPROX": Comparator.ABOUT,
}


# "Most powerful" is said of missiles too, and no record measures it.
_FARTHEST = {
    "longest": "longest",
    "longest-ever": "longest",
    "farthest": "longest",
    "highest": "highest",
}


def find_firsts(found: Found) -> Iterator[Claim]:
    """Yield each claim that a test was the first, the last or the largest of its kind."""
    for sentence in found.sentences:
        rows = list(matches(found.text, sentence.start, sentence.end, ClaimType.FIRST_SINCE))
        done: set[int] = set()  # where the nouns begin that are claimed about
        for row, match in sorted(rows, key=lambda row: (row[0] not in _BEFORE, row[1].span())):
            if match.start("noun") not in done and (claim := _claim(found, sentence, row, match)):
                done.add(match.start("noun"))
                yield claim


# Rows whose noun stands before them: "and its first since May".
_LEFT_OUT = frozenset({"first_elided", "last_one"})
# "Its first test of the year in ten days": the row that names the year reads it first.
_BEFORE = frozenset({"first_of"})


def comparator_of(time: TimeExpression) -> Comparator:
    """Give the comparator that a time is said with: "more than four years"."""
    return _MODS.get(time.mod or "", Comparator.EXACT)


def _claim(found: Found, sentence: Span, row: str, match: re.Match[str]) -> Claim | None:
    noun, tail = Span(*match.span("noun")), Span(*match.span("tail"))
    counted = _counted(found, sentence, row, match)
    actor = whose(found, sentence, noun) or owner_within(found, Span(*match.span()))
    measure, of = _measure(found, tail), _of(found, row, match)
    if actor is None or counted is None or _is_to_come(found, sentence, row, match):
        return None
    if (row == "first_of" and of is None) or not (measure or of or row == "largest"):
        return None
    since = re.search(r"\bsince\b", match["tail"], re.IGNORECASE)
    if (
        row in {"first_since", "first_elided"}
        and measure
        and not since
        and _dates_itself(found, measure)
    ):
        return None
    span = _span(found, sentence, match)
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.FIRST_SINCE,
        asked=FirstAsked(
            actor=actor,
            rank="first_of" if of else _rank(row, match),
            noun=_with_outcome(match, counted.noun),
            kinds=counted.kinds,
            event_when=_event_when(found, sentence, row, measure, match)
            or _told_day(found, row, match, actor),
            since=of or _since(row, measure),
            gap=measure.value if measure and measure.kind == "duration" else None,
            comparator=comparator_of(measure) if measure else Comparator.EXACT,
            narrowed=_is_narrowed(found, row, match),
            sure=not _is_such(match),
            system=counted.system,
        ),
        said_by=found.speaker_at(span),
        rule=row,
    )


def _with_outcome(match: re.Match[str], noun: str) -> str:
    """Give the noun with the "successful" that stands before it: failures do not count then."""
    lead = match.string[match.start() : match.start("noun")].casefold()
    return f"successful {noun}" if "successful " in lead else noun


def _counted(found: Found, sentence: Span, row: str, match: re.Match[str]) -> Counted | None:
    """Give what was the first: the noun, or for a lull the tests that the sentence speaks of."""
    if row == "lull_ended":
        return _paused(found, sentence, match)
    if row == "first_alone" and (fired := _of_what(match["tail"])):
        return fired
    if row in _LEFT_OUT:
        return left_out(found, sentence, match.start(), one=row == "last_one")
    noun = Span(*match.span("noun"))
    words = re.sub(r"\bones$", "missiles", noun.of(found.text))
    counted = of_weapon(found.text, noun) or read_counted(words)
    if not counted.kinds and _is_such(match):
        counted = replace(counted, kinds=_spoken_of(found, match.start()))
    return counted if _is_test(found, noun, counted) else None


def _is_such(match: re.Match[str]) -> bool:
    """Say whether "such" makes the noun mean what was spoken of before: "its first such test"."""
    return bool(_SUCH.search(match.string, match.start(), match.end("noun")))


_SUCH = re.compile(r"\bsuch\b", re.IGNORECASE)


def _spoken_of(found: Found, before: int) -> tuple[str, ...]:
    """Give the kinds of the weapon named last before a place; of ballistic ones the class where it tells them apart."""
    start = max(found.story.body.start, before - _BACK)
    named = list(find_weapons(found.text, start, before))
    kinds = named[-1].kinds if named else ()
    if {"icbm", "slbm", "irbm"} & set(kinds) or "ballistic" not in kinds:
        return read_counted(named[-1].span.of(found.text)).kinds if named else ()
    return ("ballistic",)


# Characters before "such" in which it was spoken of.
_BACK = 250


def _of_what(tail: str) -> Counted | None:
    """Give tests of the weapon that "first of" names: "the test was the first of an ICBM since 2017"."""
    of = _OF_WEAPON.match(tail)
    weapon = next(find_weapons(of["what"]), None) if of else None
    return replace(read_counted(f"{of['what']} test"), unit="launch") if of and weapon else None


_OF_WEAPON = re.compile(
    r"\s+of\s+(?:an?\s+|its\s+)?(?P<what>[^,;]{3,50}?)\s+(?:since|in|for|this)\b"
)


def _paused(found: Found, sentence: Span, match: re.Match[str]) -> Counted | None:
    """Give the tests that a lull was one of; None where talks or drills paused."""
    comma = found.text.find(",", match.end(), sentence.end)
    words = found.text[sentence.start : comma if comma >= 0 else sentence.end]
    if testing := _TESTING.match(found.text, match.end()):
        return read_counted(f"{testing['what']} test")
    duration = any(t.kind == "duration" for t in found.times_within(Span(*match.span("tail"))))
    if not duration or _TALKS.search(words) or not _TESTS.search(words):
        return None
    weapons = list(find_weapons(found.text, sentence.start, sentence.end))
    # Cruise missiles end a lull in any tests, unless it is called one of theirs.
    own = [w for w in weapons if w.span.start >= match.start() or "cruise" not in w.kinds]
    named = [w.span.of(found.text) for w in own]
    return read_counted(f"{' '.join(named)} test".strip())


# "A ten-week pause in its weapons testing": what was paused is said.
_TESTING = re.compile(
    r"\s+(?:in|of|from)\s+(?:(?:its|the|all|any|North\s+Korea['’]s|the\s+North['’]s)\s+)?"
    r"(?P<what>(?:(?:ballistic|cruise|nuclear|long-range|intercontinental)\s+)*(?:missile|weapons?|nuclear|ICBM|rocket))"
    r"\s+(?:test|launch|firing)",
    re.IGNORECASE,
)
_TALKS = re.compile(
    r"\b(?:talks|negotiat\w+|dialogue|drills?|exercises?|summits?|diploma\w+|meetings?|visits?|trade|pandemic)\b",
    re.IGNORECASE,
)
_TESTS = re.compile(
    r"\b(?:missiles?|weapons?|nuclear|rockets?|ICBMs?) (?:\w+ )?(?:test|launch|firing|activit)"
    r"|\b(?:launch|test|firing)\b|\b(?:test-)?(?:fire[sd]|launche[sd])\b[^,;]{0,40}\b(?:missiles?|ICBMs?|rockets?)\b",
    re.IGNORECASE,
)


def _is_to_come(found: Found, sentence: Span, row: str, match: re.Match[str]) -> bool:
    """Say whether a first is denied, planned or only imagined: "would be its first since 2017"."""
    if _RANKS[row] == "last":
        return False
    told = read_polarity(found.text, sentence.start, match.start()) is Polarity.ASSERTED
    latest = "nuclear" not in match["noun"] and is_of_the_latest(found, sentence, match.start())
    return not (told or latest) or is_unreal(
        found.text, sentence, Span(match.start(), match.end("noun"))
    )


def _of(found: Found, row: str, match: re.Match[str]) -> str | None:
    """Give the year or the term of office that something was the first of, or None.

    Where the words name another year than the story's, they date the event: "its first test in 2006".
    """
    if row not in {"first_of", "first_alone", "first_elided", "first_time_after"}:
        return None
    tail = Span(*match.span("tail"))
    if office := since_office(found, tail, found.story.date.value):
        return office.value
    times = found.times_within(Span(tail.start, tail.end + len(" year")))
    if not times or times[0].kind != "date" or not _OF.search(tail.of(found.text)):
        return None
    day = found.story.date.value
    of = (day or "")[:4] if "new year" in times[0].text.casefold() else times[0].value
    near = bool(day) and (day or "").startswith(of) and len(of) < len("2022-05-05")
    apposed = _APPOSED.search(found.text, max(0, match.start() - 24), match.start())
    apposed = apposed or _END.match(found.text, match.end())
    return of if near and (apposed or row in {"first_alone", "first_elided"}) else None


_OF = re.compile(r"\b(?:this|of|in\s+(?:the|20\d\d))\b", re.IGNORECASE)
# Nothing more is said of it: the first is the launch that was told, in a line or a caption.
_END = re.compile(r"\s*(?:\([^)]*\))?\s*[.\n]")
_APPOSED = re.compile(
    r"(?:,|\b(?:is|was|were|be|been|marks?|marked|marking|as|conducted|fired|launched|staged|carried out))\s+$"
)


def _is_narrowed(found: Found, row: str, match: re.Match[str]) -> bool:
    """Say whether the words leave out launches that the noun names."""
    noun = Span(*match.span("noun"))
    behind = bool(noun.of(found.text)) and is_narrowed_behind(
        found.text, whole_noun(found.text, noun)
    )
    return is_narrowed(_between(row, match)) or (_RANKS[row].startswith("first") and behind)


def _between(row: str, match: re.Match[str]) -> str:
    """Give the words that can narrow a first: the noun, and what stands between it and its time."""
    noun, tail = match["noun"], match["tail"]
    if _RANKS[row] not in {"first", "first_of"} or row == "lull_ended":
        return ""
    return f"{noun} {_TIMED.split(tail, maxsplit=1)[0]}"


def _dates_itself(found: Found, measure: TimeExpression) -> bool:
    """Say whether a time is that of the first itself: "its first test in 2006", told in a later year."""
    day = found.story.date.value
    inside = re.search(r"\bin\s+$", found.text[max(0, measure.span.start - 4) : measure.span.start])
    years = (measure.value[:4], (day or "")[:4])
    return (
        measure.kind == "date"
        and bool(inside)
        and all(map(str.isdigit, years))
        and years[0] < years[1]
    )


_TIMED = re.compile(r"\b(?:since|in|for|of|this)\b", re.IGNORECASE)


def _told_day(found: Found, row: str, match: re.Match[str], actor: ActorId) -> str | None:
    """Give the day of the test told last before a first, which names no day itself."""
    before = Span(found.story.body.start, match.start())
    return event_day(found, before, actor) if _RANKS[row].startswith("first") else None


def _rank(row: str, match: re.Match[str]) -> str:
    said = (match.groupdict().get("largest") or "").casefold()
    return _FARTHEST.get(said, _RANKS[row])


def _is_test(found: Found, noun: Span, counted: Counted) -> bool:
    if counted.kinds:
        return True
    if "provocation" in counted.noun:
        here = found.statements_at(found.sentence_at(noun.start))
        return any(s.kind is StatementKind.WEAPON_TEST for s in here)
    weapons = re.search(
        r"\b(?:weapons?|missiles?|launch(?:es)?|tests?|firings?|fired)\b",
        noun.of(found.text),
        re.IGNORECASE,
    )
    return bool(weapons)


def _measure(found: Found, tail: Span) -> TimeExpression | None:
    """Give the time that the words measure from: "four years", "2017"."""
    times = [time for time in found.times_within(tail) if not time.value.endswith("_REF")]
    if times and _OF_ANOTHER.match(found.text, times[0].span.end):
        return None
    return times[0] if times else _day_of_the_other(found, tail)


# "Its first launch in months, a week before the summit": that time is the summit's.
_OF_ANOTHER = re.compile(r"\s+(?:before|after|ahead\s+of|prior\s+to)\b", re.IGNORECASE)


def _day_of_the_other(found: Found, tail: Span) -> TimeExpression | None:
    """Give the day behind the test since when it was the first: "since it fired an ICBM, its newest, on Dec. 18"."""
    other = _SINCE_IT.match(found.text, tail.start, found.sentence_at(tail.start).end)
    near = Span(tail.end, other.end() + _FAR) if other else None
    days = (t for t in found.times_within(near) if t.kind == "date") if near else ()
    return next((t for t in days if _ON.search(found.text, tail.start, t.span.start)), None)


# Characters after "since it tested" in which its day is told.
_FAR = 140
_SINCE_IT = re.compile(
    r"\s*since\s+(?:it|the\s+(?:North|country|regime)|North\s+Korea|Pyongyang)\s+"
    r"(?:last\s+)?(?:test-fired|fired|launched|tested|test-launched|conducted|carried\s+out)\b",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:on|in)\s+$")


def _since(row: str, measure: TimeExpression | None) -> str | None:
    if measure is None or measure.kind == "duration" or _RANKS[row] == "last":
        return None
    return measure.value


def _event_when(
    found: Found, sentence: Span, row: str, measure: TimeExpression | None, match: re.Match[str]
) -> str | None:
    """Give the day of the event itself: another time in the clause, or for "last" the one named."""
    if _RANKS[row] == "last":
        return measure.value if measure else None
    clause = clause_around(found.text, sentence, Span(*match.span()))
    # "This year" is when it is counted, not when it came.
    others = [
        t
        for t in found.times
        if t is not measure and len(t.value) > len("2017")
        if not _SINCE_THEN.search(found.text, match.start(), t.span.start)
        and not _LAST_ONE.search(found.text, match.start(), t.span.start)
    ]
    said = occasion_of(found.text, others, clause, Span(*match.span()))
    return said.value if said else None


# "The first since Lee became president in June": June is when that was.
_LAST_ONE = re.compile(
    r"(?:\s[–—]\s?|\s--?\s|,\s|\()(?:the|its|after\s+(?:the|its))\s+(?:last|previous|most\s+recent)\b[^,;]*$",
    re.IGNORECASE,
)
_SINCE_THEN = re.compile(r"\bsince\b[^,;]*$", re.IGNORECASE)


def _span(found: Found, sentence: Span, match: re.Match[str]) -> Span:
    clause = clause_around(found.text, sentence, Span(*match.span()))
    return trimmed(found.text, Span(match.start(), clause.end))
