"""Where a frame of zstd ends (RFC 8878), by the sizes that its blocks name; nothing is unpacked."""

from __future__ import annotations

from mmap import mmap

MAGIC = b"\x28\xb5\x2f\xfd"
_SKIPPED = frozenset(bytes([0x50 + low, 0x2A, 0x4D, 0x18]) for low in range(16))
_DICTIONARY = (0, 1, 2, 4)
_SIZE = (0, 2, 4, 8)
_RLE, _RESERVED = 1, 3


def frame_end(whole: mmap, start: int) -> int | None:
    """Give the offset behind a frame; None: it is cut off, or its parts cannot be."""
    if start + 6 > len(whole):
        return None
    descriptor = whole[start + 4]
    end = _blocks_end(whole, start + 5 + _head_size(descriptor))
    if end is None:
        return None
    end += 4 if descriptor & 0b100 else 0
    return end if end <= len(whole) else None


def begins_frame(whole: mmap, here: int) -> bool:
    """Say whether a frame begins at an offset, or the file ends there."""
    head = whole[here : here + 4]
    return not head or head == MAGIC or head in _SKIPPED


def _head_size(descriptor: int) -> int:
    """Give how many bytes follow the descriptor: window, dictionary and size."""
    is_single = descriptor >> 5 & 1
    size = _SIZE[descriptor >> 6] or is_single
    return (not is_single) + _DICTIONARY[descriptor & 0b11] + size


def _blocks_end(whole: mmap, here: int) -> int | None:
    while here + 3 <= len(whole):
        head = int.from_bytes(whole[here : here + 3], "little")
        kind = head >> 1 & 0b11
        if kind == _RESERVED:
            return None
        here += 3 + (1 if kind == _RLE else head >> 3)
        if head & 1:
            return here
    return None
