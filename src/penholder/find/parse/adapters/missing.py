"""What to say where the package behind an adapter lacks."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from penholder.errors import ParserError


def package(name: str) -> Any:
    """Give an optional package.

    Raises:
        ParserError: it is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as fault:
        raise ParserError(
            f"parser {name}",
            fault=f"the package {fault.name} is not installed",
            remedy=f"Install it: pip install 'penholder[{name}]'",
        ) from fault


def argument_lacks(name: str, example: str) -> ParserError:
    """Give the error that the part behind the colon lacks."""
    return ParserError(
        f"parser {name}", fault="it needs to know which", remedy=f"Write it as {example}"
    )
