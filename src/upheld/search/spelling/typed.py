"""The words of a query that may be mistyped, with their places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from upheld.search.language.lexing import Lexeme, lex, words_in
from upheld.search.language.limits import MAX_CHARACTERS
from upheld.search.language.query import Mistyped
from upheld.search.language.signs import QUOTES
from upheld.search.language.tree import Near, Phrase, Word
from upheld.search.words import fold, list_words

_BETWEEN = re.compile(rf"(?:[^\w{QUOTES}()]|_)+")  # words that stand side by side


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


def places_of(typed: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where these words stand side by side in a query as words like all others: not in quotes, nor ruled out."""
    keys = _keys(typed)
    loose = [(lexeme, _keys(text[lexeme.start : lexeme.end])) for lexeme in _wanted(text) if _is_loose(lexeme)]
    found: list[tuple[int, int]] = []
    for place, (lexeme, _) in enumerate(loose):
        end = _run_end(loose[place:], keys, text)
        if end and (not found or lexeme.start >= found[-1][1]):
            found.append((lexeme.start, end))
    return tuple(found)


def as_meant(text: str, mistyped: Sequence[Mistyped]) -> str:
    """The query with what the mistyped words were taken for in their place; as it is where that is too long."""
    written = {place: _written(one) for one in mistyped for place in places_of(one.typed, text)}
    meant = text
    for start, end in sorted(written, reverse=True):
        meant = meant[:start] + written[start, end] + meant[end:]
    return meant if len(meant) <= MAX_CHARACTERS else text


def _written(one: Mistyped) -> str:
    """The words; several as alternatives."""
    either = " OR ".join(f'"{other}"' if " " in other else other for other in one.others)
    return f"({either})" if len(one.others) > 1 else either


def _keys(text: str) -> tuple[str, ...]:
    return tuple(map(fold, words_in(text)))


def _is_loose(lexeme: Lexeme) -> bool:
    return isinstance(lexeme.node, Word) or (isinstance(lexeme.node, Phrase) and lexeme.node.is_joined)


def _run_end(loose: Sequence[tuple[Lexeme, tuple[str, ...]]], keys: tuple[str, ...], text: str) -> int:
    """Where the parts of a query that begin here end, if they are these words side by side; else 0."""
    end = 0
    for lexeme, words in loose:
        if keys[: len(words)] != words or (end and not _BETWEEN.fullmatch(text, end, lexeme.start)):
            return 0
        keys, end = keys[len(words) :], lexeme.end
        if not keys:
            return end
    return 0


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
