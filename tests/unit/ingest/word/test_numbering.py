"""The numbers that Word makes: exactly those it prints. Most were compared with what LibreOffice prints."""

import pytest

from tests.build.word import lvl, numbering, p, r, word_file
from tests.build.word_reading import lines, read
from upheld.ingest.sources.word.number_formats import write_number

LEVELS = [lvl(0, "decimal", "%1."), lvl(1, "decimal", "%1.%2"), lvl(2, "lowerLetter", "(%3)")]
FIVE = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
LETTERS = f'<w:lvlOverride w:ilvl="0">{lvl(0, "upperLetter", "%1)", start=3)}</w:lvlOverride>'
STYLE = (
    '<w:style w:type="paragraph" w:styleId="Listed"><w:name w:val="Listed"/><w:pPr><w:numPr><w:numId w:val="1"/>'
    '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Under"><w:name w:val="Under"/>'
    '<w:basedOn w:val="Listed"/></w:style>'
)


def marks(body: str, definitions: str, styles: str = "") -> list[str]:
    """What stands before each paragraph."""
    pieces = read(word_file(body, styles=styles, parts={"numbering": definitions})).pieces
    return [line.partition("\t")[0] for line in lines(pieces)]


def items(*places: tuple[int, int]) -> str:
    """Paragraphs, each in a list at a level."""
    return "".join(p(r("a text."), numbered=place) for place in places)


def test_levels_below_begin_again_after_one_above() -> None:
    body = items((1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1))
    assert marks(body, numbering({0: LEVELS}, {1: 0})) == ["1.", "1.1", "(a)", "(b)", "1.2", "(a)", "2.", "2.1"]


def test_a_level_that_was_left_out_counts_as_begun() -> None:
    body = items((1, 1), (1, 0), (1, 1), (1, 2))
    assert marks(body, numbering({0: LEVELS}, {1: 0})) == ["1.1", "2.", "2.1", "(a)"]


def test_two_lists_of_one_definition_count_together_until_one_says_where_it_starts() -> None:
    body = items((1, 0), (2, 0), (1, 0), (3, 0), (3, 0), (1, 0))
    assert marks(body, numbering({0: LEVELS}, {1: 0, 2: 0, 3: (0, FIVE)})) == ["1.", "2.", "3.", "5.", "6.", "7."]


def test_a_list_can_have_levels_of_its_own() -> None:
    assert marks(items((1, 0), (2, 0), (1, 0)), numbering({0: LEVELS}, {1: 0, 2: (0, LETTERS)})) == ["1.", "B)", "3."]


def test_two_definitions_count_apart() -> None:
    assert marks(items((1, 0), (2, 0), (1, 0)), numbering({0: LEVELS, 1: LEVELS}, {1: 0, 2: 1})) == ["1.", "1.", "2."]


def test_a_list_starts_where_it_says() -> None:
    levels = [lvl(0, "decimal", "%1.", start=7), lvl(1, "lowerRoman", "(%2)", start=3)]
    assert marks(items((1, 0), (1, 0), (1, 1), (1, 1)), numbering({0: levels}, {1: 0})) == ["7.", "8.", "(iii)", "(iv)"]


def test_a_level_can_go_on_through_the_whole_document() -> None:
    levels = [lvl(0, "decimal", "%1."), lvl(1, "lowerLetter", "(%2)", more='<w:lvlRestart w:val="0"/>')]
    body = items((1, 0), (1, 1), (1, 1), (1, 0), (1, 1))
    assert marks(body, numbering({0: levels}, {1: 0})) == ["1.", "(a)", "(b)", "2.", "(c)"]


def test_legal_numbering_shows_every_level_in_figures() -> None:
    levels = [lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%1.%2", more="<w:isLgl/>")]
    assert marks(items((1, 0), (1, 0), (1, 1)), numbering({0: levels}, {1: 0})) == ["I.", "II.", "2.1"]


def test_a_style_numbers_its_paragraphs_and_those_of_styles_based_on_it() -> None:
    body = p(r("a text."), style="Listed") + p(r("a text."), style="Under") + p(r("a text."))
    assert marks(body, numbering({0: LEVELS}, {1: 0}), STYLE) == ["1.", "2.", ""]


def test_a_paragraph_can_take_the_number_of_its_style_off() -> None:
    body = p(r("a text."), style="Listed", numbered=(0, 0)) + p(r("a text."), style="Listed")
    assert marks(body, numbering({0: LEVELS}, {1: 0}), STYLE) == ["", "1."]


def test_a_style_of_lists_leads_to_its_list() -> None:
    linked = (
        '<w:style w:type="numbering" w:styleId="Mine"><w:name w:val="Mine"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    definitions = numbering({0: ['<w:numStyleLink w:val="Mine"/>'], 1: LEVELS}, {1: 0, 2: 1})
    assert marks(items((1, 0), (1, 1)), definitions, linked) == ["1.", "1.1"]


def test_a_heading_is_numbered_by_its_style() -> None:
    levels = [lvl(0, "decimal", "%1", more='<w:pStyle w:val="Chapter"/>'), lvl(1, "decimal", "%1.%2")]
    style = (
        '<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="Chapter"/>'
        '<w:basedOn w:val="Heading1"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p(r("The complaint"), style="Chapter") + p(r("Findings"), style="Chapter")
    pieces = read(word_file(body, styles=style, parts={"numbering": numbering({0: levels}, {1: 0})})).pieces
    assert [(piece.kind, piece.level, piece.mark, piece.text) for piece in pieces] == [
        ("heading", 1, "1", "The complaint"), ("heading", 1, "2", "Findings"),
    ]  # fmt: skip


def test_an_empty_paragraph_takes_a_number_as_it_does_in_word() -> None:
    body = items((1, 0)) + p(numbered=(1, 0)) + items((1, 0))
    assert marks(body, numbering({0: LEVELS}, {1: 0})) == ["1.", "3."]


def test_a_hidden_paragraph_takes_no_number() -> None:
    body = items((1, 0)) + p(r("secret", "<w:vanish/>"), numbered=(1, 0)) + items((1, 0))
    assert marks(body, numbering({0: LEVELS}, {1: 0})) == ["1.", "2."]


def test_bullets_have_no_mark_and_are_items_of_their_level() -> None:
    levels = [lvl(0, "bullet", "\uf0b7"), lvl(1, "bullet", "o")]
    pieces = read(word_file(items((1, 0), (1, 1)), parts={"numbering": numbering({0: levels}, {1: 0})})).pieces
    assert [(piece.kind, piece.level, piece.mark) for piece in pieces] == [("item", 1, ""), ("item", 2, "")]


def test_words_of_a_number_are_printed() -> None:
    levels = [lvl(0, "decimal", "Issue %1:")]
    assert marks(items((1, 0), (1, 0)), numbering({0: levels}, {1: 0})) == ["Issue 1:", "Issue 2:"]


def test_a_format_of_newer_versions_is_written_as_it_says() -> None:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
        '</mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert marks(items((1, 0), (1, 0)), numbering({0: [level]}, {1: 0})) == ["001", "002"]


def test_a_list_that_is_not_defined_has_no_numbers() -> None:
    assert marks(items((7, 0)), numbering({0: LEVELS}, {1: 0})) == [""]


@pytest.mark.parametrize(
    ("style", "numbers", "written"),
    [
        ("decimal", (1, 10, 203), "1 10 203"),
        ("decimalZero", (1, 10, 100), "01 10 100"),
        ("lowerLetter", (1, 26, 27, 28, 53), "a z aa bb aaa"),
        ("upperLetter", (2, 27), "B AA"),
        ("lowerRoman", (1, 4, 9, 14, 49, 90), "i iv ix xiv xlix xc"),
        ("upperRoman", (3, 40, 2022), "III XL MMXXII"),
        ("ordinal", (1, 2, 3, 4, 11, 12, 13, 21, 112), "1st 2nd 3rd 4th 11th 12th 13th 21st 112th"),
        ("cardinalText", (1, 21, 105), "One Twenty-one One hundred five"),
        ("ordinalText", (1, 12, 20, 33, 100), "First Twelfth Twentieth Thirty-third One hundredth"),
        ("chicago", (1, 2, 5), "* † **"),
        ("hex", (10, 255), "A FF"),
        ("somethingNew", (4,), "4"),
    ],
)
def test_numbers_are_written_as_word_writes_them(style: str, numbers: tuple[int, ...], written: str) -> None:
    assert " ".join(write_number(number, style) for number in numbers) == written
