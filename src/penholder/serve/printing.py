"""Prints stories as they are read: up to a few whole, of more a line each."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import Enum, auto

import click

from penholder.model.reading import CheckedStory
from penholder.serve.contract import as_json
from penholder.serve.explanation import explanation, explanation_json
from penholder.serve.report import line, report

# Up to so many stories are reported whole; of more, each gets a line.
_FEW = 5


class Form(Enum):
    """How a story is told."""

    BY_NUMBER = auto()  # a report where there are few, else a line
    REPORT = auto()
    JSON = auto()


@dataclass(slots=True)
class Printer:
    """Prints each story, or holds it until it is known whether there are few."""

    form: Form
    explain: bool = False  # the names, times and rows of each sentence follow
    _held: list[CheckedStory] = field(default_factory=list)
    _are_many: bool = False

    def tell(self, found: CheckedStory) -> None:
        """Print a story, or hold it."""
        if self.form is Form.JSON:
            told = as_json(found) | ({"sentences": explanation_json(found)} if self.explain else {})
            click.echo(json.dumps(told, ensure_ascii=False))
        elif self.form is Form.REPORT:
            self._report(found)
        else:
            self._held.append(found)
            self._print_lines()

    def _print_lines(self) -> None:
        self._are_many = self._are_many or len(self._held) > _FEW
        while self._are_many and self._held:
            click.echo(line(self._held.pop(0)))

    def finish(self) -> None:
        """Print what is held: there is no more."""
        while self._held:
            self._report(self._held.pop(0))

    def _report(self, found: CheckedStory) -> None:
        click.echo(report(found))
        if self.explain:
            click.echo(explanation(found))
