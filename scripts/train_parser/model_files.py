"""Writes the model folder that the run time reads."""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from checkpoints import saved_labels, saved_network
from exported import INPUTS, OUTPUTS, ExportedParser
from network import ParserNetwork
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from vocabulary import kept_pieces, thinned_tokenizer

WEIGHTS, LABELS, TOKENIZER = "parser.int8.onnx", "labels.json", "tokenizer.json"
MODEL_FILES = (LABELS, WEIGHTS, TOKENIZER)
OPSET = 17


def write_model(saved: Mapping[str, Any], tokenizer: Path, folder: Path) -> None:
    """Write the three files of a model from a checkpoint and MiniLM's tokenizer."""
    folder.mkdir(parents=True, exist_ok=True)
    network = saved_network(saved)
    given = json.loads(tokenizer.read_text("utf-8"))
    kept = kept_pieces(given["model"]["vocab"])
    _write_json(thinned_tokenizer(given, kept), folder / TOKENIZER)
    _write_json(saved_labels(saved).as_json(), folder / LABELS)
    keep_rows(network, kept)
    with TemporaryDirectory() as place:
        whole = Path(place) / "parser.onnx"
        write_onnx(network, whole)
        # Whole numbers of eight bits, each output of a product with its own scale.
        quantize_dynamic(
            str(whole), str(folder / WEIGHTS), weight_type=QuantType.QInt8, per_channel=True
        )


def keep_rows(network: ParserNetwork, kept: list[int]) -> None:
    """Keep only these rows of the table of sub-words."""
    table = network.encoder.word.weight.detach()
    network.encoder.word = nn.Embedding.from_pretrained(table[kept])


def write_onnx(network: ParserNetwork, path: Path) -> None:
    """Write the network, in floating point, as an ONNX file with the names that CONTRACT.md tells."""
    ids = torch.randint(1, 1000, (3, 20))
    first = torch.arange(1, 13).repeat(3, 1)
    example = (ids, torch.zeros_like(ids), torch.ones_like(ids), first, torch.ones_like(first))
    sizes = {name: {0: "batch", 1: "pieces"} for name in INPUTS[:3]}
    sizes |= {name: {0: "batch", 1: "words"} for name in (*INPUTS[3:], *OUTPUTS[:-1])}
    sizes["arc"] = {0: "batch", 1: "words", 2: "heads"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer warns of each size that it takes for fixed
        torch.onnx.export(
            ExportedParser(network).eval(), example, str(path), input_names=list(INPUTS),
            output_names=list(OUTPUTS), dynamic_axes=sizes, opset_version=OPSET, dynamo=False,
        )  # fmt: skip


def _write_json(value: object, path: Path) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", "utf-8")
