"""Files sent through a browser: read in a child, completed where something is missing, refused with a sentence."""

import io
import zipfile

import pytest

from tests.build.word import p, r, word_file
from upheld.ingest.found import Reading, Refusal
from upheld.ingest.listing.vocabulary import Vocabulary
from upheld.ingest.uploads.reader import MAX_FILE, Read, Upload, read_upload
from upheld.scheme import get_scheme

TEXT = """Alderford Borough Council (21 000 001)

Category: Housing > Homelessness
Decision: Upheld
Decision date: 14 March 2022

Summary: Mrs B complained that the Council lost her papers.

The complaint

1. Mrs B complained about the Council.

2. It lost her papers.
"""


def read(data: bytes, name: str = "decision.txt", *, shows_source: bool = False) -> Upload:
    return read_upload(data, Reading(name, Vocabulary.of(get_scheme())), shows_source=shows_source)


def only(upload: Upload) -> Read:
    (found,) = upload.found
    assert isinstance(found, Read), found
    return found


def refusal(upload: Upload) -> Refusal:
    (found,) = upload.found
    assert isinstance(found, Refusal)
    return found


def test_reads_a_text_and_shows_its_source() -> None:
    upload = read(TEXT.encode(), shows_source=True)
    found = only(upload)
    assert (found.entry.record.reference, found.missing) == ("21 000 001", ())
    assert "It lost her papers." in upload.source


def test_reads_a_word_file_with_what_it_brings() -> None:
    body = p(r("Alderford Borough Council (21 000 001)"), style="Heading1") + p(r("Category: Housing"))
    data = word_file(body + p(r("The complaint"), style="Heading1") + p(r("Mrs B complains about the Council.")))
    upload = read(data, "Quillfeather 21 000 001.docx", shows_source=True)
    outside = only(upload).entry.outside
    assert outside["file name"] == "Quillfeather 21 000 001.docx"
    assert outside["property: author"] == "Zebedee Quillfeather"
    assert "Mrs B complains about the Council." in upload.source


def test_what_a_document_does_not_say_is_missing_and_not_guessed() -> None:
    bare = TEXT.replace(" (21 000 001)", "").replace("Category: Housing > Homelessness\n", "")
    found = only(read(bare.encode(), "a letter.txt"))
    assert found.missing == ("reference", "category")
    assert found.entry.outside["file name"] == "a letter.txt"
    assert not any("address or the file's name" in doubt for doubt in found.entry.doubts)


def test_a_plain_text_is_read_as_a_decision() -> None:
    found = only(read(b"Mrs B wrote to the Council.\n\nIt did not answer."))
    texts = [block.text for section in found.entry.record.sections for block in section.blocks]
    assert texts == ["Mrs B wrote to the Council.", "It did not answer."]


def test_shows_the_words_of_a_page_and_not_its_scripts() -> None:
    page = b"<html><title>x</title><script>alert(1)</script><body><h1>Alderford (21 000 001)</h1><p>Summary: Late.</p>"
    upload = read(page, "a.html", shows_source=True)
    assert "Summary: Late." in upload.source
    assert "alert" not in upload.source


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b"%PDF-1.7", "not-text"), (b"{", "json"), (b"PK\x03\x04 not a zip", "damaged")],
)
def test_refuses_with_a_sentence(data: bytes, code: str) -> None:
    assert refusal(read(data)).code in {code, "not-zip", "broken", "not-whole"}


def test_refuses_what_is_too_large() -> None:
    assert "larger than 20 MB" in refusal(read(b"a" * (MAX_FILE + 1))).reason


def test_a_bomb_is_refused_and_the_next_file_is_read() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"0" * 60_000_000)
    assert refusal(read(stream.getvalue(), "bomb.docx"))
    assert only(read(TEXT.encode()))


def test_nested_tags_without_end_hurt_nobody() -> None:
    upload = read(b"<html><body>" + b"<div><ul><li>" * 200_000)
    assert isinstance(upload.found[0], Refusal)
    assert only(read(TEXT.encode()))
