"""Lets a command that is told to end, by Ctrl-C or SIGTERM, end with what was done kept."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Stop:
    """The wish that a command ends; it raises KeyboardInterrupt at once, and is remembered.

    A library may swallow what is raised inside a callback of its own: so whoever works in rounds asks after each.
    """

    was_told = False

    def tell(self, *_: int | FrameType | None) -> None:
        """End the command: what a signal calls."""
        self.was_told = True
        raise KeyboardInterrupt

    def check(self) -> None:
        """Raise KeyboardInterrupt where the command was told to end."""
        if self.was_told:
            raise KeyboardInterrupt

    def wait(self, seconds: int) -> None:
        """Wait, but no longer than until the command is told to end, which is raised."""
        for _ in range(seconds):
            self.check()
            time.sleep(1.0)


@contextmanager
def stoppable() -> Iterator[Stop]:
    """Give the wish that the process ends, as the signals tell it within this."""
    stop = Stop()
    try:
        before = {sign: signal.signal(sign, stop.tell) for sign in (signal.SIGINT, signal.SIGTERM)}
    except ValueError:  # signals reach the first thread alone
        yield stop
        return
    try:
        yield stop
    finally:
        for sign, handler in before.items():
            signal.signal(sign, handler)
