"""Prints statements and claims gained and lost: python scoreboard/changes.py FOLDER [--keep].

`told.txt` keeps what was last found in the development stories, a line each: a digest of the story's id, the kind,
the offsets and the actors, and no word of the story. The digest in its first line is over everything that is found,
names, quotes and times too: a change of speed alone leaves it as it is.

Exit codes: 0 nothing changed, or `--keep` kept what is found now; 1 something did.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from annotated import read_lines

from penholder.find.reading import find_all
from penholder.model.claim import Claim
from penholder.model.reading import Reading
from penholder.model.statement import Statement
from penholder.read.page import read_page
from penholder.read.source_page import Page

KEPT = Path(__file__).with_name("told.txt")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Told:
    """One statement or claim, without its words."""

    story: str  # a digest of the id
    start: int  # code points of the story's text
    end: int
    kind: str  # "veto"; "claim:office" for a claim
    who: str  # "CHN,RUS"; "-": nobody

    @classmethod
    def of(cls, line: str) -> Told:
        """Read a line of the list."""
        story, start, end, kind, who = line.split(" ", 4)
        return cls(story=story, start=int(start), end=int(end), kind=kind, who=who)

    @property
    def line(self) -> str:
        """Give the line of the list."""
        return f"{self.story} {self.start} {self.end} {self.kind} {self.who}"


def main(shared: Path, *, keep: bool) -> int:
    """Print what was gained and lost, most changed kinds first; or keep what is found now."""
    readings = read_stories(shared)
    now = sorted(told for reading in readings for told in told_by(reading))
    whole = digest(readings)
    if keep:
        KEPT.write_text("\n".join((whole, *(told.line for told in now))) + "\n", "utf-8")
        print(f"kept {len(now)} statements and claims of {len(readings)} stories, digest {whole}")
        return 0
    before, *lines = KEPT.read_text("utf-8").splitlines()
    print(f"digest {whole}" + (", as it was" if whole == before else f", was {before}"))
    for line in changes(map(Told.of, lines), now, {_short(r.story.id): r for r in readings}):
        print(line)
    return int(whole != before)


def read_stories(shared: Path) -> list[Reading]:
    """Give what is found in each development story, dated as it came."""
    return [
        find_all(read_page(Page(source="dev", form="txt", **said)))
        for said in map(_said, read_lines(shared / "stories" / "stories_dev.jsonl"))
    ]


def told_by(reading: Reading) -> Iterator[Told]:
    """Yield each statement and claim of a reading."""
    for statement in reading.statements:
        yield _told(
            reading, statement, statement.kind.value, [a.id or a.name for a in statement.actor]
        )
    for claim in reading.claims:
        said_by = [claim.said_by.id or claim.said_by.name] if claim.said_by else []
        yield _told(reading, claim, f"claim:{claim.type.value}", said_by)


def changes(
    before: Iterable[Told], now: Iterable[Told], readings: Mapping[str, Reading]
) -> Iterator[str]:
    """Yield a line on each kind that changed, then one on each gained (+) or lost (-)."""
    old, new = Counter(before), Counter(now)
    gained, lost = (new - old).elements(), (old - new).elements()
    marked = sorted([(told, "+") for told in gained] + [(told, "-") for told in lost])
    counts = Counter((told.kind, mark) for told, mark in marked)
    for kind in sorted({kind for kind, _ in counts}):
        yield f"{kind:<24}{counts[kind, '+']:>5} gained{counts[kind, '-']:>5} lost"
    for told, mark in marked:
        reading = readings.get(told.story)
        words = reading.story.text[told.start : told.end] if reading else "(no such story)"
        where = reading.story.id if reading else told.story
        yield f"{mark} {told.kind} by {told.who} in {where}: {' '.join(words.split())}"


def digest(readings: Iterable[Reading]) -> str:
    """Give the digest of everything found: equal where nothing at all changed."""
    joined = hashlib.sha256()
    for reading in readings:
        joined.update(repr(reading).encode("utf-8"))
    return joined.hexdigest()[:16]


def _said(row: Mapping[str, str]) -> dict[str, str]:
    return {key: row[key] for key in ("id", "text", "date", "outlet", "title")}


def _told(reading: Reading, one: Statement | Claim, kind: str, who: Iterable[str]) -> Told:
    return Told(
        story=_short(reading.story.id),
        start=one.span.start,
        end=one.span.end,
        kind=kind,
        who=",".join(sorted(who)) or "-",
    )


def _short(story_id: str) -> str:
    return hashlib.sha256(story_id.encode("utf-8")).hexdigest()[:8]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), keep="--keep" in sys.argv[2:]))
