"""Twins of decisions for tests, every word invented."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from upheld.public.twins.twin import Twin, TwinLaw, TwinParagraph, TwinRemedy, TwinSection, TwinTable

MARKUP = (
    '#read("/etc/passwd") $x^2$ *b* _i_ **c** `raw` \\# @ref <lab> <b>bold</b> [a](b) ![c](d) ~~e~~ {{f}} &amp; '
    "https://example.org/g?h=1 -- --- ... 'q' \"r\" // s /* t */ #let u = v; $ % ^ | \\n \\\\ end"
)
"""What means something in typst, Markdown, HTML or Word."""


def long_sections(paragraphs: int, words: int = 60) -> tuple[TwinSection, ...]:
    """Sections of ten paragraphs each, all different."""
    made = [TwinParagraph(f"Paragraph {n} says " + "that it took longer " * (words // 4), str(n), address=f"p{n}")
            for n in range(1, paragraphs + 1)]  # fmt: skip
    return tuple(
        TwinSection(f"Part {start // 10 + 1}", tuple(made[start : start + 10]), f"part-{start}", 1 + (start % 30 == 10))
        for start in range(0, paragraphs, 10)
    )


def twin(**values: Any) -> Twin:
    """A twin with a bit of everything; `values` are its fields."""
    address = "https://register.example/decisions/housing/homelessness/21-000-001"
    base: dict[str, Any] = {
        "title": "Alderford Borough Council (21 000 001)",
        "reference": "21 000 001",
        "scheme": "Ombudsman of Examples",
        "rows": (("Category", "Housing > Homelessness"), ("Decision", "Upheld"), ("Decision date", "5 April 2022")),
        "summary": "Mrs B complained that the Council lost her papers.\nIt was at fault.",
        "remedies_heading": "What was put right",
        "remedies": (
            TwinRemedy(
                "An apology", "agreed, for the person who complained", "apologise to Mrs B;", "paragraph 3", "p3"
            ),
            TwinRemedy("£300 for distress", "agreed, within a month", "", "", ""),
        ),
        "remedies_note": "A program read this from the text.",
        "sections": sections(),
        "laws": (TwinLaw("Housing Act 1996, section 184", "https://law.example/184", "paragraphs 2 and 3"),),
        "laws_note": "A program read these from the text.",
        "steps": (TwinSection("If it is yours", (TwinParagraph("Write to us within a month."),), level=2),),
        "version": "version 1 of 2 March 2026",
        "made_on": "2026-03-02",
        "warning": "",
        "address": address,
        "present": address,
        "about": (f"This is a copy. What holds today is at {address}",),
    }
    return Twin(**(base | values))


def sections() -> tuple[TwinSection, ...]:
    """Headings of two levels, numbers, a nested list, a table with a caption, a signature."""
    nested = (TwinParagraph("paper"), TwinParagraph("keys", items=(TwinParagraph("of brass", "(1)"),)))
    items = (TwinParagraph("apologise to Mrs B;", "(a)"), TwinParagraph("give back the:", "(b)", items=nested))
    table = TwinTable((("Term", "Sum"), ("Autumn", "£300"), ("Spring\nlate", "£1,200")), header=True)
    bare = TwinTable((("left", "right"), ("below",)), header=False)
    return (
        TwinSection("The complaint", (TwinParagraph("Mrs B complained.", "1", address="p1"),), "the-complaint"),
        TwinSection("What I found", (), "what-i-found"),
        TwinSection(
            "The papers",
            (
                TwinParagraph("The Council lost them.", "2", "1", "p2"),
                TwinParagraph("It will:", "3", "2", "p3", items),
                TwinParagraph("What it owes", "4", address="p4", table=table),
                TwinParagraph("", address="p4-1", table=bare),
            ),
            "the-papers",
            2,
        ),
        TwinSection(
            "", (TwinParagraph("Decided on behalf of the Ombudsman", address="p4-2", signature=True),), "part-4"
        ),
    )


def words_of(twin: Twin) -> list[str]:
    """Every word that the text of a twin says, in order: summary, headings, marks, paragraphs, items, cells."""
    return split_words("\n".join([twin.summary, *_section_texts(twin.sections)]))


def split_words(text: str) -> list[str]:
    """The words of a text, and its other signs, one by one; white space and bullets do not count."""
    return re.findall(r"\w+|[^\w\s•]", text)


def _section_texts(of: Sequence[TwinSection]) -> Iterator[str]:
    for section in of:
        yield section.heading
        yield from _texts(section.paragraphs)


def _texts(of: Sequence[TwinParagraph]) -> Iterator[str]:
    for one in of:
        yield one.mark + (f"[{one.printed}]" if one.printed else "")
        yield one.text
        yield from (cell for row in (one.table.rows if one.table else ()) for cell in row)
        yield from _texts(one.items)
