"""Tables and lists of terms of an HTML page, as tables."""

import re

from lxml import etree, html

from upheld.analysis.pieces import Piece
from upheld.ingest.sources.html_furniture import is_unseen
from upheld.ingest.sources.html_lines import INLINE

_SPACE = re.compile(r"[ \t\r\n\f]+")
_LONGEST_TERM = 200


def read_table(element: html.HtmlElement) -> Piece | None:
    """The table; None where it only lays the page out."""
    if element.find(".//table") is not None or element.find(".//h1") is not None or element.find(".//ol") is not None:
        return None
    rows: list[tuple[str, ...]] = []
    header = False
    for row in element.iter("tr"):
        cells = [cell for cell in row if cell.tag in {"td", "th"} and not is_unseen(cell)]
        if any(cells_text := [cell_text(cell) for cell in cells]):
            header = header or ((not rows and all(cell.tag == "th" for cell in cells)) or (not rows and _in_head(row)))
            rows.append(tuple(cells_text))
    if not rows or max(len(row) for row in rows) < 2:
        return None
    caption = element.find("caption")
    text = cell_text(caption) if caption is not None else ""
    return Piece("table", text, rows=tuple(rows), header=header and len(rows) > 1, line=element.sourceline or 0)


def read_definitions(element: html.HtmlElement) -> Piece | None:
    """A list of terms as a table of two columns; None where it is something else."""
    rows: list[list[str]] = []
    for part in element.iter("dt", "dd"):
        text = cell_text(part)
        if part.tag == "dt":
            if len(text) > _LONGEST_TERM:
                return None
            rows.append([text])
        elif not rows:
            return None
        else:
            rows[-1].append(text)
    if not rows or sum(len(row) < 2 for row in rows) > len(rows) // 2:
        return None
    pairs = tuple((row[0], "\n".join(row[1:])) for row in rows)
    return Piece("table", "", rows=pairs, line=element.sourceline or 0)


def cell_text(cell: html.HtmlElement) -> str:
    """The text of a cell: a line for each of its parts."""
    texts: list[str] = []
    walk = etree.iterwalk(cell, events=("start", "end", "comment"))
    for event, element in walk:
        breaks = isinstance(element.tag, str) and element is not cell and element.tag not in INLINE
        if event == "start":
            texts.append("\n" if breaks else "")
            if is_unseen(element):
                walk.skip_subtree()
            else:
                texts.append(_SPACE.sub(" ", element.text or ""))
            continue
        texts.append("\n" if breaks else "")
        if element is not cell:
            texts.append(_SPACE.sub(" ", element.tail or ""))
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(texts).split("\n"))
    return "\n".join(line for line in lines if line)


def _in_head(row: html.HtmlElement) -> bool:
    parent = row.getparent()
    return parent is not None and parent.tag == "thead"
