"""How like a decision is to what was told: the part of its telling words that the decision shares."""

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.search.likeness.telling import Telling, stems_of

ELSEWHERE = 0.5
"""What a shared word counts that stands in the summary or the subject only, not in the complaint."""
OF_SUBJECT = 1.0
"""What a shared word counts besides where the ombudsman calls the subject so: nothing says better what it is about."""
LEAST = 0.25
"""Less of the words than this is no likeness, however little else there is."""
NEAR_BEST = 0.7
"""What is less than this part of the most alike is left out."""
FEWEST_WORDS = 2
"""One word in common is chance, unless there is no other."""
MOST = 100
"""So many count at most."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A decision and how like it is: 1 where its complaint shares all words, more with those of its subject too."""

    decision_id: int
    likeness: float


def measure(telling: Telling, complaint: str, around: str, subject: str = "") -> float:
    """The likeness to a decision with this complaint, these words around it, and what its subject is called."""
    own = stems_of(complaint) & telling.weights.keys()
    beside = (stems_of(around) & telling.weights.keys()) - own
    if len(own) + len(beside) < min(FEWEST_WORDS, len(telling.weights)):
        return 0.0
    called = stems_of(subject) & telling.weights.keys()
    return telling.share(own) + ELSEWHERE * telling.share(beside) + OF_SUBJECT * telling.share(called)


def keep_alike(measured: Sequence[Measured]) -> tuple[Measured, ...]:
    """Those that count as similar, the most alike first: at least LEAST, and NEAR_BEST of the most alike.

    Of what is more than all words, as much as all is enough: else few would be left beside one whose subject is told.
    """
    ordered = sorted(measured, key=lambda one: (-one.likeness, -one.decision_id))
    least = max(LEAST, NEAR_BEST * min(1.0, ordered[0].likeness)) if ordered else LEAST
    return tuple(one for one in ordered if one.likeness >= least)[:MOST]
