"""Finds the clauses of a story that can be checked, and what each asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from penholder.find.beat import names_weapons
from penholder.find.claim_types.ballots import find_ballots, with_ballots
from penholder.find.claim_types.council import find_council_claims
from penholder.find.claim_types.counts import find_counts
from penholder.find.claim_types.distances import find_distances
from penholder.find.claim_types.first_resolutions import find_first_resolutions
from penholder.find.claim_types.firsts import find_firsts
from penholder.find.claim_types.flights import find_flights
from penholder.find.claim_types.happenings import find_happenings
from penholder.find.claim_types.intervals import find_intervals
from penholder.find.claim_types.members import find_member_claims
from penholder.find.claim_types.most import find_most
from penholder.find.claim_types.needs import find_needs
from penholder.find.claim_types.offices import find_office_claims
from penholder.find.claim_types.others import find_other_claims
from penholder.find.claim_types.resolutions import find_resolution_claims
from penholder.find.claim_types.runs import find_runs
from penholder.find.claim_types.sanctions import find_sanctions_claims
from penholder.find.claim_types.tallies import find_tallies
from penholder.find.claim_types.veto_counts import find_veto_counts
from penholder.find.claim_types.vetoes import find_veto_claims
from penholder.find.claim_types.violations import find_violations
from penholder.find.claim_types.weekdays import find_weekdays
from penholder.find.clauses import trimmed
from penholder.find.council_scene import names_the_council
from penholder.find.found import Found
from penholder.model.actor import Mention
from penholder.model.claim import Claim
from penholder.model.quote import Quote
from penholder.model.span import Span
from penholder.model.statement import Statement
from penholder.model.story import Story
from penholder.model.when import TimeExpression

Finder = Callable[[Found], Iterator[Claim]]

FINDERS: tuple[Finder, ...] = (
    find_resolution_claims,
    find_violations,
    find_office_claims,
    find_other_claims,
    find_happenings,
    find_intervals,
    find_distances,
    find_weekdays,
)
# Those that a story without a weapon has nothing for.
WEAPON_FINDERS: tuple[Finder, ...] = (find_counts, find_firsts, find_flights, find_most, find_runs)
# Those that a story without the UN has nothing for.
COUNCIL_FINDERS: tuple[Finder, ...] = (
    find_tallies,
    find_ballots,
    find_veto_counts,
    find_veto_claims,
    find_council_claims,
    find_member_claims,
    find_needs,
    find_first_resolutions,
    find_sanctions_claims,
)


def find_claims(
    story: Story,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    quotes: Sequence[Quote],
    statements: Sequence[Statement],
) -> Iterator[Claim]:
    """Yield each checkable clause of the body, in reading order."""
    found = Found.of(story, mentions, times, quotes, statements)
    finders = (
        *(WEAPON_FINDERS if names_weapons(found) else ()),
        *(COUNCIL_FINDERS if names_the_council(found) else ()),
        *FINDERS,
    )
    claims = with_ballots([claim for finder in finders for claim in finder(found)])
    whole = {(one.span, one.type): one for one in (_whole(found.text, c) for c in claims[::-1])}
    yield from sorted(whole.values(), key=lambda claim: (claim.span, claim.type))


def _whole(text: str, claim: Claim) -> Claim:
    """Give a claim whose words end with a whole word: a pattern may reach into the next one."""
    start, end = claim.span.start, claim.span.end
    if text[end - 1].isalnum() and text[end : end + 1].isalnum():
        end = max(start + 1, text.rfind(" ", start, end))
    span = trimmed(text, Span(start, end))
    return replace(claim, span=span, text=span.of(text))
