"""The log of what people decided about events, in the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, text, update

from penholder.errors import NotFoundError, QuestionError
from penholder.merge.reports import kind_of
from penholder.model.correctable import can_be_one, can_have
from penholder.model.correction import Act, Correction, Meant, Place
from penholder.model.statement import StatementKind
from penholder.store.meant_events import DRAFTS, Chosen, choose, find_event, kinds_in, of_event
from penholder.store.tables import CORRECTABLE, CORRECTED_PLACES, CORRECTIONS

_C = CORRECTIONS.c
_Places = Mapping[str, Sequence[Place]]  # by their part: event, other, chosen
# The story of a place by the id that it has today, whichever version the person saw.
_PLACES = text(
    "SELECT DISTINCT place.no, place.correction, place.part, coalesce(now.id, place.story) AS story,"
    " place.start, place.text FROM corrected_places AS place"
    " JOIN event_corrections AS made ON made.no = place.correction AND made.withdrawn_at IS NULL"
    " LEFT JOIN story_versions AS seen ON seen.id = place.story"
    " LEFT JOIN story_versions AS now ON now.key = seen.key AND now.current ORDER BY place.no"
)


def corrections_in_force(ledger: Connection) -> tuple[Correction, ...]:
    """Give the corrections that nobody took back, in the order in which they were made."""
    asked = select(CORRECTIONS).where(_C.withdrawn_at.is_(None)).order_by(_C.no)
    rows = ledger.execute(asked).mappings().all()
    places = _places_of(ledger) if rows else {}
    return tuple(_correction(dict(row), places.get(row["no"], {})) for row in rows)


def of_drafts(corrections: Iterable[Correction], *, wanted: bool) -> tuple[Correction, ...]:
    """Give the corrections of drafts, or those of events; a statement that is rejected is of neither."""
    return tuple(
        one for one in corrections if one.event is None or (one.event.thread == DRAFTS) is wanted
    )


def _places_of(ledger: Connection) -> Mapping[int, _Places]:
    found: dict[int, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for row in ledger.execute(_PLACES).mappings():
        place = Place(story=row["story"], start=row["start"], words=row["text"])
        found[row["correction"]][row["part"]].append(place)
    return found


def _correction(row: Mapping[str, Any], places: _Places) -> Correction:
    return Correction(
        number=row["no"],
        act=Act(row["act"]),
        event=_meant(row["event"], row["event_thread"], places.get("event", ())),
        other=_meant(row["other"], row["other_thread"], places.get("other", ())),
        chosen=tuple(places.get("chosen", ())),
        **{name: row[name] for name in ("field", "value", "note", "made_by")},
    )


def _meant(id_: str | None, thread: str | None, places: Iterable[Place]) -> Meant | None:
    return Meant(id=id_, thread=thread or "", places=tuple(places)) if id_ else None


def merge_events(
    ledger: Connection, event: str, others: Sequence[str], said: Mapping[str, str]
) -> list[int]:
    """Keep that events are one, known by the first; give the corrections' numbers.

    Args:
        ledger: open for writing.
        event: an id or alias.
        others: the events that become part of it.
        said: `note`, `made_by` and `made_at`.

    Raises:
        NotFoundError: the ledger has no such event, or they are one already.
        QuestionError: they are of kinds that cannot be one event.
    """
    one, *parts = [find_event(ledger, named) for named in (event, *others)]
    for number, part in enumerate(parts):
        if part.id in {one.id, *(before.id for before in parts[:number])}:
            raise NotFoundError(
                others[number], fault=f"it is {part.id} already", remedy="See `penholder events`"
            )
        _must_be_alike(ledger, one, parts[: number + 1])
    return [
        _keep(ledger, Act.MERGE, one, {"other": part.id, "other_thread": part.thread, **said}, other=part.places)
        for part in parts
    ]  # fmt: skip


def _must_be_alike(ledger: Connection, one: Meant, parts: Sequence[Meant]) -> None:
    """Refuse to make one event of the last of some and those before it, if they are of different kinds."""
    if len({part.thread == DRAFTS for part in (one, *parts)}) > 1:
        raise QuestionError(
            parts[-1].id,
            fault=f"of it and {one.id} one is a draft, and the other an event",
            remedy="Merge drafts with drafts, and events with events of their kind",
        )
    kinds = {kind for part in (one, *parts) for kind in kinds_in(ledger, part)}
    if one.thread != DRAFTS and not can_be_one(kinds):
        raise QuestionError(
            parts[-1].id,
            fault=f"it and {one.id} are of different kinds: {', '.join(sorted(kinds))}",
            remedy="Merge events of one kind, or a vote with the veto or the adoption that it ended in",
        )


def split_event(ledger: Connection, event: str, chosen: Chosen, said: Mapping[str, str]) -> int:
    """Keep that what a story tells of an event is another one; give the correction's number.

    Raises:
        NotFoundError: there is no such event, it has no such statement, or it has no other.
    """
    one = find_event(ledger, event)
    apart = of_event(ledger, one, chosen)
    if len(apart) == len(one.places):
        raise NotFoundError(
            one.id,
            fault=f"{chosen.story} is all that tells of it",
            remedy="Reject the event, or choose one of its statements by its number",
        )
    return _keep(ledger, Act.SPLIT, one, said, chosen=apart)


def kind_to_correct(ledger: Connection, event: str, field: str) -> StatementKind:
    """Give the kind of an event that can have a field.

    Raises:
        NotFoundError: the ledger has no such event.
        QuestionError: it is a draft, or events of its kind have no such field.
    """
    one = find_event(ledger, event)
    if one.thread == DRAFTS:
        raise QuestionError(
            one.id,
            fault="a draft has the values of its statements",
            remedy="Split it, merge it, or reject statements",
        )
    kind = kind_of(one.thread)
    if not can_have(kind, field):
        fields = (name for name in ("day", "actor", *CORRECTABLE) if can_have(kind, name))
        raise QuestionError(
            one.id,
            fault=f"events of the kind {kind} have no {field}",
            remedy=f"Correct one of {', '.join(fields)}",
        )
    return kind


def correct_event(
    ledger: Connection, event: str, field: str, value: str, said: Mapping[str, str]
) -> int:
    """Keep that a value of an event is this one; give the correction's number.

    Raises:
        NotFoundError: the ledger has no such event.
        QuestionError: it is a draft, or events of its kind have no such field.
    """
    kind_to_correct(ledger, event, field)
    return _keep(
        ledger, Act.CORRECT, find_event(ledger, event), {"field": field, "value": value, **said}
    )


def reject_event(ledger: Connection, event: str, said: Mapping[str, str]) -> int:
    """Keep that something is no event; give the correction's number.

    Raises:
        NotFoundError: the ledger has no such event.
    """
    return _keep(ledger, Act.REJECT, find_event(ledger, event), said)


def reject_statement(ledger: Connection, chosen: Chosen, said: Mapping[str, str]) -> int:
    """Keep that a statement is of no event; give the correction's number.

    Raises:
        NotFoundError: the ledger has no such statement.
    """
    return _keep(ledger, Act.REJECT, None, said, chosen=choose(ledger, chosen))


def _keep(
    ledger: Connection,
    act: Act,
    event: Meant | None,
    said: Mapping[str, str],
    **parts: Sequence[Place],
) -> int:
    named = {"event": event.id, "event_thread": event.thread} if event else {}
    made = insert(CORRECTIONS).values(act=act.value, **named, **said)
    (number,) = ledger.execute(made).inserted_primary_key or (0,)
    places = {**parts, "event": event.places} if event else parts
    rows = [
        {"part": part, "story": place.story, "start": place.start, "text": place.words}
        for part, several in places.items()
        for place in several
    ]
    ledger.execute(insert(CORRECTED_PLACES), [{"correction": number, **row} for row in rows])
    return int(number)


def withdraw_correction(ledger: Connection, number: int, who: str, at: str) -> None:
    """Take a correction back; it stays in the log.

    Raises:
        NotFoundError: there is none of that number, or it was taken back already.
    """
    mine = (_C.no == number) & _C.withdrawn_at.is_(None)
    done = ledger.execute(update(CORRECTIONS).where(mine).values(withdrawn_by=who, withdrawn_at=at))
    if not done.rowcount:
        raise NotFoundError(
            str(number),
            fault="there is no such correction, or it was taken back",
            remedy="See `penholder corrections`",
        )
