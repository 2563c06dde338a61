"""Learns which blocks of a page and which lines of flattened text are a story: python scripts/train_lines.py FOLDER.

FOLDER holds gold/pages. It needs scikit-learn. Three sets of trees are written: the shipped ones learn from all
sites; the two beside scoreboard/pages.py learn from one half of the sites each, so that every page can be read by
trees that have not seen its site.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "scoreboard")]

from flat_pages import FlatPage, flat_pages  # noqa: E402
from page_gold import GoldPage, evaluation_pages, fundus_pages  # noqa: E402
from page_labels import BODY, CAPTION, OPTIONAL, OTHER, label_blocks  # noqa: E402

from penholder.read.block_features import features  # noqa: E402
from penholder.read.blocks import find_joined_blocks  # noqa: E402
from penholder.read.choosing import caption_rows  # noqa: E402
from penholder.read.html import survey  # noqa: E402
from penholder.read.line_features import line_features  # noqa: E402
from penholder.read.trees import read_weights  # noqa: E402

SHIPPED = ROOT / "src" / "penholder" / "read"
HALVES = ROOT / "scoreboard" / "page_trees"
_TREES = {BODY: 80, CAPTION: 40}
_LINE_TREES = 110  # lines tell less than blocks: more of them pay
_MENU = 40  # characters up to which a line without a body's label is a menu's
_FOLDS = 3  # by which body shares are learnt that the captions' trees learn from


@dataclass(frozen=True, slots=True)
class Learnt:
    """A page, cut and labelled."""

    page: GoldPage | FlatPage
    rows: list[list[float] | None]
    labels: list[str]
    blocks: Any


def main(shared: Path) -> None:
    """Write the trees of all sites and of each half."""
    gold = (*fundus_pages(shared), *evaluation_pages(shared))
    blocks, lines = (
        [learnt(page) for page in gold],
        [learnt_lines(page) for page in flat_pages(shared)],
    )
    for half, folder, name in (
        (None, SHIPPED, "trees"),
        (True, HALVES, "first"),
        (False, HALVES, "second"),
    ):
        taught = [one for one in blocks if half in (None, one.page.is_training)]
        _write(folder / f"html_{name}.json", teach(taught))
        flat = [one for one in lines if half in (None, one.page.is_training)]
        _write(folder / f"lines_{name}.json", {BODY: _body_trees(flat, _LINE_TREES)})


def _write(path: Path, trees: dict[str, Any]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(trees, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{path.name}: {path.stat().st_size} bytes")


def learnt_lines(page: FlatPage) -> Learnt:
    """Cut and label a flattened page; of far menu lines, which are all alike, one in four teaches."""
    blocks = find_joined_blocks(page.text)
    words = [block.words for block in blocks]
    labels = [BODY if page.holds(block.span) else OTHER for block in blocks]
    rows = [
        row if label == BODY or len(line) > _MENU or zlib.crc32(line.encode()) % 4 == 0 else None
        for row, label, line in zip(line_features(words), labels, words, strict=True)
    ]
    return Learnt(page, rows, labels, ())


def learnt(page: GoldPage) -> Learnt:
    """Cut and label a page."""
    found, told, _ = survey(page.html.encode())
    labels = label_blocks(page, [block.words for block in found.blocks])
    return Learnt(page, features(found, told), labels, found.blocks)


def teach(pages: Sequence[Learnt]) -> dict[str, Any]:
    """Give the trees for bodies and for captions that pages teach."""
    body = _body_trees(pages)
    return {
        BODY: body,
        CAPTION: _caption_trees(
            [one for one in pages if isinstance(one.page, GoldPage) and one.page.captions]
        ),
    }


def _body_trees(pages: Iterable[Learnt], trees: int = _TREES[BODY]) -> dict[str, Any]:
    told = [
        (row, label == BODY)
        for one in pages
        for row, label in zip(one.rows, one.labels, strict=True)
        if row and label != OPTIONAL
    ]
    return grow(told, trees)


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
                told += [
                    (row, label == CAPTION)
                    for row, label in zip(rows, one.labels, strict=True)
                    if row
                ]
    return grow(told, _TREES[CAPTION])


def _fold(one: Learnt) -> int:
    return zlib.crc32(one.page.site.encode()) // 2 % _FOLDS


def grow(told: Sequence[tuple[Sequence[float], bool]], trees: int) -> dict[str, Any]:
    """Give trees that tell rows of the kind from others, as read.trees reads them."""
    model = HistGradientBoostingClassifier(
        max_iter=trees,
        max_leaf_nodes=9,
        learning_rate=0.15,
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
