"""Names in what stands around a decision: the name of its file, the file's properties, the address it came from."""

import re
from collections.abc import Iterator
from itertools import pairwise

from upheld.analysis.identifiers.document import Piece
from upheld.analysis.identifiers.finding import Known
from upheld.analysis.identifiers.names.lexicon import Sort, sorts_of
from upheld.analysis.identifiers.names.tails import BODIES, THINGS

_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]{2,})?")
_SPLIT = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_NAME = Sort.GIVEN | Sort.SURNAME
_MAY_BE = Sort.NAME_WORD | Sort.SURNAME_WORD
_COMMON = Sort.ENGLISH | Sort.PLACE | Sort.PROPER
_SURNAME_INITIAL = re.compile(r"(?<![^\W\d_])(?P<it>[A-Z][a-z'-]{2,}[ _,-]{1,2}[A-Z])(?![^\W_])")
_INITIAL_SURNAME = re.compile(r"(?<![^\W\d_])(?P<it>[A-Z][ _.]{1,2}[A-Z][a-z'-]{2,})(?![^\W_])")
_AGAINST = re.compile(r"(?<![^\W\d_])(?P<it>[A-Z][a-z'-]{2,})(?= v\.? )")
_PERSON = re.compile(r"property: (?:author|creator|last ?modified ?by|manager|last ?author|.*\bby\b)", re.IGNORECASE)
_TECHNICAL = frozenset(
    "docx doc pdf html htm txt rtf odt xlsx csv xml www http https com org net uk lgo lgsco gov final draft copy "
    "ver rev microsoft office word windows libreoffice openoffice adobe acrobat scan img jpg png default user "
    "admin unknown normal dotm template english en gb".split()
)
_WHY = "The file shows this name to everybody who opens it."

Found = tuple[int, int, float, str]
Word = tuple[int, int, str]


def find_outside(text: str, piece: Piece, first: int, last: int, known: Known) -> Iterator[Found]:
    """The names in one part outside the text."""
    words = list(_words(text, first, last))
    if _PERSON.match(piece.part.where) and 1 <= len(words) <= 4 and not _has_body(words):
        if not all(word in _TECHNICAL for _, _, word in words):
            yield words[0][0], words[-1][1], 0.9, _WHY
        return
    for pattern in (_SURNAME_INITIAL, _INITIAL_SURNAME):
        for found in pattern.finditer(text, first, last):
            surname = max(_PIECE.findall(found["it"]), key=len)
            if not sorts_of(surname) & _COMMON or sorts_of(surname) & Sort.SURNAME_WORD:
                yield (*found.span("it"), 0.85, _WHY)
    for found in _AGAINST.finditer(text, first, last):
        if sorts_of(found["it"]) & (Sort.SURNAME_WORD | Sort.NAME_WORD | _NAME):
            yield (*found.span("it"), 0.75, _WHY)
    yield from _word_names(words)
    yield from _runs(words, known, is_file=piece.part.where.startswith("file name"))
    if piece.part.where.endswith("address"):
        yield from _unknown_pairs(words, known)


def _unknown_pairs(words: list[Word], known: Known) -> Iterator[Found]:
    """`adebola-okunrotimi` in an address: two words side by side that are in no dictionary."""
    for left, right in pairwise(words):
        if all(word.islower() and len(word) > 2 and word not in _TECHNICAL for _, _, word in (left, right)):
            sorts = [sorts_of(word) for _, _, word in (left, right)]
            if not any(one & _COMMON for one in sorts) and not all(
                known.has_seen(word.title()) for _, _, word in (left, right)
            ):
                yield left[0], right[1], 0.75, _WHY


def _word_names(words: list[Word]) -> Iterator[Found]:
    """`Destiny_Ford_decision`: two words that are names, or one that files are hardly named by otherwise."""
    at = 0
    while at < len(words):
        both = [_may_be(word) for _, _, word in words[at : at + 2]]
        if len(both) == 2 and all(both):
            yield words[at][0], words[at + 1][1], 0.75, _WHY
            at += 1
        elif both[0] and words[at][2].casefold() not in THINGS:
            yield words[at][0], words[at][1], 0.55, _WHY
        at += 1


def _may_be(word: str) -> bool:
    return word[0].isupper() and word not in _TECHNICAL and bool(sorts_of(word) & _MAY_BE)


def _words(text: str, first: int, last: int) -> Iterator[Word]:
    for found in _PIECE.finditer(text, first, last):
        at = found.start()
        for part in _SPLIT.split(found.group()):
            yield (at, at + len(part), part.casefold() if part.casefold() in _TECHNICAL else part)
            at += len(part)


def _has_body(words: list[Word]) -> bool:
    return any(word.casefold() in BODIES for _, _, word in words)


def _runs(words: list[Word], known: Known, *, is_file: bool) -> Iterator[Found]:
    """Words that are names, with those beside them that can be."""
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and _can_be(words[end][2], known, is_file=is_file):
            end += 1
        run = words[at:end]
        body = end < len(words) and words[end][2].casefold() in BODIES
        listed = any(sorts_of(word) & _NAME and not sorts_of(word) & Sort.VILLAGE for _, _, word in run)
        if (
            run
            and (not body or (is_file and listed))
            and any(_is_name(word, known, is_file=is_file) for _, _, word in run)
        ):
            yield run[0][0], run[-1][1], 0.85, _WHY
        at = max(end, at + 1)


def _is_name(word: str, known: Known, *, is_file: bool) -> bool:
    if word in _TECHNICAL or len(word) < 3 or (word.isupper() and len(word) < 5):
        return False
    sorts = sorts_of(word)
    if sorts & _COMMON:
        return False
    return bool(sorts & _NAME) or (is_file and word[0].isupper() and len(word) > 3 and not known.has_seen(word))


def _can_be(word: str, known: Known, *, is_file: bool) -> bool:
    return _is_name(word, known, is_file=is_file) or (bool(sorts_of(word) & _MAY_BE) and word[0].isupper())
