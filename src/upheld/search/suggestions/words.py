"""Single words that go on as was typed, where no name and no frequent phrase does: `evic` with eviction."""

from pathlib import Path

from upheld.search.errors import IndexNotReadyError, QueryError
from upheld.search.filler import is_filler
from upheld.search.spelling.everyday import is_usual, is_word
from upheld.search.spelling.vocabulary import LEAST
from upheld.search.suggestions.suggestion import Suggestion
from upheld.search.vocabulary import count_words, list_vocabulary
from upheld.search.words import fold, stem

_LEAST_LETTERS = 3
_LEAST_AT_END = 4  # of several words: a sentence may go on in any way after less
_MOST = 3
_LOOKED_AT = 12


def suggest_words(typed: str, folder: Path) -> list[Suggestion]:
    """The typed words with the last one gone on with: words of English that stand in several decisions now."""
    head, _, last = typed.rpartition(" ")
    beginning = fold(last)
    if len(beginning) < (_LEAST_AT_END if head else _LEAST_LETTERS) or not beginning.isalpha():
        return []
    if not all(map(is_word, fold(head).split())):  # `scool tra` is a slip first
        return []
    try:
        likely = _list_likely(beginning, folder)
    except (IndexNotReadyError, QueryError):
        return []
    return [Suggestion("words", text, text, "") for text in (f"{head} {word}".strip() for word in likely)]


def _list_likely(beginning: str, folder: Path) -> list[str]:
    """One of each stem, the most frequent first. Each is counted, for those that are gone are listed too."""
    begun = [word for word, _ in list_vocabulary(beginning, _LOOKED_AT, is_exact=False, folder=folder)]
    known = [word for word in begun if word != beginning and is_usual(word) and not is_filler(word)]
    counts = count_words(known, folder=folder) if known else {}
    found: dict[str, str] = {}
    for word in known:
        if counts[word] >= LEAST:
            found.setdefault(stem(word), word)
    return list(found.values())[:_MOST]
