"""Fetches what lies at an address, politely: robots.txt, one request at a time, pauses, a few tries."""

from __future__ import annotations

import email.utils
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.message import Message
from urllib.parse import urljoin

from penholder.errors import SourceError
from penholder.read.web.answers import Fetched, Known
from penholder.read.web.requests import Answer, ask, refused
from penholder.read.web.robots import Rules, read_rules
from penholder.read.web.targets import Target, find_target
from penholder.tables.load import load_toml

_REDIRECTED = frozenset({301, 302, 303, 307, 308})
# Answers after which it is tried again, how often, and the seconds before the first new try and at most.
_AGAIN, _TRIES, _PAUSE, _LONGEST = frozenset({429, 500, 502, 503, 504}), 3, 2.0, 60.0
_HOPS = 5
# Seconds for which the rules of a server hold, and after which one that could not tell them is asked anew.
_DAY, _AFRESH = 86_400.0, 600.0
_UNCHANGED, _FOUND = 304, 200


@dataclass(slots=True)
class Fetcher:
    """Fetches for one command; it remembers what it asked of each server."""

    allow_private: bool = False
    pause: float = 1.0  # seconds between two requests to a server, at least
    sleep: Callable[[float], None] = field(default_factory=lambda: time.sleep)
    clock: Callable[[], float] = time.monotonic
    tell: Callable[[str], None] = lambda _: None  # what is waited for
    _rules: dict[str, Rules] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, address: str, known: Known | None = None) -> Fetched:
        """Give what lies at an address.

        Raises:
            SourceError: it may not or cannot be fetched; the message says why.
        """
        here, asked = address.partition("#")[0], (known or Known()).headers
        for _ in range(_HOPS + 1):
            target = find_target(here, allow_private=self.allow_private)
            self._check_robots(here, target)
            answer = self._ask(here, target, asked)
            if answer.status not in _REDIRECTED:
                return _fetched(here, answer, known)
            here = _led(here, answer).partition("#")[0]
        raise refused(address, f"it leads from page to page, more than {_HOPS} times")

    def _check_robots(self, address: str, target: Target) -> None:
        rules = self._rules.get(target.origin)
        if rules is None or rules.until < self.clock():
            read = self._read_robots(target)
            rules = replace(read, until=self.clock() + (_AFRESH if read.is_closed else _DAY))
            self._rules[target.origin] = rules
        if rules.fault:
            raise refused(address, rules.fault)
        if not rules.allows(address):
            raise refused(address, "robots.txt asks not to fetch it", "Save the page by hand")

    def _read_robots(self, target: Target) -> Rules:
        """Give a server's rules; where they cannot be had, RFC 9309 says what holds."""
        here = f"{target.origin}/robots.txt"
        try:
            for _ in range(_HOPS + 1):
                answer = self._ask(here, find_target(here, allow_private=self.allow_private), {})
                if answer.status not in _REDIRECTED:
                    return read_rules(answer.status, answer.body)
                here = _led(here, answer)
        except SourceError as error:
            return Rules(None, fault=f"{error.fault}, when asked for its robots.txt")
        return Rules(None)

    def _ask(self, address: str, target: Target, headers: dict[str, str]) -> Answer:
        for tried in range(_TRIES):
            self._wait_for_turn(target)
            try:
                answer = ask(address, target, headers)
            except OSError as error:
                failed, wait = refused(address, str(error)), _PAUSE * 2**tried
            else:
                if answer.status not in _AGAIN:
                    return answer
                failed = _other(address, answer.status)
                wait = _retry_after(answer) or _PAUSE * 2**tried
            if tried + 1 < _TRIES:
                self._try_again(failed, min(wait, _LONGEST))
        raise failed

    def _try_again(self, failed: SourceError, seconds: float) -> None:
        self.tell(f"{failed.where}: {failed.fault}; asked again in {seconds:.0f} seconds.")
        self.sleep(seconds)

    def _wait_for_turn(self, target: Target) -> None:
        rules = self._rules.get(target.origin)
        pause = max(self.pause, rules.delay if rules else 0.0)
        due = self._asked.get(target.origin, -pause) + pause
        if (wait := due - self.clock()) > 0 and target.origin in self._asked:
            self.sleep(wait)
        self._asked[target.origin] = self.clock()


def _led(here: str, answer: Answer) -> str:
    """Give where a redirection leads."""
    if not (to := answer.headers.get("location")):
        raise refused(here, f"the server sends elsewhere ({answer.status}) and does not say where")
    try:
        return urljoin(here, to)
    except ValueError as fault:  # a bracket that is not closed
        raise refused(here, "it leads to what is no address") from fault


def _fetched(address: str, answer: Answer, known: Known | None) -> Fetched:
    if answer.status == _UNCHANGED and known:
        return Fetched(address=address, body=None, kind="", charset=None, known=known)
    if answer.status != _FOUND:
        raise _other(address, answer.status)
    if not answer.body.strip():
        raise refused(address, "the page is empty")
    head = Message()
    head["Content-Type"] = answer.headers.get("content-type", "")
    return Fetched(
        address=address,
        body=answer.body,
        kind=head.get_content_type() if answer.headers.get("content-type") else "",
        charset=head.get_content_charset(),
        known=Known(etag=answer.headers.get("etag"), modified=answer.headers.get("last-modified")),
    )


def _other(address: str, status: int) -> SourceError:
    """Give the error of an answer that is no page."""
    for row in load_toml("web_answers").values():
        if status in row["codes"]:
            return refused(address, f"{row['fault']} ({status})", row["remedy"])
    return refused(address, f"the server answers {status}")


def _retry_after(answer: Answer) -> float:
    """Give the seconds that a server asks to wait; 0: it does not say."""
    said = answer.headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return float(said)
    try:
        when = email.utils.parsedate_to_datetime(said).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return 0.0
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
