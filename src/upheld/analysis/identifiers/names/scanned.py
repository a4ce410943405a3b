"""Names that a scanner has spoilt: digits for letters, spaces and stops inside words, capitals at the end."""

import re
from collections.abc import Iterator

from upheld.analysis.identifiers.names.lexicon import Sort, sorts_of

_MIXED = re.compile(
    r"(?<![\w@./:-])(?:[^\W\d_a-z][^\W\d_A-Z]*|[a-z])[01358@$|][^\W\d_][\w@|$]*(?:-[^\W\d_]+)?(?![\w@./-])"
)
_END_MIXED = re.compile(r"(?<![\w@./:-])[^\W\d_a-z][^\W\d_A-Z]{2,}[01@][^\W\d_A-Z]*(?![\w@./-])")
_MISREAD = re.compile(r"[01358@$|](?<=[^\W\d_].)")
_STOPPED = re.compile(r"(?<![\w.@/])[^\W\d_a-z][a-z]{1,7}\.[a-z]{2,9}(?![\w.@/])")
_BROKEN = re.compile(r"(?<![\w'.&])(?P<head>[^\W\d_a-z][a-z]{0,3}) (?P<tail>[a-z][^\W\d_]{1,8})(?![\w@'-])")
_NAME_BEFORE = re.compile(r"(?<![.!?:] )[^\W\d_a-z]\w+ \Z")
_ENDINGS = frozenset("doc docx dot dotm dotx pdf htm html txt rtf odt xls xlsx csv jpg png com org net uk gov".split())
_LETTERS = str.maketrans({"0": "o", "1": "l", "3": "e", "5": "s", "8": "b", "@": "a", "$": "s", "|": "l"})
_NAMES = Sort.GIVEN | Sort.SURNAME | Sort.NAME_WORD | Sort.SURNAME_WORD
_COMMON = Sort.ENGLISH | Sort.PROPER | Sort.PLACE
_WHY = "It looks like a name with letters misread."

Found = tuple[int, int, float, str]


def find_scanned(text: str) -> Iterator[Found]:
    """Words that would be names if they were spelled right."""
    for pattern in (_MIXED, _END_MIXED) if _MISREAD.search(text) else ():
        for found in pattern.finditer(text):
            if not sorts_of(found.group().translate(_LETTERS)) & _COMMON or _is_name(found.group()):
                yield (*_with_neighbours(text, *found.span()), 0.7, _WHY)
    for found in _STOPPED.finditer(text):
        left, right = found.group().split(".")
        if right in _ENDINGS:
            continue
        if sorts_of(left + right) & _NAMES or not sorts_of(right):
            yield (*found.span(), 0.65, _WHY)
    yield from _broken(text)


def _with_neighbours(text: str, start: int, end: int) -> tuple[int, int]:
    """Names that were read right, on either side of one that was not."""
    before = re.search(r"(?<!\w)([^\W\d_a-z]\w+) \Z", text[max(0, start - 20) : start])
    after = re.match(r" ([^\W\d_a-z][^\W\d_]+)", text[end : end + 20])
    if before and (_is_name(before[1]) or not sorts_of(before[1])):
        start -= len(before[0])
    return start, end + len(after[0]) if after and _is_name(after[1]) else end


def _is_name(word: str) -> bool:
    return bool(sorts_of(word.translate(_LETTERS)) & _NAMES)


def _broken(text: str) -> Iterator[Found]:
    """`G ethin`, `Bri ght`: the second half is no word, or both together are a name."""
    for found in _BROKEN.finditer(text):
        head, tail = found["head"], found["tail"]
        together = sorts_of(head + tail)
        if sorts_of(tail) & _COMMON:
            if (
                len(head) > 1
                and together & (Sort.GIVEN | Sort.SURNAME)
                and not together & _COMMON
                and _NAME_BEFORE.search(text[: found.start()][-20:])
            ):
                yield (*found.span(), 0.65, _WHY)
        elif len(head) == 1 or together & _NAMES:
            yield (*_with_neighbours(text, *found.span()), 0.75, _WHY)
