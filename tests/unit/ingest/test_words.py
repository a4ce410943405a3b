"""Nothing is lost: every word of a source is in the text, the labels, or among what was dropped; in order."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree, html

from tests.build.page import records
from tests.build.whole import as_html, as_text, check_words, document_lines, read, scheme_words, words_in
from tests.unit.ingest.test_document import LAYOUTS
from upheld.analysis.lines import read_lines
from upheld.analysis.paragraphs import list_paragraphs
from upheld.analysis.pieces import Piece
from upheld.analysis.structure import read_document
from upheld.ingest.sources.html_pieces import html_pieces

REPORTS = Path(__file__).parents[4] / "shared" / "data" / "lgo-public-reports.json"
LINES = st.sampled_from(
    [
        *as_text().split("\n"),
        "1. one",
        "(a) two;",
        "• three",
        "-",
        "7",
        "Contents",
        "Summary",
        "Summary: four",
        "Category : Housing > Other",
        "Decision :",
        "Upheld",
        "Decision date",
        "Page 2 of 5",
        "the Council will:",
        "apologise; and",
        "| a | b |",
        "Ombudsman satisfied with the Council's response: 3 May 2023.",
        "a\tb",
        "\x0c",
        "Chapter 2: five",
        "i.",
        "iv) six",
    ]
)


def text_pieces(text: str) -> list[Piece]:
    """The pieces of a text."""
    return read_lines(list(enumerate(text.split("\n"), 1)))


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if "HTML" not in name and name not in {"CR", "Markdown"}])
def test_no_word_of_a_text_is_lost(layout: str) -> None:
    text = LAYOUTS[layout]
    pieces = text_pieces(text)
    document = read(pieces)
    out = [*document_lines(document.sections), document.summary, *document.labels.printed, *document.dropped]
    assert sorted(words_in(text)) == sorted(words_in(" ".join(out)))


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name.startswith("HTML")])
def test_no_word_of_a_page_is_lost(layout: str) -> None:
    page = html.document_fromstring(LAYOUTS[layout])
    read(html_pieces(page))
    body = page.find("body")
    assert body is not None
    etree.strip_elements(body, "script", with_tail=False)
    given_words = set(words_in(" ".join(map(str, body.itertext()))))
    pieces = html_pieces(page)
    assert given_words <= {word for piece in pieces for word in words_in(_whole(piece))}


def _whole(piece: Piece) -> str:
    return " ".join([piece.mark, piece.text, *(cell for row in piece.rows for cell in row)])


@example(["i.", " Summary: Mrs B complained."])
@given(st.lists(LINES, max_size=40))
def test_no_word_is_lost_however_lines_follow_one_another(lines: list[str]) -> None:
    pieces = text_pieces("\n".join(lines))
    text = words_in(" ".join(_whole(piece) for piece in pieces))
    assert sorted(text) == sorted(words_in(" ".join(lines)))
    document = read_document(pieces, scheme_words())
    out = [*document_lines(document.sections), document.summary, *document.labels.printed, *document.dropped]
    numbers = [block.number for _, block in ((one, one.block) for one in list_paragraphs(document.sections))]
    assert all(number is None or number > 0 for number in numbers)
    restarted = any(paragraph.printed and paragraph.number for paragraph in list_paragraphs(document.sections))
    assert restarted or sorted(words_in(" ".join(out))) == sorted(text)


def test_numbers_that_start_again_are_counted_on_and_kept_beside() -> None:
    text = as_text().replace("\n3. ", "\n1. ").replace("\n4. ", "\n1. ")
    document = read_document(text_pieces(text), scheme_words())
    shown = [(one.number, one.block.printed) for one in list_paragraphs(document.sections) if one.number]
    assert shown == [(n, {3: "1", 4: "1"}.get(n)) for n in range(1, 12)]


def test_a_list_that_comes_twice_is_no_contents_list() -> None:
    acts = ["Apologise to Mrs B", "Pay her £250", "Review its procedure", "Tell us"]
    lines = [*acts, *["Not applicable"] * 4]
    text = as_text().replace(
        "\nFinal decision", "\n".join(["", *lines, "", "Recommendations", *acts, "", "Final decision"])
    )
    document = read(text_pieces(text))
    assert not set(lines) & set(document.dropped)


def test_the_note_of_compliance_becomes_a_date_and_no_text() -> None:
    for note in (
        "Ombudsman satisfied with council response: 3 May 2023",
        "The Ombudsman is satisfied with the Council’s response – 3 May 2023.",
    ):
        [record] = records(as_text() + f"\n{note}\n\nPrint this page\n")
        assert str(record.satisfied_on) == "2023-05-03"
        assert "satisfied" not in record.line().replace("satisfied_on", "")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("&pound;200 caf&eacute; co&shy;operate", "£200 café cooperate"),
        ("one&#8203;two three&nbsp;four", "onetwo three four"),
        ("see <a href='/x'>the Act</a>, <i>really</i>", "see the Act, really"),
        ("shown<span hidden>gone</span><span style='display: none'>gone</span>", "shown"),
        ("a<script>b</script><style>c</style><!-- d -->e", "ae"),
    ],
)
def test_what_a_reader_sees_is_what_is_kept(source: str, words: str) -> None:
    [record] = records(as_html(body=f"<h2>The complaint</h2><p>{source}</p><h2>What I found</h2><p>Fault.</p>"))
    assert record.sections[0].blocks[0].text == words


@pytest.mark.parametrize(
    ("source", "marks"),
    [
        ("<ol start=4><li>a<li>b</ol>", [4, 5]),
        ("<ol reversed><li>a<li>b</ol>", ["2", "1"]),
        ("<ol><li value=7>a<li>b</ol>", [7, 8]),
    ],
)
def test_lists_are_numbered_as_a_browser_does(source: str, marks: list[int | str]) -> None:
    [record] = records(as_html(body=f"<h2>The complaint</h2>{source}<h2>What I found</h2><p>Fault.</p>"))
    shown = [
        int(one.printed) if one.printed and one.printed != str(one.number) else one.number
        for one in record.sections[0].blocks
    ]
    assert shown == list(map(int, marks))


@pytest.mark.parametrize(("kind", "mark"), [("a", "c."), ("A", "C."), ("i", "iii."), ("I", "III."), ("1", "3.")])
def test_marks_of_nested_lists_are_those_a_browser_prints(kind: str, mark: str) -> None:
    body = f"<h2>The complaint</h2><ol><li>He says:<ol type={kind}><li>x<li>y<li>z</ol></ol><h2>What I found</h2><p>No."
    [record] = records(as_html(body=body))
    last = record.sections[0].blocks[0].items[-1]
    assert not isinstance(last, str)
    assert last.printed == mark


# The real reports


def reports() -> list[dict[str, str]]:
    """The real reports, none where they are not beside this checkout."""
    return json.loads(REPORTS.read_bytes()) if REPORTS.is_file() else []


@pytest.mark.skipif(not REPORTS.is_file(), reason="the real reports are not beside this checkout (../shared/data)")
def test_every_word_of_the_real_reports_is_kept_in_order() -> None:
    for report in reports():
        pieces = text_pieces(report["text"])
        document = read_document(pieces, scheme_words())
        check_words(pieces, document)
        out = [*document_lines(document.sections), document.summary, *document.labels.printed, *document.dropped]
        assert sorted(words_in(report["text"])) == sorted(words_in(" ".join(out)))
        assert set(document.dropped) <= {"Summary", "Summary:", "Print this page"} | {
            line for line in report["text"].split("\n") if line.startswith("Ombudsman satisfied")
        }


@pytest.mark.skipif(not REPORTS.is_file(), reason="the real reports are not beside this checkout (../shared/data)")
def test_the_real_reports_have_their_labels_headings_and_numbers() -> None:
    for report in reports():
        stream = io.BytesIO(report["text"].encode())
        document = read_document(text_pieces(stream.read().decode()), scheme_words())
        labels = document.labels
        assert (labels.category, labels.subcategory) == (report["category"], report["subcategory"])
        assert (labels.outcome, str(labels.decided_on)) == (report["outcome"], report["date"])
        assert labels.document_type == "Report"
        headings = [section.heading for section in document.sections]
        assert headings[:3] == ["The complaint", "Finding", "Recommendations"]
        assert set(headings) <= {"The complaint", "Finding", "Recommendations", "Further report"}
        assert document.summary
        assert "satisfied" not in report["text"].lower() or document.satisfied_on
        addresses = [paragraph.address for paragraph in list_paragraphs(document.sections)]
        assert addresses == [f"p{number}" for number in range(1, len(addresses) + 1)]
