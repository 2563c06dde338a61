"""Learns which blocks of a page and which lines of flattened text are a story: python scripts/train_lines.py FOLDER.

FOLDER holds gold/pages. It needs scikit-learn. Three sets of trees are written: the shipped ones learn from all
sites; the two beside scoreboard/pages.py learn from one half of the sites each, so that every page can be read by
trees that have not seen its site.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "scoreboard")]

from page_gold import GoldPage, evaluation_pages, fundus_pages  # noqa: E402
from page_labels import BODY, CAPTION, OPTIONAL, label_blocks  # noqa: E402

from penholder.read.block_features import features  # noqa: E402
from penholder.read.choosing import caption_rows  # noqa: E402
from penholder.read.html import survey  # noqa: E402
from penholder.read.trees import read_weights  # noqa: E402

SHIPPED = ROOT / "src" / "penholder" / "read" / "html_trees.json"
HALVES = ROOT / "scoreboard" / "page_trees"
_TREES = {BODY: 100, CAPTION: 60}
_FOLDS = 3  # by which body shares are learnt that the captions' trees learn from


@dataclass(frozen=True, slots=True)
class Learnt:
    """A page, cut and labelled."""

    page: GoldPage
    rows: list[list[float] | None]
    labels: list[str]
    blocks: Any


def main(shared: Path) -> None:
    """Write the trees of all sites and of each half."""
    pages = [learnt(page) for page in (*fundus_pages(shared), *evaluation_pages(shared))]
    halves = [[one for one in pages if one.page.is_training is half] for half in (True, False)]
    HALVES.mkdir(exist_ok=True)
    for path, taught in (
        (SHIPPED, pages),
        (HALVES / "html_first.json", halves[0]),
        (HALVES / "html_second.json", halves[1]),
    ):
        path.write_text(json.dumps(teach(taught), separators=(",", ":")) + "\n", encoding="utf-8")
        print(f"{path.name}: {len(taught)} pages, {path.stat().st_size} bytes")


def learnt(page: GoldPage) -> Learnt:
    """Cut and label a page."""
    found, told, _ = survey(page.html)
    labels = label_blocks(page, [block.words for block in found.blocks])
    return Learnt(page, features(found, told), labels, found.blocks)


def teach(pages: Sequence[Learnt]) -> dict[str, Any]:
    """Give the trees for bodies and for captions that pages teach."""
    body = _body_trees(pages)
    return {BODY: body, CAPTION: _caption_trees([one for one in pages if one.page.captions])}


def _body_trees(pages: Iterable[Learnt]) -> dict[str, Any]:
    told = [
        (row, label == BODY)
        for one in pages
        for row, label in zip(one.rows, one.labels, strict=True)
        if row and label != OPTIONAL
    ]
    return grow(told, _TREES[BODY])


def _caption_trees(pages: Sequence[Learnt]) -> dict[str, Any]:
    """Grow the trees for captions, on body shares by trees that have not seen the site."""
    told = []
    for fold in range(_FOLDS):
        rest = [one for one in pages if _fold(one) != fold]
        body = read_weights(json.dumps({BODY: _body_trees(rest)}))[BODY]
        for one in pages:
            if _fold(one) == fold:
                shares = [body.share(row) if row else 0.0 for row in one.rows]
                rows = caption_rows(one.rows, shares, one.blocks)
                told += [(row, label == CAPTION) for row, label in zip(rows, one.labels, strict=True) if row]
    return grow(told, _TREES[CAPTION])


def _fold(one: Learnt) -> int:
    return zlib.crc32(one.page.site.encode()) // 2 % _FOLDS


def grow(told: Sequence[tuple[Sequence[float], bool]], trees: int) -> dict[str, Any]:
    """Give trees that tell rows of the kind from others, as read.trees reads them."""
    model = HistGradientBoostingClassifier(
        max_iter=trees,
        max_leaf_nodes=8,
        learning_rate=0.1,
        min_samples_leaf=15,
        l2_regularization=1.0,
        early_stopping=False,
        random_state=1,
    )
    model.fit(np.array([row for row, _ in told]), np.array([is_it for _, is_it in told]))
    grown = [_tree(one[0].nodes) for one in model._predictors]  # noqa: SLF001  no other way out
    return {"bias": round(float(model._baseline_prediction[0, 0]), 4), "trees": grown}  # noqa: SLF001


def _tree(nodes: Any) -> Any:
    def down(place: int) -> Any:
        node = nodes[place]
        if node["is_leaf"]:
            return round(float(node["value"]), 4)
        threshold = round(float(node["num_threshold"]), 5)
        return [int(node["feature_idx"]), threshold, down(node["left"]), down(node["right"])]

    return down(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
