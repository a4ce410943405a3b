"""How much the words of a few sentences speak of danger, whichever way it is put.

The weights stand in `danger_words.tsv`. They were found from texts of both kinds; those of `danger.toml` were chosen.
"""

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

FEWEST = 5
"""Fewer different words say too little."""
TOGETHER = 2
"""So many sentences are weighed at once: what one begins the next may end."""

_FILE = Path(__file__).with_name("danger_words.tsv")
_WORD = re.compile(r"[a-z']+")
_LONGEST = 7


def weigh_most(sentences: Sequence[str]) -> float:
    """The weight of the neighbouring sentences that speak most of danger; they are in plain lower case."""
    last = max(1, len(sentences) - TOGETHER + 1)
    return max((weigh(" . ".join(sentences[place : place + TOGETHER])) for place in range(last)), default=0.0)


def weigh(text: str) -> float:
    """How much the words of a text speak of danger: more than 0 is more like danger than like every day."""
    signs = signs_of(text)
    weights, base = _weights()
    if sum("_" not in one for one in signs) < FEWEST:
        return 0.0
    return base + sum(weights.get(one, 0.0) for one in signs) / math.sqrt(len(signs))


def signs_of(text: str) -> frozenset[str]:
    """The words of a text, without most of their endings, and each two that stand together."""
    words = [_root(word) for word in _WORD.findall(text)]
    return frozenset(words) | {f"{one}_{other}" for one, other in pairwise(words)}


def _root(word: str) -> str:
    short = word[:_LONGEST]
    return short[:-1] if short.endswith("s") and len(short) > 3 else short


@lru_cache(maxsize=1)
def _weights() -> tuple[dict[str, float], float]:
    lines = (line.split("\t") for line in _FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    weights = {sign: float(weight) for sign, weight in lines}
    return weights, weights.pop("")
