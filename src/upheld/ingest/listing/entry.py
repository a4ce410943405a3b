"""What an entry of a category page says: body and reference, type, outcome, subject and date, summary."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin, urlsplit

from pydantic import ValidationError

from upheld.analysis.references import Reference
from upheld.ingest.listing.shelf import ShelfUnknownError, shelf_of
from upheld.ingest.listing.split import Chunk, references_in, split_at_summary, strip_bullet
from upheld.ingest.listing.vocabulary import DATE, Vocabulary, take_word
from upheld.lib.dates import DateNotUnderstoodError, parse_date
from upheld.lib.text import fold
from upheld.register.records import DecisionRecord

_DATE_AT_END = re.compile(rf"(?P<date>{DATE})\s*$")
_DATE = re.compile(DATE)
_BETWEEN_REFERENCES = re.compile(r"\s*(?:[,;&]|\band\b)\s*")
_TRIM = " \t\r\n\f\v"


class EntryError(ValueError):
    """An entry cannot be read: a code for programs, a sentence for people."""

    def __init__(self, code: str, message: str, reference: str = "") -> None:
        self.code = code
        self.reference = reference
        super().__init__(message)


@dataclass(frozen=True)
class _Head:
    organisation: str
    references: tuple[Reference, ...]
    rest: str


@dataclass(frozen=True)
class _Meta:
    document_type: str
    outcome: str | None
    word: str
    decided_on: date


@dataclass(frozen=True)
class Surroundings:
    """What an entry does not say itself: the category the user gave, the address its link is relative to."""

    vocabulary: Vocabulary
    category: str | None = None
    base: str = ""


def read_entry(chunk: Chunk, around: Surroundings) -> DecisionRecord:
    """The decision that an entry is. Raises EntryError with what is wrong."""
    link = next((line.link for line in chunk.head if line.link), "")
    head = _read_head(_words(chunk), link, around.vocabulary)
    try:
        return _read(chunk, head, link, around)
    except EntryError as error:
        error.reference = head.references[0].printed
        raise


def _read(chunk: Chunk, head: _Head, link: str, around: Surroundings) -> DecisionRecord:
    if chunk.summary is None:
        raise EntryError("no-summary", "“Summary:” is missing after the entry's first lines")
    meta = _read_meta(head.rest, chunk.heading.text, around.vocabulary)
    address = _address(link, head.references, around.vocabulary)
    try:
        shelf = shelf_of(meta.word, chunk.heading, around.category, address, around.vocabulary)
    except ShelfUnknownError as error:
        raise EntryError("category", str(error)) from error
    values: dict[str, object] = {
        "reference": head.references[0].printed,
        "document_type": meta.document_type,
        "outcome": meta.outcome,
        "organisations": _organisations(head.organisation, around.vocabulary),
        "category": shelf[0],
        "subcategory": shelf[1],
        "decided_on": meta.decided_on,
        "summary": join_summary(chunk.summary),
    }
    if len(head.references) > 1:
        values["also_known_as"] = [other.printed for other in head.references[1:]]
    if source := _source_url(address, around.base):
        values["source_url"] = source
    return _record(values)


def join_summary(lines: Sequence[str]) -> str:
    """The summary word for word: wrapped lines are joined, paragraphs and lists stay apart."""
    paragraphs: list[str] = []
    fresh = True
    for line in lines:
        text = line.strip(_TRIM)
        if text and (fresh or not paragraphs):
            paragraphs.append(text)
        elif text:
            paragraphs[-1] += ("\n" if text.startswith("•") else " ") + text
        fresh = not text
    return "\n\n".join(paragraphs)


def _words(chunk: Chunk) -> str:
    texts = [line.text for line in chunk.head]
    texts[0] = strip_bullet(texts[0])
    if chunk.summary is not None:
        texts[-1] = (split_at_summary(texts[-1]) or ("", ""))[0]
    return " ".join(" ".join(texts).split())


def _read_head(words: str, link: str, vocabulary: Vocabulary) -> _Head:
    meta = vocabulary.meta_at_end.search(words)
    brackets = references_in(words, vocabulary)
    if brackets:
        own = [found for found in brackets if meta is None or found.end() <= meta.start()] or brackets
        return _Head(words[: own[-1].start()].strip(), _references(own[-1][1], vocabulary), words[own[-1].end() :])
    before, rest = (words[: meta.start()], words[meta.start() :]) if meta else (words, "")
    if bare := _bare_reference(before, vocabulary):
        return _Head(bare[0], (bare[1],), rest)
    if link and (found := vocabulary.pattern.at_end(urlsplit(link).path)):
        return _Head(before.strip(" ()"), (found,), rest)
    raise EntryError("no-reference", f"no reference like ({vocabulary.example}) in the entry's first line")


def _references(text: str, vocabulary: Vocabulary) -> tuple[Reference, ...]:
    parts = [part for part in _BETWEEN_REFERENCES.split(text) if part.strip()]
    found = [vocabulary.pattern.parse(part) for part in parts]
    known = tuple(reference for reference in found if reference)
    if len(known) != len(parts):
        raise EntryError("reference", f"“{text[:60]}” is not a list of references like {vocabulary.example}")
    return known


def _bare_reference(text: str, vocabulary: Vocabulary) -> tuple[str, Reference] | None:
    """The organisation and the reference, where the reference stands without brackets."""
    words = text.split()
    for count in range(min(len(words), 8), 0, -1):
        if found := vocabulary.pattern.parse(" ".join(words[-count:])):
            return " ".join(words[:-count]), found
    return None


def _read_meta(text: str, heading: str, vocabulary: Vocabulary) -> _Meta:
    if not text.strip():
        raise EntryError("no-metadata", "the line with type, outcome, subject and date is missing")
    kind, rest = take_word(text, vocabulary.document_types)
    if kind is None:
        known = ", ".join(vocabulary.document_types)
        raise EntryError("document-type", f"“{rest[:80]}” does not begin with a document type of this scheme: {known}")
    found = _DATE_AT_END.search(rest)
    if found is None:
        raise EntryError("no-date", "the line with type, outcome and subject does not end with a date like 05-Apr-2022")
    day = _day(found["date"])
    outcome, word = _outcome(rest[: found.start()], heading, vocabulary)
    if _DATE.search(word):
        raise EntryError("two-dates", "the entry has two dates")
    return _Meta(kind, outcome, word, day)


def _day(text: str) -> date:
    try:
        return parse_date(text)
    except DateNotUnderstoodError as error:
        raise EntryError("date", f"“{text}” is in no calendar, or not written like 05-Apr-2022") from error


def _outcome(text: str, heading: str, vocabulary: Vocabulary) -> tuple[str | None, str]:
    outcome, word = take_word(text, vocabulary.outcomes)
    second, _ = take_word(word, vocabulary.outcomes)
    if outcome and second:
        raise EntryError("two-outcomes", f"the entry has two outcomes, “{outcome}” and “{second}”")
    if outcome is None and not _is_subject(word, heading, vocabulary):
        known = ", ".join(vocabulary.outcomes)
        raise EntryError("outcome", f"“{word[:80]}” does not begin with an outcome of this scheme: {known}")
    return outcome, word


def _is_subject(word: str, heading: str, vocabulary: Vocabulary) -> bool:
    """Whether the word is a subject we know, so that the entry simply gives no outcome."""
    return not word or fold(word) == fold(heading) or bool(vocabulary.parents(word))


def _organisations(name: str, vocabulary: Vocabulary) -> list[dict[str, str]]:
    name = name.strip(_TRIM + "•·–—-")
    return [] if not name or fold(name) == fold(vocabulary.organisation_not_stated) else [{"name": name}]


def _address(link: str, references: Sequence[Reference], vocabulary: Vocabulary) -> str:
    """The path of the entry's link, if it ends in one of its references."""
    found = vocabulary.pattern.at_end(urlsplit(link).path) if link else None
    keys = {(reference.key, reference.suffix) for reference in references}
    return link if found and (found.key, found.suffix) in keys else ""


def _source_url(link: str, base: str) -> str | None:
    """The address without what changes from visit to visit; None if it leads nowhere on the web."""
    parts = urlsplit(urljoin(base, link)) if link else None
    if parts is None or parts.scheme not in {"http", "https"} or not parts.netloc:
        return None
    return parts._replace(query="", fragment="").geturl()


def _record(values: dict[str, object]) -> DecisionRecord:
    try:
        return DecisionRecord.model_validate(values)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False, include_context=False)[0]
        if fault["type"] == "string_unicode":
            raise EntryError("encoding", "holds bytes that are not UTF-8; save the page as UTF-8") from error
        place = ".".join(str(part) for part in fault["loc"])
        raise EntryError("shape", f"{place}: {fault['msg'].lower()}") from error
