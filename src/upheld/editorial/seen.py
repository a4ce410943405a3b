"""Capitalised words as numbers: what the register remembers of the words of its published decisions."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from upheld.analysis.identifiers import Finding, Part
from upheld.analysis.identifiers.levelled import level, plain

PERSONAL = frozenset({"name", "initial", "alias", "email", "web-address", "quotation", "place", "address"})
"""What stands in a finding of these kinds is never learnt."""
SURE = 0.75
_CAPITALISED = re.compile(r"(?<!\w)[^\W\d_a-z][^\W\d_]+(?:'[^\W\d_]{2,})?")


def words_to_learn(parts: Sequence[Part], findings: Iterable[Finding]) -> set[str]:
    """The capitalised words of a decision, without those that a finding surely says belong to a person."""
    personal = {
        word
        for finding in findings
        if finding.kind in PERSONAL and finding.sure >= SURE
        for word in _words(finding.words)
    }
    return {word for part in parts for word in _words(part.text)} - personal


def split_words(words: str) -> tuple[str, ...]:
    """The single words, folded as they are remembered: `Smith-Jones’s` is two."""
    return tuple(_folded(word) for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]{2,})?", level(words).text))


def fold_words(words: str) -> str:
    """Words as they are remembered when somebody called them not personal."""
    return " ".join(level(words).text.casefold().split())[:200]


def numbers_of(words: Iterable[str], key: bytes) -> set[int]:
    """The words as numbers, by the deployment's secret: nobody without it can tell which words they are."""
    return {number_of(word, key) for word in words}


@lru_cache(maxsize=50_000)
def number_of(word: str, key: bytes) -> int:
    """A folded word as a number of 63 bits."""
    return int.from_bytes(hashlib.blake2b(word.encode(), key=key, digest_size=8).digest()) >> 1


def _words(text: str) -> Iterator[str]:
    for word in _CAPITALISED.findall(level(text).text):
        yield _folded(word)


def _folded(word: str) -> str:
    return plain(word)
