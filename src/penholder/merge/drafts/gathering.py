"""Mentions of many stories that are of one draft resolution."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from penholder.merge.drafts.files import DraftFile
from penholder.merge.drafts.mentions import DraftMention
from penholder.merge.drafts.shelf import Shelf
from penholder.merge.occasions import DAY

# A draft is told of before its vote for so long, and after it for so long where no day is told.
_BEFORE, _AFTER = timedelta(days=120), timedelta(days=60)
# Stories of one draft that has no vote yet follow each other.
_NEXT = timedelta(days=45)
# Where only the subject tells which draft is meant, it has to be near.
_NEAR = timedelta(days=30)
_NEWS = timedelta(days=4)

_Reason = Callable[[DraftFile], str | None]


def gather(mentions: Iterable[DraftMention]) -> Sequence[DraftFile]:
    """Give the drafts; the order of the mentions plays no part.

    Those whose day of vote is told come first, then those that ended in a month or at a time
    that is not told, then those that have no vote yet: each joins the one draft that it can mean.
    """
    shelf = Shelf()
    for mention in sorted(mentions, key=_order):
        one, why = _meant(shelf.near(mention), mention) or (DraftFile(), "")
        shelf.add(one, mention, why)
    return shelf.files


def _order(mention: DraftMention) -> tuple[object, ...]:
    days = mention.vote_days
    length = days[1] - days[0] if days else timedelta.max
    known = mention.published or date.max
    described = bool(mention.subjects) + bool(mention.sponsors) + bool(mention.symbols)
    return (
        days is None,
        mention.end is None,
        length,
        days or (date.max, date.max),
        -described,
        known,
        mention.place,
    )


def _meant(files: Sequence[DraftFile], mention: DraftMention) -> tuple[DraftFile, str] | None:
    """Give the draft that a mention is of, with the reason."""
    able = [one for one in files if one.may_hold(mention)]
    for reason in _REASONS:
        found = [(one, why) for one in able if (why := reason(one, mention))]
        if len(found) == 1:
            return found[0]
        if found:
            return _first(found, mention)
    return None


def _first(
    found: Sequence[tuple[DraftFile, str]], mention: DraftMention
) -> tuple[DraftFile, str] | None:
    """Of several drafts give the one whose vote comes next, if the mention tells whose it is; else none."""
    day = mention.published
    if mention.end or not mention.sponsors or day is None:
        return None
    coming = [(one, why) for one, why in found if one.vote_days and one.vote_days[0] >= day - DAY]
    return min(coming, key=lambda pair: _end(pair[0]), default=None)


def _end(one: DraftFile) -> tuple[date, list[str]]:
    return (one.vote_days[0] if one.vote_days else date.max), sorted(one.stories)


def _by_symbol(one: DraftFile, mention: DraftMention) -> str | None:
    shared = one.symbols & mention.symbols
    return f"{min(shared)} in both" if shared else None


def _by_day(one: DraftFile, mention: DraftMention) -> str | None:
    """Join what was voted on that day: of the same subject or sponsor; a veto is rare enough by itself."""
    if not (one.vote_days and mention.vote_days):
        return None
    if not _meet(one.vote_days, mention.vote_days, DAY if mention.is_of_a_day else timedelta()):
        return None
    told = mention.voted.when if mention.voted else ""
    if both := _shared(one, mention):
        return (
            f"{both}, {_words(mention)} on {told} in both"
            if mention.is_of_a_day
            else f"{both}, the only one {_words(mention)} in {told}"
        )
    return (
        f"the only draft {_words(mention)} on {told}" if mention.end == one.end == "lost" else None
    )


def _by_news(one: DraftFile, mention: DraftMention) -> str | None:
    """Join an end without a day to the one that was the news, or not long before, of its subject."""
    if not mention.end or mention.vote_days or mention.published is None:
        return None
    both = _shared(one, mention)
    if not both or one.end is None:
        return None
    if one.vote_days:
        is_near = one.vote_days[1] - DAY <= mention.published <= one.vote_days[1] + _AFTER
        return (
            f"{both}, the only one {_words(mention)} shortly before {mention.published}"
            if is_near
            else None
        )
    return (
        f"{both}, {_words(mention)} in the news of the same days"
        if _is_same_news(one, mention, _NEWS)
        else None
    )


def _before_vote(one: DraftFile, mention: DraftMention) -> str | None:
    """Join what is told before the vote, by sponsor and subject, or by the one that is near."""
    day = mention.published
    if mention.end or mention.vote_days or day is None or one.vote_days is None:
        return None
    by_sponsor, by_subject = one.sponsors & mention.sponsors, one.subjects & mention.subjects
    reach = _BEFORE if by_sponsor and by_subject else _NEAR
    if not by_subject or not day - DAY <= one.vote_days[0] <= day + reach:
        return None
    return f"{_shared(one, mention)}, whose vote came on {one.vote_days[0]}"


def _after_vote(one: DraftFile, mention: DraftMention) -> str | None:
    """Join what recalls a draft whose vote is over, where the words tell of no plan."""
    day = mention.published
    if mention.end or mention.vote_days or day is None or one.vote_days is None:
        return None
    both = one.sponsors & mention.sponsors and one.subjects & mention.subjects
    planned = any(told.planned for told in mention.told)
    if planned or not both or not one.vote_days[1] <= day <= one.vote_days[1] + _NEAR:
        return None
    return f"{_shared(one, mention)}, whose vote was on {one.vote_days[1]}"


def _while_pending(one: DraftFile, mention: DraftMention) -> str | None:
    """Join what has no vote yet, by its subject and by stories that follow each other."""
    if mention.end or one.end or one.vote_days or not one.subjects & mention.subjects:
        return None
    both = bool(one.sponsors & mention.sponsors)
    if not _is_same_news(one, mention, _NEXT if both else _NEWS):
        return None
    return f"{_shared(one, mention)}, told of on the days before"


_REASONS = (_by_symbol, _by_day, _by_news, _before_vote, _after_vote, _while_pending)


def _is_same_news(one: DraftFile, mention: DraftMention, reach: timedelta) -> bool:
    if one.last is None or mention.published is None:
        return False
    return abs(mention.published - one.last) <= reach


def _meet(mine: tuple[date, date], theirs: tuple[date, date], slack: timedelta) -> bool:
    return mine[0] <= theirs[1] + slack and theirs[0] <= mine[1] + slack


def _shared(one: DraftFile, mention: DraftMention) -> str:
    """Name what both are: "by USA on PRK"; "" where neither is told in both."""
    sponsors, subjects = one.sponsors & mention.sponsors, one.subjects & mention.subjects
    return " ".join(_named(sponsors, subjects))


def _named(sponsors: frozenset[str], subjects: frozenset[str]) -> Iterator[str]:
    if sponsors:
        yield f"by {'+'.join(sorted(sponsors))}"
    if subjects:
        yield f"on {'+'.join(sorted(subjects))}"


def _words(mention: DraftMention) -> str:
    return _ENDED[mention.end]


_ENDED = {"adopted": "adopted", "lost": "voted down or vetoed", None: "voted on"}
