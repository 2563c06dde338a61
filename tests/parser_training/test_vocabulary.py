"""The sub-words that the shipped network keeps."""

from vocabulary import kept_pieces, thinned_tokenizer

VOCABULARY = {
    "[PAD]": 0, "[unused0]": 1, "[UNK]": 2, "[CLS]": 3, "veto": 4, "##ed": 5, "é": 6, "ж": 7,
    "##会": 8, "№": 9, "€": 10, "–": 11, "ß": 12,
}  # fmt: skip


def test_spare_rows_and_letters_of_other_scripts_go() -> None:
    """Signs and marks are no letters, and stay."""
    kept = {piece for piece, number in VOCABULARY.items() if number in kept_pieces(VOCABULARY)}
    assert VOCABULARY.keys() - kept == {"[unused0]", "ж", "##会"}


def test_tokenizer_is_numbered_anew_without_gaps() -> None:
    """Each kept sub-word's number is its row among the kept."""
    tokenizer = {
        "model": {"type": "WordPiece", "vocab": VOCABULARY},
        "added_tokens": [{"id": 2, "content": "[UNK]"}],
        "padding": {"length": 128},
    }
    thin = thinned_tokenizer(tokenizer, kept_pieces(VOCABULARY))
    assert sorted(thin["model"]["vocab"].values()) == list(range(10))
    assert thin["model"]["vocab"]["veto"] == 3
    assert thin["added_tokens"] == [{"id": 1, "content": "[UNK]"}]
    assert thin["padding"] is None
    assert tokenizer["padding"] == {"length": 128}
