"""Keeps what is looked for to a section."""

from collections.abc import Iterable, Sequence

from upheld.search.language.shaping import all_of, any_of, is_of_words
from upheld.search.language.tree import All, Any, Node, Not, Within


def within(sections: Iterable[Node], parts: Sequence[Node]) -> Node:
    """The parts, their words looked for in each of the sections. What is no words stands beside them."""
    words = [part for part in parts if is_of_words(part)]
    others = [part for part in parts if not is_of_words(part)]
    is_by_itself = not words and not any(map(_has_words, others))
    placed: list[Node] = []
    for section in sections:
        placed += [_placed(section, words)] if words or is_by_itself else []
        placed += [_pushed(section, part) for part in others]
    return all_of(placed)


def _has_words(node: Node) -> bool:
    """Whether there are words anywhere in it."""
    if isinstance(node, All | Any):
        return any(map(_has_words, node.parts))
    return _has_words(node.part) if isinstance(node, Not) else is_of_words(node)


def _placed(section: Node, words: Sequence[Node]) -> Node:
    """The words in the section. Where none of them need be there, there must be such a section all the same."""
    if isinstance(section, Any):
        return any_of(_placed(one, words) for one in section.parts)
    if not isinstance(section, Within) or not words:
        return all_of([section, *words])
    inner = Within(section.section, all_of(words))
    return all_of([section, inner]) if all(map(_is_met_by_nothing, words)) else inner


def _is_met_by_nothing(node: Node) -> bool:
    """Whether a text without any words has what is asked for."""
    if isinstance(node, All):
        return all(map(_is_met_by_nothing, node.parts))
    if isinstance(node, Any):
        return any(map(_is_met_by_nothing, node.parts))
    return isinstance(node, Not) and not _is_met_by_nothing(node.part)


def _pushed(section: Node, node: Node) -> Node:
    """The same with the words somewhere inside it looked for in the section."""
    if is_of_words(node):
        return _placed(section, [node])
    if isinstance(node, All):
        return all_of(_pushed(section, part) for part in node.parts)
    if isinstance(node, Any):
        return any_of(_pushed(section, part) for part in node.parts)
    return Not(_pushed(section, node.part)) if isinstance(node, Not) else node
