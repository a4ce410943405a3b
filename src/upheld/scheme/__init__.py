"""A scheme: how one ombudsman names, times, words and shows its decisions, as data in one file."""

from upheld.scheme.loading import SchemeError, get_scheme, load_scheme
from upheld.scheme.shape import Brand, DocumentType, Outcome, Reason, Scheme, Texts

__all__ = [
    "Brand", "DocumentType", "Outcome", "Reason", "Scheme", "SchemeError", "Texts", "get_scheme", "load_scheme",
]  # fmt: skip
