"""Whatever a page of a decision holds: it is read or refused with a sentence, in bounded time; nothing is raised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.build.effort import effort
from tests.build.page import found
from tests.build.whole import as_html, as_text
from upheld.ingest.found import Refusal, SourceEntry

SIGNS = [
    as_text(), as_html(), "\n", "\n\n", "Category :", "Decision : Upheld", "Decision date", "Summary:", "Contents",
    "The complaint\n", "1. ", "(a) ", "• ", "- ", "| a | b |", "\t", "\f", "\0", "\ufeff", "\u00ad", "**", "# ", "](x)",
    "====", "&#0;", "&nbsp;", "<li>", "<ol start=9999999>", "</ol>", "<table><tr><td>", "<dl><dd>", "<br>", "<b>",
    "<h2>", "<main>", "(21 000 001)", "21 000 002 and", "The Council will:\n", "apologise;\n",
    "on behalf of the Ombudsman",
    "Decision date : 31 Feb 2025", "\ud800", "\\",
    "* * *\n",
]  # fmt: skip
LIMIT = 20  # seconds; each takes one or two, and would take minutes if it were looked through again and again

HEAVY = {
    "nested lists": as_html(body="<h2>The complaint</h2>" + "<ul><li>x" * 10_000),
    "nested lists, closed": as_html(body="<ol><li>a" * 10_000 + "</li></ol>" * 10_000),
    "a line of 5 MB": as_text() + "word " * 1_000_000,
    "a word of 5 MB": as_text() + "w" * 5_000_000,
    "a paragraph of 5 MB": as_html(body="<h2>The complaint</h2><p>" + "word " * 1_000_000),
    "20,000 lines": as_text() + "\n".join(f"{count}. line of text." for count in range(20_000)),
    "items that end in colons": as_text() + "The Council will:\n" + "item of it:\n" * 10_000,
    "labels": "Category : Housing > x\n" * 10_000 + as_text(),
    "pages": as_text() + "a\n\f\nb\n" * 10_000,
    "headings": as_text() + "\n\n".join(["Analysis"] * 10_000),
    "tables in tables": as_html(body="<table><tr><td>a<td>" * 3_000),
    "brackets": as_text() + "(" * 1_000_000,
    "bars": as_text() + "| a | b |\n" * 20_000,
    "stars": as_text() + "**" * 500_000 + "\n# a\n# b\n",
}


@given(st.lists(st.one_of(st.sampled_from(SIGNS), st.text(max_size=20)), max_size=12).map("".join))
def test_any_arrangement_is_read_or_refused(text: str) -> None:
    everything = found(text.encode("utf-8", "surrogatepass"))
    assert everything
    assert all(one.reason for one in everything if isinstance(one, Refusal))


@pytest.mark.slow
@given(st.binary(max_size=300), st.integers(0, 2000))
def test_any_bytes_in_a_page_are_read_or_refused(data: bytes, place: int) -> None:
    for page in (as_text().encode(), as_html().encode()):
        everything = found(page[:place] + data + page[place:])
        assert everything
        assert all(one.reason for one in everything if isinstance(one, Refusal))


@pytest.mark.slow
@pytest.mark.parametrize("name", HEAVY)
def test_no_page_takes_long(name: str) -> None:
    everything: list[SourceEntry | Refusal] = []
    assert effort(lambda: everything.extend(found(HEAVY[name]))) < LIMIT
    assert all(isinstance(one, SourceEntry) or one.reason for one in everything)


@pytest.mark.slow
def test_lists_nested_too_deep_are_refused_or_kept_whole() -> None:
    for depth in (7, 8, 9, 200, 5_000):
        [one] = found(as_html(body="<h2>The complaint</h2>" + "<ul><li>word" * depth))
        if isinstance(one, SourceEntry):
            assert one.record.line().count("word") == depth
        else:
            assert depth == 5_000
            assert "too deep" in one.reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (as_text().replace("(21 000 001)", ""), "no reference"),
        (as_html().replace("Mrs B", "Mrs \0 B"), "NUL"),
        (as_text(labels="Decision : Upheld\n\nDecision date : 3 May 2024"), "category"),
        (as_text() + as_text().replace("000 001", "000 002"), "more than one decision"),
        ("Alderford Borough Council (21 000 001)\n\nCategory : Housing\n\nDecision : Upheld\n", "no text"),
    ],
)
def test_what_cannot_be_taken_in_says_why(text: str, reason: str) -> None:
    [one] = found(text)
    assert isinstance(one, Refusal)
    assert reason in one.reason


def test_what_is_not_stated_is_left_empty_and_told() -> None:
    [one] = found(as_text(labels="Category : Housing > Homelessness"))
    assert isinstance(one, SourceEntry)
    assert (one.record.outcome, one.record.decided_on) == (None, None)
    assert {"Outcome not stated", "Decision date not stated"} <= set(one.doubts)


def test_a_category_is_read_from_the_address_of_the_page_and_told() -> None:
    link = '<link rel="canonical" href="https://o.example/decisions/children-s-care-services/kinship-care/21-000-001">'
    [one] = found(as_html(labels="<p>Decision : Upheld</p><p>Decision date : 3 May 2024</p>", head=link))
    assert isinstance(one, SourceEntry)
    assert (one.record.category, one.record.subcategory) == ("Children's care services", "Kinship care")
    assert "Category not stated, read from the address as Children's care services > Kinship care" in one.doubts
    assert one.record.source_url == "https://o.example/decisions/children-s-care-services/kinship-care/21-000-001"


def test_the_name_of_the_file_is_the_last_place_to_look_for_a_reference() -> None:
    [one] = found(as_text().replace("(21 000 001)", ""), file="saved/21-000-009.txt")
    assert isinstance(one, SourceEntry)
    assert one.record.reference == "21 000 009"
