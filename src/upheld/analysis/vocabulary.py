"""The words of a scheme that a reader of documents must know, as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from upheld.analysis.references import ReferencePattern


@dataclass(frozen=True)
class Words:
    """How references are written; document types and outcomes by name; categories with the names of their parts.

    `not_stated` is what the scheme prints where an organisation is missing.
    """

    pattern: ReferencePattern = field(default_factory=ReferencePattern)
    document_types: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    categories: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_stated: str = ""
