"""Tells the saved page of one decision from a page that lists several."""

import re
from collections.abc import Iterable
from itertools import pairwise

from upheld.analysis.headings import is_known
from upheld.analysis.labels import is_label, label_kinds
from upheld.analysis.titles import read_title
from upheld.ingest.document import words_of
from upheld.ingest.listing.vocabulary import Vocabulary

_MARKER = re.compile(r"\s*Recent\b.{0,80}\bcategory\b.{0,60}", re.IGNORECASE)
_AROUND = " \t\r\n#*_|>•·-"
_LONGEST = 400
_FORMS = frozenset({"category", "date", "outcome", "reference", "organisation", "type"})


def is_decision(lines: Iterable[str], vocabulary: Vocabulary) -> bool:
    """Whether the lines of a page are those of one decision: its headings, its label block, and no list of others."""
    texts = [text for line in lines if (text := line[: _LONGEST + 40].strip(_AROUND)) and len(text) <= _LONGEST]
    headings = {text.casefold() for text in texts if is_known(text) and "summary" not in text.casefold()}
    labels = _FORMS & {kind for text in texts if is_label(text) for kind in label_kinds(text)}
    if len(headings) >= 3 or (len(headings) >= 2 and len(labels) >= 2):
        return True
    if _lists_decisions(texts, vocabulary):
        return False
    words = words_of(vocabulary)
    titled = any(read_title(text, words) for text in texts[:20])
    return len(headings) >= 2 or len(labels) >= 2 or (bool(headings) and (titled or bool(labels)))


def _lists_decisions(texts: list[str], vocabulary: Vocabulary) -> bool:
    """Whether the page says that it lists decisions, or has the second line of an entry."""
    return any(
        _MARKER.fullmatch(one) or vocabulary.meta_at_end.search(one) or vocabulary.meta_at_end.search(f"{one} {two}")
        for one, two in pairwise([*texts, ""])
    )


def count_decisions(lines: Iterable[str]) -> int:
    """How many label blocks the lines have: as many decisions stand in one file."""
    dates = [line for line in lines if len(line) <= _LONGEST and "date" in label_kinds(line.strip(_AROUND))]
    return len(dates)
