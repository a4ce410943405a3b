"""How a Word file of a decision looks: its page, its styles, what stands at the head and foot of every page."""

from functools import cached_property

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

NORMAL, NUMBERED, ITEM, SMALL, LARGE = "Normal", "Numbered paragraph", "List item", "Small print", "Summary"
BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")
HEADINGS = tuple(f"Heading {level}" for level in range(1, 7))
STEP = Cm(0.9)
"""How far each level of a list stands in."""
HUNG = Cm(0.63)
"""How far Word's own bullets hang out, as their styles have it."""

_FONT = "Georgia"  # on nearly every machine that opens such a file
_SPRUCE, _QUIET = RGBColor(0x0F, 0x4C, 0x52), RGBColor(0x4A, 0x55, 0x60)
_HEADING_SIZES = (20, 14, 12, 11, 11, 11)
_MARGIN = Cm(1.3)


class StyledDocument:
    """A document and its styles. Finding a style by its name takes the library long, so that it is done once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        _set_page(document)
        _set_styles(document)

    def add(self, text: str = "", style: str = NORMAL) -> Paragraph:
        """A paragraph at the end."""
        line = self.document.add_paragraph(text)
        line._p.style = self._ids[style]
        return line

    @cached_property
    def _ids(self) -> dict[str, str]:
        names = (NORMAL, NUMBERED, ITEM, SMALL, LARGE, *BULLETS, *HEADINGS)
        return {name: str(self.document.styles[name].style_id) for name in names}


def write_edges(section: Section, styled: StyledDocument, foot: str, head: str = "") -> None:
    """What stands on every page: at its foot what this is and where; at its head what must be seen."""
    line = section.footer.paragraphs[0]
    line.style = styled.document.styles[SMALL]
    line.add_run(f"{foot} Page ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    line._p.append(field)
    if head:
        section.header.paragraphs[0].add_run(head).bold = True


def _set_page(document: Document) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Cm(3.4), Cm(2.6), Cm(2.5), Cm(3)
    page.header_distance, page.footer_distance = Cm(1.2), Cm(1.1)


def _set_styles(document: Document) -> None:
    styles = document.styles
    language = styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    for name in ("w:val", "w:eastAsia"):
        language.set(qn(name), "en-GB")
    _set_font(styles[NORMAL], 11)
    styles[NORMAL].paragraph_format.space_after = Pt(8)
    for name, size in zip(HEADINGS, _HEADING_SIZES, strict=True):
        _set_font(styles[name], size, _SPRUCE)
    for name, small, colour in ((NUMBERED, 11, None), (ITEM, 11, None), (SMALL, 9, _QUIET), (LARGE, 13, None)):
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = styles[NORMAL]
        _set_font(made, small, colour)
    for name in (ITEM, *BULLETS):
        styles[name].paragraph_format.space_after = Pt(4)
    numbered = styles[NUMBERED].paragraph_format
    numbered.left_indent, numbered.first_line_indent = Cm(0), -_MARGIN
    numbered.tab_stops.add_tab_stop(Cm(0))


def _set_font(style: ParagraphStyle, size: float, colour: RGBColor | None = None) -> None:
    style.font.name, style.font.size = _FONT, Pt(size)
    fonts = style.element.rPr.rFonts
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)
    if colour is not None:
        style.font.color.rgb = colour
