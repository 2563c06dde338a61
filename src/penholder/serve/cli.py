"""The command line: the group with every command."""

from __future__ import annotations

from penholder.serve import (
    correction_commands,
    council_commands,
    draft_commands,
    event_commands,
    export_commands,
    keeping_commands,
    launch_commands,
    ledger_commands,
    query_commands,
    record_commands,
    serve_commands,
    watch_commands,
    word_commands,
)
from penholder.serve.command_group import main

__all__ = [
    "correction_commands",
    "council_commands",
    "draft_commands",
    "event_commands",
    "export_commands",
    "keeping_commands",
    "launch_commands",
    "ledger_commands",
    "main",
    "query_commands",
    "record_commands",
    "serve_commands",
    "watch_commands",
    "word_commands",
]
