"""What is measured of a list of results."""

from collections.abc import Iterable, Sequence
from itertools import islice
from math import log2

FIRST = 10


def reciprocal_rank(found: Sequence[str], wanted: str) -> float:
    """One divided by the place at which the wanted stands; none where it does not."""
    return 1 / (found.index(wanted) + 1) if wanted in found else 0.0


def gain(grades: Iterable[int]) -> float:
    """What the first results are worth: the more the better each fits and the earlier it stands."""
    return sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(islice(grades, FIRST)))


def ndcg(found: Sequence[int], possible: Sequence[int]) -> float:
    """What the grades found are worth as a part of the best that there could have been."""
    best = gain(sorted(possible, reverse=True))
    return gain(found) / best if best else 0.0
