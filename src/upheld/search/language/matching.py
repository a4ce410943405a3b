"""Which of many names somebody means by some of their words, and which is near when none has them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from upheld.register.names import name_key

_ALIKE = 70  # of 100: how near a misspelt word must be
_VERY_ALIKE = 88  # and a whole name, to be meant rather than its words
_LEAST = 3  # letters of the beginning of a name's word


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name: what the index calls it, and the name as it is shown."""

    value: str
    name: str


def find_exact(text: str, names: Iterable[Named]) -> tuple[str, ...]:
    """What has this very name, or is called so by the index."""
    key = name_key(text)
    return _values(one for one in names if key in (name_key(one.name), name_key(one.value)))


def find_by_words(text: str, names: Collection[Named]) -> tuple[str, ...]:
    """What has all the words in its name; where nothing has, the last word may be the beginning of one."""
    words = name_key(text).split()
    if not words:
        return ()
    keys = [(one, name_key(one.name).split()) for one in names]
    if found := _values(one for one, key in keys if set(words) <= set(key)):
        return found
    *whole, last = words
    if len(last) < _LEAST:
        return ()
    return _values(one for one, key in keys if set(whole) <= set(key) and any(word.startswith(last) for word in key))


def find_named(text: str, names: Collection[Named]) -> tuple[str, ...]:
    """What has this very name; where nothing has, what has its words."""
    return find_exact(text, names) or find_by_words(text, names)


def nearest(text: str, names: Collection[Named]) -> str:
    """A name that is very near, the words with the misspelt ones put right, or a name that is near; empty for none."""
    keys = {one.name: name_key(one.name) for one in names}
    if found := process.extractOne(name_key(text), keys, scorer=fuzz.token_sort_ratio, score_cutoff=_VERY_ALIKE):
        return found[2]
    spelt = _respelt(name_key(text).split(), _vocabulary(names))
    if spelt and spelt != name_key(text) and find_by_words(spelt, names):
        return next((name for name, key in keys.items() if key == spelt), spelt)
    found = process.extractOne(name_key(text), keys, scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE)
    return found[2] if found else ""


def _respelt(words: Sequence[str], vocabulary: Mapping[str, None]) -> str:
    found = [
        word
        if word in vocabulary
        else process.extractOne(word, vocabulary.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        for word in words
    ]
    return " ".join(one if isinstance(one, str) else one[0] for one in found if one) if all(found) else ""


def _vocabulary(names: Iterable[Named]) -> dict[str, None]:
    return dict.fromkeys(word for one in names for word in name_key(one.name).split())


def _values(found: Iterator[Named]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.value for one in found))
