"""How templates write dates, numbers and counted things."""

import datetime as dt

from upheld.ui import filters


def test_a_date_is_one_element_of_plain_words() -> None:
    assert filters.date(dt.date(2022, 4, 5)) == '<time datetime="2022-04-05">5 April 2022</time>'


def test_a_date_within_a_sentence_stays_on_one_line() -> None:
    assert filters.whole_dates("<b> from 5 April 2016 to 31 May 2026, page 2") == (
        '&lt;b&gt; from <span class="whole">5 April 2016</span> to <span class="whole">31 May 2026</span>, page 2'
    )


def test_numbers_have_thousands() -> None:
    assert filters.number(1234567) == "1,234,567"


def test_one_is_singular() -> None:
    assert filters.plural(1, "decision") == "1 decision"
    assert filters.plural(0, "decision") == "0 decisions"
    assert filters.plural(1204, "body", "bodies") == "1,204 bodies"


def test_found_words_are_marked_and_everything_is_escaped() -> None:
    text = (("<b>the ", False), ("council", True), (" & co", False))
    assert filters.pieces(text) == "&lt;b&gt;the <mark>council</mark> &amp; co"


def test_empty_lines_part_paragraphs() -> None:
    assert filters.paragraphs("One\nline.\n\n\n<Two>.") == "<p>One line.</p>\n<p>&lt;Two&gt;.</p>"
