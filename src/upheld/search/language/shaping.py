"""Puts parts of a query together, in one way however they were typed."""

from collections.abc import Iterable, Iterator

from upheld.search.language.tree import All, Any, Field, Most, Near, Node, Not, Phrase, Prefix, Within, Word
from upheld.search.words import is_common


def all_of(parts: Iterable[Node]) -> Node:
    """Every one of the parts, each once. What belongs to a section stays by itself."""
    flat = dict.fromkeys(_flat(parts))
    return next(iter(flat)) if len(flat) == 1 else All(tuple(flat))


def side_by_side(parts: Iterable[Node]) -> Node:
    """Every one of the parts as they were typed, those that came again too: “one to one support” means others."""
    flat = tuple(_flat(parts))
    return flat[0] if len(flat) == 1 else All(flat)


def _flat(parts: Iterable[Node]) -> Iterator[Node]:
    for part in parts:
        yield from part.parts if isinstance(part, All) and not _has_section(part) else [part]


def any_of(parts: Iterable[Node]) -> Node:
    """One of the parts, each once."""
    flat = dict.fromkeys(inner for part in parts for inner in (part.parts if isinstance(part, Any) else [part]))
    return next(iter(flat)) if len(flat) == 1 else Any(tuple(flat))


def loosened(node: Node) -> Node:
    """The same with single words that are very common out of their quotes: that they must be there says nothing.

    Not where they are ruled out.
    """
    if isinstance(node, All):
        return side_by_side(map(loosened, node.parts))
    if isinstance(node, Any):
        return any_of(map(loosened, node.parts))
    if isinstance(node, Phrase) and len(node.words) == 1 and is_common(node.words[0]):
        return Word(node.words[0])
    return node


def unquoted(node: Node) -> Node:
    """The same with a word for each phrase of one word, which stands in the tree as it was quoted."""
    if isinstance(node, Not):
        return Not(unquoted(node.part))
    if isinstance(node, All):
        return side_by_side(map(unquoted, node.parts))
    if isinstance(node, Any):
        return any_of(map(unquoted, node.parts))
    if isinstance(node, Phrase) and len(node.words) == 1:
        return Word(node.words[0], is_quoted=node.is_typed)
    return node


def wanted_leaves(node: Node | None, section: str = "") -> Iterator[tuple[str, Node]]:
    """What is looked for, each with the kind of section it must stand in, `section` for any; nothing ruled out."""
    if isinstance(node, All | Any | Most):
        for part in node.parts:
            yield from wanted_leaves(part, section)
    elif isinstance(node, Within):
        yield from wanted_leaves(node.part, node.section)
    elif node is not None and not isinstance(node, Not):
        yield section, node


def has_words(node: Node | None) -> bool:
    """Whether words are looked for, so that one match can be better than another."""
    return any(is_of_words(leaf) for _, leaf in wanted_leaves(node))


def terms_in(node: Node | None) -> int:
    """How many words the engine has to look for."""
    if isinstance(node, All | Any):
        return sum(map(terms_in, node.parts))
    if isinstance(node, Not | Within):
        return terms_in(node.part)
    if isinstance(node, Phrase | Near):
        return len(node.words)
    return 0 if node is None else 1


def is_of_words(node: Node) -> bool:
    """Whether it is made of words alone, so that it can be looked for in one section."""
    if isinstance(node, All | Any):
        return all(map(is_of_words, node.parts))
    return is_of_words(node.part) if isinstance(node, Not) else isinstance(node, Word | Prefix | Phrase | Near)


def _has_section(node: All) -> bool:
    return any(_is_section(part) for part in node.parts)


def _is_section(node: Node) -> bool:
    inner = node.part if isinstance(node, Not) else node
    return isinstance(inner, Field) and inner.name == "in"
