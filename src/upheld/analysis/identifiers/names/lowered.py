"""Names without their capitals."""

import re
from collections.abc import Iterator, Set

from upheld.analysis.identifiers.finding import Known
from upheld.analysis.identifiers.names.context import RELATIONS
from upheld.analysis.identifiers.names.lexicon import Sort, given_names, sorts_of, surnames
from upheld.analysis.identifiers.names.tails import THINGS

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


def find_lowered(text: str, known: Known) -> Iterator[Found]:
    """Names in lower case: given names that are no words, what follows a title or `her son`, and words nobody knows."""
    words = set(_WORD.findall(text))
    for found in _each(given_names() & words, text):
        yield _with_surname(text, found)
    yield from _following(_TITLED, text, 0.95)
    yield from _following(_INTRODUCED, text, 0.85)
    yield from _name_words(text, words)
    yield from _word_pairs(text)
    yield from _unknown(text, {word for word in words if not sorts_of(word) and not known.has_seen(word)})


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


_PAIR = re.compile(
    r"\b(?:by|from|visited|told|asked|with|called|is|named|pay|paid|and) (?P<it>(?P<given>[a-z]{3,10}) "
    r"(?P<surname>[a-z]{3,12}))(?![\w'-])"
)


def _word_pairs(text: str) -> Iterator[Found]:
    """`made by rose baker`: both are words, but hardly beside each other."""
    for found in _PAIR.finditer(text):
        given, surname = sorts_of(found["given"]), sorts_of(found["surname"])
        if given & Sort.NAME_WORD and not given & Sort.WEAK_NAME_WORD and surname & Sort.SURNAME_WORD:
            if found["given"] not in _VERBS and found["surname"] not in THINGS:
                yield (*found.span("it"), 0.55, _WHY)


_VERBS = frozenset("will may mark grant hope pat rob sue drew chase page wade skip rose lance dot".split())


def _unknown(text: str, words: Set[str]) -> Iterator[Found]:
    """Words in no dictionary. Alone they may be slips of the pen; side by side they are a name."""
    spans: list[tuple[int, int]] = []
    for found in _each({word for word in words if not _is_slip(word)}, text):
        if spans and found.start() - spans[-1][1] == 1:
            spans[-1] = (spans[-1][0], found.end())
        else:
            spans.append(found.span())
    for start, end in spans:
        pair = " " in text[start:end]
        yield start, end, 0.8 if pair else 0.5, "It is in no dictionary, so it may be a name without its capital."


def _is_slip(word: str) -> bool:
    """Whether a word is two words run together, or one with a letter left out, doubled or swapped."""
    if any(_is_word(word[:at]) and _is_word(word[at:]) for at in range(2, len(word) - 1)):
        return True
    swapped = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    shorter = (word[:at] + word[at + 1 :] for at in range(len(word)))
    longer = (word + letter for letter in "aeilnrsty")
    return len(word) > 4 and any(_is_word(one) for each in (swapped, shorter, longer) for one in each)


def _is_word(word: str) -> bool:
    return len(word) > 1 and bool(sorts_of(word) & Sort.ENGLISH)
