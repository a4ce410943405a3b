"""The fields of the index, and what a decision gives to each. No text is stored, only what is needed to find it."""

import datetime as dt
import hashlib
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import tantivy

from upheld.analysis.law.reading import READING
from upheld.search.documents import SearchDocument
from upheld.search.requests import FACETS
from upheld.search.words import prepare

ANALYZER = "english_folded"
LONGEST_TOKEN = 100
PROVISIONS = "laws"  # the field that laws and provisions are filtered and counted by

_FORMAT = 4  # raise it when the same fields come to hold something else
_EPOCH = dt.date(1900, 1, 1)
_LATEST = (1 << 16) - 1
_KEY_LENGTH = 9
_KEY_BITS = 47  # holds 36 to the power of 9
_WORDS: dict[str, Any] = {"tokenizer_name": ANALYZER}
_SLUG: dict[str, Any] = {"tokenizer_name": "raw", "index_option": "basic"}

# field: how the schema builder adds it, with what
_FIELDS: dict[str, tuple[str, dict[str, Any]]] = {
    # signed: by an unsigned field Tantivy's Python deletes nothing, without a word
    "decision": ("add_integer_field", {"indexed": True, "fast": True}),
    "version": ("add_unsigned_field", {"fast": True}),
    "digest": ("add_unsigned_field", {"fast": True}),
    "all": ("add_text_field", _WORDS),
    "summary": ("add_text_field", _WORDS | {"index_option": "freq"}),
    "bodies": ("add_text_field", _WORDS | {"index_option": "freq"}),
    "subjects": ("add_text_field", _WORDS | {"index_option": "freq"}),
    **{name: ("add_text_field", _SLUG | {"fast": True}) for name in FACETS},
    "subcategory_alone": ("add_text_field", _SLUG),
    "law": ("add_text_field", _SLUG | {"fast": True}),
    PROVISIONS: ("add_text_field", _SLUG | {"fast": True}),
    "cites": ("add_text_field", _SLUG),
    "decided": ("add_integer_field", {"indexed": True, "fast": True}),
    "newest": ("add_unsigned_field", {"fast": True}),
    "oldest": ("add_unsigned_field", {"fast": True}),
    "added": ("add_unsigned_field", {"fast": True}),
    "recency": ("add_float_field", {"fast": True}),
}

FINGERPRINT = hashlib.sha256(
    f"{_FORMAT} {READING} {LONGEST_TOKEN} {version('tantivy')} {sorted(map(repr, _FIELDS.items()))}".encode()
).hexdigest()


def build_schema() -> tantivy.Schema:
    """The schema of a new index."""
    builder = tantivy.SchemaBuilder()
    for name, (method, options) in _FIELDS.items():
        add: Callable[..., object] = getattr(builder, method)
        add(name, **options)
    return builder.build()


def build_analyzer() -> tantivy.TextAnalyzer:
    """What makes tokens of text that `words.prepare` has seen: for index and query alike."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for step in (
        tantivy.Filter.remove_long(LONGEST_TOKEN),
        tantivy.Filter.ascii_fold(),
        tantivy.Filter.lowercase(),
        tantivy.Filter.stemmer("english"),
    ):
        builder = builder.filter(step)
    return builder.build()


def to_tantivy(document: SearchDocument, schema: tantivy.Schema) -> tantivy.Document:
    """The document for the index. Raises ValueError at once when a value does not fit its field."""
    summary, bodies = prepare(document.summary), [prepare(name) for name in document.organisation_names]
    subjects = [prepare(name) for name in document.category_names]
    day = _day(document.decided_on)
    rank = _rank(document.reference_key)
    values: dict[str, Any] = {
        "decision": document.decision_id,
        "version": document.version,
        "digest": document.digest,
        "all": [summary, prepare(document.text), *bodies, *subjects, *document.references],
        "summary": summary,
        "bodies": bodies,
        "subjects": subjects,
        "type": document.document_type,
        "category": document.category,
        "organisation": list(document.organisations),
        "kind": list(document.kinds),
        "law": list(document.law_titles),
        PROVISIONS: list(document.laws),
        "cites": list(document.cites),
        "newest": (day or 0) << _KEY_BITS | rank,
        "oldest": (_LATEST if day is None else day) << _KEY_BITS | rank,
        "added": _seconds(document.added_at) << 32 | document.decision_id & 0xFFFFFFFF,
        "recency": max(0.0, ((day or 0) - 36_500) / 7_300),
    }
    return tantivy.Document.from_dict(values | _optional(document), schema)


def day_number(day: dt.date) -> int:
    """The day as the field `decided` holds it, for a range."""
    return (day - _EPOCH).days


def _optional(document: SearchDocument) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if document.outcome is not None:
        values["outcome"] = document.outcome
    if document.subcategory is not None:
        values["subcategory"] = f"{document.category}/{document.subcategory}"
        values["subcategory_alone"] = document.subcategory
    if document.decided_on is not None:
        values["decided"] = day_number(document.decided_on)
    return values


def _day(day: dt.date | None) -> int | None:
    """Days since 1900, from 1 on: 0 stands for no day among the newest, and the last for none among the oldest."""
    return None if day is None else min(max(day_number(day), 1), _LATEST - 1)


def _rank(reference_key: str) -> int:
    """A number that orders as the reference does: by its letters and digits, of a longer one by the last nine."""
    letters = "".join(letter for letter in reference_key.lower() if letter.isascii() and letter.isalnum())
    return int(letters[-_KEY_LENGTH:].ljust(_KEY_LENGTH, "0"), 36)


def _seconds(at: dt.datetime) -> int:
    return min(max(int(at.timestamp()), 0), (1 << 32) - 1)
