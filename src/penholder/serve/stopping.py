"""Lets a command that is told to end by SIGTERM end as by Ctrl-C: what was done is kept."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def terminable() -> Iterator[None]:
    """Raise KeyboardInterrupt within this where the process is told to end."""
    try:
        before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    except ValueError:  # signals reach the first thread alone
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
