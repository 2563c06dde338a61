"""Scores time expressions on annotated corpora: python scoreboard/timexes.py FOLDER.

Two scores a corpus, each an F1 (each expression of either side is asked whether the other side has it, so the share of
right answers is 2 x matches / (annotated + found)): the exact span; and, as TempEval-3 scores values, an overlapping
span with the same value. One expression matches at most one. The finder gets the whole text and its date, nothing else.
On the annotated stories the times are scored that a story's reader gets, elsewhere all that TIMEX3 marks ("now").

The corpora follow different guidelines. TimeBank, AQUAINT and WikiWars write TIMEX3 values, which must be
equal but for how they are spelled: "P1E" and "P1DE" are "P10Y", "2000-W7" is "2000-W07", "1994-XX-XX" is "1994". GUM marks only dates and
times of the calendar, so durations, sets and "recently" are left out there; it writes ranges of days, which
must have the same first and last day, those of a season give or take a month.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from annotated import Json, read_lines
from tally import Answer, add_up

from penholder.find.times.anchor import Anchor
from penholder.find.times.finder import find_in, find_telling
from penholder.model.span import Span
from penholder.model.when import TimeExpression, When

_LETTERS = re.compile(r"P(\d+)(D?E|C?E?C|L)$")
_YEARS = {"E": 10, "DE": 10, "C": 100, "CE": 100, "CEC": 100, "L": 1000}
_OPEN = re.compile(r"(?<=\d{4})(?:-XX)+$|(?<=\d{4}-\d\d)-XX$")
_WEEK = re.compile(r"-W(\d)(?!\d)")
_SEASONS = {"SP": "03", "SU": "06", "FA": "09", "WI": "12"}
_MONTH = 31  # days by which the edges of a season may differ


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts with their times."""

    name: str
    file: str
    first: int = 0
    step: int = 1  # every so-manieth text
    calendar: bool = False  # marks dates and times only, as ranges of days
    tales: bool = False  # histories rather than news

    def rows(self, shared: Path) -> Sequence[Json]:
        """Give the texts of the corpus with their annotations."""
        return read_lines(shared / "gold" / "language" / self.file)[self.first :: self.step]


STORIES = Corpus("annotated stories", "")
CORPORA = (
    Corpus("TimeBank", "timex_timebank.jsonl"),
    Corpus("GUM", "timex_gum.jsonl", calendar=True),
    Corpus("WikiWars, odd", "timex_wikiwars.jsonl", step=2, tales=True),
    Corpus("AQUAINT, odd", "timex_aquaint.jsonl", step=2),
)
KEPT_BACK = (
    Corpus("AQUAINT, even, kept back", "timex_aquaint.jsonl", first=1, step=2),
    Corpus("WikiWars, even, kept back", "timex_wikiwars.jsonl", first=1, step=2, tales=True),
)


def answers(shared: Path) -> Iterator[Answer]:
    """Yield each answer on the annotated stories and the corpora that rules were written on."""
    yield from _stories(shared)
    for corpus in CORPORA:
        yield from corpus_answers(shared, corpus)


def kept_back(shared: Path) -> Iterator[Answer]:
    """Yield each answer on the corpora that nobody read while rules were written."""
    for corpus in KEPT_BACK:
        yield from corpus_answers(shared, corpus)


def corpus_answers(shared: Path, corpus: Corpus) -> Iterator[Answer]:
    """Yield each answer on one corpus."""
    for row in corpus.rows(shared):
        anchor = Anchor(date.fromisoformat(row["dct"][:10]))
        found = list(find_in(row["text"], Span(0, len(row["text"])), anchor))
        yield from asked(corpus, row["timex"], found)


def asked(
    corpus: Corpus, gold: Sequence[Json], found: Sequence[TimeExpression]
) -> Iterator[Answer]:
    """Yield the answers on one text of a corpus."""
    mine = [time for time in found if not corpus.calendar or _is_calendar(time)]
    yield from _asked(corpus.name, gold, mine)


def stories(shared: Path) -> Iterator[tuple[Json, str, Span]]:
    """Yield the annotated stories with their text and its body."""
    rows = {row["id"]: row for row in read_lines(shared / "stories" / "stories_dev.jsonl")}
    for gold in read_lines(shared / "gold" / "stories" / "gold_dev.jsonl"):
        text = rows[gold["id"]][gold["span_field"]]
        start, end = gold["body_offsets"]
        # The dateline is annotated, and its line is not in the body.
        yield gold, text, Span(text.rfind("\n", 0, start) + 1, end)


def _stories(shared: Path) -> Iterator[Answer]:
    """Yield the answers on the bodies of the annotated stories: of the times that `find_times` gives."""
    for gold, text, body in stories(shared):
        mine = find_telling(text, body, Anchor(date.fromisoformat(gold["story_date"])))
        yield from asked(STORIES, gold["timex"], list(mine))


def _asked(name: str, gold: Sequence[Json], mine: Sequence[TimeExpression]) -> Iterator[Answer]:
    pairs = list(_pairs(gold, mine))
    spans = sum(time.span == Span(one["start"], one["end"]) for one, time in pairs)
    values = sum(_same(one, time) for one, time in pairs)
    for what, matched in (("span F1", spans), ("value F1", values)):
        for side in (gold, mine):
            yield from ((f"times, {name}, {what}", at < matched) for at in range(len(side)))


def _pairs(
    gold: Sequence[Json], mine: Sequence[TimeExpression]
) -> Iterator[tuple[Json, TimeExpression]]:
    """Yield each annotated time with the one found that overlaps it most; none is used twice."""
    free = list(mine)
    for one in gold:
        over = [time for time in free if _overlap(one, time) > 0]
        if over:
            best = max(over, key=lambda time: (_overlap(one, time), -len(time.text)))
            free.remove(best)
            yield one, best


def _overlap(gold: Json, time: TimeExpression) -> int:
    return int(min(gold["end"], time.span.end) - max(gold["start"], time.span.start))


def _is_calendar(time: TimeExpression) -> bool:
    return time.kind in {"date", "time"} and not time.value.endswith("_REF")


def _same(gold: Json, time: TimeExpression) -> bool:
    if "value" in gold:
        return _spelled(gold["value"]) == _spelled(time.value)
    day = time.value.split("T")[0]
    if when := gold.get("when"):
        return bool(when in {time.value, day} or when.replace("--", "XXXX-", 1) == day)
    return _same_days(gold, day)


def _spelled(value: str) -> str:
    if match := _LETTERS.match(value):
        return f"P{int(match[1]) * _YEARS[match[2]]}Y"
    return _WEEK.sub(r"-W0\1", _OPEN.sub("", value))


def _same_days(gold: Json, value: str) -> bool:
    """Say whether the edges that GUM gives are those of a value."""
    first, last = gold.get("from", gold.get("notBefore")), gold.get("to", gold.get("notAfter"))
    mine, slack = _days(value), _MONTH if value[5:] in _SEASONS else 0
    if mine is None:
        return False
    edges = ((first, 0), (last, 1))
    asked = [(_days(edge), at) for edge, at in edges if edge is not None]
    return all(days and abs((days[at] - mine[at]).days) <= slack for days, at in asked)


def _days(value: str) -> tuple[date, date] | None:
    if start := _SEASONS.get(value[5:]):
        first, year = When(f"{value[:4]}-{start}").days(), int(value[:4])
        end = (int(start) + 1) % 12 + 1
        last = When(f"{year + (end < int(start)):04}-{end:02}").days()
        return (first[0], last[1]) if first and last else None
    return When(value).days()


if __name__ == "__main__":
    for section in (answers, kept_back) if "--kept-back" in sys.argv[2:] else (answers,):
        for name, score in add_up(section(Path(sys.argv[1]))).items():
            print(f"{name:<52}{score.found:>5} of {score.there:<5}{score.share:.3f}")
