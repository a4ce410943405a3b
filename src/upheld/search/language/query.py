"""A query that has been read: what was typed, and what is looked for."""

from dataclasses import dataclass, field

from upheld.search.language.shaping import wanted_leaves
from upheld.search.language.tree import Near, Node, Phrase, Word
from upheld.search.words import is_common, stem


@dataclass(frozen=True, slots=True)
class Problem:
    """Something typed that could not be understood: characters `start` to `end` of the text, and what to write.

    `suggestion` is the whole query written so that this is understood: another search than the one that was made.
    It is empty where there is none.
    """

    start: int
    end: int
    message: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Synonym:
    """Words of the query that were taken to mean others as well."""

    typed: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mistyped:
    """A word that no decision has, and what it was taken for, because it was likely mistyped."""

    typed: str
    others: tuple[str, ...]

    @property
    def nodes(self) -> tuple[Node, ...]:
        """What is looked for in its place."""
        return tuple(Phrase(tuple(one.split()), is_typed=False) if " " in one else Word(one) for one in self.others)

    def __str__(self) -> str:
        """A sentence that says so."""
        return f"“{self.typed}” was taken for {' or '.join(f'“{other}”' for other in self.others)}."


@dataclass(frozen=True)
class Query:
    """What is looked for; without a tree it is everything.

    `tree` is what was typed and holds nothing else; `meaning` is what the engine looks for: fields looked up,
    synonyms beside the words. With `problems`, a plainer search stands in both, of the words that were typed.
    `plainer` is how that search is written; empty where the problems suggest another, or it cannot be written. With
    `is_settled`, `meaning` is what an index found that it could look for, and another looks for the same.
    """

    text: str = ""
    tree: Node | None = None
    meaning: Node | None = None
    problems: tuple[Problem, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    notes: tuple[str, ...] = field(default=())
    plainer: str = ""
    is_settled: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The stems to mark in a text, without very common words unless there are no others; nothing ruled out."""
        every = [word for _, part in wanted_leaves(self.meaning) for word in _words(part)]
        telling = [word for word in every if not is_common(word)] or every
        return tuple(dict.fromkeys(stem(word) for word in telling))


def _words(leaf: Node) -> tuple[str, ...]:
    if isinstance(leaf, Word):
        return (leaf.text,)
    return leaf.words if isinstance(leaf, Phrase | Near) else ()
