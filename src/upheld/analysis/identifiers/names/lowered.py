"""Names without their capitals."""

import re
from collections.abc import Iterator

from upheld.analysis.identifiers.finding import Known
from upheld.analysis.identifiers.levelled import plain
from upheld.analysis.identifiers.names.context import RELATIONS
from upheld.analysis.identifiers.names.lexicon import Sort, name_words, sorts_of
from upheld.analysis.identifiers.names.tails import NEVER, THINGS
from upheld.analysis.identifiers.names.words import PARTICLES

_WORD = re.compile(r"(?<![\w@./:'#~-])(?:[^\W\d_A-Z][^\W\d_]+(?:['-][^\W\d_]+)*|[od]'[^\W\d_]{3,})(?![\w@/])(?!\.\w)")
_TITLED = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr|cllr|prof|mx|Mr|Mrs|Ms|Miss|Dr)\.? "
    r"(?P<it>[^\W\d_A-Z][^\W\d_]+(?:['-][^\W\d_]+)*)(?![\w@])"
)
_INTRODUCED = re.compile(
    rf"\b(?:(?:my|her|his|their|our|the|a) (?:[\w-]+ )?(?:{RELATIONS})|called|named|known as|name is|name was|name:|"
    rf"dear)"
    r"[,:]? \Z"
)
_PERSON_BEFORE = re.compile(
    r"\b(?:by|from|visited|told|asked|with|called|is|named|pay|paid|and|to|for|spoke to|met|dear) \Z"
)
_VERBS = frozenset("will may mark grant hope pat rob sue drew chase page wade skip rose lance dot".split())
_COMMON = Sort.ENGLISH | Sort.PROPER | Sort.PLACE
_NAME = Sort.GIVEN | Sort.SURNAME
_PREFIXES = (
    "un",
    "non",
    "re",
    "pre",
    "mis",
    "over",
    "under",
    "inter",
    "co",
    "sub",
    "multi",
    "anti",
    "de",
    "dis",
    "self",
    "post",
)
_SUFFIXES = ("ness", "ful", "ly", "able", "less", "wise", "like", "ing", "ed", "er", "ers", "s", "es", "ment")
_LISTED = "It is a name of people, although without a capital."
_NO_WORD = "It is in no dictionary, so it may be a name without its capital."

Found = tuple[int, int, float, str]
Token = tuple[int, int, int, str]


def find_lowered(text: str, known: Known) -> Iterator[Found]:
    """Names in lower case: listed ones, what follows a title or `her son`, and words that are in no dictionary."""
    words = {word for word in _WORD.findall(text) if not word[-2:].isupper()}  # uPVC
    odd = {word: sorts for word in words if (sorts := _odd(word, known)) is not None}
    run: list[Token] = []
    for start, end, sorts, word in _places(text, odd):
        if run and text[run[-1][1] : start] not in (" ", "  ", "\n"):
            yield from _told(text, run)
            run = []
        run.append((start, end, sorts, word))
    yield from _told(text, run)
    yield from _titled(text)
    yield from _word_pairs(text)
    yield from _owners(text)


def _odd(word: str, known: Known) -> int | None:
    """What a word is, if it is none of everybody's; None if it is."""
    bare = word.removesuffix("'s")
    sorts = sorts_of(bare)
    if sorts & _COMMON or plain(bare) in PARTICLES or known.has_seen(bare):
        return None
    if len(bare) < 3 and not sorts & _NAME:
        return None
    return sorts


def _places(text: str, odd: dict[str, int]) -> Iterator[Token]:
    for found in _WORD.finditer(text) if odd else ():
        if (word := found.group()) in odd:
            bare = word.removesuffix("'s")
            yield found.start(), found.start() + len(bare), odd[word], bare


def _told(text: str, run: list[Token]) -> Iterator[Found]:
    """One odd word may be a slip of the pen; a listed one, or two side by side, are a name."""
    if not run:
        return
    start, end = _with_words_beside(text, run[0][0], run[-1][1])
    listed = any(sorts & _NAME for _, _, sorts, _ in run)
    if len(run) > 1 or (listed and (start, end) != (run[0][0], run[-1][1])):
        yield start, end, 0.85 if listed else 0.75, _LISTED if listed else _NO_WORD
        return
    introduced = bool(_INTRODUCED.search(text, max(0, start - 60), start))
    if listed or introduced:
        given = bool(run[0][2] & Sort.GIVEN)
        yield (run[0][0], run[0][1], 0.85 if introduced else 0.6 if given else 0.5, _LISTED)
    elif not _is_slip(run[0][3]):
        yield run[0][0], run[0][1], 0.5, _NO_WORD


def _with_words_beside(text: str, start: int, end: int) -> tuple[int, int]:
    """`grace okafor`, `mehmet young`: a word that can be a name belongs to the name beside it."""
    before = re.search(r"(?<![\w'-])([a-z]{3,}) \Z", text[max(0, start - 20) : start])
    if (
        before
        and before[1] in ("will", "may")
        and not _PERSON_BEFORE.search(text, max(0, start - 60), start - len(before[0]))
    ):
        before = None
    if before and sorts_of(before[1]) & Sort.NAME_WORD:
        start -= len(before[0])
    after = re.match(r" ([a-z]{3,})(?![\w'-])", text[end : end + 20])
    if after and sorts_of(after[1]) & Sort.SURNAME_WORD and after[1] not in THINGS:
        end += len(after[0])
    return start, end


def _titled(text: str) -> Iterator[Found]:
    for found in _TITLED.finditer(text):
        word, title = found["it"].removesuffix("'s"), found.group()[:4]
        sorts = sorts_of(word)
        named = sorts & (Sort.SURNAME_WORD | Sort.NAME_WORD) and not title.startswith("miss")
        if plain(word) in PARTICLES:
            following = re.compile(r"(?: [a-z]+){1,3}").match(text, found.end())
            yield (found.start("it"), following.end() if following else found.end("it"), 0.9, _LISTED)
        elif word not in NEVER and (named or (not sorts & _COMMON and len(word) > 1)):
            yield found.start("it"), found.start("it") + len(word), 0.95, _LISTED


def _word_pairs(text: str) -> Iterator[Found]:
    """`made by rose baker`: both are words, but they hardly stand beside each other otherwise."""
    names = name_words()
    for found in _TWO_WORDS.finditer(text):
        given, surname = found.group(), found["next"]
        if given in names and sorts_of(surname) & Sort.SURNAME_WORD:
            strong = not sorts_of(given) & Sort.WEAK_NAME_WORD and given not in _VERBS and surname not in THINGS
            before = text[max(0, found.start() - 40) : found.start()]
            if (strong and _PERSON_BEFORE.search(before)) or _FROM_PERSON.search(before):
                yield found.start(), found.end("next"), 0.55, _LISTED


_TWO_WORDS = re.compile(r"(?<![\w'-])[a-z]{3,10}(?= (?P<next>[a-z]{3,12})(?![\w'-]))")
_FROM_PERSON = re.compile(
    r"\b(?:(?:requests?|e?-?mails?|letters?|calls?|complaints?|messages?|notes?|visits?|made|reports?|statements?|"
    r"received) (?:from|by|to|about)|"
    rf"(?:{RELATIONS}),?|spoke (?:to|with)|spoken to|told|interviewed|name is|name was|called|named) \Z"
)


_OWNED = re.compile(
    r"(?<![\w'-])(?P<it>[a-z]{3,10})'s (?:mum|dad|mother|father|son|daughter|brother|sister|family|carer|school|"
    r"bedroom|gran|nan|aunt|uncle)\b"
)


def _owners(text: str) -> Iterator[Found]:
    """`earl's mum`: a word that is a name, of which only a person has what follows."""
    for found in _OWNED.finditer(text):
        if found["it"] in name_words():
            yield (*found.span("it"), 0.6, _LISTED)


def _is_slip(word: str) -> bool:
    """Whether it is two words run together, a word with an ending, or one with letters left out or swapped."""
    if any(_is_word(word[:at]) and _is_word(word[at:]) for at in range(3, len(word) - 2)):
        return True
    if any(word.startswith(one) and _is_word(word[len(one) :]) for one in _PREFIXES):
        return True
    if any(word.endswith(one) and _is_word(word[: -len(one)]) for one in _SUFFIXES):
        return True
    swapped = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    shorter = (word[:at] + word[at + 1 :] for at in range(len(word)))
    longer = (word[:at] + letter + word[at:] for at in range(2, len(word) + 1) for letter in "abcdefghiklmnoprstuvwy")
    return len(word) > 5 and any(_is_word(one) for each in (swapped, shorter, longer) for one in each)


def _is_word(word: str) -> bool:
    return len(word) > 2 and bool(sorts_of(word) & Sort.ENGLISH)
