"""The pieces of a page's text, as a browser shows it: headings, paragraphs, list items with their marks, tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree, html

from upheld.analysis.headings import is_known, looks_like_one
from upheld.analysis.labels import is_label
from upheld.analysis.lines import read_lines
from upheld.analysis.marks import Mark, begins, follows, put_in_order, read_mark, split_mark
from upheld.analysis.pieces import Piece
from upheld.ingest.sources.html_furniture import is_furniture, is_unseen
from upheld.ingest.sources.html_lines import INLINE
from upheld.ingest.sources.html_marks import list_mark, list_start
from upheld.ingest.sources.html_tables import read_definitions, read_table

_SPACE = re.compile(r"[ \t\r\n\f]+")
_HEADING = {f"h{level}": level for level in range(1, 7)}
_BOLD = {"b", "strong"}
_LISTS = {"ol", "ul", "menu", "dir"}


@dataclass
class _List:
    """An open list: its element, the value of its next item, how deep it is."""

    element: html.HtmlElement
    value: int
    depth: int


@dataclass
class _Item:
    """An open list item: its mark, how deep its list is, the place of its piece once that is there."""

    element: html.HtmlElement
    mark: str
    depth: int
    place: int | None = None


@dataclass
class _Writer:
    pieces: list[Piece] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    bold: bool = True  # whether all text gathered so far is bold
    inside_bold: int = 0
    line: int = 0
    lists: list[_List] = field(default_factory=list)
    items: list[_Item] = field(default_factory=list)
    heading: html.HtmlElement | None = None
    main: html.HtmlElement | None = None
    in_main: bool = False
    outside: set[int] = field(default_factory=set)
    last: dict[str, list[Mark]] = field(default_factory=dict)

    def write(self, page: html.HtmlElement) -> list[Piece]:
        mains = page.xpath("//main | //*[@role='main']")
        self.main = mains[0] if isinstance(mains, list) and len(mains) == 1 else None
        walk = etree.iterwalk(page, events=("start", "end", "comment"))
        for event, element in walk:
            if event == "start" and not self._begin(element):
                walk.skip_subtree()
            elif event == "end":
                self._end(element)
            if event != "start":
                self._text(element.tail, element.getparent())
        self._flush()
        return self._pieces()

    def _begin(self, element: html.HtmlElement) -> bool:
        """Whether the inside of the element is to be read."""
        tag = element.tag
        if is_unseen(element):
            return False
        if tag == "br":
            self.texts.append("\n")
            return True
        if tag not in INLINE:
            self._flush()
        if (whole := self._whole(element)) is not None:
            self._add(*whole)
            return False
        self.in_main = self.in_main or element is self.main
        self.inside_bold += tag in _BOLD
        if tag in _LISTS:
            self.lists.append(_List(element, list_start(element), len(self.lists) + 1))
        elif tag == "li":
            self._begin_item(element)
        elif tag in _HEADING and self.heading is None:
            self.heading = element
        self._text(element.text, element)
        return True

    def _whole(self, element: html.HtmlElement) -> list[Piece] | None:
        """What an element gives that is read as one: furniture, tables, definitions, text with its own lines."""
        if is_furniture(element):
            text = _SPACE.sub(" ", " ".join(_seen(element))).strip()
            return [Piece("furniture", text, line=element.sourceline or 0)] if text else []
        if element.tag == "table" and (table := read_table(element)):
            return [table]
        if element.tag == "dl" and (table := read_definitions(element)):
            return [table]
        if element.tag in {"pre", "xmp", "plaintext"}:
            first = element.sourceline or 1
            lines = "".join(map(str, element.itertext())).split("\n")
            return read_lines([(first + at, line) for at, line in enumerate(lines)])
        return None

    def _begin_item(self, element: html.HtmlElement) -> None:
        if not self.lists:
            self.items.append(_Item(element, "", 1))
            return
        inner = self.lists[-1]
        mark, inner.value = list_mark(inner.element, element, inner.value)
        self.items.append(_Item(element, mark, inner.depth))

    def _end(self, element: html.HtmlElement) -> None:
        tag = element.tag
        if tag not in INLINE and tag != "br" and not is_unseen(element):
            self._flush()
        self.inside_bold -= tag in _BOLD and not is_unseen(element) and self.inside_bold > 0
        if self.heading is element:
            self.heading = None
        if self.items and self.items[-1].element is element:
            self.items.pop()
        if self.lists and self.lists[-1].element is element:
            self.lists.pop()
        if element is self.main:
            self.in_main = False

    def _text(self, text: str | None, element: html.HtmlElement | None) -> None:
        if not text:
            return
        if text.strip():
            if not self.texts or not any(part.strip() for part in self.texts):
                self.line = (element.sourceline if element is not None else 0) or 0
                self.bold = True
            self.bold = self.bold and self.inside_bold > 0
        self.texts.append(_SPACE.sub(" ", text))

    def _flush(self) -> None:
        if not self.texts:
            return
        text = re.sub(r" *\n *", "\n", _SPACE_RUN.sub(" ", "".join(self.texts))).strip(" \n")
        self.texts = []
        for paragraph in re.split(r"\n{2,}", text):
            if paragraph:
                self._write(paragraph)

    def _write(self, text: str) -> None:
        lines = text.split("\n")
        if self.heading is not None:
            self._add(Piece("heading", " ".join(lines), level=_HEADING[str(self.heading.tag)], line=self.line))
        elif self.items and self.items[-1].place is None:
            self._write_item(self.items[-1], text)
        elif self.items and self._belongs_to_item(self.items[-1]):
            place = self.items[-1].place or 0
            self.pieces[place] = replace(self.pieces[place], text=f"{self.pieces[place].text}\n\n{text}")
        elif len(lines) > 1 and (is_label(lines[0]) or any(map(_stands_alone, lines[1:]))):
            for line in lines:
                self._add(self._paragraph(line, bold=False))
        else:
            self._add(self._paragraph(_unbroken(lines), bold=self.bold))

    def _write_item(self, item: _Item, text: str) -> None:
        mark, typed = item.mark, self._typed(text) if not item.mark else None
        if typed and typed[0]:
            mark, text = typed
        self._add(Piece("item", _unbroken(text.split("\n")), level=item.depth, mark=mark, line=self.line))
        item.place = len(self.pieces) - 1

    def _belongs_to_item(self, item: _Item) -> bool:
        """Whether a further paragraph of an item is put to its text; those of numbered paragraphs stand alone."""
        numbered = read_mark(item.mark).is_decimal and item.depth == 1
        return not numbered and item.place == len(self.pieces) - 1

    def _paragraph(self, text: str, *, bold: bool) -> Piece:
        if bold and looks_like_one(text) and not is_label(text):
            return Piece("heading", text, level=0, line=self.line)
        if typed := self._typed(text):
            return Piece("item", typed[1], mark=typed[0], line=self.line)
        return Piece("paragraph", text, line=self.line)

    def _typed(self, text: str) -> tuple[str, str] | None:
        """Mark and text, where the mark is typed and can be one: a list begins with it, or it goes on so."""
        found = split_mark(text[:200])
        if found is None or not found[1]:
            return None
        mark = read_mark(found[0])
        fits = not mark.style or mark.is_decimal or begins(mark)
        last = self.last.setdefault(mark.style, [])
        if not fits and not any(follows(mark, one) for one in last):
            return None
        put_in_order(last, mark)
        return found[0], found[1] + text[200:]

    def _add(self, *pieces: Piece) -> None:
        for piece in pieces:
            if self.main is not None and not self.in_main:
                self.outside.add(len(self.pieces))
            self.pieces.append(piece)

    def _pieces(self) -> list[Piece]:
        """The pieces; what stands outside a page's main part and is no label, as furniture."""
        inside = [piece for at, piece in enumerate(self.pieces) if at not in self.outside]
        if not any(piece.kind == "heading" or is_known(piece.text) for piece in inside):
            return self.pieces
        return [
            replace(piece, kind="furniture", text=piece.text or _cells(piece))
            if at in self.outside and not _is_told(piece)
            else piece
            for at, piece in enumerate(self.pieces)
        ]


_SPACE_RUN = re.compile(r" {2,}")


def html_pieces(page: html.HtmlElement) -> list[Piece]:
    """The pieces of the page, in order."""
    return _Writer().write(page)


def _stands_alone(line: str) -> bool:
    """Whether a line after a `br` begins something of its own."""
    return is_label(line) or is_known(line) or split_mark(line[:200]) is not None


def _is_told(piece: Piece) -> bool:
    return is_label(piece.text) or any(len(row) > 1 and is_label(row[0]) for row in piece.rows)


def _cells(piece: Piece) -> str:
    return "\n".join(" ".join(row) for row in piece.rows)


def _unbroken(lines: list[str]) -> str:
    """Lines parted by `br`: joined where a sentence goes on."""
    text = lines[0]
    for line in lines[1:]:
        text += (" " if line[:1].islower() or text[-1:].islower() or text[-1:] == "," else "\n") + line
    return text


def _seen(element: html.HtmlElement) -> Iterator[str]:
    for part in element.iter():
        if part is not element and any(is_unseen(one) for one in [part, *part.iterancestors()][:3]):
            continue
        if isinstance(part.tag, str) and part.text and part.text.strip():
            yield part.text
        if part is not element and part.tail and part.tail.strip():
            yield part.tail
