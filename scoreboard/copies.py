"""Scores origins against synthetic copies, beside peers in the same run, and measures their cost.

python scoreboard/copies.py ../shared [STORIES]

Pair F1 on all stories; on two halves by cluster; with the light and exact copies cut to a half, a third and a fifth. The
peers put two stories together by what they estimate of their shared runs of five words, at the best of nine thresholds:
datasketch's MinHash and rensa's, where they are installed; and containment of all runs, without a sample or background.
Then time and memory for many stories, as long as those of ../shared/corpora; three in ten are copies, some cut to a half.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

from penholder.merge.origins.finding import find_origins
from penholder.merge.origins.prints import Print, print_of

Row = Mapping[str, Any]
Pairs = set[tuple[int, int]]
_CUT = frozenset({"T_same", "T_light"})


def main() -> int:
    """Print the scores and the costs."""
    shared, number = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    with gzip.open(shared / "gold" / "pages" / "dedup_synthetic_1472.jsonl.gz", "rt") as lines:
        rows = [json.loads(line) for line in lines]
    print(f"penholder, all: F1 {_f1(_ours(rows), _gold(rows)):.3f}")
    for half in (0, 1):
        part = [
            row
            for row in rows
            if (row["cluster"] if row["cluster"] >= 0 else row["id"]) % 2 == half
        ]
        print(f"penholder, half {half}: F1 {_f1(_ours(part), _gold(part)):.3f}")
    for share in (0.5, 0.33, 0.2):
        part = [_cut(row, share) if row["type"] in _CUT else row for row in rows]
        print(f"penholder, copies cut to {share:.0%}: F1 {_f1(_ours(part), _gold(part)):.3f}")
    for name, peer in (
        ("containment", _containment),
        ("datasketch", _datasketch),
        ("rensa", _rensa),
    ):
        _show_peer(name, peer, rows)
    _cost(shared, number)
    return 0


def _cut(row: Row, share: float) -> Row:
    return {**row, "text": row["text"][: int(len(row["text"]) * share)]}


def _gold(rows: Sequence[Row]) -> Pairs:
    clusters: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        clusters[row["cluster"] if row["cluster"] >= 0 else -1 - row["id"]].append(row["id"])
    return _pairs(clusters.values())


def _pairs(groups: Iterable[Iterable[int]]) -> Pairs:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _ours(rows: Sequence[Row]) -> Pairs:
    prints = {f"{row['id']:07}": print_of(row["text"]) for row in rows}
    return _pairs([int(key) for key in origin.keys] for origin in find_origins(prints))


def _f1(found: Pairs, gold: Pairs) -> float:
    return 2 * len(found & gold) / (len(found) + len(gold))


def _runs(text: str) -> set[str]:
    words = re.findall(r"\w+", text.casefold())
    return {" ".join(words[at : at + 5]) for at in range(max(1, len(words) - 4))}


def _show_peer(
    name: str, peer: Callable[[Sequence[Row]], Mapping[tuple[int, int], float]], rows: Sequence[Row]
) -> None:
    try:
        shares = peer(rows)
    except ImportError:
        print(f"{name}: not installed")
        return
    gold = _gold(rows)
    best = max((_f1(_single(shares, least / 10), gold), least / 10) for least in range(1, 10))
    print(f"{name}: F1 {best[0]:.3f} at {best[1]:.1f}, the best of nine")


def _single(shares: Mapping[tuple[int, int], float], least: float) -> Pairs:
    """Give the pairs of groups that grow by any pair that is like enough."""
    group: dict[int, set[int]] = {}
    for (one, other), share in shares.items():
        if share >= least:
            joined = group.get(one, {one}) | group.get(other, {other})
            group |= dict.fromkeys(joined, joined)
    return _pairs({frozenset(of) for of in group.values()})


def _containment(rows: Sequence[Row]) -> Mapping[tuple[int, int], float]:
    runs = {row["id"]: _runs(row["text"]) for row in rows}
    counts: dict[tuple[int, int], int] = defaultdict(int)
    owners: dict[str, list[int]] = defaultdict(list)
    for id_, mine in runs.items():
        for run in mine:
            owners[run].append(id_)
    for ids in owners.values():
        for pair in combinations(ids[:60], 2):
            counts[pair] += 1
    return {pair: n / min(len(runs[pair[0]]), len(runs[pair[1]])) for pair, n in counts.items()}


def _datasketch(rows: Sequence[Row]) -> Mapping[tuple[int, int], float]:
    from datasketch import MinHash

    def hashed(text: str) -> Any:
        made = MinHash(128)
        made.update_batch([run.encode() for run in _runs(text)])
        return made

    return _compared({row["id"]: hashed(row["text"]) for row in rows})


def _rensa(rows: Sequence[Row]) -> Mapping[tuple[int, int], float]:
    from rensa import RMinHash

    def hashed(text: str) -> Any:
        made = RMinHash(num_perm=128, seed=42)
        made.update(sorted(_runs(text)))
        return made

    return _compared({row["id"]: hashed(row["text"]) for row in rows})


def _compared(made: Mapping[int, Any]) -> Mapping[tuple[int, int], float]:
    return {
        (one, other): share
        for one, other in combinations(made, 2)
        if (share := made[one].jaccard(made[other])) >= 0.1
    }


# Stories of a day, by which the made ones are spread.
_DAY, _DAILY = date(2024, 1, 1), 1500


def _cost(shared: Path, number: int) -> None:
    texts = _texts(shared)
    before, start = _megabytes(), time.perf_counter()
    prints = dict(_many(texts, number))
    taken = time.perf_counter() - start
    start = time.perf_counter()
    days = {key: _DAY + timedelta(days=int(key) // _DAILY) for key in prints}
    origins = find_origins(prints, days)
    found = time.perf_counter() - start
    used = _megabytes()
    each = (taken + found) / number
    print(
        f"{number:,} stories: prints {taken:.0f} s (texts made anew among them), origins {found:.0f} s, {used:,.0f} MB ({before:,.0f} of them before), {len(origins):,} origins"
    )
    print(
        f"a million by that: {1e6 * each / 60:.0f} minutes, {(used - before) / number * 1000 + before / 1000:,.1f} GB"
    )


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _texts(shared: Path) -> list[str]:
    with gzip.open(shared / "corpora" / "general_news_9800.jsonl.gz", "rt") as lines:
        return [json.loads(line)["text"] for line in lines]


def _many(texts: Sequence[str], number: int) -> Iterator[tuple[str, Print]]:
    """Yield the prints of stories as long as those of the corpus, each with runs of its own; three in ten are copies, cut."""
    chance = random.Random(3)  # noqa: S311 - texts, not secrets
    last = ""
    for at in range(number):
        words = texts[at % len(texts)].split()
        if at >= len(texts) and chance.random() < 0.3 and last:
            cut = chance.randrange(len(last.split()) // 2 + 1, len(last.split()) + 1)
            text = " ".join(last.split()[:cut])
        else:
            parts = [words[start : start + 4] for start in range(0, len(words), 4)]
            chance.shuffle(parts)
            last = text = " ".join(f"{' '.join(part)} {chance.randrange(10**6)}" for part in parts)
        yield f"{at:09}", print_of(text)


if __name__ == "__main__":
    sys.exit(main())
