"""Names without their capitals."""

import re
from collections.abc import Iterator, Set

from upheld.analysis.identifiers.names.context import RELATIONS
from upheld.analysis.identifiers.names.lexicon import Sort, given_names, sorts_of, surnames

_WORD = re.compile(r"(?<![\w@./:'-])[a-z][^\W\d_]{2,}(?:-[a-z]{2,})?(?![\w@])")
_NEXT = re.compile(
    r"(?: (?:bin|bint|al|de|van|der|el|ibn|da|dos|ap|o'))* (?P<it>[a-z][^\W\d_]{2,}(?:['-][a-z]+)?)(?<!'s)(?![\w@])"
)
_TITLED = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr|cllr|prof|mx|Mr|Mrs|Ms|Miss|Dr)\.? "
    r"(?P<it>[a-z][^\W\d_]{1,}(?:['-][a-z]+)?)(?<!'s)(?![\w@])"
)
_INTRODUCED = re.compile(
    rf"\b(?:(?:my|her|his|their|our|the|a) (?:[\w-]+ )?(?:{RELATIONS})|called|named|known as|name is|name was|name:|"
    rf"dear)"
    r"[,:]? (?P<it>[a-z][^\W\d_]{2,}(?:['-][a-z]+)?)(?<!'s)(?![\w@])"
)
_LAST_WORD = re.compile(r"(?<![\w'-])(?P<it>[a-z]{3,}) \Z")
_COMMON = Sort.ENGLISH | Sort.PROPER | Sort.PLACE

Found = tuple[int, int, float, str]
_WHY = "It is a name of people, although without a capital."


def find_lowered(text: str) -> Iterator[Found]:
    """Names in lower case: given names that are no words, and what follows a title or `her son`."""
    words = set(_WORD.findall(text))
    for found in _each(given_names() & words, text):
        yield _with_surname(text, found)
    yield from _following(_TITLED, text, 0.95)
    yield from _following(_INTRODUCED, text, 0.85)
    yield from _name_words(text, words)


def _with_surname(text: str, found: re.Match[str]) -> Found:
    end = _end_of_names(text, found.end())
    return found.start(), end, 0.85 if end > found.end() else 0.6, _WHY


def _end_of_names(text: str, end: int) -> int:
    for _ in range(2):
        following = _NEXT.match(text, end)
        if not following or sorts_of(following["it"]) & _COMMON:
            return end
        end = following.end("it")
    return end


def _following(pattern: re.Pattern[str], text: str, sure: float) -> Iterator[Found]:
    for found in pattern.finditer(text):
        sorts = sorts_of(found["it"])
        titled = pattern is _TITLED
        if not sorts & _COMMON or (titled and sorts & (Sort.SURNAME_WORD | Sort.NAME_WORD) and _is_title(found)):
            yield found.start("it"), _end_of_names(text, found.end("it")), sure, _WHY


def _is_title(found: re.Match[str]) -> bool:
    return not found.group().startswith("miss") and found["it"] not in (
        "and",
        "his",
        "her",
        "said",
        "each",
        "put",
        "over",
        "such",
        "he",
        "case",
    )


def _name_words(text: str, words: set[str]) -> Iterator[Found]:
    """`grace okafor`: a name that is a word, before a surname that is none."""
    for found in _each(surnames() & words, text):
        before = _LAST_WORD.search(text, max(0, found.start() - 20), found.start())
        if before and sorts_of(before["it"]) & Sort.NAME_WORD:
            yield before.start("it"), found.end(), 0.8, _WHY


def _each(words: Set[str], text: str) -> Iterator[re.Match[str]]:
    if words:
        each = "|".join(map(re.escape, sorted(words)))
        yield from re.finditer(rf"(?<![\w@./:'-])(?:{each})(?![\w@])(?!\.\w)", text)
