"""Finds words in a decision's text, however they are spaced or quoted, and puts others in their place."""

import re
from collections.abc import Callable, Sequence
from typing import Any

_APOSTROPHE = "['\u2018\u2019\u02bc`\u00b4]"
_HYPHEN = "[-\u2010-\u2015\u2212]"
_JSON_KEYS_WITHOUT_WORDS = frozenset({
    "reference", "also_known_as", "document_type", "outcome", "category", "subcategory", "decided_on",
    "kind", "status", "per", "for",
})  # fmt: skip


class WordsError(ValueError):
    """The words to be removed, or those to stand in their place, cannot be used."""


def pattern_for(words: Sequence[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words: in any case, with any spaces, apostrophes and hyphens, as whole words."""
    parts = [part for part in (word.strip() for word in words) if part]
    if not parts or any(len(part) < 2 or not re.search(r"\w", part) for part in parts):
        raise WordsError("Give the words to remove, each of at least two characters")
    longest_first = sorted(parts, key=len, reverse=True)
    return re.compile("|".join(map(_one, longest_first)), re.IGNORECASE)


def replace_words(value: Any, pattern: re.Pattern[str], replacement: str) -> Any:
    """The JSON value with the words replaced in every text that a reader sees, vocabulary words left alone."""
    return _walk(value, lambda text: pattern.sub(lambda _: replacement, text))


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
    body = r"\s+".join(_escaped(part) for part in word.split())
    start = r"(?<!\w)" if re.match(r"\w", word) else ""
    end = r"(?!\w)" if re.search(r"\w$", word) else ""
    return start + body + end


def _escaped(text: str) -> str:
    pieces = []
    for character in text:
        if re.fullmatch(_APOSTROPHE, character):
            pieces.append(_APOSTROPHE)
        elif re.fullmatch(_HYPHEN, character):
            pieces.append(_HYPHEN)
        else:
            pieces.append(re.escape(character))
    return "".join(pieces)
