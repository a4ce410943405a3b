"""How to cite a decision, in several styles: the same words wherever a page is kept.

Pages are kept and shown for days, so the server does not know when one is read. The version pins down what was read;
the day on which it was read is filled in by the reader's own browser, where it runs scripts.
"""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from upheld.lib.dates import format_date

_SPECIAL = re.compile(r"[\\{}$&#^_%~]")
_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_MARKDOWN = re.compile(r"([\\\[\]*_`<>])")


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation names. `bodies` are the organisations in words, `address` the whole address."""

    author: str
    bodies: str
    reference: str
    document_type: str
    decided_on: dt.date | None
    version: int
    version_on: dt.date
    address: str

    @property
    def title(self) -> str:
        """`Alderford Borough Council (21 000 001)`."""
        return f"{self.bodies} ({self.reference})"

    @property
    def version_words(self) -> str:
        """`version 2 of 5 April 2022`."""
        return f"version {self.version} of {format_date(self.version_on)}"


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in one style: `before`, then, where the browser can say it, the day of access, then `after`.

    The day is written as `form` says between `lead` and `tail`. `is_code` marks what is copied into a program.
    """

    slug: str
    style: str
    before: str
    lead: str
    tail: str
    after: str
    form: Literal["long", "iso"] = "long"
    is_code: bool = False


def make_citations(cited: Cited) -> tuple[Citation, ...]:
    """The citation in every style."""
    return (_plain(cited), _legal(cited), _markdown(cited), _bibtex(cited))


def _plain(cited: Cited) -> Citation:
    day = format_date(cited.decided_on) if cited.decided_on else ""
    parts = (cited.author, cited.title, day, cited.version_words, cited.address)
    return Citation("plain", "Plain", ", ".join(filter(None, parts)), " (accessed ", ")", "")


def _legal(cited: Cited) -> Citation:
    day = f", {format_date(cited.decided_on)}" if cited.decided_on else ""
    where = f"{cited.bodies} ({cited.author}, {cited.reference}{day}), {cited.version_words} <{cited.address}>"
    return Citation("legal", "Legal", where, " accessed ", "", "")


def _markdown(cited: Cited) -> Citation:
    day = format_date(cited.decided_on) if cited.decided_on else ""
    link = f"[{_escaped(cited.title)}]({cited.address})"
    words = ", ".join(filter(None, (link, _escaped(cited.author), day, cited.version_words)))
    return Citation("markdown", "Markdown", words, " (accessed ", ")", "", is_code=True)


def _bibtex(cited: Cited) -> Citation:
    day = cited.decided_on
    fields = {
        "author": f"{{{_tex(cited.author)}}}",
        "title": f"{{{_tex(cited.title)}}}",
        "type": _tex(cited.document_type),
        "number": _tex(cited.reference),
        "institution": _tex(cited.author),
        "year": str(day.year) if day else "",
        "month": f"{day:%b}".lower() if day else "",
        "note": _tex(cited.version_words[:1].upper() + cited.version_words[1:]),
        "url": cited.address,
    }
    lines = [f"  {name} = {_value(name, value)}," for name, value in fields.items() if value]
    key = re.sub(r"[^a-z0-9]+", "-", f"decision {cited.reference}".lower()).strip("-")
    return Citation(
        "bibtex", "BibTeX", "\n".join([f"@techreport{{{key},", *lines]), "\n  urldate = {", "},", "\n}",
        form="iso", is_code=True,
    )  # fmt: skip


def _value(name: str, value: str) -> str:
    """BibTeX's own names of months stand without braces."""
    return value if name == "month" else f"{{{value}}}"


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda found: _TEX.get(found[0], f"\\{found[0]}"), text)
