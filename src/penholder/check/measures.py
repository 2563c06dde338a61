"""Checks what resolutions ban or cap, and which body of the Council was set up by which."""

from __future__ import annotations

from penholder.check.answers import undecided
from penholder.check.votes import votes_near
from penholder.model.claim import ResolutionAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.model.when import When
from penholder.records.load import Records
from penholder.records.sanctions import CouncilBody, Measure
from penholder.records.votes import votes_of_symbol


def check_measure(asked: ResolutionAsked, day: str | None, records: Records) -> Verdict:
    """Name the paragraphs on the items; only a text that was read bears a claim out."""
    verb, *items = (asked.value or "bans").split()
    last = When(day or "").days()
    until = last[1].isoformat() if last else "9999"
    rows = [m for m in records.measures if m.item in items and m.adopted <= until]
    if asked.subject and "PRK" not in asked.subject:
        return undecided("The record of measures covers North Korea alone.", _MEASURES)
    if not rows:
        return undecided("The record has no measure on this until then.", _MEASURES)
    rows = _of_symbol(asked, rows, records) or rows
    told = "; ".join(dict.fromkeys(_told(one) for one in rows))
    keys = tuple(one.row for one in rows)
    fitting = (one for one in rows if one.read and _verb_fits(verb, one))
    named = {one.item for one in fitting if _figure_fits(asked, one)}
    if set(items) <= named:
        return Verdict(ruling=Ruling.SUPPORTED, reason=f"{told}.", rows=keys)
    return undecided(f"{told}. Not every text was read here.", keys)


def check_body(
    asked: ResolutionAsked,
    day: str | None,  # noqa: ARG001  one signature for all checks
    records: Records,
) -> Verdict:
    """Compare the resolution or the year in which a body was set up."""
    body = next((one for one in records.council_bodies if one.body == asked.value), None)
    if body is None or (asked.subject and "PRK" not in asked.subject):
        return undecided(
            "The record does not have this body.", (Row("coverage", "council_bodies"),)
        )
    told = f"{body.name[0].upper()}{body.name[1:]} was set up by {body.symbol} of {body.adopted}."
    if asked.fact == "body_ended":
        return _ended(asked, body)
    fits = [_same_symbol(asked, body, records), _same_time(asked, body)]
    said = [fit for fit in fits if fit is not None]
    ruling = Ruling.SUPPORTED if said and all(said) else Ruling.CONTRADICTED
    if not said or (len(said) > 1 and len(set(said)) > 1):
        return undecided(told, (body.row,))
    return Verdict(ruling=ruling, reason=told, rows=(body.row,))


_MEASURES = (Row("coverage", "measures"),)


def _ended(asked: ResolutionAsked, body: CouncilBody) -> Verdict:
    days = When(asked.when or "").days()
    told = f"The mandate of {body.name} ended on {body.ended}."
    if body.ended and days and days[0].isoformat() <= body.ended <= days[1].isoformat():
        return Verdict(ruling=Ruling.SUPPORTED, reason=told, rows=(body.row,))
    return undecided(f"{told} The story may tell of an earlier mandate.", (body.row,))


def _same_symbol(asked: ResolutionAsked, body: CouncilBody, records: Records) -> bool | None:
    votes = votes_of_symbol(records, asked.symbol) if asked.symbol else ()
    return body.symbol in {vote.symbol for vote in votes} if votes else None


def _same_time(asked: ResolutionAsked, body: CouncilBody) -> bool | None:
    days = When(asked.when).days() if asked.when else None
    return days[0].isoformat() <= body.adopted <= days[1].isoformat() if days else None


def _of_symbol(asked: ResolutionAsked, rows: list[Measure], records: Records) -> list[Measure]:
    """Give the rows of the resolution that is named, or of the day on which it was adopted."""
    votes = votes_of_symbol(records, asked.symbol) if asked.symbol else ()
    votes = votes or votes_near(records, asked.when)
    return [one for one in rows if one.symbol in {vote.symbol for vote in votes}]


def _verb_fits(verb: str, one: Measure) -> bool:
    """Say whether a paragraph does what is said: a cap is no ban; permits for workers are told as either."""
    return verb != "bans" or one.verb == "bans" or one.item == "workers"


def _figure_fits(asked: ResolutionAsked, one: Measure) -> bool:
    return asked.number is None or one.figure == asked.number


def _told(one: Measure) -> str:
    return f"{one.symbol} paragraph {one.para} {one.verb} {one.told}"
