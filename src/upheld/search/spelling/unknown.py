"""What is looked for in place of a word that no decision has, where hardly any has all of a query's words."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from upheld.search.spelling.everyday import is_name, is_word
from upheld.search.spelling.vocabulary import LEAST, LEAST_LETTERS, Vocabulary, by_length
from upheld.search.words import fold, stem_unkept

_MOST = 2

List = Callable[[str], Iterable[tuple[str, int]]]
Count = Callable[[Collection[str]], Mapping[str, int]]


def list_meant(word: str, begun: List, count: Count) -> Sequence[str]:
    """What the word is likely to be mistyped for, the likeliest first; none for a word of English or a name.

    Most slips come after the second letter, and words that share two are read in a fifth of the time: first these.
    `begun` gives the words that begin so and how frequent they are or were, `count` how frequent some are now. Where
    two were written as one there is a space between them.
    """
    key = fold(word)
    if len(key) < LEAST_LETTERS or not key.isalpha() or is_word(key) or is_name(key):
        return ()
    for beginning in (key[:2], key[:1]):
        if likely := _likely(key, begun(beginning), count):
            return likely
    return ()


def _likely(key: str, begun: Iterable[tuple[str, int]], count: Count) -> Sequence[str]:
    words = by_length((one, often) for one, often in begun if often >= LEAST)

    def enough(some: Collection[str]) -> Mapping[str, int]:
        return {one: often if often >= LEAST else 0 for one, often in count(some).items()}

    likely = Vocabulary(lambda letter: words if letter == key[0] else {}, enough).meant(key)[: _MOST * 2]
    now = enough([part for one in likely for part in one.split()]) if likely else {}
    return _apart([one for one in likely if all(now[part] for part in one.split())])[:_MOST]


def _apart(words: Sequence[str]) -> Sequence[str]:
    """The first of each stem: two forms of one word would count twice."""
    found: dict[str, str] = {}
    for one in words:
        found.setdefault(" ".join(map(stem_unkept, one.split())), one)
    return list(found.values())
