"""Finds what two rows have in common, in order."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

Pairs = list[tuple[int, int]]
_Given = tuple[str, frozenset[str]]

_CELLS = 40_000_000  # of one table of bits: 5 MB
_ALL_CELLS = 200_000_000  # of all that are made for one answer
_NEAR = 40_000  # passages compared with one another to find which came from which
_ALIKE = 0.5


@dataclass(slots=True)
class Budget:
    """How much may still be compared; what is too much is not compared at all."""

    cells: int = _ALL_CELLS

    def allows(self, cells: int) -> bool:
        """Whether a table of this size may be made. It is then counted."""
        if cells > min(_CELLS, self.cells):
            return False
        self.cells -= cells
        return True


def align(old: Sequence[Hashable], new: Sequence[Hashable], budget: Budget) -> Pairs:
    """Places of the longest run of equal things that both rows have in this order.

    Only of what is equal at both ends, when the budget does not allow more.
    """
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    middle = _align_middle(old[start : len(old) - end], new[start : len(new) - end], budget)
    return [
        *((place, place) for place in range(start)),
        *((start + place, start + other) for place, other in middle),
        *((len(old) - place, len(new) - place) for place in range(end, 0, -1)),
    ]


def pair_similar(old: Sequence[_Given], new: Sequence[_Given]) -> Pairs:
    """Places of passages, given as group and words, that are alike, in order, so that the likeness of all is greatest.

    A passage is compared with those about as far along as itself. One that stands alone on both sides is the same.
    """
    if not old or not new:
        return []
    if len(old) == len(new) == 1 and old[0][0] == new[0][0]:
        return [(0, 0)]
    return _best_path(old, new)


def _shared(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _align_middle(old: Sequence[Hashable], new: Sequence[Hashable], budget: Budget) -> Pairs:
    """What stands on one side only is put aside first."""
    here, there = set(old), set(new)
    left = [place for place, one in enumerate(old) if one in there]
    right = [place for place, one in enumerate(new) if one in here]
    if not left or not right or not budget.allows(len(left) * len(right)):
        return []
    found = _longest([old[place] for place in left], [new[place] for place in right])
    return [(left[place], right[other]) for place, other in found]


def _longest(old: Sequence[Hashable], new: Sequence[Hashable]) -> Pairs:
    """The longest common subsequence, a row of the usual table in one number (Hyyrö's bit-vector algorithm)."""
    where: dict[Hashable, int] = {}
    for place, one in enumerate(old):
        where[one] = where.get(one, 0) | (1 << place)
    full = (1 << len(old)) - 1
    rows, row = [], full
    for one in new:
        both = row & where[one]
        row = ((row + both) | (row - both)) & full
        rows.append(row)
    return _walk_back(rows, len(old))


def _walk_back(rows: Sequence[int], column: int) -> Pairs:
    """A zero bit says that the run grows by one there."""
    found: Pairs = []
    row = len(rows)
    while row and column:
        if rows[row - 1] >> (column - 1) & 1:
            column -= 1
            continue
        row -= 1
        if not row or rows[row - 1] >> (column - 1) & 1:
            column -= 1
            found.append((column, row))
    return found[::-1]


def _best_path(old: Sequence[_Given], new: Sequence[_Given]) -> Pairs:
    """The heaviest row of pairs that rises on both sides, by a tree of the best row that ends before each place."""
    tree = _Heaviest(len(new))
    ends: list[tuple[float, int, int, int]] = []  # weight of the row, its last pair, where in this list it goes on
    for place, one in enumerate(old):
        found = []
        for other in _near(place, len(old), len(new)):
            if likeness := _likeness(one, new[other]):
                weight, before = tree.best_before(other)
                found.append((weight + likeness, place, other, before))
        for end in found:
            tree.put(end[2], end[0], len(ends))
            ends.append(end)
    return _followed_back(ends, tree.best_before(len(new))[1])


def _followed_back(ends: Sequence[tuple[float, int, int, int]], last: int) -> Pairs:
    pairs: Pairs = []
    while last >= 0:
        _, place, other, last = ends[last]
        pairs.append((place, other))
    return pairs[::-1]


def _near(place: int, height: int, width: int) -> range:
    middle, reach = place * width // height, max(2, _NEAR // (2 * height))
    return range(max(0, middle - reach), min(width, middle + reach + 1))


def _likeness(one: _Given, other: _Given) -> float:
    """The share of words that both have; nothing when that is little, or they are of different groups."""
    if one[0] != other[0] or not one[1] or not other[1]:
        return 0.0
    share = 2 * len(one[1] & other[1]) / (len(one[1]) + len(other[1]))
    return share if share >= _ALIKE else 0.0


class _Heaviest:
    """For each place the heaviest row that ends before it (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self._best: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def best_before(self, place: int) -> tuple[float, int]:
        """Weight and number of that row; number -1 when there is none."""
        best = (0.0, -1)
        while place > 0:
            best = max(best, self._best[place])
            place &= place - 1
        return best

    def put(self, place: int, weight: float, number: int) -> None:
        """A row that ends at this place."""
        place += 1
        while place < len(self._best):
            self._best[place] = max(self._best[place], (weight, number))
            place += place & -place
