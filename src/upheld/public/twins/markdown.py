"""A decision as Markdown, with an anchor for every paragraph."""

import re
from collections.abc import Iterable, Iterator, Sequence

from upheld.public.twins.twin import Twin, TwinLaw, TwinParagraph, TwinRemedy, TwinSection, TwinTable

_MARKUP = re.compile(r"[\\`*_\[\]<>&~|#^$]")
_AT_START = re.compile(r"^(?P<before>[ \t]*\d{0,9})(?P<mark>[-+=.):])", re.MULTILINE)


def write_markdown(twin: Twin) -> bytes:
    """CommonMark with the tables that GitHub and others know. No word of a text is read as markup."""
    return ("\n\n".join(part for part in _parts(twin) if part) + "\n").encode()


def escape(text: str) -> str:
    """The text as Markdown that shows it as it is. A line break in it stays one."""
    lines = (line.strip(" \t") for line in _MARKUP.sub(r"\\\g<0>", text).splitlines())
    return "\\\n".join(_AT_START.sub(r"\g<before>\\\g<mark>", line) for line in lines if line)


def _parts(twin: Twin) -> Iterator[str]:
    yield f"# {_line(twin.title)}"
    yield f"**{_line(twin.warning)}**" if twin.warning else ""
    yield "\n".join(f"- {_line(label)}: {_line(value)}" for label, value in (("From", twin.scheme), *twin.rows))
    if twin.summary:
        yield '<a id="summary"></a>\n\n## Summary'
        yield escape(twin.summary)
    if twin.remedies:
        yield f"## {_line(twin.remedies_heading)}"
        yield "\n".join(map(_remedy, twin.remedies))
        yield escape(twin.remedies_note)
    for section in twin.sections:
        yield from _section(section)
    if twin.laws:
        yield "## Law and guidance cited"
        yield "\n".join(map(_law, twin.laws))
        yield escape(twin.laws_note)
    if twin.steps:
        yield "## What you can do next"
    for step in twin.steps:
        yield f"### {_line(step.heading)}"
        yield from (part for paragraph in step.paragraphs for part in _paragraph(paragraph))
    yield "## About this document"
    yield from map(escape, (f"{twin.reference}, {twin.version}: {twin.address}", *twin.about))


def _section(section: TwinSection) -> Iterator[str]:
    if section.heading:
        yield f'<a id="{section.address}"></a>'
        yield f"{'#' * min(section.level + 1, 6)} {_line(section.heading)}"
    for paragraph in section.paragraphs:
        yield from _paragraph(paragraph)


def _paragraph(paragraph: TwinParagraph) -> Iterator[str]:
    anchor = f'<a id="{paragraph.address}"></a>' if paragraph.address else ""
    mark = f"{_mark(paragraph)} " if paragraph.mark else ""
    yield f"{anchor}{mark}{escape(paragraph.text)}".rstrip()
    if paragraph.table:
        yield _table(paragraph.table)
    if paragraph.items:
        yield "\n".join(_items(paragraph.items))


def _mark(paragraph: TwinParagraph) -> str:
    """`12\\.`, with what the source prints behind it where that differs; a mark of another kind, `(a)`, as it is."""
    printed = f" \\[{escape(paragraph.printed)}\\]" if paragraph.printed else ""
    return f"{paragraph.mark}\\.{printed}" if paragraph.mark.isdecimal() else escape(paragraph.mark) + printed


def _items(items: Iterable[TwinParagraph], indent: str = "") -> Iterator[str]:
    for item in items:
        text = escape(item.text).replace("\n", f"\n{indent}  ")
        yield f"{indent}- {f'{escape(item.mark)} ' if item.mark else ''}{text}".rstrip()
        if item.table:
            yield ""
            yield from (f"{indent}  {line}" for line in _table(item.table).splitlines())
            yield ""
        yield from _items(item.items, f"{indent}  ")


def _table(table: TwinTable) -> str:
    width = max(1, *map(len, table.rows)) if table.rows else 1
    rows = [*([] if table.header else [()]), *table.rows]
    head, *rest = (_row(row, width) for row in rows)
    return "\n".join((head, f"|{' --- |' * width}", *rest))


def _row(cells: Sequence[str], width: int) -> str:
    full = (*cells, *[""] * (width - len(cells)))
    return f"| {' | '.join('<br>'.join(map(_line, cell.splitlines())) for cell in full)} |"


def _remedy(remedy: TwinRemedy) -> str:
    place = f" ([{_line(remedy.place)}](#{remedy.address}))" if remedy.place else ""
    terms = f", {_line(remedy.terms)}" if remedy.terms else ""
    text = f"\\\n  {_line(remedy.text)}" if remedy.text else ""
    return f"- **{_line(remedy.title)}**{terms}{place}{text}"


def _law(law: TwinLaw) -> str:
    name = f"[{_line(law.name)}](<{law.href}>)" if law.href else _line(law.name)
    return f"- {name}{f' ({_line(law.places)})' if law.places else ''}"


def _line(text: str) -> str:
    """The text on one line."""
    return escape(" ".join(text.split()))
