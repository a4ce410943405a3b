"""A scheme: how one ombudsman names, times, words and shows its decisions, as data in one file."""

from upheld.scheme.loading import SchemeError, get_scheme, load_scheme
from upheld.scheme.shape import Brand, DeskReason, DocumentType, NextStep, Outcome, Reason, Scheme, Term, Texts, Urgent

__all__ = [
    "Brand", "DeskReason", "DocumentType", "NextStep", "Outcome", "Reason", "Scheme", "SchemeError", "Term", "Texts",
    "Urgent", "get_scheme", "load_scheme",
]  # fmt: skip
