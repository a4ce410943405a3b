"""Addresses: made in one order, and checked before anybody is sent to one."""

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upheld.public.addresses import page_number, safe_return, with_query, with_saved, without_saved


@pytest.mark.parametrize("address", ["/", "/decisions/housing", "/search?q=a+b&page=2", "/a%20b?x=%0A"])
def test_a_place_on_this_site_is_kept(address: str) -> None:
    assert safe_return(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "", "decisions", "//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/\n",
        "/a b", "/\u00e9", "/" + "x" * 3_000, "/privacy-settings", "/privacy-settings/?return=/", "///evil.example",
    ],
)  # fmt: skip
def test_anything_else_is_not(address: str) -> None:
    assert safe_return(address) == ""


@settings(max_examples=40)
@given(st.text(max_size=60) | st.text(alphabet="/\\.:@#?e\t%", max_size=20))
def test_nobody_ever_leaves_this_site(address: str) -> None:
    back = safe_return(address)
    assert urlsplit(urljoin("https://here.example/x", back)).netloc == "here.example"


def test_the_word_that_settings_were_saved_comes_and_goes() -> None:
    for address in ("/", "/search?q=a&page=2", "/search?q=saved%3D1"):
        assert without_saved(with_saved(address)) == address
        assert with_saved(with_saved(address)) == with_saved(address)


def test_parameters_without_a_value_are_left_out() -> None:
    assert with_query("/x", {"a": "", "b": None, "c": "d e", "page": 2}) == "/x?c=d+e&page=2"
    assert with_query("/x", {}) == "/x"


@pytest.mark.parametrize(
    ("text", "number"),
    [("", 1), ("1", 1), ("070", 70), ("0", None), ("-1", None), ("²", None), ("1e3", None), ("9" * 7, None)],
)
def test_pages_are_numbers_from_one(text: str, number: int | None) -> None:
    assert page_number(text) == number
