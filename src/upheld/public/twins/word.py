"""A decision as a Word file, so that it can be quoted from."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from upheld.public.twins.twin import Twin, TwinParagraph, TwinRemedy, TwinSection, TwinTable
from upheld.public.twins.word_styles import (
    BULLETS,
    HEADINGS,
    HUNG,
    ITEM,
    LARGE,
    NORMAL,
    NUMBERED,
    SMALL,
    STEP,
    StyledDocument,
    write_edges,
)

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def write_word(twin: Twin) -> bytes:
    """The file. Headings, lists and tables are Word's own; numbers are typed, so that they are copied with the text."""
    document = docx.Document()
    describe(document, title=twin.title, subject=twin.version, language=twin.language, made_on=twin.made_on)
    styled = StyledDocument(document)
    write_edges(document.sections[0], styled, f"{twin.reference}, {twin.version}. {twin.address}", twin.warning)
    styled.add(twin.scheme, SMALL)
    write_decision(styled, twin)
    _write_back(styled, twin)
    return saved(document)


def describe(document: Document, *, title: str, subject: str, language: str, made_on: str) -> None:
    """What the file says of itself. It names no author, and no moment at which somebody fetched it."""
    about, day = document.core_properties, dt.datetime.fromisoformat(f"{made_on}T00:00:00+00:00")
    about.title, about.language, about.subject = title[:255], language, subject[:255]
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.created = about.modified = day
    about.revision = 1


def write_decision(styled: StyledDocument, twin: Twin) -> Paragraph:
    """Its title, which is given back, its labels, its summary, what was put right, and its text."""
    title = styled.add(twin.title, HEADINGS[0])
    _write_front(styled, twin)
    for section in twin.sections:
        _write_section(styled, section)
    return title


def _write_front(styled: StyledDocument, twin: Twin) -> None:
    if twin.warning:
        styled.add().add_run(twin.warning).bold = True
    for label, value in twin.rows:
        row = styled.add()
        row.paragraph_format.space_after = Pt(2)
        row.add_run(f"{label}: ").bold = True
        row.add_run(value)
    if twin.summary:
        styled.add("Summary", HEADINGS[1])
        styled.add(twin.summary, LARGE)
    if twin.remedies:
        styled.add(twin.remedies_heading, HEADINGS[1])
    for remedy in twin.remedies:
        _write_remedy(styled, remedy)
    if twin.remedies and twin.remedies_note:
        styled.add(twin.remedies_note, SMALL)


def _write_remedy(styled: StyledDocument, remedy: TwinRemedy) -> None:
    line = styled.add(style=BULLETS[0])
    line.add_run(remedy.title).bold = True
    terms = f", {remedy.terms}" if remedy.terms else ""
    line.add_run(f"{terms} ({remedy.place})" if remedy.place else terms)
    if remedy.text:
        line.add_run(f"\n{remedy.text}").font.size = Pt(9.5)


def _write_section(styled: StyledDocument, section: TwinSection) -> None:
    if section.heading:
        styled.add(section.heading, HEADINGS[min(section.level, 5)])
    for paragraph in section.paragraphs:
        _write_paragraph(styled, paragraph)


def _write_paragraph(styled: StyledDocument, paragraph: TwinParagraph) -> None:
    if paragraph.text or paragraph.mark or not paragraph.table:
        printed = f" [{paragraph.printed}]" if paragraph.printed else ""
        line = styled.add(style=NUMBERED if paragraph.mark else NORMAL)
        run = line.add_run(f"{paragraph.mark}{printed}\t{paragraph.text}" if paragraph.mark else paragraph.text)
        run.italic = paragraph.signature or None
        line.paragraph_format.keep_with_next = bool(paragraph.table or paragraph.items) or None
    if paragraph.table:
        _write_table(styled, paragraph.table)
    _write_items(styled, paragraph.items)


def _write_items(styled: StyledDocument, items: Sequence[TwinParagraph], depth: int = 1) -> None:
    """Bullets are Word's lists, three levels deep; deeper ones and those with marks of their own are indented alike."""
    for item in items:
        if not item.mark and depth <= len(BULLETS):
            line, hung = styled.add(item.text, BULLETS[depth - 1]), HUNG
        else:
            line, hung = styled.add(f"{item.mark or '•'}\t{item.text}", ITEM), STEP
            line.paragraph_format.tab_stops.add_tab_stop(STEP * depth)
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = STEP * depth, -hung
        if item.table:
            _write_table(styled, item.table)
        _write_items(styled, item.items, depth + 1)


def _write_table(styled: StyledDocument, table: TwinTable) -> None:
    width = max(1, *map(len, table.rows)) if table.rows else 1
    made = styled.document.add_table(rows=len(table.rows), cols=width, style="Table Grid")
    places = iter(made._cells)  # asked for once: each row's own cells are found by going through all of the table's
    for number, cells in enumerate(table.rows):
        is_header = table.header and number == 0
        for text in (*cells, *[""] * (width - len(cells))):
            line = next(places).paragraphs[0]
            line.paragraph_format.space_after = Pt(2)
            line.add_run(text).bold = is_header or None
    if table.header and table.rows:
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    styled.add().paragraph_format.space_after = Pt(2)


def _write_back(styled: StyledDocument, twin: Twin) -> None:
    if twin.laws:
        styled.add("Law and guidance cited", HEADINGS[1])
    for law in twin.laws:
        styled.add(f"{law.name} ({law.places})" if law.places else law.name, BULLETS[0])
    if twin.laws and twin.laws_note:
        styled.add(twin.laws_note, SMALL)
    if twin.steps:
        styled.add("What you can do next", HEADINGS[1])
    for step in twin.steps:
        styled.add(step.heading, HEADINGS[2])
        for paragraph in step.paragraphs:
            _write_paragraph(styled, paragraph)
    styled.add("About this document", HEADINGS[1])
    for sentence in twin.about:
        styled.add(sentence, SMALL)


def saved(document: Document) -> bytes:
    """The file's bytes, without the moment at which it was made: the same twin gives the same bytes."""
    made, fixed = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as read, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as write:
        for name in read.namelist():
            write.writestr(zipfile.ZipInfo(name, _LONG_AGO), read.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
