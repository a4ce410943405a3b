"""Looks for most of the words where no decision has them all: people type sentences, and decisions use other words."""

from collections.abc import Callable

from upheld.search.backends.tantivy.queries import words_of
from upheld.search.language.tree import All, Any, Most, Node, Phrase, Word
from upheld.search.words import is_common

ENOUGH = 10
"""Fewer words must be there until so many decisions have them, but never less than half of those that anything has."""
TELLING = 1 / 3
"""A word that stands in more of all decisions says nothing of what is looked for."""
NOTE = "No decision has all of these words. These have some of them."

Count = Callable[[Node], int]


def most_of(node: Node | None, count: Count, *, held: int) -> Node | None:
    """What has most of the words that say something; None where something has them all, or nothing has most.

    What is in quotes, ruled out or named by a field is kept to. `count` says how many decisions match, filters aside;
    `held` are all there are.
    """
    if not isinstance(node, All) or count(node):
        return None
    kept = tuple(part for part in node.parts if not _is_word(part))
    counts = {part: count(part) for part in node.parts if _is_word(part) and not _is_common(part)}
    telling = tuple(part for part, found in counts.items() if 0 < found <= held * TELLING)
    return _widest(kept, telling, count=count)


def _widest(kept: tuple[Node, ...], telling: tuple[Node, ...], *, count: Count) -> Node | None:
    best = None
    for least in range(len(telling), (len(telling) - 1) // 2, -1):
        looked_for = All((*kept, Most(telling, least)))
        found = count(looked_for)
        best = looked_for if found else best
        if found >= ENOUGH:
            break
    return best


def _is_word(part: Node) -> bool:
    if isinstance(part, Any):
        return any(map(_is_word, part.parts))
    return isinstance(part, Word) or (isinstance(part, Phrase) and (part.is_joined or not part.is_typed))


def _is_common(part: Node) -> bool:
    return all(is_common(word) for words in words_of(part) for word in words)
