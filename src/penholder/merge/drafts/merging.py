"""Merges the statements of all stories on draft resolutions into drafts, each with its life."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from penholder.merge.drafts.files import DraftFile
from penholder.merge.drafts.gathering import gather
from penholder.merge.drafts.mentions import DraftMention, mentions_of
from penholder.model.draft import STAGES, Draft, DraftId, DraftTold
from penholder.model.when import When


def merge_drafts(told: Iterable[DraftTold]) -> tuple[Draft, ...]:
    """Give the drafts that stories tell of; the order of what is told plays no part."""
    files = gather(mentions_of(told))
    named = zip(files, _name(files), strict=True)
    return tuple(_draft(one, id_, aliases) for one, (id_, aliases) in named)


def _draft(one: DraftFile, id_: DraftId, aliases: tuple[DraftId, ...]) -> Draft:
    told = ((told, _reason(told, why)) for mention, why in one.mentions for told in mention.told)
    return draft_of(id_, told, aliases)


def _reason(told: DraftTold, why: str) -> str:
    return f"draft {told.number} of its story{why and '; '}{why}"


def draft_of(
    id_: DraftId, pairs: Iterable[tuple[DraftTold, str]], aliases: tuple[DraftId, ...]
) -> Draft:
    """Give a draft by all that is told of it, each with its reason."""
    ordered = sorted(pairs, key=lambda pair: (pair[0].story, pair[0].start))
    told = tuple(part for part, _ in ordered)
    return Draft(
        id=id_,
        sponsors=tuple(sorted({state for one in told for state in one.sponsors})),
        subjects=tuple(sorted({state for one in told for state in one.subjects})),
        symbols=tuple(sorted({one.symbol for one in told if one.symbol})),
        stage=_reached(told),
        days=dict(_days(told)),
        told=told,
        reasons=tuple(reason for _, reason in ordered),
        aliases=aliases,
    )


def _reached(told: Sequence[DraftTold]) -> str:
    """Give the last stage that is told as reached: of a veto and a failed vote, the veto."""
    reached = {one.stage for one in told if not one.planned}
    return max(reached, key=STAGES.index, default="announced")


def _days(told: Iterable[DraftTold]) -> Iterator[tuple[str, str]]:
    """Yield of each stage that was reached its day: the most exact, told by most stories, first."""
    tellers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in told:
        if one.when and not one.planned and When(one.when).days():
            tellers[one.stage, one.when.split("T", 1)[0]].add(one.story)
    for stage in STAGES:
        values = [value for told_stage, value in tellers if told_stage == stage]
        if values:
            yield stage, min(values, key=lambda v: (_length(v), -len(tellers[stage, v]), v))


def _length(value: str) -> int:
    days = When(value).days()
    return (days[1] - days[0]).days if days else 0


def _name(files: Sequence[DraftFile]) -> Sequence[tuple[DraftId, tuple[DraftId, ...]]]:
    """Give each draft its id, and the ids that it answers to besides; a key of several is nobody's alias."""
    keys = [[_key(mention) for mention, _ in one.mentions] for one in files]
    owners = Counter(key for own in keys for key in set(own))
    ids = _distinct([own[0] for own in keys])
    return [
        (
            id_,
            tuple(DraftId(key) for key in sorted(set(own)) if owners[key] == 1 and key not in ids),
        )
        for own, id_ in zip(keys, ids, strict=True)
    ]


def _key(mention: DraftMention) -> str:
    """Give what names a draft by one story: its subject, or sponsor, with the day of its end or of the story."""
    who = "+".join(sorted(mention.subjects or mention.sponsors)) or "UNSC"
    if mention.voted and mention.voted.when:
        return f"draft-{who}-{mention.voted.when.split('T', 1)[0]}"
    return f"draft-{who}-by-{mention.published or 'no date'}".replace(" ", "-")


def _distinct(ids: Sequence[str]) -> Sequence[DraftId]:
    """Number what has the same id still: "…-n2"."""
    seen: Mapping[str, int] = Counter()
    distinct = []
    for id_ in ids:
        seen[id_] += 1  # type: ignore[index]
        distinct.append(DraftId(id_ if seen[id_] == 1 else f"{id_}-n{seen[id_]}"))
    return distinct
