"""What a word can be: ordinary English, a given name, a surname, a place, a proper word of everybody's."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from upheld.analysis.identifiers.levelled import plain

_LISTS = Path(__file__).parent.parent / "lists"


class Sort:
    """What the lists say about a word, as bits: it can be several things."""

    ENGLISH = 1
    GIVEN = 2
    SURNAME = 4
    NAME_WORD = 8
    WEAK_NAME_WORD = 16
    SURNAME_WORD = 32
    PLACE = 64
    PROPER = 128
    VILLAGE = 256


_ACCENTED = frozenset(
    "cafe cafes naive fiance fiancee nee facade cliche resume protege decor expose deja regime role".split()
)
"""English words that keep an accent; any other word with one is no English word."""

_FILES = {
    "english": Sort.ENGLISH,
    "english_rare": Sort.ENGLISH,
    "more_names": Sort.GIVEN | Sort.SURNAME,
    "given": Sort.GIVEN,
    "surnames": Sort.SURNAME,
    "name_words": Sort.NAME_WORD,
    "weak_name_words": Sort.WEAK_NAME_WORD,
    "surname_words": Sort.SURNAME_WORD,
    "places_large": Sort.PLACE,
    "proper": Sort.PROPER,
    "sector": Sort.PROPER,
}


@lru_cache(1)
def _words() -> Mapping[str, int]:
    sorts: dict[str, int] = {}
    for name, sort in _FILES.items():
        for word in (_LISTS / f"{name}.txt").read_text().split():
            sorts[word] = sorts.get(word, 0) | sort
    for phrase, sort in (*((town, Sort.PLACE) for town in towns()), *((one, Sort.VILLAGE) for one in villages())):
        if " " not in phrase:
            sorts[phrase] = sorts.get(phrase, 0) | sort
    return sorts


@lru_cache(1)
def towns() -> frozenset[str]:
    """Places so large that their name leads to nobody."""
    return frozenset((_LISTS / "towns.txt").read_text().splitlines())


@lru_cache(1)
def villages() -> frozenset[str]:
    """Small towns, villages and quarters."""
    return frozenset((_LISTS / "villages.txt").read_text().splitlines())


@lru_cache(1)
def surnames() -> frozenset[str]:
    """Surnames that are no English words."""
    return _rare("surnames")


@lru_cache(1)
def name_words() -> frozenset[str]:
    """Given names that are English words as well."""
    return frozenset((_LISTS / "name_words.txt").read_text().split())


def _rare(name: str) -> frozenset[str]:
    common = Sort.ENGLISH | Sort.PROPER | Sort.PLACE
    words = f"{(_LISTS / f'{name}.txt').read_text()} {(_LISTS / 'more_names.txt').read_text()}".split()
    return frozenset(word for word in words if not _words()[word] & common)


@lru_cache(20_000)
def sorts_of(word: str) -> int:
    """What a word can be, as flags of Sort; 0 for one in no list."""
    folded = plain(word)
    known = _words()
    sorts = known.get(folded, 0) or _inside(folded, known)
    if folded != word.lower() and folded not in _ACCENTED:
        return sorts & ~Sort.ENGLISH
    return sorts


def _inside(word: str, known: Mapping[str, int]) -> int:
    """The sorts of a word that has a hyphen or an apostrophe, from its parts."""
    if "-" in word:
        return _of_parts([known.get(part, 0) for part in word.split("-") if part])
    if "'" in word:
        return _with_apostrophe(word, known)
    return 0


def _of_parts(parts: list[int]) -> int:
    names = Sort.GIVEN | Sort.SURNAME
    if parts and all(part & (Sort.ENGLISH | Sort.PROPER | Sort.PLACE) for part in parts):
        return Sort.ENGLISH
    return names & (parts[0] | parts[-1]) if parts else 0


def _with_apostrophe(word: str, known: Mapping[str, int]) -> int:
    head, _, tail = word.partition("'")
    if head in ("o", "d", "m"):
        return Sort.SURNAME
    if (tail == "t" and head.endswith("n")) or (tail in ("re", "ve", "ll", "d", "m", "s", "") and head in known):
        return Sort.ENGLISH
    return 0
