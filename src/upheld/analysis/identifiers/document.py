"""The document as one levelled text, with the way back to its parts."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from upheld.analysis.identifiers.candidate import BETWEEN, Candidate
from upheld.analysis.identifiers.finding import Finding, Part
from upheld.analysis.identifiers.levelled import Levelled, level

_AROUND = 40
_CELL = re.compile(r"(?P<table>.*\S) row (?P<row>\d+) column (?P<column>\d+)")
_LABEL = re.compile(
    r"\b(?:name|surname|forename|birth|d\.?o\.?b|phone|tel|mobile|e-?mail|address|nhs|insurance|nino|account|sort|"
    r"iban|card|"
    r"registration|reg|vehicle|vrm|passport|licence|number|no|ref|reference|postcode|upn|uprn|child|pupil|resident|"
    r"patient|"
    r"complainant|contact|witness|officer|son|daughter|school|home)\b",
    re.IGNORECASE,
)
_LONGEST_LABEL = 40
OUTSIDE = ("file name", "property", "source address", "link address")
"""What the public does not read as text, but a browser, a link or a file shows."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part in the joined text; before `starts` may stand the label of its cell, which is no part of it."""

    part: Part
    starts: int
    ends: int


@dataclass(frozen=True, slots=True)
class Document:
    """All parts as one text."""

    pieces: Sequence[Piece]
    levelled: Levelled
    own: frozenset[str]
    bodies: frozenset[str]

    @property
    def text(self) -> str:
        """The levelled text, in which everything is looked for."""
        return self.levelled.text

    def piece_at(self, place: int) -> Piece | None:
        """The part to which a place in the levelled text belongs."""
        start = self.levelled.origin(place, place + 1)[0]
        index = bisect_right(self.pieces, start, key=lambda piece: piece.starts) - 1
        return self.pieces[index] if index >= 0 and start < self.pieces[index].ends else None

    def outside(self) -> Iterator[tuple[Piece, int, int]]:
        """The parts that are no text of the decision, each with its span in the levelled text."""
        for piece in self.pieces:
            if piece.part.where.startswith(OUTSIDE) and piece.ends > piece.starts:
                yield (piece, self._levelled_place(piece.starts), self._levelled_place(piece.ends))

    def _levelled_place(self, origin: int) -> int:
        origins = self.levelled.origins
        return origin if origins is None else bisect_right(origins, origin - 1)

    def finding(self, one: Candidate) -> Finding | None:
        """The candidate as a finding in its part; None where it lies outside of all."""
        piece = self.piece_at(one.start)
        if piece is None:
            return None
        start, end = self.levelled.origin(one.start, one.end)
        inside, text = start - piece.starts, piece.part.text
        words = text[inside : end - piece.starts]
        around = _around(text, inside, inside + len(words))
        return Finding(piece.part.where, inside, words, one.kind, round(one.sure, 2), one.why, one.instead, around)


def join(parts: Sequence[Part]) -> Document:
    """The parts as one document. A cell of a table stands behind its label, as a reader sees it."""
    cells = {part.where: part.text for part in parts if " row " in part.where}
    pieces, texts, place = [], [], 0
    for part in parts:
        label = _label(part.where, cells)
        starts = place + len(label)
        pieces.append(Piece(part, starts, starts + len(part.text)))
        texts.append(label + part.text)
        place = starts + len(part.text) + 1
    return Document(pieces, level(BETWEEN.join(texts)), _own_references(parts), _own_bodies(parts))


def _label(where: str, cells: dict[str, str]) -> str:
    found = _CELL.fullmatch(where) if cells else None
    if not found:
        return ""
    head = cells.get(f"{found['table']} row 1 column {found['column']}", "") if found["row"] != "1" else ""
    side = cells.get(f"{found['table']} row {found['row']} column 1", "") if found["column"] != "1" else ""
    for label in (head, side):
        if len(label) <= _LONGEST_LABEL and _LABEL.search(label):
            return label.rstrip(" :") + ": "
    return ""


def _own_references(parts: Sequence[Part]) -> frozenset[str]:
    """The numbers that this decision and those it is related to are known by."""
    return frozenset(reference_key(part.text) for part in parts if part.where.startswith(("reference", "related")))


def _own_bodies(parts: Sequence[Part]) -> frozenset[str]:
    return frozenset(part.text.casefold() for part in parts if part.where.startswith("organisation"))


def reference_key(reference: str) -> str:
    """A reference without what people put between its characters."""
    return re.sub(r"[\W_]", "", reference).casefold()


def _around(text: str, start: int, end: int) -> str:
    """The words on both sides, levelled, so that a finding is known again after its paragraph has moved."""
    sides = (text[max(0, start - _AROUND) : start], text[end : end + _AROUND])
    return "\x1e".join(" ".join(re.findall(r"\w+", side.casefold())) for side in sides)
