"""Sanctions: how many rounds, since when, on what, on how many names, and by which resolution."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from penholder.find.claim_rows import matches
from penholder.find.claim_types.measures import read_body, read_body_ended, read_measure
from penholder.find.claim_types.resolution_words import (
    COUNCIL,
    LIST,
    LISTERS,
    Words,
    about,
    comparator_of,
    day_of,
)
from penholder.find.claim_types.sponsors import read_sponsors
from penholder.find.clauses import trimmed
from penholder.find.council_scene import in_council_scene, symbol_in
from penholder.find.found import Found
from penholder.find.numbers import read_number
from penholder.find.seats import names_after
from penholder.model.actor import ActorId, ActorKind
from penholder.model.claim import Claim, ClaimType, ResolutionAsked
from penholder.model.span import Span

# No resolution lists more names: larger numbers are of victims and refugees.
_MOST_NAMES = 100
# "Washington lifted its sanctions": a state's own.
_OWN = re.compile(r"\b(?:its|their)\s+(?:\w+\s+){0,3}sanctions\b", re.IGNORECASE)


def find_sanctions_claims(found: Found) -> Iterator[Claim]:
    """Yield each claim about what the Council's sanctions are, since when and by which resolution."""
    for sentence in found.sentences:
        rows = matches(found.text, sentence.start, sentence.end, ClaimType.RESOLUTION_FACT)
        for row, match in sorted(rows, key=lambda row: row[1].span()):
            read = _READERS.get(row)
            words = Words(found=found, sentence=sentence, match=match)
            if read is None or not in_council_scene(found, sentence):
                continue
            if asked := read(words):
                yield _claim(found, row, _with_names(words), asked)


def _with_names(words: Words) -> Span:
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


def _rounds(words: Words) -> ResolutionAsked | None:
    number = read_number(words.group("number") or "")
    if number is None or not COUNCIL.search(words.all):
        return None
    return ResolutionAsked(
        fact="number_of",
        symbol=None,
        when=day_of(words),
        subject=about(words),
        number=number,
        comparator=comparator_of(words),
        value=_counted(words),
    )


def _counted(words: Words) -> str | None:
    """Give what is counted: "sanctions" alone, and "before" for those before the one of these days."""
    before = "before" if _BEFORE.search(words.all) else ""
    sanctions = "sanctions" if "sanctions" in words.match[0].casefold() else ""
    return " ".join(filter(None, (before, sanctions))) or None


_BEFORE = re.compile(r"\b(?:already|previous(?:ly)?|earlier|prior)\b", re.IGNORECASE)


def _listed(words: Words) -> ResolutionAsked | None:
    number = read_number(words.group("number") or "")
    if number is None or number > _MOST_NAMES:
        return None
    if not LIST.search(words.all) or not COUNCIL.search(words.all):
        return None
    if LISTERS.search(words.sentence.of(words.found.text)):
        return None
    entities = words.group("entities")
    return ResolutionAsked(
        fact="listed",
        symbol=symbol_in(words.found.text, words.sentence),
        when=day_of(words),
        subject=about(words),
        number=number,
        value=str(read_number(entities)) if entities else None,
    )


def _lasting(words: Words) -> ResolutionAsked | None:
    subject = about(words) or _spoken_of(words)
    how, time = words.group("how"), words.group("time") or ""
    return ResolutionAsked(
        fact="sanctions_since",
        symbol=None,
        when=None,
        subject=subject,
        value=f"{how} {' '.join(time.split())}",
    )


def _lifted(words: Words) -> ResolutionAsked | None:
    if not COUNCIL.search(words.all) or _OWN.search(words.match[0]):
        return None
    return ResolutionAsked(
        fact="sanctions_ended", symbol=None, when=day_of(words), subject=about(words)
    )


def _about_number(words: Words) -> ResolutionAsked | None:
    span = Span(*words.match.span())
    names = names_after(words.found, words.sentence, span)
    states = tuple(m.actor.id for m in names if m.actor.kind is ActorKind.STATE)
    if not states:
        return None
    symbol = f"S/RES/{words.match['symbol']}"
    return ResolutionAsked(fact="about", symbol=symbol, when=None, subject=states)


_READERS: Mapping[str, Callable[[Words], ResolutionAsked | None]] = {
    "rounds_of_sanctions": _rounds,
    "names_listed": _listed,
    "sanctions_for": _lasting,
    "sanctions_lifted": _lifted,
    "resolution_about": _about_number,
    "measure": read_measure,
    "body_set_up": read_body,
    "body_ended": read_body_ended,
    "sponsored": read_sponsors,
    "sponsored_text": read_sponsors,
}


def _spoken_of(words: Words) -> tuple[ActorId, ...]:
    """Give the state that a story speaks of most, for sanctions without a name."""
    states = [m.actor.id for m in words.found.names.mentions if m.actor.kind is ActorKind.STATE]
    return (max(states, key=states.count),) if states else ()
