"""The words of a query that may be mistyped, with their places."""

from collections.abc import Iterator
from dataclasses import dataclass

from upheld.search.language.lexing import Lexeme, lex
from upheld.search.language.signs import QUOTES
from upheld.search.language.tree import Near, Phrase, Word
from upheld.search.words import fold, list_words


@dataclass(frozen=True, slots=True)
class Typed:
    """A word as it stands in the query. `key` is how the register's vocabulary has it; `is_quoted`: within quotes."""

    start: int
    end: int
    key: str
    is_quoted: bool


def typed_words(text: str) -> tuple[Typed, ...]:
    """The words that are looked for, in order: none that are ruled out, none of fields, no beginnings of words."""
    return tuple(word for lexeme in _wanted(text) for word in _words(text, lexeme))


def _wanted(text: str) -> Iterator[Lexeme]:
    without, depth = 0, 0  # brackets that are open, and from which on everything is ruled out
    is_next_without = False
    for lexeme in lex(text).lexemes:
        if lexeme.kind == "LPAR":
            depth += 1
            without = without or (depth if is_next_without else 0)
        elif lexeme.kind == "RPAR":
            without = 0 if depth == without else without
            depth = max(0, depth - 1)
        elif lexeme.kind == "LEAF" and not (without or is_next_without or text[: lexeme.start].endswith(":")):
            yield lexeme  # straight behind a colon stands the value of a field, though nobody knows the field
        is_next_without = lexeme.kind == "MINUS"


def _words(text: str, lexeme: Lexeme) -> Iterator[Typed]:
    if not isinstance(lexeme.node, Word | Phrase | Near):
        return
    is_quoted, written = text[lexeme.start] in QUOTES, text[lexeme.start : lexeme.end]
    if is_quoted:
        written = written.rpartition("~")[0] or written  # the distance of near words is none of them
    for start, end in list_words(written):
        word = text[lexeme.start + start : lexeme.start + end]
        yield Typed(lexeme.start + start, lexeme.start + end, fold(word), is_quoted)
