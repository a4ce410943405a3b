"""The sentences of a decision in which the words of a complaint stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from upheld.search.likeness.telling import Telling, stems_of

COMPLAINT_FIRST = 1.5
"""How much more a sentence of the complaint counts than one of another part."""
LEAST_MORE = 0.25
"""A further sentence shares at least this part of what the best one does, in words that are not shown yet."""
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the address of its paragraph (`p3`, `summary`), and whether the complaint says it."""

    text: str
    at: str
    of_complaint: bool


def choose_sentences(telling: Telling, sentences: Iterable[Sentence], most: int = 3) -> tuple[Sentence, ...]:
    """At most so many that share most, each with words that those before it lack, in the order of the text."""
    left = [(place, one, stems_of(one.text)) for place, one in enumerate(sentences) if len(one.text) <= _LONGEST]
    chosen: list[tuple[int, Sentence]] = []
    said: set[str] = set()
    least = 0.0
    while left and len(chosen) < most:
        best = max(left, key=lambda one: (_worth(telling, one[1], one[2] - said), -one[0]))
        more = telling.share(best[2] - said)
        if not more or more < least:
            break
        least = least or LEAST_MORE * more
        chosen.append(best[:2])
        said |= best[2]
        left.remove(best)
    return tuple(one for _, one in sorted(chosen, key=lambda pair: pair[0]))


def _worth(telling: Telling, sentence: Sentence, stems: Sequence[str] | frozenset[str]) -> float:
    return telling.share(stems) * (COMPLAINT_FIRST if sentence.of_complaint else 1.0)
