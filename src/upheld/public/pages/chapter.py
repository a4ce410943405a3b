"""A long decision, chapter by chapter: a heading of the first step and all that stands under it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from upheld.analysis.document import Section
from upheld.public.pages.marks import Marks
from upheld.public.pages.text import count_words, make_contents
from upheld.ui.site import Link
from upheld.ui.text import ContentsLine, TextSection

LONG, FEW = 2_500, 3
"""A text of so many words, and of so many chapters, is offered by chapter."""

_WORDS_A_MINUTE = 220
_BEGINNING = "Beginning"


@dataclass(frozen=True, slots=True)
class LongRead:
    """How long a text is, and where its first chapter is."""

    words: int
    minutes: int
    href: str


@dataclass(frozen=True, slots=True)
class ChapterPage:
    """One chapter of a decision; `anchor` is its address on the whole page, to which `decision` leads.

    `before` and `after` are the chapters beside it.
    """

    title: str
    anchor: str
    decision: Link
    reference: str
    number: int
    of: int
    sections: tuple[TextSection, ...]
    contents: tuple[ContentsLine, ...]
    before: Link | None
    after: Link | None
    marks: Marks | None = None
    """What is said of the words that are marked, where some are."""


def split_chapters(sections: Sequence[TextSection]) -> tuple[tuple[TextSection, ...], ...]:
    """The sections by chapter. What stands before the first heading goes with it."""
    chapters: list[list[TextSection]] = []
    for section in sections:
        starts = section.heading is not None and section.depth == 2
        if not chapters or (starts and any(one.heading for one in chapters[-1])):
            chapters.append([])
        chapters[-1].append(section)
    return tuple(map(tuple, chapters))


def list_chapters(sections: Sequence[TextSection]) -> list[tuple[TextSection, ...]]:
    """The chapters as their pages show them."""
    return [_below_title(chapter) for chapter in split_chapters(sections)]


def make_long_read(sections: Sequence[Section], shown: Sequence[TextSection], address: str) -> LongRead | None:
    """Where reading by chapter begins; None for a text that is short or has few chapters."""
    words = count_words(sections)
    if words <= LONG or len(split_chapters(shown)) < FEW:
        return None
    return LongRead(words, max(1, round(words / _WORDS_A_MINUTE)), chapter_address(address, 1))


def make_chapter(
    title: str, reference: str, address: str, sections: Sequence[TextSection], number: int
) -> ChapterPage | None:
    """The chapter with this number of the decision at `address`; None when it has none."""
    chapters = split_chapters(sections)
    if not 1 <= number <= len(chapters):
        return None
    links = [Link(_heading(chapter), chapter_address(address, place)) for place, chapter in enumerate(chapters, 1)]
    below = make_contents(chapters[number - 1])
    return ChapterPage(
        title=links[number - 1].text,
        decision=Link(title, address),
        reference=reference,
        number=number,
        of=len(chapters),
        anchor=_first(chapters[number - 1]).anchor,
        sections=_below_title(chapters[number - 1]),
        contents=tuple(
            ContentsLine(link, below[0].below if place == number and below else (), is_current=place == number)
            for place, link in enumerate(links, 1)
        ),
        before=links[number - 2] if number > 1 else None,
        after=links[number] if number < len(links) else None,
    )


def chapter_address(address: str, number: int) -> str:
    """The address of a chapter of the decision at `address`."""
    return f"{address}/chapter/{number}"


def _first(chapter: Sequence[TextSection]) -> TextSection:
    return next((section for section in chapter if section.heading), chapter[0])


def _heading(chapter: Sequence[TextSection]) -> str:
    return _first(chapter).heading or _BEGINNING


def _below_title(chapter: Sequence[TextSection]) -> tuple[TextSection, ...]:
    """The chapter's sections where its own heading is the page's, so that those below are one step higher."""
    first = _first(chapter)
    return tuple(
        replace(section, heading=None) if section is first else replace(section, depth=max(2, section.depth - 1))
        for section in chapter
    )
