"""First, last or largest since a day: "its first ICBM in more than four years"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.claim_rows import matches
from penholder.find.claim_types.first_nouns import first_counted, is_such, with_outcome
from penholder.find.claim_types.first_times import measure_of
from penholder.find.clauses import clause_around, trimmed
from penholder.find.counted import (
    owner_within,
    whole_noun,
    whose,
)
from penholder.find.found import Found
from penholder.find.narrowing import is_narrowed, is_narrowed_behind, over_land
from penholder.find.occasions import occasion_of
from penholder.find.office_windows import since_office
from penholder.find.placed import within
from penholder.find.polarity import read_polarity
from penholder.find.told_days import event_day
from penholder.find.unreal import is_of_the_latest, is_unreal
from penholder.model.actor import ActorId
from penholder.model.claim import Claim, ClaimType, Comparator, FirstAsked
from penholder.model.span import Span
from penholder.model.statement import Polarity
from penholder.model.when import TimeExpression

_RANKS = {
    "first_since": "first",
    "first_time_since": "first",
    "first_time_then": "first",
    "first_time_after": "first",
    "last_done": "last",
    "done_last": "last",
    "last_was": "last",
    "last_one": "last",
    "not_since": "last",
    "not_tested_since": "last",
    "last_tested": "last",
    "first_alone": "first",
    "first_over": "first",
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


# "Its first test of the year in ten days": the row that names the year reads it first.
_BEFORE = frozenset({"first_of"})


def comparator_of(time: TimeExpression) -> Comparator:
    """Give the comparator that a time is said with: "more than four years"."""
    return _MODS.get(time.mod or "", Comparator.EXACT)


# "After a first test in April": the first of something that is left unsaid.
_ONE_OF = re.compile(r"\b(?:a|an initial)\s+$", re.IGNORECASE)


def _claim(found: Found, sentence: Span, row: str, match: re.Match[str]) -> Claim | None:
    noun, tail = Span(*match.span("noun")), Span(*match.span("tail"))
    counted = first_counted(found, sentence, row, match)
    actor = whose(found, sentence, noun) or owner_within(found, Span(*match.span()))
    measure, of = measure_of(found, tail), _of(found, row, match)
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
            noun=with_outcome(match, counted.noun),
            kinds=counted.kinds,
            event_when=_event_when(found, sentence, row, measure, match)
            or _told_day(found, row, match, actor),
            since=of or _since(row, measure),
            gap=measure.value if measure and measure.kind == "duration" else None,
            comparator=comparator_of(measure) if measure else Comparator.EXACT,
            narrowed=_is_narrowed(found, row, match),
            over=_over(found, row, match),
            sure=not (is_such(match) or _ONE_OF.search(found.text[: match.start()][-12:])),
            system=counted.system,
        ),
        said_by=found.speaker_at(span),
        rule=row,
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
    day, new = found.story.date.value, _NEW_YEAR.search(tail.of(found.text))
    dated = times and times[0].kind == "date" and _OF.search(tail.of(found.text))
    if not (dated or new):
        return None
    of = (day or "")[:4] if new else times[0].value
    near = bool(day) and (day or "").startswith(of) and len(of) < len("2022-05-05")
    apposed = _APPOSED.search(found.text, max(0, match.start() - 24), match.start())
    apposed = apposed or _END.match(found.text, match.end())
    return of if near and (apposed or row in {"first_alone", "first_elided"}) else None


_NEW_YEAR = re.compile(r"\bof\s+the\s+new\s+year\b", re.IGNORECASE)
_OF = re.compile(r"\b(?:this|of|in\s+(?:the|20\d\d))\b", re.IGNORECASE)
# Nothing more is said of it, or in the present: the first is the launch that was told, in a line or a caption.
_END = re.compile(r"\s*(?:\([^)]*\))?\s*[.\n]|\s+(?:comes|follows|takes\s+place)\b")
_APPOSED = re.compile(
    r"(?:,|\b(?:is|was|were|be|been|marks?|marked|marking|as|conducted|fired|launched|staged|carried out))\s+$",
    re.IGNORECASE,
)


def _is_narrowed(found: Found, row: str, match: re.Match[str]) -> bool:
    """Say whether the words leave out launches that the noun names."""
    noun = Span(*match.span("noun"))
    behind = bool(noun.of(found.text)) and is_narrowed_behind(
        found.text, whole_noun(found.text, noun)
    )
    return is_narrowed(_between(row, match)) or (_RANKS[row].startswith("first") and behind)


def _over(found: Found, row: str, match: re.Match[str]) -> str | None:
    """Give the country over which the launch flew, where the words name no other trait of it."""
    if not _RANKS[row].startswith("first") or row == "lull_ended":
        return None
    if row == "first_over" or match.start("noun") > match.start("tail"):
        return over_land(match["noun"])
    until = match.start("tail") + len(_TIMED.split(match["tail"], maxsplit=1)[0])
    return over_land(found.text[match.start("noun") : until])


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
        for t in within(found.times, clause)
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
