"""Drafts by what they are about, whose they are and when, so that a thousand are searched as fast as ten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from penholder.merge.drafts.files import DraftFile
from penholder.merge.drafts.mentions import DraftMention

_Mark = tuple[str, str]  # ("subject", "PRK"), ("symbol", "S/2022/431"), ("lost", "")
# Months before and after the day of a mention in which the drafts that it can mean lie.
_BEFORE, _AFTER = 3, 5


@dataclass(slots=True)
class Shelf:
    """Drafts in the order in which they were opened."""

    files: list[DraftFile] = field(default_factory=list)
    _months: dict[tuple[_Mark, int], dict[int, None]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    _all: dict[_Mark, dict[int, None]] = field(default_factory=lambda: defaultdict(dict))
    _numbers: dict[int, int] = field(default_factory=dict)  # by the identity of a draft

    def near(self, mention: DraftMention) -> Sequence[DraftFile]:
        """Give the drafts that share something with a mention, and lie near it in time where both are known."""
        day = mention.vote_days[0] if mention.vote_days else mention.published
        found: dict[int, None] = {}
        for mark in _marks(mention):
            by_symbol = mark[0] == "symbol"
            found |= self._all[mark] if day is None or by_symbol else self._around(mark, day)
        return [self.files[number] for number in sorted(found)]

    def _around(self, mark: _Mark, day: date) -> dict[int, None]:
        month = _month(day)
        found = dict(self._months.get((mark, 0), {}))
        for one in range(month - _BEFORE, month + _AFTER + 1):
            found |= self._months.get((mark, one), {})
        return found

    def add(self, one: DraftFile, mention: DraftMention, why: str) -> None:
        """Add a mention to a draft, which may be new."""
        if id(one) not in self._numbers:
            self._numbers[id(one)] = len(self.files)
            self.files.append(one)
        one.add(mention, why)
        for mark in _marks(one):
            self._all[mark][self._numbers[id(one)]] = None
            for month in _months_of(one):
                self._months[mark, month][self._numbers[id(one)]] = None


def _marks(one: DraftFile | DraftMention) -> Iterator[_Mark]:
    yield from (("subject", state) for state in one.subjects)
    yield from (("sponsor", state) for state in one.sponsors)
    yield from (("symbol", symbol) for symbol in one.symbols)
    if one.end == "lost":
        yield "lost", ""


def _months_of(one: DraftFile) -> set[int]:
    """Give the months in which a draft is looked for; 0: it has no day."""
    days = [*(one.vote_days or ()), *([one.last] if one.last else [])]
    return {_month(day) for day in days} or {0}


def _month(day: date) -> int:
    return 12 * day.year + day.month
