"""The parts of what was typed, each as it can be asked by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from upheld.search.language.tree import All, Any, Field, Near, Node, Not, Phrase, Prefix, Word


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a query: `own` is what was typed, `node` the same with the sections that it must stand in."""

    own: Node
    node: Node


def parts_of(tree: Node | None) -> tuple[Part, ...]:
    """The parts that must all be met. Words stay with the sections that are named beside them."""
    nodes = tree.parts if isinstance(tree, All) else (tree,) if tree else ()
    sections = tuple(one for one in nodes if _is_section(one))
    words = [one for one in nodes if not _is_section(one) and _has_words(one)]
    return tuple(_parts(nodes, sections if words else ()))


def _parts(nodes: tuple[Node, ...], sections: tuple[Node, ...]) -> Iterator[Part]:
    for one in nodes:
        if one not in sections:
            yield Part(one, All((*sections, one)) if sections and _has_words(one) else one)


def _is_section(node: Node) -> bool:
    return isinstance(node, Field) and node.name == "in"


def _has_words(node: Node) -> bool:
    if isinstance(node, All | Any):
        return any(map(_has_words, node.parts))
    return _has_words(node.part) if isinstance(node, Not) else isinstance(node, Word | Prefix | Phrase | Near)
