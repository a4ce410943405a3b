"""Writes a tree as a query that is read as the same tree."""

import re
from dataclasses import dataclass
from itertools import zip_longest

from upheld.search.language.signs import OPERATORS
from upheld.search.language.tree import All, Any, Field, Near, Node, Not, Phrase, Prefix, Word

_PLAIN = re.compile(r"[<>]?=?£?[^\W_]+(?:(?:\.\.|[-./])[^\W_]+)*")
_SHORT = re.compile(r"[0-9]{1,4}")  # as a reference, only its beginning


def to_text(node: Node) -> str:
    """The query, with no more brackets than it needs."""
    return _Writer().write(node)


def to_plain_text(node: Node) -> str:
    """The query, with what belongs together in brackets even where it need not be."""
    return _Writer(is_bracketed=True).write(node)


def value_text(value: str) -> str:
    """A field's value as it is to be typed: in quotes where it needs them."""
    return value if _PLAIN.fullmatch(value) else _quoted(value)


@dataclass(frozen=True, slots=True)
class _Writer:
    is_bracketed: bool = False

    def write(self, node: Node) -> str:
        """The query of this part."""
        if isinstance(node, Any):
            return " OR ".join(self._alternative(part) for part in node.parts)
        if isinstance(node, All):
            return " ".join(self._beside(part, after) for part, after in zip_longest(node.parts, node.parts[1:]))
        if isinstance(node, Not):
            return f"-{self.write(node.part)}" if _is_leaf(node.part) else f"-{self._group(node.part)}"
        return _leaf(node)

    def _beside(self, part: Node, after: Node | None) -> str:
        """The part before another: a sum or a day in quotes, where a word behind it might be taken for its end."""
        if isinstance(part, Any | All):
            return self._group(part)
        field = part.part if isinstance(part, Not) else part
        if isinstance(field, Field) and field.name in ("paid", "decided") and isinstance(after, Word | Phrase):
            return f"{'-' if isinstance(part, Not) else ''}{field.name}:{_quoted(field.value)}"
        return self.write(part)

    def _alternative(self, part: Node) -> str:
        return self._group(part) if self.is_bracketed and isinstance(part, All) else self.write(part)

    def _group(self, node: Node) -> str:
        return f"({self.write(node)})"


def _is_leaf(node: Node) -> bool:
    return not isinstance(node, All | Any | Not)


def _leaf(node: Node) -> str:
    if isinstance(node, Word):
        return f'"{node.text}"' if node.text in OPERATORS else node.text
    if isinstance(node, Prefix):
        return f"{node.text}*"
    if isinstance(node, Phrase):
        return "-".join(node.words) if node.is_joined else _quoted(" ".join(node.words))
    if isinstance(node, Near):
        return f"{_quoted(' '.join(node.words))}~{node.distance}"
    if isinstance(node, Field):
        is_short = node.name == "ref" and _SHORT.fullmatch(node.value)
        return f"{node.name}:{_quoted(node.value) if is_short else value_text(node.value)}"
    raise TypeError(f"Nobody can type a {type(node).__name__}")


def _quoted(text: str) -> str:
    return f'"{text}"'
