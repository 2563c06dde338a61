"""Finds who says what by which word, as the words of a story alone tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from penholder.find.speech.contents import Content, bounds_of, find_contents, own_words
from penholder.find.speech.cues import find_cues
from penholder.find.speech.frames import Frame, find_frames
from penholder.find.speech.marks import find_marked
from penholder.find.speech.sources import Spoken, find_source, reporter_of
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


@lru_cache(maxsize=8)
def find_attributions(story: Story) -> tuple[Attribution, ...]:
    """Give each attribution of the body, in reading order of their cues."""
    found: list[Attribution] = []
    waits = False  # the paragraph before ends with "Price said:"
    for paragraph in paragraphs(story):
        marked = tuple(find_marked(story.text, paragraph))
        here: list[Attribution] = []
        for frame in find_frames(story.text, paragraph, marked):
            mine = tuple(find_in_frame(story.text, frame))
            if not mine and (waits or here) and frame.words[0].is_quote:
                last = (here or found).pop()
                here_or = here if here else found
                (here if here_or is here else found).append(_with_more(last, frame))
            here.extend(mine)
            waits = False
        found.extend(here)
        waits = bool(here) and story.text[paragraph.start : paragraph.end].rstrip().endswith(":")
    return tuple(found)


def _with_more(last: Attribution, frame: Frame) -> Attribution:
    marked = frame.words[0].marked
    assert marked is not None
    return replace(last, contents=(*last.contents, marked.span))


def find_in_frame(text: str, frame: Frame) -> Iterator[Attribution]:
    """Yield each attribution of one sentence."""
    spoken: list[Spoken] = []
    for cue in find_cues(text, frame):
        spoken.append(Spoken(cue=cue, source=find_source(frame, cue, spoken)))
    own = [own_words(one) for one in spoken]
    for index, one in enumerate(spoken):
        others = [*own[:index], *own[index + 1 :]]
        if contents := find_contents(frame, one.cue, bounds_of(frame, own[index], others)):
            yield _made(frame, one, contents)


def _made(frame: Frame, one: Spoken, contents: Sequence[Content]) -> Attribution:
    return Attribution(
        cue=one.cue.span,
        word=one.cue.word,
        source=one.source.span(frame) if one.source else None,
        contents=tuple(_span(frame, content) for content in contents),
        how=contents[0].how,
        reporter=reporter.span(frame) if (reporter := reporter_of(frame, one.cue)) else None,
        fragment=one.cue.fragment,
    )


def _span(frame: Frame, content: Content) -> Span:
    marked = frame.words[content.first].marked
    if content.how == "quotation" and marked:
        return marked.span
    return frame.covering(content.first, content.last)
