"""A scheme: how one ombudsman names, times, words and shows its decisions, as data in one file."""

from upheld.scheme.loading import SchemeError, get_scheme, load_scheme
from upheld.scheme.shape import Brand, DeskReason, DocumentType, NextStep, Outcome, Reason, Scheme, Term, Texts

__all__ = [
    "Brand", "DeskReason", "DocumentType", "NextStep", "Outcome", "Reason", "Scheme", "SchemeError", "Term", "Texts",
    "get_scheme", "load_scheme",
]  # fmt: skip
