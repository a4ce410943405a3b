"""Lists of references in the forms in which people paste them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.reference_lists import is_list, read_list, read_one
from upheld.analysis.references import ReferencePattern

PATTERN = ReferencePattern()


@pytest.mark.parametrize(
    "text",
    [
        "21 017 299 19 018 519c",
        "21-017-299, 19-018-519c",
        "21-017-299,19-018-519c",
        "21 017 299,19 018 519c",
        "21,017,299,19,018,519c",
        "21017299;19018519C",
        "21 017 299\r\n\r\n19 018 519 c\n",
        "ref. 21/017/299 and no. 19.018.519c",
        "• Our ref: 21 017 299\n• Your reference 19 018 519c.",
        "(21 017 299) & [19 018 519c]",
        "21,017,299\t19018519c",
        "21-017-299v2, 19 018 519c (version 11)",
        "21 017 299 v1 19018519c.v3",
        "1. 21 017 299 | 21 017 299, 19 018 519c",
        "1) 21 017 299\n2) 19 018 519c",
        "(9) 21-017-299\n(10) 19-018-519c",
        "1\t21017299\n2\t19018519c",
        "２１ ０１７ ２９９，１９ ０１８ ５１９ｃ",
        "٢١ ٠١٧ ٢٩٩، ١٩ ٠١٨ ٥١٩c",
        "２１\u3000０１７\u3000２９９\n１９\u3000０１８\u3000５１９ｃ",
        "\u200f21 017 299\u200f, 19\u200b018\u200b519c",
        "Decisions 21\u2011017\u2011299, 19\u00a0018\u00a0519c",
    ],
)
def test_every_form_gives_the_same_two(text: str) -> None:
    read = read_list(text, PATTERN)
    assert [one.printed for one in read.references] == ["21 017 299", "19 018 519c"]
    assert read.unread == ()
    assert is_list(text, PATTERN)


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("21 017 299, 21 017 30", ("21 017 30",)),
        ("21 017 299\nBeck Council\n21 017 300", ("Beck Council",)),
        ("21 017 299\tBeck Council\t21 017 300\tUpheld", ("Beck Council", "Upheld")),
        ("21 017 2999", ("21 017 2999",)),
        ("noise", ("noise",)),
        ("21 017 299vx", ("21 017 299vx",)),
        ("", ()),
    ],
)
def test_what_is_no_reference_is_given_back(text: str, unread: tuple[str, ...]) -> None:
    assert read_list(text, PATTERN).unread == unread
    assert not is_list(text, PATTERN)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("21 017 299", "21 017 299"),
        ("21-017-299v2", "21 017 299"),
        ("Our ref: 21 017 299c (version 2)", "21 017 299c"),
        ("21 017 299, 21 017 299", None),
        ("21 017 299 19 018 519", None),
        ("damp 21 017 299", None),
        ("", None),
    ],
)
def test_one_reference_is_read_with_its_version(text: str, printed: str | None) -> None:
    found = read_one(text, PATTERN)
    assert (found.printed if found else None) == printed


def test_a_prefix_and_repeats() -> None:
    read = read_list("P-004641, p004641 P 004642", ReferencePattern("P-", (6,), "", suffix=False))
    assert ([one.printed for one in read.references], read.repeated) == (["P-004641", "P-004642"], 1)


@given(st.text(alphabet="0123456789 -,.;\ncab£", max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(PATTERN.parse_printed(one.printed) for one in read_list(text, PATTERN).references)
