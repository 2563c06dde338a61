"""The parser is found by its name, used for each sentence once, and its absence is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from click.testing import CliRunner

from penholder.errors import ParserError
from penholder.find.parse import has_parser, parse_sentences, parser_is_missing, use_parser
from penholder.find.parse import parsers as module
from penholder.model.span import Span
from penholder.model.story import Story, StoryId
from penholder.serve.cli import main

TEXT = "Gabon presided.  Russia did not veto it."
FIRST, SECOND = Span(0, 15), Span(17, 40)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[list[str]]]:
    """Install a parser called fake, which hangs all words from the first; give what it was given."""
    given: list[list[list[str]]] = []
    _install(monkeypatch, lambda argument: _Fake(given, argument))
    return given


class _Fake:
    def __init__(self, given: list[list[list[str]]], argument: str) -> None:
        self.given, self.argument = given, argument

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[module.Analysis | None]:
        self.given.append([list(words) for words in sentences])
        return [_analysis(words, self.argument) for words in sentences]


def _analysis(words: Sequence[str], feats: str) -> module.Analysis | None:
    if "veto" in words and feats == "forgetful":
        return None
    many = len(words)
    heads = [min(place, 1) if feats != "round" else many for place in range(many)]
    relations = ["dep" if place else "root" for place in range(many)]
    return ["X"] * many, ["XX"] * many, [feats] * many, heads, relations


def _install(monkeypatch: pytest.MonkeyPatch, load: Callable[[str], object]) -> None:
    point = EntryPoint(name="fake", value="fake:load", group=module.GROUP)
    monkeypatch.setattr(EntryPoint, "load", lambda _: load)
    monkeypatch.setattr(module, "installed", lambda: {"fake": point})
    monkeypatch.delenv("PENHOLDER_PARSER", raising=False)
    module.load_parser.cache_clear()


def _story(text: str) -> Story:
    return Story(id=StoryId("one"), source="-", text=text, body=Span(0, len(text)))


def test_each_sentence_is_parsed_once(calls: list[list[list[str]]]) -> None:
    """Sentences that were parsed before are not parsed again, and keep the order asked for."""
    story = _story(TEXT)
    with use_parser("fake"):
        first = parse_sentences(story, [FIRST])
        both = parse_sentences(story, [SECOND, FIRST, SECOND])

    assert calls == [[["Gabon", "presided", "."]], [["Russia", "did", "not", "veto", "it", "."]]]
    assert [parse.span for parse in both if parse] == [SECOND, FIRST, SECOND]
    assert both[1] is first[0]


def test_words_point_at_the_story(calls: list[list[list[str]]]) -> None:
    """Offsets index the story's text, and heads are words of the sentence."""
    with use_parser("fake:Number=Sing"):
        (parse,) = parse_sentences(_story(TEXT + " "), [SECOND])

    assert parse
    assert [token.span.of(TEXT) for token in parse.tokens] == [token.form for token in parse.tokens]
    assert parse.root == parse.tokens[0]
    assert parse.children_of(parse.tokens[0]) == parse.tokens[1:]
    assert parse.tokens[3].feats == "Number=Sing"
    assert parse.stretch_of(parse.tokens[0]) == SECOND
    assert parse.top_of(Span(24, 40)) == parse.tokens[1]


def test_a_parser_may_have_none_of_a_sentence(calls: list[list[list[str]]]) -> None:
    """What it has stands, the rest is None."""
    with use_parser("fake:forgetful"):
        parses = parse_sentences(_story(TEXT + "\n"), [FIRST, SECOND])

    assert [parse and parse.span for parse in parses] == [FIRST, None]


def test_heads_that_are_no_tree_are_refused(calls: list[list[list[str]]]) -> None:
    """Readers walk up the heads and must come to an end."""
    with use_parser("fake:round"), pytest.raises(ParserError, match="no tree"):
        parse_sentences(_story(TEXT + "?"), [FIRST])


def test_a_stretch_without_words_has_no_parse(calls: list[list[list[str]]]) -> None:
    """Blanks are no sentence."""
    with use_parser("fake"):
        assert parse_sentences(_story(TEXT), [Span(15, 17)]) == [None]


def test_without_a_parser_all_parses_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many as sentences were given, and it is known that the parser is missing."""
    monkeypatch.setattr(module, "installed", dict)
    monkeypatch.delenv("PENHOLDER_PARSER", raising=False)

    assert parse_sentences(_story(TEXT), [FIRST, SECOND]) == [None, None]
    assert (has_parser(), parser_is_missing()) == (False, True)


def test_who_asks_for_none_misses_none(calls: list[list[list[str]]]) -> None:
    """--parser none goes before the variable."""
    with use_parser("none"):
        assert (has_parser(), parser_is_missing()) == (False, False)
    with use_parser("fake"), use_parser(None):
        assert module.chosen() == "fake"


@pytest.mark.parametrize("name", ["nobody", "nobody:x"])
def test_an_unknown_parser_is_refused_at_once(name: str, calls: list[list[list[str]]]) -> None:
    """The message names those that are there."""
    with pytest.raises(ParserError, match="fake"), use_parser(name):
        pytest.fail("it was used")


def test_a_broken_parser_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """What its package raises becomes an error with a remedy."""

    def load(argument: str) -> object:
        raise OSError("no weights")

    _install(monkeypatch, load)
    with use_parser("fake"), pytest.raises(ParserError, match="no weights"):
        parse_sentences(_story(TEXT + "\t"), [FIRST])


@pytest.mark.parametrize(("options", "said"), [([], True), (["--parser", "none"], False)])
def test_read_says_once_that_a_parser_lacks(
    options: list[str], said: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On standard error, after any number of stories, and not where nobody wanted a parser."""
    monkeypatch.setattr(module, "installed", dict)
    monkeypatch.delenv("PENHOLDER_PARSER", raising=False)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The Security Council met on Monday.\n", "utf-8")
    command = ["read", str(tmp_path), "--ledger", str(tmp_path / "l.db"), *options]

    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0
    assert done.stderr.count("No parser is installed") == said


def test_read_ends_with_its_code_where_the_parser_lacks(tmp_path: Path) -> None:
    """Before any story is read."""
    (tmp_path / "a.txt").write_text("The Security Council met on Monday.\n", "utf-8")
    command = ["read", str(tmp_path), "--ledger", str(tmp_path / "l.db"), "--parser", "nobody"]

    done = CliRunner().invoke(main, command)
    assert (done.exit_code, done.stdout) == (ParserError.exit_code, "")
