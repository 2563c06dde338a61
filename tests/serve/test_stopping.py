"""A command that is told to end ends, also where a library swallows what the signal raises."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

import pytest

from penholder.serve.stopping import Stop, stoppable


def at_check(stop: Stop) -> None:
    """Ask after a round."""
    stop.check()


def at_wait(stop: Stop) -> None:
    """Ask before a pause."""
    stop.wait(60)


@pytest.mark.skipif(os.name == "nt", reason="signals are others there")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("ask", [at_check, at_wait])
def test_what_is_swallowed_is_remembered(sign: int, ask: Callable[[Stop], None]) -> None:
    """It is raised at once, and again where somebody asks."""
    before = signal.getsignal(sign)
    start = time.monotonic()
    with stoppable() as stop:
        stop.check()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(sign)
        with pytest.raises(KeyboardInterrupt):
            ask(stop)

    assert time.monotonic() - start < 5
    assert signal.getsignal(sign) == before
