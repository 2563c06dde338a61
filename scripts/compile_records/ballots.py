"""Compares ballots and sponsors with the UN's resolution files, name by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from conflicts import COLUMNS
from settle import OWN, Vote
from sources import FILES, LISTS, counted, headed
from sponsors import ids_of

from penholder.check.words import name_of, names_of

_WORDS = {"Y": "in favour", "N": "against", "A": "abstaining", "NV": "not voting"}
_BOUND = {"no": "N", "abstain": "A", "not_voting": "NV"}
_WHY = {
    True: "the file names every member once, and its lists, its counts and its heading agree",
    False: "the file's ballots do not make the tally that stands",
}
Conflict = dict[str, str]


def ballots_in(file: Mapping[str, Any], members: Collection[str]) -> dict[str, str]:
    """Give each member's ballot by a file that is at one with itself; {} by one that is not.

    Its counts are those of its lists and of its heading, and it names every member once.
    """
    lists = [ids_of(file[key]) for key in LISTS]
    named = {member: ballot for ids, ballot in zip(lists, "YNA", strict=True) for member in ids}
    tally = "-".join(str(len(ids)) for ids in lists)
    agree = {counted(file), headed(file["adoption_type"]) or tally} == {tally}
    whole = sum(map(len, lists)) == len(members) and set(named) == set(members)
    return named if agree and whole else {}


def compare_ballots(vote: Vote, file: Mapping[str, Any]) -> tuple[Vote, list[Conflict]]:
    """Give the vote with the ballots of a sound file, and the conflict where it had others.

    A file that thrice says the same outweighs a table, so long as its ballots make the tally that stands.
    """
    said = ballots_in(file, vote["seated"].split())
    cast = dict(part.split(":") for part in vote["ballots"].split())
    had = {member: cast.get(member, "Y") for member in said}
    if not (other := [member for member in sorted(said) if said[member] != had[member]]):
        return vote, []
    ballots = {member: said[member] for member in sorted(said) if said[member] != "Y"}
    fits = _makes_its_tally(vote, ballots)
    readings = _told(had, other), _told(said, other)
    row = _row(vote, "ballots", readings, kept=readings[1] if fits else "", why=_WHY[fits])
    if fits:
        vote = vote | {"ballots": " ".join(f"{m}:{b}" for m, b in ballots.items())}
    return vote, [row]


def _makes_its_tally(vote: Vote, ballots: Mapping[str, str]) -> bool:
    counts = Counter(ballots.values())
    return all(str(counts[ballot]) == vote[key] for key, ballot in _BOUND.items())


def _told(ballots: Mapping[str, str], members: Collection[str]) -> str:
    return ", ".join(f"{name_of(member)} {_WORDS[ballots[member]]}" for member in members)


def compare_sponsors(vote: Vote, file: Mapping[str, Any]) -> Iterator[Conflict]:
    """Yield the conflict where both name states and not the same; nobody decides it.

    A body ("president") is passed over: it stands for states that it does not name.
    """
    said = {*ids_of([*file["sponsors"], *file["additional_sponsors"]])}
    had = {*vote["sponsors"].split()}
    if had == said or not (had and said and all(len(one) == 3 for one in had | said)):
        return
    readings = _listed(had, said), _listed(said, had)
    yield _row(vote, "sponsors", readings, kept="", why="one source against another")


def _listed(states: Collection[str], others: Collection[str]) -> str:
    """Give how many states a source names, and whom it has and lacks: "8 states, with Germany"."""
    more, fewer = sorted(set(states) - set(others)), sorted(set(others) - set(states))
    number = f"{len(states)} state{'s' * (len(states) > 1)}"
    told = {"with": more, "without": fewer}
    return ", ".join([number, *(f"{word} {names_of(ids)}" for word, ids in told.items() if ids)])


def _row(vote: Vote, field: str, readings: tuple[str, str], *, kept: str, why: str) -> Conflict:
    own, other = readings
    cells = ("votes", vote["vote_id"], field, own, OWN, other, FILES, kept, why)
    return dict(zip(COLUMNS, cells, strict=True))
