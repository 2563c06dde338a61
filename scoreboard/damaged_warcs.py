"""Damages web archives of our own in 400 ways, and asks whether every record that was left intact is read.

python scoreboard/damaged_warcs.py [ARCHIVES]

A record is intact if none of its bytes was changed or cut away, in the file as it is packed. Each archive is plain,
gzipped or packed with zstd record by record; it is cut, has a bit flipped, a length changed, a block blanked or taken
out, or bytes put in. Each intact record must be read with its own words, no record with others, and where one is lost
an offset must be logged. The longest reading is told too.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import zstandard

from penholder.errors import SourceError
from penholder.read.sources import find_pages

_WORDS = (
    "North Korea fired a missile on Wednesday, the military said.",
    "The Security Council met on Thursday, and members differed.",
    "Japan protested, and the United States called for a meeting.",
    "A draft resolution was put to a vote and was not adopted.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Damaged:
    """An archive, and what is left in it."""

    how: str
    data: bytes
    suffix: str
    intact: Mapping[str, str]  # by the address, words that are in the page


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of one archive."""

    archive: Damaged
    missed: int  # intact records that were not read
    wrong: int  # records that were read with words that were never kept
    silent: bool  # something is lost, and no offset was told
    seconds: float


def archives(number: int) -> Iterator[Damaged]:
    """Yield damaged archives, always the same."""
    for seed in range(number):
        chance = random.Random(seed)  # noqa: S311 - damage, not a secret
        suffix, pack = _PACKERS[seed % 3]
        how, harm = _HARMS[seed // 3 % len(_HARMS)]
        yield _damaged(chance, suffix, pack, how, harm)


def _damaged(
    chance: random.Random, suffix: str, pack: Callable[[bytes], bytes], how: str, harm: _Harm
) -> Damaged:
    count = chance.randint(3, 30)
    pages = {f"https://example.org/{at}": _page(chance, at) for at in range(count)}
    raw = [_record(address, page) for address, page in pages.items()]
    if how == "length":
        hit = {chance.randrange(count)}
        parts = [pack(_wrong_length(chance, one) if at in hit else one) for at, one in enumerate(raw)]  # fmt: skip
        data = b"".join(parts)
    else:
        data, hit = harm(chance, [pack(one) for one in raw])
    intact = {address: page for at, (address, page) in enumerate(pages.items()) if at not in hit}
    return Damaged(how=how, data=data, suffix=suffix, intact=intact)


def _page(chance: random.Random, at: int) -> str:
    words = " ".join(chance.choices(_WORDS, k=chance.randint(3, 80)))
    return f"<html><head><title>Report {at}</title></head><body><p>{at}: {words}</p></body></html>"


def _record(address: str, page: str) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
    digest = base64.b32encode(hashlib.sha1(http, usedforsecurity=False).digest()).decode()
    name = hashlib.md5(address.encode(), usedforsecurity=False).hexdigest()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:{name[:8]}-{name[8:12]}-{name[12:16]}-{name[16:20]}-{name[20:]}>\r\n"
        f"WARC-Date: 2022-05-04T00:00:00Z\r\nWARC-Target-URI: {address}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nWARC-Block-Digest: sha1:{digest}\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


_Harm = Callable[[random.Random, Sequence[bytes]], tuple[bytes, set[int]]]


def _starts(parts: Sequence[bytes]) -> list[int]:
    return [sum(map(len, parts[:at])) for at in range(len(parts) + 1)]


def _touched(parts: Sequence[bytes], start: int, stop: int) -> set[int]:
    starts = _starts(parts)
    return {at for at in range(len(parts)) if starts[at] < stop and start < starts[at + 1]}


def _cut(chance: random.Random, parts: Sequence[bytes]) -> tuple[bytes, set[int]]:
    whole = b"".join(parts)
    end = chance.randrange(1, len(whole))
    return whole[:end], _touched(parts, end, len(whole))


def _flip(chance: random.Random, parts: Sequence[bytes]) -> tuple[bytes, set[int]]:
    whole = bytearray(b"".join(parts))
    hit: set[int] = set()
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(whole))
        whole[at] ^= 1 << chance.randrange(8)
        hit |= _touched(parts, at, at + 1)
    return bytes(whole), hit


def _blank(chance: random.Random, parts: Sequence[bytes]) -> tuple[bytes, set[int]]:
    whole = bytearray(b"".join(parts))
    start = chance.randrange(len(whole))
    stop = min(len(whole), start + chance.randint(1, 2000))
    whole[start:stop] = bytes(stop - start)
    return bytes(whole), _touched(parts, start, stop)


def _hole(chance: random.Random, parts: Sequence[bytes]) -> tuple[bytes, set[int]]:
    whole = b"".join(parts)
    start = chance.randrange(len(whole))
    stop = min(len(whole), start + chance.randint(1, 2000))
    return whole[:start] + whole[stop:], _touched(parts, start, stop)


def _garbage(chance: random.Random, parts: Sequence[bytes]) -> tuple[bytes, set[int]]:
    """Put bytes between two records, or inside one."""
    whole, starts = b"".join(parts), _starts(parts)
    between = chance.random() < 0.5
    at = chance.choice(starts[:-1]) if between else chance.randrange(len(whole))
    hit = set() if at in starts else _touched(parts, at, at + 1)
    return whole[:at] + chance.randbytes(chance.randint(1, 500)) + whole[at:], hit


def _trailer(chance: random.Random, parts: Sequence[bytes]) -> tuple[bytes, set[int]]:
    """Change one of the last bytes of a record: of a gzipped one, its checksum or size."""
    hit = chance.randrange(len(parts))
    part = bytearray(parts[hit])
    part[-chance.randint(1, min(8, len(part)))] ^= 1 << chance.randrange(8)
    return b"".join(bytes(part) if at == hit else one for at, one in enumerate(parts)), {hit}


def _wrong_length(chance: random.Random, record: bytes) -> bytes:
    head, _, rest = record.partition(b"\r\n\r\n")
    before, name, number = head.rpartition(b"Content-Length: ")
    wrong = max(0, int(number) + chance.choice([-200, -17, -1, 1, 3, 500, 100_000]))
    return before + name + str(wrong).encode() + b"\r\n\r\n" + rest


def _nothing(_: random.Random, parts: Sequence[bytes]) -> tuple[bytes, set[int]]:
    return b"".join(parts), set()


_PACKERS: Sequence[tuple[str, Callable[[bytes], bytes]]] = (
    (".warc", bytes),
    (".warc.gz", gzip.compress),
    (".warc.zst", zstandard.ZstdCompressor(write_checksum=True).compress),
)
_HARMS: Sequence[tuple[str, _Harm]] = (
    ("cut", _cut), ("flipped bits", _flip), ("length", _nothing), ("blanked", _blank),
    ("taken out", _hole), ("garbage", _garbage), ("trailer", _trailer),
)  # fmt: skip


def read(archive: Damaged, folder: Path) -> Result:
    """Read an archive as penholder does, and compare."""
    path = folder / f"damaged{archive.suffix}"
    path.write_bytes(archive.data)
    start = time.perf_counter()
    found = list(find_pages([str(path)]))
    seconds = time.perf_counter() - start
    pages = {page.url: page.text for page in found if not isinstance(page, SourceError)}
    told = [error for error in found if isinstance(error, SourceError)]
    missed = [address for address, page in archive.intact.items() if pages.get(address) != page]
    original = {page for page in pages.values() if not _is_ours(page)}
    lost = len(archive.intact) - len(missed) < _count(archive)
    return Result(
        archive=archive, missed=len(missed), wrong=len(original), seconds=seconds,
        silent=lost and not told and len(pages) < _count(archive),
    )  # fmt: skip


def _count(archive: Damaged) -> int:
    """Give how many records the archive had: one more than the highest number that is intact, at least."""
    return max((int(address.rsplit("/", 1)[1]) + 1 for address in archive.intact), default=0)


def _is_ours(page: str) -> bool:
    """Say whether a page is one that was put in: nothing but the sentences above."""
    rest = page
    for words in _WORDS:
        rest = rest.replace(words, "")
    head, _, body = rest.partition("</title></head><body><p>")
    return head.startswith("<html><head><title>Report ") and body.split(":")[0].isdigit() and (
        body.partition(":")[2].split("<")[0].strip() == ""
    )  # fmt: skip


def main() -> int:
    """Print what came of all archives."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    with tempfile.TemporaryDirectory() as folder:
        results = [read(archive, Path(folder)) for archive in archives(number)]
    intact = sum(len(result.archive.intact) for result in results)
    missed = sum(result.missed for result in results)
    wrong, silent = sum(r.wrong for r in results), sum(r.silent for r in results)
    print(
        f"{number} damaged archives: {intact - missed} of {intact} intact records read, {wrong} read wrong"
    )
    print(f"silent losses: {silent}; the longest took {max(r.seconds for r in results):.2f} s")
    kinds = Counter(
        (r.archive.how, r.archive.suffix) for r in results if r.missed or r.wrong or r.silent
    )
    for (how, suffix), size in sorted(kinds.items()):
        print(f"  {how}, {suffix}: {size}")
    return missed + wrong + silent


if __name__ == "__main__":
    sys.exit(main())
