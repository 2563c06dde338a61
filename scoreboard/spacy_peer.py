"""Reads texts with spaCy's small English pipeline: PYTHON scoreboard/spacy_peer.py, texts as JSON Lines on stdin.

Run by corpus_speed.py with a Python that has spaCy 3.8. It prints seconds of processor time for the texts, without
the start. The pipeline is en_core_web_sm, where its trained weights are installed under that name or lie in a folder
of that name where the script is started. Else it has the same layers (a convolutional tok2vec of width 96 and depth 4
for tagger and parser, one of its own for the entities, attribute ruler and rule lemmatizer) with weights by chance:
what it says is nonsense, how long it takes is not, as every layer has its size.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from time import process_time
from typing import Any

TAGS = 50  # fine-grained tags of the trained pipeline
RELATIONS = 45
ENTITIES = 18
_ROWS = [5000, 1000, 2500, 2500, 50, 50]
_ATTRIBUTES = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]


def main() -> None:
    """Print how long the texts took."""
    nlp, how = load()
    texts = [json.loads(line) for line in sys.stdin]
    for _ in nlp.pipe(texts[:5]):
        pass
    start = process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    print(json.dumps({"seconds": process_time() - start, "words": words, "weights": how}))


def load() -> tuple[Any, str]:
    """Give the trained pipeline where it is installed, else one of the same layers."""
    import spacy

    try:
        return spacy.load("en_core_web_sm"), "trained"
    except OSError:
        return _untrained(spacy.blank("en")), "by chance"


def _untrained(nlp: Any) -> Any:
    from spacy.lookups import Lookups

    nlp.add_pipe("tok2vec", config={"model": _tok2vec()})
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    _label(
        nlp.add_pipe("tagger", config={"model": {"tok2vec": shared}}),
        [f"T{place}" for place in range(TAGS)],
    )
    _label(
        nlp.add_pipe("parser", config={"model": {"tok2vec": shared}}),
        ["ROOT", *(f"r{place}" for place in range(RELATIONS))],
    )
    nlp.add_pipe("attribute_ruler")
    _label(
        nlp.add_pipe("ner", config={"model": {"tok2vec": _tok2vec()}}),
        [f"E{place}" for place in range(ENTITIES)],
    )
    nlp.initialize(lambda: list(_examples(nlp)))
    lookups = Lookups()
    for table in ("lemma_rules", "lemma_index", "lemma_exc"):
        lookups.add_table(table, {})
    lemmatizer = nlp.add_pipe("lemmatizer", before="ner", config={"mode": "rule"})
    lemmatizer.initialize(lookups=lookups)
    return nlp


def _label(pipe: Any, labels: Sequence[str]) -> None:
    for label in labels:
        pipe.add_label(label)


def _tok2vec() -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 96,
            "attrs": _ATTRIBUTES,
            "rows": _ROWS,
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 96,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _examples(nlp: Any) -> Iterator[Any]:
    from spacy.training import Example

    told = {
        "words": ["It", "rained", "."],
        "tags": ["T0", "T1", "T2"],
        "heads": [1, 1, 1],
        "deps": ["r0", "ROOT", "r1"],
        "entities": ["O", "O", "O"],
    }
    yield Example.from_dict(nlp.make_doc("It rained."), told)


if __name__ == "__main__":
    main()
