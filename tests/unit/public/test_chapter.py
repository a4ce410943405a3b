"""Long decisions by chapter."""

import pytest

from upheld.analysis.document import Block, Section
from upheld.public.pages.chapter import make_chapter, make_long_read, split_chapters
from upheld.public.pages.text import make_sections

SECTIONS = (
    Section(blocks=(Block(text="Before any heading."),)),
    Section(heading="The complaint", blocks=(Block(number=1, text="A."),)),
    Section(heading="In detail", level=2, blocks=(Block(number=2, text="B."),)),
    Section(heading="Findings", blocks=(Block(number=3, text="C."),)),
    Section(heading="Decision", blocks=(Block(number=4, text="D."),)),
)
SHOWN = make_sections(SECTIONS)


def test_a_chapter_is_a_heading_and_all_below_it() -> None:
    assert [[one.heading for one in chapter] for chapter in split_chapters(SHOWN)] == [
        [None, "The complaint", "In detail"], ["Findings"], ["Decision"],
    ]  # fmt: skip


def test_a_chapter_has_its_heading_as_title_and_leads_to_those_beside_it() -> None:
    page = make_chapter("Alder Council (98 000 001)", "98 000 001", "/decisions/98-000-001", SHOWN, 1)
    assert page is not None
    assert (page.title, page.anchor, page.before) == ("The complaint", "the-complaint", None)
    assert page.after is not None
    assert (page.after.text, page.after.href) == ("Findings", "/decisions/98-000-001/chapter/2")
    assert [(one.heading, one.depth) for one in page.sections][1:] == [(None, 2), ("In detail", 2)]
    assert [line.link.text for line in page.contents if line.is_current] == ["The complaint"]
    assert page.contents[0].below[0].link.href == "#in-detail"


def test_paragraphs_keep_the_addresses_they_have_on_the_whole() -> None:
    page = make_chapter("Alder Council", "98 000 001", "/x", SHOWN, 2)
    assert page is not None
    assert [one.address for part in page.sections for one in part.paragraphs] == ["p3"]


@pytest.mark.parametrize("number", [0, 4])
def test_other_numbers_are_no_chapters(number: int) -> None:
    assert make_chapter("x", "x", "/x", SHOWN, number) is None


def test_only_long_texts_are_offered_by_chapter() -> None:
    long = (*SECTIONS, Section(heading="More", blocks=(Block(text="word " * 2_600),)))
    offered = make_long_read(long, make_sections(long), "/x")
    assert offered is not None
    assert (offered.words, offered.minutes, offered.href) == (2_607, 12, "/x/chapter/1")
    assert make_long_read(SECTIONS, SHOWN, "/x") is None
    flat = (Section(heading="All", blocks=(Block(text="word " * 5_000),)),)
    assert make_long_read(flat, make_sections(flat), "/x") is None
