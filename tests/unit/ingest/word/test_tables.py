"""Tables: merged cells, rows and cells in content controls, boxes of one cell, tables that lay out the page."""

from tests.build.word import lvl, numbering, p, r, tbl, word_file
from tests.build.word_reading import lines, read
from upheld.analysis.pieces import Piece


def pieces(body: str, **parts: str) -> tuple[Piece, ...]:
    return read(word_file(body, parts=parts)).pieces


def rows(body: str, **parts: str) -> tuple[tuple[str, ...], ...]:
    (piece,) = pieces(body, **parts)
    assert piece.kind == "table"
    return piece.rows


def t(text: str, about: str = "") -> str:
    return f"<w:tcPr>{about}</w:tcPr>" + p(r(text))


def test_cells_merged_across_stand_once_and_later_columns_stay_in_place() -> None:
    body = tbl([t("Month"), t("Rent"), t("Paid")], [t("May and June", '<w:gridSpan w:val="2"/>'), t("£150")])
    assert rows(body) == (("Month", "Rent", "Paid"), ("May and June", "", "£150"))


def test_cells_merged_down_stand_once_and_what_they_cover_is_not_shown() -> None:
    begun, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = tbl([t("Year", begun), t("May")], [t("covered", on), t("June")])
    assert rows(body) == (("Year", "May"), ("", "June"))


def test_a_column_that_nothing_begins_in_is_no_column() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    assert rows(tbl([t("May", wide), t("£1")], [t("June", wide), t("£2")])) == (("May", "£1"), ("June", "£2"))


def test_short_rows_are_filled_up() -> None:
    assert rows(tbl([t("May"), t("£1")], [t("June")])) == (("May", "£1"), ("June", ""))


def test_a_row_that_repeats_on_every_page_heads_the_table() -> None:
    body = tbl([t("Month"), t("Rent")], [t("May"), t("£1")])
    assert not pieces(body)[0].header
    assert pieces(body.replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1))[0].header


def test_a_first_row_in_bold_heads_the_table() -> None:
    def bold(text: str) -> str:
        return p(r(text, "<w:b/>"))

    assert pieces(tbl([bold("Month"), bold("Rent")], [t("May"), t("£1")]))[0].header
    assert not pieces(tbl([bold("Month"), bold("Rent")], [bold("May"), bold("June")]))[0].header


def test_rows_and_cells_in_content_controls_are_read() -> None:
    body = tbl([t("Month"), t("Rent")]).replace("<w:tc>", "<w:sdt><w:sdtContent><w:tc>", 1)
    body = body.replace("</w:tc>", "</w:tc></w:sdtContent></w:sdt>", 1).replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>")
    assert rows(body.replace("</w:tr>", "</w:tr></w:sdtContent></w:sdt>")) == (("Month", "Rent"),)


def test_paragraphs_and_lists_of_a_cell_are_its_lines_with_their_marks() -> None:
    cell = p(r("It will:")) + p(r("pay;"), numbered=(1, 0)) + p(r("apologise."), numbered=(1, 0))
    body = tbl([t("Council"), cell])
    assert rows(body, numbering=numbering({0: [lvl(0, "lowerLetter", "(%1)")]}, {1: 0})) == (
        ("Council", "It will:\n(a) pay;\n(b) apologise."),
    )


def test_a_box_of_one_cell_is_the_text_in_it() -> None:
    assert lines(pieces(tbl([p(r("Summary"), style="Heading1") + p(r("It was lost."))]))) == [
        "\tSummary",
        "\tIt was lost.",
    ]


def test_an_empty_table_is_nothing() -> None:
    assert pieces(tbl([p(), p()], [p(), p()]) + p(r("Text."))) == pieces(p(r("Text.")))


def test_a_table_with_headings_in_its_cells_lays_out_the_page() -> None:
    body = tbl([p(r("The complaint"), style="Heading1") + p(r("Left.")), p(r("Right."))])
    assert lines(pieces(body)) == ["\tThe complaint", "\tLeft.", "\tRight."]
    assert "lays out the page" in read(word_file(body)).remarks[0]


def test_a_table_in_a_table_is_told_and_loses_no_word() -> None:
    inner = tbl([t("May"), t("£1")], [t("June"), t("£2")])
    body = tbl([t("Sums"), p(r("Here:")) + inner + p()])
    assert rows(body) == (("Sums", "Here:\nMay | £1\nJune | £2"),)
    assert "1 table inside a table was written as lines of its cell" in read(word_file(body)).remarks[0]


def test_a_letter_head_beside_an_empty_place_is_lines() -> None:
    left = p(r("Complaint reference:", "<w:b/>")) + p(r("21 000 001"))
    assert lines(pieces(tbl([left, p()]))) == ["\tComplaint reference:", "\t21 000 001"]


def test_cells_that_are_labels_with_their_values_are_lines() -> None:
    body = tbl([p(r("Reference: 21 000 001")), p(r("Decision: Upheld"))], [p(r("Category: Housing")), p()])
    assert lines(pieces(body)) == ["\tReference: 21 000 001", "\tDecision: Upheld", "\tCategory: Housing"]


def test_labels_in_one_column_and_values_in_the_other_are_a_table() -> None:
    body = tbl([p(r("Reference:")), p(r("21 000 001"))], [p(r("Decision:")), p(r("Upheld"))])
    assert rows(body) == (("Reference:", "21 000 001"), ("Decision:", "Upheld"))
