"""What an import makes of Word files and of their relatives: an entry, or a sentence that says what to do."""

import io
import zipfile

import pytest

from tests.build.word import DOCUMENT, archive, p, r, word_file
from tests.build.word_reading import entries
from upheld.ingest.found import Refusal, SourceEntry

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LABELS = p(r("Decision : Upheld")) + p(r("Decision date : 14 Mar 2022"))
TITLE = p(r("Alderford Borough Council (21 000 001)"), style="Heading1")
TEXT = p(r("The complaint"), style="Heading1") + p(r("Mrs B complains about the Council."))


def entry(data: bytes, file: str = "decision.docx") -> SourceEntry:
    (found,) = entries(data, file)
    assert isinstance(found, SourceEntry)
    return found


def refused(data: bytes, file: str = "decision.docx", category: str | None = "Housing") -> str:
    (found,) = entries(data, file, category)
    assert isinstance(found, Refusal)
    assert found.place.file == file
    return found.reason


def zipped(**members: bytes) -> bytes:
    return archive({name.replace("__", "/"): data for name, data in members.items()})


def office(kind: str) -> bytes:
    return word_file(p(), types=DOCUMENT.replace("wordprocessingml.document", kind))


def test_a_word_file_is_a_decision() -> None:
    found = entry(word_file(TITLE + LABELS + TEXT))
    record = found.record
    assert (record.reference, record.outcome, str(record.decided_on)) == ("21 000 001", "Upheld", "2022-03-14")
    assert [section.heading for section in record.sections] == ["The complaint"]
    assert str(found.place) == "decision.docx"


def test_what_the_file_does_not_say_is_left_empty_and_told() -> None:
    found = entry(word_file(TITLE + TEXT))
    assert found.record.outcome is None
    assert "Outcome not stated" in found.doubts


def test_remarks_on_the_file_are_told_with_the_others() -> None:
    found = entry(word_file(TITLE + TEXT + p(r("secret", "<w:vanish/>"), r("open"))))
    assert any(doubt.startswith("1 piece of hidden text was left out") for doubt in found.doubts)


def test_the_reference_may_be_in_the_name_of_the_file_only() -> None:
    assert entry(word_file(TEXT), "21-000-007.docx").record.reference == "21 000 007"


def test_the_reference_may_be_in_the_footer_only() -> None:
    found = entry(word_file(TEXT, parts={"footer1": p(r("Our ref: 21 000 008"))}))
    assert found.record.reference == "21 000 008"
    assert any("header or footer" in doubt for doubt in found.doubts)


def test_a_file_without_a_reference_is_refused() -> None:
    assert "has no reference" in refused(word_file(TEXT))


def test_a_file_without_text_is_refused() -> None:
    assert "holds no text" in refused(word_file(TITLE))


def test_a_file_with_two_decisions_is_refused() -> None:
    assert "more than one decision" in refused(word_file((TITLE + LABELS + TEXT) * 2))


def test_properties_reach_nothing() -> None:
    data = word_file(TITLE + TEXT)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert b"Zebedee Quillfeather" in packed.read("docProps/core.xml")
    [entry] = entries(data)
    assert "Quillfeather" not in repr(entry)
    assert isinstance(entry, SourceEntry)
    assert entry.outside["property: author"] == "Zebedee Quillfeather"  # what looks for aliases needs it


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            b"%PDF-1.7\n",
            "is a PDF, which keeps neither headings nor paragraphs. Import the Word document it was made from",
        ),
        (
            OLE + bytes(600),
            "is an old Office file (.doc, .xls, .msg). Open it in Word or LibreOffice, save it as “Word",
        ),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
        (b"{\\rtf1\\ansi Dear Mrs B}", "is a Rich Text file (.rtf). Open it in Word or LibreOffice, save it as “Word"),
        (b'<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>', "is Word XML. Open it in Word or LibreOffice"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "is an OpenDocument file. Open it in Word or"),
        (zipped(mimetype=b"application/epub+zip"), "is an e-book"),
        (zipped(one=b"text"), "is a zip file. Unpack it"),
        (
            zipped(**{"decisions__one.docx": b"PK"}),
            "is a zip file with Word documents in it. Unpack it, and import the folder",
        ),
        (zipped(**{"Index__Document.iwa": b""}), "is an Apple Pages file"),
        (office("spreadsheetml.sheet"), "is an Excel workbook"),
        (office("presentationml.presentation"), "is a PowerPoint presentation"),
        (office("wordprocessingml.template"), "is a Word template"),
        (office("drawingml.chart"), "is an Office file, but not a Word document"),
        (b"PK\x05\x06" + bytes(18), "is a zip file"),
        (b"PK\x03\x04rest", "is damaged or cut off"),
    ],
)
def test_every_relative_is_refused_with_what_to_do(data: bytes, sentence: str) -> None:
    assert sentence in refused(data)
