"""Queries that ask less of a text than was typed: what to mark where nothing stands there as it was asked for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from upheld.search.language.query import Query
from upheld.search.language.shaping import all_of, any_of
from upheld.search.language.tree import All, Any, Near, Node, Phrase, Within, Word


@dataclass(frozen=True, slots=True)
class Apart:
    """A query that asks less: its words each by itself, in any section, or both."""

    query: Query
    is_single: bool
    is_anywhere: bool


def take_apart(query: Query) -> Iterator[Apart]:
    """What asks less than the query, the least change first; nothing where it asks for words in any place already.

    A text may hold what the engine found and a reader does not see together: the words of a phrase stand in two
    items of a list, which are one section to the engine.
    """
    tried = {query.meaning}
    for is_single, is_anywhere in ((True, False), (False, True), (True, True)):
        meaning = query.meaning and _loosen(query.meaning, is_single=is_single, is_anywhere=is_anywhere)
        if meaning not in tried:
            tried.add(meaning)
            yield Apart(replace(query, meaning=meaning), is_single, is_anywhere)


def without_quotes(tree: Node) -> Node:
    """What was typed with its words out of their quotes. What is ruled out keeps them: it would rule out more."""
    match tree:
        case All(parts):
            return all_of(map(without_quotes, parts))
        case Any(parts):
            return any_of(map(without_quotes, parts))
        case Phrase(words, is_joined=False):
            return all_of(map(Word, words))
    return tree


def _loosen(node: Node, *, is_single: bool, is_anywhere: bool) -> Node:
    """The same for what is wanted; what is ruled out stays as it is, and so do synonyms."""

    def each(parts: tuple[Node, ...]) -> tuple[Node, ...]:
        return tuple(_loosen(part, is_single=is_single, is_anywhere=is_anywhere) for part in parts)

    match node:
        case All(parts):
            return All(each(parts))
        case Any(parts):
            return Any(each(parts))
        case Within(section, part) if part is not None:
            inner = each((part,))[0]
            return inner if is_anywhere else Within(section, inner)
        case Near(words, _) if is_single:
            return All(tuple(map(Word, words)))
        case Phrase(words, is_typed=True) if is_single:
            return All(tuple(map(Word, words)))
    return node
