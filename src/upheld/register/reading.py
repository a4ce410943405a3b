"""What is read from a version's text whenever it is shown, exported or indexed, and kept nowhere."""

from upheld.analysis.remedies import read_remedies
from upheld.analysis.remedy import Remedy
from upheld.register.content import Facts
from upheld.register.records import DecisionRecord


def shown_remedies(facts: Facts, summary: str) -> tuple[Remedy, ...]:
    """The remedies the source gave, else those read from the text, each marked `read` with its paragraph's address."""
    return facts.remedies or read_remedies(summary, facts.sections, facts.document_type)


def with_read_remedies(record: DecisionRecord) -> DecisionRecord:
    """The record as it is given away: where its source gave no remedies, with those read from the text."""
    if record.remedies or not (read := read_remedies(record.summary, record.sections, record.document_type)):
        return record
    return record.model_copy(update={"remedies": read})
