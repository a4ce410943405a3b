"""Every sum of money in a document, with the remedy it belongs to or the reason why it is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.analysis.document import Section
from upheld.analysis.remedy import Remedy


@dataclass(frozen=True, slots=True)
class SumFound:
    """A sum as printed, the address of its paragraph, and either its remedy or, in words, why it is none."""

    printed: str
    pence: int | None
    at: str
    remedy: Remedy | None
    reason: str


def account_for_sums(
    summary: str, sections: Sequence[Section], document_type: str = "statement"
) -> tuple[SumFound, ...]:
    """Every sum of money in the document, in order."""
    return ()
