"""What a training was made from, as SHA-256 digests."""

from __future__ import annotations

import ast
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


def code_digest(source: str) -> str:
    """Give the SHA-256 of what a script does: its code without comments, docstrings and layout."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(
            node
        ):
            node.body = node.body[1:] or [ast.Pass()]
    return sha256(ast.unparse(tree).encode()).hexdigest()


def code_digests(paths: Iterable[Path]) -> dict[str, str]:
    """Give each script's name with the digest of its code, in order of the names."""
    return {
        path.name: code_digest(path.read_text("utf-8"))
        for path in sorted(paths, key=lambda path: path.name)
    }


def training_sources() -> dict[str, str]:
    """The digests of the files that decide what the weights become."""
    return code_digests([*(SCRIPTS / name for name in TRAINING_SOURCES), CASING])


def export_sources() -> dict[str, str]:
    """The digests of the files that make the model files from trained weights."""
    return code_digests(SCRIPTS / name for name in EXPORT_SOURCES)
