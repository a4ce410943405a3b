"""Scores a document that was read from a layout against the document that was printed in it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from tests.evaluation.counts import Count
from tests.evaluation.held_out import HeldOut
from upheld.analysis.document import Block, Section
from upheld.analysis.structure import ReadDocument

ASPECTS = ("words kept", "words added", "headings", "numbers", "items", "tables", "signature")


@dataclass
class StructureScore:
    """What came out of one layout, over all documents. `misses` are sentences for whoever mends the reader."""

    aspects: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in ASPECTS})
    labels: dict[str, Count] = field(default_factory=dict)
    exact: Count = field(default_factory=Count)
    misses: list[str] = field(default_factory=list)

    def add(self, held: HeldOut, read: ReadDocument, layout: str) -> None:
        """Scores one more document."""
        self._add_words(held, read)
        for name in ("headings", "items", "tables", "signature"):
            if name != "items" or layout != "scraped text":
                self._add_list(held, name, _LISTS[name](held.sections), _LISTS[name](read.sections))
        if layout != "scraped text":
            self._add_list(held, "numbers", _numbers(held.sections), _numbers(read.sections))
        for name, (wanted, got) in _labels(held, read, layout).items():
            self.labels.setdefault(name, Count()).add(wanted == got, 1, 1)
            self._miss(held, name, wanted, got)

    def _add_words(self, held: HeldOut, read: ReadDocument) -> None:
        wanted, got = _words(held.summary, held.sections), _words(read.summary, read.sections)
        lost, added = _difference(wanted, got)
        self.aspects["words kept"].add(len(wanted) - len(lost), len(wanted), len(wanted))
        self.aspects["words added"].add(len(got) - len(added), len(got), len(got))
        self.exact.add(not (lost or added), 1, 1)
        self._miss(held, "words lost, added", ([], []), (lost[:25], added[:25]))

    def _add_list(self, held: HeldOut, name: str, wanted: list[str], got: list[str]) -> None:
        right = sum((Counter(wanted) & Counter(got)).values())
        self.aspects[name].add(right, len(got), len(wanted))
        missing, extra = Counter(wanted) - Counter(got), Counter(got) - Counter(wanted)
        self._miss(held, name, ([], []), ([*missing.elements()][:6], [*extra.elements()][:6]))

    def _miss(self, held: HeldOut, name: str, wanted: object, got: object) -> None:
        if wanted != got:
            self.misses.append(f"{held.reference} {name}: expected {wanted!r}, got {got!r}")


def _labels(held: HeldOut, read: ReadDocument, layout: str) -> dict[str, tuple[object, object]]:
    bodies = tuple(body.name for body in held.organisations)
    known = {"e-mail": (bodies, (held.reference, *held.also_known_as)), "scraped text": ((), ())}
    names, references = known.get(layout, (bodies[:1], (held.reference,)))
    labels = read.labels
    return {
        "organisations": (names, labels.organisations),
        "references": (references, labels.references),
        "category": ((held.category, held.subcategory), (labels.category, labels.subcategory)),
        "outcome": (held.outcome, labels.outcome),
        "decided on": (held.decided_on, labels.decided_on),
        "satisfied on": (held.satisfied_on, read.satisfied_on),
        "summary": (" ".join(held.summary.split()), " ".join(read.summary.split())),
    }


def _difference(wanted: Sequence[str], got: Sequence[str]) -> tuple[list[str], list[str]]:
    lost: list[str] = []
    added: list[str] = []
    for what, a, b, c, d in SequenceMatcher(None, wanted, got, autojunk=False).get_opcodes():
        if what != "equal":
            lost += wanted[a:b]
            added += got[c:d]
    return lost, added


def _words(summary: str, sections: Sequence[Section]) -> list[str]:
    return re.findall(r"\S+", "\n".join([summary, *_texts(sections)]))


def _texts(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        yield section.heading or ""
        for block in section.blocks:
            yield from (text for _, _, text in _lines(block))
            if block.table:
                yield from (cell for row in block.table.rows for cell in row)


def _lines(block: Block, depth: int = 0) -> Iterator[tuple[int, str, str]]:
    yield depth, block.printed or "", block.text
    for item in block.items:
        if isinstance(item, str):
            yield depth + 1, "", item
        else:
            yield from _lines(item, depth + 1)


def _headings(sections: Sequence[Section]) -> list[str]:
    return [section.heading or "" for section in sections if section.heading]


def _numbers(sections: Sequence[Section]) -> list[str]:
    """Each paragraph with its number through the document."""
    blocks = [block for section in sections for block in section.blocks]
    return [f"{block.number}: {block.text[:40]}" for block in blocks if block.number is not None]


def _items(sections: Sequence[Section]) -> list[str]:
    """Each item with its depth and its mark, bullets aside."""
    lines = [line for section in sections for block in section.blocks for line in _lines(block) if line[0]]
    return [f"{depth} {_mark(mark)}{text[:60]}" for depth, mark, text in lines]


def _mark(printed: str) -> str:
    plain = re.sub(r"\W", "", printed)
    return f"({plain}) " if plain else ""


def _tables(sections: Sequence[Section]) -> list[str]:
    return [repr(block.table.rows) for section in sections for block in section.blocks if block.table]


def _signature(sections: Sequence[Section]) -> list[str]:
    return [block.text for section in sections for block in section.blocks if block.signature]


_LISTS = {"headings": _headings, "items": _items, "tables": _tables, "signature": _signature}
