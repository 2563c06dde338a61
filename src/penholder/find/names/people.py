"""People that a text names in full, and by their family names later."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from penholder.find.names.offices import Office
from penholder.find.phrases import any_of
from penholder.find.run_on import find_run_on
from penholder.find.speech.grammar import words_of
from penholder.model.actor import ActorId
from penholder.model.span import Span
from penholder.tables.load import load_csv, load_toml

_PART = r"(?:[A-ZÀ-Þ](?:[\w\-]|[’'](?!s\b))+|(?:[A-Z]\.){1,5}|al-[A-Z]\w+)"
_PARTICLES = frozenset(
    ("de", "del", "der", "den", "van", "von", "bin", "al", "da", "di", "la", "le", "dos", "du")
)
_PARTICLE = rf"(?:{'|'.join(sorted(_PARTICLES, key=len, reverse=True))})"
_FULL = re.compile(
    rf"(?<![\w’'\-]){_PART}(?:[ \u00a0]+(?:{_PARTICLE}[ \u00a0]+){{0,2}}{_PART}){{1,6}}(?![\w\-])"
)
_INITIAL = re.compile(r"(?<=\w )[A-Z]\.\s+")  # "John R. Bolton"
_GIVEN_KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]+")  # "Hahn Choong-hee"
_COMMA = re.compile(r",\s+")
_SPEAKS = re.compile(
    r"^[\"”’]?,?\s+(?:\w+ly\s+)?(?:said|says|told|added|tweeted|warned|noted|who|called|urged|described|wrote|,)"
)
# "Linda Frost, deputy for media, told": who speaks and has an office or an age after a comma.
_APPOSED = re.compile(
    r",\s+(?:(?:an?|the|who|its|his|her)\s|\d\d,|[a-z]+|Deputy|Director|Chief|Senior|Head|Vice"
    r"|(?:[\w.’'\-]+\s+){1,6}(?:advis[eo]r|spokes\w+|director|secretary|minister|ambassador|envoy|chief|head|official|"
    r"analyst|expert|professor|fellow|president|chairman|representative|co-director|commander|negotiator)\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody named in full."""

    id: ActorId
    name: str
    family: str
    sex: str | None
    state: ActorId | None
    roles: tuple[str, ...] = ()  # offices that they are known by: "leader"


@dataclass(frozen=True, slots=True, kw_only=True)
class FullName:
    """A place where somebody is named in full."""

    span: Span
    person: Person


def find_known(text: str) -> Iterator[FullName]:
    """Yield each full name of tables/people.csv, in reading order."""
    pattern, people = known_people()
    for match in pattern.finditer(text):
        yield FullName(span=Span(match.start(), match.end()), person=people[_key(match[0])])
    for span in find_run_on(text, 0, len(text)):
        yield FullName(span=span, person=people[_key(span.of(text))])


def find_full_names(
    text: str, offices: Sequence[Office], speaking: frozenset[int]
) -> Iterator[FullName]:
    """Yield each other full name: capitalised words that a title, an office or a speech verb marks.

    A name that is marked once is known wherever it stands. `speaking` holds the offsets at which
    the words that name a speaker begin.
    """
    titled = frozenset(office.span.end for office in offices)
    described = frozenset(office.span.start for office in offices if not office.title_only)
    found: list[FullName] = []
    unmarked: list[FullName] = []
    for match in _FULL.finditer(text):
        if _runs_on(text, match.end()) or any(find_run_on(text, match.start(), match.end())):
            continue
        apposed = match.start() in speaking and _APPOSED.match(text, match.end())
        span = _person_span(text, match.start(), match.end())
        if span is None:
            continue
        marked = apposed or span.start > match.start() or _is_marked(text, span, titled)
        if marked or _is_described(text, match.end(), described):
            found.append(_full_name(text, span))
        else:
            unmarked.append(_full_name(text, span))
    people = {name.person.id for name in found}
    families = {family_of(" ".join(name.span.of(text).split())) for name in found}
    names = (*found, *(name for name in unmarked if name.person.id in people))
    yield from (n for n in names if not _is_family(n.person.name, families))


def _is_family(words: str, families: Set[str]) -> bool:
    """Say whether words are a family name of several words: "La Sablière" of "de La Sablière"."""
    return any(family == words or family.endswith(f" {words}") for family in families)


def _full_name(text: str, span: Span) -> FullName:
    return FullName(span=span, person=person_named(" ".join(span.of(text).split())))


def _is_described(text: str, end: int, offices: frozenset[int]) -> bool:
    """Say whether an office follows a name: "Oh Joon, South Korea's ambassador"."""
    comma = _COMMA.match(text, end)
    return comma is not None and comma.end() in offices


def _runs_on(text: str, end: int) -> bool:
    """Say whether a name goes on with words that no person bears: "Global Strike Command"."""
    following = re.match(r"[ \u00a0]([A-Z]\w+)", text[end : end + 30])
    return following is not None and following[1] in _stop_words() - _days()


@cache
def _days() -> frozenset[str]:
    """Give the capitalised words of the calendar: "said Price Monday"."""
    return frozenset(day.capitalize() for day in words_of("weekdays"))


def is_full_name(words: str) -> bool:
    """Say whether words can be a first and a family name: "Linda Frost", but not "White House"."""
    return bool(_FULL.fullmatch(words)) and not any(_is_stop(word) for word in words.split())


def person_named(words: str) -> Person:
    """Give the person of a full name, known from the table or not."""
    known = known_people()[1]
    whole, plain = _key(words), _key(_INITIAL.sub("", words))
    return (known.get(whole) or known.get(plain)) or Person(
        id=slug(words), name=words, family=family_of(words), sex=None, state=None
    )


@cache
def known_people() -> tuple[re.Pattern[str], Mapping[str, Person]]:
    """Give the pattern of all known full names, and who bears each."""
    people: dict[str, Person] = {}
    for row in load_csv("people"):
        person = Person(
            id=slug(row["name"]),
            name=row["name"],
            family=family_of(row["name"]),
            sex=row["sex"] or None,
            state=ActorId(row["state"]) if row["state"] else None,
            roles=tuple(filter(None, row["roles"].split("|"))),
        )
        names = (row["name"], *filter(None, row["names"].split("|")))
        people |= {_key(name): person for name in names}
    return re.compile(any_of(people)), people


@cache
def known_by_family() -> Mapping[str, Person]:
    """Give the well-known people whose family name nobody else in the table bears."""
    everyone = {person.id: person for person in known_people()[1].values()}
    families = [person.family for person in everyone.values()]
    return {p.family: p for p in everyone.values() if families.count(p.family) == 1}


def known_alone(day: str | None, states: Set[ActorId]) -> Iterator[Person]:
    """Yield who is meant by a family name alone on a day: "Kim" in news of North Korea."""
    for row in load_toml("person_words")["alone"]:
        held = day is not None and row["first"] <= day and (not row["last"] or day <= row["last"])
        if held and row["state"] in states:
            yield person_named(row["person"])


def family_of(name: str) -> str:
    """Give the family name: the first word of Korean and Chinese names, else the last.

    Small words before the last belong to it: "de La Sablière", "van der Bellen".
    """
    parts = name.split()
    first = set(_words("family_first"))
    if parts[0] in first and (parts[-1] not in first or len(parts) == 3):
        return parts[0]
    if len(parts) == 2 and _GIVEN_KOREAN.fullmatch(parts[1]):
        return parts[0]
    start = len(parts) - 1
    while start > 1 and parts[start - 1].casefold() in _PARTICLES:
        start -= 1
    return " ".join(parts[start:])


def slug(name: str) -> ActorId:
    """Give a person's id: "linda-thomas-greenfield"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return ActorId(re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-") or name.casefold())


def _person_span(text: str, start: int, end: int) -> Span | None:
    """Cut titles and other words off a run of capitalised words; None where nobody is left."""
    parts = [Span(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    cut = _after_titles([part.of(text) for part in parts])
    parts = parts[cut:]
    while parts and parts[-1].of(text).rstrip(".,") in _days():
        parts = parts[:-1]
    if len(parts) < 2 or any(_is_stop(part.of(text)) for part in parts):
        return None
    span = Span(parts[0].start, parts[-1].end)
    return _without_possessive(text, span)


def _after_titles(words: Sequence[str]) -> int:
    """Give where the name begins after its titles and other words that name nobody."""
    titles = [i for i, word in enumerate(words) if word.strip(".,'’") in _title_words()]
    cut = titles[-1] + 1 if titles else 0
    return next((i for i in range(cut, len(words)) if not _is_stop(words[i])), len(words))


@cache
def _title_words() -> frozenset[str]:
    return frozenset(_words("title_words"))


def _is_stop(word: str) -> bool:
    return word.strip(".,'’") in _stop_words()


@cache
def _stop_words() -> frozenset[str]:
    titles = {title.strip(".") for title in _words("titles")}
    return frozenset({*_words("not_names"), *titles})


def _is_marked(text: str, span: Span, titled: frozenset[int]) -> bool:
    before = text[max(0, span.start - 40) : span.start]
    if span.start - 1 in titled or span.start - 2 in titled:
        return True
    if _title_before().search(before):
        return True
    return bool(_SPEAKS.match(text[span.end : span.end + 40])) or bool(
        re.search(r"(?:said|told|according\s+to|added|by|with|and)\s+$", before)
        and re.match(r",\s+(?:a|an|the|[a-z])", text[span.end : span.end + 8])
    )


@cache
def _title_before() -> re.Pattern[str]:
    return re.compile(any_of(_words("titles")) + r"\s+$")


def _without_possessive(text: str, span: Span) -> Span:
    words = span.of(text)
    for ending in ("'s", "’s", "'", "’"):
        if words.endswith(ending):
            return Span(span.start, span.end - len(ending))
    return span


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(load_toml("person_words")[name])


def _key(words: str) -> str:
    return " ".join(re.split(r"[\s\-\u2010\u2011]+", words))
