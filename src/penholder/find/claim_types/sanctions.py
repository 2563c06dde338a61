"""Sanctions: how many rounds, since when, on what, on how many names, and by which resolution."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from penholder.find.claim_rows import comparators, matches
from penholder.find.clauses import trimmed
from penholder.find.council_scene import in_council_scene, is_about_a_vote, matter_of, symbol_in
from penholder.find.found import Found
from penholder.find.measures import body_in, items_in
from penholder.find.numbers import read_number
from penholder.find.occasions import occasion_of
from penholder.find.paragraph_days import day_above, day_beside
from penholder.find.seats import names_after, names_before
from penholder.model.actor import ActorId, ActorKind
from penholder.model.claim import Claim, ClaimType, Comparator, ResolutionAsked
from penholder.model.span import Span

# A listing, a ban or a round is the Council's where the sentence says so.
_COUNCIL = re.compile(
    r"\b(?:Security\s+Council|UNSC|U\.?N\.?|United\s+Nations|resolutions?)\b", re.IGNORECASE
)
# No resolution lists more names: larger numbers are of victims and refugees.
_MOST_NAMES = 100
_LIST = re.compile(
    r"\b(?:sanction\w*|blacklist\w*|list\w*|add(?:s|ed|ing)?|travel\s+bans?|asset\w*|designat\w*)\b",
    re.IGNORECASE,
)
# "Washington lifted its sanctions": a state's own.
_OWN = re.compile(r"\b(?:its|their)\s+(?:\w+\s+){0,3}sanctions\b", re.IGNORECASE)
# A parliament's ban.
_LAW = re.compile(r"\b(?:laws?|bills?|legislation)\b", re.IGNORECASE)
# What a sponsor puts forward, close before "drafted by".
_TEXT = re.compile(r"\b(?:resolution|draft|text)\b[^.;]{0,50}$", re.IGNORECASE)
_OTHER_TEXT = re.compile(
    r"\b(?:amendments?|rival|competing|alternative|counter\w*|second|another|earlier|original|previous|first)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"(?P<number>\d[\d,.]*|one|two|three|four|five)\s*(?P<million>million)?\s+(?:barrels|tons|tonnes|months)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """A row's match with the sentence around it."""

    found: Found
    sentence: Span
    match: re.Match[str]

    @property
    def all(self) -> str:
        """Give the words of the sentence."""
        return self.sentence.of(self.found.text)

    def group(self, name: str) -> str | None:
        """Give the first filled group whose name begins so."""
        groups = self.match.groupdict().items()
        return next((words for key, words in groups if key.startswith(name) and words), None)


def find_sanctions_claims(found: Found) -> Iterator[Claim]:
    """Yield each claim about what the Council's sanctions are, since when and by which resolution."""
    for sentence in found.sentences:
        rows = matches(found.text, sentence.start, sentence.end, ClaimType.RESOLUTION_FACT)
        for row, match in sorted(rows, key=lambda row: row[1].span()):
            read = _READERS.get(row)
            words = _Words(found=found, sentence=sentence, match=match)
            if read is None or not in_council_scene(found, sentence):
                continue
            if asked := read(words):
                yield _claim(found, row, _with_names(words), asked)


def _with_names(words: _Words) -> Span:
    """Let the words run on to the names that follow them: "resolution 2231 on Iran"."""
    start, end = words.match.span()
    names = names_after(words.found, words.sentence, Span(start, end))
    close = [m.span.end for m in names if m.span.start - end <= len(" the ")]
    return Span(start, max((end, *close)))


def _claim(found: Found, row: str, words: Span, asked: ResolutionAsked) -> Claim:
    span = trimmed(found.text, words)
    return Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.RESOLUTION_FACT,
        asked=asked,
        said_by=found.speaker_at(span),
        rule=row,
    )


def _rounds(words: _Words) -> ResolutionAsked | None:
    number = read_number(words.group("number") or "")
    if number is None or not _COUNCIL.search(words.all):
        return None
    return ResolutionAsked(
        fact="number_of",
        symbol=None,
        when=_day(words),
        subject=_about(words),
        number=number,
        comparator=_comparator(words),
        value=_counted(words),
    )


def _counted(words: _Words) -> str | None:
    """Give what is counted: "sanctions" alone, and "before" for those before the one of these days."""
    before = "before" if _BEFORE.search(words.all) else ""
    sanctions = "sanctions" if "sanctions" in words.match[0].casefold() else ""
    return " ".join(filter(None, (before, sanctions))) or None


_BEFORE = re.compile(r"\b(?:already|previous(?:ly)?|earlier|prior)\b", re.IGNORECASE)
# Others list people and entities too.
_LISTERS = re.compile(
    r"\b(?:Treasury|Office of Foreign Assets Control|OFAC|European Union|EU|State Department|Japan|Seoul|Washington|Britain)\b"
)
# The day of a body's founding stands right behind the verb: not that of its report or its meeting.
_SET_UP_ON = re.compile(r"\s*(?:by|in|on|under|through|with|after)\b", re.IGNORECASE)


def _listed(words: _Words) -> ResolutionAsked | None:
    number = read_number(words.group("number") or "")
    if number is None or number > _MOST_NAMES:
        return None
    if not _LIST.search(words.all) or not _COUNCIL.search(words.all):
        return None
    if _LISTERS.search(words.sentence.of(words.found.text)):
        return None
    entities = words.group("entities")
    return ResolutionAsked(
        fact="listed",
        symbol=symbol_in(words.found.text, words.sentence),
        when=_day(words),
        subject=_about(words),
        number=number,
        value=str(read_number(entities)) if entities else None,
    )


def _lasting(words: _Words) -> ResolutionAsked | None:
    subject = _about(words) or _spoken_of(words)
    how, time = words.group("how"), words.group("time") or ""
    return ResolutionAsked(
        fact="sanctions_since",
        symbol=None,
        when=None,
        subject=subject,
        value=f"{how} {' '.join(time.split())}",
    )


def _lifted(words: _Words) -> ResolutionAsked | None:
    if not _COUNCIL.search(words.all) or _OWN.search(words.match[0]):
        return None
    return ResolutionAsked(
        fact="sanctions_ended", symbol=None, when=_day(words), subject=_about(words)
    )


def _about_number(words: _Words) -> ResolutionAsked | None:
    span = Span(*words.match.span())
    names = names_after(words.found, words.sentence, span)
    states = tuple(m.actor.id for m in names if m.actor.kind is ActorKind.STATE)
    if not states:
        return None
    symbol = f"S/RES/{words.match['symbol']}"
    return ResolutionAsked(fact="about", symbol=symbol, when=None, subject=states)


def _measure(words: _Words) -> ResolutionAsked | None:
    items = items_in(words.match["object"])
    if not items or not _COUNCIL.search(words.all) or not _speaks_of_sanctions(words):
        return None
    if _LAW.search(words.all):
        return None
    return ResolutionAsked(
        fact="measure",
        symbol=symbol_in(words.found.text, words.sentence),
        when=_day(words),
        subject=_about(words),
        number=_figure(words.match["object"]),
        value=" ".join(items),
    )


def _speaks_of_sanctions(words: _Words) -> bool:
    return is_about_a_vote(words.found, words.sentence) or bool(_LIST.search(words.all))


def _body(words: _Words) -> ResolutionAsked | None:
    body = body_in(words.group("body") or "") or _panel(words)
    tail = words.match["tail"]
    symbol = symbol_in(tail, Span(0, len(tail)))
    when = _day(words) if _SET_UP_ON.match(tail) else None
    if body is None or not (symbol or when):
        return None
    return ResolutionAsked(fact="body", symbol=symbol, when=when, subject=_about(words), value=body)


def _ended(words: _Words) -> ResolutionAsked | None:
    body = body_in(words.group("body") or "") or _panel(words)
    when = _day(words)
    if body is None or when is None:
        return None
    return ResolutionAsked(
        fact="body_ended", symbol=None, when=when, subject=_about(words), value=body
    )


def _panel(words: _Words) -> str | None:
    """Take "the panel" for the one on North Korea where the sentences speak of it."""
    named = (words.group("body") or "").casefold().endswith("panel")
    return "panel_1718" if named and "PRK" in _about(words) else None


def _sponsored(words: _Words) -> ResolutionAsked | None:
    if not is_about_a_vote(words.found, words.sentence):
        return None
    states = _sponsors(words)
    number = read_number(words.group("number") or "")
    if not states and number is None:
        return None
    return ResolutionAsked(
        fact="sponsors",
        symbol=symbol_in(words.found.text, words.sentence),
        when=_day_of_draft(words),
        actors=states,
        subject=tuple(state for state in _about(words) if state not in states),
        number=number,
        comparator=_comparator(words),
        value="exact" if _is_of_the_text(words) else None,
    )


def _day_of_draft(words: _Words) -> str | None:
    """Give the day of a draft: a month or a year beside it may be that of what it is about."""
    said = day_beside(words.found, words.sentence, Span(*words.match.span()))
    if said and len(said) >= len("2022-05-26"):
        return said
    return day_above(words.found, words.sentence) or _year_of(words, said)


def _year_of(words: _Words, said: str | None) -> str | None:
    """Give a year or month that stands inside the words."""
    inside = words.found.times_within(Span(*words.match.span()))
    return said if any(time.value == said for time in inside) else None


def _sponsors(words: _Words) -> tuple[ActorId, ...]:
    """Give the states named after "drafted by", or before "-drafted" and "which drafted"."""
    span = Span(*words.match.span())
    named = names_after(words.found, words.sentence, span)
    if words.group("inside"):
        named = words.found.names.within(*words.match.span("inside"))
    elif words.group("which"):  # "which drafted it", "France drafted it"
        named = names_before(words.found, words.sentence, span)
    return tuple(m.actor.id for m in named if m.actor.kind is ActorKind.STATE)


def _is_of_the_text(words: _Words) -> bool:
    """Say whether the text itself is spoken of: no amendment, rival draft, or mission."""
    lead = words.found.text[words.sentence.start : words.match.start()]
    own = any(map(words.group, ("inside", "which", "behind"))) or _TEXT.search(lead)
    return bool(own) and not _OTHER_TEXT.search(words.all)


_READERS: Mapping[str, Callable[[_Words], ResolutionAsked | None]] = {
    "rounds_of_sanctions": _rounds,
    "names_listed": _listed,
    "sanctions_for": _lasting,
    "sanctions_lifted": _lifted,
    "resolution_about": _about_number,
    "measure": _measure,
    "body_set_up": _body,
    "body_ended": _ended,
    "sponsored": _sponsored,
    "sponsored_text": _sponsored,
}


def _about(words: _Words) -> tuple[ActorId, ...]:
    return matter_of(words.found, words.sentence)


def _spoken_of(words: _Words) -> tuple[ActorId, ...]:
    """Give the state that a story speaks of most, for sanctions without a name."""
    states = [m.actor.id for m in words.found.names.mentions if m.actor.kind is ActorKind.STATE]
    return (max(states, key=states.count),) if states else ()


def _day(words: _Words) -> str | None:
    """Give the time inside the words, else the one that the sentence names before "since"."""
    text, span = words.found.text, Span(*words.match.span())
    said = occasion_of(text, words.found.times, span, span)
    said = said or occasion_of(text, words.found.times, words.sentence, span)
    return said.value if said else None


def _comparator(words: _Words) -> Comparator:
    said = " ".join((words.group("comparator") or "").casefold().split())
    return comparators().get(said, Comparator.EXACT)


def _figure(words: str) -> int | None:
    match = _FIGURE.search(words)
    if match is None:
        return None
    digits = match["number"].replace(",", "")
    try:
        value = float(digits) if digits[0].isdigit() else float(read_number(digits) or 0)
    except ValueError:
        return None
    return round(value * (1_000_000 if match["million"] else 1))
