"""Category pages as text: both layouts, irregular pages, and what must be refused."""

import datetime as dt
import textwrap

import pytest

from tests.build.page import COOKIES, MARKER, SUMMARY, dashed, entry, found, page, records, refusals
from upheld.ingest.found import SourceEntry

SECOND = entry(
    "London Borough of Bramley (21 000 002)", "Report Not upheld Child protection 31-Mar-2022", "We found none."
)
TWO = page(entry(), SECOND)


def seen(text: str | bytes, category: str | None = None) -> list[tuple[object, ...]]:
    """What a reader of the register would see of each entry."""
    return [
        (one.reference, one.document_type, one.outcome, tuple(name.name for name in one.organisations), one.category,
         one.subcategory, one.decided_on, one.summary)
        for one in records(text, category)
    ]  # fmt: skip


EXPECTED = [
    ("21 000 001", "Statement", "Upheld", ("Alderford Borough Council",), "Children's care services",
     "Child protection", dt.date(2022, 4, 5), SUMMARY),
    ("21 000 002", "Report", "Not upheld", ("London Borough of Bramley",), "Children's care services",
     "Child protection", dt.date(2022, 3, 31), "We found none."),
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TWO, id="bullets"),
        pytest.param(dashed(TWO), id="lone dashes"),
        pytest.param(TWO.replace("  • ", "  - "), id="dashes"),
        pytest.param(TWO.replace("  • ", ""), id="no bullets"),
        pytest.param(TWO.replace("\n\n", "\n"), id="no blank lines"),
        pytest.param(dashed(TWO).replace("\n\n", "\n"), id="lone dashes without blank lines"),
        pytest.param(COOKIES + "\n" + TWO, id="cookie text before"),
        pytest.param(TWO + COOKIES, id="cookie text after"),
        pytest.param(TWO.rstrip() + COOKIES, id="cookie text straight after the last word"),
        pytest.param(COOKIES.rstrip() + TWO + COOKIES, id="cookie text on both sides, glued"),
        pytest.param(TWO.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(TWO.replace("\n", "\r"), id="CR"),
        pytest.param("\ufeff" + TWO, id="byte order mark"),
        pytest.param(TWO.encode("cp1252"), id="Windows-1252"),
        pytest.param(TWO.replace(MARKER, ""), id="without the line under the heading"),
        pytest.param(TWO.replace("Borough Council (21", "Borough\n    Council (21"), id="wrapped name"),
        pytest.param(TWO.replace("Child protection 05", "Child\n    protection 05"), id="wrapped second line"),
        pytest.param(TWO.replace(" (21", "\u00a0(21"), id="no-break spaces"),
        pytest.param(TWO.replace("05-Apr-2022", "5 April 2022"), id="a date in words"),
        pytest.param(TWO.replace("Upheld Child", "upheld, Child").replace("Not upheld,", "Not upheld"), id="commas"),
        pytest.param(
            " ".join(TWO.split("\n\n\n")[1].split()).replace(MARKER, f"Child protection\n{MARKER}\n"), id="one line"
        ),
    ],
)
def test_every_layout_gives_the_same(text: str | bytes) -> None:
    assert seen(text) == EXPECTED


@pytest.mark.parametrize("width", [24, 40, 72])
def test_wrapped_lines_are_joined(width: int) -> None:
    lines = [part for line in TWO.split("\n") for part in textwrap.wrap(line, width, subsequent_indent="    ") or [""]]
    assert seen("\n".join(lines)) == EXPECTED


def test_a_copy_in_markdown_gives_the_same_and_the_addresses() -> None:
    link = "https://ombudsman.example/decisions/children-s-care-services/child-protection/21-000-001"
    head = "Alderford Borough Council (21 000 001)"
    text = (
        TWO.replace(f"  • {head}", f"*   [{head}]({link})").replace("  • ", "*   ").replace("Summary:", "**Summary:**")
    )
    assert seen("# " + text) == EXPECTED
    assert records("# " + text)[0].source_url == link


def test_pages_may_stand_one_after_the_other() -> None:
    housing = page(entry("C (21 000 003)", "Statement Upheld Other 01-Mar-2022"), heading="Housing")
    for between in ("", "\n", "\ufeff"):
        places = [(one.category, one.subcategory) for one in records(TWO.rstrip() + between + housing + COOKIES)]
        assert places[1:] == [("Children's care services", "Child protection"), ("Housing", "Other")]
    assert records(TWO.rstrip() + housing)[1].summary == "We found none."


def test_a_top_level_page_takes_the_subcategory_from_the_entry() -> None:
    text = page(entry(meta="Statement Upheld Adoption 05-Apr-2022"), heading="Children’s care services")
    assert [(one.category, one.subcategory) for one in records(text)] == [("Children's care services", "Adoption")]


def test_reports_and_statements_may_have_a_list_each() -> None:
    reports = entry("A (21 000 004)", "Report Upheld Other 01-Mar-2022", "A long case.")
    text = page(reports, f"{MARKER}\n\n", entry(meta="Statement Upheld Allocations 02-Mar-2022"), heading="Housing")
    assert [(one.summary, one.subcategory) for one in records(text)] == [
        ("A long case.", "Other"),
        (SUMMARY, "Allocations"),
    ]


@pytest.mark.parametrize(
    ("heading", "category", "expected"),
    [
        ("Other: Children's care services", None, "Children's care services"),
        ("Home > Housing > Other\n\nOther", None, "Housing"),
        ("Other", "planning", "Planning"),
        ("Other", "Trees", "Trees"),
    ],
)
def test_other_recurs_and_something_says_which(heading: str, category: str | None, expected: str) -> None:
    text = page(entry(meta="Statement Upheld Other 05-Apr-2022"), heading=heading)
    assert [(one.category, one.subcategory) for one in records(text, category)] == [(expected, "Other")]


def test_a_subcategory_page_of_an_unknown_parent_needs_the_category() -> None:
    text = page(entry(meta="Statement Upheld Kinship 05-Apr-2022"), heading="Kinship")
    [refusal] = refusals(found(text))
    assert "--category" in refusal.reason
    [record] = records(text, "Children's care services")
    assert (record.category, record.subcategory) == ("Children's care services", "Kinship")


@pytest.mark.parametrize("head", ["(21 000 001)", "21 000 001", "Organisation not stated (21 000 001)"])
def test_a_missing_organisation_is_not_guessed(head: str) -> None:
    assert records(page(entry(head)))[0].organisations == ()


def test_brackets_in_a_name_and_a_letter_after_the_reference() -> None:
    [record] = records(page(entry("Care (Leafield) Ltd (21-000-001c)")))
    assert (record.organisations[0].name, record.reference) == ("Care (Leafield) Ltd", "21 000 001c")


def test_several_references_are_one_decision() -> None:
    [record] = records(page(entry("Alderford Council (21 000 001 & 21 000 002)")))
    assert (record.reference, record.also_known_as) == ("21 000 001", ("21 000 002",))


def test_an_entry_without_outcome_has_none() -> None:
    assert records(page(entry(meta="Statement Child protection 05-Apr-2022")))[0].outcome is None


def test_lists_and_paragraphs_belong_to_the_summary() -> None:
    first = entry(summary="We said:\n    • pay £200 (see 21 000 009)\n    • say sorry\n\n    It agreed.")
    last = entry("B (21 000 002)", summary="The last.\n\n    Its second paragraph.")
    text = page(first, last) + "Contact us\n\n" + COOKIES
    assert [one.summary for one in records(text)] == [
        "We said:\n• pay £200 (see 21 000 009)\n• say sorry\n\nIt agreed.",
        "The last.\n\nIts second paragraph.",
    ]


@pytest.mark.parametrize(
    ("bad", "code", "says"),
    [
        (entry(meta="Statement Upheld Child protection 31-Feb-2022"), "date", "31-Feb-2022"),
        (entry(meta="Statement Upheld Not upheld Child protection 05-Apr-2022"), "two-outcomes", "two outcomes"),
        (entry(meta="Statement Upheld / Not upheld Child protection 05-Apr-2022"), "two-outcomes", "two outcomes"),
        (entry(meta="Statement Partly upheld Child protection 05-Apr-2022"), "outcome", "Partly upheld"),
        (entry(meta="Opinion Upheld Child protection 05-Apr-2022"), "document-type", "Opinion"),
        (entry(meta="Statement Upheld Child protection"), "no-date", "date"),
        (entry(meta="Statement Upheld Child protection 05-Apr-2022 06-Apr-2022"), "two-dates", "two dates"),
        (entry("Alderford Borough Council (21 000 01)"), "no-reference", "no reference"),
        (entry("Alderford Borough Council"), "no-reference", "no reference"),
        (entry("Alderford (21 000 001, 21 000)"), "reference", "not a list of references"),
        ("  • Alderford Council (21 000 001)\n\n", "no-summary", "Summary"),
        (
            "  • Alderford Council (21 000 001)\n\n    Statement Upheld Child protection 05-Apr-2022\n\n",
            "no-summary",
            "Summary",
        ),
        (
            "  • Statement Upheld Child protection 05-Apr-2022\n\n    Summary: whose?\n\n",
            "no-reference",
            "no reference",
        ),
        pytest.param(entry(summary="x" * 2_000_001), "shape", "summary", marks=pytest.mark.slow),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place_and_the_rest_goes_in(bad: str, code: str, says: str) -> None:
    good = entry("Bramley Council (21 000 009)")
    for text in (page(bad, good), dashed(page(bad, good))):
        [refusal] = refusals(found(text))
        assert refusal.code == code
        assert says in refusal.reason
        assert str(refusal).startswith("page.txt, line 6") or str(refusal).startswith("page.txt, line 8")
        assert [one.record.reference for one in found(text) if isinstance(one, SourceEntry)] == ["21 000 009"]


def test_an_entry_between_others_that_reads_like_none_is_not_lost() -> None:
    text = page(entry(), "  • Something else\n\n    entirely\n\n", SECOND)
    assert [refusal.place.line for refusal in refusals(found(text))] == [12]
    assert records(page(entry()))[0].summary == SUMMARY


def test_a_page_cut_short_loses_only_its_last_entry() -> None:
    whole = TWO[: TWO.index("Summary: We found")]
    everything = found(whole)
    assert len(everything) == 2
    assert [refusal.reference for refusal in refusals(everything)] == ["21 000 002"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (bytes(range(256)) * 20, "is not text"),
        (b"%PDF-1.7 rest", "a PDF"),
        ("Alderford (21 000 001)".encode("utf-16"), "UTF-16"),
        (b"Dear Sir, nothing here.\n", "holds no decisions"),
    ],
)
def test_what_is_no_page_is_refused_as_a_whole(data: bytes, says: str) -> None:
    [refusal] = refusals(found(data))
    assert says in refusal.reason


def test_a_line_without_end_is_passed_over() -> None:
    text = page(entry()) + "x" * (9 * 1024 * 1024) + "\n" + SECOND
    everything = found(text)
    assert [refusal.code for refusal in refusals(everything)] == ["line-too-long"]
    assert len(everything) == 3


def test_a_text_damaged_in_one_place_is_not_read_as_another_encoding() -> None:
    text = TWO.encode().replace("’".encode(), "’".encode() + b"\xe2\x80 ")
    [refusal] = refusals(found(text))
    assert (refusal.code, refusal.reference) == ("encoding", "21 000 001")
    assert len(found(text)) == 2
