"""The text of a draft: interchange that may still lack what a decision must have."""

import hashlib
import json
from typing import Annotated, Any

from pydantic import StringConstraints, ValidationError

from upheld.analysis.document import Block, Section, Text
from upheld.analysis.references import Reference
from upheld.lib.text import clean
from upheld.register.records import DecisionRecord
from upheld.scheme import get_scheme

_Line = Annotated[str, StringConstraints(max_length=500, strip_whitespace=True)]
_MAX_RECORD = 8_000_000
_TITLE = 300


class DraftRecord(DecisionRecord):
    """A decision's record in which reference, document type and category may still be empty."""

    reference: _Line = ""
    document_type: _Line = ""
    outcome: _Line | None = None
    category: _Line = ""
    summary: Text = ""


class DraftTextError(ValueError):
    """A text cannot be kept: it is too long, or a part of it has no shape that a decision can have."""


def read_draft(kept: str) -> DraftRecord:
    """The record that a revision keeps."""
    return DraftRecord.model_validate_json(kept)


def as_draft(record: DecisionRecord) -> DraftRecord:
    """The record in clean text, ready to be kept. Raises UncleanTextError or DraftTextError."""
    values = _cleaned(json.loads(record.model_dump_json(by_alias=True, exclude_unset=True)))
    try:
        draft = DraftRecord.model_validate_json(json.dumps(values))
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        raise DraftTextError(f"{place}: {error.errors()[0]['msg']}") from error
    if len(draft.line()) > _MAX_RECORD:
        raise DraftTextError("The text is too long to be kept; shorten it")
    return draft


def as_decision(draft: DecisionRecord) -> DecisionRecord:
    """The record as the register takes it. Raises DraftTextError where something it must have is missing."""
    try:
        return DecisionRecord.model_validate_json(draft.model_dump_json(by_alias=True, exclude_unset=True))
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        raise DraftTextError(f"{place.replace('_', ' ')} is missing") from error


def reference_of(text: str) -> Reference | None:
    """The reference of the scheme that a text is; None if it is none."""
    return get_scheme().pattern.parse_printed(text)


def key_of(reference: Reference) -> str:
    """The key under which the register and drafts know a reference."""
    return reference.key + reference.suffix


def shown_columns(record: DecisionRecord) -> dict[str, Any]:
    """What lists show of a draft, taken from its text."""
    scheme = get_scheme()
    reference = reference_of(record.reference)
    kind = scheme.document_type(record.document_type)
    outcome = scheme.outcome(record.outcome) if record.outcome else None
    others = [key_of(one) for one in map(reference_of, record.also_known_as) if one]
    return {
        "reference": reference.printed if reference else record.reference,
        "reference_key": key_of(reference) if reference else "",
        "other_keys": lined(others),
        "organisation": _bodies(record),
        "document_type": kind.slug if kind else record.document_type[:60],
        "outcome": outcome.slug if outcome else (record.outcome or "")[:60],
        "category": record.category,
        "subcategory": record.subcategory or "",
        "decided_on": record.decided_on,
        "title": " ".join(record.summary.split())[:_TITLE],
        "text_hash": text_hash(record),
    }


def text_hash(record: DecisionRecord) -> str:
    """Equal for records that say the same, spacing and case aside; empty where there is nothing to compare.

    Short summaries repeat: a record without a text is compared with its bodies and its day.
    """
    said = [record.summary, *(text for section in record.sections for text in _said(section))]
    if not any(text.strip() for text in said[1:]):
        said += [*(body.name for body in record.organisations), str(record.decided_on)]
    if not record.summary.strip():
        return ""
    return hashlib.sha256("\n".join(" ".join(text.casefold().split()) for text in said).encode()).hexdigest()


def lined(words: list[str] | tuple[str, ...]) -> str:
    """Words in one column, each between line breaks, so that a query can ask for one of them."""
    return "\n" + "".join(f"{word}\n" for word in words)


def _said(section: Section) -> list[str]:
    return [section.heading or "", *(text for block in section.blocks for text in _of_block(block))]


def _of_block(block: Block) -> list[str]:
    items = [text for item in block.items for text in ([item] if isinstance(item, str) else _of_block(item))]
    cells = [cell for row in block.table.rows for cell in row] if block.table else []
    return [block.text, *items, *cells]


def _bodies(record: DecisionRecord) -> str:
    names = [body.name for body in record.organisations]
    others = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return names[0][:480] + others if names else ""


def _cleaned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _cleaned(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_cleaned(part) for part in value]
    return clean(value) if isinstance(value, str) else value
