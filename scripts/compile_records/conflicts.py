"""Compares the sources of the votes and settles what can be settled; the rest stays open.

The table's own reading is Sciences Po's bd-unsc. Two sources that agree outweigh one. Where one
stands against one, a rule that says why may decide, or a judgment by hand; else both readings
stand and nothing is decided.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sources import MEETINGS, NO_VOTE, Reading, read_rows

HERE = Path(__file__).parent
OWN = "bd-unsc"
COLUMNS = [
    "table", "key", "field", "reading", "source", "other_reading", "other_source", "kept", "why",
]  # fmt: skip
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


def readings_by_vote(
    votes: Sequence[Vote], readings: Iterable[Reading]
) -> Mapping[tuple[str, str], list[Reading]]:
    """Give each source's readings by the id of the vote and the field."""
    numbered = {vote["res_no"]: [vote] for vote in votes if vote["res_no"]}
    drafts: dict[str, list[Vote]] = defaultdict(list)
    for vote in votes:
        if not vote["res_no"]:
            drafts[symbol_key(vote["draft"])].append(vote)
    found: dict[tuple[str, str], list[Reading]] = defaultdict(list)
    for reading in readings:
        meant = numbered.get(reading.name) or _meant(drafts[symbol_key(reading.name)], reading)
        for vote in meant:
            found[vote["vote_id"], reading.field].append(reading)
    return found


def _meant(votes: Sequence[Vote], reading: Reading) -> Sequence[Vote]:
    """Give the vote that a reading of a draft means, if its symbol, day and label tell."""
    labelled = [v for v in votes if reading.label and reading.label in v["title"]] or votes
    same_day = [v for v in labelled if v["date"] == reading.day] or labelled
    return same_day if len(same_day) == 1 else ()


def conflicts_of(
    vote: Vote,
    readings: Mapping[tuple[str, str], list[Reading]],
    judged: Mapping[tuple[str, str], Settled],
    drafts: Sequence[tuple[date, int]],
) -> Iterator[tuple[dict[str, str], Settled]]:
    """Yield a vote's conflicts, each with what settles it."""
    for field in ("tally", "date", "meeting", "draft", "vetoed_by"):
        said = readings.get((vote["vote_id"], field), [])
        own = _own(vote, field)
        others = _grouped(field, own, said)
        if not own or not others:
            continue
        first = vote.get(f"{field}_source")  # what was filled in does not back itself
        backing = sorted({r.source for r in said if same(field, own, r.value)} - {first})
        settled = judged.get((vote["vote_id"], field)) or _settle(
            vote, field, own, backing, others, drafts
        )
        source = " + ".join([vote.get(f"{field}_source", OWN), *backing])
        for other, named in others.items():
            row = (vote["vote_id"], field, own, source, other, " + ".join(named), settled.kept)
            yield dict(zip(COLUMNS, ("votes", *row, settled.why), strict=True)), settled


def _own(vote: Vote, field: str) -> str:
    if field != "tally":
        return vote[field]
    tally = f"{vote['yes']}-{vote['no']}-{vote['abstain']}"
    return NO_VOTE if tally == "0-0-0" else "not given" if "?" in tally else tally


def _grouped(field: str, own: str, said: Iterable[Reading]) -> Mapping[str, list[str]]:
    """Give the sources of each reading that is not the table's own.

    The library lists some numbers at two meetings: where one agrees with the table, it agrees.
    """
    agreeing = {reading.source for reading in said if same(field, own, reading.value)}
    others: dict[str, list[str]] = defaultdict(list)
    for reading in said:
        known = others.get(reading.value, [])
        if reading.source not in agreeing and reading.source not in known:
            others[reading.value].append(reading.source)
    return others


def same(field: str, one: str, other: str) -> bool:
    """Say whether two readings of a field mean the same."""
    if field == "meeting":
        return not _numbers(one).isdisjoint(_numbers(other))
    if field == "draft":
        return not _symbols(one).keys().isdisjoint(_symbols(other))
    if field == "vetoed_by":
        return set(one.split()) == set(other.split())
    return one == other


def symbol_key(symbol: str) -> str:
    """Give what makes a symbol: no case, blanks, nor "as orally revised"."""
    return next(iter(_symbols(symbol)), symbol)


def _symbols(words: str) -> dict[str, None]:
    """Give each symbol that stands in some words, in their order."""
    found = _SYMBOL.findall(words)
    return dict.fromkeys(re.sub(r"\s", "", one.upper().replace("-", "/")) for one in found)


def _numbers(meeting: str) -> set[str]:
    """Give the numbers of meetings: "S/PV.2190" and "2190th"; a part or resumption is no other."""
    return set(re.findall(r"PV\.\s?(\d+)", meeting))


def _settle(
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
        if len(backing) + 1 > len(named) and backing:
            return Settled(kept=own, why=f"{' and '.join([OWN, *backing])} agree")
        if len(named) > len(backing) + 1:
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
        return Settled(kept=_own(vote, "tally"), why=f"the other has more votes than {seats} seats")
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


def draft_number(symbol: str) -> tuple[int, int] | None:
    """Give year and number of a symbol of 1994 or later: (2017, 769)."""
    found = re.match(r"S/(\d{4})/(\d+)", symbol_key(symbol))
    return (int(found[1]), int(found[2])) if found else None


def agreed_drafts(
    votes: Sequence[Vote], readings: Mapping[tuple[str, str], list[Reading]]
) -> list[tuple[date, int]]:
    """Give day and number of each draft whose symbol two sources agree on."""
    agreed = []
    for vote in votes:
        said = readings.get((vote["vote_id"], "draft"), [])
        number = draft_number(vote["draft"])
        if number and any(same("draft", vote["draft"], r.value) for r in said):
            agreed.append((date.fromisoformat(vote["date"]), number[1]))
    return agreed


def judgments() -> Mapping[tuple[str, str], Settled]:
    """Give what was decided by hand, by vote id and field."""
    return {
        (row["key"], row["field"]): Settled(
            kept=row["kept"], why=row["why"], ballots=row["ballots"] if row["kept"] else None
        )
        for row in read_rows(HERE / "vote_judgments.csv")
    }


def mended(vote: Vote, field: str, settled: Settled) -> Vote:
    """Give the vote with the reading that was kept; an open conflict changes nothing.

    Raises:
        ValueError: another tally is kept, and nobody has said whose ballots change.
    """
    if settled.kept in {"", _own(vote, field)}:
        return vote
    if field != "tally":
        return vote | {field: settled.kept}
    if settled.kept == NO_VOTE:
        unvoted = {"yes": "0", "no": "0", "abstain": "0", "not_voting": vote["members"]}
        ballots = " ".join(f"{member}:NV" for member in vote["seated"].split())
        return vote | unvoted | {"ballots": ballots}
    if settled.ballots is None:
        raise ValueError(f"vote {vote['vote_id']}: judge its ballots in vote_judgments.csv")
    yes, no, abstain = settled.kept.split("-")
    absent = Counter(part.split(":")[1] for part in settled.ballots.split())["NV"]
    counts = {"yes": yes, "no": no, "abstain": abstain, "not_voting": str(absent)}
    return vote | counts | {"ballots": settled.ballots}
