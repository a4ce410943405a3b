"""A pack of decisions as a Word file: a front with the contents, then each on pages of its own."""

import docx
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from upheld.public.twins.pack import PackTwin
from upheld.public.twins.twin import Twin
from upheld.public.twins.word import describe, saved, write_decision
from upheld.public.twins.word_styles import BULLETS, HEADINGS, SMALL, StyledDocument, write_edges


def write_pack(pack: PackTwin) -> bytes:
    """The file. Each decision is a section with its own foot; the contents lead to bookmarks at their titles."""
    document = docx.Document()
    subject = f"made on {pack.made_words}"
    describe(document, title=pack.title, subject=subject, language=pack.language, made_on=pack.made_on)
    styled = StyledDocument(document)
    write_edges(document.sections[0], styled, f"{pack.title}, made on {pack.made_words}. {pack.short_address}")
    _write_front(styled, pack)
    for number, twin in enumerate(pack.decisions, 1):
        _write_one(styled, number, twin)
    return saved(document)


def _write_front(styled: StyledDocument, pack: PackTwin) -> None:
    styled.add(pack.scheme, SMALL)
    styled.add(pack.title, HEADINGS[0])
    for sentence in pack.made:
        styled.add(sentence)
    styled.add(pack.address, SMALL)
    if pack.left_out:
        styled.add("Not in this pack", HEADINGS[1])
    for sentence in pack.left_out:
        styled.add(sentence, BULLETS[0])
    if pack.decisions:
        styled.add("Contents", HEADINGS[1])
    for number, (twin, facts) in enumerate(zip(pack.decisions, pack.facts, strict=True), 1):
        line = styled.add(f"{number}. ")
        _lead_to(line, twin.title, _bookmark(number))
        line.add_run(f"\n{facts}").font.size = Pt(9.5)
    if pack.about:
        styled.add("About this pack", HEADINGS[1])
    for sentence in pack.about:
        styled.add(sentence, SMALL)


def _write_one(styled: StyledDocument, number: int, twin: Twin) -> None:
    section = styled.document.add_section(WD_SECTION.NEW_PAGE)
    section.footer.is_linked_to_previous = section.header.is_linked_to_previous = False
    head = twin.warning or f"{twin.reference}, {twin.version}"
    write_edges(section, styled, f"{twin.reference}, {twin.version}. {twin.address}", head)
    _mark_place(write_decision(styled, twin), number)


def _bookmark(number: int) -> str:
    return f"decision_{number}"


def _lead_to(line: Paragraph, words: str, bookmark: str) -> None:
    """A link inside the document."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark)
    run = line.add_run(words)
    run.underline = True
    link.append(run._r)
    line._p.append(link)


def _mark_place(title: Paragraph, number: int) -> None:
    """A bookmark around the title's words."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), _bookmark(number))
    title._p.insert(1 if title._p.pPr is not None else 0, start)
    title._p.append(end)
