"""The remedies of a document: of its text, or of its summary where the text has none."""

from collections.abc import Sequence

from upheld.analysis.document import Section
from upheld.analysis.remedy import Remedy


def read_remedies(summary: str, sections: Sequence[Section], document_type: str = "statement") -> tuple[Remedy, ...]:
    """Every act that puts something right, in the order of the text; each says at which paragraph it was read."""
    return ()
