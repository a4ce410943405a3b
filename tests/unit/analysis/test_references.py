"""References however they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.references import Reference, ReferencePattern

PATTERN = ReferencePattern()


@pytest.mark.parametrize(
    "text",
    [
        "21 017 299", "21017299", "21-017-299", "ref. 21 017 299", "No 21 017 299", "Ref no. 21 017 299",
        "(21 017 299)",
        "reference: 21/017/299", "complaint reference 21017299",
        "21\u00a0017\u00a0299", "21–017–299", "  #21 017 299. ",
        "２１ ０１７ ２９９", "２１－０１７－２９９", "２１017299",
        "Ｒｅｆ： ２１／０１７／２９９", "２１\u3000０１７\u3000２９９",
        "٢١ ٠١٧ ٢٩٩", "۲۱۰۱۷۲۹۹",
        "२१ ०१७ २९९", "𝟐𝟏 𝟎𝟏𝟕 𝟐𝟗𝟗", "\u200f21\u200e 017 299\u202c", "21\u200b017\u200b299",
    ],
)  # fmt: skip
def test_every_way_of_typing_is_the_same_reference(text: str) -> None:
    assert PATTERN.parse(text) == Reference(printed="21 017 299", key="21017299")


def test_the_letter_of_a_joint_case_is_kept_apart() -> None:
    reference = PATTERN.parse("19 018 519C")
    assert reference is not None
    assert (reference.key, reference.suffix, reference.slug) == ("19018519", "c", "19-018-519c")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "21 017 29",
        "21 017 2999",
        "council 21 017 299 delay",
        "21 017 ２９",
        "21 017 29²",
        "21 017 299cc",
        "9" * 500,
    ],
)
def test_what_is_no_reference_is_none(text: str) -> None:
    assert PATTERN.parse(text) is None


def test_the_end_of_any_address() -> None:
    assert PATTERN.at_end("/old/decisions/x/21-017-299/") == Reference("21 017 299", "21017299")
    assert PATTERN.at_end("/decisions/housing") is None


@given(st.text(max_size=80))
def test_what_is_recognised_reads_back(text: str) -> None:
    found = PATTERN.parse(text)
    if found:
        assert PATTERN.parse(found.printed) == PATTERN.parse(found.slug) == found


def test_a_scheme_with_a_prefix() -> None:
    pattern = ReferencePattern(prefix="P-", groups=(6,), suffix=False)
    assert pattern.parse("p 004641") == Reference("P-004641", "P004641")
