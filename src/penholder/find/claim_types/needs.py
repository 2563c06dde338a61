"""What a resolution needs: "nine votes in favour and no veto", "an abstention is a veto"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from penholder.find.claim_rows import matches
from penholder.find.clauses import trimmed
from penholder.find.council_scene import in_council_scene
from penholder.find.found import Found
from penholder.find.numbers import read_number
from penholder.find.polarity import read_polarity
from penholder.model.claim import Claim, ClaimType, CouncilAsked
from penholder.model.span import Span
from penholder.model.statement import Polarity

_NEEDS = {
    "votes_needed": "votes",
    "permanent_must_agree": "all_permanent",
    "abstention_is_veto": "abstention_is_veto",
    "one_no_sinks": "one_no_sinks",
}
_SEATS = 15
# Words that make a number of votes the one that a draft needs, not one that somebody lacks.
_DRAFT = re.compile(
    r"\b(?:resolutions?|drafts?|adopt\w*|pass(?:ed|es|age)?|approv\w+|veto\w*|measures?)\b",
    re.IGNORECASE,
)
# Words that leave no doubt that the number is the one for adoption.
_TO_PASS = re.compile(
    r"\b(?:to\s+(?:pass|be\s+(?:adopted|approved|passed))|for\s+(?:adoption|approval|passage)|minimum)\b",
    re.IGNORECASE,
)
_PERMANENT = re.compile(r"\bpermanent|\bP5\b|\bfive\b", re.IGNORECASE)


def find_needs(found: Found) -> Iterator[Claim]:
    """Yield each claim about what a draft needs to be adopted by the Council."""
    for sentence in found.sentences:
        rows = matches(found.text, sentence.start, sentence.end, ClaimType.COUNCIL_FACT)
        for row, match in rows:
            if row in _NEEDS and in_council_scene(found, sentence):
                yield from _claims(found, sentence, row, match)


def _claims(found: Found, sentence: Span, row: str, match: re.Match[str]) -> Iterator[Claim]:
    groups = match.groupdict()
    number = _number(groups) if row == "votes_needed" else None
    if number is not None and number > _SEATS:
        return
    if row != "abstention_is_veto" and not _DRAFT.search(found.text, *_ends(sentence)):
        return
    span = trimmed(found.text, Span(*match.span()))
    yield Claim(
        span=span,
        text=span.of(found.text),
        type=ClaimType.COUNCIL_FACT,
        asked=CouncilAsked(
            fact="needs",
            actors=(),
            when=None,
            number=number,
            value=_value(found, sentence, row, match),
            exact=row != "votes_needed" or bool(_TO_PASS.search(found.text, *_ends(sentence))),
            holds=not (
                groups.get("not") or groups.get("not2") or _is_denied(found, sentence, match)
            ),
        ),
        said_by=found.speaker_at(span),
        rule=row,
    )


def _is_denied(found: Found, sentence: Span, match: re.Match[str]) -> bool:
    """Say whether the words before or in a match deny the need: "does not need all five".

    "Failed to get the nine votes required" denies the votes, not the need.
    """
    if match.groupdict().get("number2"):
        return False
    before = read_polarity(found.text, sentence.start, match.start()) is Polarity.NEGATED
    return before or bool(_NOT.search(match[0]))


_NOT = re.compile(r"\b(?:not|never|n[o’']t)\b", re.IGNORECASE)


def _value(found: Found, sentence: Span, row: str, match: re.Match[str]) -> str:
    """Give what is needed: "votes", all permanent members, or all members."""
    if row != "permanent_must_agree" or _PERMANENT.search(match[0]):
        return _NEEDS[row]
    five = _PERMANENT.search(found.text, *_ends(sentence))
    return "all_permanent" if five else "all_members"


def _number(groups: Mapping[str, str | None]) -> int | None:
    words = groups.get("number") or groups.get("number2") or groups.get("number3")
    words = words or groups.get("number4")
    return read_number(words) if words else None


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
