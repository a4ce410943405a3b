"""Says how well texts are read, against passages that people labelled: `python -m tests.evaluation.evaluate`."""

import sys
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from tests.evaluation.passages import Label, Passage, load_passages

Aspect = Callable[[Label], Hashable]

ASPECTS: dict[str, Aspect] = {
    "kind": lambda one: one.kind,
    "sum": lambda one: one.pence,
    "status": lambda one: (one.kind, one.status),
    "per": lambda one: (one.pence, one.per) if one.per else None,
    "for": lambda one: (one.kind, one.whom),
    "within": lambda one: (one.kind, one.days) if one.days is not None else None,
}
"""What is compared; where an aspect of a label is None it has none."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many were read rightly, how many were read, how many there are."""

    right: int = 0
    read: int = 0
    there: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.read + other.read, self.there + other.there)

    @property
    def precision(self) -> float:
        """How much of what was read is right."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """How much of what is there was read."""
        return self.right / self.there if self.there else 1.0

    @property
    def f1(self) -> float:
        """Both in one figure."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def compare(read: Iterable[Label], there: Iterable[Label], aspect: Aspect) -> Score:
    """How well one aspect was read."""
    mine = Counter(value for one in read if (value := aspect(one)) is not None)
    theirs = Counter(value for one in there if (value := aspect(one)) is not None)
    return Score((mine & theirs).total(), mine.total(), theirs.total())


def score(passages: Sequence[Passage], aspect: Aspect) -> Score:
    """How well one aspect was read in all of the passages."""
    return sum((compare(one.read(), one.labels, aspect) for one in passages), Score())


def _print_scores(name: str, passages: Sequence[Passage]) -> None:
    print(f"\n{name}: {len(passages)} passages, {sum(len(one.labels) for one in passages)} remedies")
    print(f"  {'':18}{'precision':>10}{'recall':>10}{'F1':>8}{'right':>8}{'read':>7}{'there':>7}")
    for aspect, of in ASPECTS.items():
        _print_line(aspect, score(passages, of))
    for kind in sorted({label.kind for one in passages for label in one.labels}):
        _print_line(f"  {kind}", score(passages, lambda one, kind=kind: one.kind if one.kind == kind else None))  # type: ignore[misc]


def _print_line(name: str, result: Score) -> None:
    print(
        f"  {name:18}{result.precision:>10.3f}{result.recall:>10.3f}{result.f1:>8.3f}"
        f"{result.right:>8}{result.read:>7}{result.there:>7}"
    )


def _print_misses(passages: Sequence[Passage]) -> None:
    for one in passages:
        read, there = Counter(one.read()), Counter(one.labels)
        if read == there:
            continue
        print(f"\n  {one.place}: {one.text}")
        for label in (there - read).elements():
            print(f"    not read: {_shown(label)}")
        for label in (read - there).elements():
            print(f"    read:     {_shown(label)}")


def _shown(label: Label) -> str:
    money = f" £{label.pence / 100:g}" if label.pence is not None else ""
    per = f"/{label.per}" if label.per else ""
    days = f" {label.days}d" if label.days is not None else ""
    return f"{label.kind} {label.status}{money}{per} @{label.whom}{days}"


def main() -> int:
    """Prints precision, recall and F1 for each part of the labelled set, and every passage not read as labelled."""
    for folder in ("development", "held-out", "documents", "blind", "unseen", "fresh", "later"):
        if passages := load_passages(folder):
            _print_scores(folder, passages)
            if "--brief" not in sys.argv:
                _print_misses(passages)
    return 0


if __name__ == "__main__":
    sys.exit(main())
