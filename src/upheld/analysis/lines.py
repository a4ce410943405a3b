"""The pieces of a plain text: wrapped lines joined, list items and headings told by their marks and shape."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from upheld.analysis.headings import is_chapter, is_known, looks_like_one
from upheld.analysis.labels import is_label
from upheld.analysis.markdown import heading_of, is_bold, is_markdown, without_marks
from upheld.analysis.marks import BULLETS, Mark, begins, follows, put_in_order, read_mark, split_mark
from upheld.analysis.pieces import Piece
from upheld.analysis.wrapping import goes_on, join, wrap_width

_PAGE = re.compile("[\f\v\u2028\u2029\x1c\x1d\x1e\x85]")
_UNDERLINE = re.compile(r"\s*(=+|-+|~+|\^+)\s*")
_RULE = re.compile(r"\s*(?:[-=_*~\u2013\u2014] ?){3,}\s*")
_PIPES = re.compile(r"\s*\|.*\|\s*")
_SEPARATOR = re.compile(r"[\s|:+-]+")
_BARE = re.compile(
    r"(\d{1,3})[ \t\u00a0]+(?=[A-Z\u201c\u2018\"'(])(?!(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\b)",
    re.IGNORECASE,
)  # fmt: skip
_ENDS = re.compile(r"[.?!][)\"'\u201d\u2019\]]*$")
_MAY_MARK = re.compile(r"(?:[.:;?!,)\"\u201d]|\band|\bor)$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_LONG = 60
_FEW = 8
_LONGEST_HEADING = 90


@dataclass(slots=True)
class _Line:
    number: int
    text: str
    blank: bool  # whether a blank line stands before it
    page: bool = False  # whether a page begins with it
    furniture: bool = False
    heading: int = -1  # its level, where a sign of the text makes it one
    mark: str | None = None

    @property
    def indent(self) -> int:
        return len(self.text.expandtabs(8)) - len(self.text.expandtabs(8).lstrip())


def read_lines(lines: Sequence[tuple[int, str]]) -> list[Piece]:
    """The pieces of a text whose lines are given with their numbers."""
    parsed = list(_parsed(lines))
    _mark_running_heads(parsed)
    own = [line for line in parsed if not line.furniture]
    if is_markdown([line.text for line in own]):
        own = [_plain(line) for line in own]
    own = _with_underlined(own)
    width = wrap_width([text for line in own for text in ([""] if line.blank else []) + [line.text]])
    _read_marks(own, width)
    pieces = list(_pieces(own, width))
    heads = [Piece("furniture", line.text.strip(), line=line.number) for line in parsed if line.furniture]
    return _with_headings(_merged(pieces, heads))


def _parsed(lines: Sequence[tuple[int, str]]) -> Iterator[_Line]:
    blank, page = False, False
    for number, raw in lines:
        for at, text in enumerate(_PAGE.split(raw)):
            page = page or at > 0
            line = text.replace("\u00a0", " ").rstrip()
            if line:
                yield _Line(number, line, blank or page, page)
                blank = page = False
            else:
                blank = True


def _mark_running_heads(lines: Sequence[_Line]) -> None:
    """Marks lines that stand at the top or foot of most pages, and the numbers of pages."""
    tops = [at for at, line in enumerate(lines) if line.page]
    edges = {at for top in tops for at in (top - 1, top) if at >= 0} | ({0, len(lines) - 1} if tops else set())
    texts = {at: _DIGITS.sub("0", lines[at].text.strip()[:200]) for at in edges}
    counts = Counter(texts.values())
    for at, text in texts.items():
        often = counts[text] * 2 > len(tops) and counts[text] > 1 and len(text) < 120
        lines[at].furniture = often or re.fullmatch(r"(?i)(?:page )?0(?: (?:of|/) 0)?|- ?0 ?-", text) is not None


def _plain(line: _Line) -> _Line:
    if found := heading_of(line.text):
        return replace(line, text=found[1], heading=found[0])
    text = without_marks(line.text)
    is_heading = is_bold(line.text) and not is_label(text) and looks_like_one(text)
    return replace(line, text=text, heading=0 if is_heading else line.heading)


def _with_underlined(lines: Sequence[_Line]) -> list[_Line]:
    """The lines without rules; a line above one that is as long as itself is a heading."""
    kept: list[_Line] = []
    rule = False
    for line in lines:
        found = _UNDERLINE.fullmatch(line.text) if len(line.text) < 400 else None
        if (
            found
            and kept
            and not line.blank
            and not _SEPARATOR.fullmatch(kept[-1].text)
            and _is_under(kept[-1], found[1])
        ):
            kept[-1].heading = "=-~^".index(found[1][0]) + 1
            rule = True
        elif len(line.text) < 400 and _RULE.fullmatch(line.text):
            rule = True
        else:
            line.blank = line.blank or rule
            rule = False
            kept.append(line)
    return kept


def _is_under(line: _Line, rule: str) -> bool:
    return len(rule) >= 2 and abs(len(line.text.strip()) - len(rule)) <= max(3, len(rule) // 4) and line.heading < 0


def _read_marks(lines: Sequence[_Line], width: int) -> None:
    """Finds the marks of items and paragraphs, where they can be such."""
    bare = _bare_numbers(lines)
    last: dict[str, list[Mark]] = {}
    for at, line in enumerate(lines):
        if at in bare:
            found: tuple[str, str] | None = _bare_split(line.text.strip())
        else:
            found = split_mark(line.text.strip()[:200]) if line.heading < 0 else None
        if found is None or not _is_mark(found[0], line, lines[at - 1] if at else None, last, width):
            continue
        mark = read_mark(found[0])
        put_in_order(last.setdefault(mark.style, []), mark)
        line.mark = found[0] or line.text.strip()[:1]


def _is_mark(mark: str, line: _Line, before: _Line | None, last: dict[str, list[Mark]], width: int) -> bool:
    read = read_mark(mark)
    fresh = before is None or line.blank or not goes_on(before.text, line.text.strip(), width)
    if not mark:
        return fresh or line.text.strip()[0] in BULLETS
    expected = begins(read) or any(follows(read, one) for one in last.get(read.style, ()))
    if before is None or line.blank:
        return expected or read.is_decimal or read.style == "1.1"
    return expected and (fresh or _MAY_MARK.search(before.text) is not None)


def _bare_numbers(lines: Sequence[_Line]) -> frozenset[int]:
    """The lines that begin with the number of a paragraph without a stop behind it: 1, 2, 3 and so on."""
    found = [(at, int(match[1])) for at, line in enumerate(lines) if (match := _BARE.match(line.text.strip()[:8]))]
    chain, expected = [], 1
    for at, number in found:
        if number == expected:
            chain.append(at)
            expected += 1
    return frozenset(chain if len(chain) >= 3 and len(chain) * 10 >= len(found) * 6 else ())


def _bare_split(text: str) -> tuple[str, str]:
    number, _, rest = text.replace("\t", " ").partition(" ")
    return number, rest


def _pieces(lines: Sequence[_Line], width: int) -> Iterator[Piece]:
    levels = _levels(lines)
    at = 0
    while at < len(lines):
        line = lines[at]
        if (table := _table(lines, at)) is not None:
            yield table[0]
            at += table[1]
            continue
        text, at, single = _whole(lines, at, width)
        if line.heading >= 0:
            yield Piece("heading", text, level=line.heading, line=line.number)
        elif line.mark is None:
            apart = line.blank and (at == len(lines) or lines[at].blank)
            yield Piece("paragraph", text, line=line.number, level=single + (single and apart))
        else:
            mark, rest = _split(line, text)
            bullet = not mark
            yield Piece("item", rest, level=levels.get(line.number, 0), mark="" if bullet else mark, line=line.number)


def _whole(lines: Sequence[_Line], at: int, width: int) -> tuple[str, int, bool]:
    """The text of a piece, the line after it, and whether it is one line that could be a heading."""
    line = lines[at]
    text, last, at = line.text.strip(), line.text, at + 1
    if line.heading >= 0 or (line.mark is None and (is_known(text) or is_label(text))):
        return text, at, False
    if (
        line.mark is not None
        and not _split(line, text)[1]
        and at < len(lines)
        and lines[at].mark is None
        and lines[at].heading < 0
    ):
        text, last, at = f"{text} {lines[at].text.strip()}", lines[at].text, at + 1
    start, parts = at, [text]
    while at < len(lines) and _belongs(lines[at], last, width):
        last = lines[at].text
        parts.append(last)
        at += 1
    return join(parts), at, at == start


def _belongs(line: _Line, before: str, width: int) -> bool:
    if line.mark is not None or line.heading >= 0 or _PIPES.fullmatch(line.text[:2000]):
        return False
    if line.page:
        return bool(width) and line.text.strip()[:1].islower() and not re.search(r"[.:;?!]$", before)
    return not line.blank and goes_on(before, line.text, width)


def _split(line: _Line, text: str) -> tuple[str, str]:
    """Mark and text of a line that has a mark."""
    mark = line.mark or ""
    if mark[:1].isalnum() or mark[:1] == "(":
        return mark, text[len(mark) :].strip()
    return "", text[1:].strip()


def _levels(lines: Sequence[_Line]) -> dict[int, int]:
    """How deep each marked line is, by its indent; nothing where all have one."""
    marked = [line for line in lines if line.mark is not None]
    clusters: list[int] = []
    for indent in sorted({line.indent for line in marked}):
        if not clusters or indent > clusters[-1] + 1:
            clusters.append(indent)
        else:
            clusters[-1] = indent
    if len(clusters) < 2:
        return {}
    rank = {line.number: next(at for at, edge in enumerate(clusters) if line.indent <= edge) for line in marked}
    numbered = [rank[line.number] for line in marked if read_mark(line.mark or "").is_decimal]
    base = max(set(numbered), key=numbered.count) if numbered else 0
    return {number: max(1, at - base + 1) for number, at in rank.items()}


def _table(lines: Sequence[_Line], at: int) -> tuple[Piece, int] | None:
    """A table drawn with bars, or of columns parted by tabs, and how many lines it takes."""
    end = at
    while (
        end < len(lines)
        and len(lines[end].text) < 20_000
        and _PIPES.fullmatch(lines[end].text)
        and (end == at or not lines[end].blank)
    ):
        end += 1
    if end - at >= 2:
        rows = [_cells(line.text) for line in lines[at:end]]
        header = len(rows) > 1 and _SEPARATOR.fullmatch(lines[at + 1].text) is not None
        kept = tuple(row for row, line in zip(rows, lines[at:end], strict=True) if not _SEPARATOR.fullmatch(line.text))
        return Piece("table", "", rows=kept, header=header, line=lines[at].number), end - at
    columns = lines[at].text.strip().count("\t") if lines[at].mark is None else 0
    end = at
    while (
        columns
        and end < len(lines)
        and lines[end].mark is None
        and lines[end].text.strip().count("\t") == columns
        and (end == at or not lines[end].blank)
    ):
        end += 1
    if end - at < 2:
        return None
    kept = tuple(tuple(cell.strip() for cell in line.text.strip().split("\t")) for line in lines[at:end])
    return Piece("table", "", rows=kept, line=lines[at].number), end - at


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip()[1:-1]
    return tuple(cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner))


def _merged(pieces: Sequence[Piece], heads: Sequence[Piece]) -> list[Piece]:
    return sorted([*pieces, *heads], key=lambda piece: piece.line) if heads else list(pieces)


def _with_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with those that have the shape and the place of a heading as headings."""
    read: list[Piece] = []
    before: Piece | None = None
    for at, piece in enumerate(pieces):
        following = next((one for one in pieces[at + 1 : at + 4] if one.kind != "furniture"), None)
        if piece.kind == "paragraph" and piece.level and _is_heading(piece, before, following):
            read.append(replace(piece, kind="heading", level=0))
        else:
            read.append(replace(piece, level=0) if piece.kind == "paragraph" else piece)
        before = before if piece.kind == "furniture" else read[-1]
    return read


def _is_heading(piece: Piece, before: Piece | None, following: Piece | None) -> bool:
    text = piece.text
    if (
        len(text) > _LONGEST_HEADING
        or is_known(text)
        or is_label(text)
        or not looks_like_one(text)
        or following is None
    ):
        return False
    if (
        before is not None
        and before.kind not in {"heading", "table"}
        and not is_known(before.text)
        and not _ENDS.search(before.text)
    ):
        return False
    if following.kind in {"item", "table"} and following.text:
        return True
    if following.kind == "heading" or following.text[:1].islower():
        return False
    if is_chapter(text) or (is_known(following.text) and piece.level > 1 and len(text.split()) <= _FEW):
        return True
    long = len(following.text) > _LONG or piece.level > 1
    return long and re.search(r"[.:;?)][)\"'\u201d\u2019]*$", following.text) is not None
