"""Prints a held-out document as it comes: copied from a website, scraped, as a web page, in an e-mail."""

import html
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from tests.evaluation.held_out import HeldOut
from upheld.analysis.document import Block, Section, Table

COOKIES = (
    "Privacy settings",
    "Review your privacy settings",
    "Required cookies",
    "These cookies enable the website to work. You can only disable these by changing your browser preferences.",
    "View required cookies",
    "Analytical cookies",
    "Google Analytics cookies help us improve the website.\nWe recommend you set these 'ON'.",
    "View analytical cookies",
)
SIGNS = "•·-–*"
WIDTH = 74
TOP = '<p><a href="#top">Back to top</a></p>'


@dataclass(frozen=True)
class Manner:
    """How the printing of one document differs from that of the next. Drawn from its reference, so it stays."""

    restarts: bool
    cookies_first: bool
    contents: bool
    labels: int
    sign: str
    paragraphs_in_items: bool

    @classmethod
    def of(cls, held: HeldOut) -> "Manner":
        """The manner of this document."""
        draw = sum(place * ord(mark) for place, mark in enumerate(held.reference, 1))
        long = held.document_type == "Report" and len(held.sections) > 6
        return cls(draw % 3 == 0, draw % 2 == 0, long, draw % 4, SIGNS[draw % len(SIGNS)], draw % 5 == 0)


def day(on: date, form: int = 0) -> str:
    """A date in one of the ways in which they are printed."""
    long = f"{on.day} {on:%B %Y}"
    return (f"{on:%d %b %Y}", long, f"{on:%d-%b-%Y}", f"{on:%d %b %Y}")[form % 4]


# --- Text ----------------------------------------------------------------------------------------------------------


def website_text(held: HeldOut) -> str:
    """The page copied out of a browser: bullets between blank lines, numbers, and all that stands around the text."""
    manner = Manner.of(held)
    parts = [*(["LGO logogram", *COOKIES] if manner.cookies_first else ["Skip to main content", "Home > Decisions"])]
    parts += [f"{held.organisations[0].name} ({held.reference})", _labels_in_lines(held, manner)]
    parts += ["The Ombudsman's final decision:", f"Summary: {held.summary}"]
    if manner.contents:
        parts += ["Contents", *(section.heading or "" for section in held.sections)]
    parts += _text_sections(held, manner)
    parts += [*_satisfied(held), "Print this page"]
    parts += ["LGO logogram", *COOKIES, "Privacy settings"] if not manner.cookies_first else ["Privacy settings"]
    return "\n\n".join(part for part in parts if part)


def _labels_in_lines(held: HeldOut, manner: Manner) -> str:
    category, where = held.category, held.subcategory
    on = day(held.decided_on)
    if manner.labels == 0:
        return f"Category : {category} > {where}\n\nDecision : {held.outcome}\n\nDecision date : {on}"
    if manner.labels == 1:
        return f"Category :\n{category}\n>\n{where}\nDecision :\n{held.outcome}\nDecision date :\n{on}"
    if manner.labels == 2:
        return f"  Category :  {category} >  {where}\n  Decision :  {held.outcome}\n  Decision date :  {on}"
    return f"Category:\n\n{category} > {where}\n\nDecision:\n\n{held.outcome}\n\nDecision date:\n\n{on}"


def _text_sections(held: HeldOut, manner: Manner) -> list[str]:
    parts: list[str] = []
    for place, section in enumerate(held.sections):
        parts += ["Back to top"] if place and section.level == 1 else []
        parts.append(section.heading or "")
        numbers = iter(range(1, 10_000)) if manner.restarts else None
        for block in section.blocks:
            parts += _text_block(block, numbers, manner)
    return [*parts, "Back to top"]


def _text_block(block: Block, numbers: Iterator[int] | None, manner: Manner) -> list[str]:
    mark = "" if block.number is None else f"{next(numbers) if numbers else block.number}. "
    lines = [mark + block.text]
    lines += [f"{'   ' * depth}{sign or manner.sign} {text}" for depth, sign, text in _items(block)]
    return lines + ([_tabbed(block.table)] if block.table else [])


def _items(block: Block, depth: int = 1) -> Iterator[tuple[int, str, str]]:
    for item in block.items:
        if isinstance(item, str):
            yield depth, "", item
        else:
            yield depth, item.printed or "", item.text
            yield from _items(item, depth + 1)


def _tabbed(table: Table) -> str:
    return "\n".join("\t".join(row) for row in table.rows)


def _satisfied(held: HeldOut) -> list[str]:
    on = held.satisfied_on
    return [f"Ombudsman satisfied with Council's response: {day(on, 1)}"] if on else []


def scraped_text(held: HeldOut) -> str:
    """What a program took from the page: a line for each element; no numbers, bullets or blank lines."""
    lines = [f"Category :\n{held.category}\n>\n{held.subcategory}\nDecision :\n{held.outcome}"]
    lines += [f"Decision date :\n{day(held.decided_on)}", f"Summary\n{held.summary}"]
    for section in held.sections:
        lines.append(section.heading or "")
        for block in section.blocks:
            lines += [block.text, *(text for _, _, text in _items(block))]
            lines += [cell for row in block.table.rows for cell in row] if block.table else []
    return "\n".join(line for line in [*lines, *_satisfied(held), "Print this page"] if line)


def mail_text(held: HeldOut) -> str:
    """The statement in an e-mail: its lines broken at a width, its lists indented, a letter's head above it."""
    names = " and ".join(body.name for body in held.organisations)
    lines = [f"Complaint against:  {names}", _references(held), f"Category:  {held.category} > {held.subcategory}"]
    lines += [f"Decision:  {held.outcome}", f"Date of decision:  {day(held.decided_on, 1)}"]
    parts = ["\n".join(lines), "The Ombudsman’s final decision", *_wrapped(f"Summary: {held.summary}", "", "")]
    for section in held.sections:
        parts += _wrapped(section.heading or "", "", "")
        for block in section.blocks:
            parts += _mail_block(block)
    return "\n\n".join(parts + _satisfied(held))


def _references(held: HeldOut) -> str:
    numbers = [held.reference, *held.also_known_as]
    return f"Reference number{'s' if len(numbers) > 1 else ''}:  {', '.join(numbers)}"


def _mail_block(block: Block) -> list[str]:
    mark = f"{block.number}." if block.number is not None else ""
    parts = _wrapped(block.text, f"{mark:<5}" if mark else "", "     " if mark else "")
    for depth, sign, text in _items(block):
        indent = "     " * depth
        lead = f"{sign or '*'} "
        parts += _wrapped(text, f"{indent}{lead:<4}", indent + "    ")
    if block.table:
        parts.append(_tabbed(block.table))
    return parts


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    fill = textwrap.TextWrapper(WIDTH, initial_indent=first, subsequent_indent=rest)
    fill.break_long_words = fill.break_on_hyphens = False
    return [fill.fill(text)] if text else []


# --- HTML ----------------------------------------------------------------------------------------------------------


def website_html(held: HeldOut) -> str:
    """A page of a website: its text among navigation, a notice of cookies and a footer."""
    manner = Manner.of(held)
    title = html.escape(f"{held.organisations[0].name} ({held.reference})")
    head = f"<head><meta charset='utf-8'><title>{title} - Decisions</title><style>p{{margin:0}}</style></head>"
    cookies = "".join(f"<p>{html.escape(line)}</p>" for line in COOKIES)
    notice = f'<div id="cookie-banner" role="dialog" aria-label="Cookies">{cookies}</div>'
    nav = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/make-a-complaint'>Make a complaint</a></li></ul></nav>"
    main = f"<h1>{title}</h1>{_labels_in_html(held, manner)}{_html_text(held, manner)}"
    foot = '<footer><ul><li><a href="/privacy">Privacy settings</a></li></ul><p>© The scheme</p></footer>'
    return (
        f"<!DOCTYPE html><html lang=en>{head}<body>{notice}<header>{nav}</header><main id=content>{main}"
        f'<p class="print"><a href="#" onclick="window.print()">Print this page</a></p></main>{foot}'
        "<script>var page = 'Decision : Upheld';</script></body></html>"
    )


def _labels_in_html(held: HeldOut, manner: Manner) -> str:
    e = html.escape
    pairs = [("Category :", f"{e(held.category)} &gt; {e(held.subcategory or '')}")]
    pairs += [("Decision :", e(held.outcome or "")), ("Decision date :", day(held.decided_on))]
    if manner.labels % 2:
        return "<dl>" + "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in pairs) + "</dl>"
    rows = (
        f"<div class=row><div class=name><strong>{n}</strong></div>\n<div>{value}</div></div>" for n, value in pairs
    )
    return "".join(rows)


def _html_text(held: HeldOut, manner: Manner) -> str:
    e = html.escape
    parts = ["<h2>The Ombudsman's final decision:</h2>", f"<p><strong>Summary:</strong> {e(held.summary)}</p>"]
    if manner.contents:
        links = (f'<li><a href="#s{n}">{e(s.heading or "")}</a></li>' for n, s in enumerate(held.sections))
        parts.append(f"<h2>Contents</h2><ul class=toc>{''.join(links)}</ul>")
    for place, section in enumerate(held.sections):
        name = f"h{section.level + 1}"
        parts += [TOP] if place and section.level == 1 else []
        parts.append(f'<{name} id="s{place}">{e(section.heading or "")}</{name}>')
        parts += _html_blocks(section, manner)
    return "\n".join([*parts, TOP, *(f"<p>{e(line)}</p>" for line in _satisfied(held))])


def _html_blocks(section: Section, manner: Manner) -> Iterator[str]:
    first = next((block.number for block in section.blocks if block.number is not None), 1)
    taken = 0
    for numbered, run in groupby(section.blocks, lambda block: block.number is not None):
        blocks = list(run)
        if not numbered:
            yield from (_html_block(block, "", manner) for block in blocks)
            continue
        start = taken + 1 if manner.restarts else first + taken
        taken += len(blocks)
        yield from _numbered(blocks, start, manner)


def _numbered(blocks: list[Block], start: int, manner: Manner) -> Iterator[str]:
    if manner.labels == 3:
        yield from (_html_block(block, f"{number}.&nbsp;", manner) for number, block in enumerate(blocks, start))
    elif manner.labels == 2:
        whole = (_in_item(block, manner) for block in blocks)
        yield from (f'<ol start="{number}"><li>{inner}</li></ol>' for number, inner in enumerate(whole, start))
    else:
        items = "".join(f"<li>{_in_item(block, manner)}</li>" for block in blocks)
        yield f'<ol start="{start}">{items}</ol>'


def _html_block(block: Block, mark: str, manner: Manner) -> str:
    return f"<p>{mark}{_rich(block.text)}</p>" + _html_items(block, manner) + _html_table(block.table)


def _in_item(block: Block, manner: Manner) -> str:
    text = f"<p>{_rich(block.text)}</p>" if manner.paragraphs_in_items else _rich(block.text)
    return text + _html_items(block, manner) + _html_table(block.table)


def _rich(text: str) -> str:
    escaped = html.escape(text, quote=False)
    return escaped.replace("Local Government Act 1974", "<i>Local Government Act 1974</i>")


def _html_items(block: Block, manner: Manner) -> str:
    if not block.items:
        return ""
    marks = [item.printed for item in block.items if isinstance(item, Block) and item.printed]
    letters = "a" if marks and marks[0] == "(a)" else "i" if marks and marks[0] == "(i)" else ""
    typed = bool(marks) and not (letters and manner.labels % 2)
    name = "ul style='list-style:none'" if typed else f"ol type={letters}" if marks else "ul"
    items = "".join(f"<li>{_html_item(item, manner, typed=typed)}</li>" for item in block.items)
    return f"<{name}>{items}</{name.split(maxsplit=1)[0]}>"


def _html_item(item: Block | str, manner: Manner, *, typed: bool) -> str:
    if isinstance(item, str):
        return _rich(item)
    mark = f"{item.printed} " if typed and item.printed else ""
    return mark + _rich(item.text) + _html_items(item, manner)


def _html_table(table: Table | None) -> str:
    if table is None:
        return ""
    rows = []
    for place, row in enumerate(table.rows):
        cell = "th" if table.header and not place else "td"
        rows.append("<tr>" + "".join(f"<{cell}>{html.escape(text)}</{cell}>" for text in row) + "</tr>")
    return f"<table>{''.join(rows)}</table>"


LAYOUTS: dict[str, Callable[[HeldOut], str]] = {
    "website text": website_text,
    "scraped text": scraped_text,
    "e-mail": mail_text,
    "HTML": website_html,
}
