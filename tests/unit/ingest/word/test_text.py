"""What a paragraph shows: runs, fields, symbols, content controls, boxes, equations; what is left out is told."""

import io
import zipfile

import pytest

from tests.build.word import archive, field, lvl, numbering, p, r, tbl, word_file
from tests.build.word_reading import lines, read, refusal

BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
    "<a:graphicData><wps:wsp><wps:txbx>"
    "<w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
PICTURE = "<w:r><w:drawing><wp:inline><a:graphic><pic:pic/></a:graphic></wp:inline></w:drawing></w:r>"
BOUND = (
    '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:creator[1]"/></w:sdtPr>'
    "<w:sdtContent>{}</w:sdtContent></w:sdt>"
)
UNFILLED = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
CONTENTS = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    "<w:sdtContent>{}</w:sdtContent></w:sdt>"
)
INDEX_ENTRY = (
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>XE \"Council\"</w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t>entry</w:t></w:r>"
)
SMALL_2 = "<w:r><w:rPr><w:vertAlign w:val='subscript'/></w:rPr><w:t>2</w:t></w:r>"


def seen(*paragraphs: str, styles: str = "", **parts: str) -> list[str]:
    """What a reader sees, without tabs before paragraphs that have no mark."""
    return [line.strip() for line in lines(read(word_file("".join(paragraphs), styles=styles, parts=parts)).pieces)]


def remarks(*paragraphs: str, **parts: str) -> str:
    return "; ".join(read(word_file("".join(paragraphs), parts=parts)).remarks)


@pytest.mark.parametrize(
    ("run", "shown"),
    [
        ("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r>", "one two"),
        ("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>", "one two"),
        ("<w:r><w:t>one</w:t><w:cr/><w:t>two</w:t></w:r>", "one two"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>", "co\u2011op"),
        ("<w:r><w:t>re</w:t><w:softHyphen/><w:t>fund</w:t></w:r>", "refund"),
        ("<w:r><w:t>one</w:t><w:lastRenderedPageBreak/><w:t xml:space='preserve'> two</w:t></w:r>", "one two"),
        ("<w:r><w:t>one\n      two</w:t></w:r>", "one two"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0A3"/><w:t>5</w:t></w:r>', "≤5"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf061</w:t></w:r>', "α"),
        ('<w:hyperlink w:anchor="x"><w:r><w:t>a link</w:t></w:r></w:hyperlink>', "a link"),
        ("<w:smartTag w:element='City'><w:r><w:t>Alderford</w:t></w:r></w:smartTag>", "Alderford"),
        ("<w:sdt><w:sdtContent><w:r><w:t>chosen</w:t></w:r></w:sdtContent></w:sdt>", "chosen"),
        ("<w:customXml><w:r><w:t>tagged</w:t></w:r></w:customXml>", "tagged"),
        ("<w:bdo w:val='ltr'><w:r><w:t>ordered</w:t></w:r></w:bdo>", "ordered"),
        ('<w:bookmarkStart w:id="1" w:name="x"/><w:r><w:t>marked</w:t></w:r><w:bookmarkEnd w:id="1"/>', "marked"),
        ('<w:proofErr w:type="spellStart"/><w:r><w:t>speling</w:t></w:r>', "speling"),
        ("<w:r><w:rPr><w:caps/></w:rPr><w:t>Mixed Case</w:t></w:r>", "Mixed Case"),
        (f"<w:r><w:t>H</w:t></w:r>{SMALL_2}<w:r><w:t>O</w:t></w:r>", "H2O"),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b"),
        (field('HYPERLINK "https://example.org"', r("a page")), "a page"),
        (field("REF _1 \\h", r("paragraph 4")), "paragraph 4"),
        (field("SEQ Table", r("3")), "3"),
        (field("PAGE", r("17")), ""),
        (field("IF 1 = 1 ", field("PAGE", r("17")) + r("kept")), "kept"),
        (field("SYMBOL 183 \\f Symbol", ""), "•"),
        ('<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>12</w:t></w:r></w:fldSimple>', ""),
        ('<w:fldSimple w:instr=" REF x "><w:r><w:t>twelve</w:t></w:r></w:fldSimple>', "twelve"),
        (INDEX_ENTRY, "entry"),
    ],
)  # fmt: skip
def test_a_run_shows_what_word_shows(run: str, shown: str) -> None:
    assert seen(p(r("before "), run, r(" after"))) == [" ".join(f"before {shown} after".split())]


def test_spaces_in_runs_of_their_own_are_kept() -> None:
    assert seen(p(r("Mrs"), r(" "), r("B"))) == ["Mrs B"]


@pytest.mark.parametrize(
    "name", ["AUTHOR", "LASTSAVEDBY", "USERNAME", "FILENAME \\p", "DOCPROPERTY Author", "INFO Author"]
)
def test_a_field_that_shows_who_wrote_it_is_left_out_and_told(name: str) -> None:
    body = p(r("Written by "), field(name, r("Zebedee Quillfeather")), r(" in March."))
    assert seen(body) == ["Written by in March."]
    assert "1 field that shows the author" in remarks(body)
    assert "Zebedee" not in remarks(body)


def test_a_control_bound_to_a_property_is_left_out_and_told() -> None:
    body = p(r("By "), BOUND.format(r("Zebedee Quillfeather"))) + BOUND.format(p(r("Zebedee Quillfeather")))
    assert seen(body) == ["By"]
    assert "2 fields that show the author" in remarks(body)


def test_a_control_that_nobody_filled_in_is_left_out_and_told() -> None:
    body = p(
        r("Date: "),
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + r("Click here") + "</w:sdtContent></w:sdt>",
    )
    assert seen(body) == ["Date:"]
    assert "1 field that nobody filled in" in remarks(body)


@pytest.mark.parametrize(
    ("instruction", "told"),
    [
        ("DATE \\@ d", "1 date that Word fills in by itself was kept"),
        ("DOCPROPERTY Subject", "1 field that shows a property of the document was kept"),
        ("LISTNUM", "1 number that Word makes by a numbering field"),
    ],
)  # fmt: skip
def test_fields_to_look_at_are_told(instruction: str, told: str) -> None:
    assert told in remarks(p(r("On "), field(instruction, r("9 May"))))


def test_hidden_text_is_left_out_wherever_it_is_said() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Hide"><w:name w:val="Hide"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = [
        p(r("seen "), r("direct", "<w:vanish/>"), r("letters", '<w:rStyle w:val="Hide"/>')),
        p(r("paragraph"), style="Secret"),
        p(r("shown again", '<w:vanish w:val="0"/>'), style="Secret"),
        p(r("twice hidden is shown", '<w:rStyle w:val="Hide"/>'), style="Secret"),
    ]
    assert seen(*body, styles=styles) == ["seen", "shown again", "twice hidden is shown"]


def test_a_text_box_stands_once_after_its_paragraph() -> None:
    body = p(r("The text "), BOX.format(p(r("In a box."))), r("goes on."))
    assert seen(body) == ["The text goes on.", "In a box."]
    assert "the text of 1 text box was put after" in remarks(body)


def test_a_list_in_a_text_box_counts_in_its_place() -> None:
    body = p(r("one."), BOX.format(p(r("two."), numbered=(1, 0))), numbered=(1, 0)) + p(r("three."), numbered=(1, 0))
    assert seen(body, numbering=numbering({0: [lvl(0, "decimal", "%1.")]}, {1: 0})) == [
        "1.\tone.",
        "2.\ttwo.",
        "3.\tthree.",
    ]


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        (PICTURE, "1 picture was left out"),
        ("<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>", "1 picture was left out"),
        ("<w:r><w:drawing><a:graphic><c:chart/></a:graphic></w:drawing></w:r>", "1 chart was left out"),
        ("<w:r><w:drawing><a:graphic><dgm:relIds/></a:graphic></w:drawing></w:r>", "1 diagram was left out"),
        ("<w:r><w:object><v:imagedata/><o:OLEObject/></w:object></w:r>", "1 embedded object was left out"),
        ('<w:r><w:pict><v:textpath string="DRAFT"/></w:pict></w:r>', "1 piece of WordArt was left out"),
        ("<w:r><w:object><w:control/></w:object></w:r>", "1 form control was left out"),
        ("<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>", "1 equation was written in one line"),
        ('<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>', "1 symbol of a special font could not be read"),
        (r("crossed", "<w:strike/>"), "1 piece of text that is struck through in Word was kept"),
        (r("white", '<w:color w:val="FFFFFF"/>'), "1 piece of text that can hardly be seen"),
        (r("tiny", '<w:sz w:val="2"/>'), "1 piece of text that can hardly be seen"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_told_with_its_place(drawn: str, told: str) -> None:
    body = p(r("The map shows the office "), drawn, r(" and the road."))
    assert told in remarks(body)
    assert "in the 1st paragraph, near “The map shows the office”" in remarks(body)


def test_a_line_drawn_under_a_heading_is_nothing() -> None:
    assert remarks(p(r("Text."), '<w:r><w:pict><v:line from="0,0" to="9,0"/></w:pict></w:r>')) == ""


def test_white_letters_on_a_dark_ground_are_seen() -> None:
    dark = '<w:tcPr><w:shd w:fill="000080"/></w:tcPr>'
    white = p(r("Month", '<w:color w:val="FFFFFF"/>'))
    assert remarks(tbl([dark + white, p(r("Rent"))], [p(r("May")), p(r("£10"))])) == ""


def test_only_one_branch_of_an_alternative_is_read() -> None:
    body = p(
        '<w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:t>new</w:t></mc:Choice>'
        "<mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert seen(body) == ["new"]


def test_a_drop_capital_belongs_to_its_word() -> None:
    assert seen(p(r("T"), about='<w:framePr w:dropCap="drop"/>') + p(r("he Council agreed."))) == [
        "The Council agreed."
    ]


@pytest.mark.parametrize("tag", ["altChunk", "subDoc"])
def test_a_document_that_brings_in_another_is_refused(tag: str) -> None:
    refused = refusal(word_file(p(r("Text.")) + f'<w:{tag} r:id="rId9"/>'))
    assert "brings in the text of another file" in refused.reason


def test_notes_stand_in_brackets_at_their_place() -> None:
    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:id="2"><w:p>'
        "<w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve"
        "'> Housing Act 1996, </w:t></w:r><w:r><w:t>section 188.</w:t></w:r></w:p><w:p>"
        "<w:r><w:t>And after.</w:t></w:r></w:p></w:footnote>"
    )
    body = p(r("It had a duty."), '<w:r><w:footnoteReference w:id="2"/></w:r>', r(" It did nothing."))
    assert seen(body, footnotes=notes) == ["It had a duty. [Housing Act 1996, section 188. And after.] It did nothing."]


def test_headers_and_footers_are_no_text() -> None:
    assert seen(p(r("Text.")), header1=p(r("OFFICIAL")), footer1=p(r("Page "), field("PAGE", r("1")))) == ["Text."]


def test_contents_are_furniture_however_they_are_made() -> None:
    style = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    begun = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r>'
        '<w:fldChar w:fldCharType="separate"/></w:r>'
    )
    body = [
        CONTENTS.format(p(r("Contents"))), p(r("Findings"), style="TOC1"),
        p(begun, r("The complaint 1")), p(r("Decision 2")),
        p('<w:r><w:fldChar w:fldCharType="end"/></w:r>'), p(r("The text.")),
    ]  # fmt: skip
    assert seen(*body, styles=style) == ["The text."]
    kinds = [piece.kind for piece in read(word_file("".join(body), styles=style)).pieces]
    assert kinds == ["furniture"] * 4 + ["paragraph"]


def test_the_heading_over_a_table_of_contents_goes_with_it() -> None:
    style = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    body = p(r("Contents", "<w:b/>")) + p(r("Findings 1"), style="TOC1") + p(r("Findings"), style="Heading1")
    assert [piece.kind for piece in read(word_file(body, styles=style)).pieces] == ["furniture", "furniture", "heading"]


def test_a_picture_in_a_paragraph_of_its_own_is_named_by_the_one_before() -> None:
    assert "at the beginning" in remarks(p(PICTURE) + p(r("Text.")))
    assert "after the 1st paragraph" in remarks(p(r("Text.")) + p(PICTURE))


def test_strict_open_xml_is_read_like_any_other() -> None:
    with zipfile.ZipFile(io.BytesIO(word_file(p(r("Strictly."))))) as plain:
        members = {name: plain.read(name) for name in plain.namelist()}
    strict = {
        name: data.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/", b"http://purl.oclc.org/ooxml/wordprocessingml/")
        .replace(b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/")
        for name, data in members.items()
    }  # fmt: skip
    assert strict != members
    assert lines(read(archive(strict)).pieces) == ["\tStrictly."]


def test_a_field_that_never_ends_is_refused_because_text_would_be_lost() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    refused = refusal(word_file(p(begun, r("The Council lost her papers."))))
    assert refused.code == "open-field"
    assert "Ctrl+Shift+F9" in refused.reason


def test_text_in_a_form_that_nobody_knows_is_told() -> None:
    assert remarks(p(r("Known."), "<w:r><w:invented><w:t>unknown</w:t></w:invented></w:r>")) == (
        "some text stands in a form that could not be read. Compare the decision with the file"
    )
