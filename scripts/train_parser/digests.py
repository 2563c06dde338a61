"""What a training was made from, as SHA-256 digests."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPTS = Path(__file__).parent
CASING = ROOT / "model-en" / "src" / "penholder_model_en" / "casing.py"

# What decides what the weights become, and what makes the model files from them.
TRAINING_SOURCES = (
    "batches.py",
    "encoder.py",
    "label_lists.py",
    "losses.py",
    "network.py",
    "training.py",
    "treebank.py",
    "treebank_scores.py",
    "variation.py",
)
EXPORT_SOURCES = ("checkpoints.py", "exported.py", "model_files.py", "vocabulary.py")


def digest(path: Path) -> str:
    """The SHA-256 of the file, in hexadecimal digits."""
    return sha256(path.read_bytes()).hexdigest()


def digests_by_name(paths: Iterable[Path]) -> dict[str, str]:
    """From each file's name to its digest, in order of the names."""
    return {path.name: digest(path) for path in sorted(paths, key=lambda path: path.name)}


def training_sources() -> dict[str, str]:
    """The digests of the files that decide what the weights become."""
    return digests_by_name([*(SCRIPTS / name for name in TRAINING_SOURCES), CASING])


def export_sources() -> dict[str, str]:
    """The digests of the files that make the model files from trained weights."""
    return digests_by_name(SCRIPTS / name for name in EXPORT_SOURCES)
