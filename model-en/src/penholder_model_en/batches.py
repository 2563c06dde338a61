"""Puts sentences of like length together, as the arrays that the network reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from penholder_model_en.pieces import Row

# Pieces in one run of the network, padding included. Of 256 to 6,000, 512 was the fastest: more fall
# out of the cache of a core (512 KiB).
_BATCH = 512
# What a further run of the network costs, in pieces: longer rows open a batch of their own where filling up
# the shorter ones costs more.
_RUN = 13


def batches_of(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield rows of like length together; `rows` come shortest first."""
    batch: list[Row] = []
    for row in rows:
        if batch and _costs_more(batch, len(row.ids)):
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def _costs_more(batch: Sequence[Row], longer: int) -> bool:
    """Say whether a row of `longer` pieces is cheaper in a batch of its own."""
    filling = len(batch) * (longer - len(batch[-1].ids))
    return filling > _RUN or longer * (len(batch) + 1) > _BATCH


def inputs_of(batch: Sequence[Row]) -> dict[str, NDArray[np.int64]]:
    """Give ids, case and att of shape (rows, pieces), first and wm of shape (rows, words)."""
    ids, att = _padded([row.ids for row in batch])
    case, _ = _padded([row.cases for row in batch])
    first, wm = _padded([row.starts for row in batch])
    return {"ids": ids, "case": case, "att": att, "first": first, "wm": wm}


def _padded(lists: Sequence[list[int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the lists as rows filled up with 0, and beside them 1 where something stands."""
    lengths = np.array([len(one) for one in lists])
    there: NDArray[Any] = np.arange(lengths.max()) < lengths[:, None]
    filled = np.zeros(there.shape, dtype=np.int64)
    filled[there] = np.fromiter(chain.from_iterable(lists), dtype=np.int64, count=lengths.sum())
    return filled, there.astype(np.int64)
