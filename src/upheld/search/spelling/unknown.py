"""What is looked for in place of a word that no decision has, where hardly any has all of a query's words."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from upheld.search.spelling.everyday import is_name, is_word
from upheld.search.spelling.vocabulary import LEAST, Vocabulary, by_length
from upheld.search.words import fold

_ALIKE = 2  # letters at the beginning that it must share: reading all words takes long, and few are mistyped there
_MOST = 2

List = Callable[[str], Iterable[tuple[str, int]]]
Count = Callable[[Collection[str]], Mapping[str, int]]


def list_meant(word: str, begun: List, count: Count) -> Sequence[str]:
    """What the word is likely to be mistyped for, the likeliest first; none for a word of English or a name.

    `begun` gives the words that begin so and how frequent they are or were, `count` how frequent some are now. Where
    two were written as one there is a space between them.
    """
    key = fold(word)
    if len(key) <= _ALIKE or not key.isalpha() or is_word(key) or is_name(key):
        return ()
    words = by_length((one, often) for one, often in begun(key[:_ALIKE]) if often >= LEAST)

    def enough(some: Collection[str]) -> Mapping[str, int]:
        return {one: often if often >= LEAST else 0 for one, often in count(some).items()}

    likely = Vocabulary(lambda letter: words if letter == key[0] else {}, enough).meant(key)[: _MOST * 2]
    now = enough([part for one in likely for part in one.split()]) if likely else {}
    return [one for one in likely if all(now[part] for part in one.split())][:_MOST]
