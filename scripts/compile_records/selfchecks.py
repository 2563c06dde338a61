"""Finds rows of the votes that contradict themselves, the Charter's rule or each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from conflicts import COLUMNS
from settle import OWN, Vote, symbol_key
from sources import VETOES, read_rows

from penholder.check.words import names_of

_BALLOTS = {"no": "N", "abstain": "A", "not_voting": "NV"}


def contradictions(
    votes: Sequence[Vote], permanent: Mapping[str, Collection[str]], council: Path
) -> Iterator[dict[str, str]]:
    """Yield a conflict for each row that does not add up, breaks the rule or shares its symbol."""
    for vote in votes:
        yield from _unsummed(vote)
        yield from _unruled(vote, permanent[vote["date"][:4]])
    yield from _shared(votes)
    yield from _unlisted(votes, council)


def _unsummed(vote: Vote) -> Iterator[dict[str, str]]:
    """Yield the row whose tally has no ballots to it."""
    cast = Counter(part.split(":")[1] for part in vote["ballots"].split())
    wrong = [key for key, ballot in _BALLOTS.items() if str(cast[ballot]) != vote[key]]
    if not wrong:
        return
    told = vote["yes"] != "?"
    tally = f"{vote['yes']}-{vote['no']}-{vote['abstain']}" if told else "no tally either"
    yield _row(vote, "ballots", "not given", tally, OWN, "no source here names who voted how")


def _unruled(vote: Vote, permanent: Collection[str]) -> Iterator[dict[str, str]]:
    """Yield the draft that failed though its ballots say vetoed."""
    against = {part.split(":")[0] for part in vote["ballots"].split() if part.endswith(":N")}
    needed = 9 if vote["date"] >= "1966" else 7
    enough = vote["yes"].isdecimal() and int(vote["yes"]) >= needed
    if vote["outcome"] == "failed" and enough and against & set(permanent):
        why = "its ballots make a veto; the row may be a double"
        yield _row(vote, "outcome", "failed", "vetoed", "the ballots", why)


def _shared(votes: Sequence[Vote]) -> Iterator[dict[str, str]]:
    """Yield each row whose draft was put to several votes on a day: its symbol names none alone."""
    groups: dict[tuple[str, str], list[Vote]] = defaultdict(list)
    for vote in votes:
        if not vote["res_no"]:
            groups[vote["date"], symbol_key(vote["draft"])].append(vote)
    for group in groups.values():
        for place, vote in enumerate(group, start=1) if len(group) > 1 else ():
            reading = f"{vote['draft']}, vote {place} of {len(group)}"
            why = "parts, several applicants, or one vote written twice; each row keeps its number"
            yield _row(vote, "symbol", reading, "one draft", "the symbol", why)


def _unlisted(votes: Sequence[Vote], council: Path) -> Iterator[dict[str, str]]:
    """Yield each veto of the list's years whose draft the library's list does not have."""
    rows = list(read_rows(council / "sc_vetoes_dhl_official_1946_2022.csv"))
    listed = {symbol_key(part) for row in rows for part in row["draft"].split(";")}
    last = max(row["date"] for row in rows)
    for vote in votes:
        if vote["vetoed_by"] and vote["date"] <= last and symbol_key(vote["draft"]) not in listed:
            why = "the library's list lacks the draft; counts on its basis are lower"
            vetoed = f"a veto by {names_of(vote['vetoed_by'].split())}"
            yield _row(vote, "veto", vetoed, "not on it", VETOES, why)


def _row(vote: Vote, field: str, *said: str) -> dict[str, str]:
    reading, other, source, why = said
    cells = ("votes", vote["vote_id"], field, reading, OWN, other, source, "", why)
    return dict(zip(COLUMNS, cells, strict=True))
