"""The Word file: every word, in order, in Word's own headings, lists and tables."""

import io
import re
import zipfile
from collections.abc import Iterator

import docx
import pytest
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from tests.build.twin import MARKUP, split_words, twin, words_of
from upheld.public.twins.twin import Twin, TwinParagraph, TwinSection, TwinTable
from upheld.public.twins.word import write_word

pytestmark = pytest.mark.slow


def read(made: Twin) -> Document:
    return docx.Document(io.BytesIO(write_word(made)))


def text_of(document: Document) -> str:
    return "\n".join(_texts(document))


def _texts(document: Document) -> Iterator[str]:
    for part in document.iter_inner_content():
        if isinstance(part, Paragraph):
            yield part.text
        elif isinstance(part, Table):
            yield from (cell.text for row in part.rows for cell in row.cells)


def paragraphs(document: Document) -> list[tuple[str, str]]:
    return [(line.style.name or "", line.text) for line in document.paragraphs if line.style]


def test_every_word_is_there_in_order() -> None:
    made = twin(remedies=())
    assert "\x00".join(words_of(made)) in "\x00".join(split_words(text_of(read(made))))


def test_headings_numbers_and_lists_are_words_own() -> None:
    found = paragraphs(read(twin()))
    assert ("Heading 1", "Alderford Borough Council (21 000 001)") in found
    assert ("Heading 2", "The complaint") in found
    assert ("Heading 3", "The papers") in found
    assert ("Numbered paragraph", "3 [2]\tIt will:") in found
    assert ("List item", "(a)\tapologise to Mrs B;") in found
    assert ("List Bullet 2", "paper") in found
    assert ("List item", "(1)\tof brass") in found
    assert (
        "List Bullet",
        "An apology, agreed, for the person who complained (paragraph 3)\napologise to Mrs B;",
    ) in found


def test_the_first_row_heads_a_table_and_is_repeated() -> None:
    [first, second] = read(twin()).tables
    assert [[cell.text for cell in row.cells] for row in first.rows] == [
        ["Term", "Sum"], ["Autumn", "£300"], ["Spring\nlate", "£1,200"]
    ]  # fmt: skip
    assert "w:tblHeader" in first.rows[0]._tr.xml
    assert "w:tblHeader" not in first.rows[1]._tr.xml
    assert "w:tblHeader" not in second.rows[0]._tr.xml


def test_it_says_what_it_is_and_names_nobody() -> None:
    document = read(twin())
    about = document.core_properties
    assert (about.title, about.language, about.author, about.last_modified_by, about.comments) == (
        "Alderford Borough Council (21 000 001)", "en-GB", "", "", ""
    )  # fmt: skip
    foot = document.sections[0].footer.paragraphs[0].text
    assert foot.startswith("21 000 001, version 1 of 2 March 2026. https://register.example/decisions/")
    assert 'w:val="en-GB"' in document.styles.element.xml
    assert "python-docx" not in "".join(everything(write_word(twin())))


def test_one_that_was_replaced_says_so_on_every_page() -> None:
    document = read(twin(warning="Superseded. This is version 1 of 2."))
    assert document.sections[0].header.paragraphs[0].text == "Superseded. This is version 1 of 2."
    assert ("Normal", "Superseded. This is version 1 of 2.") in paragraphs(document)


@pytest.mark.parametrize("value", ["", "\n", " ", MARKUP, "a\tb", "\u2028", "中文 😀", "x" * 40_000])
def test_odd_texts_are_kept(value: str) -> None:
    odd = TwinParagraph(value, items=(TwinParagraph(value),), table=TwinTable(((value, value), ()), True))
    document = read(twin(summary=value, sections=(TwinSection(value, (odd,)),)))
    assert [cell.text for cell in document.tables[0].rows[0].cells] == [value, value]


def test_a_list_however_deep_is_kept() -> None:
    item = TwinParagraph("deepest")
    for _ in range(8):
        item = TwinParagraph("level", items=(item,))
    section = TwinSection("", (TwinParagraph("", items=(item,)),))
    assert "deepest" in text_of(read(twin(sections=(section,))))


def test_the_same_twin_is_the_same_file() -> None:
    assert write_word(twin()) == write_word(twin())


def everything(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name).decode() for name in archive.namelist() if re.search(r"\.(xml|rels)$", name)]
