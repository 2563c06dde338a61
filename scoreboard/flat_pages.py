"""Scores how flattened pages are read: which of their lines are the body."""

from __future__ import annotations

from pathlib import Path


def flat_scores(shared: Path) -> dict[str, float]:
    """Give the scores."""
    return {}
