"""References to other decisions in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.citations import read_citations
from upheld.analysis.document import Block, Section, Table
from upheld.analysis.references import ReferencePattern

LGSCO = ReferencePattern()
HOUSING = ReferencePattern(groups=(9,), suffix=False)
FINANCIAL = ReferencePattern(prefix="DRN-", groups=(7,), separator="", suffix=False)


def named(text: str, pattern: ReferencePattern = LGSCO) -> list[str]:
    found = read_citations("", (Section(blocks=(Block(number=1, text=text),)),), pattern)
    assert all(one.passage.text[one.start : one.end] in text for one in found)
    return [one.reference.printed for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We said so in case reference 21 017 299.", ["21 017 299"]),
        ("(21-017-299)", ["21 017 299"]),
        ("Case no. 19‑018‑519c was joined.", ["19 018 519c"]),
        ("our decisions 21 017 299, 20 001 002a and 19 018 519", ["21 017 299", "20 001 002a", "19 018 519"]),
        ("complaint reference 21017299 and 21017300", ["21 017 299", "21 017 300"]),
        ("See 21 017 299 a decision of ours", ["21 017 299"]),
        ("call us on 0300 061 0614 or 020 79 460 000", []),
        ("tel 21 017 299", []),
        ("+44 20 123 456", []),
        ("it cost £12 345 678", []),
        ("21017299 people came", []),
        ("on 12/345/678 in the atlas", []),
        ("account number is 21 017 2999", []),
    ],
)
def test_references_are_found_and_telephone_numbers_are_not(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_other_schemes_have_other_references() -> None:
    assert named("cases 202012345, 202012346 and 202012347; the sum 202012348", HOUSING) == [
        "202012345", "202012346", "202012347",
    ]  # fmt: skip
    assert named("see DRN-1234567 and DRN1234568", FINANCIAL) == ["DRN-1234567", "DRN-1234568"]


def test_a_decision_does_not_cite_itself() -> None:
    sections = (Section(blocks=(Block(number=1, text="Cases 21 000 001 and 21 000 002a."),)),)
    found = read_citations("", sections, LGSCO, own=("21000001",))
    assert [one.reference.printed for one in found] == ["21 000 002a"]
    assert read_citations("", sections, LGSCO, own=("21000001", "21000002a")) == ()


def test_each_says_where_it_stands_so_that_it_can_be_made_a_link() -> None:
    inner = Block(text="see", items=("ours, 21 000 003",))
    table = Table(rows=(("Case", "21 000 004"),))
    block = Block(number=7, text="As in 21 000 002:", items=("and", inner), table=table)
    found = read_citations("Like 21 000 001.", (Section(blocks=(block,)),), LGSCO)
    assert [(one.at, one.passage.path, one.passage.cell, one.passage.text[one.start : one.end]) for one in found] == [
        ("summary", (), None, "21 000 001"),
        ("p7", (), None, "21 000 002"),
        ("p7", (1, 0), None, "21 000 003"),
        ("p7", (), (0, 1), "21 000 004"),
    ]


@given(st.text(alphabet="0123456789 -/aA.,£+(caserf)", max_size=200))
def test_what_is_found_in_any_text_is_a_reference_there(text: str) -> None:
    for one in read_citations(text, (), LGSCO):
        assert LGSCO.parse_printed(text[one.start : one.end]) == one.reference
