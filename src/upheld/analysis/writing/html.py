"""A document as HTML that says what each part is, and back again: nothing is lost on the way.

A paragraph is a `p` behind its number, an item an `li` behind its mark; `data-` attributes keep what the words do not
say. It is a part of a page, without a head.
"""

from collections.abc import Iterator
from html import escape

from lxml import etree

from upheld.analysis.document import Block, Section, Table
from upheld.analysis.writing.written import WrittenDocument


def write_html(document: WrittenDocument) -> str:
    """The document as one `article`."""
    return "\n".join(["<article>", *_write_head(document), *_write_sections(document), "</article>"]) + "\n"


def read_html(text: str) -> WrittenDocument | None:
    """The document that `write_html` wrote so; None for any other HTML."""
    try:
        article = etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
        document = _document(article)
    except (etree.XMLSyntaxError, ValueError, IndexError, TypeError):
        return None
    return document if write_html(document) == text else None


# Writing


def _write_head(document: WrittenDocument) -> Iterator[str]:
    if document.title:
        yield f"<h1>{_text(document.title)}</h1>"
    if document.labels:
        pairs = "".join(f"<dt>{_text(name)}</dt><dd>{_text(value)}</dd>" for name, value in document.labels)
        yield f"<dl>{pairs}</dl>"
    if document.summary:
        yield f'<section class="summary"><h2>Summary</h2><p>{_text(document.summary)}</p></section>'


def _write_sections(document: WrittenDocument) -> Iterator[str]:
    for section in document.sections:
        tag = f"h{min(section.level + 1, 6)}"
        heading = "" if section.heading is None else f"<{tag}>{_text(section.heading)}</{tag}>"
        blocks = "".join(f"<div{_attributes(block)}>{_inside(block)}</div>" for block in section.blocks)
        yield f'<section data-level="{section.level}">{heading}{blocks}</section>'


def _inside(block: Block) -> str:
    mark = block.printed if block.number is None else f"{block.number}."
    shown = f"<span>{_text(mark)}</span> " if mark else ""
    table = _write_table(block.table) if block.table else ""
    items = "".join(_write_item(item) for item in block.items)
    return f"<p>{shown}{_text(block.text)}</p>{table}" + (f"<ul>{items}</ul>" if items else "")


def _write_item(item: str | Block) -> str:
    return f"<li{_attributes(item)}>{_inside(item)}</li>" if isinstance(item, Block) else f"<li>{_text(item)}</li>"


def _attributes(block: Block) -> str:
    said = {
        "number": None if block.number is None else str(block.number),
        "printed": block.printed,
        "signature": "yes" if block.signature else None,
    }
    return "".join(f' data-{name}="{_text(value)}"' for name, value in said.items() if value is not None)


def _write_table(table: Table) -> str:
    rows = []
    for place, row in enumerate(table.rows):
        tag = "th" if table.header and place == 0 else "td"
        rows.append("<tr>" + "".join(f"<{tag}>{_text(cell)}</{tag}>" for cell in row) + "</tr>")
    header = ' data-header="yes"' if table.header else ""
    return f"<table{header}>{''.join(rows)}</table>"


def _text(text: str) -> str:
    """The text with its line breaks and tabs as such, which a reader of HTML would else take for spaces."""
    written = escape(text).replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#9;")
    return written.replace("\x85", "&#133;").replace("\u2028", "&#8232;")


# Reading


def _document(article: etree._Element) -> WrittenDocument:
    title = article.findtext("h1") or ""
    labels = tuple(
        (_all(name), _all(value))
        for name, value in zip(article.findall("dl/dt"), article.findall("dl/dd"), strict=True)
    )
    summary = article.find("section[@class='summary']/p")
    sections = tuple(_section(one) for one in article.findall("section") if one.get("class") is None)
    return WrittenDocument(title, labels, "" if summary is None else _all(summary), sections)


def _section(element: etree._Element) -> Section:
    heading = next((_all(child) for child in element if str(child.tag).startswith("h")), None)
    blocks = tuple(_block(child) for child in element.findall("div"))
    return Section(heading=heading, level=int(element.get("data-level", "1")), blocks=blocks)


def _block(element: etree._Element) -> Block:
    paragraph = element[0]
    mark = paragraph.find("span")
    text = _all(paragraph) if mark is None else (mark.tail or "").removeprefix(" ")
    number = element.get("data-number")
    table = element.find("table")
    return Block(
        number=None if number is None else int(number),
        printed=element.get("data-printed"),
        text=text,
        items=tuple(_item(child) for child in element.findall("ul/li")),
        table=None if table is None else _table(table),
        signature=element.get("data-signature") is not None,
    )


def _item(element: etree._Element) -> str | Block:
    return _block(element) if element.find("p") is not None else _all(element)


def _table(element: etree._Element) -> Table:
    rows = tuple(tuple(_all(cell) for cell in row) for row in element.findall("tr"))
    return Table(rows=rows, header=element.get("data-header") is not None)


def _all(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))
