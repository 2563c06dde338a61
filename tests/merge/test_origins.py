"""Copies and rewritings of one text are one origin; what stories of a subject have in common joins none."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date

import pytest

from penholder.merge.origins.finding import find_origins
from penholder.merge.origins.linkage import link
from penholder.merge.origins.prints import packed, print_of, unpacked

_WHO = (
    "The Council",
    "Pyongyang",
    "The military",
    "A spokesman",
    "Tokyo",
    "The envoy",
    "Washington",
    "An analyst",
)
_DID = ("said", "warned", "denied", "announced", "argued", "repeated", "confirmed", "doubted")
_WHAT = ("that the launch broke the rules", "that talks would go on", "that the draft was dead", "that nobody was hurt",
         "that the missile fell into the sea", "that sanctions had not worked", "that a vote was near")  # fmt: skip
_WHEN = (
    "on Monday",
    "late on Tuesday",
    "in the morning",
    "after the meeting",
    "at the border",
    "in a letter",
    "by phone",
)


def sentences(seed: int, number: int) -> list[str]:
    """Give sentences that no other seed gives."""
    chance = random.Random(seed)  # noqa: S311
    return [
        f"{chance.choice(_WHO)} {chance.choice(_DID)} {chance.choice(_WHEN)} {chance.choice(_WHAT)}, "
        f"as item {seed}{at} of file {chance.randrange(10**6)} has it."
        for at in range(number)
    ]


def groups(texts: dict[str, Sequence[str]]) -> set[frozenset[str]]:
    """Give the origins of several stories."""
    prints = {key: print_of(" ".join(told)) for key, told in texts.items()}
    return {frozenset(origin.keys) for origin in find_origins(prints) if len(origin.keys) > 1}


STORY = sentences(1, 24)


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        STORY[:8],
        [*sentences(2, 3), *STORY[2:]],
        [told.replace("said", "told reporters") for told in STORY],
        [*STORY[12:], *STORY[:12]],
        [told.upper() for told in STORY],
    ],
    ids=["whole", "cut short", "a new lead", "other words", "turned round", "in capitals"],
)
def test_a_copy_has_the_origin_of_its_text(copy: Sequence[str]) -> None:
    """However it was edited; another story is none."""
    assert groups({"a": STORY, "b": copy, "c": sentences(3, 24)}) == {frozenset("ab")}


def test_background_joins_no_two_stories() -> None:
    """Ten stories have half of their words in common: what an agency puts under each."""
    background = sentences(9, 12)
    texts = {f"s{at}": [*sentences(20 + at, 12), *background] for at in range(10)}

    assert groups(texts) == set()


def test_a_menu_that_two_copies_share_joins_no_two_origins() -> None:
    """One page of each story has the same long menu."""
    menu, other = sentences(8, 40), sentences(4, 24)
    texts = {"a1": STORY, "a2": STORY[:20], "a3": [*menu, *STORY], "b1": other, "b2": other[:20], "b3": [*menu, *other]}  # fmt: skip

    assert groups(texts) == {frozenset({"a1", "a2", "a3"}), frozenset({"b1", "b2", "b3"})}


def test_many_copies_are_one_origin() -> None:
    """Also more than a run is looked up for."""
    texts = {f"s{at:03}": [*sentences(100 + at, 2), *STORY] for at in range(150)}

    assert groups(texts) == {frozenset(texts)}


def test_the_order_of_stories_plays_no_part() -> None:
    """The same origins and reasons, however the stories come."""
    texts = {f"s{at}": [*STORY[at % 5 :], *sentences(50 + at, at)] for at in range(12)}
    prints = {key: print_of(" ".join(told)) for key, told in texts.items()}
    turned = dict(reversed(prints.items()))

    assert find_origins(prints) == find_origins(turned)


def test_prints_come_back_from_the_ledger() -> None:
    """Packed and unpacked they are the same; a text of no words has one too."""
    for text in ("", "one", " ".join(STORY)):
        assert unpacked(packed(print_of(text))) == print_of(text)


def test_groups_grow_by_the_mean() -> None:
    """A third that is like one of two and unlike the other stays apart."""
    shares = {(0, 1): 0.9, (1, 2): 0.5}

    assert sorted(link({0: 1, 1: 1, 2: 1}, shares, 0.4)) == [[0, 1], [2]]
    assert link({0: 1, 1: 1, 2: 1}, shares | {(0, 2): 0.4}, 0.4) == [[0, 1, 2]]


def test_a_formula_that_comes_back_is_no_copy() -> None:
    """The same words a year later are of another origin; those of the next day, or of no known day, are copies."""
    prints = {key: print_of(" ".join(STORY)) for key in ("a", "b", "c", "d")}
    days = {"a": date(2022, 3, 24), "b": date(2022, 3, 25), "c": date(2023, 3, 24)}
    found = {frozenset(origin.keys) for origin in find_origins(prints, days)}

    assert found == {frozenset({"a", "b", "d"}), frozenset({"c"})}
