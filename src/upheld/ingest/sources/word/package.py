"""The parts of a Word document that are read: its body, styles, lists, notes, headers. Its properties never are."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as TYPES
from docx.opc.exceptions import OpcError
from docx.opc.part import Part
from lxml import etree

from upheld.ingest.sources.word.ooxml import PARAGRAPH, Element, W, child, value, written
from upheld.ingest.sources.word.refused import RefusedError

_NOTES = {"footnote": TYPES.FOOTNOTES, "endnote": TYPES.ENDNOTES}


@dataclass
class Package:
    """One document. `notes` are found by kind and number; `margins` are headers and footers."""

    body: Element
    styles: Element | None = None
    numbering: Element | None = None
    notes: dict[tuple[str, str], Element] = field(default_factory=dict)
    margins: list[Element] = field(default_factory=list)
    comments: int = 0


def open_package(data: bytes) -> Package:
    """The document. Raises RefusedError where the archive does not hold together."""
    try:
        part = docx.Document(io.BytesIO(data)).part
        body = child(part.element, "body")
    except (OpcError, etree.XMLSyntaxError, KeyError, ValueError, AttributeError, TypeError, IndexError) as error:
        raise _broken(error) from error
    if body is None:
        raise _broken(None)
    related = list(_related(part))
    package = Package(body, _first(related, TYPES.STYLES), _first(related, TYPES.NUMBERING))
    for kind, relation in _NOTES.items():
        notes = _first(related, relation)
        found = [] if notes is None else notes.findall(W + kind)
        package.notes.update({(kind, value(note, "id")): note for note in found})
    package.margins = [root for name, root in related if name in {TYPES.HEADER, TYPES.FOOTER}]
    comments = _first(related, TYPES.COMMENTS)
    package.comments = 0 if comments is None else len(comments.findall(W + "comment"))
    return package


def _related(part: Part) -> Iterator[tuple[str, Element]]:
    """The roots of the parts that the document names, by the kind of relation."""
    wanted = {TYPES.STYLES, TYPES.NUMBERING, TYPES.HEADER, TYPES.FOOTER, TYPES.COMMENTS, *_NOTES.values()}
    for relation in part.rels.values():
        if relation.reltype in wanted and not relation.is_external:
            element = getattr(relation.target_part, "element", None)
            yield relation.reltype, _parsed(relation.target_part.blob) if element is None else element


def _first(related: list[tuple[str, Element]], wanted: str) -> Element | None:
    return next((root for kind, root in related if kind == wanted), None)


def _parsed(data: bytes) -> Element:
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise _broken(error) from error


def _broken(error: Exception | None) -> Exception:
    if isinstance(error, etree.XMLSyntaxError) and ("alloc" in str(error) or str(error).startswith("unknown error")):
        return MemoryError()
    if "Excessive depth" in str(error):
        return RefusedError(
            "too-deep", "is nested far deeper than any text is, so it was not read. Copy its text into a new document"
        )
    return RefusedError(
        "damaged",
        "is damaged: its parts do not fit together. Open it in Word or LibreOffice, let it be repaired, and save it as "
        "“Word Document (.docx)”",
    )


def margin_texts(package: Package) -> list[str]:
    """The lines of headers and footers, each once."""
    lines = (" ".join(written(one).split()) for part in package.margins for one in part.iter(PARAGRAPH))
    return list(dict.fromkeys(line for line in lines if line))
