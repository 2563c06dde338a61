"""Which votes fit the words that somebody types: by symbol, title and item of the agenda, and by the states that they were about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from penholder.check.titles import states_of
from penholder.records.load import Records, Vote
from penholder.serve.typed import state_named

# Words of the longest names of states: "the Democratic Republic of the Congo".
_LONGEST = 7

# Letters of a state's name or code, "us" or "iran", up to which it can stand within another word.
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word that a vote must hold, or the name of a state that it must hold or be about."""

    words: str
    state: str | None = None

    @property
    def is_sought(self) -> bool:
        """Say whether the words are sought themselves: "us" stands in too many others."""
        return not self.state or len(self.words) > _SHORT


def wanted_in(typed: str) -> tuple[Wanted, ...]:
    """Give what is sought: names of states whole, all else word by word, in lower case."""
    return tuple(_wanted(typed.casefold().split()))


def _wanted(words: list[str]) -> Iterator[Wanted]:
    while words:
        long = min(_LONGEST, len(words))
        named = next((n for n in range(long, 0, -1) if state_named(" ".join(words[:n]))), 0)
        taken = " ".join(words[: named or 1])
        yield Wanted(taken, state_named(taken) if named else None)
        words = words[named or 1 :]


def holds(records: Records, vote: Vote, wanted: tuple[Wanted, ...]) -> bool:
    """Say whether a vote fits all that is sought."""
    text = f"{vote.symbol} {vote.draft} {vote.subject} {vote.agenda}".casefold()
    return all(
        one.state in states_of(records, vote) or (one.is_sought and one.words in text)
        for one in wanted
    )
