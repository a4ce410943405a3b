"""A document written anew in places keeps its numbers, its lists and all that was not named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.amendment import Amendment, AmendmentError, amend, read_table, table_text, texts_of
from upheld.analysis.document import Block, Section, Table
from upheld.analysis.paragraphs import list_paragraphs
from upheld.analysis.renumbering import next_mark

SECTIONS = (
    Section(heading="The complaint", blocks=(
        Block(number=1, text="Mr X complained."),
        Block(number=2, text="See paragraph 4.", items=(
            Block(printed="(a)", text="one"), Block(printed="(b)", text="two"),
        )),
    )),
    Section(heading="What I found", blocks=(
        Block(number=3, text="The Council was late.", items=("by weeks", "and days")),
        Block(number=4, text="It said sorry."),
        Block(text="", table=Table(rows=(("Month", "Sum"), ("May", "£1")), header=True)),
    )),
)  # fmt: skip


def made(**wanted: object) -> list[tuple[str, int | None, str]]:
    result = amend("A summary.", SECTIONS, Amendment(**wanted))  # type: ignore[arg-type]  # each test names its own
    return [(one.address, one.number, one.block.text) for one in list_paragraphs(result.sections)]


def test_names_every_text_by_the_place_that_the_gate_uses() -> None:
    texts = texts_of("A summary.", SECTIONS)
    assert list(texts) == [
        "summary", "section 1 heading", "p1", "p2", "p2 item 1", "p2 item 2", "section 2 heading", "p3", "p3 item 1",
        "p3 item 2", "p4", "p4-1", "table p4-1",
    ]  # fmt: skip
    assert texts["table p4-1"] == "Month | Sum\nMay | £1"


def test_changes_nothing_where_nothing_is_named() -> None:
    result = amend("A summary.", SECTIONS, Amendment())
    assert (result.summary, result.sections, result.moved) == ("A summary.", SECTIONS, None)


def test_writes_a_paragraph_anew_under_its_number() -> None:
    assert made(texts={"p3": "The Council was very late."})[2] == ("p3", 3, "The Council was very late.")
    again = amend("", SECTIONS, Amendment(texts={"p3": "Late."})).sections[1].blocks[0]
    assert again.items == ("by weeks", "and days")


def test_an_empty_line_begins_a_new_paragraph_and_what_follows_moves_on() -> None:
    result = amend("", SECTIONS, Amendment(texts={"p3": "It was late.\n\nIt was very late."}))
    numbers = [(one.number, one.block.text) for one in list_paragraphs(result.sections)]
    assert numbers[2:5] == [(3, "It was late."), (4, "It was very late."), (5, "It said sorry.")]
    assert result.moved == (4, 5)
    assert result.mentions == ("p2",)


def test_numbers_can_be_left_as_they_are() -> None:
    found = made(after={"p3": "Something new."}, numbers_through=False)
    assert found[2:5] == [
        ("p3", 3, "The Council was late."), ("p3-1", None, "Something new."), ("p4", 4, "It said sorry."),
    ]  # fmt: skip


def test_what_is_emptied_goes_and_what_follows_closes_up() -> None:
    assert made(texts={"p1": " "})[:2] == [("p1", 1, "See paragraph 4."), ("p2", 2, "The Council was late.")]
    assert "p2" in [address for address, _, _ in made(texts={"p2": ""})]  # its list stays, so it does


def test_joins_a_paragraph_with_the_one_before_it() -> None:
    assert made(texts={"p3 item 1": "", "p3 item 2": ""}, join="p4")[2][2] == "The Council was late. It said sorry."
    with pytest.raises(AmendmentError, match="has a list"):
        made(join="p4")
    with pytest.raises(AmendmentError, match="no paragraph directly before"):
        made(join="p3")


def test_items_are_marked_again_when_one_comes_or_goes() -> None:
    result = amend("", SECTIONS, Amendment(items={"p2": "three\n\nfour"}, texts={"p2 item 1": ""}))
    items = result.sections[0].blocks[1].items
    assert [(one.printed, one.text) for one in items if isinstance(one, Block)] == [
        ("(a)", "two"), ("(b)", "three"), ("(c)", "four"),
    ]  # fmt: skip


def test_plain_items_can_be_split_and_added() -> None:
    result = amend("", SECTIONS, Amendment(texts={"p3 item 1": "by weeks\n\nby months"}, items={"p3": "and hours"}))
    assert result.sections[1].blocks[0].items == ("by weeks", "by months", "and days", "and hours")


def test_an_item_can_get_a_list_of_its_own() -> None:
    item = amend("", SECTIONS, Amendment(items={"p3 item 2": "Monday\n\nTuesday"})).sections[1].blocks[0].items[1]
    assert isinstance(item, Block)
    assert (item.text, item.items) == ("and days", ("Monday", "Tuesday"))


def test_a_heading_can_change_come_and_go() -> None:
    result = amend("", SECTIONS, Amendment(texts={"section 2 heading": ""}, headings={"p4": "Agreed  action"}))
    assert [(one.heading, len(one.blocks)) for one in result.sections] == [("The complaint", 3), ("Agreed action", 2)]


def test_tables_are_written_row_by_row() -> None:
    result = amend("", SECTIONS, Amendment(tables={"p4-1": "Month | Sum\nMay | £1\nJune | £2 \\| £3"}))
    table = result.sections[1].blocks[2].table
    assert table is not None
    assert (table.header, table.rows[2]) == (True, ("June", "£2 | £3"))


def test_printed_numbers_that_start_again_move_only_in_their_section() -> None:
    sections = (
        Section(heading="One", blocks=(Block(number=1, text="a"), Block(number=2, text="b"))),
        Section(heading="Two", blocks=(Block(number=3, printed="1", text="c"), Block(number=4, printed="2", text="d"))),
    )
    moved = amend("", sections, Amendment(after={"p1": "new"})).sections
    assert [(one.number, one.printed) for one in moved[1].blocks] == [(4, "1"), (5, "2")]
    inside = amend("", sections, Amendment(after={"p3": "new"})).sections
    assert [(one.number, one.printed) for one in inside[1].blocks] == [(3, "1"), (4, "2"), (5, "3")]


def test_a_document_without_numbers_gets_none() -> None:
    sections = (Section(blocks=(Block(text="a"), Block(text="b"))),)
    result = amend("", sections, Amendment(after={"": "first", "p1": "new"}))
    assert [block.number for section in result.sections for block in section.blocks] == [None] * 4
    assert [block.text for section in result.sections for block in section.blocks] == ["first", "a", "new", "b"]


@pytest.mark.parametrize(
    ("mark", "following"), [("(a)", "(b)"), ("iii.", "iv."), ("9)", "10)"), ("(z)", "(za)"), ("A.", "B."), ("•", "•")]
)
def test_knows_which_mark_follows(mark: str, following: str) -> None:
    assert next_mark(mark) == following


CELL = st.text(alphabet="ab |\\&-\n", max_size=6)


@given(st.lists(st.lists(CELL, min_size=2, max_size=3).map(tuple), min_size=1, max_size=4).map(tuple), st.booleans())
def test_a_table_is_read_as_it_was_written(rows: tuple[tuple[str, ...], ...], header: bool) -> None:
    table = Table(rows=rows, header=header)
    assert read_table(table_text(table), header=header) == table
