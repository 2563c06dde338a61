"""Plural words for those whom a story named before: "the three countries", "both allies", "the trio"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

from penholder.find.names.chains import Chain
from penholder.find.numbers import read_number
from penholder.find.phrases import any_of
from penholder.model.actor import Actor, ActorId
from penholder.model.span import Span
from penholder.tables.load import load_toml

_OWNERS = frozenset({"its", "their"})
_COUNTS = ("two", "three", "four", "five", "six", "2", "3", "4", "5", "6")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plural:
    """Words for several states or people together."""

    span: Span
    text: str
    count: int | None  # None: the words do not say how many
    camp: bool = False  # only those on one side
    border: bool = False  # only those that lie next to each other
    people: bool = False
    offices: tuple[str, ...] = ()  # parts of the offices that people must hold
    owned: str = ""  # a row of [[owned]]: "its allies"

    def fits(self, chain: Chain) -> bool:
        """Say whether those of a chain can be meant."""
        if chain.people != self.people or self.count not in {None, len(chain.members)}:
            return False
        if not self.fits_people(chain.members):
            return False
        ids = [member.id for member in chain.members]
        return not (
            (self.camp and not _are_on_one_side(ids)) or (self.border and not _are_neighbors(ids))
        )

    def fits_people(self, people: Sequence[Actor]) -> bool:
        """Say whether one of some people holds an office that the words name."""
        return not self.offices or any(_holds(person, self.offices) for person in people)


def find_plurals(text: str) -> Iterator[Plural]:
    """Yield each plural of tables/groups.toml that can look back, in reading order."""
    pattern, rows = _lexicon()
    for match in pattern.finditer(text):
        if plural := _read(match, rows):
            yield plural


def _read(match: re.Match[str], rows: Mapping[str, Any]) -> Plural | None:
    lead, noun = match["lead"].casefold(), " ".join(match["noun"].casefold().split())
    number = _number(match)
    span = Span(match.start(), match.end())
    if lead in _OWNERS:
        owned = rows["owned"].get(noun)
        return Plural(span=span, text=match[0], count=number, owned=owned["id"]) if owned else None
    row = rows["plural"].get(noun) or rows["collective"].get(noun)
    if row is None or (noun.endswith(("sides", "members")) and _is_told_whose(match)):
        return None
    count = 2 if lead == "both" else number or row.get("count")
    if count is None and not (lead == "the" and _may_be_bare(match, row)):
        return None
    return Plural(
        span=span,
        text=match[0],
        count=count,
        camp=row.get("camp", False),
        border=row.get("border", False),
        people=row.get("people", False),
        offices=tuple(row.get("offices", ())),
    )


def _may_be_bare(match: re.Match[str], row: Mapping[str, Any]) -> bool:
    """Say whether a plural needs no number: "the allies", "the countries said"."""
    acting = row.get("bare_if_acting") and _ACTS.match(match.string, match.end())
    return bool(acting or row.get("bare")) and not _is_told_whose(match)


_ACTS = re.compile(
    r"\s+(?:also\s+|jointly\s+|all\s+)?(?:said|say|agreed|condemned|urged|called|wrote|added|issued|reaffirmed|pledged|"
    r"vowed|warned|demanded|noted|expressed|stressed)\b"
)


def _is_told_whose(match: re.Match[str]) -> bool:
    """Say whether the words themselves say who: "the leaders of South Korea and Japan"."""
    return match.string[match.end() : match.end() + 4] == " of "


def _holds(person: Actor, offices: Sequence[str]) -> bool:
    return any(part in (person.office or "").casefold() for part in offices)


def _number(match: re.Match[str]) -> int | None:
    return read_number(match["number"]) if match["number"] else None


def _are_on_one_side(states: Sequence[ActorId]) -> bool:
    return any(set(states) <= set(camp["states"]) for camp in load_toml("groups")["camp"])


def _are_neighbors(states: Sequence[ActorId]) -> bool:
    pairs = load_toml("groups")["borders"]["pairs"]
    return all("-".join(sorted(pair)) in pairs for pair in combinations(states, 2))


@cache
def _lexicon() -> tuple[re.Pattern[str], Mapping[str, Mapping[str, Any]]]:
    table = load_toml("groups")
    rows = {
        part: {noun: row for row in table[part] for noun in row["nouns"]}
        for part in ("plural", "collective", "owned")
    }
    nouns = any_of({noun for part in rows.values() for noun in part})
    adjectives, counts = any_of(table["adjectives"]["words"]), any_of(_COUNTS)
    return re.compile(
        rf"\b(?P<lead>both|all|the|these|those|its|their)\s+(?:of\s+)?(?:the\s+)?"
        rf"(?:(?P<number>{counts})\s+)?(?:{adjectives}\s+){{0,2}}(?P<noun>{nouns})",
        re.IGNORECASE,
    ), rows
