"""Scores how pages are read: python scoreboard/pages.py FOLDER [--peers PYTHON] [--set-floors].

FOLDER holds gold/pages. Each page is read by trees that have not seen its site: those that learnt from the other half
of the sites. PYTHON is the interpreter of an environment with trafilatura, readability-lxml, resiliparse and
newspaper4k, which then read the same pages in the same run. Exit codes: 0 no score fell below its floor, 1 one did.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from time import process_time

from flat_pages import flat_days, flat_scores
from page_gold import (
    FILES,
    FOLDER,
    GoldPage,
    evaluation_pages,
    fundus_pages,
    has_caption,
    is_exact,
    leaks,
    word_f1,
)

from penholder.read.captions import part_credit
from penholder.read.html import HtmlPage, read_html
from penholder.read.page import read_page
from penholder.read.source_page import Page
from penholder.read.trees import Weights, read_weights

FLOORS = Path(__file__).with_name("pages_floors.json")
PEERS = Path(__file__).with_name("pages_peers.py")
TREES = Path(__file__).with_name("page_trees")


@dataclass(frozen=True, slots=True)
class Told:
    """What a tool makes of a page."""

    body: str
    title: str | None


def main(shared: Path, peers: str | None, *, set_floors: bool) -> int:
    """Print every score beside its floor, and the peers' beneath."""
    fundus, evaluation = fundus_pages(shared), evaluation_pages(shared)
    read = {page.id: unseen(page) for page in (*fundus, *evaluation)}
    told = {id_: Told(" ".join(one.paragraphs), one.title) for id_, one in read.items()}
    scores = {
        **_scores(fundus, evaluation, told),
        **_details(fundus, read),
        **flat_scores(shared, _trees),
        **flat_days(shared),
    }
    corpus = digest(shared)
    if set_floors:
        floors = {name: round(score - 0.0005, 3) for name, score in scores.items()}
        FLOORS.write_text(
            json.dumps({"corpus": corpus, "floors": floors}, indent=2) + "\n", "utf-8"
        )
    kept = json.loads(FLOORS.read_text("utf-8"))
    print(f"corpus {corpus}, floors of {kept['corpus']}")
    fell = _print(scores, kept["floors"])
    ours = _pace((*fundus, *evaluation))
    print(f"{'penholder, the whole reading':<40}{ours:>8.1f} pages/s")
    if peers:
        _print_peers(fundus, evaluation, peers, ours)
    return 1 if fell else 0


def unseen(page: GoldPage) -> HtmlPage:
    """Read a page by the trees of the other half of the sites."""
    return read_html(
        page.html.encode(), _trees("html_second" if page.is_training else "html_first")
    )


@cache
def _trees(name: str) -> Weights:
    return read_weights((TREES / f"{name}.json").read_text("utf-8"))


def digest(shared: Path) -> str:
    """Give the digest of the pages that the floors were measured on."""
    joined = hashlib.sha256()
    for name in FILES:
        joined.update((shared / FOLDER / f"{name}.jsonl.gz").read_bytes())
    return joined.hexdigest()[:12]


def _scores(
    fundus: Sequence[GoldPage], evaluation: Sequence[GoldPage], told: Mapping[str, Told]
) -> dict[str, float]:
    """Give what can be asked of every tool."""
    captions = [(page, one) for page in fundus for one in page.captions]
    return {
        "fundus pages, body word F1": _mean([word_f1(told[p.id].body, p) for p in fundus]),
        "fundus pages, body exact": _mean([is_exact(told[p.id].body, p) for p in fundus]),
        "evaluation pages, body word F1": _mean([word_f1(told[p.id].body, p) for p in evaluation]),
        "evaluation pages, body exact": _mean([is_exact(told[p.id].body, p) for p in evaluation]),
        "title exact": _mean([_flat(told[p.id].title) == _flat(p.title) for p in fundus]),
        "captions kept out of the body": 1
        - _mean([leaks(one, p, told[p.id].body) for p, one in captions]),
    }


def _details(fundus: Sequence[GoldPage], read: Mapping[str, HtmlPage]) -> dict[str, float]:
    """Give what is asked of penholder alone."""
    captions = [(page, one) for page in fundus for one in page.captions]
    bare = {id_: [part_credit(one)[0] for one in page.captions] for id_, page in read.items()}
    dated = [page for page in fundus if page.published]
    return {
        "captions found": _mean(
            [has_caption(one, (*bare[p.id], *read[p.id].captions)) for p, one in captions]
        ),
        "captions told that are captions": _mean(
            [has_caption(told, p.captions) for p in fundus if p.captions for told in bare[p.id]]
        ),
        "day of publication": _mean([_same_day(p, read[p.id]) for p in dated]),
        "time of publication with its zone": _mean(
            [_same_time(p, read[p.id]) for p in dated if "+" in (p.published or "")]
        ),
    }


def _same_day(page: GoldPage, read: HtmlPage) -> bool:
    """Say whether the day is the gold's, or the instant is where the zones differ."""
    told = read.times.published or ""
    return told[:10] == (page.published or "")[:10] or _same_time(page, read)


def _same_time(page: GoldPage, read: HtmlPage) -> bool:
    told = read.times.published
    if not told or "T" not in told or not page.published:
        return False
    ours, gold = datetime.fromisoformat(told), datetime.fromisoformat(page.published)
    if (ours.tzinfo is None) is not (gold.tzinfo is None):
        return False
    return abs(ours - gold) < timedelta(minutes=1)


def _flat(title: str | None) -> str:
    return " ".join((title or "").split())


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _pace(pages: Sequence[GoldPage]) -> float:
    """Give pages a second of the processor for the whole reading, the trees read before."""
    sources = [Page(source="page.html", text=page.html, form="html") for page in pages]
    read_page(sources[0])
    start = process_time()
    for source in sources:
        read_page(source)
    return len(sources) / (process_time() - start)


def _print(scores: Mapping[str, float], floors: Mapping[str, float]) -> int:
    fell = 0
    for name, score in scores.items():
        below = score < floors.get(name, 0.0)
        fell += below
        print(f"{name:<52}{score:.3f}" + (f"  below {floors[name]}" if below else ""))
    return fell


def _print_peers(
    fundus: Sequence[GoldPage], evaluation: Sequence[GoldPage], python: str, ours: float
) -> None:
    pages = (*fundus, *evaluation)
    given = "".join(json.dumps({"id": page.id, "html": page.html}) + "\n" for page in pages)
    done = subprocess.run(  # noqa: S603
        [python, "-W", "ignore", str(PEERS)],
        input=given,
        capture_output=True,
        text=True,
        check=True,
    )
    for line in done.stdout.splitlines():
        peer = json.loads(line)
        told = {id_: Told(body or "", title) for id_, (body, title) in peer["found"].items()}
        pace = len(pages) / peer["seconds"]
        print(f"\n{peer['tool']}: {pace:.1f} pages/s, penholder {ours / pace:.1f} times as fast")
        _print(_scores(fundus, evaluation, told), {})


if __name__ == "__main__":
    arguments = sys.argv[2:]
    python = arguments[arguments.index("--peers") + 1] if "--peers" in arguments else None
    sys.exit(main(Path(sys.argv[1]), python, set_floors="--set-floors" in arguments))
