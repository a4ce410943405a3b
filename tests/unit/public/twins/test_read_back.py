"""What goes into a twin comes out of it: read back by our own readers, and by others, whole and in order."""

import io
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.table import Table
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from pypdf import PdfReader

from tests.build.long_report import long_sections
from tests.build.page import found, records
from tests.build.twin import split_words, twin, words_of
from tests.unit.public.twins.test_markdown import shown
from upheld.analysis.document import Section
from upheld.analysis.paragraphs import list_paragraphs
from upheld.ingest.found import Refusal
from upheld.ingest.sources.word.reader import read_word
from upheld.public.pages.twin import make_twin_sections
from upheld.public.twins.markdown import write_markdown
from upheld.public.twins.pdf import write_pdf
from upheld.public.twins.plain import write_plain
from upheld.public.twins.press import order
from upheld.public.twins.twin import Twin
from upheld.public.twins.typesetting import typeset
from upheld.public.twins.word import write_word

REPORTS = Path(__file__).parents[5] / "shared" / "data" / "lgo-public-reports.json"
NUMBERS = {"number": None, "printed": None}
SECTIONS = TypeAdapter(tuple[Section, ...]).validate_python(long_sections())


def of_pdf(made: Twin) -> str:
    pages = PdfReader(io.BytesIO(write_pdf(made))).pages
    return "\n".join(page.extract_text().split(f"\n{made.reference}, {made.version}")[0] for page in pages)


def of_word(made: Twin) -> str:
    parts = docx.Document(io.BytesIO(write_word(made))).iter_inner_content()
    return "\n".join(
        "\n".join(cell.text for row in part.rows for cell in row.cells) if isinstance(part, Table) else part.text
        for part in parts
    )


def of_word_as_we_read_it(made: Twin) -> str:
    pieces = read_word(io.BytesIO(write_word(made))).pieces
    return "\n".join(
        "\n".join([piece.mark, piece.text, *(cell for row in piece.rows for cell in row)]) for piece in pieces
    )


def of_markdown(made: Twin) -> str:
    return shown(write_markdown(made).decode())


READERS: Mapping[str, Callable[[Twin], str]] = {
    "pdf": of_pdf, "word": of_word, "word, read by us": of_word_as_we_read_it, "markdown": of_markdown
}  # fmt: skip


def solid(words: list[str]) -> str:
    """The words without the stops that stand behind numbers in some forms and not in others."""
    return "".join(word for word in words if word != ".")


@pytest.mark.slow
@pytest.mark.parametrize("form", READERS)
def test_a_long_report_is_whole_in_every_form(form: str) -> None:
    made = twin(sections=make_twin_sections(SECTIONS), remedies=(), laws=())
    text = READERS[form](made)
    if form == "pdf":  # the contents stand between the summary and the text
        made = replace(made, summary="")
    assert solid(words_of(made)) in solid(split_words(text))


@pytest.mark.slow
@pytest.mark.parametrize("form", READERS)
@pytest.mark.skipif(not REPORTS.is_file(), reason="the real reports are not here")
def test_real_reports_are_whole_in_every_form(form: str) -> None:
    for report in json.loads(REPORTS.read_text(encoding="utf-8")):
        blocks = [{"number": number, "text": line} for number, line in enumerate(report["text"].split("\n"), 1) if line]
        sections = TypeAdapter(tuple[Section, ...]).validate_python([{"heading": report["title"], "blocks": blocks}])
        made = twin(sections=make_twin_sections(sections), remedies=(), laws=(), summary="")
        assert solid(words_of(made)) in solid(split_words(READERS[form](made)))


def test_the_plain_text_reads_back_the_same() -> None:
    made = twin(title="Alderford Borough Council (21 000 001)", rows=(("Category", "Housing > Homelessness"),))
    [record] = records(write_plain(made, SECTIONS))
    assert record.summary == made.summary
    read, meant = list_paragraphs(record.sections), list_paragraphs(SECTIONS)
    assert [(one.address, one.number, one.printed) for one in read] == [
        (one.address, one.number, one.printed) for one in meant
    ]
    assert [one.block.model_copy(update=NUMBERS) for one in read] == [
        one.block.model_copy(update=NUMBERS) for one in meant
    ]
    assert [section.heading for section in record.sections] == [section.heading for section in SECTIONS]
    assert (record.reference, record.category, record.subcategory) == ("21 000 001", "Housing", "Homelessness")


def test_the_plain_text_of_one_that_was_replaced_is_not_taken_for_true() -> None:
    former = twin(title="Alderford Borough Council (21 000 001), version 1", warning="Superseded. This is version 1.")
    [one] = found(write_plain(former, SECTIONS), file="21-000-001-v1.txt")
    assert isinstance(one, Refusal)


def test_the_plain_text_has_its_labels() -> None:
    text = write_plain(twin(warning="Superseded. This is version 1 of 2."), ()).decode()
    assert text.startswith("Alderford Borough Council (21 000 001)\n====")
    assert "\nSuperseded:     Superseded. This is version 1 of 2.\n" in text
    assert "\nDecided by:     Ombudsman of Examples\n" in text
    assert "\nAddress:        https://register.example/decisions/housing/homelessness/21-000-001\n" in text


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=40)
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)


@pytest.mark.slow
@settings(max_examples=4, deadline=None)
@given(TEXTS, TEXTS)
def test_any_words_reach_the_child_and_come_out(first: str, second: str) -> None:
    blocks = [{"number": 1, "text": first, "items": [second]}, {"text": second, "table": {"rows": ((first, second),)}}]
    sections = TypeAdapter(tuple[Section, ...]).validate_python([{"heading": first, "blocks": blocks}])
    made = twin(sections=make_twin_sections(sections), remedies=(), laws=())
    assert typeset(order("pdf", made)) == write_pdf(made)
    assert typeset(order("docx", made)) == write_word(made)
    assert solid(words_of(made)) in solid(split_words(of_word(made)))
    assert "".join(solid(words_of(made)).split()) in "".join(solid(split_words(of_markdown(made))).split())
