"""Pages with hand-checked bodies, and how near a reading comes to them."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path("gold/pages")
FILES = ("fundus_parsers_256", "fundus_evaluation_80", "flat_lines_fundus", "flat_lines_fundeval")
# Letters and digits; scripts without spaces give one word a character.
_WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]|[^\W_\u2e80-\u9fff\uac00-\ud7af]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPage:
    """A page and what a reader should find on it; None or empty: the gold does not say."""

    id: str
    site: str
    html: str
    paragraphs: tuple[str, ...]
    optional: tuple[str, ...] = ()  # paragraphs that count neither for nor against
    title: str | None = None
    published: str | None = None  # "2024-05-03 15:47:42+00:00"
    captions: tuple[str, ...] = ()

    @property
    def is_training(self) -> bool:
        """Say whether the line and block models may learn from this site."""
        return trains(self.site)


def trains(site: str) -> bool:
    """Split the sites into two halves by their names; one site is never in both."""
    return zlib.crc32(site.casefold().encode()) % 2 == 0


def fundus_pages(shared: Path) -> tuple[GoldPage, ...]:
    """Give the pages of many countries, with captions, titles and times."""
    return tuple(map(_fundus, read_rows(shared, "fundus_parsers_256")))


def evaluation_pages(shared: Path) -> tuple[GoldPage, ...]:
    """Give the pages with hand-typed paragraphs; those in brackets are optional."""
    return tuple(map(_evaluation, read_rows(shared, "fundus_evaluation_80")))


def read_rows(shared: Path, name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a gold file."""
    with gzip.open(shared / FOLDER / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def words(text: str) -> list[str]:
    """Give the words that are compared."""
    return _WORD.findall(text.casefold())


def word_f1(found: str, page: GoldPage) -> float:
    """Give the F1 of the bags of words; 1.0 where both are empty."""
    gold, told = Counter(words(" ".join(page.paragraphs))), Counter(words(found))
    told -= (told - gold) & Counter(words(" ".join(page.optional)))
    return f1(sum((gold & told).values()), sum(gold.values()), sum(told.values()))


def f1(both: int, there: int, found: int) -> float:
    """Give the harmonic mean of recall and precision; nothing there and nothing found is 1.0."""
    return 2 * both / (there + found) if there + found else 1.0


def is_exact(found: str, page: GoldPage) -> bool:
    """Say whether the found words are those of the body in their order, optional ones or not."""
    told = " ".join(words(found))
    for part in page.optional:
        told = told.replace(" ".join(words(part)), " ")
    return told.split() == words(" ".join(page.paragraphs))


def has_caption(caption: str, among: Sequence[str]) -> bool:
    """Say whether one of the texts is the caption, give or take a credit."""
    gold = Counter(words(caption))
    return any(_near(gold, Counter(words(text))) for text in among)


def leaks(caption: str, page: GoldPage, body: str) -> bool:
    """Say whether a caption stands in a found body although the true body does not hold it."""
    needle = f" {' '.join(words(caption))} "
    true = f" {' '.join(words(' '.join(page.paragraphs)))} "
    return needle not in true and needle in f" {' '.join(words(body))} "


def _near(gold: Counter[str], told: Counter[str]) -> bool:
    both = sum((gold & told).values())
    return both >= 0.9 * sum(gold.values()) and both >= 0.5 * sum(told.values())


def _fundus(row: dict[str, Any]) -> GoldPage:
    body = row["body"]
    sections = [part for one in body["sections"] for part in (*one["headline"], *one["paragraphs"])]
    return GoldPage(
        id=row["id"],
        site=row["publisher"],
        html=row["html"],
        paragraphs=(*body["summary"], *sections),
        title=row["title"],
        published=row["publishing_date"],
        captions=tuple(row["captions"] or ()),
    )


def _evaluation(row: dict[str, Any]) -> GoldPage:
    optional = [part for part in row["paragraphs"] if part[:1] == "[" and part[-1:] == "]"]
    return GoldPage(
        id=row["id"],
        site=row["id"].split("_")[0],
        html=row["html"],
        paragraphs=tuple(part for part in row["paragraphs"] if part not in optional),
        optional=tuple(part[1:-1] for part in optional),
    )
