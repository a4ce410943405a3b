"""Finds words in a decision's text, however they are spaced or quoted, and puts others in their place."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any
from urllib.parse import unquote_plus

from upheld.lib.text import clean

_APOSTROPHE = "['\u2018\u2019\u02bc`\u00b4]"
_HYPHEN = "[-\u2010-\u2015\u2212]"
_GAP = rf"(?:\s+|\s*{_HYPHEN}\s*)"  # a double name is printed either way
_INVISIBLE = "[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]*"  # accents of their own, soft hyphens, joiners
_LATIN = (range(0xC0, 0x250), range(0x1E00, 0x1F00))
_IN_AN_ADDRESS = r"[\W_]*"
_JSON_KEYS_WITHOUT_WORDS = frozenset({
    "reference", "also_known_as", "document_type", "outcome", "category", "subcategory", "decided_on",
    "kind", "status", "per", "for", "satisfied_on", "further_reports",
})  # fmt: skip


class WordsError(ValueError):
    """The words to be removed, or those to stand in their place, cannot be used."""


class WordsNotFoundError(LookupError):
    """None of the words stand in the decision or its earlier versions."""


def pattern_for(words: Sequence[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words, as whole words: in any case, spacing and typing.

    Accents, apostrophes and hyphens are found however they were typed, and a hyphen for a space: what is missed is
    worse than what is taken away.
    """
    parts = [part for part in (clean(word).strip() for word in words) if part]
    if not parts or any(len(part) < 2 or not re.search(r"\w", part) for part in parts):
        raise WordsError("Give the words to remove, each of at least two characters")
    longest_first = sorted(parts, key=len, reverse=True)
    return re.compile("|".join(map(_one, longest_first)), re.IGNORECASE)


def replace_words(value: Any, pattern: re.Pattern[str], replacement: str) -> Any:
    """The JSON value with the words replaced in every text that a reader sees, vocabulary words left alone."""
    return _walk(value, lambda text: pattern.sub(lambda _: replacement, text))


def address_holds_words(address: str, words: Sequence[str]) -> bool:
    """Whether a web address spells any of the words, percent-encoded or with hyphens for spaces as they often are."""
    parts = ([piece for piece in re.split(_IN_AN_ADDRESS.replace("*", "+"), clean(word)) if piece] for word in words)
    runs = [_IN_AN_ADDRESS.join(map(_escaped, part)) for part in parts if part]
    pattern = "|".join(rf"(?<![^\W_]){run}(?![^\W_])" for run in runs)
    text = unicodedata.normalize("NFC", unquote_plus(address))
    return bool(pattern) and re.search(pattern, text, re.IGNORECASE) is not None


def holds_words(value: Any, pattern: re.Pattern[str]) -> bool:
    """Whether any text of the JSON value holds the words."""
    found = []

    def look(text: str) -> str:
        if pattern.search(text):
            found.append(True)
        return text

    _walk(value, look)
    return bool(found)


def _walk(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {
            key: part if key in _JSON_KEYS_WITHOUT_WORDS else _walk(part, change) for key, part in value.items()
        }  # fmt: skip
    if isinstance(value, list):
        return [_walk(part, change) for part in value]
    return change(value) if isinstance(value, str) else value


def _one(word: str) -> str:
    """One run of words as a pattern. Its edges are word edges only where it begins or ends with a letter or digit."""
    body = _GAP.join(_escaped(part) for part in word.split())
    start = r"(?<!\w)" if re.match(r"\w", word) else ""
    end = r"(?!\w)" if re.search(r"\w$", word) else ""
    return start + body + end


def _escaped(text: str) -> str:
    return _INVISIBLE.join(map(_character, text)) + _INVISIBLE


def _character(character: str) -> str:
    if re.fullmatch(_APOSTROPHE, character):
        return _APOSTROPHE
    if re.fullmatch(_HYPHEN, character):
        return _GAP
    plain = unicodedata.normalize("NFD", character)[0].lower()
    return f"[{re.escape(character + plain + _accented().get(plain, ''))}]"


@cache
def _accented() -> dict[str, str]:
    """Each plain letter's Latin letters with accents."""
    found: dict[str, str] = {}
    for character in (chr(code) for codes in _LATIN for code in codes):
        parts = unicodedata.normalize("NFD", character.lower())
        if len(parts) > 1:
            found[parts[0]] = found.get(parts[0], "") + character
    return found
