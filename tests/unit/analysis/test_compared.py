"""What of a document is compared: every word of it once, with the address of its paragraph."""

from upheld.analysis.compared import list_passages
from upheld.analysis.document import Block, Section, Table
from upheld.analysis.paragraphs import list_paragraphs

ITEM = Block(printed="(a)", text="as here:", items=("twice.",))
SECTIONS = (
    Section(heading="What we found", blocks=(
        Block(number=1, text="They said:", items=("that it was late;", ITEM)),
        Block(number=2, text="What it paid", table=Table(rows=(("Month", "Sum"), ("May", "£40")), header=True)),
    )),
    Section(heading=None, blocks=(Block(number=1, text="It starts again."), Block(text="No number."))),
    Section(heading="Empty"),
)  # fmt: skip


def test_every_piece_stands_once_in_order_with_its_address() -> None:
    found = [(one.group, one.address, one.mark, one.text) for one in list_passages("In short.\n\nAnd so.", SECTIONS)]
    assert found == [
        ("summary", "summary", "", "In short."),
        ("summary", "summary", "", "And so."),
        ("heading", "what-we-found", "", "What we found"),
        ("text", "p1", "1", "They said:"),
        ("text", "p1", "", "that it was late;"),
        ("text", "p1", "(a)", "as here:"),
        ("text", "p1", "", "twice."),
        ("text", "p2", "2", "What it paid"),
        ("row", "p2", "", "Month | Sum"),
        ("row", "p2", "", "May | £40"),
        ("text", "p3", "3", "It starts again."),
        ("text", "p3-1", "", "No number."),
        ("heading", "empty", "", "Empty"),
    ]


def test_the_addresses_are_those_of_the_page() -> None:
    known = {paragraph.address for paragraph in list_paragraphs(SECTIONS)}
    assert {one.address for one in list_passages("", SECTIONS) if one.group in {"text", "row"}} == known
