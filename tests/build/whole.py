"""A whole decision, every word invented, in the layouts in which sources give one; and a count of its words."""

import html
import re
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from upheld.analysis.document import Block, Section
from upheld.analysis.pieces import Piece
from upheld.analysis.structure import ReadDocument, read_document
from upheld.analysis.vocabulary import Words
from upheld.ingest.document import words_of
from upheld.ingest.listing.vocabulary import Vocabulary
from upheld.scheme import load_scheme

TITLE = "Alderford Borough Council (21 000 001)"
LABELS = (("Category", "Housing > Homelessness"), ("Decision", "Upheld"), ("Decision date", "14 Mar 2025"))
SUMMARY = (
    "Mrs B complained that the Council lost the papers she handed in when she asked it for a home, and that it took "
    "nine months to tell her so. We found fault. The Council has agreed to apologise and to pay her £250."
)
SIGNED = "Investigator's decision on behalf of the Ombudsman"

Item = tuple[str, str, "tuple[Item, ...]"]  # its mark, its text, the items under it


def paragraph(number: int, text: str, *items: "Item") -> tuple[int, str, tuple[Item, ...]]:
    """A numbered paragraph."""
    return number, text, items


def bullet(text: str, *items: Item) -> Item:
    """An item without a mark of its own."""
    return "", text, items


LAW = "(Local Government Act 1974, section 34(3), as amended)"
SECTIONS: tuple[tuple[int, str, tuple[tuple[int, str, tuple[Item, ...]], ...]], ...] = (
    (1, "The complaint", (
        paragraph(1, "Mrs B complained that the Council lost papers which she had handed in at its office in Weir "
                     "Street in January 2023, and that for nine months nobody there told her."),
        paragraph(2, "She says this cost her £85 for new copies, and that she waited in one room with two children."),
    )),
    (1, "What I have (and have not) investigated", (
        paragraph(3, "I have not investigated the parking fine of 2019 because:",
                  ("(a)", "a tribunal heard it; and", ()),
                  ("(b)", "the tribunal decided:", (
                      ("(i)", "that the fine was due; and", ()),
                      ("(ii)", "that it had been paid.", ()),
                  ))),
    )),
    (1, "The Ombudsman's role and powers", (
        paragraph(4, f"We must decide whether there was fault. If there was, we ask if it caused injustice. {LAW}"),
    )),
    (1, "How I considered this complaint", (
        paragraph(5, "I read what Mrs B and the Council sent me, and the Council's notes of 3 May 2023, of 12 "
                     "September 2023 and of the day on which the papers were found behind a cupboard."),
    )),
    (1, "What I found", (
        paragraph(6, "The law on homelessness is the Housing Act 1996, Part 7. A decision must be in writing."),
    )),
    (2, "What happened", (
        paragraph(7, "In January 2023 Mrs B asked the Council for help and handed in her papers. The Council's notes "
                     "say “received”, and nothing else until May."),
        paragraph(8, "In May 2023 an officer noted three things:",
                  bullet("the papers were not on the file;"), bullet("nobody had written to Mrs B; and"),
                  bullet("the officer who took them had left.")),
    )),
    (1, "Agreed action", (
        paragraph(9, "Within four weeks of my final decision the Council will:",
                  bullet("apologise to Mrs B for the loss of her papers;"),
                  bullet("pay her £250, which is made up of:", ("(1)", "£85 for copies; and", ()),
                         ("(2)", "£165 for her distress; and", ())),
                  bullet("remind its staff to note what is handed in.")),
        paragraph(10, "The Council should send us proof that it has done so."),
    )),
    (1, "Final decision", (
        paragraph(11, "I have completed my investigation and uphold the complaint. The Council was at fault."),
    )),
)  # fmt: skip


def expected() -> tuple[Section, ...]:
    """The sections as every layout must give them."""
    sections = [
        Section(heading=heading, level=level, blocks=tuple(_block(*one) for one in blocks))
        for level, heading, blocks in SECTIONS
    ]
    last = sections[-1]
    signed = Block(text=SIGNED, signature=True)
    return (*sections[:-1], last.model_copy(update={"blocks": (*last.blocks, signed)}))


def _block(number: int, text: str, items: Sequence[Item]) -> Block:
    return Block(number=number, text=text, items=tuple(map(_item, items)))


def _item(item: Item) -> str | Block:
    mark, text, items = item
    if not mark and not items:
        return text
    return Block(printed=mark or None, text=text, items=tuple(map(_item, items)))


# As text

Writer = Callable[[str, str, int], str]  # mark, text, depth


def as_text(
    writer: Writer = lambda mark, text, depth: f"{mark} {text}",
    *,
    gap: str = "\n\n",
    labels: str | None = None,
    heading: Callable[[str, int], str] = lambda text, level: text,
    before: Sequence[str] = (),
    after_section: Sequence[str] = (),
    bullet: str = "•",
) -> str:
    """The decision as text: `writer` lays out a paragraph or item, `gap` stands between all parts."""
    parts = [*before, TITLE, labels if labels is not None else gap.join(f"{name} : {value}" for name, value in LABELS)]
    parts += ["The Ombudsman's final decision:", writer("", f"Summary: {SUMMARY}", 0)]
    for level, name, blocks in SECTIONS:
        parts.append(heading(name, level))
        for number, text, items in blocks:
            parts.append(writer(f"{number}.", text, 0))
            parts += _lines(items, writer, 1, bullet)
        parts += after_section
    return gap.join([*parts, SIGNED]) + "\n"


def _lines(items: Iterable[Item], writer: Writer, depth: int, bullet: str) -> list[str]:
    lines: list[str] = []
    for mark, text, inner in items:
        lines += [writer(mark or bullet, text, depth), *_lines(inner, writer, depth + 1, bullet)]
    return lines


def wrapped(width: int, indent: int = 4) -> Writer:
    """Lines of at most `width`, what hangs under a mark indented."""

    def write(mark: str, text: str, depth: int) -> str:
        lead = " " * (indent * depth) + (f"{mark} " if mark else "")
        return textwrap.fill(
            text, width, initial_indent=lead, subsequent_indent=" " * len(lead) if mark else "", break_on_hyphens=False,
            break_long_words=False,
        )  # fmt: skip

    return write


# As HTML


def as_html(
    *,
    body: str | None = None,
    labels: str | None = None,
    head: str = "",
    title: str = f"<h1>{TITLE}</h1>",
    after: str = "",
) -> str:
    """The decision as a saved page."""
    pairs = "".join(f"<p><strong>{name} : </strong>{html.escape(value)}</p>" for name, value in LABELS)
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>A decision</title>{head}"
        "<style>li { color: red }</style><script>var a = 'Decision : Not upheld';</script></head><body>"
        "<header><nav><ul><li><a href='/'>Home</a></li><li>Decisions</li></ul></nav></header>"
        f"{title}<div>{pairs if labels is None else labels}</div>"
        f"<h2>The Ombudsman's final decision:</h2><p>Summary: {SUMMARY}</p>{lists() if body is None else body}"
        f"<p>{SIGNED}</p>{after}<footer><p>Contact us</p></footer></body></html>"
    )


def lists() -> str:
    """The sections with lists that a browser numbers."""
    texts = []
    for level, name, blocks in SECTIONS:
        start = blocks[0][0]
        inside = "".join(f"<li>{html.escape(text)}{_list(items)}</li>" for _, text, items in blocks)
        texts.append(f"<h{level + 1}>{html.escape(name)}</h{level + 1}>\n<ol start={start}>{inside}</ol>")
        texts.append("<p><a href='#top'>Back to top</a></p>")
    return "\n".join(texts)


def _list(items: Sequence[Item]) -> str:
    if not items:
        return ""
    inside = "".join(
        f"<li>{mark + ' ' if mark else ''}{html.escape(text)}{_list(inner)}</li>" for mark, text, inner in items
    )
    return f"<ul>{inside}</ul>"


def paragraphs(tag: str = "p") -> str:
    """The sections as paragraphs with typed marks, headings in bold."""
    texts = []
    for _, name, blocks in SECTIONS:
        texts.append(f"<{tag}><b>{html.escape(name)}</b></{tag}>")
        for number, text, items in blocks:
            texts.append(f"<{tag}>{number}.&nbsp;{html.escape(text)}</{tag}>")
            texts += [
                f"<{tag}>{html.escape(line)}</{tag}>" for line in _lines(items, lambda m, t, d: f"{m} {t}", 1, "•")
            ]
    return "\n".join(texts)


# What became of the words


def scheme_words() -> Words:
    """The words of the scheme the tests have."""
    return words_of(Vocabulary.of(load_scheme("lgo")))


def read(pieces: Sequence[Piece]) -> ReadDocument:
    """The document that the pieces are, with every word of them accounted for."""
    document = read_document(pieces, scheme_words())
    check_words(pieces, document)
    return document


def check_words(pieces: Sequence[Piece], document: ReadDocument) -> None:
    """Fails unless each word of the pieces is in the text, the labels or among what was dropped, each in its order."""
    given = [word for piece in pieces for word in words_in(_of_piece(piece))]
    text = [word for line in document_lines(document.sections) for word in words_in(line)]
    summary, labels = words_in(document.summary), words_in(" ".join(document.labels.printed))
    dropped = words_in(" ".join(document.dropped))
    assert Counter(given) == Counter([*text, *summary, *labels, *dropped])
    for part in (text, summary, labels, dropped):
        assert _is_in_order(part, given)


def words_in(text: str) -> list[str]:
    """The words and numbers of a text."""
    return re.findall(r"[^\W_]+", re.sub("[\u00ad\u200b\u2060\ufeff]", "", text))


def document_lines(sections: Iterable[Section]) -> Iterable[str]:
    """Every text of the sections in order, with the marks that stand before it in the source."""
    for section in sections:
        yield section.heading or ""
        for block in section.blocks:
            yield from _block_lines(block)


def _block_lines(block: str | Block) -> Iterable[str]:
    if isinstance(block, str):
        yield block
        return
    yield block.printed or ("" if block.number is None else str(block.number))
    yield block.text
    yield from (cell for row in (block.table.rows if block.table else ()) for cell in row)
    for item in block.items:
        yield from _block_lines(item)


def _of_piece(piece: Piece) -> str:
    return " ".join([piece.mark, piece.text, *(cell for row in piece.rows for cell in row)])


def _is_in_order(part: Sequence[str], whole: Sequence[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)
