"""A piece of law that a document cites."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["act", "instrument", "guidance", "case"]


@dataclass(frozen=True, slots=True)
class LawCitation:
    """One law, or one provision of it, and where the document cites it. A program read it from the text.

    `title` is the law's own (`Local Government Act 1974`), `slug` its address among ours. `provision` is `section
    34(3)`, and `place` the address of its section among ours, `34`; both are empty where the law is cited as a whole.
    `at` are the addresses of the paragraphs that cite it, in order. `href` leads to the law itself; empty where no
    address is certain.
    """

    kind: Kind
    title: str
    slug: str
    provision: str = ""
    place: str = ""
    at: tuple[str, ...] = ()
    href: str = ""

    @property
    def text(self) -> str:
        """In words: `Local Government Act 1974, section 34(3)`."""
        return f"{self.title}, {self.provision}" if self.provision else self.title
