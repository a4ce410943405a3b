"""The text of a decision as its page shows it."""

import pytest

from upheld.analysis.document import Block, Section, Table
from upheld.public.pages.links import Linker, Target
from upheld.public.pages.text import count_words, make_contents, make_sections
from upheld.ui.text import Run


def section(*blocks: Block, heading: str | None = "The complaint", level: int = 1) -> Section:
    return Section(heading=heading, level=level, blocks=blocks)


def test_numbers_that_start_again_run_through_with_what_is_printed_beside() -> None:
    shown = make_sections([
        section(Block(number=1, text="A."), Block(number=2, text="B.")),
        section(Block(number=1, text="C."), Block(text="D."), heading="Decision"),
    ])  # fmt: skip
    found = [(one.address, one.mark, one.printed, one.label) for part in shown for one in part.paragraphs]
    assert found == [
        ("p1", "1", "", "Paragraph 1"),
        ("p2", "2", "", "Paragraph 2"),
        ("p3", "3", "1", "Paragraph 3, printed as 1"),
        ("p3-1", "", "", "Paragraph without a number, p3-1"),
    ]
    assert [one.former for part in shown for one in part.paragraphs] == ["paragraph-1", "paragraph-2", "", ""]


def test_what_is_printed_in_place_of_a_number_hangs_in_the_margin() -> None:
    [shown] = make_sections([section(Block(printed="1.2", text="A."), Block(printed="a very long mark", text="B."))])
    assert [(one.mark, one.printed) for one in shown.paragraphs] == [("1.2", ""), ("", "a very long mark")]


def test_items_keep_their_printed_marks() -> None:
    inner = Block(printed="(i)", text="one;", items=("deep;",))
    [shown] = make_sections([section(Block(number=1, text="It will:", items=("plain;", inner)))])
    plain, marked = shown.paragraphs[0].items
    assert (plain.mark, plain.runs) == ("", (Run("plain;"),))
    assert (marked.mark, marked.items[0].runs) == ("(i)", (Run("deep;"),))


def test_a_table_has_rows_of_one_length_and_is_named_by_its_caption() -> None:
    table = Table(rows=(("Term", "Days"), ("Autumn",)), header=True)
    [shown] = make_sections([section(Block(text="Lessons", table=table), Block(text="", table=Table(rows=(("x",),))))])
    first, second = (one.table for one in shown.paragraphs)
    assert first is not None
    assert second is not None
    assert (first.name, first.head, first.rows, first.has_stubs) == (
        "Lessons",
        ("Term", "Days"),
        (((Run("Autumn"),), ()),),
        True,
    )
    assert (second.name, second.head, second.rows) == ("Table in paragraph 2", (), (((Run("x"),),),))


@pytest.mark.parametrize(
    ("levels", "depths"),
    [((1, 2, 3, 1), [2, 3, 4, 2]), ((1, 3, 3), [2, 3, 3]), ((2, 3), [2, 3]), ((1, 2, 3, 4, 5, 6), [2, 3, 4, 5, 6, 6])],
)
def test_no_heading_is_more_than_one_step_below_the_one_before(levels: tuple[int, ...], depths: list[int]) -> None:
    shown = make_sections([section(heading=f"Part {place}", level=level) for place, level in enumerate(levels)])
    assert [one.depth for one in shown] == depths


def test_the_contents_show_two_steps() -> None:
    shown = make_sections([
        section(heading="First"), section(heading="Below", level=2), section(heading="Deep", level=3),
        section(heading=None), section(heading="Second"),
    ])  # fmt: skip
    lines = make_contents(shown)
    assert [(line.link.text, line.link.href) for line in lines] == [("First", "#first"), ("Second", "#second")]
    assert [one.link.text for one in lines[0].below] == ["Below"]


def test_words_are_counted_in_lists_and_tables_too() -> None:
    table = Block(text="A caption", table=Table(rows=(("one two", "three"),)))
    assert count_words([section(Block(text="Two words", items=("and", Block(text="two more"))), table)]) == 10


def test_references_lead_to_decisions_wherever_they_stand_and_words_only_once() -> None:
    linker = Linker(
        {"98 000 001": Target("/one", "decision"), "An Act 1974": Target("/act", "law"),
         "An Act 1974, section 3": Target("/act/3", "law")},
        {"fault": "/how#fault"},
    )  # fmt: skip
    text = "There was Fault, as in 98 000 001 (An Act 1974, section 3). No fault in 98 000 001a. A default."
    runs = linker.runs(text)
    assert "".join(run.text for run in runs) == text
    assert [(run.text, run.href) for run in runs if run.href] == [
        ("Fault", "/how#fault"), ("98 000 001", "/one"), ("An Act 1974, section 3", "/act/3"),
    ]  # fmt: skip
    assert [run.text for run in linker.runs("fault, 98 000 001") if run.href] == ["98 000 001"]


def test_paragraphs_of_a_text_without_numbers_are_counted_and_say_so() -> None:
    [shown] = make_sections([section(Block(text="A."), Block(text="B."))])
    assert [(one.address, one.mark, one.label, one.is_counted) for one in shown.paragraphs] == [
        ("p1", "¶1", "Paragraph 1, counted", True),
        ("p2", "¶2", "Paragraph 2, counted", True),
    ]
