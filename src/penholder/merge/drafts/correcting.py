"""Lets what people decided about drafts stand above what was merged."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from penholder.merge.corrections import settle, without_rejected
from penholder.merge.drafts.merging import draft_of, merge_drafts
from penholder.merge.reports import Told
from penholder.merge.threads import Merged
from penholder.model.correction import Correction
from penholder.model.draft import Draft, DraftId, DraftTold
from penholder.model.ledger import EventId

_Tellings = Mapping[Hashable, DraftTold]


def correct_drafts(
    told: Iterable[DraftTold], corrections: Sequence[Correction]
) -> tuple[Draft, ...]:
    """Give the drafts as people left them: joined, set apart or rejected."""
    tellings: _Tellings = {one.key: one for one in told}
    left, _ = without_rejected([_told(one) for one in tellings.values()], corrections)
    drafts = merge_drafts(tellings[one.key] for one in left)
    settled = settle([_as_event(one) for one in drafts], corrections)
    return tuple(_as_draft(one, tellings) for one in settled.events)


def _told(one: DraftTold) -> Told:
    return Told(
        key=one.key,
        story=one.story,
        start=one.start,
        words=one.words,
        thread="",
        actors=tuple(sorted(one.sponsors)),
        when=one.when,
        detail={},
    )


def _as_event(draft: Draft) -> Merged:
    return Merged(
        id=EventId(draft.id),
        thread="",
        actors=draft.sponsors,
        when=None,
        told=tuple(map(_told, draft.told)),
        reasons=draft.reasons,
        aliases=tuple(map(EventId, draft.aliases)),
    )


def _as_draft(event: Merged, tellings: _Tellings) -> Draft:
    pairs = zip((tellings[one.key] for one in event.told), event.reasons, strict=True)
    return draft_of(DraftId(event.id), pairs, tuple(map(DraftId, event.aliases)))
