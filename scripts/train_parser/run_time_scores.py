"""The scores of a model folder as it runs: eight bits, and heads that make a tree."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from penholder_model_en.parser import Analysis, Parser
from treebank import Sentence

LAYERS = ("upos", "xpos", "feats", "uas", "las", "las_subtypes")


def score_folder(folder: Path, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Shares in percent of the treebank's own words, and words per second of one core."""
    parser = Parser(folder)
    words = [[word.form for word in sentence] for sentence in sentences]
    started = time.process_time()
    analyses = parser(words)
    seconds = time.process_time() - started
    right: Counter[str] = Counter()
    for sentence, analysis in zip(sentences, analyses, strict=True):
        right.update(_right_words(sentence, analysis))
    count = sum(map(len, words))
    shares = {layer: round(100 * right[layer] / count, 2) for layer in LAYERS}
    return shares | {"words_per_second": round(count / seconds)}


def _right_words(sentence: Sentence, analysis: Analysis) -> Counter[str]:
    right: Counter[str] = Counter()
    for word, upos, xpos, feats, head, deprel in zip(sentence, *analysis, strict=True):
        headed = head == word.head
        right["upos"] += upos == word.upos
        right["xpos"] += xpos == word.xpos
        right["feats"] += (feats or "_") == word.feats
        right["uas"] += headed
        right["las"] += headed and _plain(deprel) == _plain(word.deprel)
        right["las_subtypes"] += headed and deprel == word.deprel
    return right


def _plain(deprel: str) -> str:
    return deprel.partition(":")[0]
