"""Finds who says what by which word, as the words of a story alone tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from penholder.find.speech.bounds import Content
from penholder.find.speech.contents import find_contents
from penholder.find.speech.cues import find_cues
from penholder.find.speech.frames import Frame, find_frames
from penholder.find.speech.marks import find_marked
from penholder.find.speech.sources import find_spoken
from penholder.find.speech.spoken import Spoken
from penholder.find.speech.verbs import is_asserted
from penholder.model.span import Span
from penholder.model.story import Story
from penholder.read.paragraphs import paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Words that are said, with the words that tell who says them."""

    cue: Span
    word: str  # "said"
    source: Span | None  # None: the sentence names nobody
    contents: tuple[Span, ...]  # in reading order; quotations without their marks
    how: str  # quotation | clause | topic
    reporter: Span | None = None  # who passes it on: "Yonhap quoted Kim as saying"
    fragment: bool = False
    asserted: bool = True  # False: "would say", "declined to say", "has not said"


@lru_cache(maxsize=8)
def find_attributions(story: Story) -> tuple[Attribution, ...]:
    """Give each attribution of the body, in reading order of their sentences."""
    found: list[Attribution] = []
    waiting: Attribution | None = None  # the paragraph before ends with "Price said:"
    for paragraph in paragraphs(story):
        here: list[Attribution] = []
        for frame in find_frames(story.text, paragraph, tuple(find_marked(story.text, paragraph))):
            mine = tuple(find_in_frame(story.text, frame))
            if waiting and not mine and frame.words[0].is_quote:
                here.append(_with_more(waiting, frame))
            elif here and not mine and frame.words[0].is_quote:
                here[-1] = _with_more(here[-1], frame)
            here.extend(one for one in mine if one.contents)
            waiting = mine[-1] if mine and frame.at(len(frame.words) - 1) == ":" else None
        found.extend(here)
    return tuple(found)


def _with_more(one: Attribution, frame: Frame) -> Attribution:
    """Give an attribution with the quotation that its talk goes on with."""
    marked = [word.marked.span for word in frame.words[:1] if word.marked]
    return replace(
        one, contents=(*one.contents, *marked), how=one.how if one.contents else "quotation"
    )


def find_in_frame(text: str, frame: Frame) -> Iterator[Attribution]:
    """Yield each attribution of one sentence; one that waits for its words has no contents."""
    spoken: list[Spoken] = []
    for cue in find_cues(text, frame):
        spoken.append(find_spoken(frame, cue, spoken))
    for index, one in enumerate(spoken):
        contents = find_contents(frame, one, [*spoken[:index], *spoken[index + 1 :]])
        yield _made(frame, one, contents)


def _made(frame: Frame, one: Spoken, contents: Sequence[Content]) -> Attribution:
    return Attribution(
        cue=one.cue.span,
        word=one.cue.word,
        source=one.source.span(frame) if one.source else None,
        contents=tuple(_span(frame, content) for content in contents),
        how=contents[0].how if contents else "topic",
        reporter=one.reporter.span(frame) if one.reporter else None,
        fragment=one.cue.fragment,
        asserted=is_asserted(frame, one.cue),
    )


def _span(frame: Frame, content: Content) -> Span:
    marked = frame.words[content.first].marked
    if content.how == "quotation" and marked:
        return marked.span
    return frame.covering(content.first, content.last)
