"""Headings by style, by level, by language, and by their looks; typed numbers and lists."""

import pytest

from tests.build.word import lvl, numbering, p, r, word_file
from tests.build.word_reading import lines, read
from upheld.analysis.pieces import Piece

BOLD = "<w:b/>"


def pieces(*paragraphs: str, styles: str = "") -> tuple[Piece, ...]:
    return read(word_file("".join(paragraphs), styles=styles)).pieces


def style(key: str, name: str, more: str = "", based_on: str = "Normal") -> str:
    about = f'<w:name w:val="{name}"/><w:basedOn w:val="{based_on}"/>{more}'
    return f'<w:style w:type="paragraph" w:styleId="{key}">{about}</w:style>'


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("heading 1", 1), ("Heading 2", 2), ("heading 6", 6), ("heading 9", 6), ("Title", 1), ("Überschrift 1", 1),
        ("Titre 2", 2), ("Título 3", 3), ("Kop 1", 1), ("Pennawd 2", 2), ("Teitl", 1),
    ],
)  # fmt: skip
def test_a_style_makes_a_heading_whatever_its_language(name: str, level: int) -> None:
    (piece,) = pieces(p(r("The complaint"), style="X"), styles=style("X", name))
    assert (piece.kind, piece.level, piece.text) == ("heading", level, "The complaint")


def test_a_style_based_on_a_heading_is_one() -> None:
    (piece,) = pieces(p(r("The complaint"), style="X"), styles=style("X", "Our own", based_on="Heading2"))
    assert (piece.kind, piece.level) == ("heading", 2)


def test_an_outline_level_makes_a_heading_and_body_text_unmakes_it() -> None:
    made, unmade = pieces(
        p(r("The complaint"), about='<w:outlineLvl w:val="2"/>'),
        p(r("Just text."), style="Heading1", about='<w:outlineLvl w:val="9"/>'),
    )
    assert (made.kind, made.level) == ("heading", 3)
    assert unmade.kind == "paragraph"


@pytest.mark.parametrize(
    "look", ["<w:b/>", '<w:u w:val="single"/>', '<w:sz w:val="32"/>', '<w:rStyle w:val="Strong"/>']
)
def test_a_short_line_that_stands_out_looks_like_a_heading(look: str) -> None:
    (piece,) = pieces(p(r("What happened", look)))
    assert (piece.kind, piece.level) == ("heading", 0)


@pytest.mark.parametrize(
    "paragraph",
    [
        p(r("The Council was at fault.", BOLD)),
        p(r("Decision: Upheld", BOLD)),
        p(r("The "), r("Council", BOLD)),
        p(r("A long line that goes on " * 8, BOLD)),
        p(r("12345", BOLD)),
        p(r("Not bold", '<w:b w:val="0"/>')),
    ],
)
def test_a_line_that_stands_out_for_another_reason_is_text(paragraph: str) -> None:
    (piece,) = pieces(paragraph)
    assert piece.kind == "paragraph"


def test_a_long_paragraph_in_the_style_of_headings_is_text() -> None:
    (piece,) = pieces(p(r("The Council told Mrs B that it had lost her papers. " * 8), style="Heading1"))
    assert piece.kind == "paragraph"


@pytest.mark.parametrize(
    ("typed", "mark", "text"),
    [
        ("1.\tThe Council agreed.", "1.", "The Council agreed."),
        ("12\tThe Council agreed.", "12", "The Council agreed."),
        ("1) The Council agreed.", "1)", "The Council agreed."),
        ("(a) apologise;", "(a)", "apologise;"),
        ("a)\tapologise;", "a)", "apologise;"),
        ("(iv) apologise;", "(iv)", "apologise;"),
        ("2.1\tThe Council agreed.", "2.1", "The Council agreed."),
        ("2.1 The Council agreed.", "2.1", "The Council agreed."),
        ("•\tapologise;", "", "apologise;"),
        ("• apologise;", "", "apologise;"),
        ("– apologise;", "", "apologise;"),
        ("o\tapologise;", "", "apologise;"),
        ("\uf0b7\tapologise;", "", "apologise;"),
    ],
)
def test_a_typed_number_or_bullet_is_a_mark(typed: str, mark: str, text: str) -> None:
    (piece,) = pieces(p(r(typed, '<w:rFonts w:ascii="Symbol"/>' if typed[0] == "\uf0b7" else "")))
    assert (piece.kind, piece.mark, piece.text) == ("item", mark, text)


@pytest.mark.parametrize(
    "text",
    [
        "2019 was the year it began.", "12 weeks later the Council replied.", "3.5 hours a week were lost.",
        "£450 was paid.",
        "I considered this.", "A child was placed.", "14 March 2022",
    ],
)  # fmt: skip
def test_a_number_that_belongs_to_the_sentence_is_left_in_it(text: str) -> None:
    (piece,) = pieces(p(r(text)))
    assert (piece.kind, piece.mark, piece.text) == ("paragraph", "", text)


def test_line_breaks_part_a_typed_list_and_a_heading_from_its_text() -> None:
    body = p(
        r("What happened", BOLD), "<w:r><w:br/></w:r>", r("Nothing. It will:"), "<w:r><w:br/></w:r>", r("(a) pay £50.")
    )
    assert [(piece.kind, piece.mark, piece.text) for piece in pieces(body)] == [
        ("heading", "", "What happened"), ("paragraph", "", "Nothing. It will:"), ("item", "(a)", "pay £50."),
    ]  # fmt: skip


def test_a_title_over_two_lines_is_one_heading() -> None:
    body = p(r("Alderford Borough Council"), "<w:r><w:br/></w:r>", r("(21 000 001)"), style="Heading1")
    assert lines(pieces(body)) == ["\tAlderford Borough Council (21 000 001)"]


def test_an_item_of_a_list_in_bold_is_no_heading_and_a_numbered_line_is() -> None:
    lists = numbering({0: [lvl(0, "decimal", "%1."), lvl(1, "lowerLetter", "(%2)")]}, {1: 0})
    body = p(r("What happened", BOLD), numbered=(1, 0)) + p(r("Refund", BOLD), numbered=(1, 1))
    found = read(word_file(body, parts={"numbering": lists})).pieces
    assert [(piece.kind, piece.mark) for piece in found] == [("heading", "1."), ("item", "(a)")]
