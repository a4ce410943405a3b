"""Right, found and expected: precision, recall and F1."""

from dataclasses import dataclass


@dataclass
class Count:
    """How many answers were right, of how many found and how many expected."""

    right: int = 0
    found: int = 0
    expected: int = 0

    def add(self, right: int, found: int, expected: int) -> None:
        """Counts more answers."""
        self.right += right
        self.found += found
        self.expected += expected

    @property
    def precision(self) -> float:
        """How many of those found are right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """How many of those expected were found."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def line(self, name: str) -> str:
        """A row of the printed table."""
        return (
            f"  {name:<26} precision {self.precision:6.3f}  recall {self.recall:6.3f}  F1 {self.f1:6.3f}"
            f"   ({self.right} right, {self.found} found, {self.expected} expected)"
        )
