"""Which statements of one story are of one draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from penholder.find.drafts.telling import Days, States, Telling

_DAY, _MONTH = timedelta(days=1), timedelta(days=30)


@dataclass(slots=True, eq=False)
class Group:
    """The statements of one draft, in reading order."""

    told: list[Telling] = field(default_factory=list)

    @property
    def sponsors(self) -> States:
        """Give whose draft it is."""
        return frozenset[str]().union(*(one.sponsors for one in self.told))  # type: ignore[return-value]

    @property
    def subjects(self) -> States:
        """Give the states that it is about."""
        return frozenset[str]().union(*(one.subjects for one in self.told))  # type: ignore[return-value]

    @property
    def vetoing(self) -> States:
        """Give those who vetoed it."""
        return frozenset[str]().union(*(one.vetoing for one in self.told))  # type: ignore[return-value]

    @property
    def symbols(self) -> frozenset[str]:
        """Give the symbols that it is named by."""
        return frozenset(one.symbol for one in self.told if one.symbol)

    @property
    def ends(self) -> list[Telling]:
        """Give what tells how its life ended."""
        return [one for one in self.told if one.end is not None]


def group(tellings: Iterable[Telling], published: date | None) -> Sequence[Group]:
    """Put together what one story tells of each draft; in doubt it stays apart."""
    groups: list[Group] = []
    for telling in tellings:
        able = [
            one
            for one in reversed(groups)
            if _is_within(one, telling) or _may_be_of(one, telling, published)
        ]
        meant = next((one for one in able if _is_meant(one, telling)), None)
        if meant is None and not _is_described(telling):
            meant = next((one for one in able if telling.definite or _awaits(one, telling)), None)
        if meant is None:
            meant = Group()
            groups.append(meant)
        meant.told.append(telling)
    return groups


def _awaits(one: Group, telling: Telling) -> bool:
    """Say whether a statement tells how the vote on a draft ended, that was only told of as held."""
    voted = any(told.stage == "put_to_vote" and not told.planned for told in one.told)
    return telling.end is not None and voted and not one.ends


def _is_within(one: Group, telling: Telling) -> bool:
    """Say whether a draft is named inside words of it: "vetoed a Brazilian draft"."""
    return any(told.span.covers(telling.span) for told in one.told)


def _is_described(telling: Telling) -> bool:
    return bool(telling.sponsors or telling.subjects or telling.symbol)


def _is_meant(one: Group, telling: Telling) -> bool:
    """Say whether a statement names the draft: inside words about it, by its symbol, sponsor or subject."""
    if _is_within(one, telling):
        return True
    if telling.symbol and telling.symbol in one.symbols:
        return True
    if one.sponsors & telling.sponsors or one.subjects & telling.subjects:
        return True
    if telling.definite and not (one.subjects and telling.subjects):
        return not telling.sponsors or not one.sponsors
    return False


def _may_be_of(one: Group, telling: Telling, published: date | None) -> bool:
    """Say whether nothing that is told speaks against one draft."""
    return (
        _are_alike(one.sponsors, telling.sponsors)
        and not one.sponsors & telling.vetoing
        and not telling.sponsors & one.vetoing
        and _are_alike(one.subjects, telling.subjects)
        and not (telling.symbol and one.symbols and telling.symbol not in one.symbols)
        and all(_can_precede(telling, end, published) for end in one.ends)
        and (telling.end is None or all(_can_precede(t, telling, published) for t in one.told))
    )


def _are_alike(mine: States, theirs: States) -> bool:
    return not mine or not theirs or bool(mine & theirs)


def _can_precede(telling: Telling, end: Telling, published: date | None) -> bool:
    """Say whether a statement can be of a draft whose life is told to have ended so."""
    if telling.end is not None:
        return telling.end == end.end and _same_days(telling.days, end.days)
    if telling.planned:
        return False
    if telling.stage == "put_to_vote":
        return _same_days(telling.days, end.days)
    if end.days and published and end.days[1] < published - _MONTH and not telling.definite:
        return False  # "a new draft", long after the resolution that the story recalls
    return not telling.days or not end.days or telling.days[0] <= end.days[1] + _DAY


def _same_days(mine: Days | None, theirs: Days | None) -> bool:
    if mine is None or theirs is None:
        return True
    return mine[0] <= theirs[1] + _DAY and theirs[0] <= mine[1] + _DAY
