"""A chapter of a decision with the words marked that its reader searched for."""

from collections.abc import Sequence
from dataclasses import replace

from upheld.public.pages.chapter import ChapterPage, chapter_address, list_chapters
from upheld.public.pages.marks import FIRST, Marks, Places, Searched, go_through_sections, look, section_kinds
from upheld.search import Marker
from upheld.ui.marks import Way
from upheld.ui.site import Link
from upheld.ui.text import TextSection


def mark_chapter(page: ChapterPage, sections: Sequence[TextSection], searched: Searched, address: str) -> ChapterPage:
    """The chapter with marks, and how many there are in the others; `sections` are the whole text at `address`."""
    kinds = iter(section_kinds(sections))
    chapters = [(chapter, tuple(next(kinds) for _ in chapter)) for chapter in list_chapters(sections)]

    def find(marker: Marker) -> list[Places]:
        found = [Places(marker) for _ in chapters]
        for places, (chapter, own) in zip(found, chapters, strict=True):
            go_through_sections(chapter, own, places.find)
        return found

    found, apart = look(searched, find)
    here, own = found[page.number - 1], chapters[page.number - 1][1]
    totals = {number: one.total for number, one in enumerate(found, 1) if one.total and number != page.number}
    links = {number: searched.address(chapter_address(address, number)) + FIRST for number in totals}
    here.after = tuple(Way("Next", links[one], f" in chapter {one}") for one in totals if one > page.number)[:1]
    return replace(
        _with_words(page, searched),
        sections=go_through_sections(page.sections, own, here.marking()),
        marks=Marks(
            words=searched.query.text,
            total=here.total,
            shown=here.shown,
            meant=searched.meant,
            plain=Link("Show without marks", chapter_address(address, page.number)),
            apart=apart,
            is_chapter=True,
            elsewhere=tuple(
                Link(f"{number}. {page.contents[number - 1].link.text} ({total:,})", links[number])
                for number, total in totals.items()
            ),
            further=sum(totals.values()),
        ),
    )


def _with_words(page: ChapterPage, searched: Searched) -> ChapterPage:
    """The chapter with links to others that keep the marks."""
    return replace(
        page,
        decision=_link(page.decision, searched),
        before=page.before and _link(page.before, searched),
        after=page.after and _link(page.after, searched),
        contents=tuple(replace(line, link=_link(line.link, searched)) for line in page.contents),
    )


def _link(link: Link, searched: Searched) -> Link:
    return replace(link, href=searched.address(link.href or ""))
