"""What the look-ups answer: rows of the record as JSON values, and as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from penholder.check.outcomes import explain_vote, outcome_of, permanent_on
from penholder.check.votes import vote_of_symbol
from penholder.check.words import month_of, name_of, sentence
from penholder.errors import NotFoundError, SourceError
from penholder.records.load import Records, Seat, Vote
from penholder.records.vetoes import count_vetoes

Json = dict[str, Any]

_BALLOTS = {
    "Y": "in favour",
    "N": "against",
    "A": "abstained",
    "NV": "did not vote",
    "?": "not sure",
}

_BASES = {
    "rule": "by the alphabetical rotation",
    "rule+evidence": "by the alphabetical rotation, and the Council's own papers agree",
}


def presidency_of(records: Records, month: str) -> Json:
    """Give who presides over the Council in a month, "2022-05".

    Raises:
        NotFoundError: the month is not written so, or is not in the record.
    """
    row = next((row for row in records.presidencies if row.month == month), None)
    if row is None:
        covered = records.coverage["presidencies"]
        raise NotFoundError(
            month, fault="no presidency is recorded", remedy=f"Write it as 2022-05. {covered.told}"
        )
    return {"month": month, "president": _actor(row.president), "basis": row.basis}


def tell_presidency(found: Json) -> Iterator[str]:
    """Yield the answer in a sentence."""
    name = sentence(name_of(found["president"]["id"]))
    yield f"{name} presides over the Council in {month_of(found['month'])} ({_BASES[found['basis']]})."


def council_of(records: Records, year: int) -> Json:
    """Give the Council's members in a year.

    Raises:
        NotFoundError: the year is not in the record.
    """
    seats = [seat for seat in records.seats if seat.year == year]
    if not seats:
        raise NotFoundError(
            str(year), fault="no members are recorded", remedy=records.coverage["members"].told
        )
    return {"year": year, "members": [_member(seat) for seat in seats]}


def tell_council(found: Json) -> Iterator[str]:
    """Yield the permanent members, then the elected ones."""
    for permanent, label in ((True, "permanent"), (False, "elected")):
        names = [row["name"] for row in found["members"] if row["permanent"] is permanent]
        yield f"{label:<10} {', '.join(names)}"


def votes_with(records: Records, symbol: str) -> list[Json]:
    """Give every vote on a resolution or draft, with each member's ballot.

    Raises:
        NotFoundError: no vote has that symbol.
    """
    votes = vote_of_symbol(records, symbol)
    if not votes:
        raise NotFoundError(
            symbol, fault="no vote has that symbol", remedy="Write it as S/2022/431 or S/RES/2397"
        )
    return [_vote(records, vote) for vote in votes]


def _vote(records: Records, vote: Vote) -> Json:
    return {
        "id": vote.vote_id, "symbol": vote.symbol or None, "draft": vote.draft or None, "date": vote.date,
        "meeting": vote.meeting or None, "subject": vote.subject, "agenda": vote.agenda or None,
        "yes": vote.yes, "no": vote.no, "abstain": vote.abstain, "not_voting": vote.not_voting,
        "outcome": vote.outcome, "explanation": explain_vote(vote, records),
        "vetoed_by": [_actor(member) for member in vote.vetoed_by],
        "ballots": list(_ballots(records, vote)),
        "flags": [flag for flag in vote.flags.split("; ") if flag],
    }  # fmt: skip


def _ballots(records: Records, vote: Vote) -> Iterator[Json]:
    """Yield each member's ballot; "?" where seats were shared and the rest cannot all be a yes."""
    seats = [seat for seat in records.seats if seat.year == int(vote.date[:4])]
    named = dict(vote.ballots)
    rest = [seat for seat in seats if seat.member not in named]
    unnamed = "Y" if len(rest) == vote.yes else "?"
    for seat in seats:
        yield _member(seat) | {"ballot": named.get(seat.member, unnamed)}


def tell_vote(found: Json) -> Iterator[str]:
    """Yield the vote in lines: what, when, the tally, why, and each member."""
    held = f", meeting {found['meeting']}" if found["meeting"] else ""
    yield f"{found['symbol'] or found['draft']}, put to the vote on {found['date']}{held}"
    yield f"  {found['subject']}"
    yield f"  {found['explanation']}"
    for ballot, label in _BALLOTS.items():
        members = [row for row in found["ballots"] if row["ballot"] == ballot]
        names = ", ".join(row["name"] + "*" * row["permanent"] for row in members)
        if members:
            yield f"  {label} ({len(members)}): {names}"
    yield "  * permanent member"
    if found["flags"]:
        yield f"  On the sources: {'; '.join(found['flags'])}."


def would_pass(records: Records, yes: int, against: Sequence[str], day: str) -> Json:
    """Say whether a substantive draft with such votes passes on a day.

    Raises:
        NotFoundError: somebody who is said to vote against has no seat that year.
        SourceError: there are more votes than seats.
    """
    members = {seat.member for seat in records.seats if seat.year == int(day[:4])}
    if not members:
        raise NotFoundError(
            day, fault="no members are recorded", remedy=records.coverage["members"].told
        )
    strangers = [member for member in against if member not in members]
    if strangers:
        listed = " ".join(sorted(members))
        raise NotFoundError(
            " ".join(strangers), fault=f"no seat in {day[:4]}", remedy=f"The members are {listed}"
        )
    if yes + len(set(against)) > len(members):
        raise SourceError(
            f"{yes} for and {len(set(against))} against",
            fault=f"the Council has {len(members)} members",
            remedy="Count the votes again",
        )
    ruled = outcome_of(yes, set(against), permanent_on(records, day), day)
    return {"adopted": ruled.adopted, "reason": ruled.reason, "day": day}


def tell_would_pass(found: Json) -> Iterator[str]:
    """Yield the answer in a line."""
    yield f"{'It passes' if found['adopted'] else 'It does not pass'}. {found['reason']}"


def vetoes_by(records: Records, member: str, until: str) -> list[Json]:
    """Give how many vetoes a member has cast up to a day, on each basis of counting.

    Raises:
        NotFoundError: nobody of that id has ever cast one.
    """
    counts = count_vetoes(records, member, until)
    if not any(one.number for one in counts):
        raise NotFoundError(
            member, fault="no veto is recorded", remedy="Members are CHN, FRA, GBR, RUS and USA"
        )
    return [
        {"member": _actor(member), "basis": one.basis, "label": one.label, "number": one.number,
         "last": one.last, "rows": [f"{row.table} {row.key}" for row in one.rows]}
        for one in counts
    ]  # fmt: skip


def tell_vetoes(found: list[Json]) -> Iterator[str]:
    """Yield a line for each basis."""
    yield f"Vetoes cast by {name_of(found[0]['member']['id'])}"
    for row in found:
        yield f"{row['number']:>6}  {row['label']}, to {row['last']}"


def status_of(records: Records) -> list[Json]:
    """Give each table with its edges, its number of rows, and those whose sources disagree."""
    tables: dict[str, tuple[object, ...]] = {
        "members": records.seats, "presidencies": records.presidencies, "votes": records.votes,
        "vetoes": records.vetoes, "launches": records.launches, "nuclear_tests": records.nuclear_tests,
        "prohibitions": records.prohibitions, "offices": records.offices, "facts": records.facts,
        "happenings": records.happenings, "places": records.places,
        "outlet_habits": records.habits,
    }  # fmt: skip
    flagged = {"votes": sum(1 for vote in records.votes if vote.flags)}
    return [
        {
            "table": name, "rows": len(rows), "flagged": flagged.get(name, 0),
            "first": records.coverage[name].first.isoformat(),
            "last": records.coverage[name].last.isoformat(), "note": records.coverage[name].note,
        }
        for name, rows in tables.items()
    ]  # fmt: skip


def tell_status(found: list[Json]) -> Iterator[str]:
    """Yield a line for each table and one for its note."""
    for row in found:
        flagged = f", {row['flagged']} with a note on their sources" if row["flagged"] else ""
        yield f"{row['table']:<14}{row['first']} to {row['last']}  {row['rows']} rows{flagged}"
        yield f"{'':<14}{row['note']}"


def _member(seat: Seat) -> Json:
    return {"id": seat.member, "name": seat.name, "permanent": seat.permanent}


def _actor(state: str) -> Json:
    return {"id": state, "name": name_of(state).removeprefix("the ")}
