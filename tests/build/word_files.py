"""The Word files of tests/fixtures/word, made by LibreOffice of invented text: `python -m tests.build.word_files`."""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

from tests.build.odf import LISTED, SECRET, block, document, grid, labels_in_table, styled, typed
from tests.build.statement import (
    HEAD,
    STATEMENT,
    SUMMARY,
    TEXT,
    Part,
    bullet,
    heading,
    letter,
    number,
    plain,
    reader_lines,
    roman,
    table,
    title,
)

FOLDER = Path(__file__).parents[1] / "fixtures" / "word"


def restarting(parts: Sequence[Part]) -> tuple[str, list[Part]]:
    """The parts with a list of their own in every section, and what the reader then sees."""
    written, seen, run = [], [], []
    for part in [*parts, heading("")]:
        if part.kind not in LISTED and run:
            written.append(styled(run, name=f"s{len(written)}-"))
            run = []
        if part.kind == "number":
            count = 1 + sum(one.kind == "number" for one in run)
            part = number(f"{count}.", part.text)  # noqa: PLW2901 - as the reader sees it
        if part.kind in LISTED:
            run.append(part)
        elif part.text:
            written.append(block(part))
        if part.text:
            seen.append(part)
    return "".join(written), seen


def _note(text: str, kind: str = "footnote", count: int = 1) -> str:
    return (
        f'<text:note text:id="n{count}" text:note-class="{kind}"><text:note-citation>{count}</text:note-citation>'
        f"<text:note-body><text:p>{escape(text)}</text:p></text:note-body></text:note>"
    )


def _change(kind: str, words: str, name: str) -> str:
    held = f"<text:p>{escape(words)}</text:p>" if kind == "deletion" else ""
    return (
        f'<text:changed-region xml:id="{name}"><text:{kind}><office:change-info><dc:creator>{SECRET}</dc:creator>'
        f"<dc:date>2022-03-01T09:00:00</dc:date></office:change-info>{held}</text:{kind}></text:changed-region>"
    )


def _contents() -> str:
    lines = "".join(
        f"<text:p>{escape(part.text)}<text:tab/>{page}</text:p>"
        for page, part in enumerate((part for part in TEXT if part.kind == "heading"), 1)
    )
    return (
        '<text:table-of-content text:name="Contents"><text:table-of-content-source text:outline-level="2"/>'
        f'<text:index-body><text:index-title text:name="t"><text:p>Contents</text:p></text:index-title>{lines}'
        "</text:index-body></text:table-of-content>"
    )


_FRAME = (
    '<draw:frame draw:name="f" text:anchor-type="paragraph" svg:width="6cm" svg:height="2cm"><draw:text-box>'
    "<text:p>{}</text:p></draw:text-box></draw:frame>"
)
_DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
_PICTURE = (
    '<draw:frame draw:name="p" text:anchor-type="as-char" svg:width="1cm" svg:height="1cm"><draw:image>'
    f"<office:binary-data>{_DOT}</office:binary-data></draw:image></draw:frame>"
)
_SUMS = table(("Month", "Rent", "Paid"), ("May 2021", "£612", "£0"), ("June 2021", "£612", "£150"))
_OPENING = number("1.", "Mrs B complains about the Council.")
_TITLE = HEAD[0]
_REST = [*SUMMARY, *TEXT]
_BR = "<text:line-break/>"

Fixture = tuple[str, list[Part]]  # the source, and what a reader of it sees


def _text(*paragraphs: str) -> str:
    return styled([_TITLE]) + "".join(f"<text:p>{one}</text:p>" for one in paragraphs)


def _span(look: str, text: str) -> str:
    return f'<text:span text:style-name="{look}">{text}</text:span>'


def label_table() -> Fixture:
    """The labels in a table."""
    rows = tuple(tuple(part.text.split(": ", 1)) for part in HEAD if part.kind == "label")
    return labels_in_table(HEAD) + styled(_REST), [_TITLE, table(*rows), *_REST]


def legal() -> Fixture:
    """Chapters and paragraphs numbered as lawyers do."""
    head = [title("Report on Alderford Borough Council (21 000 001)"), heading("Introduction")]
    seen = [number("1.", "The complaint"), number("1.1", "Mrs B lost seven weeks."), number("1.2", "Her son was four.")]
    seen += [number("2.", "Findings"), number("2.1", "The Council was at fault.")]
    deep = [replace(part, level=1 + ("." in part.mark[:-1])) for part in seen]
    return styled(head) + styled(deep, "Legal"), [*head, *seen]


def capitals() -> Fixture:
    """A. I. a)."""
    seen = [number("A.", "Background"), letter("I.", "The law"), letter("II.", "The facts"), roman("a)", "in May;")]
    seen += [roman("b)", "in June."), number("B.", "Findings")]
    return styled(seen, "Capitals"), seen


def notes() -> Fixture:
    """Footnotes and an endnote."""
    first, second = _note("She kept a copy of one."), _note("On 9 and 30 May 2021.", count=2)
    text = f"Mrs B lost her papers.{first} She wrote twice{second}, and in vain.{_note('See the file.', 'endnote', 3)}"
    seen = "Mrs B lost her papers. [She kept a copy of one.] She wrote twice [On 9 and 30 May 2021.], and in vain. "
    return _text(text), [_TITLE, plain(seen + "[See the file.]")]


def boxes() -> Fixture:
    """A text box and a picture."""
    box, text = "The Council has a duty to house people.", "The Council kept no copy."
    source = _text(_FRAME.format(box) + text, f"A map is here: {_PICTURE} and it shows the office.")
    return source, [_TITLE, plain(text), plain(box), plain("A map is here: and it shows the office.")]


def hidden() -> Fixture:
    """Hidden and white text, and the author's name in a field."""
    source = _text(
        f"Mrs B {_span('Hidden', '(Brenda Appletree) ')}came in May.",
        _span("Hidden", "Delete before publishing."),
        f"She left{_span('White', ' at noon')}.",
        f"Written by <text:author-name>{SECRET}</text:author-name>in March.",
    )
    return source, [_TITLE, plain("Mrs B came in May."), plain("She left at noon."), plain("Written by in March.")]


def tracked() -> Fixture:
    """An insertion and a deletion."""
    changes = _change("insertion", "", "c1") + _change("deletion", "Brenda Appletree", "c2")
    start, end = '<text:change-start text:change-id="c1"/>', '<text:change-end text:change-id="c1"/>'
    source = f"<text:tracked-changes>{changes}</text:tracked-changes>" + _text(
        f"The Council agreed to pay her {start}£450{end} by May.",
        'In the end <text:change text:change-id="c2"/>Mrs B accepted it.',
    )
    return source, []


def comments() -> Fixture:
    """A comment that says who a person is."""
    comment = (
        f"<office:annotation><dc:creator>{SECRET}</dc:creator><dc:date>2022-03-01T09:00:00</dc:date>"
        "<text:p>Brenda Appletree told me so</text:p></office:annotation>"
    )
    return _text(f"The Council lost her papers{comment} in May."), []


def breaks() -> Fixture:
    """Line breaks, tabs, hard spaces and hyphens, letters of other languages."""
    source = _text(
        f"The Council’s office,{_BR}1 High\u2011Street,{_BR}Alderford",
        "It paid £1\u00a0350 to Mrs\u00a0B,<text:tab/>a re\u00adfund, on 3–May; Llŷn, Siân, naïve, 𝛼.",
        'Two<text:s text:c="3"/>spaces',
        f"The Council will:{_BR}(a) apologise; and{_BR}(b) pay £50.",
        f"{_span('Bold', 'What happened')}{_BR}Nothing happened.",
    )
    seen = [plain("The Council’s office, 1 High\u2011Street, Alderford")]
    seen += [plain("It paid £1\u00a0350 to Mrs\u00a0B, a refund, on 3–May; Llŷn, Siân, naïve, 𝛼."), plain("Two spaces")]
    seen += [plain("The Council will:"), letter("(a)", "apologise; and"), letter("(b)", "pay £50.")]
    return source, [_TITLE, *seen, heading("What happened"), plain("Nothing happened.")]


def nested_table() -> Fixture:
    """A table in a cell."""
    inner = grid((("May", "£10"), ("June", "£20"))) + "<text:p>in all £30</text:p>"
    cells = {"": inner, **{text: f"<text:p>{text}</text:p>" for text in ("Who", "What", "Mrs B")}}
    source = grid((("Who", "What"), ("Mrs B", "")), cells=cells.__getitem__)
    return _text() + source, [_TITLE, table(("Who", "What"), ("Mrs B", "May | £10 June | £20 in all £30"))]


def page_table() -> Fixture:
    """A table that only lays out the page."""
    left = [heading("The complaint"), _OPENING, bullet("and again;")]
    right = [heading("Final decision"), number("2.", "I found fault."), bullet("and injustice.")]
    cells = {
        "left": styled(left, name="left"),
        "right": styled([replace(part, mark="1.") for part in right], name="right"),
    }
    source = grid((("left", "right"),), cells=cells.__getitem__)
    return _text() + source.replace('xml:id="right1" text:style-name="Statement"', _GOES_ON), [_TITLE, *left, *right]


_GOES_ON = 'xml:id="right1" text:style-name="Statement" text:continue-list="left1"'


def link() -> Fixture:
    """A link, and a field that repeats text from elsewhere."""
    source = _text(
        'See <text:a xlink:href="https://example.org/Quillfeather">our website</text:a>, part '
        '<text:bookmark-start text:name="b"/>two<text:bookmark-end text:name="b"/>, of '
        '<text:bookmark-ref text:reference-format="text" text:ref-name="b">two</text:bookmark-ref>.'
    )
    return source, [_TITLE, plain("See our website, part two, of two.")]


def chapters() -> Fixture:
    """Headings that number themselves."""
    seen = [replace(heading("The complaint"), mark="1."), _OPENING]
    seen += [replace(heading("What I found"), mark="2."), replace(heading("What happened", 2), mark="2.1")]
    seen += [number("2.", "The Council lost her papers."), replace(heading("Final decision"), mark="3.")]
    return styled(seen), seen


_OUTLINE = (
    '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
    "</text:outline-style>"
)


def page(parts: Sequence[Part]) -> str:
    """The parts as a web page, as somebody pastes one into Word."""
    written = "".join(_element(part) for part in parts)
    return f'<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body>{written}</body></html>'


def _element(part: Part) -> str:
    """Numbers that go on are lists of one item which say where they start."""
    text, value = escape(part.text), part.mark.strip("().")
    if part.kind == "heading":
        return f"<h{part.level + 1}>{text}</h{part.level + 1}>"
    if part.kind == "title":
        return f"<h1>{text}</h1>"
    if part.kind == "number":
        return f'<ol start="{value}"><li>{text}</li></ol>'
    if part.kind == "bullet":
        return f"<ul><li>{text}</li></ul>"
    return f"<p>{part.mark} {text}</p>"


def fixtures() -> dict[str, Fixture]:
    """Each file by name: its whole source, and what a reader of it sees."""
    sums = [_TITLE, _OPENING, _SUMS, plain("So £612 is due.")]
    bodies: dict[str, Fixture] = {
        "styled": (styled(STATEMENT), list(STATEMENT)),
        "typed": (typed(STATEMENT), list(STATEMENT)),
        "restarting": restarting(STATEMENT),
        "sums": (styled(sums), sums),
    }
    makers = (
        label_table,
        legal,
        capitals,
        notes,
        boxes,
        hidden,
        tracked,
        comments,
        breaks,
        nested_table,
        page_table,
        link,
    )
    bodies |= {maker.__name__.replace("_", "-"): maker() for maker in makers}
    number_of_page = "Page <text:page-number>1</text:page-number> of <text:page-count>3</text:page-count>"
    contents = document(_contents() + styled(_REST), header=_TITLE.text, footer=number_of_page)
    numbered, seen = chapters()
    more = {"contents": (contents, _REST), "chapters": (document(numbered, outline=_OUTLINE), seen)}
    return {name: (document(body), seen) for name, (body, seen) in bodies.items()} | more


def make(folder: Path = FOLDER) -> None:
    """Makes every Word file by LibreOffice, and beside it what a reader sees."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        source = Path(temporary)
        for name, (text, parts) in fixtures().items():
            (source / f"{name}.fodt").write_text(text, encoding="utf-8")
            _tell(folder, name, parts)
        for kind in ("doc", "rtf"):  # through an older format and back, as files get that are kept for years
            (source / f"from-{kind}.fodt").write_text(fixtures()["styled"][0], encoding="utf-8")
            _convert(source, kind, source / f"from-{kind}.fodt")
            (source / f"from-{kind}.fodt").unlink()
            _tell(folder, f"from-{kind}", STATEMENT)
        (source / "from-html.html").write_text(page(STATEMENT), encoding="utf-8")
        _tell(folder, "from-html", STATEMENT)
        _convert(folder, "docx:Office Open XML Text", *sorted(path for path in source.iterdir() if path.is_file()))


def _tell(folder: Path, name: str, parts: Sequence[Part]) -> None:
    (folder / f"{name}.txt").write_text("\n".join(reader_lines(tuple(parts))) + "\n", encoding="utf-8")


def _convert(folder: Path, kind: str, *sources: Path) -> None:
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind]
        subprocess.run([*command, "--outdir", str(folder), *map(str, sources)], check=True, timeout=300)


if __name__ == "__main__":
    make(*map(Path, sys.argv[1:2]))
