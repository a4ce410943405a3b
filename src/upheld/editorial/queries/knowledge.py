"""What this register knows: its bodies, the words of its published decisions, what was called not personal."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import count
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from upheld.analysis.identifiers import NOTHING_KNOWN, Known, Part, examine
from upheld.analysis.identifiers.names.tails import BODIES
from upheld.editorial.models import ExaminerCursor, KnownWord, SeenWord
from upheld.editorial.seen import fold_words, number_of, split_words
from upheld.journal.models import Entry
from upheld.register.models import Category, OrganisationName
from upheld.register.names import name_key
from upheld.scheme import get_scheme

ENOUGH = 3
"""In so many published decisions a word must stand: a name that slipped through is not known because of it.

Measured on 400 decisions of the demo, half of them learnt from: 1, 2, 3 and 5 tell the same of the other half, 0.01
findings in 1,000 words, because the lists know most words already. So the cautious number costs nothing.
"""
_PERSONAL = 0.75
_LONGEST_NAME = 5
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "master", "sir", "dame", "lady", "lord", "professor"})


_generations = count(1)


@dataclass(frozen=True)
class _Stamp:
    """What has to be as it was for what was read to be true still."""

    head: int
    changes: int
    cleared: tuple[int, int]


@dataclass
class Knowledge:
    """What the register knows, in memory. Read again when the register has changed.

    `generation` changes whenever what is known does, what was cleared aside: what was examined with the same needs no
    second look.
    """

    generation: int = 0
    _stamp: _Stamp | None = None
    _seen: frozenset[int] = frozenset()
    _bodies: frozenset[str] = frozenset()
    _words: frozenset[str] = frozenset()
    _cleared: frozenset[tuple[str, str]] = frozenset()
    _key: bytes = field(default=b"", repr=False)

    def has_seen(self, word: str) -> bool:
        """Whether enough published decisions have the word with a capital, or the scheme and its bodies do."""
        parts = split_words(word)
        return bool(parts) and all(part in self._words or number_of(part, self._key) in self._seen for part in parts)

    def is_organisation(self, words: str) -> bool:
        """Whether the words are a name that a body of the register has, or once had."""
        return name_key(words) in self._bodies

    def is_cleared(self, words: str, kind: str) -> bool:
        """Whether somebody at the desk called these words, found as this kind, not personal."""
        return (fold_words(words), kind) in self._cleared

    def refresh(self) -> "Knowledge":
        """Reads again what has changed since. Gives itself."""
        before, stamp = self._stamp, _stamp()
        if stamp == before:
            return self
        self._key = seen_key()
        if before is None or before.changes != stamp.changes:
            self._seen = frozenset(_seen())
        if before is None or before.cleared != stamp.cleared:
            self._cleared = frozenset(KnownWord.objects.values_list("words", "kind"))
        if before is None or _bodies_changed(before.head):
            self._bodies, self._words = _read_bodies()
        self.generation = _generation(self._seen, self._bodies, self._words)
        self._stamp = stamp
        return self


@lru_cache(maxsize=2)
def _generation(seen: frozenset[int], bodies: frozenset[str], words: frozenset[str]) -> int:  # noqa: ARG001 - the key
    """The same number as long as the same is known."""
    return next(_generations)


@dataclass(frozen=True)
class Uncleared:
    """What the register knows, but for what people called not personal."""

    knowledge: Knowledge

    def has_seen(self, word: str) -> bool:
        """Whether enough published decisions have the word with a capital."""
        return self.knowledge.has_seen(word)

    def is_organisation(self, words: str) -> bool:
        """Whether the words are a name of a body."""
        return self.knowledge.is_organisation(words)

    def is_cleared(self, words: str, kind: str) -> bool:  # noqa: ARG002 - the shape is Known's
        """Nothing is."""
        return False


@cache
def _shared() -> Knowledge:
    return Knowledge()


def get_knowledge() -> Knowledge:
    """What the register knows now."""
    return _shared().refresh()


def find_knowledge() -> Known:
    """What the register knows, where there is one of this version; nothing is made where there is none."""
    if not settings.DATABASE_URL and not Path(settings.DATABASES["default"]["NAME"]).exists():
        return NOTHING_KNOWN
    try:
        return get_knowledge()
    except DatabaseError:
        return NOTHING_KNOWN


def drop_knowledge() -> None:
    """Lets this process read everything again."""
    _shared.cache_clear()


@cache
def seen_key() -> bytes:
    """The secret by which words become numbers."""
    return hashlib.blake2b(settings.SECRET_KEY.encode(), digest_size=32, person=b"words seen").digest()


def key_mark() -> str:
    """By this it is noticed that the deployment has another secret, so that its numbers mean nothing any more."""
    return hashlib.blake2b(seen_key(), digest_size=8, person=b"mark").hexdigest()


def _stamp() -> _Stamp:
    """Asked for at each examination, so in one question."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT (SELECT MAX(number) FROM {Entry._meta.db_table}), "  # noqa: S608 - names of ours
            f"(SELECT MAX(changes) FROM {ExaminerCursor._meta.db_table}), "
            f"(SELECT COUNT(*) FROM {KnownWord._meta.db_table}), (SELECT MAX(id) FROM {KnownWord._meta.db_table})"
        )
        head, changes, count, last = (value or 0 for value in cursor.fetchone())
    return _Stamp(head, changes, (count, last))


def _seen() -> Iterable[int]:
    if not ExaminerCursor.objects.filter(key=key_mark()).exists():
        return ()
    return SeenWord.objects.filter(decisions__gte=ENOUGH).values_list("hash", flat=True).iterator(10_000)


def _bodies_changed(since: int) -> bool:
    return Entry.objects.filter(number__gt=since, subject__in=("organisation", "category")).exists()


def _read_bodies() -> tuple[frozenset[str], frozenset[str]]:
    """The keys of the names of bodies, and the words that scheme, categories and listed bodies are named with."""
    rows = list(OrganisationName.objects.values_list("name", "organisation__known"))
    bodies = {name_key(name) for name, known in rows if known or not _is_person(name)}
    texts = [*(name for name, known in rows if known), *Category.objects.values_list("name", flat=True)]
    return frozenset(bodies), frozenset(word for text in (*texts, *_scheme_texts()) for word in split_words(text))


@lru_cache(maxsize=20_000)
def _is_person(name: str) -> bool:
    """Whether a body that only a decision named goes by the name of a person."""
    words = [word.strip(".,()").lower() for word in name.split()]
    if words and words[0] in _TITLES:
        return True
    if len(words) > _LONGEST_NAME or not BODIES.isdisjoint(words):
        return False
    found = examine((Part("organisation 1", name),), NOTHING_KNOWN)
    return any(one.kind == "name" and one.sure >= _PERSONAL for one in found)


def _scheme_texts() -> Iterator[str]:
    waiting = [json.loads(get_scheme().model_dump_json())]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        else:
            waiting += value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
