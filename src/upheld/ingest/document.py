"""A decision made of a whole document: what its text does not say is told by where it stands, or reported."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from pydantic import ValidationError

from upheld.analysis.copies import is_copy
from upheld.analysis.pieces import Piece
from upheld.analysis.references import Reference
from upheld.analysis.structure import ReadDocument, UnreadableError, read_document
from upheld.analysis.titles import read_title
from upheld.analysis.vocabulary import Words
from upheld.ingest.doubts import FROM_LAYOUT
from upheld.ingest.found import Found, Outside, Place, Reading, SourceEntry
from upheld.ingest.listing.vocabulary import Vocabulary
from upheld.register.records import DecisionRecord

_PARTS = re.compile(r"\s+[-\u2013\u2014|\u00b7]\s+")
_LONGEST_NAME = 500
_NO_TEXT = "holds no text of a decision, neither a summary nor sections"
A_COPY = (
    "is a copy that a register like this one made, with more on it than the decision says; "
    "import what the decision was published from, or its plain text or data (.txt or .json)"
)


@dataclass(frozen=True)
class Origin:
    """Where a document was found: the address of its page, the page's title, its first line."""

    address: str = ""
    title: str = ""
    line: int = 0


@dataclass
class _Told:
    """What is known of a decision, and what the person who imports should look at."""

    values: dict[str, object] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)


def words_of(vocabulary: Vocabulary) -> Words:
    """What a reader of documents must know of the scheme."""
    return Words(
        vocabulary.pattern,
        vocabulary.document_types,
        vocabulary.outcomes,
        vocabulary.categories,
        vocabulary.organisation_not_stated,
    )


def entry_of(pieces: Sequence[Piece], reading: Reading, origin: Origin | None = None) -> Found:
    """The decision that the pieces of a text are, or why it cannot be taken in."""
    try:
        document = read_document(pieces, words_of(reading.vocabulary))
    except UnreadableError as error:
        return reading.refuse(origin.line if origin else 0, "unreadable", str(error))
    return document_entry(document, reading, origin)


def document_entry(document: ReadDocument, reading: Reading, origin: Origin | None = None) -> Found:
    """The decision that a document is, or why it cannot be taken in."""
    origin = origin or Origin()
    references = _references(document, reading, origin)
    printed = references[0].printed if references else ""
    if not document.summary and not any(section.blocks for section in document.sections):
        return reading.refuse(origin.line, "no-text", _NO_TEXT, printed)
    if is_copy(document.sections):
        return reading.refuse(origin.line, "copy", A_COPY, printed)
    if not references:
        example = reading.vocabulary.example
        why = f"has no reference like {example}, neither in its text nor in its address nor in the file's name"
        return reading.refuse(origin.line, "no-reference", why)
    told = _tell(document, reading, origin, references)
    if "category" not in told.values:
        why = "does not say its category, nor does its address; say which: --category “name”"
        return reading.refuse(origin.line, "category", why, printed)
    try:
        record = DecisionRecord.model_validate(told.values)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = ".".join(str(part) for part in fault["loc"])
        why = f"{place}: {fault['msg'].removeprefix('Value error, ').lower()}".strip(": ")
        return reading.refuse(origin.line, "shape", why, printed)
    outside = Outside({"file name": PurePath(reading.file).name} | _dropped(document))
    return SourceEntry(record, Place(reading.file, origin.line), tuple(dict.fromkeys(told.doubts)), outside)


def _dropped(document: ReadDocument) -> dict[str, str]:
    """What was read and is not kept: lines of the page around the decision."""
    return {f"left out {count}": text for count, text in enumerate(dict.fromkeys(document.dropped), 1)}


def _tell(document: ReadDocument, reading: Reading, origin: Origin, references: tuple[Reference, ...]) -> _Told:
    labels, told = document.labels, _Told(doubts=list(document.doubts))
    names = [name for name in labels.organisations or _named_in(origin.title, reading) if len(name) <= _LONGEST_NAME]
    told.values |= {
        "reference": references[0].printed,
        "document_type": _document_type(document, reading, told),
        "outcome": labels.outcome,
        "organisations": [{"name": name} for name in names],
        "decided_on": labels.decided_on,
        "summary": document.summary,
        "sections": document.sections,
    }
    _tell_category(document, reading, origin, told)
    told.doubts += [] if labels.outcome else ["Outcome not stated"]
    told.doubts += [] if labels.decided_on else ["Decision date not stated"]
    if not document.labels.references:
        told.doubts.append("Reference read from the address or the file's name")
    others = tuple(one.printed for one in references[1:])
    more = {
        "published_on": labels.published_on,
        "satisfied_on": document.satisfied_on,
        "also_known_as": others,
        "source_url": _source_url(origin.address, references, reading),
    }
    told.values |= {key: value for key, value in more.items() if value}
    return told


def _references(document: ReadDocument, reading: Reading, origin: Origin) -> tuple[Reference, ...]:
    pattern = reading.vocabulary.pattern
    stated = tuple(filter(None, map(pattern.parse_printed, document.labels.references)))
    if stated:
        return stated
    titled = [
        found[1] for part in _PARTS.split(origin.title) if (found := read_title(part, words_of(reading.vocabulary)))
    ]
    at_end = pattern.at_end(urlsplit(origin.address).path) if origin.address else None
    named = pattern.parse(PurePath(reading.file).stem)
    return next((found for found in (*titled, (at_end,) if at_end else (), (named,) if named else ()) if found), ())


def _named_in(title: str, reading: Reading) -> tuple[str, ...]:
    words = words_of(reading.vocabulary)
    return next((found[0] for part in _PARTS.split(title) if (found := read_title(part, words))), ())


def _document_type(document: ReadDocument, reading: Reading, told: _Told) -> str:
    kind = document.labels.document_type
    if kind is None:
        kind = _ordinary(reading.vocabulary)
        told.doubts.append(f"Document type not stated, taken as {kind}")
    elif document.labels.by_layout:
        told.doubts.append(f"{FROM_LAYOUT} {kind}")
    return kind


def _ordinary(vocabulary: Vocabulary) -> str:
    """The document type of a decision that names none: a statement, or where the scheme has none, its shortest name."""
    kinds = vocabulary.document_types
    return next((kind for kind in kinds if "statement" in kind.lower()), kinds[-1])


def _tell_category(document: ReadDocument, reading: Reading, origin: Origin, told: _Told) -> None:
    vocabulary, labels = reading.vocabulary, document.labels
    shelves = (
        _as_shelf(labels.category, labels.subcategory, vocabulary),
        _by_address(origin.address, vocabulary),
        (vocabulary.category(reading.category) or reading.category, labels.subcategory) if reading.category else None,
    )
    at = next((at for at, shelf in enumerate(shelves) if shelf), None)
    if at is None:
        return
    shelf = shelves[at] or ("", None)
    told.values |= {"category": shelf[0], "subcategory": shelf[1]}
    if at == 1:
        told.doubts.append(f"Category not stated, read from the address as {' > '.join(filter(None, shelf))}")


def _as_shelf(category: str | None, part: str | None, vocabulary: Vocabulary) -> tuple[str, str | None] | None:
    """Category and subcategory by the names they are kept under; a subcategory alone stands in the only one it has."""
    if category is None:
        return None
    known = vocabulary.category(category)
    parents = vocabulary.parents(category)
    if known is None and part is None and len(parents) == 1:
        return parents[0], vocabulary.subcategory(parents[0], category)
    name = known or category
    return name, vocabulary.subcategory(name, part) if part else None


def _by_address(address: str, vocabulary: Vocabulary) -> tuple[str, str | None] | None:
    """`…/decisions/{category}/{subcategory}/{reference}` says both."""
    _, _, rest = unquote(urlsplit(address).path).partition("/decisions/")
    parts = [part for part in rest.split("/") if part][:2]
    parts = [part for part in parts if vocabulary.pattern.parse_printed(part) is None]
    if not parts:
        return None
    name = vocabulary.category(parts[0]) or _spoken(parts[0])
    if len(parts) < 2:
        return name, None
    kept = vocabulary.subcategory(name, parts[1])
    return name, _spoken(kept) if kept == parts[1] else kept


def _spoken(slug: str) -> str:
    """A part of an address in words: `children-s-care-services` as `Children's care services`."""
    return re.sub(r"-s(?=-|$)", "'s", slug).replace("-", " ").capitalize()


def _source_url(address: str, references: tuple[Reference, ...], reading: Reading) -> str | None:
    """The address without what changes from visit to visit, if it is that of this decision."""
    parts = urlsplit(address)
    found = reading.vocabulary.pattern.at_end(parts.path) if parts.scheme in {"http", "https"} else None
    keys = {(one.key, one.suffix) for one in references}
    if found is None or (found.key, found.suffix) not in keys:
        return None
    return parts._replace(query="", fragment="").geturl()
