"""Text at the border."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.lib.slugs import slugify
from upheld.lib.text import UncleanTextError, clean, fold, narrow


@given(st.text())
def test_clean_text_is_nfc_without_control_characters(text: str) -> None:
    try:
        cleaned = clean(text)
    except UncleanTextError:
        assert any(unicodedata.category(character) in {"Cc", "Cs", "Cn"} for character in text)
        return
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not {c for c in cleaned if unicodedata.category(c) == "Cc"} - {"\t", "\n", "\r"}
    assert clean(cleaned) == cleaned


def test_a_control_character_is_named_with_its_place() -> None:
    with pytest.raises(UncleanTextError, match=r"U\+0000 at character 3"):
        clean("ab\x00c")


def test_folding_makes_spellings_equal() -> None:
    assert fold("Children’s CAFÉ") == fold("children's cafe\u0301")


@pytest.mark.parametrize(
    ("text", "narrowed"),
    [
        ("（ｄａｍｐ）　２１", "(damp) 21"),
        ("٢١ ۲۱ २१ 𝟐𝟏", "21 21 21 21"),
        ("21² ½ é ﬁ", "21² ½ é ﬁ"),
        ("\ud800 plain", "\ud800 plain"),
    ],
)
def test_wide_signs_and_digits_of_other_scripts_become_plain_where_they_stand(text: str, narrowed: str) -> None:
    assert narrow(text) == narrowed
    assert len(narrow(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Children's care services", "children-s-care-services"),
        ("Children’s care services", "children-s-care-services"),
        ("Benefits & tax", "benefits-tax"),
        ("  Ynys Môn / Anglesey ", "ynys-mon-anglesey"),
        ("!?", ""),
    ],
)
def test_slugs(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text(max_size=50))
def test_a_slug_is_its_own_slug(text: str) -> None:
    assert slugify(slugify(text)) == slugify(text)
