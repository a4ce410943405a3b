"""Words that are written rightly, whether or not a register has them: an odd offer is worse than none."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from upheld.analysis.identifiers import lists

_WORDS = ("english", "english_rare", "proper", "sector")
_USUAL = ("english", "sector")
_MOST_NEAR = 3
_DISTANCE: Any = OSA.distance  # typed more narrowly than what takes it
_NAMES = ("given", "surnames", "more_names", "towns", "villages", "places_large", "names_first")
_SHORTENED = (
    "aint arent aunty couldnt didnt doesnt dont grandad hadnt hasnt havent hubby im isnt ive nan nana shouldnt stepmum "
    "thats theres theyd theyre theyve wasnt werent weve whos wouldnt youre youve"
)
_MISTAKEN = frozenset({"planing", "shool"})
"""Words that nobody means who searches a register of decisions."""


def is_word(word: str) -> bool:
    """Whether it is a word of English, or of those that every register has; folded, as the words of a query are."""
    return _is_in(_WORDS, word) and word not in _MISTAKEN


def is_usual(word: str) -> bool:
    """Whether it is one of the usual words of English: none that is only a name."""
    return _is_in(_USUAL, word)


def begins_word(letters: str) -> bool:
    """Whether a word of English begins so, or is so: who types it may be about to write that."""
    return len(letters) > 1 and f" {letters}" in _by_beginning(_WORDS).get(letters[:2], "")


def is_name(word: str) -> bool:
    """Whether it is the name of people or of a place."""
    return _is_in(_NAMES, word)


def list_near(word: str) -> tuple[str, ...]:
    """The words of English that are one slip away and begin alike, the most like first."""
    likely = _by_beginning(_USUAL).get(word[:2], "").split()
    found = process.extract(word, likely, scorer=_DISTANCE, score_cutoff=1, limit=_MOST_NEAR)
    return tuple(one for one, _, _ in found)


def _is_in(names: tuple[str, ...], word: str) -> bool:
    return f" {word} " in _by_beginning(names).get(word[:2], "")


@cache
def _by_beginning(names: tuple[str, ...]) -> Mapping[str, str]:
    """The words of several lists by their first two letters, in one text each: a tenth of the memory of a set."""
    found: dict[str, list[str]] = defaultdict(list)
    read = " ".join(files(lists).joinpath(f"{name}.txt").read_text(encoding="utf-8") for name in names)
    for word in f"{read} {_SHORTENED}".split():
        found[word[:2]].append(word)
    return {beginning: f" {' '.join(words)} " for beginning, words in found.items()}
