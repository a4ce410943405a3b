"""Looks up what a query names, and puts beside its words those that mean the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from upheld.search.language.faults import Edit, Fault, corrected
from upheld.search.language.lexing import lex
from upheld.search.language.limits import MAX_CHARACTERS, MAX_PROBLEMS, MAX_SUGGESTED
from upheld.search.language.lookups import look_up
from upheld.search.language.matching import nearest
from upheld.search.language.parsing import parse
from upheld.search.language.placing import within
from upheld.search.language.query import Problem, Query, Synonym
from upheld.search.language.shaping import all_of, any_of, unquoted
from upheld.search.language.synonyms import Synonyms
from upheld.search.language.tree import All, Any, Field, Node, Not, Phrase, Word
from upheld.search.language.writing import value_text
from upheld.search.queries.synonyms import current_synonyms


def read_query(text: str) -> Query:
    """What the text asks of this register. Raises QueryError as `parse` does."""
    return understand(parse(text))


def understand(query: Query, synonyms: Synonyms | None = None) -> Query:
    """The query with its names looked up and other words beside its own: the deployment's, or these."""
    if query.tree is None:
        return query
    reader = _Reader(current_synonyms() if synonyms is None else synonyms)
    meaning = reader.read(query.tree)
    used = tuple(dict.fromkeys(reader.used))
    return replace(query, meaning=unquoted(meaning), problems=_problems(query, reader), synonyms=used)


@dataclass
class _Reader:
    """Reads a tree. `used` are the synonyms that were put in.

    `unknown` are the fields with values that nobody knows, with what is wrong, and `instead` what may be meant by them.
    """

    synonyms: Synonyms
    unknown: dict[Field, str] = field(default_factory=dict)
    instead: dict[Field, str] = field(default_factory=dict)
    used: list[Synonym] = field(default_factory=list)

    def read(self, node: Node, *, is_wanted: bool = True) -> Node:
        """What the node means. Nothing is put beside words that are ruled out: they were meant as they are."""
        if isinstance(node, All):
            return self._all(node.parts, is_wanted=is_wanted)
        if isinstance(node, Any):
            return any_of(self.read(part, is_wanted=is_wanted) for part in node.parts)
        if isinstance(node, Not):
            return Not(self.read(node.part, is_wanted=False))
        if isinstance(node, Field):
            return self._look_up(node)
        return self._all((node,), is_wanted=is_wanted) if isinstance(node, Word | Phrase) else node

    def _all(self, parts: Sequence[Node], *, is_wanted: bool) -> Node:
        sections = [self._look_up(part) for part in parts if isinstance(part, Field) and part.name == "in"]
        others = [part for part in parts if not (isinstance(part, Field) and part.name == "in")]
        meant = [part if isinstance(part, Word | Phrase) else self.read(part, is_wanted=is_wanted) for part in others]
        if is_wanted:
            meant, used = self.synonyms.put_beside(meant)
            self.used += used
        return within(sections, meant) if sections else all_of(meant)

    def _look_up(self, one: Field) -> Node:
        found = look_up(one)
        if found.message and one not in self.unknown:
            if len(self.unknown) < MAX_SUGGESTED:
                self.instead[one] = nearest(one.value, found.names())
            self.unknown[one] = found.message
        return found.node


def _problems(query: Query, read: _Reader) -> tuple[Problem, ...]:
    """Those of the query, and those of values that nobody knows, all with one suggestion."""
    if not read.unknown:
        return query.problems
    suggestion = _suggestion(query, read.instead)
    places = _fields(query.text, read.unknown)
    new = (Problem(one.start, one.end, read.unknown[one.node], suggestion) for one in places)
    old = (replace(problem, suggestion=suggestion or problem.suggestion) for problem in query.problems)
    return tuple(sorted((*old, *new), key=lambda problem: problem.start))[:MAX_PROBLEMS]


def _suggestion(query: Query, instead: Mapping[Field, str]) -> str:
    text = next((problem.suggestion for problem in query.problems), query.text)
    faults = [Fault(edit[0], edit[1], "", (edit,)) for edit in _edits(text, instead)]
    suggestion = corrected(text, faults) if faults else ""
    return suggestion if len(suggestion) <= MAX_CHARACTERS else ""


def _edits(text: str, instead: Mapping[Field, str]) -> Iterator[Edit]:
    for lexeme in _fields(text, instead):
        if value := instead[lexeme.node]:
            name, colon, _ = text[lexeme.start : lexeme.end].partition(":")
            yield lexeme.start, lexeme.end, f"{name}{colon}{value_text(value)}" if colon else value_text(value)


def _fields(text: str, wanted: Mapping[Field, str]) -> Iterator["_FieldLexeme"]:
    for one in lex(text).lexemes:
        if isinstance(one.node, Field) and one.node in wanted:
            yield _FieldLexeme(one.start, one.end, one.node)


@dataclass(frozen=True, slots=True)
class _FieldLexeme:
    """A field, and where it stands."""

    start: int
    end: int
    node: Field
