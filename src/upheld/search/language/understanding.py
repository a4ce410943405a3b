"""Looks up in the register what a query names."""

from dataclasses import replace

from upheld.search.language.parsing import parse
from upheld.search.language.query import Query
from upheld.search.language.shaping import all_of, any_of, unquoted
from upheld.search.language.tree import All, Any, Field, Node, Not
from upheld.search.language.values import read_decided, read_paid


def read_query(text: str) -> Query:
    """What the text asks of this register. Raises QueryError as `parse` does."""
    return understand(parse(text))


def understand(query: Query) -> Query:
    """The query with its names looked up."""
    return replace(query, meaning=_meant(unquoted(query.tree)) if query.tree else None)


def _meant(node: Node) -> Node:
    if isinstance(node, All):
        return all_of(map(_meant, node.parts))
    if isinstance(node, Any):
        return any_of(map(_meant, node.parts))
    if isinstance(node, Not):
        return Not(_meant(node.part))
    if isinstance(node, Field) and node.name == "paid":
        return read_paid(node.value) or node
    return (read_decided(node.value) or node) if isinstance(node, Field) and node.name == "decided" else node
