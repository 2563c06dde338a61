"""What came of the sources of one reading, and the lines that say so at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from penholder.errors import SourceError
from penholder.model.reading import CheckedStory, OffBeat
from penholder.model.story import Story
from penholder.model.verdict import Ruling
from penholder.read.body import is_foreign
from penholder.read.tongues import called, is_other
from penholder.serve.report import SIGNS, foreign

# Up to so many pages that are passed over, or files that are left, are named.
_FEW = 5


@dataclass(slots=True)
class Tally:
    """How many pages were read, are not about the beat, and could not be read; it grows as they come."""

    read: int = 0
    failed: int = 0
    claims: Counter[Ruling] = field(default_factory=Counter)
    off_beat: list[str] = field(default_factory=list)  # their sources
    others: list[tuple[str, str]] = field(default_factory=list)  # source and language
    overruled: list[Story] = field(
        default_factory=list
    )  # those that state another day than was given

    def take(self, found: CheckedStory | OffBeat | SourceError) -> None:
        """Count a story, or what is none."""
        if isinstance(found, SourceError):
            self.failed += 1
        elif isinstance(found, CheckedStory):
            self.read += 1
            self.claims.update(claim.verdict.ruling for claim in found.claims)
            if found.reading.story.date.page_says:
                self.overruled.append(found.reading.story)
            if is_foreign(story := found.reading.story):
                self.others.append((story.source, story.language))
        elif is_other(found.language):
            self.others.append((found.source, found.language))
        else:
            self.off_beat.append(found.source)

    @property
    def passed_over(self) -> int:
        """Give how many pages were looked at and not read."""
        return len(self.off_beat) + len(self.others)

    def lines(self, left: Sequence[str]) -> Iterator[str]:
        """Yield what is said at the end; `left` are the files of folders that are of no known kind."""
        if self.off_beat:
            which = _named(self.off_beat, "stories")
            yield f"Nothing about the Council or weapons tests found in {which}: passed over. --all reads them."
        yield from self._unread()
        yield from self._overruled()
        if left:
            yield f"Left, as their names tell no kind that is read: {_first(left)}. Name one by itself to have it looked at."
        rulings = [
            f"{self.claims[ruling]} {words} ({sign})"
            for ruling, (sign, words) in SIGNS.items()
            if self.claims[ruling]
        ]
        failures = f", {self.failed} could not be read" if self.failed else ""
        yield f"{self.read} read{failures}. Claims: {', '.join(rulings) or 'none'}."

    def _unread(self) -> Iterator[str]:
        """Yield a line for each page in another language, or one for all where they are many."""
        if len(self.others) > _FEW:
            counts = Counter(called(language) for _, language in self.others).most_common()
            which = ", ".join(f"{name} {count:,}" for name, count in counts)
            yield f"Not read: {len(self.others):,} pages in other languages ({which}). Penholder reads English only."
            return
        yield from (f"{source}: not read: {foreign(language)}." for source, language in self.others)

    def _overruled(self) -> Iterator[str]:
        """Yield a line for each page that states another day than its reader gave, or one for all where they are many."""
        if len(self.overruled) > _FEW:
            yield f"{len(self.overruled):,} pages state another day than --published, which stands. Leave it out to go by the pages."
            return
        for story in self.overruled:
            yield f"{story.source}: the page itself says {story.date.page_says}; {story.date.value}, of --published, stands. Leave it out to go by the page."


def _named(sources: Sequence[str], what: str) -> str:
    """Give the names, or how many there are."""
    return ", ".join(sources) if len(sources) <= _FEW else f"{len(sources):,} {what}"


def _first(names: Sequence[str]) -> str:
    """Give the first names, and how many more there are."""
    more = f" and {len(names) - _FEW:,} more" if len(names) > _FEW else ""
    return ", ".join(names[:_FEW]) + more
