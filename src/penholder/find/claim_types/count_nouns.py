"""Tells what a count counts: the noun's weapon, or what the sentence spoke of before it."""

from __future__ import annotations

import re
from dataclasses import replace

from penholder.find.acts import testing_words
from penholder.find.claim_types.count_windows import ATTEMPTS, CountPlace
from penholder.find.claim_types.left_out import is_named_before, is_of_another
from penholder.find.counted import Counted, of_weapon, read_counted
from penholder.find.found import Found
from penholder.find.numbers import read_number
from penholder.find.unreal import is_nuclear
from penholder.find.weapons import Weapon, find_weapons
from penholder.model.claim import CountAsked
from penholder.model.statement import StatementKind
from penholder.tables.load import load_toml

# Characters between a launch and "its fifth this month": the same sentence or the one before.
NEAR = 300
# Rows whose noun names a weapon, and whose number is that of the times or the days on which it was fired.
_TIMES = frozenset({"nth_time", "nth_time_after", "nth_day"})


def is_bare(place: CountPlace) -> bool:
    """Say whether the noun is left out: "the fourth this year"."""
    return place.noun.start == place.noun.end


def what_is_counted(found: Found, place: CountPlace) -> Counted | None:
    """Give what is counted: without a noun what the sentence counted before, or launches."""
    if place.row in ATTEMPTS:
        return _of_a_satellite(found, place)
    if is_bare(place):
        return _of_last(place.last) if place.last else _of_the_told(found, place)
    noun = place.noun.of(found.text)
    if place.row in _TIMES or _WITH.match(noun):
        return _fired(noun, "day" if place.row == "nth_day" else "launch")
    if place.row == "nth_device":
        return read_counted("nuclear test")
    return _of_noun(found, place)


def _of_noun(found: Found, place: CountPlace) -> Counted:
    """Give what a noun and the words right behind it count."""
    noun = place.noun.of(found.text)
    words = re.sub(r"nuclear\s+weapons\b(?!\s+test)", "nuclear weapons test", noun)
    counted = of_weapon(found.text, place.noun) or read_counted(_as_described(words))
    if _is_that_nuclear(found, place, counted):
        return read_counted("nuclear test")
    such = _SUCH.match(found.text, place.noun.end)
    return replace(counted, noun=f"such {counted.noun}") if such else counted


# "Its third round of tests of such weapons".
_SUCH = re.compile(r"\s+(?:of|with|involving)\s+such\b", re.IGNORECASE)


def _is_that_nuclear(found: Found, place: CountPlace, counted: Counted) -> bool:
    """Say whether "the test was its third" speaks of the nuclear test that was named right before."""
    number = read_number(place.match["number"]) or 0
    if place.row != "nth_alone" or counted.noun != "test" or number > _FEW:
        return False
    before = max(found.story.body.start, place.match.start() - NEAR)
    named = list(find_weapons(found.text, before, place.match.start()))
    return bool(named) and named[-1].kinds == ("nuclear",)


# Nuclear tests are few: a larger number counts missiles.
_FEW = 9


def _of_last(last: CountAsked) -> Counted:
    """Give what the count before counts; an ordinal after a number of missiles counts their launches.

    "A barrage of ten missiles was the third of its kind".
    """
    if last.unit == "missile" and not last.ordinal:
        return Counted(noun=f"{last.noun} launch", unit="launch", kinds=last.kinds)
    return Counted(noun=last.noun, unit=last.unit, kinds=last.kinds)


def _of_a_satellite(found: Found, place: CountPlace) -> Counted | None:
    """Give satellite launches where a satellite was spoken of right before "its second attempt"."""
    before = max(found.story.body.start, place.match.start() - NEAR)
    named = _SATELLITE.search(found.text, before, place.match.end())
    return Counted(noun="satellite launch", unit=None, kinds=("slv",)) if named else None


_SATELLITE = re.compile(r"\bsatellites?\b(?!\s+(?:imag|photo|phone|data))", re.IGNORECASE)


def _of_the_told(found: Found, place: CountPlace) -> Counted | None:
    """Give launches where a test was told right before, and nothing else is what "was the third"."""
    lead = found.text[place.sentence.start : place.match.start()]
    if place.row == "cardinal_elided" or is_of_another(lead):
        return None
    told = [s for s in found.statements if s.kind is StatementKind.WEAPON_TEST]
    near = [s for s in told if 0 <= place.match.start() - s.span.start <= NEAR]
    named = is_named_before(lead)
    weapons = list(find_weapons(lead))
    last = weapons[-1].kinds if named and weapons else ()
    if (near and is_nuclear(near[-1])) or last == ("nuclear",):
        return read_counted("nuclear test")
    if near and weapons and (alike := _of_its_class(lead, weapons[-1])):
        return alike
    return Counted(noun="launch", unit="launch", kinds=()) if near or named else None


def _of_its_class(lead: str, weapon: Weapon) -> Counted | None:
    """Give launches of a class where one of it was fired right before: "fired an ICBM on Friday, its eighth this year".

    The noun that is left out can also be any launch; whoever checks the claim tries both.
    """
    one = _ONE.search(lead[: weapon.span.start])
    fired = one is not None and one["verb"].casefold() in testing_words()
    if not fired or lead.count(",", weapon.span.end) > 1 or not _is_of_a_class(weapon):
        return None
    return Counted(noun="launch", unit="launch", kinds=weapon.kinds)


_ONE = re.compile(r"(?P<verb>[\w\-]+)\s+(?:a|an|another)\s+(?:[\w\-]+\s+){0,3}$", re.IGNORECASE)


def _is_of_a_class(weapon: Weapon) -> bool:
    """Say whether such weapons are counted by themselves."""
    return not set(weapon.kinds).isdisjoint(load_toml("numbers")["counted"]["classes"])


# "Its sixth involving ballistic missiles": launches of them.
_WITH = re.compile(
    r"(?:involving|using|with|featuring|of(?!\s+(?:those|these|the|its|their|his|\w+\s+of|\d|an?\s+(?:kind|series))))\s",
    re.IGNORECASE,
)


def _as_described(words: str) -> str:
    """Give "ballistic missiles described as intermediate-range" as intermediate-range ballistic missiles."""
    described = _DESCRIBED.fullmatch(words)
    return f"{described['range']} {described['noun']}" if described else words


_DESCRIBED = re.compile(
    r"(?P<noun>.*?)\s+(?:characteri|describ|class|label|assess|claim)\w+\s.*\bas\s+(?:being\s+)?(?:of\s+)?(?P<range>\w+[\-\s]range)",
    re.DOTALL,
)


def _fired(words: str, unit: str) -> Counted:
    """Give launches of the weapon that the words name last: "fired ballistic missiles"."""
    named = [weapon.span.of(words) for weapon in find_weapons(words)]
    fired = read_counted(named[-1] if named else words)
    return Counted(noun=f"{fired.noun} launch", unit=unit, kinds=fired.kinds)
