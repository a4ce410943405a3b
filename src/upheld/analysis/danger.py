"""Whether a text speaks of somebody in danger now.

What is told as over, or as not so, does not count. In doubt it says yes: to be told whom to call does no harm, not to
be told may. The words it goes by stand in `danger.toml`. What those patterns do not have, the
weights of single words may tell.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from upheld.analysis import danger_words
from upheld.lib.text import fold

MOST = 20_000
"""Characters that are read."""

ENOUGH = 3
"""What signs must weigh together; one more where the sentence looks back."""

ENOUGH_WORDS = 1.2
"""What the words of two sentences must weigh by themselves: nearly every everyday text stays below it."""

_FILE = Path(__file__).with_name("danger.toml")
_PART = re.compile(r"<([a-z-]+)>")
_SHORT_FORMS = (
    (re.compile(r"\bi'?m\b"), "i am"),
    (re.compile(r"\bi'?ve\b"), "i have"),
    (re.compile(r"\b(he|she|it|that|there|who)'?s\b"), r"\1 is"),
    (re.compile(r"\b(they|we|you)'re\b"), r"\1 are"),
    (re.compile(r"\btheyre\b"), "they are"),
    (re.compile(r"\b(they|we|you)'?ve\b"), r"\1 have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"\bcan(?:'?t|not)\b"), "can not"),
    (re.compile(r"\bwon'?t\b"), "will not"),
    (re.compile(r"\b(do|does|did|is|are|was|were|has|have|had|would|could|should)n'?t\b"), r"\1 not"),
    (re.compile(r"\bgonna\b"), "going to"),
    (re.compile(r"\bwanna\b"), "want to"),
    (re.compile(r"\bany more\b"), "anymore"),
    (re.compile(r"'s\b"), " is"),
    (re.compile(r"[£$€]\s?\d[\d,.]*"), "money"),
    (re.compile(r"[^\w\s'.!?;:\u2026]"), " "),
)
_SPACES = re.compile(r"[^\S\n]+")
_SENTENCE = re.compile(r"[.!?;:\n\u2026]+")
_RECENT = re.compile(
    r"\b(?:tonight|today|last night|yesterday|this (?:morning|evening|afternoon|week|minute)|now|at the moment|again"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?! \d)|last weekend|the other (?:day|night)"
    r"|still|keeps?|every (?:day|night|time|week|weekend)|(?:an|two|few) hours? ago|whenever|coming back|constantly)\b"
)
_OLD = re.compile(
    r"\b(?:used to|excluded|(?:years?|months?|decades?) ago|when (?:i|he|she|we|they) (?:was|were)|as a child|back then"
    r"|(?:in|since|during|until) (?:\w+ )?(?:19|20)\d\d|last (?:year|summer|winter|spring|autumn)|(?:that|it) ended"
    r"|in the past|wrongly|falsely)\b"
)
_LOOKS_BACK = re.compile(
    r"\b(?:was|were|had|did|would|could|told|said|took|refused|stopped|lost|came|ended|closed|went|felt|made|gave|left)\b"
)
_AT_WORK = re.compile(
    r"\b(?:i|we|(?:my|our) \w+) (?:works?|volunteers?|teach(?:es)?|runs?|trains?|manages?) "
    r"(?:for|as|at|in|with|an?|the)\b|\bour (?:charity|office|club)\b"
    r"|\b(?:i am|(?:my|our) \w+ is) an? (?:\w+ ){0,3}(?:worker|officer|nurse|teacher|volunteer|trainer)\b"
)
"""Where somebody speaks of their work, what it is about is no sign of danger to anybody."""
_NO_DANGER = re.compile(
    r"\bnot (?:\w+ )?(?:in (?:\w+ )?danger|at (?:\w+ )?risk|unsafe|dangerous|violent|suicidal|hurt|harmed)\b"
    r"|\bno (?:danger|risk|harm)\b"
)
_NOT = re.compile(
    r"\b(?:not|never|nobody|no one|none|neither|nor|no longer|without|(?:accused|suspected) (?:me|us) of"
    r"|reported (?:me|us) for)(?: (?!(?:but|and|because|so|if)\b)\w+){0,3} ?$"
)
_OF_ANOTHER = re.compile(
    r"\b(?:not|never|nobody|no one|none|without) (?!(?:think|believ|know|say|said|suggest|mean|claim|feel|felt|sure"
    r"|certain|convinc|that|wheth|where|why|accept|agree|find|found|see|show|prove|worr)\w*\b)\w+ "
    r"(?:i|he|she|we|they) ?$"
)
"""What was denied is over where somebody is named again: “the carers do not come, he …”, not “I do not think he …”."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What is enough by itself, what is enough when it was lately, and what only adds up, with its weight.

    `spellings` are what is often written for a word, and the word.
    """

    spellings: tuple[tuple[re.Pattern[str], str], ...]
    now: re.Pattern[str]
    lately: re.Pattern[str]
    signs: tuple[tuple[int, re.Pattern[str]], ...]


def speaks_of_danger(text: str) -> bool:
    """Whether it speaks of a child or anybody else, the writer too, who is in danger as it is written."""
    sentences = plain_sentences(text)
    if any(map(_is_danger, sentences)):
        return True
    return danger_words.weigh_most([one for one in sentences if not _is_quiet(one)]) > ENOUGH_WORDS


def plain_sentences(text: str) -> list[str]:
    """The sentences of a text as they are read here: in lower case, short forms written out, slips mended."""
    return [one.strip() for one in _SENTENCE.split(_plain(text[:MOST])) if one.strip()]


def _plain(text: str) -> str:
    """Lower case, without accents, short forms written out, frequent slips of spelling mended, single spaces."""
    plain = fold(text)[: 2 * MOST]  # one character may become eighteen
    for short, long in _SHORT_FORMS:
        plain = short.sub(long, plain)
    plain = _SPACES.sub(" ", plain)
    for slip, word in _words().spellings:
        plain = slip.sub(word, plain)
    return plain


def _is_danger(sentence: str) -> bool:
    words, recent = _words(), _RECENT.search(sentence) is not None
    if _is_past(sentence):
        return False
    return (
        _says(words.now, sentence)
        or (recent and _says(words.lately, sentence))
        or _weight(words, sentence) >= ENOUGH + (not recent and _LOOKS_BACK.search(sentence) is not None)
    )


def _is_past(sentence: str) -> bool:
    return _OLD.search(sentence) is not None and _RECENT.search(sentence) is None


def _is_quiet(sentence: str) -> bool:
    """Whether its single words are no sign, whatever they are."""
    return _is_past(sentence) or _is_denied(sentence) or _AT_WORK.search(sentence) is not None


def _is_denied(sentence: str) -> bool:
    """Whether it says of a danger that there is none."""
    if _NO_DANGER.search(sentence):
        return True
    return any(_is_after_not(sentence, found.start()) for found in _words().now.finditer(sentence))


def _says(pattern: re.Pattern[str], sentence: str) -> bool:
    """Whether it is there and not denied."""
    return any(not _is_after_not(sentence, found.start()) for found in pattern.finditer(sentence))


def _is_after_not(sentence: str, place: int) -> bool:
    """Whether what stands at the place is denied by what stands before it."""
    return _NOT.search(sentence, 0, place) is not None and _OF_ANOTHER.search(sentence, 0, place) is None


def _weight(words: _Words, sentence: str) -> int:
    """What its signs weigh together; nothing where they only tell of whom it speaks, and of no harm."""
    found = [weight for weight, sign in words.signs if sign.search(sentence)]
    return sum(found) if max(found, default=0) > 1 and not _AT_WORK.search(sentence) else 0


@lru_cache(maxsize=1)
def _words() -> _Words:
    with _FILE.open("rb") as file:
        given = tomllib.load(file)
    parts: dict[str, str] = {}
    for name, pattern in given["parts"].items():
        parts[name] = _filled(pattern, parts)
    signs = ((int(weight), sign) for weight, group in given["signs"].items() for sign in group)
    return _Words(
        tuple((re.compile(rf"\b{slip}\b"), word) for word, slip in given["spellings"].items()),
        _any_of(given["now"], parts),
        _any_of(given["lately"], parts),
        tuple((weight, re.compile(_filled(sign, parts))) for weight, sign in signs),
    )


def _any_of(patterns: Sequence[str], parts: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{_filled(pattern, parts)})" for pattern in patterns))


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    """The pattern with the parts that it names."""
    return _PART.sub(lambda found: parts[found[1]], pattern)
