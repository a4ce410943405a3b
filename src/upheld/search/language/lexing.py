"""Takes a query apart: its leaves, and the marks between them. Whatever is not one of these is passed over."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from upheld.lib.text import narrow
from upheld.search.language.faults import Edit, Fault
from upheld.search.language.fields import QUOTED, fault_of, field_named, may_be_field, meant_by, value_at
from upheld.search.language.limits import MAX_DISTANCE, MAX_PHRASE, MAX_WORD_BYTES, MIN_PREFIX
from upheld.search.language.moving import by_date, is_moving
from upheld.search.language.signs import CLOSING, MINUS, OPERATORS, QUOTES, SILENT
from upheld.search.language.slips import (
    Knows,
    can_be_read,
    end_of_face,
    longer_value,
    more_values,
    near_of_others,
    parted_field,
    quoted_sign,
    second_bound,
    strange_sign,
)
from upheld.search.language.tree import All, Field, FieldName, Near, Node, Phrase, Prefix, Word
from upheld.search.language.writing import value_text
from upheld.search.words import APOSTROPHES, prepare

Kind = Literal["LEAF", "OR", "MINUS", "LPAR", "RPAR"]

_WITHIN = f"'{''.join(APOSTROPHES)}{SILENT}"
_SILENCED = dict.fromkeys(map(ord, SILENT))
_SPACE = re.compile(r"\s+")
_LETTER = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W_]+")
# Joined by these, words are one thing: co-operate, 21-017-299, 3.5, B&B
_JOINED = re.compile(rf"[^\W_]+(?:[{_WITHIN}]*(?:[-\u2010\u2011.]|&(?=[^\W\d_]))?[{_WITHIN}]*[^\W_]+)*")
_POSSESSIVE = re.compile(rf"[{_WITHIN}]+(?:[sS]\b)?")
_NEAR = re.compile(r"~([0-9]{0,4})(?![^\W_])")
_FIELD = re.compile(r"([A-Za-z]+):")
_NEGATED = re.compile(rf"[({QUOTES}]|[{_WITHIN}]*\*?[^\W_]")
_VERB_WORDS = "am are can could did do does had has have is may might must shall should was were will would i"
_VERBS = frozenset(_VERB_WORDS.split())
"""Behind these “NOT” is no sign: “they did NOT tell us”."""
_LONGEST_BEFORE = 40
_SIGN = re.compile(r"\b(?:OR|AND|NOT)\b|\s[-\u2212]")
_FEW_WORDS = re.compile(rf"\s*[^\W_]+(?:[-{_WITHIN}\s.,&]+[^\W_]+){{1,4}}[{_WITHIN}\s.,]*")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A part of the text: a leaf with its node, an `OR`, a minus sign, or a bracket."""

    kind: Kind
    start: int
    end: int
    node: Node | None = None


@dataclass(frozen=True, slots=True)
class Lexed:
    """All parts of a text in order, and what was wrong with some of them."""

    lexemes: tuple[Lexeme, ...]
    faults: tuple[Fault, ...]


def lex(text: str, *, is_plain: bool = False, knows: Knows = can_be_read, today: dt.date | None = None) -> Lexed:
    """The parts of the text, in time that grows with its length alone; with `is_plain` nothing but its words.

    `knows` says of values whether they stand for something: only then is what may be a slip told.
    With `today`, days that are named from it are offered by their dates.
    """
    lexer = _Lexer(narrow(text), is_plain=is_plain, knows=knows, today=today)
    lexemes = tuple(lexer.run())
    return Lexed(lexemes, tuple(lexer.faults))


def words_in(text: str) -> tuple[str, ...]:
    """The words of a piece of text, as they are to be looked for."""
    if not text.isascii():
        text = text.translate(_SILENCED)
    return tuple(_WORD.findall(unicodedata.normalize("NFC", prepare(text))))


class _Lexer:
    def __init__(self, text: str, *, is_plain: bool, knows: Knows, today: dt.date | None) -> None:
        self._text = text
        self._knows = knows
        self._today = today
        self._at = 0
        self._within: list[FieldName | None] = []
        self._is_plain = is_plain  # as after a quote that is not closed there are only words then
        self._is_quote_open = False
        self._last: Kind | None = None
        self.faults: list[Fault] = []

    def run(self) -> Iterator[Lexeme]:
        """The lexemes, one after another."""
        while self._at < len(self._text):
            if space := _SPACE.match(self._text, self._at):
                self._at = space.end()
                continue
            for lexeme in self._next():
                self._last = lexeme.kind
                yield lexeme

    def _next(self) -> Iterator[Lexeme]:
        start, character = self._at, self._text[self._at]
        if _LETTER.match(character) or (self._field_here() and character in "<>=≤≥£."):
            yield from self._word(start)
        elif character in QUOTES:
            yield from self._quote(start)
        elif character in "()" and not self._is_plain:
            yield self._bracket(start, character)
        elif character in MINUS and not self._is_plain:
            yield from self._minus(start)
        elif character == "*":
            self._star(start)
        else:
            self._skip(start)

    # what stands in brackets behind a field: council:(alderford OR dunmere)

    def _field_here(self) -> FieldName | None:
        return self._within[-1] if self._within and not self._is_plain else None

    def _bracket(self, start: int, character: str) -> Lexeme:
        self._at += 1
        if character == ")":
            if self._within:
                self._within.pop()
            return Lexeme("RPAR", start, self._at)
        self._within.append(self._field_here())
        return Lexeme("LPAR", start, self._at)

    # words

    def _word(self, start: int) -> Iterator[Lexeme]:
        if not self._is_plain:
            if field := _FIELD.match(self._text, start):
                leaf = list(self._field(field))
                if self._at > start:
                    yield from leaf
                    return
            if (operator := self._operator(start)) is not None:
                yield from operator
                return
            if name := self._field_here():
                yield from self._value(name, start, start)
                self._at = max(self._at, start + 1)
                return
            slips = parted_field(self._text, start, self._knows), near_of_others(self._text, start)
            self.faults += filter(None, slips)
        if self._is_quote_open and self._operator_at(start):
            self._at = start + len(self._operator_at(start))
            return
        yield from self._words(start)

    def _operator(self, start: int) -> list[Lexeme] | None:
        operator = self._operator_at(start)
        if not operator or (operator == "NOT" and self._is_stressed(start)):
            return None
        self._at = start + len(operator)
        if operator == "OR":
            return [Lexeme("OR", start, self._at)]
        if operator == "NOT":
            self._fault_not(start)
        return []

    def _is_stressed(self, start: int) -> bool:
        """Whether NOT is a word in capitals: as all others are, the one before it, or behind “did”."""
        before = re.search(r"([^\W_]+)\s+$", self._text[max(0, start - _LONGEST_BEFORE) : start])
        word = before[1] if before else ""
        is_shouted = len(word) > 1 and word.isupper() and word not in OPERATORS
        return self._text.upper() == self._text or is_shouted or word.lower() in _VERBS

    def _operator_at(self, start: int) -> str:
        found = _WORD.match(self._text, start)
        is_one = found is not None and found[0] in OPERATORS and self._stands_alone(start, found.end())
        return found[0] if found is not None and is_one else ""

    def _stands_alone(self, start: int, end: int) -> bool:
        free = f" \t\r\n\u00a0(){QUOTES}"
        before, after = self._text[start - 1 : start], self._text[end : end + 1]
        return (not before or before in free or before.isspace()) and (not after or after in free or after.isspace())

    def _fault_not(self, start: int) -> None:
        after = re.compile(r"\s+").match(self._text, self._at)
        if after and self._text[after.end() : after.end() + 1] not in ("", ")", "-"):
            message = "To leave something out, put a minus sign straight before it; NOT was passed over."
            self.faults.append(Fault(start, self._at, message, ((start, after.end(), "-"),)))

    def _words(self, start: int) -> Iterator[Lexeme]:
        found = _JOINED.match(self._text, start)
        if found is None:
            self._at = start + 1
            return
        words = words_in(found[0])
        self._at = found.end()
        is_prefix = self._text[self._at : self._at + 1] == "*" and self._text[self._at + 1 : self._at + 2] != "*"
        if is_prefix and words:
            yield from self._prefix(words, start)
        elif words:
            yield from self._leaf(words, start)

    def _prefix(self, words: tuple[str, ...], start: int) -> Iterator[Lexeme]:
        self._at += 1
        beginning = words[-1]
        if len(beginning) < MIN_PREFIX:
            message = f"Before a star there must be at least {MIN_PREFIX} letters; the star was passed over."
            self._fault(start, message, (self._at - 1, self._at, " "))
            yield from self._leaf(words, start)
            return
        if _LETTER.match(self._text[self._at : self._at + 1]):
            self._fault(start, "A star can stand only at the end of a word.", (self._at, self._at, " "))
        if self._is_too_long(words, start):
            return
        parts: tuple[Node, ...] = (*map(_node, words[:-1]), Prefix(beginning))
        yield Lexeme("LEAF", start, self._at, parts[0] if len(parts) == 1 else All(parts))

    def _leaf(self, words: tuple[str, ...], start: int) -> Iterator[Lexeme]:
        if not self._is_too_long(words, start):
            kept = self._shortened(words, start)
            yield Lexeme("LEAF", start, self._at, _node(kept[0]) if len(kept) == 1 else Phrase(kept, is_joined=True))

    def _is_too_long(self, words: tuple[str, ...], start: int) -> bool:
        if all(len(word.encode()) <= MAX_WORD_BYTES for word in words):
            return False
        self._fault(start, "A very long word was left out.", (start, self._at, " "))
        return True

    def _shortened(self, words: tuple[str, ...], start: int) -> tuple[str, ...]:
        if len(words) > MAX_PHRASE:
            phrase = '"' + " ".join(words[:MAX_PHRASE]) + '"'
            self._fault(start, f"Only the first {MAX_PHRASE} words of a phrase were used.", (start, self._at, phrase))
        return words[:MAX_PHRASE]

    # quotes

    def _quote(self, start: int) -> Iterator[Lexeme]:
        found = None if self._is_plain else QUOTED.match(self._text, start)
        if found is None:
            yield from self._open_quote(start)
        elif name := self._field_here():
            yield from self._value(name, start, start)
        else:
            self._at = found.end()
            words = words_in(found[1])
            near = _NEAR.match(self._text, self._at)
            self._at = near.end() if near else self._at
            self.faults += filter(None, (quoted_sign(found),))
            if words and not self._is_too_long(words, start):
                kept = self._shortened(words, start)
                yield Lexeme("LEAF", start, self._at, self._near(kept, near, start) if near else Phrase(kept))

    def _open_quote(self, start: int) -> Iterator[Lexeme]:
        self._at = start + 1
        if self._is_plain:
            return
        self._is_plain, self._is_quote_open, end = True, True, len(self._text)
        last = len(self._text.rstrip())
        edit = (
            (last, last, CLOSING.get(self._text[start], '"')) if self._may_be_phrase(start) else (start, start + 1, " ")
        )
        self._fault(start, "This quotation mark has no partner; what follows was read as words.", edit)
        if self._last == "MINUS" and (words := words_in(self._text[start:])):
            self._at = end  # what was to be left out is not looked for
            if not self._is_too_long(words, start):
                yield Lexeme("LEAF", start, end, Phrase(self._shortened(words, start)))

    def _may_be_phrase(self, quote: int) -> bool:
        """Whether all that follows a quotation mark may stand in quotes: two words to five, and no other signs."""
        before, after = self._text[quote - 1 : quote], self._text[quote + 1 :]
        return not _LETTER.match(before) and _FEW_WORDS.fullmatch(after) is not None and not _SIGN.search(after)

    def _near(self, words: tuple[str, ...], found: re.Match[str], start: int) -> Node:
        asked = int(found[1] or 0)
        if not found[1] and len(words) > 1:
            self._fault(start, "Say how many words may lie between, such as ~5.", (found.end(), found.end(), "5"))
        if asked > MAX_DISTANCE:
            message = f"Words can be looked for at most {MAX_DISTANCE} words apart; that was done."
            self._fault(start, message, (found.start(), found.end(), f"~{MAX_DISTANCE}"))
        return Near(words, min(asked, MAX_DISTANCE)) if asked and len(words) > 1 else Phrase(words)

    # fields

    def _field(self, found: re.Match[str]) -> Iterator[Lexeme]:
        """The field that begins here. Where there is none, nothing is given and the place stays."""
        name, start, after = field_named(found[1]), found.start(), self._text[found.end() : found.end() + 1]
        if name and after == "(":
            yield from self._field_in_brackets(name, start, found.end())
        elif name and after and not after.isspace():
            yield from self._value(name, start, found.end())
            self._tell_of_more(name, start, found.end())
        elif not name and may_be_field(found[1]) and (_LETTER.match(after) or (after and after in f"{QUOTES}<>=£")):
            self._unknown_field(found, after)

    def _field_in_brackets(self, name: FieldName, start: int, bracket: int) -> Iterator[Lexeme]:
        end = self._text.find(")", bracket)
        value = " ".join(self._text[bracket + 1 : end].split())
        if name == "ref" and end > 0 and re.search("[0-9]", value) and not re.search(rf"[({QUOTES}]", value):
            self._at = end + 1
            yield Lexeme("LEAF", start, self._at, Field(name, value))
            return
        if not _LETTER.search(self._text, bracket):
            self._at = end + 1 or len(self._text)
            self._fault(start, f"Say what to look for after {name}:.", (start, self._at, " "))
            return
        self._at = bracket + 1
        self._within.append(name)
        yield Lexeme("LPAR", start, self._at)

    def _value(self, name: FieldName, start: int, at: int) -> Iterator[Lexeme]:
        """The field with the value that stands at `at`; nothing, and the place stays, where none does."""
        end, value = value_at(self._text, name, at)
        if end == at:
            return
        self._at = end
        value = " ".join(value.split())
        if not re.search(r"[^\W_]", value):
            self._fault(start, f"Say what to look for after {name}:.", (start, end, " "))
        elif message := fault_of(name, value):
            dated = self._by_date(name, value, at)
            edit = dated or (start, end, " ")
            self.faults.append(Fault(start, end, message, (edit,), is_first=dated is not None))
        else:
            yield Lexeme("LEAF", start, end, Field(name, value))

    def _by_date(self, name: FieldName, value: str, at: int) -> Edit | None:
        """What puts dates in place of days that are named from today."""
        if self._today is None or name != "decided" or not is_moving(value):
            return None
        dated = by_date(value, self._today)
        return (at, self._at, value_text(dated)) if can_be_read(Field(name, dated)) else None

    def _tell_of_more(self, name: FieldName, start: int, at: int) -> None:
        """Of what stands behind the value and was meant to be part of it, or another."""
        place = (start, at, self._at)
        if self._at > at:
            longer = None if self._text[at] in QUOTES else longer_value(self._text, name, place, self._knows)
            bound = second_bound(self._text, name, place)
            self._at = bound.end if bound else self._at
            self.faults += filter(None, (longer or bound or more_values(self._text, name, place, self._knows),))

    def _unknown_field(self, found: re.Match[str], after: str) -> None:
        """Only says so: the name of a field that nobody knows is left out where one is near, else read as a word."""
        typed, meant = found[1], meant_by(found[1], after)
        if meant:
            self._at = found.end()
            message = f"There is no field {typed}:. Did you mean {meant}?"
            self._fault(found.start(), message, (found.start(), found.end(), meant))
        else:
            message = f"There is no field {typed}:, so it was not read as one."
            edit = (found.end() - 1, found.end(), " ")
            if self._last == "MINUS":
                self._at, edit = found.end(), (found.start(), found.end(), "")
            self.faults.append(Fault(found.start(), found.end(), message, (edit,)))

    # marks

    def _minus(self, start: int) -> Iterator[Lexeme]:
        run = re.compile(rf"[{MINUS}]+").match(self._text, start)
        end = run.end() if run else start + 1
        before = self._text[start - 1 : start]
        self._at = end
        if end - start > 1 or not (not before or before.isspace() or before == "("):
            return
        if not self._text[end:].strip():
            self._fault(start, "Nothing follows this minus sign.", (start, end, ""))
        elif _NEGATED.match(self._text, end):
            yield Lexeme("MINUS", start, end)

    def _star(self, start: int) -> None:
        run = re.compile(r"\*+").match(self._text, start)
        self._at = run.end() if run else start + 1
        before, after = self._text[start - 1 : start], self._text[self._at : self._at + 1]
        if self._at - start == 1 and _LETTER.match(after) and not _LETTER.match(before):
            message = "A star can stand only at the end of a word; this one was passed over."
            self.faults.append(Fault(start, self._at, message, ((start, self._at, " "),)))

    def _skip(self, start: int) -> None:
        if not self._is_plain and (fault := strange_sign(self._text, start)):
            self.faults.append(fault)
            self._at = fault.end
            return
        found = _POSSESSIVE.match(self._text, start)
        self._at = found.end() if found else max(start + 1, end_of_face(self._text, start))

    def _fault(self, start: int, message: str, *edits: Edit) -> None:
        self.faults.append(Fault(start, self._at, message, edits))


def _node(word: str) -> Node:
    """The word; one that is written like an operator, as it would have to be quoted."""
    return Phrase((word,)) if word in OPERATORS else Word(word)
