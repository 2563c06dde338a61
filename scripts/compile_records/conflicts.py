"""Compares the sources of the votes and settles what can be settled; the rest stays open.

The table's own reading is Sciences Po's bd-unsc. Two sources that agree outweigh one. Where one
stands against one, a rule that says why may decide, or a judgment by hand; else both readings
stand and nothing is decided.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from settle import OWN, Settled, Vote, draft_number, own_reading, settle, symbol_key, symbols_in
from sources import NO_VOTE, Reading, read_rows

HERE = Path(__file__).parent
COLUMNS = [
    "table", "key", "field", "reading", "source", "other_reading", "other_source", "kept", "why",
]  # fmt: skip


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
    """Give the vote that a reading of a draft means, if its symbol, day and label tell.

    Where several votes share them, a reading that is none's stands against the first.
    """
    labelled = [v for v in votes if reading.label and reading.label in v["title"]] or votes
    same_day = [v for v in labelled if v["date"] == reading.day] or labelled
    if len(same_day) < 2:
        return same_day
    field, value = reading.field, reading.value
    comparable = field in {"tally", "vetoed_by"} and reading.day == same_day[0]["date"]
    agrees = any(same(field, own_reading(vote, field), value) for vote in same_day)
    return same_day[:1] if comparable and not agrees else ()


def conflicts_of(
    vote: Vote,
    readings: Mapping[tuple[str, str], list[Reading]],
    judged: Mapping[tuple[str, str], Settled],
    drafts: Sequence[tuple[date, int]],
) -> Iterator[tuple[dict[str, str], Settled]]:
    """Yield a vote's conflicts, each with what settles it."""
    for field in ("tally", "date", "meeting", "draft", "vetoed_by"):
        said = readings.get((vote["vote_id"], field), [])
        own = own_reading(vote, field)
        others = _grouped(field, own, said)
        if not own or not others:
            continue
        first = vote.get(f"{field}_source")  # what was filled in does not back itself
        backing = sorted({r.source for r in said if same(field, own, r.value)} - {first})
        settled = judged.get((vote["vote_id"], field)) or settle(
            vote, field, own, backing, others, drafts
        )
        source = " + ".join([vote.get(f"{field}_source", OWN), *backing])
        for other, named in others.items():
            row = (vote["vote_id"], field, own, source, other, " + ".join(named), settled.kept)
            yield dict(zip(COLUMNS, ("votes", *row, settled.why), strict=True)), settled


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
        return not symbols_in(one).keys().isdisjoint(symbols_in(other))
    if field == "vetoed_by":
        return set(one.split()) == set(other.split())
    return one == other


def _numbers(meeting: str) -> set[str]:
    """Give the numbers of meetings: "S/PV.2190" and "2190th"; a part or resumption is no other."""
    return set(re.findall(r"PV\.?\s?(\d+)", meeting))


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
    if settled.kept in {"", own_reading(vote, field)}:
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
