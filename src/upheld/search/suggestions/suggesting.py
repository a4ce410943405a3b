"""Suggests what a reader may mean, from the beginning of it."""

import functools
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from django.conf import settings

from upheld.journal.queries.chain import get_chain_head
from upheld.search.generations import stamp_of
from upheld.search.kept import Kept
from upheld.search.queries.synonyms import current_synonyms
from upheld.search.spelling.everyday import begins_word
from upheld.search.suggestions.counted import count_everything, index_cursor
from upheld.search.suggestions.entries import Entries
from upheld.search.suggestions.names import read_entries
from upheld.search.suggestions.phrases import Phrase
from upheld.search.suggestions.references import suggest_references
from upheld.search.suggestions.shown import Shown, note_of, read_former, show_all, show_some
from upheld.search.suggestions.suggestion import Entry, Suggestion
from upheld.search.suggestions.summaries import read_phrases
from upheld.search.suggestions.words import suggest_words
from upheld.search.words import fold, is_common

MOST = 8
LONGEST = 200  # characters; what is longer is no beginning of a name
_OF_A_KIND = {"organisation": 4, "subject": 3, "law": 2, "words": 3}
_PHRASES_SECONDS = 60.0  # at most so often are summaries read again
_WORDS_BEFORE = 8  # words that may stand before frequent ones
_LEAST_AT_END = 4  # letters
_OTHERS = 12  # ways to say the same that are tried
_SPARE = 2  # times as many are looked at as are shown, because some may be gone


def suggest(text: str, limit: int = MOST, *, folder: Path | None = None) -> tuple[Suggestion, ...]:
    """What may be meant by what is typed so far, the likeliest first, at most `limit`.

    Everything in it is published at this moment. While there is no index, laws are missing.
    """
    typed = " ".join(text.split())
    if len(typed) > LONGEST:
        return ()
    if references := suggest_references(typed, limit):
        return tuple(references)
    known = _known(folder or Path(settings.DATA_DIR) / "index", os.getpid())
    return tuple(known.suggest(typed, limit))


def suggestions_cursor(folder: Path | None = None) -> int:
    """What the index knows: a page with suggestions made after this was read may say that it reads so much."""
    return index_cursor(folder or Path(settings.DATA_DIR) / "index")


@dataclass(frozen=True)
class _Names:
    """Names to look through, what each leads to, and what is known of it besides."""

    entries: Entries
    shown: Shown
    former: frozenset[tuple[int, str]]
    phrases: Mapping[str, Phrase]


class _Known:
    """All that can be suggested, as this process knows it.

    While the register stands still everything in it may be shown. As soon as it has moved, the few that are likely
    are looked at anew, one reader at a time, until all of it has been made again.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._phrases = Kept(read_phrases, least_seconds=_PHRASES_SECONDS)
        self._names = Kept(self._read_names)

    def suggest(self, typed: str, limit: int) -> list[Suggestion]:
        names, is_current = self._names.get((get_chain_head(), stamp_of(self._folder)))
        found = self._show(names.entries.find(typed), names, limit, is_current=is_current)
        found = found or self._go_on(typed, names, is_current=is_current)
        found = found or self._show(_by_other_words(typed, names.entries), names, limit, is_current=is_current)
        found = found or suggest_words(typed, self._folder)
        return found or self._show(_mistyped(typed, names.entries), names, limit, is_current=is_current)

    def _go_on(self, typed: str, names: _Names, *, is_current: bool) -> list[Suggestion]:
        """Frequent words that begin with the last words of what is typed: `refused a blue ba`."""
        words = typed.split()
        if words and is_common(words[-1]):  # `my child was` goes on in any way
            return []
        for start in range(1, min(len(words), _WORDS_BEFORE)):
            head, tail = " ".join(words[:start]), " ".join(words[start:])
            if len(tail) < _LEAST_AT_END:
                break
            likely = [
                one for one in names.entries.find(tail) if one.kind == "words" and one.key.startswith(tail.lower())
            ]
            if likely:
                shown = self._show(likely, names, _OF_A_KIND["words"], is_current=is_current)
                return [replace(it, label=f"{head} {it.label}", text=f"{head} {it.text}") for it in shown]
        return []

    def _show(self, entries: list[Entry], names: _Names, limit: int, *, is_current: bool) -> list[Suggestion]:
        likely = _mixed(entries)[: limit if is_current else limit * _SPARE]
        shown = names.shown if is_current else show_some(likely, names.phrases, self._folder)
        found = ((one, shown.get((one.kind, one.subject))) for one in likely)
        return [replace(it, note=note_of(one, names.former) or it.note) for one, it in found if it][:limit]

    def _read_names(self) -> _Names:
        phrases = {one.text: one for one in self._phrases.get(get_chain_head())[0]}
        entries = read_entries(count_everything(self._folder), tuple(phrases.values()))
        shown = show_all(entries, phrases)
        visible = Entries(one for one in entries if (one.kind, one.subject) in shown)
        return _Names(visible, shown, read_former(), phrases)


@functools.lru_cache(maxsize=8)
def _known(folder: Path, process: int) -> _Known:
    """A process that was forked knows nothing yet."""
    del process
    return _Known(folder)


def _by_other_words(typed: str, entries: Entries) -> list[Entry]:
    """What is found by words that mean the same: `lb harr` by `London Borough harr`, `bin collection` by `waste …`."""
    found = (one for other in islice(current_synonyms().instead(typed), _OTHERS) for one in entries.find(other))
    return list({(one.kind, one.subject): one for one in found}.values())


def _mistyped(typed: str, entries: Entries) -> list[Entry]:
    """What is found but for a slip or two. For a word of English only bodies: `autis` is no slip for antisocial.

    Several words that are all near those of a name are meant for it, as `schol tra` is, though scholars begin so.
    """
    is_english = " " not in typed and begins_word(fold(typed))
    return [one for one in entries.find_alike(typed) if not is_english or one.kind == "organisation"]


def _mixed(entries: Iterable[Entry]) -> list[Entry]:
    """Some of each kind first, so that none crowds out the others; then the rest."""
    counts: Counter[str] = Counter()
    first: list[Entry] = []
    rest: list[Entry] = []
    for one in entries:
        counts[one.kind] += 1
        (first if counts[one.kind] <= _OF_A_KIND[one.kind] else rest).append(one)
    return [*first, *rest]
