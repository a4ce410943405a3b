"""All that a twin of a decision's page says, in words ready to be set. Pure: it is also read in child processes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TwinTable:
    """Cells row by row; `header` says that the first row heads the columns."""

    rows: tuple[tuple[str, ...], ...]
    header: bool


@dataclass(frozen=True, slots=True)
class TwinParagraph:
    """A paragraph, or an item of a list.

    `mark` is what stands before it: a number that runs through the text, `(a)`, or nothing, which in a list is a
    bullet. `printed` is what the source prints in place of a number where that differs. `address` is `p12`; an item
    has none. The text of a table is its caption.
    """

    text: str
    mark: str = ""
    printed: str = ""
    address: str = ""
    items: "tuple[TwinParagraph, ...]" = ()
    table: TwinTable | None = None
    signature: bool = False


@dataclass(frozen=True, slots=True)
class TwinSection:
    """A heading, empty where there is none, and its paragraphs. A chapter of the text is of level 1."""

    heading: str
    paragraphs: tuple[TwinParagraph, ...]
    address: str = ""
    level: int = 1


@dataclass(frozen=True, slots=True)
class TwinRemedy:
    """One act that puts something right. `title` is its kind and sum in words, `terms` the rest in words.

    `place` says where it stands, `paragraph 12`, and `address` is `p12`, where a program read it; else both are empty.
    """

    title: str
    terms: str
    text: str
    place: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class TwinLaw:
    """A law or provision that the text cites, where to find it (empty when not certain), and what cites it."""

    name: str
    href: str
    places: str


@dataclass(frozen=True, slots=True)
class Twin:
    """A version of a decision, as every format of it shows it.

    `title` is `Alderford Borough Council (21 000 001)`, with `, version 1` in one that was replaced. `rows` are labels
    and their values. `version` says in words which version this is and since when, `made_on` is that day, `2022-04-05`.
    `warning` says that it was replaced, and is empty for the present one. `address` is where it stands, `present` where
    the present version does. `steps` say what a reader can do next, `about` where this comes from.
    """

    title: str
    reference: str
    scheme: str
    rows: tuple[tuple[str, str], ...]
    summary: str
    remedies_heading: str
    remedies: tuple[TwinRemedy, ...]
    remedies_note: str
    sections: tuple[TwinSection, ...]
    laws: tuple[TwinLaw, ...]
    laws_note: str
    steps: tuple[TwinSection, ...]
    version: str
    made_on: str
    warning: str
    address: str
    present: str
    about: tuple[str, ...]
    language: str = "en-GB"
