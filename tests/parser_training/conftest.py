"""Lets the tests import the training script's files and the model's package as they stand here."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path += [str(ROOT / "scripts" / "train_parser"), str(ROOT / "model-en" / "src")]
