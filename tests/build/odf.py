"""Statements as flat OpenDocument text (.fodt), from which LibreOffice makes Word files."""

from collections.abc import Callable, Sequence
from html import escape

from tests.build.statement import Part

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{place}:1.0"'
    for name, place in {
        "office": "office", "text": "text", "style": "style", "table": "table", "draw": "drawing", "meta": "meta",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
LISTED = {"number", "letter", "roman", "bullet"}
SECRET = "Zebedee Quillfeather"  # the author, in properties and fields only: no reader may ever meet the name


def _level(depth: int, form: str, prefix: str = "", suffix: str = ".", shown: int = 1) -> str:
    kind = "bullet" if form == "•" else "number"
    counts = (
        'text:bullet-char="•"' if form == "•"
        else f'style:num-format="{form}" style:num-prefix="{prefix}" style:num-suffix="{suffix}" '
        f'text:display-levels="{shown}"'
    )  # fmt: skip
    return (
        f'<text:list-level-style-{kind} text:level="{depth}" {counts}>'
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        '<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.7cm" '
        f'fo:margin-left="{depth}cm"/></style:list-level-properties></text:list-level-style-{kind}>'
    )


LISTS = {
    "Statement": (_level(1, "1"), _level(2, "a", "(", ")"), _level(3, "i", "(", ")"), _level(4, "•")),
    "Dots": (_level(1, "•"), _level(2, "•"), _level(3, "•")),
    "Legal": (_level(1, "1"), _level(2, "1", shown=2, suffix=""), _level(3, "a", "(", ")")),
    "Capitals": (_level(1, "A"), _level(2, "I"), _level(3, "a", suffix=")")),
}


def document(body: str, *, header: str = "", footer: str = "", styles: str = "", outline: str = "") -> str:
    """A whole document around a body."""
    lists = "".join(
        f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>' for name, levels in LISTS.items()
    )
    fonts = "".join(
        f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" style:family="paragraph" '
        f'style:default-outline-level="{level}"><style:text-properties fo:font-weight="bold"/></style:style>'
        for level in (1, 2, 3)
    )
    looks = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {look}/></style:style>'
        for name, look in {
            "Bold": 'fo:font-weight="bold"', "Hidden": 'text:display="none"', "White": 'fo:color="#ffffff"'
        }.items()
    )  # fmt: skip
    head = f"<style:header><text:p>{header}</text:p></style:header>" if header else ""
    foot = f"<style:footer><text:p>{footer}</text:p></style:footer>" if footer else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:meta>'
        f"<meta:initial-creator>{SECRET}</meta:initial-creator><dc:creator>{SECRET}</dc:creator>"
        f'<meta:user-defined meta:name="Case officer">{SECRET}</meta:user-defined></office:meta><office:styles>'
        '<style:style style:name="Title" style:family="paragraph"/>'
        f"{looks}"
        f"{fonts}{styles}{outline}{lists}</office:styles><office:automatic-styles>"
        '<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" '
        'fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style/><style:footer-style/></style:page-layout>'
        "</office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1">'
        f"{head}{foot}</style:master-page></office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def styled(parts: Sequence[Part], lists: str = "Statement", name: str = "l") -> str:
    """The parts with styles for headings and automatic lists; numbers go on through the whole."""
    lines, last = [], ""
    for count, part in enumerate(parts):
        if part.kind in LISTED:
            style = "Dots" if part.kind == "bullet" else lists
            goes_on = last and f' text:continue-list="{last}"'
            goes_on = ' text:continue-numbering="true"' if part.kind == "bullet" else goes_on
            depth = part.level - 1 if part.kind == "bullet" else part.level
            lines.append(_list(part, f"{name}{count}", style, goes_on, depth))
            last = f"{name}{count}" if part.kind != "bullet" else last
        else:
            lines.append(block(part))
    return "".join(lines)


def _list(part: Part, name: str, style: str, goes_on: str, depth: int) -> str:
    inner = f"<text:p>{escape(part.text)}</text:p>"
    for _ in range(depth - 1):
        inner = f"<text:list><text:list-item>{inner}</text:list-item></text:list>"
    about = f'xml:id="{name}" text:style-name="{style}"{goes_on}'
    return f"<text:list {about}><text:list-item>{inner}</text:list-item></text:list>"


def block(part: Part) -> str:
    """One part that is in no list."""
    if part.kind == "title":
        return f'<text:p text:style-name="Title">{escape(part.text)}</text:p>'
    if part.kind == "heading":
        style = f'text:style-name="Heading_20_{part.level}" text:outline-level="{part.level}"'
        return f"<text:h {style}>{escape(part.text)}</text:h>"
    if part.kind == "table":
        return grid(part.rows)
    return f"<text:p>{escape(part.text)}</text:p>"


def grid(
    rows: Sequence[Sequence[str]], *, cells: Callable[[str], str] = lambda text: f"<text:p>{escape(text)}</text:p>"
) -> str:
    """A table whose first row heads its columns."""
    written = [
        "<table:table-row>"
        + "".join(f"<table:table-cell>{cells(cell)}</table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in rows
    ]
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    head = f"<table:table-header-rows>{written[0]}</table:table-header-rows>"
    return f'<table:table table:name="T{abs(hash(rows[0])) % 999}">{columns}{head}{"".join(written[1:])}</table:table>'


def typed(parts: Sequence[Part]) -> str:
    """The parts as somebody types them: numbers and tabs, bold lines for headings."""
    lines = []
    for part in parts:
        text = escape(part.text)
        if part.kind in {"title", "heading"}:
            text = f'<text:span text:style-name="Bold">{text}</text:span>'
        elif part.kind == "bullet":
            text = f"•<text:tab/>{text}"
        elif part.mark:
            text = f"{part.mark}<text:tab/>{text}" if part.kind == "number" else f"{part.mark} {text}"
        lines.append(f"<text:p>{text}</text:p>")
    return "".join(lines)


def labels_in_table(parts: Sequence[Part]) -> str:
    """The labels as a table of two columns."""
    rows = tuple(tuple(part.text.split(": ", 1)) for part in parts if part.kind == "label")
    return block(parts[0]) + grid(rows)
