"""Checks a text on the spot, in a process of its own: one that takes too long is ended, and pages go on."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as TooLongError
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context
from typing import Any

from penholder.errors import BusyError, QuestionError

# Characters that are checked on the spot: a long story; the command line takes any length.
LONGEST = 60_000
# Seconds that one text may take, and texts that may wait.
_SECONDS, _WAITING = 20, 4
_WHERE = "the text"

Json = dict[str, Any]


class Checker:
    """Keeps a process that reads and checks texts, one after the other."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._places = threading.BoundedSemaphore(_WAITING)
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None

    def check(self, text: str, published: str | None, keep_in: str | None = None) -> Json:
        """Give a text's story by the contract; with `keep_in`, it is kept in that ledger.

        Raises:
            QuestionError: there is no text, it is too long, or it took too long.
            BusyError: others wait already.
        """
        _refuse(text)
        if not self._places.acquire(blocking=False):
            raise BusyError(
                _WHERE, fault="others are being checked", remedy="Try again in a moment"
            )
        try:
            return self._run(text, published, keep_in)
        finally:
            self._places.release()

    def _run(self, text: str, published: str | None, keep_in: str | None) -> Json:
        pool, asked = self._begin(text, published, keep_in)
        try:
            return asked.result(_SECONDS)
        except TooLongError as fault:
            self._end(pool)
            raise QuestionError(
                _WHERE,
                fault=f"it was not read within {_SECONDS} s",
                remedy="Read it with penholder read, which takes any length",
            ) from fault
        except (BrokenProcessPool, CancelledError) as fault:
            self._end(pool)  # with the text before this one, or by this one
            raise BusyError(
                _WHERE,
                fault="the process that was to read it was ended",
                remedy="Try again, or read it with penholder read",
            ) from fault

    def _begin(self, *asked: Any) -> tuple[ProcessPoolExecutor, Future[Json]]:
        """Hand a text to the process, or to a new one where there is none or it has died."""
        with self._lock:
            if self._pool is not None:
                with suppress(BrokenProcessPool):
                    return self._pool, self._pool.submit(_check, *asked)
            self._pool = ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
            return self._pool, self._pool.submit(_check, *asked)

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._pool is not None:
            self._end(self._pool)

    def _end(self, pool: ProcessPoolExecutor) -> None:
        """End a process; the one that took its place meanwhile goes on."""
        with self._lock:
            if self._pool is pool:
                self._pool = None
        for process in list((getattr(pool, "_processes", None) or {}).values()):
            process.kill()
        pool.shutdown(wait=False, cancel_futures=True)


def _refuse(text: str) -> None:
    if not text.strip():
        raise QuestionError(_WHERE, fault="there is none", remedy="Paste a sentence or a story")
    if len(text) > LONGEST:
        raise QuestionError(
            _WHERE,
            fault=f"it has {len(text):,} characters, and {LONGEST:,} are checked here",
            remedy="Read it with penholder read, which takes any length",
        )


def _check(text: str, published: str | None, keep_in: str | None) -> Json:
    """Check a text in the process that was made for it."""
    from penholder.pipeline import check_story  # noqa: PLC0415 - the other process needs it alone
    from penholder.read.source_page import Page  # noqa: PLC0415
    from penholder.serve.contract import as_json  # noqa: PLC0415

    checked = check_story(Page(source="-", text=text, form="txt", published=published))
    if keep_in:
        from penholder.store.ledger import open_ledger  # noqa: PLC0415
        from penholder.store.saving import save_story  # noqa: PLC0415

        with open_ledger(keep_in) as ledger:
            save_story(ledger, checked, as_json(checked))
    return as_json(checked)
