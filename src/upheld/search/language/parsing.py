"""Reads what was typed. Any string gives a small tree, with the places of what could not be understood, or a sentence.

The grammar is Lark's; its tokens are made by `lexing`, which passes over what ordinary text is full of.
"""

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from lark import Lark, Token, Transformer, UnexpectedToken
from lark.parsers.lalr_interactive_parser import InteractiveParser

from upheld.search.errors import QueryError
from upheld.search.language.faults import Fault, corrected
from upheld.search.language.fields import without_names
from upheld.search.language.lexing import Lexeme, lex
from upheld.search.language.limits import MAX_CHARACTERS, MAX_DEPTH, MAX_FIELDS, MAX_PROBLEMS, MAX_TERMS
from upheld.search.language.query import Problem, Query
from upheld.search.language.shaping import any_of, loosened, side_by_side, terms_in, unquoted
from upheld.search.language.slips import Knows, can_be_read
from upheld.search.language.tree import All, Field, Node, Not, Word
from upheld.search.language.writing import to_plain_text, to_text

GRAMMAR = """
    start: either
    either: every (OR every)*
    every: _one+
    _one: leaf | group | without
    group: LPAR either RPAR
    without: MINUS (leaf | group)
    leaf: LEAF | NOTHING

    %declare LEAF OR MINUS LPAR RPAR NOTHING
"""
"""NOTHING stands where something is missing; nobody can type it."""


def parse(text: str, knows: Knows = can_be_read, today: dt.date | None = None) -> Query:
    """What the text asks for; empty, everything. Where something cannot be understood, the rest of it, with problems.

    `knows` says of values of fields whether they stand for something, so that what may be a slip is only told then.
    With `today`, days that are named from it are offered by their dates.
    Raises QueryError when it is too long, or holds nothing that could be looked for.
    """
    if len(text.strip()) > MAX_CHARACTERS:
        raise QueryError(f"Your search has {len(text.strip()):,} characters; use at most {MAX_CHARACTERS}")
    text = unicodedata.normalize("NFC", text)
    if not text.strip():
        return Query(text)
    read = partial(_read, knows=knows, today=today)
    reading = read(text)
    query = Query(text, reading.tree, unquoted(reading.tree), notes=tuple(_notes(reading)))
    return _with_problems(query, reading, read) if reading.faults else query


@dataclass
class _Reading:
    """What came of a text: its tree, what was wrong, and whether `OR` stood beside words without brackets."""

    tree: Node
    faults: list[Fault] = field(default_factory=list)
    is_mixed: bool = False


_Read = Callable[[str], _Reading]


def _read(text: str, knows: Knows, today: dt.date | None) -> _Reading:
    lexed = lex(text, knows=knows, today=today)
    if not any(lexeme.kind == "LEAF" for lexeme in lexed.lexemes):
        lexed = replace(lex(without_names(text), is_plain=True), faults=lexed.faults)
    lexemes, faults = _limited(lexed.lexemes)
    faults = [*lexed.faults, *faults]
    reading = _flat(lexemes) if _is_too_deep(lexemes) else _structured(lexemes, len(text))
    if reading is None:
        raise QueryError(_nothing(faults))
    faults += reading.faults
    return replace(reading, faults=sorted(faults, key=lambda fault: (fault.start, fault.end)))


def _nothing(faults: Sequence[Fault]) -> str:
    long = next((fault.message for fault in faults if "very long" in fault.message), "")
    return long or "Your search holds no word; use at least one letter or number"


def _structured(lexemes: Sequence[Lexeme], end: int) -> _Reading | None:
    builder = _Builder(lexemes, end)
    tree = builder.build() if lexemes else None
    if tree is None:
        return _flat(lexemes)
    if len(builder.faults) > MAX_PROBLEMS and (flat := _flat(lexemes)):
        return flat
    return _Reading(tree, builder.faults, is_mixed=builder.is_mixed)


# limits


def _limited(lexemes: Sequence[Lexeme]) -> tuple[list[Lexeme], list[Fault]]:
    """The lexemes up to the most terms a search may have. Brackets that the rest would close are closed."""
    terms, fields = MAX_TERMS, MAX_FIELDS
    for number, lexeme in enumerate(lexemes):
        terms -= terms_in(lexeme.node)
        fields -= isinstance(lexeme.node, Field)
        if terms < 0 or fields < 0:
            most = f"Only the first {MAX_TERMS} words" if terms < 0 else f"Only the first {MAX_FIELDS} fields"
            return _cut(lexemes, number, f"{most} were used.")
    return list(lexemes), []


def _cut(lexemes: Sequence[Lexeme], number: int, message: str) -> tuple[list[Lexeme], list[Fault]]:
    kept, start = list(lexemes[:number]), lexemes[number].start
    while kept and kept[-1].kind in ("OR", "MINUS", "LPAR"):
        start = kept.pop().start
    missing = sum({"LPAR": 1, "RPAR": -1}.get(lexeme.kind, 0) for lexeme in kept)
    end = lexemes[-1].end
    closing = [Lexeme("RPAR", start, start)] * max(0, missing)
    edit = (start, end, ")" * len(closing))
    return kept + closing, [Fault(start, end, message, (edit,))]


def _is_too_deep(lexemes: Sequence[Lexeme]) -> bool:
    depth = deepest = 0
    for lexeme in lexemes:
        depth = max(0, depth + {"LPAR": 1, "RPAR": -1}.get(lexeme.kind, 0))
        deepest = max(deepest, depth)
    return deepest > MAX_DEPTH


def _flat(lexemes: Sequence[Lexeme]) -> _Reading | None:
    """The leaves alone, each of which must be there, or must not where it stood behind a minus sign."""
    parts = [Not(leaf) if is_without else leaf for leaf, is_without in _leaves(lexemes)]
    if not parts:
        return None
    message = "This has too many brackets or marks to be understood; all its words were looked for."
    fault = Fault(lexemes[0].start, lexemes[-1].end, message)
    return _Reading(loosened(side_by_side(parts)), [fault])


def _leaves(lexemes: Sequence[Lexeme]) -> Iterator[tuple[Node, bool]]:
    within: list[bool] = []
    is_next = False
    for lexeme in lexemes:
        if lexeme.kind == "LPAR":
            within.append(is_next)
        elif lexeme.kind == "RPAR" and within:
            within.pop()
        elif lexeme.node is not None:
            yield lexeme.node, is_next or any(within)
        is_next = lexeme.kind == "MINUS"


# the tree


class _Builder:
    """Feeds the lexemes to the parser. Where one cannot stand, something missing is put in, or it is left out."""

    def __init__(self, lexemes: Sequence[Lexeme], end: int) -> None:
        self._lexemes = lexemes
        self._end = end
        self._parser: InteractiveParser = _LARK.parse_interactive()
        self._open: list[Lexeme] = []
        self._last: Lexeme | None = None
        self.faults: list[Fault] = []
        self.is_mixed = False

    def build(self) -> Node | None:
        """The tree; None where nothing is left to look for."""
        self.feed()
        shaper = _Shaper(self._lexemes)
        tree: Node | None = shaper.transform(self._parser.feed_token(Token("$END", "")))
        self.is_mixed = shaper.is_mixed
        return loosened(tree) if tree else None

    def feed(self) -> list[Fault]:
        """Feeds all lexemes. Gives what was wrong."""
        for number, lexeme in enumerate(self._lexemes):
            self._feed(lexeme, number)
        self._finish()
        return self.faults

    def _feed(self, lexeme: Lexeme, number: int) -> None:
        if lexeme.kind == "RPAR" and not self._open:
            self._fault(lexeme, "This bracket closes nothing.", (lexeme.start, lexeme.end, " "))
            return
        self._feed_or_mend(Token(lexeme.kind, str(number)), lexeme)
        if lexeme.kind == "LPAR":
            self._open.append(lexeme)
        elif lexeme.kind == "RPAR":
            self._open.pop()
        self._last = lexeme

    def _feed_or_mend(self, token: Token, lexeme: Lexeme | None) -> None:
        try:
            self._parser.feed_token(token)
        except UnexpectedToken:
            self._mend(lexeme)
            self._parser.feed_token(token)

    def _mend(self, lexeme: Lexeme | None) -> None:
        """Puts nothing where something is missing, and says before or behind which mark."""
        last = self._last
        if last is not None and last.kind == "LPAR" and lexeme is not None and lexeme.kind == "RPAR":
            edits = ((last.start, last.end, " "), (lexeme.start, lexeme.end, " "))
            self.faults.append(Fault(last.start, lexeme.end, "There is nothing between these brackets.", edits))
        elif last is not None and last.kind != "LPAR":
            self._fault(last, _MISSING[last.kind], (last.start, last.end, " "))
        elif lexeme is not None:
            self._fault(lexeme, _MISSING["OR"], (lexeme.start, lexeme.end, " "))
        self._parser.feed_token(Token("NOTHING", ""))

    def _finish(self) -> None:
        if self._lexemes and self._last is not None and self._last.kind in _MISSING:
            self._mend(None)
        elif self._last is not None and self._last.kind == "LPAR":
            self._parser.feed_token(Token("NOTHING", ""))
        while self._open:
            bracket = self._open.pop()
            self._fault(bracket, "This bracket is not closed.", *self._closing(bracket))
            self._parser.feed_token(Token("RPAR", ""))

    def _closing(self, bracket: Lexeme) -> tuple[tuple[int, int, str], ...]:
        is_empty = bracket is self._last
        return ((bracket.start, bracket.end, " "),) if is_empty else ((self._end, self._end, ")"),)

    def _fault(self, lexeme: Lexeme, message: str, *edits: tuple[int, int, str]) -> None:
        self.faults.append(Fault(lexeme.start, lexeme.end, message, edits))


_FEW = 5  # words, among which “or” is likelier a sign than one of them
_ROUNDS = 4  # of putting right: behind a quotation mark there may be brackets, and within those a mark
_MISSING = {
    "OR": "OR stands between two things to look for; one is missing here.",
    "MINUS": "Nothing follows this minus sign.",
}


Part = Node | Token | None
Parts = Sequence[Part]


class _Shaper(Transformer[Token, Node | None]):
    """Makes nodes of the parser's rules; None of what is missing."""

    def __init__(self, lexemes: Sequence[Lexeme]) -> None:
        super().__init__()
        self._lexemes = lexemes
        self._loose: list[Node] = []  # parts side by side that no brackets hold together
        self.is_mixed = False

    def start(self, parts: Parts) -> Part:
        """The whole."""
        return parts[0]

    def either(self, parts: Parts) -> Node | None:
        """Alternatives."""
        nodes = [part for part in parts if part is not None and not isinstance(part, Token)]
        self.is_mixed |= len(nodes) > 1 and any(node is one for node in nodes for one in self._loose)
        return any_of(nodes) if nodes else None

    def every(self, parts: Parts) -> Node | None:
        """Things that must all be there."""
        nodes = [part for part in parts if part is not None and not isinstance(part, Token)]
        if len(nodes) < 2:
            return nodes[0] if nodes else None
        node = side_by_side(nodes)
        self._loose.append(node)
        return node

    def group(self, parts: Parts) -> Part:
        """What stands in brackets."""
        self._loose = [one for one in self._loose if one is not parts[1]]
        return parts[1]

    def without(self, parts: Parts) -> Node | None:
        """What must not be there."""
        node = parts[1]
        return Not(node) if node is not None and not isinstance(node, Token) else None

    def leaf(self, parts: Parts) -> Node | None:
        """A word, a phrase, a field."""
        place = parts[0]
        return self._lexemes[int(place)].node if isinstance(place, Token) and place else None


_LARK = Lark(GRAMMAR, parser="lalr", lexer="basic")


# what is said about it


def _notes(reading: _Reading) -> Iterator[str]:
    if reading.is_mixed:
        yield f"What stands side by side belongs together before OR: {to_plain_text(reading.tree)}"
    if either := _either(reading.tree):
        yield f"“or” was looked for like any other word. For one or the other, write it in capitals: {either}"


def _either(tree: Node) -> str:
    """A few words with “or” between them, with “OR” in its place; empty for anything else, a sentence for one."""
    words = [part.text for part in tree.parts if isinstance(part, Word)] if isinstance(tree, All) else []
    places = [place for place, word in enumerate(words[1:-1], 1) if word.lower() == "or"]
    if not places or len(words) > _FEW or len(words) < len(tree.parts if isinstance(tree, All) else ()):
        return ""
    return " ".join("OR" if place in places else word for place, word in enumerate(words))


def _with_problems(query: Query, reading: _Reading, read: _Read) -> Query:
    """The query with what was wrong, and the text put right; where that is not enough, what was understood of it."""
    mended = _mended(query.text, reading, read)
    is_other = bool(mended) and unquoted(read(mended).tree) != unquoted(reading.tree)
    plain = "" if is_other else _read_without_fault(to_text(reading.tree), read) or mended
    problems = (
        Problem(one.start, one.end, one.message, mended if is_other else "") for one in reading.faults[:MAX_PROBLEMS]
    )
    return replace(query, problems=tuple(problems), plainer=plain)


def _mended(text: str, reading: _Reading, read: _Read) -> str:
    """The text with its faults put right, and those that show when they are; empty where that leads nowhere."""
    for _ in range(_ROUNDS):
        text = corrected(text, [one for one in reading.faults if one.is_first] or reading.faults)
        if not _may_be_read(text):
            return ""
        reading = read(text)
        if not reading.faults:
            return text
    return ""


def _read_without_fault(text: str, read: _Read) -> str:
    """The text if it can be read as it stands."""
    return text if _may_be_read(text) and not read(text).faults else ""


def _may_be_read(text: str) -> bool:
    readings = (lex(text), lex(without_names(text), is_plain=True)) if len(text) <= MAX_CHARACTERS else ()
    return any(lexeme.kind == "LEAF" for lexed in readings for lexeme in lexed.lexemes)
