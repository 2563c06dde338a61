"""Stories that come, go or change by turns have the origins that they have all at once."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from penholder.merge.origins import days_at_hand, same_texts
from penholder.merge.origins.days_at_hand import DaysAtHand
from penholder.merge.origins.finding import Found, find_all
from penholder.merge.origins.growing import grow
from penholder.merge.origins.held import BeyondError, Held, Shares, Told, WholeError
from penholder.merge.origins.prints import looked_up, print_of

Origins = dict[str, tuple[str, str]]
_START = date(2022, 3, 24)


@dataclass
class Kept:
    """What a ledger keeps: stories, shares, and of each story its origin and the reason."""

    held: dict[int, Held] = field(default_factory=dict)
    shares: Shares = field(default_factory=dict)
    origins: Origins = field(default_factory=dict)
    turns: int = 0

    def take(self, new: Sequence[Told], gone: Collection[int]) -> None:
        """Let stories come and go.

        Raises:
            WholeError: one of them has no day, or meets one that has none.
        """
        if any(one.day is None for one in (*new, *(self.held[no] for no in gone))):
            raise WholeError
        grown = grow(self._at_hand(new, gone), self.shares)
        for no in gone:
            del self.origins[self.held.pop(no).key]
        self.held |= {one.no: one for one in grown.held}
        self.shares = {p: share for p, share in {**self.shares, **grown.shares}.items() if share}
        self.origins |= _named(grown)
        self.turns += 1

    def _at_hand(self, new: Sequence[Told], gone: Collection[int]) -> DaysAtHand:
        undated = [one for one in self.held.values() if not one.day]
        return DaysAtHand(
            [one for one in self.held.values() if one.day],
            new,
            gone=gone,
            undated=frozenset(run for one in undated for run in looked_up(one.words)),
            reach=(date.min, date.max),
        )

    @property
    def texts(self) -> dict[int, tuple[int, list[int]]]:
        """Give of each text its kin and its background."""
        texts = (one for one in self.held.values() if one.first == one.no)
        return {one.no: (one.kin, list(one.background)) for one in texts}


def _named(found: Found | object) -> Origins:
    origins = getattr(found, "origins", ())
    return {
        key: (origin.keys[0], reason)
        for origin in origins
        for key, reason in zip(origin.keys, origin.reasons, strict=True)
    }


def _anew(stories: Collection[Told]) -> Kept:
    found = find_all(stories)
    return Kept({one.no: one for one in found.held}, found.shares, _named(found))


class _Desk:
    """Stories that share paragraphs, copies of them that were edited, and those that come back changed."""

    def __init__(self, seed: int, *, undated: float = 0) -> None:
        self.chance = random.Random(seed)  # noqa: S311
        self.undated = undated
        self.span = self.chance.choice((5, 20, 60, 200))
        self.shared = [self._words(self.chance.choice((6, 12, 30))) for _ in range(20)]
        self.written: list[list[list[str]]] = []
        self.stories: dict[int, Told] = {}

    def _words(self, number: int) -> list[str]:
        return [f"w{self.chance.randrange(10**6)}" for _ in range(number)]

    def _parts(self) -> list[list[str]]:
        if not self.written or self.chance.random() < 0.4:
            parts = [self.chance.choice(self.shared) for _ in range(self.chance.randrange(1, 7))]
            return [*parts, self._words(self.chance.randrange(40))]
        parts = list(self.chance.choice(self.written))
        if self.chance.random() < 0.5:
            parts = parts[: max(1, len(parts) - 1)]
        if self.chance.random() < 0.3:
            parts.append(self.chance.choice(self.shared))
        return [[*parts[0][1:], "edited"], *parts[1:]] if self.chance.random() < 0.3 else parts

    def tell(self, no: int) -> Told:
        """Give a story, of any of the days."""
        day = _START + timedelta(days=self.chance.randrange(self.span))
        is_dated = self.chance.random() >= self.undated
        named = day.isoformat() if is_dated else "9999"
        self.written.append(self._parts())
        words = print_of(" ".join(word for part in self.written[-1] for word in part))
        key = f"{named} s{self.chance.randrange(10**6):06} {no}"
        return Told(no=no, key=key, day=day if is_dated else None, words=words)

    def turns(self) -> Iterator[tuple[list[Told], set[int]]]:
        """Yield what comes and what goes, some times over."""
        numbers = iter(range(10**6))
        for _ in range(self.chance.randrange(3, 9)):
            new = [self.tell(next(numbers)) for _ in range(self.chance.choice((1, 1, 2, 5, 30)))]
            most = min(len(self.stories), self.chance.choice((0, 0, 1, 3)))
            gone = set(self.chance.sample(sorted(self.stories), most))
            new += [self._again(no, next(numbers)) for no in gone if self.chance.random() < 0.6]
            for no in gone:
                del self.stories[no]
            self.stories |= {one.no: one for one in new}
            yield new, gone

    def _again(self, no: int, other: int) -> Told:
        """Give a story that was read again: a new version, or the same one with other words."""
        before, now = self.stories[no], self.tell(other)
        if self.chance.random() < 0.5 or before.day is None:
            return now
        return Told(no=no, key=before.key, day=before.day, words=now.words)


@pytest.mark.parametrize("common", [3, 6, 60])
@pytest.mark.parametrize("seed", range(20))
def test_stories_by_turns_have_the_origins_of_all_at_once(
    seed: int, common: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However they are split, also where stories change or go; so do all things that are kept of them."""
    for module in (same_texts, days_at_hand):
        monkeypatch.setattr(module, "COMMON", common)
    desk, kept = _Desk(seed), Kept()
    for new, gone in desk.turns():
        kept.take(new, gone)
        anew = _anew(desk.stories.values())

        assert kept.origins == anew.origins
        assert (kept.shares, kept.texts) == (anew.shares, anew.texts)
        assert {n: o.first for n, o in kept.held.items()} == {n: o.first for n, o in anew.held.items()}  # fmt: skip


@pytest.mark.parametrize("seed", range(20))
def test_stories_that_meet_one_without_a_day_are_found_with_all(seed: int) -> None:
    """What is told without them is the same; else it is said that it takes all stories."""
    desk, kept = _Desk(seed, undated=0.05), Kept()
    for new, gone in desk.turns():
        try:
            kept.take(new, gone)
        except WholeError:
            kept = _anew(desk.stories.values())

        assert kept.origins == _anew(desk.stories.values()).origins


def test_too_few_days_are_no_answer() -> None:
    """A story at their edge may be a copy of one that is not at hand."""
    words = print_of(" ".join(f"word{at}" for at in range(200)))
    new = Told(no=1, key="2022-03-24 a 1", day=_START, words=words)
    reach = (_START - timedelta(days=13), _START + timedelta(days=30))

    with pytest.raises(BeyondError):
        grow(DaysAtHand((), [new], gone=(), undated=frozenset(), reach=reach), {})
