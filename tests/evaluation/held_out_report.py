"""Prints how well documents never seen in building are read: `make evaluate`, or this module with `--misses`."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from tests.evaluation.counts import Count
from tests.evaluation.held_out import SETS, HeldOut, held_out
from tests.evaluation.law_score import labelled, read
from tests.evaluation.reading import read_layout
from tests.evaluation.remedy_score import FIELDS, Pair, is_right, pair_up
from tests.evaluation.rendering import LAYOUTS
from tests.evaluation.structure_score import StructureScore
from upheld.analysis.citations import read_citations
from upheld.analysis.document import Section
from upheld.analysis.references import ReferencePattern
from upheld.analysis.remedies import read_remedies

Text = Callable[[HeldOut], tuple[str, tuple[Section, ...]]]


class Report:
    """Collects lines to print, and what was missed."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.misses: list[str] = []

    def run(self, documents: Sequence[HeldOut]) -> None:
        """Scores every reader on the documents."""
        for layout in LAYOUTS:
            self._structure(documents, layout)
        self._remedies(documents, "as structured", lambda held: (held.summary, held.sections))
        for layout in ("website text", "scraped text"):
            self._remedies(documents, f"read from {layout}", _as_read(layout))
        self._law(documents)
        self._cites(documents)

    def _structure(self, documents: Sequence[HeldOut], layout: str) -> None:
        score = StructureScore()
        for held in documents:
            score.add(held, read_layout(held, layout), layout)
        self.lines += [f"Structure from {layout}", score.exact.line("documents word for word")]
        self.lines += [count.line(name) for name, count in score.aspects.items() if count.expected or count.found]
        self.lines += [f"  {name:<26} {count.right} of {count.expected} right" for name, count in score.labels.items()]
        self.misses += [f"A {layout} {miss}" for miss in score.misses]

    def _remedies(self, documents: Sequence[HeldOut], name: str, text: Text) -> None:
        counts = {field: Count() for field in ("remedies", *FIELDS)}
        for held in documents:
            remedies = read_remedies(*text(held), document_type=held.document_type.lower())
            pairs = pair_up(held.remedies, remedies)
            _count(counts, pairs)
            self.misses += [f"C {name} {held.reference} {_told(pair)}" for pair in pairs if pair.wrong]
            self.misses += _sums_taken(held, remedies, name)
        self.lines += [f"Remedies, {name}", *(count.line(field) for field, count in counts.items())]

    def _law(self, documents: Sequence[HeldOut]) -> None:
        titles, provisions = Count(), Count()
        for held in documents:
            wanted, got = labelled(held), read(held)
            self._compare(titles, held, wanted[0], got[0])
            self._compare(provisions, held, wanted[1], got[1])
        self.lines += ["Law", titles.line("titles"), provisions.line("provisions")]

    def _compare(self, count: Count, held: HeldOut, wanted: Set[object], got: Set[object]) -> None:
        count.add(len(wanted & got), len(got), len(wanted))
        self.misses += [f"D {held.reference} missed {one!r}" for one in wanted - got]
        self.misses += [f"D {held.reference} too many {one!r}" for one in got - wanted]

    def _cites(self, documents: Sequence[HeldOut]) -> None:
        count = Count()
        for held in documents:
            own = {one.replace(" ", "") for one in (held.reference, *held.also_known_as)}
            cited = read_citations(held.summary, held.sections, ReferencePattern(), own=own)
            wanted = set(held.cites) - set(held.also_known_as)
            self._compare(count, held, wanted, {one.reference.printed for one in cited})
        self.lines += ["Decisions cited", count.line("references")]


def _as_read(layout: str) -> Text:
    def text(held: HeldOut) -> tuple[str, tuple[Section, ...]]:
        document = read_layout(held, layout)
        return document.summary, document.sections

    return text


def _count(counts: dict[str, Count], pairs: Iterable[Pair]) -> None:
    for pair in pairs:
        label, remedy = pair.label, pair.remedy
        counts["remedies"].add(bool(label and remedy), remedy is not None, label is not None)
        for field in FIELDS:
            right = bool(label and remedy and is_right(field, label, remedy))
            counts[field].add(*_of_field(pair, field, right=right))


def _of_field(pair: Pair, field: str, *, right: bool) -> tuple[int, int, int]:
    """Sums and times count only where there is one."""
    value = {"sum": "pence", "within": "within_days"}.get(field)
    if value is None:
        return right, pair.remedy is not None, pair.label is not None
    found = getattr(pair.remedy, value, None) is not None
    expected = getattr(pair.label, value, None) is not None
    if right and found != expected:  # the label lets the other answer pass
        return found, found, found
    return right and found, found, expected


def _told(pair: Pair) -> str:
    def told(one: object) -> str:
        names = ("kind", "status", "pence", "per", "for_", "within_days")
        return " ".join(str(getattr(one, name)) for name in names) if one else "nothing"

    text = (pair.label or pair.remedy).text  # type: ignore[union-attr]  # one of them is there
    return f"{', '.join(pair.wrong)}: expected [{told(pair.label)}] got [{told(pair.remedy)}]: {text}"


def _sums_taken(held: HeldOut, remedies: Sequence[object], name: str) -> Iterator[str]:
    wanted = Counter(label.pence for label in held.remedies) + Counter(
        one.pence for label in held.remedies for one in label.or_.sum
    )
    for other in held.sums_not_remedies:
        if any(getattr(remedy, "pence", None) == other.sum for remedy in remedies) and not wanted[other.sum]:
            yield f"C {name} {held.reference} took {other.sum / 100:.2f} for a remedy: {other.why}"


def main(arguments: Sequence[str]) -> None:
    """Prints the scores of each set, and what was missed when asked."""
    for which in SETS:
        documents, report = held_out(which), Report()
        if not documents:
            continue
        report.run(documents)
        print(f"\nHeld-out documents, {which} set: {len(documents)}", *report.lines, sep="\n")
        if "--misses" in arguments:
            print("\nMisses", *report.misses, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
