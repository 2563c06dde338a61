"""Turns words into the sub-words that the network knows by number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from penholder_model_en.casing import letter_case

# The network has seen at most 512 places, two of them for the marks at both ends.
_MOST_PIECES = 510
# Of one word the first pieces tell enough: the rest of a web address or a base64 string is noise.
_MOST_OF_A_WORD = 16
_MOST_CHARACTERS = 200
# Words whose pieces are kept; news has about 30,000 different words in a million.
_KEPT_WORDS = 100_000


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence, or a part of a very long one, as the network reads it."""

    sentence: int  # its place in the list that was given
    first_word: int  # the place of the row's first word in the sentence
    ids: list[int]  # pieces, with the marks at both ends
    cases: list[int]  # for each of them how its word's letters are written; 0 for the marks
    starts: list[int]  # for each word the place of its first piece


class Pieces:
    """Knows the sub-words, and keeps those of the words that it has met."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, tuple[list[int], list[int]]] = {}
        self._opening, self._closing, self._unknown = map(self._mark, ("[CLS]", "[SEP]", "[UNK]"))

    def _mark(self, name: str) -> int:
        mark = self._tokenizer.token_to_id(name)
        if mark is None:
            raise ValueError(f"the sub-word tokenizer does not know {name}")
        return mark

    def rows(self, sentences: Sequence[Sequence[str]]) -> Iterator[Row]:
        """Yield each sentence as one row, or as several where it is too long for one."""
        self._learn(sentences)
        for place, words in enumerate(sentences):
            yield from self._rows_of(place, words)

    def _learn(self, sentences: Sequence[Sequence[str]]) -> None:
        if len(self._known) > _KEPT_WORDS:
            self._known.clear()
        new = list({word for words in sentences for word in words} - self._known.keys())
        encoded = self._tokenizer.encode_batch_fast(
            [_sound(word) for word in new], add_special_tokens=False
        )
        for word, found in zip(new, encoded, strict=True):
            ids = found.ids[:_MOST_OF_A_WORD] or [self._unknown]
            self._known[word] = (ids, [int(letter_case(word))] * len(ids))

    def _rows_of(self, place: int, words: Sequence[str]) -> Iterator[Row]:
        row = self._opened(place, 0)
        for at, word in enumerate(words):
            ids, cases = self._known[word]
            if len(row.ids) + len(ids) > _MOST_PIECES + 1:
                yield self._closed(row)
                row = self._opened(place, at)
            row.starts.append(len(row.ids))
            row.ids.extend(ids)
            row.cases.extend(cases)
        yield self._closed(row)

    def _opened(self, place: int, first_word: int) -> Row:
        return Row(place, first_word, [self._opening], [0], [])

    def _closed(self, row: Row) -> Row:
        row.ids.append(self._closing)
        row.cases.append(0)
        return row


def _sound(word: str) -> str:
    """Give a word's beginning as text that can be written: half a surrogate pair becomes "?"."""
    return word[:_MOST_CHARACTERS].encode("utf-8", "replace").decode("utf-8")
