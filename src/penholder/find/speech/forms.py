"""The words of speech in all their forms, with what their rows say of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from penholder.find.inflect import forms_of
from penholder.find.phrases import any_of
from penholder.tables.load import load_toml


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a word of speech."""

    tense: str  # base | s | ed | ing | by
    takes: str  # clause | fragment | source
    inverts: bool = False  # "…," said Price
    hearer: bool = False  # "told reporters that"
    objects: bool = False  # what follows may be a thing: "announced a visit"


COLON = Form("ed", "clause")
_BY = Form("by", "source")


@cache
def speech_forms() -> Mapping[str, Form]:
    """Give every word of speech in every form, in lower case."""
    table = load_toml("speech_words")
    forms: dict[str, Form] = {}
    for row in table["verb"]:
        for verb in row["words"]:
            for form in forms_of(verb, table["irregular"]):
                _keep(forms, key_of(form.words), _form(form.tense, row))
    return forms | {key_of(words): _BY for words in table["by"]["words"]}


def _keep(forms: dict[str, Form], words: str, form: Form) -> None:
    """Keep a form; the first row of a word wins, and "read" is rather the past."""
    if words not in forms or (forms[words].tense == "base" and form.tense == "ed"):
        forms[words] = form


def _form(tense: str, row: Mapping[str, Any]) -> Form:
    flags = {name: row.get(name, False) for name in ("inverts", "hearer", "objects")}
    return Form(tense, row["takes"], **flags)


@cache
def speech_pattern() -> re.Pattern[str]:
    """Give the pattern of every word of speech."""
    return re.compile(any_of(speech_forms()), re.IGNORECASE)


@cache
def clause_forms() -> frozenset[str]:
    """Give every form of the verbs that carry a clause: "said", "adds", "telling"."""
    return frozenset(word for word, form in speech_forms().items() if form.takes == "clause")


def key_of(words: str) -> str:
    """Give words as `speech_forms` has them: in lower case, joined by single blanks."""
    return " ".join(re.split(r"[\s\-\u2010\u2011]+", words.casefold()))
