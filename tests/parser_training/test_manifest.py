"""The shipped files are the ones that the manifest names, and the scripts those that made them."""

import json
from pathlib import Path
from typing import Any

import pytest
from digests import ROOT, digests_by_name, export_sources, training_sources

WEIGHTS = ROOT / "model-en" / "src" / "penholder_model_en" / "weights"
TREEBANKS = ROOT.parent / "shared" / "treebanks"


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    """What export.py wrote beside the weights."""
    if not WEIGHTS.exists():
        pytest.skip("no weights yet")
    read: dict[str, Any] = json.loads((WEIGHTS / "manifest.json").read_text("utf-8"))
    return read


def test_shipped_files_are_those_of_the_manifest(manifest: dict[str, Any]) -> None:
    """A file that was changed, swapped or left behind by a newer export shows here."""
    assert digests_by_name(WEIGHTS / name for name in manifest["files"]) == manifest["files"]
    assert {path.name for path in WEIGHTS.iterdir()} == {*manifest["files"], "manifest.json"}


def test_scripts_are_those_that_made_the_weights(manifest: dict[str, Any]) -> None:
    """Who changes how the parser is trained or exported trains or exports it again."""
    assert training_sources() == manifest["training"]["sources"]
    assert export_sources() == manifest["export_sources"]


def test_teacher_came_from_the_same_scripts(manifest: dict[str, Any]) -> None:
    """One command after the other gives the weights, with nothing from elsewhere."""
    teacher = manifest["training"]["teacher"]
    if teacher is not None:
        assert teacher["facts"]["sources"] == manifest["training"]["sources"]
        assert teacher["facts"]["treebanks"] == manifest["training"]["treebanks"]


@pytest.mark.skipif(not TREEBANKS.exists(), reason="the treebanks are not beside the project")
def test_treebanks_are_those_trained_on(manifest: dict[str, Any]) -> None:
    """And nothing of a test set is among them."""
    trained = manifest["training"]["treebanks"]
    assert digests_by_name(TREEBANKS / name for name in trained) == trained
    assert not [name for name in trained if "test" in name]


def test_card_tells_the_scores_of_the_manifest(manifest: dict[str, Any]) -> None:
    """The model card's dev figures are not of another training."""
    card = Path(ROOT / "model-en" / "MODEL_CARD.md").read_text("utf-8")
    for scores in manifest["dev_scores"].values():
        assert f"{scores['las']:.2f}" in card
        assert f"{scores['upos']:.2f}" in card
