"""Checks who is said to hold an office."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from penholder.check.answers import not_covered, undecided
from penholder.model.claim import OfficeAsked
from penholder.model.verdict import Ruling, Verdict
from penholder.model.when import When
from penholder.records.load import Records
from penholder.records.office_kinds import office_kinds
from penholder.records.offices import LAST, Held, Term, holders, terms_of

# Days by which a story may lag behind a change of office, or run ahead of it, without being wrong.
_GRACE = timedelta(days=45)


def check_office(asked: OfficeAsked, day: str | None, records: Records) -> Verdict:
    """Compare with the terms of the person; only an exact and current claim can be wrong."""
    days = When(day).days() if day else None
    if day is None or days is None:
        return undecided("The story has no date on which the office could be looked up.")
    covered = records.coverage["offices"]
    if not covered.touches(*days):
        return not_covered(covered.told)
    known = terms_of(records, asked.person)
    if not known:
        return not_covered(f"The table of office holders does not list {asked.person}.")
    terms = [term for term in known if _is_meant(term, asked)]
    if not terms:
        return undecided(f"The table lists {known[0].person}, but not as {asked.office}.")
    if asked.standing:
        return _with_standing(asked.standing, terms, day)
    return _plain(asked, terms, day, records)


def _is_meant(term: Term, asked: OfficeAsked) -> bool:
    """Say whether a term is of an office that the words can mean; deputies by their prefix."""
    offices = set(asked.office_ids)
    if asked.standing == "deputy":
        offices |= {f"deputy_{office}" for office in asked.office_ids}
    return term.office in offices and asked.state in (None, term.state)


def _plain(asked: OfficeAsked, terms: Sequence[Term], day: str, records: Records) -> Verdict:
    for when in dict.fromkeys((day, asked.when or day)):
        for term in terms:
            if term.could_hold(when) is Held.YES:
                return _supported(term)
    rows = tuple(term.row for term in terms)
    nearest = min(terms, key=lambda term: _days_away(term, day))
    successors = _others(nearest, day, records)
    if not successors or not _can_be_wrong(asked, nearest, day):
        return undecided(f"{_tell(nearest)} The story may look back or ahead.", rows)
    return Verdict(
        ruling=Ruling.CONTRADICTED,
        reason=f"{_tell(nearest)} On {day} it was {successors[0].person}.",
        rows=(nearest.row, successors[0].row),
    )


def _can_be_wrong(asked: OfficeAsked, nearest: Term, day: str) -> bool:
    """Say whether the words leave no other reading: exact, of these days, and far off the term."""
    shared = any(office_kinds()[office].shared for office in asked.office_ids)
    told_of_now = asked.current and asked.when == day
    return asked.exact and told_of_now and not shared and _days_away(nearest, day) > _GRACE.days


def _others(term: Term, day: str, records: Records) -> tuple[Term, ...]:
    """Give who else surely held the same office on a day."""
    held = holders(records, term.office, term.state, day)
    return tuple(other for other in held if other.person != term.person)


def _days_away(term: Term, day: str) -> int:
    """Give how many days lie at least between a term and a day; 0 inside it."""
    days = When(day).days() or (LAST, LAST)
    gaps = (term.starts[0] - days[1], days[0] - term.ends[1], timedelta(0))
    return max(gaps).days if term.last or gaps[0].days > 0 else 0


def _with_standing(standing: str, terms: Sequence[Term], day: str) -> Verdict:
    fits = _STANDINGS.get(standing)
    for term in terms:
        if fits and fits(term, day) and not _is_back_in_office(standing, terms, day):
            return _supported(term)
    rows = tuple(term.row for term in terms)
    return undecided(f'{_tell(terms[-1])} The story says "{standing}".', rows)


def _is_back_in_office(standing: str, terms: Sequence[Term], day: str) -> bool:
    held = (term.could_hold(day) is not Held.NO for term in terms)
    return standing == "former" and any(held)


def _has_ended(term: Term, day: str) -> bool:
    days = When(day).days()
    return bool(term.last and days and term.ends[1] < days[0])


def _has_begun(term: Term, day: str) -> bool:
    days = When(day).days()
    return bool(days and term.starts[1] <= days[0])


def _holds(term: Term, day: str) -> bool:
    return term.could_hold(day) is Held.YES


_STANDINGS: Mapping[str, Callable[[Term, str], bool]] = {
    "former": _has_ended,
    "then": _has_begun,
    "outgoing": _holds,
    "acting": lambda term, day: term.acting and _holds(term, day),
    "deputy": lambda term, day: _is_deputy(term) and _holds(term, day),
}


def _is_deputy(term: Term) -> bool:
    return term.office.startswith("deputy_") or "deputy" in term.note


def _supported(term: Term) -> Verdict:
    return Verdict(ruling=Ruling.SUPPORTED, reason=_tell(term), rows=(term.row,))


def _tell(term: Term) -> str:
    """Say in a sentence who held what, and when."""
    office = office_kinds()[term.office].name_in(term.state)
    note = f" ({term.note})" if term.note else ""
    if term.last:
        return f"{term.person} was {office}{note} from {term.first} to {term.last}."
    return f"{term.person} has been {office}{note} since {term.first}."
