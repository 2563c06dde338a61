"""Checks tallies of Council votes, and who is said to have voted how."""

from __future__ import annotations

from dataclasses import dataclass

from penholder.check.answers import not_covered, undecided
from penholder.check.ballots import ballots_hold, told
from penholder.check.meant import votes_meant
from penholder.check.outcomes import needed_on
from penholder.check.titles import states_of
from penholder.check.votes import perhaps_near, votes_near, with_date_doubts, with_doubts
from penholder.model.claim import TallyAsked
from penholder.model.verdict import Row, Ruling, Verdict
from penholder.model.when import When
from penholder.records.load import Records, Vote


def check_tally(asked: TallyAsked, day: str | None, records: Records) -> Verdict:
    """Compare with the one vote that can be meant; several can bear out, but not refute."""
    if outside := _not_covered(asked.when or day, records):
        return outside
    meant = votes_meant(asked, day, records)
    found = [_compared(asked, vote, records) for vote in meant.votes]
    for one in found:
        told_apart = _is_telling(asked) and _ended_alike(asked, one.vote)
        if one.holds and (len(found) == 1 or told_apart or _stands_out(asked, one, found)):
            reason = with_doubts(told(one.vote), one.vote)
            return Verdict(ruling=Ruling.SUPPORTED, reason=reason, rows=(one.vote.row,))
    if not found:
        return undecided(
            "The record has no vote on that day; the story may mean an earlier one.",
            (Row("coverage", "votes"),),
        )
    if len(found) > 1 or _may_be_another(asked, found[0], records):
        return _of_several(asked, found, records)
    return _alone(asked, found[0], _doubted(asked, found[0].vote, day, records), sure=meant.sure)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """A vote, and whether the claim is true of it; None: the record does not tell."""

    vote: Vote
    holds: bool | None


def _ended_alike(asked: TallyAsked, vote: Vote) -> bool:
    """Say whether a vote ended as the sentence tells, if it does: adopted or not."""
    return asked.outcome is None or (asked.outcome == "adopted") == (vote.outcome == "adopted")


def _stands_out(asked: TallyAsked, one: _Compared, found: list[_Compared]) -> bool:
    """Say whether a vote is the only one that ended as the sentence tells, or got the votes that it says."""
    ended = [other.vote for other in found if other.vote.outcome == asked.outcome]
    fitting = [other.vote for other in found if other.holds]
    numbered = any(_numbers(asked)) and bool(asked.subject) and _ended_alike(asked, one.vote)
    return ended == [one.vote] or (numbered and fitting == [one.vote])


def _of_several(asked: TallyAsked, found: list[_Compared], records: Records) -> Verdict:
    rows = tuple(one.vote.row for one in found)
    if not _all_refute(asked, found, records):
        return undecided("Several votes can be meant.", rows)
    reason = " ".join(told(one.vote) for one in found)
    return Verdict(ruling=Ruling.CONTRADICTED, reason=reason, rows=rows)


def _all_refute(asked: TallyAsked, found: list[_Compared], records: Records) -> bool:
    """Say whether a claim is untrue of each vote on the subject, on a day that its words name."""
    on_subject = all(states_of(records, one.vote) & set(asked.subject) for one in found)
    open_ = any(
        one.holds is not False or one.vote.in_doubt or one.vote.date_in_doubt for one in found
    )
    day_named = bool(asked.when) and votes_near(records, asked.when) != ()
    another = any(_may_be_another(asked, one, records) for one in found)
    return (
        asked.sure and on_subject and not open_ and not another and day_named and _is_telling(asked)
    )


def _alone(asked: TallyAsked, one: _Compared, doubted: tuple[Vote, ...], *, sure: bool) -> Verdict:
    """Give the verdict by one vote of which the claim is not known to be true; a doubt leaves it open."""
    rows = (one.vote.row, *(vote.row for vote in doubted if vote != one.vote))
    reason = with_date_doubts(with_doubts(told(one.vote), one.vote), *doubted)
    open_ = one.vote.in_doubt or bool(doubted)
    if not sure or not asked.sure or open_ or one.holds is not False or not _is_whole(asked):
        return undecided(reason, rows)
    return Verdict(ruling=Ruling.CONTRADICTED, reason=reason, rows=rows)


def _may_be_another(asked: TallyAsked, one: _Compared, records: Records) -> bool:
    """Say whether the claim is true of a vote of the same days whose titles name no state."""
    if asked.symbol or one.holds is not False:
        return False
    others = (v for v in votes_near(records, one.vote.date) if not states_of(records, v))
    return any(_compared(asked, vote, records).holds for vote in others if vote != one.vote)


def _doubted(asked: TallyAsked, vote: Vote, day: str | None, records: Records) -> tuple[Vote, ...]:
    """Give the votes whose day is open, where a claim's day has to tell which one is meant."""
    if asked.symbol:
        return ()
    others = perhaps_near(records, asked.when or day)
    return tuple(dict.fromkeys(one for one in (vote, *others) if one.date_in_doubt))


def _compared(asked: TallyAsked, vote: Vote, records: Records) -> _Compared:
    numbers = _numbers_hold(asked, vote)
    if not asked.ballots or numbers is False:
        return _Compared(vote=vote, holds=numbers)
    ballots = ballots_hold(asked.ballots, vote, records, alone=asked.alone)
    return _Compared(vote=vote, holds=ballots)


def _numbers_hold(asked: TallyAsked, vote: Vote) -> bool | None:
    if vote.yes is None:
        return None
    if asked.needed is not None and not vote.yes < needed_on(vote.date) == asked.needed:
        return False
    if asked.unanimous:
        return _unanimous_holds(asked, vote)
    pairs = ((asked.yes, vote.yes), (asked.no, vote.no), (asked.abstain, vote.abstain))
    return all(said is None or said == had for said, had in pairs)


def _unanimous_holds(asked: TallyAsked, vote: Vote) -> bool | None:
    """Say whether all voted for it; where the words name fewer, they may mean those alone."""
    if vote.no == 0 and vote.abstain == 0:
        return asked.yes in (None, vote.yes) or None
    return None if asked.yes == vote.yes else False


def _is_telling(asked: TallyAsked) -> bool:
    """Say whether a claim tells one vote from another of the same day: two numbers, or a name."""
    return bool(asked.ballots) or sum(n is not None for n in _numbers(asked)) > 1


def _is_whole(asked: TallyAsked) -> bool:
    """Say whether the numbers can be of nothing less: "only six of them voted" may be a group."""
    said = asked.unanimous or asked.whole or asked.ballots or asked.symbol or asked.needed
    return bool(said) or _is_telling(asked)


def _numbers(asked: TallyAsked) -> tuple[int | None, ...]:
    return asked.yes, asked.no, asked.abstain


def _not_covered(when: str | None, records: Records) -> Verdict | None:
    days = When(when).days() if when else None
    covered = records.coverage["votes"]
    if days is None or days[0] <= covered.last:
        return None
    if votes_near(records, when):  # an import reaches further
        return None
    return not_covered(covered.told, (Row("coverage", "votes"),))
