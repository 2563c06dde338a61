"""Other clauses that can be checked: official names, articles of the Charter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.find.beat import is_on_the_beat
from penholder.find.claim_rows import matches
from penholder.find.clauses import trimmed
from penholder.find.found import Found
from penholder.model.claim import Claim, ClaimType, OtherAsked
from penholder.model.span import Span

# Rows that match in any story of business or diplomacy.
_ON_THE_BEAT = frozenset({"trade", "superlative"})


def find_other_claims(found: Found) -> Iterator[Claim]:
    """Yield each claim of a type that has no file of its own."""
    for sentence in found.sentences:
        for row, match in matches(found.text, sentence.start, sentence.end, ClaimType.OTHER):
            if "value" not in match.re.groupindex:
                continue  # a row of another file
            if row in _ON_THE_BEAT and not is_on_the_beat(found):
                continue
            span = trimmed(found.text, Span(*match.span()))
            yield Claim(
                span=span,
                text=span.of(found.text),
                type=ClaimType.OTHER,
                asked=OtherAsked(topic=row, value=_value(row, match)),
                said_by=found.speaker_at(span),
                rule=row,
            )


def _value(row: str, match: re.Match[str]) -> str:
    """Give what is said: of a short name what it stands for, of an article what it is about."""
    said = match.groupdict()
    parts = [f"{said['short']}:"] if row == "official_name" else []
    parts += [said["value"], said.get("rest") or ""]
    return " ".join(" ".join(parts).split())
