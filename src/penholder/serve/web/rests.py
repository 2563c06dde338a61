"""The rest of an address as an id: whatever stands there, a slash and a line break too."""

from __future__ import annotations

from starlette.convertors import PathConvertor, register_url_convertor


class _Rest(PathConvertor):
    """Takes what `path` takes and line breaks, for a story's id can be any text."""

    regex = r"[\s\S]*"


def allow_rests() -> None:
    """Let `{id:rest}` stand in the path of a page."""
    register_url_convertor("rest", _Rest())
