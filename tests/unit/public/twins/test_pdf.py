"""The PDF: every word, in order, in tags that a screen reader can follow."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from tests.build.twin import MARKUP, long_sections, sections, split_words, twin, words_of
from upheld.public.twins.pdf import write_pdf
from upheld.public.twins.twin import Twin, TwinParagraph, TwinSection, TwinTable

pytestmark = pytest.mark.slow


def read(made: Twin) -> PdfReader:
    return PdfReader(io.BytesIO(write_pdf(made)))


def text_of(reader: PdfReader) -> str:
    """The text of all pages without what stands at their feet."""
    return "\n".join(re.split(r"\n21 000 001, version", page.extract_text())[0] for page in reader.pages)


def tags(reader: PdfReader) -> list[str]:
    """The tags of the structure tree, in reading order."""
    return list(_walk(reader.root_object["/StructTreeRoot"]["/K"]))


def _walk(node: Any) -> Iterator[str]:
    node = node.get_object()
    if isinstance(node, ArrayObject):
        for child in node:
            yield from _walk(child)
    elif isinstance(node, DictionaryObject) and "/S" in node:
        yield node["/S"]
        yield from _walk(node.get("/K", ArrayObject()))


def in_order(wanted: list[str], found: list[str]) -> bool:
    """Whether the wanted words stand among those found, one right after the other."""
    text, part = "\x00".join(found), "\x00".join(wanted)
    return f"\x00{part}\x00" in f"\x00{text}\x00"


def test_every_word_is_there_in_order() -> None:
    made = twin(remedies=())
    assert in_order(words_of(made), split_words(text_of(read(made))))


def test_it_says_what_it_is_and_keeps_to_the_standard() -> None:
    reader = read(twin())
    root = reader.root_object
    assert reader.metadata
    assert reader.metadata.title == "Alderford Borough Council (21 000 001)"
    assert reader.metadata.author is None
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - pypdf has its own boolean
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - the same
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()


def test_it_is_set_in_the_serif_of_the_site() -> None:
    fonts = {font for page in read(twin()).pages for font in page["/Resources"]["/Font"].values()}
    names = {str(font.get_object()["/BaseFont"]).partition("+")[2] for font in fonts}
    assert names == {"SourceSerif4-Regular", "SourceSerif4-SemiBold", "SourceSerif4-Italic"}


def test_its_tags_are_those_of_a_document() -> None:
    found = tags(read(twin()))
    assert found[0] == "/Document"
    assert found.count("/H1") == 1
    assert found.count("/H3") == 2
    assert found.count("/Table") == 2
    assert found.count("/TH") == 2
    assert found.count("/TD") == 8
    assert found.count("/L") == 5  # what was put right, two lists and one within, law
    assert found.count("/LI") == found.count("/Lbl") == found.count("/LBody") == 8
    assert found.index("/H1") < found.index("/H2") < found.index("/Table")


def test_bookmarks_lead_to_every_heading() -> None:
    reader = read(twin())
    [title, chapters] = reader.outline
    assert title.title == "Alderford Borough Council (21 000 001)"
    names = [entry.title for entry in chapters if not isinstance(entry, list)]
    assert names == [
        "Summary", "What was put right", "The complaint", "What I found", "Law and guidance cited",
        "What you can do next", "About this document",
    ]  # fmt: skip
    assert [entry.title for part in chapters if isinstance(part, list) for entry in part] == [
        "The papers", "If it is yours"
    ]  # fmt: skip


def test_every_page_names_version_and_address() -> None:
    reader = read(twin(sections=long_sections(40)))
    assert len(reader.pages) > 3
    for number, page in enumerate(reader.pages, 1):
        foot = " ".join(page.extract_text().split())
        assert "21 000 001, version 1 of 2 March 2026" in foot
        assert "https://register.example/decisions/housing/homelessness/21-000-001" in foot
        assert f"Page {number} of {len(reader.pages)}" in foot


def test_one_that_was_replaced_says_so_on_every_page() -> None:
    reader = read(twin(sections=long_sections(40), warning="Superseded. This is version 1 of 2."))
    assert all("Superseded. This is version 1 of 2." in page.extract_text() for page in reader.pages)


def test_it_says_what_to_do_next() -> None:
    assert re.search(r"What you can do next\s+If it is yours\s+Write to us within a month.", text_of(read(twin())))
    assert "What you can do next" not in text_of(read(twin(steps=())))


def test_a_long_one_has_contents_with_pages_and_a_short_one_has_none() -> None:
    assert "Contents" not in text_of(read(twin()))
    reader = read(twin(sections=long_sections(120)))
    assert re.search(r"Part 7[ .]*\d+", text_of(reader))
    assert "/TOC" in tags(reader)


def test_no_word_is_read_as_markup() -> None:
    nasty = (TwinParagraph(MARKUP, MARKUP[:3], items=(TwinParagraph(MARKUP),)),)
    table = (TwinParagraph(MARKUP, table=TwinTable(((MARKUP, "= x"),), header=True)),)
    text = (TwinSection(MARKUP, nasty), TwinSection("= a\n- b\n+ c\n/ d: e", table))
    made = twin(title=MARKUP, summary=f"{MARKUP}\n= Heading\n- item\n#pagebreak()", remedies=(), sections=text)
    reader = read(made)
    assert "".join(words_of(made)) in "".join(split_words(text_of(reader)))  # long strings are broken anywhere
    assert tags(reader).count("/H2") == 6
    assert "/Code" not in tags(reader)


def test_letters_that_no_font_has_do_not_stop_it() -> None:
    reader = read(twin(summary="ελληνικά, Кириллица, Łódź, ŵyl; 中文 हिन्दी 😀 \U0001f9ff \ue000"))
    text = text_of(reader)
    assert "ελληνικά, Кириллица, Łódź, ŵyl" in text
    assert reader.root_object["/MarkInfo"]["/Marked"] == True  # noqa: E712 - pypdf has its own boolean


@pytest.mark.parametrize("value", ["", "\n", " ", "x" * 5_000, "\u200b", "\u2028", "a\tb", "\u202e"])
def test_odd_texts_are_set_too(value: str) -> None:
    odd = TwinParagraph(value, value[:40], items=(TwinParagraph(value),), table=TwinTable(((value, value), ()), True))
    assert read(twin(summary=value, sections=(TwinSection(value, (odd,)),))).pages


def test_the_same_twin_is_the_same_file() -> None:
    assert write_pdf(twin()) == write_pdf(twin(sections=sections()))
