"""Law that is cited where its name stands in another sentence or paragraph."""

import pytest

from upheld.analysis.document import Block, Section
from upheld.analysis.law import read_law


def cited(*paragraphs: str) -> set[str]:
    """What the paragraphs cite, in words."""
    blocks = tuple(Block(number=number, text=text) for number, text in enumerate(paragraphs, 1))
    return {one.text for one in read_law("", (Section(heading="The law", blocks=blocks),)) if one.provision}


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["Section 14 of the Care Act 2014 lets councils charge."], {"Care Act 2014, section 14"}),
        (
            ["The Mental Capacity Act 2005 applies.", "Section 4 of that Act is about best interests."],
            {"Mental Capacity Act 2005, section 4"},
        ),
        (
            ["The Care Act 2014 is the law.", "It must carry out a financial assessment (s.17) in writing."],
            {"Care Act 2014, section 17"},
        ),
        (["(Local Government Act 1974, section 34(B))"], {"Local Government Act 1974, section 34B"}),
        (
            ["(Section 20(10) Special Educational Needs and Disability Regulations 2014)"],
            {"Special Educational Needs and Disability Regulations 2014, regulation 20(10)"},
        ),
        (
            ["(Local Government Act 1974, section 33ZA, and Health Service Commissioners Act 1993, section 18ZA)"],
            {"Local Government Act 1974, section 33ZA", "Health Service Commissioners Act 1993, section 18ZA"},
        ),
        (
            ["See the School Admission Appeals Code.", "Paragraph 3.2 of the Appeals Code sets out the first stage."],
            {"School Admission Appeals Code, paragraph 3.2"},
        ),
        (
            ["(National Planning Policy Framework December 2024, paragraph 60)"],
            {"National Planning Policy Framework, paragraph 60"},
        ),
        (
            ["The Care and Support Statutory Guidance applies.", "Paragraph 8.27 of the guidance says more."],
            {"Care and Support Statutory Guidance, paragraph 8.27"},
        ),
    ],
)
def test_is_read_with_its_law(paragraphs: list[str], expected: set[str]) -> None:
    assert cited(*paragraphs) == expected
