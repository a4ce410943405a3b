"""Copies of a decision that a register makes, which say more than the decision does."""

from collections.abc import Iterable

from upheld.analysis.document import Section

COPY = "This is a copy. A decision can be corrected or withdrawn later; what holds today is at"
GENERATOR = "Upheld"
"""What pages name as the program that made them."""


def is_copy(sections: Iterable[Section]) -> bool:
    """Whether a text says of itself that it is a copy."""
    return any(block.text.startswith(COPY) for section in sections for block in section.blocks)
