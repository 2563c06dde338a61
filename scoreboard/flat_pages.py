"""Flattened pages whose lines are labelled, and how near a reading comes to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from page_gold import evaluation_pages, f1, fundus_pages, read_rows, trains, word_f1, words

from penholder.model.span import Span
from penholder.read.body import stretches
from penholder.read.flat import read_layout
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.read.trees import Weights

SETS = ("flat_lines_fundus", "flat_lines_fundeval")


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatPage:
    """A page as one of four tools flattens it."""

    id: str
    site: str
    gold: str  # fundus | evaluation
    tool: str
    text: str  # its lines
    lines: tuple[Span, ...]
    body: tuple[bool, ...]  # of each line, whether it is of the story

    @property
    def is_training(self) -> bool:
        """Say whether the first half of the sites holds it."""
        return trains(self.site)

    def holds(self, span: Span) -> bool:
        """Say whether most of a span is of the story."""
        inside = sum(
            min(line.end, span.end) - max(line.start, span.start)
            for line, is_body in zip(self.lines, self.body, strict=True)
            if is_body and line.overlaps(span)
        )
        return 2 * inside > span.end - span.start

    def words(self) -> Counter[str]:
        """Give the words of the story."""
        told = zip(self.lines, self.body, strict=True)
        return Counter(w for line, is_body in told if is_body for w in words(line.of(self.text)))


def flat_pages(shared: Path) -> Iterator[FlatPage]:
    """Yield each page in each flattened form."""
    sites = {page.id: page.site for page in (*fundus_pages(shared), *evaluation_pages(shared))}
    for name, gold in zip(SETS, ("fundus", "evaluation"), strict=True):
        for row in read_rows(shared, name):
            spans, start = [], 0
            for line in row["lines"]:
                spans.append(Span(start, start + len(line)))
                start += len(line) + 1
            yield FlatPage(
                id=row["id"],
                site=sites[row["id"]],
                gold=gold,
                tool=row["flattener"],
                text="\n".join(row["lines"]),
                lines=tuple(spans),
                body=tuple(label == "1" for label in row["label"]),
            )


def flat_scores(shared: Path, trees: Callable[[str], Weights]) -> dict[str, float]:
    """Give the mean word F1 by gold and by the tool that flattened; `trees` gives those of a name.

    The labels of lines were found by aligning them with the hand-checked text, and miss some: a score to that text itself
    stands beside.
    """
    checked = {page.id: page for page in (*fundus_pages(shared), *evaluation_pages(shared))}
    scores: dict[str, list[float]] = defaultdict(list)
    for page in flat_pages(shared):
        told = flat_body(page, trees("lines_second" if page.is_training else "lines_first"))
        score = _label_f1(page, told)
        scores[f"flattened {page.gold} pages, word F1"].append(score)
        scores[f"... {page.gold}, to the checked text"].append(word_f1(told, checked[page.id]))
        scores[f"... {page.gold}, by {page.tool}"].append(score)
    return {name: sum(found) / len(found) for name, found in scores.items()}


def flat_days(shared: Path) -> dict[str, float]:
    """Give the share of the pages whose day is read from the lines alone, and how many of these days are right."""
    published = {page.id: page.published for page in fundus_pages(shared) if page.published}
    pages = [page for page in flat_pages(shared) if page.id in published]
    told = [(_day_of(page), (published[page.id] or "")[:10]) for page in pages]
    dated = [pair for pair in told if pair[0]]
    return {
        "flattened fundus pages that are given a day": len(dated) / len(told),
        "... the day of publication": sum(day == gold for day, gold in dated) / len(dated),
    }


def _day_of(page: FlatPage) -> str | None:
    return read_page(Page(source=page.id, text=page.text, form="txt")).date.value


def flat_body(page: FlatPage, weights: Weights) -> str:
    """Give the body that is read from the lines alone."""
    layout = read_layout(page.text, weights=weights)
    captions = (span for caption in layout.captions for span in caption.spans)
    spans = stretches(layout.body, (*layout.boilerplate, *captions))
    return "\n".join(span.of(page.text) for span in spans)


def _label_f1(page: FlatPage, body: str) -> float:
    """Give the F1 of the words of a body to those of the lines that are labelled so."""
    gold, told = page.words(), Counter(words(body))
    return f1(sum((gold & told).values()), sum(gold.values()), sum(told.values()))
