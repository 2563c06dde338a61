"""The names behind the numbers that the network gives."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The labels of each layer, in the order of their numbers."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]  # (): the network predicts none
    deprel: tuple[str, ...]


def load_labels(path: Path) -> Labels:
    """Read labels.json: keys upos, xpos, feats (may lack) and deprel, or their initials u, x, f, r."""
    lists = json.loads(path.read_text("utf-8"))
    return Labels(
        upos=tuple(lists.get("upos") or lists["u"]),
        xpos=tuple(lists.get("xpos") or lists["x"]),
        feats=tuple(lists.get("feats") or lists.get("f") or ()),
        deprel=tuple(lists.get("deprel") or lists["r"]),
    )
