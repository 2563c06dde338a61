"""Says which of two readings stands: two sources outweigh one, or a rule tells; else neither."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sources import MEETINGS, NO_VOTE

OWN = "bd-unsc"
Vote = dict[str, str]
# China took no part in votes on forces and on some other matters; bd-unsc has it abstain.
_NO_PART = ("1971-11-15", "1981-12-31")
_SYMBOL = re.compile(r"S/(?:PV\.)?\d+(?:[/-]\d+)?(?:/[A-Z]\w+\.?\s?\d+)?", re.IGNORECASE)
# Drafts are numbered as they come in: those of one fortnight lie close together.
_FORTNIGHT, _REACH = 14, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Which reading stands and why; kept "" leaves both open. Ballots where they must change too."""

    kept: str
    why: str
    ballots: str | None = None


def own_reading(vote: Vote, field: str) -> str:
    """Give the table's own reading of a field."""
    if field != "tally":
        return vote[field]
    tally = f"{vote['yes']}-{vote['no']}-{vote['abstain']}"
    return NO_VOTE if tally == "0-0-0" else "not given" if "?" in tally else tally


def symbol_key(symbol: str) -> str:
    """Give what makes a symbol: no case, blanks, nor "as orally revised"."""
    return next(iter(symbols_in(symbol)), symbol)


def symbols_in(words: str) -> dict[str, None]:
    """Give each symbol that stands in some words, in their order."""
    found = _SYMBOL.findall(words)
    return dict.fromkeys(re.sub(r"\s", "", one.upper().replace("-", "/")) for one in found)


def settle(
    vote: Vote,
    field: str,
    own: str,
    backing: Sequence[str],
    others: Mapping[str, Sequence[str]],
    drafts: Sequence[tuple[date, int]],
) -> Settled:
    """Let two sources outweigh one; else ask the field's own rule."""
    if len(others) == 1:
        other, named = next(iter(others.items()))
        if backing and _weight([OWN, *backing]) > _weight(named):
            return Settled(kept=own, why=f"{' and '.join([OWN, *backing])} agree")
        if _weight(named) > _weight([OWN, *backing]):
            return Settled(kept=other, why=f"{' and '.join(named)} agree")
        if field == "tally":
            return _settle_tally(vote, other)
        if field == "date" and MEETINGS in named:
            return _settle_date(own, other)
        if field == "draft":
            return _settle_draft(vote, own, other, drafts)
    return Settled(kept="", why="one source against another")


def _settle_tally(vote: Vote, other: str) -> Settled:
    own = [int(vote[key]) for key in ("yes", "no", "abstain") if vote[key].isdecimal()]
    if other == NO_VOTE:
        why = "the library tells where no vote was taken; bd-unsc writes a yes for each member"
        return Settled(kept=NO_VOTE, why=why)
    yes, no, abstain = map(int, other.split("-"))
    seats = int(vote["members"])
    fewer = len(own) == 3 and own[:2] == [yes, no] and abstain < own[2]
    if fewer and _NO_PART[0] <= vote["date"] <= _NO_PART[1]:
        return _no_part(vote, other, own[2] - abstain)
    if yes + no + abstain > seats:
        return Settled(
            kept=own_reading(vote, "tally"), why=f"the other has more votes than {seats} seats"
        )
    return Settled(kept="", why="one source against another")


def _no_part(vote: Vote, other: str, missing: int) -> Settled:
    """Let those who are not among the library's abstentions have taken no part."""
    named = dict(part.split(":") for part in vote["ballots"].split())
    abstaining = [member for member, ballot in named.items() if ballot == "A"]
    absent = abstaining if len(abstaining) == missing else ["CHN"]
    if len(absent) != missing or not set(absent) <= set(abstaining):
        return Settled(kept="", why="who took no part cannot be told")
    mended = named | dict.fromkeys(absent, "NV")
    why = f"bd-unsc writes taking no part in the vote as an abstention ({' '.join(absent)})"
    return Settled(kept=other, why=why, ballots=" ".join(f"{m}:{b}" for m, b in mended.items()))


def _settle_date(own: str, library: str) -> Settled:
    """A vote can follow its meeting's first day, past midnight, but never come before it."""
    days = (date.fromisoformat(own) - date.fromisoformat(library)).days
    if days < 0:
        return Settled(kept=library, why="no vote comes before the day of its meeting")
    if days == 1:
        why = "the library gives the day its meeting began; the vote may have come after midnight"
        return Settled(kept="", why=why)
    return Settled(kept="", why="one source against another")


def _settle_draft(vote: Vote, own: str, other: str, drafts: Sequence[tuple[date, int]]) -> Settled:
    """Keep the symbol of the vote's own year whose number lies among those of the fortnight."""
    day = date.fromisoformat(vote["date"])
    near = [n for d, n in drafts if d.year == day.year and abs((d - day).days) <= _FORTNIGHT]
    fitting = [symbol for symbol in (own, other) if _fits(symbol, day, near)]
    if len(fitting) != 1:
        return Settled(kept="", why="one source against another")
    return Settled(kept=fitting[0], why="its number lies among those of the drafts of those days")


def _fits(symbol: str, day: date, near: Sequence[int]) -> bool:
    found = draft_number(symbol)
    if found is None or found[0] != day.year or not near:
        return False
    return min(near) - _REACH <= found[1] <= max(near) + _REACH


def _weight(sources: Sequence[str]) -> int:
    """Give how many sources there are; the heading and the counts of one file are one."""
    return len({source.removesuffix(", heading") for source in sources})


def draft_number(symbol: str) -> tuple[int, int] | None:
    """Give year and number of a symbol of 1994 or later: (2017, 769)."""
    found = re.match(r"S/(\d{4})/(\d+)", symbol_key(symbol))
    return (int(found[1]), int(found[2])) if found else None
