"""The training: epochs of batches, with a checkpoint after each epoch from which it can go on."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from statistics import fmean
from typing import Any

import torch
from batches import Pieces, as_batch, shuffled_batches
from label_lists import LabelLists
from losses import gold_loss, teacher_loss
from network import ParserNetwork
from torch import nn
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR
from treebank import Sentence
from treebank_scores import TreebankScores, score_treebank
from variation import vary

ENCODER_RATE = (
    2.5e-4  # the highest learning rates; MiniLM bears more than the 5e-5 of larger encoders
)
HEADS_RATE = 1.5e-3
WEIGHT_DECAY = 0.01
LONGEST_STEP = 2.0  # norm to which gradients are clipped
TOLD_STEPS = 50  # steps between two lines of progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The choices of one training."""

    epochs: int
    encoder_rate: float = ENCODER_RATE
    heads_rate: float = HEADS_RATE
    warm_up: int = 150  # steps
    batch_size: int = 1200  # sub-words with padding
    teacher_share: float = 0.0  # of the teacher's loss beside the treebank's
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Lesson:
    """What there is to learn from and to be measured by."""

    train: Sequence[Sentence]
    dev: Mapping[str, Sequence[Sentence]]
    pieces: Pieces
    labels: LabelLists
    teacher: ParserNetwork | None = None


class Training:
    """A network on its way: what changes with each step, and can be saved and taken up again."""

    def __init__(self, network: ParserNetwork, lesson: Lesson, plan: Plan) -> None:
        self.network, self.lesson, self.plan = network, lesson, plan
        self.epoch = 0
        self.history: list[dict[str, TreebankScores]] = []
        encoder = list(network.encoder.parameters())
        known = {id(parameter) for parameter in encoder}
        heads = [parameter for parameter in network.parameters() if id(parameter) not in known]
        groups = [
            {"params": encoder, "lr": plan.encoder_rate},
            {"params": heads, "lr": plan.heads_rate},
        ]
        self.optimizer = AdamW(groups, weight_decay=WEIGHT_DECAY)
        steps = plan.epochs * len(self._batches(lesson.train, Random(plan.seed)))  # noqa: S311
        self.schedule = LambdaLR(self.optimizer, lambda step: _rate(step, plan.warm_up, steps))

    def run(self, checkpoint: Path, facts: Mapping[str, Any]) -> None:
        """Train until the last epoch; after each, print the scores on dev and save."""
        while self.epoch < self.plan.epochs:
            self._run_epoch()
            self.epoch += 1
            self.history.append(self._score())
            torch.save(self._state() | {"facts": dict(facts)}, checkpoint)

    def resume(self, saved: Mapping[str, Any]) -> None:
        """Go on where a checkpoint stands."""
        self.network.load_state_dict(saved["network"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.schedule.load_state_dict(saved["schedule"])
        self.epoch = saved["epoch"]
        self.history = [_as_scores(scores) for scores in saved["history"]]

    def _state(self) -> dict[str, Any]:
        return {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "labels": self.lesson.labels.as_json(),
            "layers": len(self.network.encoder.layers),
            "epoch": self.epoch,
            "plan": asdict(self.plan),
            "history": [
                {name: asdict(value) for name, value in scores.items()} for scores in self.history
            ],
        }

    def _run_epoch(self) -> None:
        """One pass over the sentences; each epoch has its own seed, so that a resumed one is the same."""
        seed = 1000 * self.plan.seed + self.epoch
        torch.manual_seed(seed)
        chance = Random(seed)  # noqa: S311 (nothing secret)
        told = _Progress(self.epoch + 1)
        varied = [vary(sentence, chance) for sentence in self.lesson.train]
        self.network.train()
        for some in self._batches(varied, chance):
            batch = as_batch(some, self.lesson.pieces, self.lesson.labels)
            scores = self.network(*batch.inputs)
            loss = gold_loss(self.network, scores, batch)
            if self.lesson.teacher is not None:
                taught = teacher_loss(self.network, scores, self.lesson.teacher, batch)
                loss = loss + self.plan.teacher_share * taught
            self._step(loss)
            told.count(float(loss.detach()), int(batch.words.sum()))

    def _step(self, loss: torch.Tensor) -> None:
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), LONGEST_STEP)
        self.optimizer.step()
        self.schedule.step()

    def _batches(self, sentences: Sequence[Sentence], chance: Random) -> list[list[Sentence]]:
        return shuffled_batches(sentences, self.lesson.pieces, self.plan.batch_size, chance)

    def _score(self) -> dict[str, TreebankScores]:
        scores = {}
        for name, sentences in self.lesson.dev.items():
            lesson = self.lesson
            scores[name] = score_treebank(self.network, sentences, lesson.pieces, lesson.labels)
            print(f"epoch {self.epoch} {name}: {scores[name]}", flush=True)
        return scores


class _Progress:
    """Tells now and then how the loss stands and how fast it goes."""

    def __init__(self, epoch: int) -> None:
        self.epoch, self.steps, self.words = epoch, 0, 0
        self.losses: list[float] = []
        self.started = time.process_time()

    def count(self, loss: float, words: int) -> None:
        self.steps, self.words = self.steps + 1, self.words + words
        self.losses.append(loss)
        if self.steps % TOLD_STEPS:
            return
        speed = self.words / (time.process_time() - self.started)
        mean = fmean(self.losses)
        print(
            f"epoch {self.epoch} step {self.steps} loss {mean:.3f} {speed:.0f} words/s", flush=True
        )
        self.losses.clear()


def _rate(step: int, warm_up: int, steps: int) -> float:
    """The share of the highest learning rate: up over the first steps, then down to nothing."""
    return min((step + 1) / warm_up, max(0.0, (steps - step) / steps))


def _as_scores(saved: Mapping[str, Mapping[str, float]]) -> dict[str, TreebankScores]:
    return {name: TreebankScores(**values) for name, values in saved.items()}
