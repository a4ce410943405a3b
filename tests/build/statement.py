"""An invented statement as parts, to be written in any layout; and what a reader of it should see."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Part:
    """A heading, paragraph, item or table. `mark` is what a reader sees before the text; `level` how deep it is."""

    kind: Literal["title", "label", "heading", "plain", "number", "letter", "roman", "bullet", "table"]
    text: str = ""
    mark: str = ""
    level: int = 1
    rows: tuple[tuple[str, ...], ...] = field(default=())


def title(text: str) -> Part:
    """The title."""
    return Part("title", text)


def label(name: str, value: str) -> Part:
    """A label and its value."""
    return Part("label", f"{name}: {value}")


def heading(text: str, level: int = 1) -> Part:
    """A heading."""
    return Part("heading", text, level=level)


def plain(text: str) -> Part:
    """A paragraph without a number."""
    return Part("plain", text)


def number(mark: str, text: str) -> Part:
    """A numbered paragraph."""
    return Part("number", text, mark)


def letter(mark: str, text: str) -> Part:
    """An item of the list of a numbered paragraph."""
    return Part("letter", text, mark, level=2)


def roman(mark: str, text: str) -> Part:
    """An item of the list of an item."""
    return Part("roman", text, mark, level=3)


def bullet(text: str, level: int = 2) -> Part:
    """An item without a mark."""
    return Part("bullet", text, level=level)


def table(*rows: tuple[str, ...]) -> Part:
    """A table whose first row heads its columns."""
    return Part("table", rows=rows)


HEAD = (
    title("Alderford Borough Council (21 000 001)"),
    label("Category", "Housing > Homelessness"),
    label("Decision", "Upheld"),
    label("Decision date", "14 March 2022"),
)
SUMMARY = (
    heading("The Ombudsman’s final decision:"),
    plain(
        "Summary: Mrs B complained that the Council lost her papers and left her without a home for seven weeks. "
        "We found fault causing injustice. The Council agreed to apologise, to pay Mrs B £450, and to copy papers."
    ),
)
TEXT = (
    heading("The complaint"),
    number("1.", "Mrs B complains that Alderford Borough Council (the Council) delayed her homelessness application."),
    number("2.", "She says that the Council:"),
    letter("(a)", "lost the papers she handed in at its office on 3 May 2021;"),
    letter("(b)", "gave her no interim accommodation, although:"),
    roman("(i)", "she has a child of four; and"),
    roman("(ii)", "her landlord’s notice had run out;"),
    letter("(c)", "did not answer her letters."),
    heading("How I considered this complaint"),
    number("3.", "I considered the information that Mrs B and the Council sent me, and spoke to Mrs B by telephone."),
    number("4.", "Both had an opportunity to comment on a draft of this decision."),
    heading("What I found"),
    heading("What happened", 2),
    number("5.", "Mrs B applied on 3 May 2021. An officer wrote “papers seen” on the file, but kept no copy."),
    number("6.", "Seven weeks later the Council accepted a duty to her under section 188 of the Housing Act 1996."),
    heading("My assessment", 2),
    number("7.", "The Council was at fault. It should have found Mrs B somewhere to stay at once."),
    heading("Agreed action"),
    number("8.", "Within one month of this decision the Council will:"),
    bullet("apologise to Mrs B;"),
    bullet("pay Mrs B £450 for seven weeks without a home; and"),
    bullet("tell its officers to copy every paper they are shown."),
    heading("Final decision"),
    number(
        "9.", "I found fault causing injustice, and the Council agreed to put it right. My investigation is at an end."
    ),
    plain("Investigator’s decision on behalf of the Ombudsman"),
)
STATEMENT = (*HEAD, *SUMMARY, *TEXT)


def reader_lines(parts: tuple[Part, ...]) -> list[str]:
    """What a reader sees, a line for each part: the mark, a tab, the text; the cells of a table by lines."""
    lines: list[str] = []
    for part in parts:
        if part.kind == "table":
            lines += ["\t" + " | ".join(row) for row in part.rows]
        else:
            lines.append(f"{part.mark}\t{part.text}")
    return lines
