"""The content of a version: what it says, its canonical form and its hash."""

import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter

from upheld.analysis.document import Section
from upheld.analysis.references import Reference
from upheld.analysis.remedy import Remedy
from upheld.lib.text import UncleanTextError, clean
from upheld.register.records import DecisionRecord
from upheld.scheme import Scheme


class ContentError(ValueError):
    """A record cannot be a decision of this scheme."""


class Facts(BaseModel):
    """All that a version says, its summary aside. Vocabulary words are slugs; empty parts are left out of its JSON."""

    model_config = ConfigDict(frozen=True)

    reference: str
    also_known_as: tuple[str, ...] = ()
    document_type: str
    outcome: str | None = None
    organisations: tuple[str, ...] = ()
    category: str
    subcategory: str | None = None
    decided_on: str | None = None
    sections: tuple[Section, ...] = ()
    remedies: tuple[Remedy, ...] = ()


_FACTS = TypeAdapter(Facts)
# How JSON writes control characters; plain look-ups, because a pattern takes ten times as long on a long text.
_ESCAPED_CONTROLS = (b"\\u00", b"\\b", b"\\f", b"\x7f")
_OTHER_CONTROLS = re.compile("[\x80-\x9f\ufffe\uffff]")
_ASCII = bytes(range(0x80))
_ALWAYS_NFC = re.compile(r"[\u00a0-\u02ff\u2010-\u2027\u20ac]*")  # letters and marks that are NFC wherever they stand


@dataclass(frozen=True)
class Content:
    """A record made canonical for its scheme, ready to be kept."""

    record: DecisionRecord
    reference: Reference
    others: tuple[Reference, ...]
    further: tuple[Reference, ...]
    document_type: str
    outcome: str | None
    facts: str
    digest: str


def prepare(record: DecisionRecord, scheme: Scheme) -> Content:
    """The record's content. Raises ContentError with a sentence when the scheme does not know a word of it."""
    record = _without_what_was_read(_cleaned(record))
    reference = _reference(record.reference, scheme)
    others = tuple(_reference(text, scheme) for text in record.also_known_as)
    further = further_references(record, scheme)
    kind = scheme.document_type(record.document_type)
    outcome = scheme.outcome(record.outcome) if record.outcome is not None else None
    if kind is None:
        known = ", ".join(part.name for part in scheme.document_types)
        raise ContentError(f"document type “{record.document_type[:60]}” is not one of: {known}")
    if outcome is None and record.outcome is not None:
        known = ", ".join(part.name for part in scheme.outcomes)
        raise ContentError(f"outcome “{record.outcome[:60]}” is not one of: {known}")
    if len({(one.key, one.suffix) for one in (reference, *others)}) != 1 + len(others):
        raise ContentError("a reference stands twice among this decision's own references")
    facts = _facts(record, reference, others, kind.slug, outcome.slug if outcome else None)
    return Content(
        record=record,
        reference=reference,
        others=others,
        further=further,
        document_type=kind.slug,
        outcome=outcome.slug if outcome else None,
        facts=facts,
        digest=content_hash(facts, record.summary),
    )


def content_hash(facts: str, summary: str) -> str:
    """SHA-256, in hex, of the facts' canonical JSON, a line break, and the summary."""
    return hashlib.sha256(f"{facts}\n{summary}".encode()).hexdigest()


def read_facts(facts: str) -> Facts:
    """The facts that the canonical JSON of a version holds."""
    return _FACTS.validate_json(facts)


def further_references(record: DecisionRecord, scheme: Scheme) -> tuple[Reference, ...]:
    """The references of the record's further reports, each once. Raises ContentError."""
    if not record.further_reports:
        return ()
    own = {(one.key, one.suffix) for one in (_reference(text, scheme) for text in _own(record))}
    found = {(one.key, one.suffix): one for one in (_reference(text, scheme) for text in record.further_reports)}
    if own & found.keys():
        raise ContentError("a decision cannot be its own further report")
    return tuple(found.values())


def _own(record: DecisionRecord) -> tuple[str, ...]:
    return (record.reference, *record.also_known_as)


def _facts(
    record: DecisionRecord, reference: Reference, others: tuple[Reference, ...], document_type: str, outcome: str | None
) -> str:
    facts = Facts.model_construct(
        reference=reference.printed,
        also_known_as=tuple(other.printed for other in others),
        document_type=document_type,
        outcome=outcome,
        organisations=tuple(organisation.name for organisation in record.organisations),
        category=record.category,
        subcategory=record.subcategory,
        decided_on=record.decided_on.isoformat() if record.decided_on else None,
        sections=record.sections,
        remedies=record.remedies,
    )
    return _FACTS.dump_json(facts, by_alias=True, exclude_defaults=True).decode()


def _without_what_was_read(record: DecisionRecord) -> DecisionRecord:
    """Remedies that a program read from the text are no part of what a version says: they are read again from it."""
    given = tuple(remedy for remedy in record.remedies if not remedy.read)
    return record if given == record.remedies else record.model_copy(update={"remedies": given})


def _cleaned(record: DecisionRecord) -> DecisionRecord:
    """The record itself when all its text is in order: one look at its JSON is far quicker than one at each string."""
    data = record.__pydantic_serializer__.to_json(record, by_alias=True)
    if _is_in_order(data):
        return record
    values = {key: value for key, value in json.loads(data).items() if key in record.model_fields_set}
    return DecisionRecord.model_validate_json(json.dumps(_clean_all(values, "")))


def _is_in_order(data: bytes) -> bool:
    """Whether text in JSON is NFC and without control characters."""
    if any(escape in data for escape in _ESCAPED_CONTROLS):
        return False
    others = data.translate(None, _ASCII).decode()
    if _ALWAYS_NFC.fullmatch(others):
        return True
    return not _OTHER_CONTROLS.search(others) and unicodedata.is_normalized("NFC", data.decode())


def _clean_all(value: Any, place: str) -> Any:
    if isinstance(value, dict):
        return {key: _clean_all(part, f"{place}.{key}" if place else key) for key, part in value.items()}
    if isinstance(value, list):
        return [_clean_all(part, f"{place}[{number}]") for number, part in enumerate(value)]
    try:
        return clean(value) if isinstance(value, str) else value
    except UncleanTextError as error:
        raise ContentError(f"{place} {error}") from error


def _reference(text: str, scheme: Scheme) -> Reference:
    found = scheme.pattern.parse_printed(text)
    if found is None:
        raise ContentError(f"reference “{text[:60]}” is not written like {scheme.reference.example}")
    return found
