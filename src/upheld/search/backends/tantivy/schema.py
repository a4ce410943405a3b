"""The fields of the index, and what a decision gives to each. No text is stored, only what is needed to find it."""

import datetime as dt
import hashlib
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import tantivy

from upheld.analysis.law.reading import READING
from upheld.register.reading import REVISION
from upheld.search.backends.tantivy import weights
from upheld.search.documents import SearchDocument
from upheld.search.requests import FACETS
from upheld.search.sections import SLUGS, SUMMARY
from upheld.search.words import prepare

ANALYZER = "english_folded"
PLAIN = "plain_folded"
LONGEST_TOKEN = 100
PROVISIONS = "laws"  # the field that laws and provisions are filtered and counted by
SECTION_FIELDS = {slug: f"in_{slug.replace('-', '_')}" for slug in SLUGS}
PLACED = (*SECTION_FIELDS.values(), "rest", "bodies", "category_name", "subcategory_name")
"""The fields of which it is known where in them a word stands: together they hold all words of a decision."""
REPORT = "report"
BETWEEN = "|"  # year and outcome, in the field `year`

_FORMAT = 8  # raise it when the same fields come to hold something else
_EPOCH = dt.date(1900, 1, 1)
_LATEST = (1 << 16) - 1
_KEY_LENGTH = 9
_KEY_BITS = 47  # holds 36 to the power of 9
_WORDS: dict[str, Any] = {"tokenizer_name": ANALYZER}  # with places, for phrases
_SLUG: dict[str, Any] = {"tokenizer_name": "raw", "index_option": "basic"}

# field: how the schema builder adds it, with what
_FIELDS: dict[str, tuple[str, dict[str, Any]]] = {
    # signed: by an unsigned field Tantivy's Python deletes nothing, without a word
    "decision": ("add_integer_field", {"indexed": True, "fast": True}),
    "version": ("add_unsigned_field", {"fast": True}),
    "digest": ("add_unsigned_field", {"fast": True}),
    # All words of a decision: by these it is found and for the most part ordered.
    "all": ("add_text_field", _WORDS | {"index_option": "freq"}),
    # The same words again, each in the part where it stands, and at which place in it. Places in these take less room
    # than places in the whole, because a part is shorter, and a phrase of one section is known from one of another.
    **dict.fromkeys(PLACED, ("add_text_field", _WORDS)),
    # The same words as they are written: for beginnings of words and for spelling.
    "words": ("add_text_field", {"tokenizer_name": PLAIN, "index_option": "basic"}),
    **{name: ("add_text_field", _SLUG | {"fast": True}) for name in FACETS},
    "subcategory_alone": ("add_text_field", _SLUG),
    "law": ("add_text_field", _SLUG | {"fast": True}),
    PROVISIONS: ("add_text_field", _SLUG | {"fast": True}),
    "remedy": ("add_text_field", _SLUG | {"fast": True}),
    "year": ("add_text_field", _SLUG | {"fast": True}),
    "cites": ("add_text_field", _SLUG),
    "references": ("add_text_field", _SLUG),
    "section": ("add_text_field", _SLUG),
    "paid": ("add_integer_field", {"fast": True}),
    "entered": ("add_unsigned_field", {"fast": True}),
    "decided": ("add_integer_field", {"indexed": True, "fast": True}),
    "newest": ("add_unsigned_field", {"fast": True}),
    "oldest": ("add_unsigned_field", {"fast": True}),
    "added": ("add_unsigned_field", {"fast": True}),
    "standing": ("add_float_field", {"fast": True}),
}

_MADE_WITH = (
    _FORMAT, READING, REVISION, LONGEST_TOKEN, version("tantivy"), weights.OF_DECISIONS,
    sorted(_FIELDS.items()),
)  # fmt: skip
FINGERPRINT = hashlib.sha256(repr(_MADE_WITH).encode()).hexdigest()


def build_schema() -> tantivy.Schema:
    """The schema of a new index."""
    builder = tantivy.SchemaBuilder()
    for name, (method, options) in _FIELDS.items():
        add: Callable[..., object] = getattr(builder, method)
        add(name, **options)
    return builder.build()


def build_analyzer() -> tantivy.TextAnalyzer:
    """What makes tokens of text that `words.prepare` has seen: for index and query alike."""
    return _folding().filter(tantivy.Filter.stemmer("english")).build()


def build_plain_analyzer() -> tantivy.TextAnalyzer:
    """The same without stems."""
    return _folding().build()


def _folding() -> tantivy.TextAnalyzerBuilder:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for step in (tantivy.Filter.remove_long(LONGEST_TOKEN), tantivy.Filter.ascii_fold(), tantivy.Filter.lowercase()):
        builder = builder.filter(step)
    return builder


def register_analyzers(index: tantivy.Index) -> None:
    """Lets an opened index make tokens."""
    index.register_tokenizer(ANALYZER, build_analyzer())
    index.register_tokenizer(PLAIN, build_plain_analyzer())


def to_tantivy(document: SearchDocument, schema: tantivy.Schema) -> tantivy.Document:
    """The document for the index. Raises ValueError at once when a value does not fit its field."""
    day = _day(document.decided_on)
    rank = _rank(document.reference_key)
    values: dict[str, Any] = {
        "decision": document.decision_id,
        "version": document.version,
        "digest": document.digest,
        **_texts(document),
        "type": document.document_type,
        "category": document.category,
        "organisation": list(document.organisations),
        "kind": list(document.kinds),
        "law": list(document.law_titles),
        PROVISIONS: list(document.laws),
        "cites": list(document.cites),
        "references": list(document.keys),
        "section": list(dict.fromkeys([SUMMARY, *(kind for kind, _ in document.sections if kind)])),
        "remedy": list(document.remedies),
        "entered": document.entered,
        "newest": (day or 0) << _KEY_BITS | rank,
        "oldest": (_LATEST if day is None else day) << _KEY_BITS | rank,
        "added": _seconds(document.added_at) << 32 | document.decision_id & 0xFFFFFFFF,
        "standing": weights.standing(document.decided_on, is_report=document.document_type == REPORT),
    }
    return tantivy.Document.from_dict(values | _optional(document), schema)


def _texts(document: SearchDocument) -> dict[str, list[str]]:
    """Each section is a value of its own, so that no phrase begins in one and ends in another."""
    names = document.category_names
    texts = {
        SECTION_FIELDS[SUMMARY]: [document.summary],
        "rest": list(document.references),
        "bodies": list(document.organisation_names),
        "category_name": list(names[:1]),
        "subcategory_name": list(names[1:]),
    }
    for kind, text in document.sections:
        texts.setdefault(SECTION_FIELDS[kind] if kind else "rest", []).append(text)
    prepared = {field: list(map(prepare, values)) for field, values in texts.items()}
    every = [text for values in prepared.values() for text in values]
    return prepared | {"all": every, "words": every}


def day_number(day: dt.date) -> int:
    """The day as the field `decided` holds it, for a range."""
    return (day - _EPOCH).days


def day_of(number: int) -> dt.date:
    """The day that the field `decided` holds as this number."""
    return _EPOCH + dt.timedelta(days=number)


def _optional(document: SearchDocument) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if document.outcome is not None:
        values["outcome"] = document.outcome
    if document.subcategory is not None:
        values["subcategory"] = f"{document.category}/{document.subcategory}"
        values["subcategory_alone"] = document.subcategory
    if document.decided_on is not None:
        values["decided"] = day_number(document.decided_on)
        values["year"] = f"{document.decided_on.year}{BETWEEN}{document.outcome or ''}"
    if document.paid is not None:
        values["paid"] = document.paid
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
