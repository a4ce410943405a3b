"""A document as plain text that people read, and back again: nothing is lost on the way.

Headings are underlined. A paragraph hangs beside its number, its items stand under it, each behind its mark and two
spaces; `12. [3]` is paragraph 12, which its source prints as 3. Lines are wrapped at single spaces; a backslash at the
end of a line keeps a line break of the text. Where a text could be taken for one of these signs, `\\&` stands before
it, which means nothing and says so.
"""

import json
import re
from collections.abc import Iterator, Sequence

from upheld.analysis.document import Block, Section, Table
from upheld.analysis.writing.escapes import escape, escape_cell, unescape
from upheld.analysis.writing.written import WrittenDocument

WIDTH = 76
GUTTER = 5
_INDENT = 2  # of what belongs to a paragraph without a mark
_UNDERLINES = "-~.^'\""  # one for each level of a heading
_MARK = re.compile(
    r"(?P<mark>[•◦—]|\d{1,6}\.(?: \[[^\[\]\s\\]{1,12}\])?|\((?:\d{1,3}|[A-Za-z]{1,5})\)|[A-Za-z]{1,5}[.)]"
    r"|\d{1,3}(?:\.\d{1,3})+[.)]?|\d{1,3}\)|\[\{(?:[^\"{}\[\]\n]|\"(?:[^\"\\\n]|\\.)*\")*\}\])(?P<gap> {2,})"
)
_NUMBER = re.compile(r"(0|[1-9][0-9]{0,5})\.(?: \[([^\[\]\s\\]{1,12})\])?")
_UNDERLINE = re.compile(r"=+|-+|~+|\.+|\^+|'+|\"+")
_RULE = re.compile(r"\*(?: \*){2,7}")
_SEPARATOR = re.compile(r"\|(?:-+\|)+|\|-")


def write_text(document: WrittenDocument) -> str:
    """The document as text."""
    chunks = [*_write_head(document)]
    for place, section in enumerate(document.sections):
        chunks.append(_write_heading(section, hide=not document.summary and place == 0))
        chunks += ["\n".join(_write_block(block, 0, 0)) for block in section.blocks]
    return "\n\n".join(chunks) + "\n" if chunks else ""


def read_text(text: str) -> WrittenDocument | None:
    """The document that `write_text` wrote so; None for any other text."""
    try:
        document = _Parser(text.replace("\r\n", "\n")).read()
    except (ValueError, IndexError, TypeError, RecursionError):
        return None
    return document if write_text(document) == text.replace("\r\n", "\n") else None


# Writing


def _write_head(document: WrittenDocument) -> Iterator[str]:
    if document.title:
        yield _underlined(_one_line(document.title), "=")
    if document.labels:
        names = [_one_line(name).replace(":", "\\:") + ":" for name, _ in document.labels]
        column = max(map(len, names)) + 2
        values = [_one_line(value) for _, value in document.labels]
        lines = [f"{name:<{column}}{value}".rstrip(" ") for name, value in zip(names, values, strict=True)]
        yield "\n".join(["\\&" + line if _UNDERLINE.fullmatch(line) else line for line in lines])
    if document.summary:
        yield _underlined("Summary", "-")
        for paragraph in document.summary.split("\n\n"):
            yield "\n".join(_wrapped(escape(paragraph) or "\\&", WIDTH, WIDTH))


def _write_heading(section: Section, *, hide: bool) -> str:
    if section.heading is None:
        return " ".join("*" * (section.level + 2))
    heading = _one_line(section.heading) or "\\&"
    heading = "\\&" + heading if (hide and heading == "Summary") or _is_sign(heading) else heading
    return _underlined(heading, _UNDERLINES[section.level - 1])


def _underlined(line: str, sign: str) -> str:
    return f"{line}\n{sign * min(len(line), WIDTH)}"


def _one_line(text: str) -> str:
    return escape(text).replace("\\\n", "\\n")


def _write_block(block: Block, indent: int, depth: int) -> Iterator[str]:
    mark = _write_mark(block, depth)
    inner = indent + (GUTTER if mark else _INDENT)
    first = f"{mark + '  ':<{GUTTER}}" if mark else ""
    room = max(30, WIDTH - indent - (GUTTER if mark else 0))
    lines = _wrapped(escape(block.text), room - max(0, len(first) - GUTTER), room)
    if lines == [""] and (mark or not (block.items or (block.table and block.table.rows))):
        lines = ["\\&"]
    if lines != [""] or mark:
        yield " " * indent + first + lines[0]
        hanging = indent + (GUTTER if mark else 0)
        yield from (" " * hanging + line for line in lines[1:])
    if block.table:
        yield from (" " * inner + line for line in _write_table(block.table))
    for item in block.items:
        yield from _write_item(item, inner, depth + 1)


def _write_item(item: str | Block, indent: int, depth: int) -> Iterator[str]:
    if isinstance(item, Block):
        yield from _write_block(item, indent, depth)
        return
    first, *rest = _wrapped(escape(item), max(30, WIDTH - indent - GUTTER), max(30, WIDTH - indent - GUTTER))
    yield " " * indent + f"{'•':<{GUTTER}}" + (first or "\\&")
    yield from (" " * (indent + GUTTER) + line for line in rest)


def _write_mark(block: Block, depth: int) -> str:
    """The mark before a block; what the plain marks cannot say is said in braces."""
    plain = _plain_mark(block, depth)
    if plain is not None and not (block.table and not block.table.rows):
        return plain
    said: dict[str, object] = {}
    if block.number is not None:
        said["number"] = block.number
    if block.printed is not None:
        said["printed"] = block.printed
    if block.signature:
        said["signature"] = True
    if block.table and not block.table.rows:
        said["table"] = block.table.header
    return f"[{json.dumps(said)}]"


def _plain_mark(block: Block, depth: int) -> str | None:
    if block.signature:
        return "—" if block.number is None and block.printed is None else None
    if depth == 0 and block.number is not None:
        printed = "" if block.printed is None else f" [{block.printed}]"
        number = f"{block.number}.{printed}"
        return number if _NUMBER.fullmatch(number) else None
    if block.number is not None:
        return None
    if block.printed is None:
        return "" if depth == 0 else "•" if block.items or block.table else "◦"
    found = _MARK.fullmatch(f"{block.printed}  ")
    usable = (
        found
        and not block.printed.startswith(("•", "◦", "—", "["))
        and not (depth == 0 and _NUMBER.match(block.printed))
    )
    return block.printed if usable else None


def _write_table(table: Table) -> Iterator[str]:
    rows = [[escape_cell(cell) for cell in row] for row in table.rows]
    columns = max((len(row) for row in rows), default=0)
    widths = [max((len(row[at]) for row in rows if at < len(row)), default=0) for at in range(columns)]
    widths = widths if sum(widths) + 3 * columns < WIDTH + 24 else [0] * columns
    for count, row in enumerate(rows):
        cells = [f" {cell:<{widths[at]}} " for at, cell in enumerate(row)]
        yield "|" + "".join(cell + "|" for cell in cells)
        if count == 0 and table.header:
            yield "|" + "".join("-" * len(cell) + "|" for cell in cells) if cells else "|-"


def _wrapped(text: str, first: int, width: int) -> list[str]:
    """The lines of an escaped text. Only a single space between two words becomes the end of a line."""
    lines: list[str] = []
    for hard in text.split("\n"):
        line = ""
        for word in _words(hard):
            room = width if lines else first
            if line and len(line) + 1 + len(word) > room:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return [_shielded(line) for line in lines]


def _words(text: str) -> list[str]:
    """The parts between single spaces; where several spaces stand together, the words on both sides are one part."""
    return re.split(r"(?<! ) (?! )", text)


def _shielded(line: str) -> str:
    return "\\&" + line if _is_sign(line) else line


def _is_sign(line: str) -> bool:
    return bool(
        _MARK.match(line)
        or (line and _UNDERLINE.fullmatch(line))
        or _RULE.fullmatch(line)
        or line.startswith(("|", " "))
    )


# Reading


class _Parser:
    def __init__(self, text: str) -> None:
        self.chunks = [chunk.split("\n") for chunk in text.removesuffix("\n").split("\n\n")] if text else []
        self.at = 0

    def read(self) -> WrittenDocument:
        title = self._title()
        labels = self._labels()
        return WrittenDocument(title, labels, self._summary(), tuple(self._sections()))

    def _chunk(self) -> list[str]:
        return self.chunks[self.at] if self.at < len(self.chunks) else []

    def _title(self) -> str:
        chunk = self._chunk()
        if len(chunk) == 2 and chunk[1] and not chunk[1].strip("="):
            self.at += 1
            return unescape(chunk[0])
        return ""

    def _labels(self) -> tuple[tuple[str, str], ...]:
        chunk = self._chunk()
        if not chunk or _level(chunk) or _RULE.fullmatch(chunk[0]):
            return ()
        self.at += 1
        return tuple(_label(line) for line in chunk)

    def _summary(self) -> str:
        if self._chunk() != ["Summary", "-" * 7]:
            return ""
        self.at += 1
        paragraphs = []
        while (chunk := self._chunk()) and not _begins_section(chunk):
            paragraphs.append(unescape("\n".join(chunk)))
            self.at += 1
        return "\n\n".join(paragraphs)

    def _sections(self) -> Iterator[Section]:
        while chunk := self._chunk():
            self.at += 1
            level = _level(chunk)
            heading = unescape(chunk[0]) if level else None
            level = level or (len(chunk[0]) + 1) // 2 - 2
            blocks = []
            while (inside := self._chunk()) and not _begins_section(inside):
                blocks.append(_Lines(inside).block(0, 0))
                self.at += 1
            yield Section(heading=heading, level=level, blocks=tuple(blocks))


def _begins_section(chunk: Sequence[str]) -> bool:
    return bool(_level(chunk)) or (len(chunk) == 1 and _RULE.fullmatch(chunk[0]) is not None)


def _level(chunk: Sequence[str]) -> int:
    if len(chunk) != 2 or not chunk[0] or not chunk[1] or len(chunk[1]) != min(len(chunk[0]), WIDTH):
        return 0
    return next((level for level, sign in enumerate(_UNDERLINES, 1) if not chunk[1].strip(sign)), 0)


def _label(line: str) -> tuple[str, str]:
    found = re.fullmatch(r"((?:[^\\:]|\\.)*):(?: +(.*))?", line)
    if found is None:
        raise ValueError(line)
    return unescape(found[1].replace("\\:", ":")), unescape(found[2] or "")


class _Lines:
    """The lines of one block, taken from the top."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.at = 0

    def block(self, indent: int, depth: int) -> Block:
        mark, text = self._text(indent, depth)
        inner = indent + (GUTTER if mark else _INDENT)
        said = _read_mark(mark, depth)
        table = self._table(inner)
        header = said.pop("table", None)
        items = tuple(self._items(inner, depth + 1))
        if table is None and isinstance(header, bool):
            table = Table(rows=(), header=header)
        return Block.model_validate({**said, "text": text, "items": items, "table": table})

    def _text(self, indent: int, depth: int) -> tuple[str, str]:
        line = self.lines[self.at]
        if depth == 0 and line.startswith(" "):
            return "", ""  # its own line was left out, because it is empty
        found = _MARK.match(line[indent:])
        mark = found["mark"] if found else ""
        raw = [line[indent + found.end() :] if found else line[indent:]]
        self.at += 1
        hanging = indent + (GUTTER if mark else 0)
        while self.at < len(self.lines) and self._continues(self.lines[self.at], hanging, unmarked=not mark):
            raw.append(self.lines[self.at][hanging:])
            self.at += 1
        return mark, unescape("\n".join(raw))

    def _continues(self, line: str, hanging: int, *, unmarked: bool) -> bool:
        rest = line[hanging:]
        if _indent(line) != hanging or not rest or rest.startswith("|"):
            return False
        return unmarked or _MARK.match(rest) is None

    def _table(self, indent: int) -> Table | None:
        rows: list[tuple[str, ...]] = []
        header = False
        while (
            self.at < len(self.lines)
            and _indent(self.lines[self.at]) == indent
            and self.lines[self.at][indent:].startswith("|")
        ):
            line = self.lines[self.at][indent:]
            if len(rows) == 1 and not header and _SEPARATOR.fullmatch(line):
                header = True
            else:
                rows.append(_cells(line))
            self.at += 1
        return Table(rows=tuple(rows), header=header) if rows else None

    def _items(self, indent: int, depth: int) -> Iterator[str | Block]:
        while self.at < len(self.lines) and _indent(self.lines[self.at]) == indent:
            found = _MARK.match(self.lines[self.at][indent:])
            if found is None:
                raise ValueError(self.lines[self.at])
            block = self.block(indent, depth)
            plain = found["mark"] == "•" and not block.items and not block.table
            yield block.text if plain else block


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _read_mark(mark: str, depth: int) -> dict[str, object]:
    if mark in {"", "•", "◦"}:
        return {}
    if mark == "—":
        return {"signature": True}
    if mark.startswith("["):
        said = json.loads(mark[1:-1])
        return said if isinstance(said, dict) else {}
    if depth == 0 and (numbered := _NUMBER.fullmatch(mark)):
        printed = {"printed": numbered[2]} if numbered[2] else {}
        return {"number": int(numbered[1]), **printed}
    return {"printed": mark}


def _cells(line: str) -> tuple[str, ...]:
    return tuple(unescape(cell.strip(" ")) for cell in re.findall(r"((?:[^\\|]|\\.)*)\|", line[1:]))
