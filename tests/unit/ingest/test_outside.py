"""What files bring and nobody keeps: handed on to be examined, and shown in no report or log."""

from tests.build.page import found
from tests.build.word import p, r, word_file
from tests.build.word_reading import entries, read
from upheld.ingest.found import Outside, SourceEntry

RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
DECISION = (
    "<h1>Alderford Borough Council (21 000 001)</h1><p>Category : Housing</p><p>Decision : Upheld</p>"
    "<p>Decision date : 05 Apr 2022</p><p>Summary: It was lost.</p><h2>The complaint</h2><p>It was lost.</p>"
    "<h2>What we found</h2><p>The Council was at fault.</p>"
)


def outside(body: str = p(r("Text.")), more: dict[str, str] | None = None) -> dict[str, str]:
    members = {name: data.encode() for name, data in (more or {}).items()}
    return dict(read(word_file(body, more=members)).outside)


def test_properties_of_every_kind_are_handed_on() -> None:
    space = f'xmlns="{OFFICE}/extended-properties"'
    app = f"<Properties {space}><Manager>Ada Quill</Manager><Pages>3</Pages></Properties>"
    custom = f'<Properties {space}><property name="Client"><v>Bo Quill</v></property></Properties>'
    item = "<a><b>Cy Quill</b></a>"
    taken = outside(more={"docProps/app.xml": app, "docProps/custom.xml": custom, "customXml/item1.xml": item})
    assert taken["property: author"] == "Zebedee Quillfeather"
    assert taken["property: manager"] == "Ada Quill"
    assert taken["property: custom 1"] == "Client: Bo Quill"
    assert taken["property: custom XML 1"] == "Cy Quill"
    assert "3" not in taken.values()


def test_what_a_picture_a_bookmark_and_a_link_say_is_handed_on() -> None:
    picture = '<wp:docPr id="1" name="Picture 1" descr="Dee Quill at home"/>'
    drawing = f"<w:r><w:drawing><wp:inline>{picture}</wp:inline></w:drawing></w:r>"
    mark = '<w:bookmarkStart w:id="1" w:name="EdQuill"/><w:bookmarkEnd w:id="1"/>'
    link = f'Type="{OFFICE}/relationships/hyperlink" Target="mailto:fay%20quill@mail.example" TargetMode="External"'
    rels = f'<Relationships xmlns="{RELS}"><Relationship Id="r9" {link}/></Relationships>'
    taken = outside(p(mark, r("Text."), drawing), {"word/_rels/notes.xml.rels": rels})
    assert taken["picture description 1"] == "Dee Quill at home"
    assert taken["bookmark 1"] == "EdQuill"
    assert taken["link address 1"] == "mailto:fay quill@mail.example"


def test_the_picture_of_the_first_page_is_left_out_and_told() -> None:
    told = read(word_file(p(r("Text.")), more={"docProps/thumbnail.jpeg": b"\xff\xd8"})).remarks
    assert "the small picture of the first page was left out" in told


def test_a_page_hands_on_what_it_hides_and_keeps_none_of_it() -> None:
    hidden = "<!-- by Gil Quill --><p style='display:none'>Hal Quill</p><p title='Ida Quill'>More.</p>"
    [entry] = found(f"<html><body>{DECISION}{hidden}</body></html>", file="jo-quill.html")
    assert isinstance(entry, SourceEntry)
    assert set(entry.outside.values()) >= {"by Gil Quill", "Hal Quill", "Ida Quill", "jo-quill.html"}
    assert "Quill" not in entry.record.line()
    assert "Quill" not in repr(entry.outside)


def test_the_lines_around_a_decision_are_handed_on() -> None:
    [entry] = found(f"<html><body>{DECISION}<p>Back to top</p></body></html>")
    assert isinstance(entry, SourceEntry)
    assert "Back to top" in entry.outside.values()


def test_the_author_of_a_word_file_reaches_neither_record_nor_doubts() -> None:
    [entry] = entries(word_file(p(r("Alderford Borough Council (21 000 001)")) + p(r("Summary: It was lost."))))
    assert isinstance(entry, SourceEntry)
    assert "Zebedee" not in entry.record.line() + "".join(entry.doubts)
    assert repr(Outside({"property: author": "Zebedee"})) == "<1 texts>"
