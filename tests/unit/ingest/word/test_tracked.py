"""Tracked changes and comments of every kind are refused; their words and their authors are never repeated."""

import pytest

from tests.build.word import p, r, tbl, word_file
from tests.build.word_reading import read, refusal

WHO = 'w:id="1" w:author="Zebedee Quillfeather" w:date="2022-03-01T09:00:00Z"'
NEAR = "in the 2nd paragraph, near “Council agreed to pay Mrs B”"
BEFORE = r("After that the Council agreed to pay Mrs B ")
COMMENT = f"<w:comment {WHO}><w:p><w:r><w:t>Brenda Appletree told me</w:t></w:r></w:p></w:comment>"


def document(*runs: str, about: str = "", after: str = "", **parts: str) -> bytes:
    return word_file(p(r("The complaint")) + p(*runs, about=about) + after, parts=parts)


@pytest.mark.parametrize(
    ("run", "kind"),
    [
        (f"<w:ins {WHO}>{r('Appletree')}</w:ins>", "1 insertion"),
        (f"<w:del {WHO}><w:r><w:delText>Appletree</w:delText></w:r></w:del>", "1 deletion"),
        (f"<w:moveFrom {WHO}>{r('Appletree')}</w:moveFrom>", "1 piece of moved text"),
        (f"<w:moveTo {WHO}>{r('Appletree')}</w:moveTo>", "1 piece of moved text"),
        (r("plain", f"<w:b/><w:rPrChange {WHO}><w:rPr/></w:rPrChange>"), "1 change of format"),
        (f"<w:r><w:commentReference {WHO}/></w:r>", "1 comment"),
        (f"<w:hyperlink><w:ins {WHO}>{r('Appletree')}</w:ins></w:hyperlink>", "1 insertion"),
        (f"<w:sdt><w:sdtContent><w:ins {WHO}>{r('Appletree')}</w:ins></w:sdtContent></w:sdt>", "1 insertion"),
    ],
)
def test_it_is_refused_with_its_kind_and_the_words_before_it(run: str, kind: str) -> None:
    refused = refusal(document(BEFORE, run, r(" by May.")))
    assert kind in refused.reason
    assert NEAR in refused.reason
    assert not [word for word in ("Appletree", "Zebedee", "Quillfeather") if word in refused.reason]


@pytest.mark.parametrize(
    ("about", "kind"),
    [
        (f"<w:rPr><w:ins {WHO}/></w:rPr>", "1 insertion"),
        (f"<w:rPr><w:del {WHO}/></w:rPr>", "1 deletion"),
        (f'<w:pPrChange {WHO}><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange>', "1 change of format"),
        (f"<w:numPr><w:numberingChange {WHO}/></w:numPr>", "1 change of format"),
    ],
)
def test_changes_of_a_whole_paragraph_are_told_by_its_first_words(about: str, kind: str) -> None:
    refused = refusal(document(BEFORE, about=about))
    assert kind in refused.reason
    assert "in the 2nd paragraph, near “After that the Council agreed to”" in refused.reason


@pytest.mark.parametrize("change", ["ins", "del", "trPrChange"])
def test_changes_of_a_row_are_found(change: str) -> None:
    row = tbl([p(r("May")), p(r("£10"))]).replace("<w:tr>", f"<w:tr><w:trPr><w:{change} {WHO}/></w:trPr>")
    assert refusal(document(BEFORE, after=row)).code == "tracked-changes"


def test_changes_in_notes_and_headers_are_found_and_named() -> None:
    changed = p(f"<w:ins {WHO}>{r('Appletree')}</w:ins>")
    assert "in a header or footer" in refusal(document(BEFORE, header1=changed)).reason
    note = f'<w:footnote w:id="2">{changed}</w:footnote>'
    assert "in a footnote" in refusal(document(BEFORE, footnotes=note)).reason


def test_hidden_words_and_inserted_words_are_not_used_to_name_a_place() -> None:
    hidden, inserted = r("Brenda Appletree ", "<w:vanish/>"), f"<w:ins {WHO}>{r('Zebedee Quill ')}</w:ins>"
    refused = refusal(document(r("The Council "), hidden, inserted, r("paid "), f"<w:del {WHO}/>", r("her £450.")))
    assert "near “The Council paid”" in refused.reason
    assert "Appletree" not in refused.reason


def test_many_are_counted_and_the_first_places_named() -> None:
    body = "".join(p(r(f"Paragraph number {one} was "), f"<w:ins {WHO}>{r('so')}</w:ins>") for one in range(1, 41))
    reason = refusal(word_file(body)).reason
    assert "40 insertions" in reason
    assert "in the 3rd paragraph, near “Paragraph number 3 was”; and 37 more places" in reason
    assert "4th" not in reason


def test_changes_and_comments_are_told_together_with_what_to_do() -> None:
    comment = f"<w:r><w:commentReference {WHO}/></w:r>"
    reason = refusal(document(BEFORE, f"<w:ins {WHO}>{r('x')}</w:ins>", comment, comments=COMMENT)).reason
    assert "tracked changes (1 insertion) and 1 comment" in reason
    assert "Accept All Changes" in reason
    assert "Delete All Comments" in reason


def test_a_comment_on_nothing_is_left_out_and_told() -> None:
    read_file = read(document(BEFORE, comments=COMMENT))
    assert read_file.remarks == ("1 comment that belongs to no text was left out",)
    assert "Appletree" not in repr(read_file)


def test_tracking_that_is_on_but_has_tracked_nothing_is_no_change() -> None:
    assert read(document(BEFORE, settings="<w:trackRevisions/>")).remarks == ()


def test_a_change_in_a_text_box_is_counted_once() -> None:
    inserted = p(f"<w:ins {WHO}>{r('x')}</w:ins>")
    box = f"<w:txbxContent>{inserted}</w:txbxContent>"
    branches = f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    drawn = f"<mc:AlternateContent>{branches}</mc:AlternateContent>"
    assert "1 insertion" in refusal(document(BEFORE, f"<w:r>{drawn}</w:r>")).reason
