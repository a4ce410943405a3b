"""Forgets words that were erased: they count as seen no more, and nobody's word that they show nobody holds."""

import datetime as dt
from collections.abc import Sequence

from upheld.editorial.actions.keep_examinations import forget
from upheld.editorial.models import KnownWord
from upheld.editorial.queries.knowledge import drop_knowledge, seen_key
from upheld.editorial.seen import numbers_of, split_words
from upheld.journal.actions.append import writing
from upheld.register.redaction import pattern_for


def forget_words(words: Sequence[str], *, by: str, at: dt.datetime) -> int:  # noqa: ARG001 - every action is told
    """Forgets the words, for those who erase them. Gives how many numbers and rows went."""
    pattern = pattern_for(words)
    with writing():
        gone = forget(numbers_of((one for text in words for one in split_words(text)), seen_key()))
        known = [pk for pk, text in KnownWord.objects.values_list("pk", "words") if pattern.search(text)]
        KnownWord.objects.filter(pk__in=known).delete()
    drop_knowledge()
    return gone + len(known)
