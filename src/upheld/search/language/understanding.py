"""Looks up what a query names, and puts beside its words those that mean the same."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from upheld.lib.clock import now
from upheld.lib.dates import date_in_zone
from upheld.scheme import get_scheme
from upheld.search.language.faults import Edit, Fault, corrected
from upheld.search.language.lexing import lex
from upheld.search.language.limits import MAX_CHARACTERS, MAX_PROBLEMS, MAX_SUGGESTED
from upheld.search.language.lookups import Found, IsCited, look_up
from upheld.search.language.matching import nearest
from upheld.search.language.parsing import parse
from upheld.search.language.placing import within
from upheld.search.language.query import Problem, Query, Synonym
from upheld.search.language.shaping import all_of, any_of, unquoted
from upheld.search.language.slips import can_be_read
from upheld.search.language.statutes import names_law
from upheld.search.language.synonyms import Synonyms
from upheld.search.language.tree import All, Any, Field, Node, Not, Phrase, Word
from upheld.search.language.writing import value_text
from upheld.search.queries.synonyms import current_synonyms


def read_query(text: str, is_cited: IsCited | None = None) -> Query:
    """What the text asks of this register. Raises QueryError as `parse` does.

    `is_cited` says of a law that nobody knows by name whether decisions name it; without it, every law is one.
    """
    today = date_in_zone(now(), get_scheme().timezone)
    return understand(parse(text, is_known, today), is_cited=is_cited)


def is_known(one: Field) -> bool:
    """Whether the value of a field stands for something in this register, down to its last word."""
    if one.name in ("paid", "decided"):
        return can_be_read(one)
    return names_law(one.value) if one.name == "law" else not look_up(one, _any_law).message


def understand(query: Query, synonyms: Synonyms | None = None, is_cited: IsCited | None = None) -> Query:
    """The query with its names looked up and other words beside its own: the deployment's, or these."""
    if query.tree is None:
        return query
    reader = _Reader(current_synonyms() if synonyms is None else synonyms, is_cited or _any_law)
    meaning = unquoted(reader.read(query.tree))
    read = replace(query, meaning=meaning, synonyms=tuple(dict.fromkeys(reader.used)))
    return _with_problems(read, reader) if query.problems or reader.unknown else read


def _any_law(_slug: str) -> bool:
    return True


@dataclass
class _Reader:
    """Reads a tree. `used` are the synonyms that were put in, `unknown` the fields with values that nobody knows."""

    synonyms: Synonyms
    is_cited: IsCited
    unknown: dict[Field, Found] = field(default_factory=dict)
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
        found = look_up(one, self.is_cited)
        if found.message:
            self.unknown[one] = found
        return found.node


# what is said of it


def _with_problems(query: Query, read: _Reader) -> Query:
    """The query with what is wrong with its writing and its names, and one suggestion for all that it puts right."""
    suggestion, unmended = _suggestion(query, read.is_cited)
    places = _fields(query.text, read.unknown)
    new = [Problem(one.start, one.end, read.unknown[one.node].message, suggestion) for one in places]
    old = [replace(problem, suggestion=suggestion) for problem in query.problems]
    every = sorted((*old, *new), key=lambda problem: problem.start)[:MAX_PROBLEMS]
    problems = (replace(one, suggestion="") if one.message in unmended else one for one in every)
    plainer = "" if new else query.plainer  # of a name that nobody knows only the words were looked for
    return replace(query, problems=tuple(problems), plainer=plainer)


def _suggestion(query: Query, is_cited: IsCited) -> tuple[str, Collection[str]]:
    """The text put right, with names that may be meant, and what is wrong still; empty where it finds the same."""
    mended = next((problem.suggestion for problem in query.problems), "") or query.plainer or query.text
    _, unknown = _plainly(mended, is_cited)
    suggestion = _with_names(mended, unknown)
    meaning, unmended = _plainly(suggestion, is_cited) if len(suggestion) <= MAX_CHARACTERS else (None, unknown)
    is_other = meaning is not None and meaning != _plainly(query.text, is_cited)[0]
    return suggestion if is_other else "", [found.message for found in unmended.values()]


def _plainly(text: str, is_cited: IsCited) -> tuple[Node | None, Mapping[Field, Found]]:
    """What a text means without other words beside its own, and the values in it that nobody knows."""
    reader = _Reader(Synonyms.of(()), is_cited)
    tree = parse(text).tree
    return (unquoted(reader.read(tree)) if tree else None), reader.unknown


def _with_names(text: str, unknown: Mapping[Field, Found]) -> str:
    """The text with names that are near those that nobody knows."""
    names = {one: nearest(one.value, found.names()) for one, found in list(unknown.items())[:MAX_SUGGESTED]}
    faults = [Fault(edit[0], edit[1], "", (edit,)) for edit in _edits(text, names)]
    return corrected(text, faults) if faults else text


def _edits(text: str, names: Mapping[Field, str]) -> Iterator[Edit]:
    for lexeme in _fields(text, names):
        if value := names[lexeme.node]:
            name, colon, _ = text[lexeme.start : lexeme.end].partition(":")
            yield lexeme.start, lexeme.end, f"{name}{colon}{value_text(value)}" if colon else value_text(value)


def _fields(text: str, wanted: Collection[Field]) -> Iterator["_FieldLexeme"]:
    for one in lex(text).lexemes:
        if isinstance(one.node, Field) and one.node in wanted:
            yield _FieldLexeme(one.start, one.end, one.node)


@dataclass(frozen=True, slots=True)
class _FieldLexeme:
    """A field, and where it stands."""

    start: int
    end: int
    node: Field
