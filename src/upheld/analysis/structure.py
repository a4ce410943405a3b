"""Makes a document of the pieces of its text: labels, summary, sections with numbered paragraphs and lists."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from upheld.analysis.blocks import Builder, is_signature
from upheld.analysis.document import MAX_TEXT, Section
from upheld.analysis.furniture import contents_lists, is_furniture, satisfied_on
from upheld.analysis.headings import heading_levels, is_known, looks_like_one
from upheld.analysis.labels import LabelReader, Labels, is_label, labels_in
from upheld.analysis.marks import read_mark
from upheld.analysis.pieces import Piece
from upheld.analysis.titles import read_title
from upheld.analysis.vocabulary import Words
from upheld.lib.text import fold

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SPACES = re.compile("[ \t\u00a0\u2002-\u200a\u202f\u205f\u3000]+")
_SUMMARY = re.compile(r"(?:report |decision )?summary(?:\s*:\s*|$)", re.IGNORECASE)
_SUMMARY_IN_LINE = re.compile(r"summary\s*(?::|[-\u2013]\s)\s*", re.IGNORECASE)
_ABOVE_SUMMARY = re.compile(
    r"(?:the )?(?:ombudsman['\u2019]s|our|my) (?:final )?decision\s*:?|final decision\s*:", re.IGNORECASE
)
_REPORT = re.compile(
    r"report (?:by|on|of|issued) (?:the|an|under)\b.{0,80}\b(?:ombudsman|investigation|section)"
    r"|public interest report|further report", re.IGNORECASE
)  # fmt: skip
_OF_A_REPORT = re.compile(
    r"\b(?:must|should) consider (?:the|this) report\b|\bdate of this report\b|\bsection 31\(2\)"
    r"|\bthis report has been produced\b", re.IGNORECASE
)  # fmt: skip
"""What only a report says: the law asks a body to consider it."""
_HALF = re.compile("[\ud800-\udfff]")
_HEAD = 60  # so many pieces at most stand before the text
_LONGEST_HEADING = 300


@dataclass(frozen=True)
class ReadDocument:
    """What the pieces of a text say.

    `dropped` is every text that was left out, in order: furniture of the page, the contents list, the word “Summary”.
    What was read as labels is in `labels.printed`. `doubts` are sentences for the person who imports.
    """

    labels: Labels
    summary: str
    sections: tuple[Section, ...]
    satisfied_on: dt.date | None = None
    dropped: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


class UnreadableError(ValueError):
    """A text cannot be kept: a paragraph of it is too long, or it holds bytes that are no letters."""


def read_document(pieces: Sequence[Piece], words: Words) -> ReadDocument:
    """The document that the pieces are. Every word of them is in its labels, its text or what was dropped.

    Raises UnreadableError, with a sentence for the person who gave the file.
    """
    for text in chain.from_iterable((piece.text, piece.mark, *chain(*piece.rows)) for piece in pieces):
        if len(text) > MAX_TEXT:
            raise UnreadableError(f"holds a paragraph of more than {MAX_TEXT:,} characters")
        if not text.isascii() and _HALF.search(text):
            raise UnreadableError("holds bytes that are not UTF-8; save the file as UTF-8")
    return _Reader(pieces, words).read()


class _Reader:
    """Takes pieces away in turn: furniture, contents list, summary, labels; what remains is the text."""

    def __init__(self, pieces: Sequence[Piece], words: Words) -> None:
        tidied = (_tidied(piece) for piece in pieces)
        self.pieces = [piece for piece in tidied if piece.text or piece.mark or any(map(any, piece.rows))]
        self.words = words
        self.dropped: dict[int, str] = {}
        self.satisfied_on: dt.date | None = None
        self.labels = LabelReader(words)
        self.in_summary: set[int] = set()

    def read(self) -> ReadDocument:
        """The document."""
        self._drop_furniture()
        headings = [place for place in self._left() if self._is_heading(place)]
        start = self._start(headings)
        summary = self._summary(start, set(headings))
        self.labels.read(self.pieces, [place for place in self._left() if place < start])
        left = self._left()
        kept = [self.pieces[place] for place in left]
        places = set(headings)
        levels = heading_levels({at: kept[at] for at, place in enumerate(left) if place in places})
        sections = Builder(kept, levels).sections()
        return ReadDocument(
            labels=self._with_type(self.labels.result(), sections),
            summary=summary,
            sections=sections,
            satisfied_on=self.satisfied_on,
            dropped=tuple(text for _, text in sorted(self.dropped.items())),
            doubts=(*self.labels.doubts, *dict.fromkeys(piece.doubt for piece in self.pieces if piece.doubt)),
        )

    def _left(self) -> list[int]:
        gone = self.dropped.keys() | self.labels.used.keys() | self.in_summary
        return [place for place in range(len(self.pieces)) if place not in gone]

    def _drop(self, places: Iterable[int]) -> None:
        self.dropped.update((place, _printed(self.pieces[place])) for place in places)

    def _drop_furniture(self) -> None:
        for place, piece in enumerate(self.pieces):
            if is_furniture(piece):
                self._drop([place])
            elif piece.kind != "table" and (day := satisfied_on(piece.text)):
                self.satisfied_on = max(self.satisfied_on or day, day)
                self._drop([place])
        left = self._left()
        self._drop(left[at] for at in contents_lists([self.pieces[place] for place in left]))

    def _is_heading(self, place: int) -> bool:
        piece = self.pieces[place]
        if piece.kind in {"table", "furniture"} or len(piece.text) > _LONGEST_HEADING or is_signature(piece):
            return False
        if piece.kind == "heading":
            return piece.level > 0 or is_known(piece.text) or looks_like_one(piece.text)
        if piece.kind == "item" and (not read_mark(piece.mark).is_decimal or piece.level > 1 or piece.text[-1:] == ":"):
            return False
        following = self.pieces[place + 1] if place + 1 < len(self.pieces) else None
        return following is not None and is_known(piece.text) and not self._is_outcome(following.text)

    def _is_outcome(self, text: str) -> bool:
        return fold(text.strip(" .")) in {fold(outcome) for outcome in self.words.outcomes}

    def _start(self, headings: Sequence[int]) -> int:
        """The place of the first heading of the text itself, after title, labels and summary."""
        own = [place for place in headings if not self._is_of_head(place)]
        known = next((place for place in own if is_known(self.pieces[place].text)), len(self.pieces))
        labels = [place for place in self._left()[:_HEAD] if place < known and self._is_sure_label(place)]
        after = labels[-1] if labels else -1
        return next((place for place in own if place > after), len(self.pieces))

    def _is_of_head(self, place: int) -> bool:
        """Whether a heading is the title, a label, or stands above the summary."""
        text = self.pieces[place].text
        if _SUMMARY.match(text) or read_title(text, self.words) or any(labels_in(text)):
            return True
        if not _ABOVE_SUMMARY.fullmatch(text):
            return False
        following = self.pieces[place + 1 : place + 3]
        return any(_SUMMARY.match(piece.text) for piece in following)

    def _is_sure_label(self, place: int) -> bool:
        piece = self.pieces[place]
        if piece.kind == "table":
            return sum(len(row) > 1 and is_label(row[0]) for row in piece.rows) > len(piece.rows) // 2
        kinds = {kind for kind, _, _ in labels_in(piece.text)}
        return (
            bool(kinds & {"category", "date", "reference", "organisation"})
            or read_title(piece.text, self.words) is not None
        )

    # The summary

    def _summary(self, start: int, headings: set[int]) -> str:
        """The summary's text; takes its pieces away."""
        head = [place for place in self._left() if place < start]
        first = next((place for place in head if self._begins_summary(self.pieces[place])), None)
        if first is None:
            first, head = self._later_summary(headings), self._left()
        if first is None:
            return ""
        above = [place for place in head if place < first and _ABOVE_SUMMARY.fullmatch(self.pieces[place].text)]
        self._drop(above[-1:])
        piece = self.pieces[first]
        lead = (_SUMMARY if _SUMMARY.fullmatch(piece.text) else _SUMMARY_IN_LINE).match(piece.text)
        cut = lead.end() if lead else 0
        texts = [piece.text[cut:]] if piece.text[cut:] else []
        self.dropped[first] = f"{piece.mark} {piece.text[:cut].strip()}".strip()
        only_one = start == len(self.pieces) and not headings
        rest = [place for place in head if place > first]
        if rest and self.labels.read_subject(self.pieces[rest[0]], rest[0]):
            del rest[0]
        for place in rest:
            if self._ends_summary(place, headings, begun=bool(texts)) or (only_one and texts):
                break
            texts.append(_as_text(self.pieces[place], begun=bool(texts)))
            self.in_summary.add(place)
        return "".join(texts)

    def _later_summary(self, headings: set[int]) -> int | None:
        """The heading of a summary that stands after others, yet before every numbered paragraph, as in reports."""
        numbered = (place for place in self._left() if read_mark(self.pieces[place].mark).is_decimal)
        before = next(numbered, len(self.pieces))
        found = (place for place in sorted(headings) if _SUMMARY.fullmatch(self.pieces[place].text))
        return next((place for place in found if place < before), None)

    def _begins_summary(self, piece: Piece) -> bool:
        return piece.kind != "table" and bool(_SUMMARY.match(piece.text) or _SUMMARY_IN_LINE.match(piece.text))

    def _ends_summary(self, place: int, headings: set[int], *, begun: bool) -> bool:
        piece = self.pieces[place]
        if place in headings and not begun and not piece.level and not is_known(piece.text):
            return False
        if place in headings or piece.kind == "table" or self._is_sure_label(place) or is_signature(piece):
            return True
        return begun and read_mark(piece.mark).is_decimal

    # The document type

    def _with_type(self, labels: Labels, sections: Sequence[Section]) -> Labels:
        """The labels with the type that the layout tells, where no word names it."""
        if labels.document_type:
            return labels
        word = self._type_by_layout({fold(section.heading or "").strip(" :") for section in sections}, sections)
        kind = next((kind for kind in self.words.document_types if word and word in fold(kind).split()), None)
        return replace(labels, document_type=kind, by_layout=kind is not None)

    def _type_by_layout(self, headings: set[str], sections: Sequence[Section]) -> str | None:
        head = [piece.text for piece in self.pieces[:_HEAD] if len(piece.text) < _LONGEST_HEADING]
        found = {"finding", "findings"} & headings
        if (found and "recommendations" in headings) or any(_REPORT.search(text) for text in head):
            return "report"
        if any(_OF_A_REPORT.search(piece.text) for piece in self.pieces):
            return "report"
        signed = any(block.signature for section in sections for block in section.blocks)
        above = any(_ABOVE_SUMMARY.fullmatch(text) for text in self.dropped.values())
        return "statement" if signed or above or any(name.endswith("final decision") for name in headings) else None


def _tidied(piece: Piece) -> Piece:
    rows = tuple(tuple(_tidy(cell) for cell in row) for row in piece.rows)
    return replace(piece, text=_tidy(piece.text), mark=_tidy(piece.mark)[:40], rows=rows)


def _tidy(text: str) -> str:
    return "\n".join(_SPACES.sub(" ", line).strip() for line in _UNSEEN.sub("", text).strip().split("\n"))


def _printed(piece: Piece) -> str:
    cells = "\n".join(" ".join(row) for row in piece.rows)
    return " ".join(part for part in (piece.mark, piece.text, cells) if part)


def _as_text(piece: Piece, *, begun: bool) -> str:
    """A piece of the summary with what parts it from the one before: a line for an item, a blank line else."""
    if piece.kind == "item":
        return ("\n" if begun else "") + f"{piece.mark or '•'} {piece.text}"
    return ("\n\n" if begun else "") + _printed(piece)
