"""Tells whether the symbol that a person gives an event can be one, by its form and by the record."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from penholder.model.statement import StatementKind
from penholder.records.load import Records, load_records
from penholder.records.votes import votes_of_symbol
from penholder.serve.typed import symbol_typed

_RESOLUTION = re.compile(r"S/RES/(?P<number>\d{1,4})(?:\s*\((?P<year>\d{4})\))?")
_REVISED = r"(?:/(?:Rev|Add|Corr)\.\d{1,2})*"
# Since 1994 the symbols of documents name their year.
_DATED = re.compile(
    rf"S/(?:PRST/)?(?P<year>(?:199[4-9]|[2-9]\d\d\d))/(?P<number>[1-9]\d{{0,3}}){_REVISED}"
)
_UNDATED = re.compile(rf"S/(?P<number>[1-9]\d{{0,4}}){_REVISED}")
_LAST_UNDATED = 26999  # S/26995 of December 1993 is the last that we know of
# More than the Council ever adopted in a year: 95 in 1993.
_MOST_A_YEAR = 100
_VOTED_ON = frozenset({StatementKind.VOTE, StatementKind.VETO, StatementKind.ADOPTION})
# From this year on the record has the draft of each vote.
_DRAFTS_SINCE = 1997

FORM = "S/RES/2397 (2017), S/2022/431 or S/2022/431/Rev.1"


def symbol_fault(words: str, kind: StatementKind) -> str | None:
    """Say what is wrong with a symbol for an event of a kind; None: nothing is."""
    symbol = symbol_typed(words)
    if resolution := _RESOLUTION.fullmatch(symbol):
        return _resolution_fault(int(resolution["number"]), resolution["year"])
    if dated := _DATED.fullmatch(symbol):
        return _document_fault(symbol, int(dated["year"]), kind)
    undated = _UNDATED.fullmatch(symbol)
    if undated and int(undated["number"]) <= _LAST_UNDATED:
        return None
    return f"a symbol is written as {FORM}"


def symbol_written(words: str) -> str:
    """Give a symbol as the record writes it, with the year of a resolution."""
    symbol = symbol_typed(words)
    if not _RESOLUTION.fullmatch(symbol):
        return symbol
    votes = votes_of_symbol(load_records(), symbol)
    return votes[0].symbol if votes else symbol


def _resolution_fault(number: int, year: str | None) -> str | None:
    records = load_records()
    if votes := votes_of_symbol(records, f"S/RES/{number}"):
        right = votes[0].symbol
        return None if year is None or f"({year})" in right else f"the record has it as {right}"
    last, now = records.coverage["votes"].last.year, datetime.now(UTC).year
    newest = max(map(_number, (vote.symbol for vote in records.votes)))
    if not year:
        return f"the record ends with S/RES/{newest}; of a newer one give the year too, as in S/RES/{newest + 1} ({now})"
    if not last <= int(year) <= now:
        return f"the record has all resolutions before {last}, and this one is not among them; newer ones are of {last} to {now}"
    most = newest + _MOST_A_YEAR * (int(year) - last + 1)
    return (
        None
        if newest < number <= most
        else f"the record ends with S/RES/{newest}, and the Council adopts fewer than {_MOST_A_YEAR} a year"
    )


def _number(symbol: str) -> int:
    resolution = _RESOLUTION.fullmatch(symbol)
    return int(resolution["number"]) if resolution else 0


def _document_fault(symbol: str, year: int, kind: StatementKind) -> str | None:
    records, now = load_records(), datetime.now(UTC).year
    last = records.coverage["votes"].last.year
    if year > now:
        return f"{year} is yet to come"
    is_known = kind not in _VOTED_ON or not _DRAFTS_SINCE <= year < last
    if is_known or _drafts(records, symbol):
        return None
    return f"the record has every draft that was put to a vote in {year}, and no such one"


def _drafts(records: Records, symbol: str) -> bool:
    """Say whether a draft was voted on; the record has "S/2016/846 as orally revised" too."""
    whole = re.compile(rf"{re.escape(symbol)}(?![\d/])", re.IGNORECASE)
    return any(whole.search(vote.draft) for vote in records.votes)
